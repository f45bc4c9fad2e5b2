"""That restore drills were done: by whom, when, with what outcome, and when the next one is due (rule P81)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from retnet_pro.conduct.open_events import genuine_events
from retnet_pro.conduct.pen import Pen
from retnet_pro.conduct.ports import Log, Person
from retnet_pro.record.event import Event, Head, Kind

EVERY = timedelta(days=91)
"""From one drill to the next: a quarter of a year. Choice of this project."""
KEY_FILE, PROCESS = "key file", "process"
"""The author of a drill for which a key file opened the backup, and no account of this device."""
PASSED, FAILED = "passed", "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drilled:
    """One drill as this device wrote it down."""

    at: str
    who: str
    copy: str
    """File name of the backup."""
    is_passed: bool
    findings: int
    """How many things did not fit."""
    payloads: int | None
    """Sealed records that opened; None, like the two below, where nothing could be opened."""
    participants: int | None
    responses: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillState:
    """What staff need to know about drills."""

    last: Drilled | None
    """The newest one, whatever its outcome."""
    due: date | None
    """When the next one is due; None for at once."""
    is_overdue: bool
    has_backup: bool
    """Whether there is a backup to drill with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillOutcome:
    """What is written down of a drill: ids, hashes and counts only."""

    copy: str
    sha256: str
    head: Head
    findings: int
    payloads: int | None
    participants: int | None
    responses: int | None


def keep_drill(pen: Pen, outcome: DrillOutcome, *, by: Person | None) -> Event:
    """Write down a drill with a backup of this device; without a person: of whoever had a key file."""
    note: dict[str, object] = {
        "copy": outcome.copy,
        "sha256": outcome.sha256,
        "seq": outcome.head.seq,
        "hash": outcome.head.hash,
        "outcome": FAILED if outcome.findings else PASSED,
        "findings": outcome.findings,
        "payloads": outcome.payloads,
        "participants": outcome.participants,
        "responses": outcome.responses,
    }
    who, role = (by.user, by.role.value) if by else (KEY_FILE, PROCESS)
    return pen.write(Kind.DRILL, note, who=who, role=role)


def drills(log: Log, public: bytes) -> tuple[Drilled, ...]:
    """Return every drill this device wrote down, oldest first.

    Raises:
        Tamper: `CHAIN_BROKEN` or `EVENT_BROKEN`, at one that this device did not write.
    """
    return tuple(_read(event, event.header.note or {}) for event in genuine_events(log, public, {Kind.DRILL}))


def drill_state(log: Log, public: bytes, now: datetime, *, has_backup: bool) -> DrillState:
    """Return how drills stand at this moment; one that failed, or that is still to come by its time, is due again."""
    last = next(reversed(drills(log, public)), None)
    if last is None or not last.is_passed or datetime.fromisoformat(last.at) > now:
        return DrillState(last=last, due=None, is_overdue=has_backup, has_backup=has_backup)
    due = datetime.fromisoformat(last.at) + EVERY
    return DrillState(last=last, due=due.date(), is_overdue=now >= due, has_backup=has_backup)


def _read(event: Event, note: Mapping[str, object]) -> Drilled:
    return Drilled(
        at=event.header.at,
        who=event.header.who,
        copy=str(note["copy"]),
        is_passed=note["outcome"] == PASSED,
        findings=_count(note, "findings") or 0,
        payloads=_count(note, "payloads"),
        participants=_count(note, "participants"),
        responses=_count(note, "responses"),
    )


def _count(note: Mapping[str, object], name: str) -> int | None:
    value = note[name]
    return value if isinstance(value, int) else None
