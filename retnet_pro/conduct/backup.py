"""Backups: who may ask for one, when one is due, and what is written down once a copy was read back (rule P81).

A scheduled backup needs nobody's key: what is copied is sealed, and the copy opens no more than the tablet itself.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from retnet_pro.conduct.journey import Journey, elsewhere
from retnet_pro.conduct.pen import Pen
from retnet_pro.conduct.ports import Log, Person
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.errors import Code
from retnet_pro.record.event import EMPTY, EventHash, Head, Kind
from retnet_pro.record.signing import EVENT_CONTEXT, is_genuine

EVERY_H = 24
"""Hours between scheduled backups unless somebody sets another number. Choice of this project."""
KEPT = 7
"""Copies of a device that are kept in its place; older ones are taken away. Choice of this project."""
SCHEDULE, PROCESS = "backup schedule", "process"
"""The author of a backup that nobody asked for (rule P20)."""


class PlaceKind(StrEnum):
    """What the second place is, as far as this device can tell."""

    SAME_DISK = "same-disk"
    """A folder on the disk of the site: a broken disk takes both."""
    OTHER_DISK = "other-disk"
    """A stick, a share or another disk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupPlan:
    """Where copies go, and how often."""

    place: Path
    every_h: int = EVERY_H


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """One copy that was read back."""

    name: str
    head: Head
    """The last event in it."""
    sha256: str
    size: int
    place: PlaceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup as this device wrote it down."""

    at: str
    who: str
    copied: Copied


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupFault:
    """Why the newest try failed."""

    at: str
    code: Code
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupState:
    """What staff need to know about backups."""

    plan: BackupPlan | None
    last: Backup | None
    fault: BackupFault | None
    age: timedelta | None
    """How old the last backup is; None when there is none."""

    @property
    def is_due(self) -> bool:
        """Whether the schedule asks for a backup now. A backup from the future means a wrong clock, and counts not."""
        if self.plan is None:
            return False
        return self.age is None or not timedelta(0) <= self.age < timedelta(hours=self.plan.every_h)

    @property
    def is_overdue(self) -> bool:
        """Whether a person should look: nothing is planned, or the schedule was not kept."""
        return self.plan is None or self.is_due


class BackupPlace(Protocol):
    """A second place for copies of the log."""

    def put(self, known: Head) -> Copied:
        """Copy the log, read the copy back and verify its chain from `known` on.

        Raises:
            WorldFault: the place is missing, full or broken; there is no new copy then.
            Tamper: `CHAIN_BROKEN`, when the log itself does not hold together.
        """

    def keep_newest(self, count: int) -> None:
        """Take older copies of this device away."""


def back_up(pen: Pen, place: BackupPlace, *, by: Person | None) -> Journey[Backup]:
    """Make a copy and, only once it was read back, write down that there is one; without a person: by schedule.

    Raises:
        Refusal: `NOT_ALLOWED`.
        WorldFault, Tamper: see `BackupPlace.put`; nothing is written down then, and nothing was lost.
    """
    if by is not None:
        demand(by.role, Right.KEEP_DEVICE)
    last = next(reversed(backups(pen.log, pen.key.public)), None)
    known = _known(pen.log, last)
    copied = yield from elsewhere(lambda: place.put(known))
    event = pen.write(
        Kind.BACKUP,
        {
            "copy": copied.name,
            "seq": copied.head.seq,
            "hash": copied.head.hash,
            "sha256": copied.sha256,
            "size": copied.size,
            "place": copied.place.value,
        },
        who=by.user if by else SCHEDULE,
        role=by.role.value if by else PROCESS,
    )
    yield from elsewhere(lambda: place.keep_newest(KEPT))
    return Backup(at=event.header.at, who=event.header.who, copied=copied)


def plan_backups(pen: Pen, keep: Callable[[BackupPlan], None], plan: BackupPlan, *, by: Person) -> None:
    """Set where copies go and how often, and write down who did; the path itself stays on this device (rule P10).

    Raises:
        Refusal: `NOT_ALLOWED`; nothing was changed.
    """
    demand(by.role, Right.KEEP_DEVICE)
    pen.write(Kind.SETTING, {"what": "backup", "every_h": plan.every_h}, who=by.user, role=by.role.value)
    keep(plan)


def backups(log: Log, public: bytes) -> tuple[Backup, ...]:
    """Return every backup this device wrote down, oldest first. One it did not sign is passed over."""
    return tuple(
        _backup(event.header.at, event.header.who, event.header.note)
        for event in log.events(kinds=(Kind.BACKUP,))
        if event.header.note is not None and is_genuine(public, EVENT_CONTEXT + event.header_bytes, event.sig)
    )


def state_of(
    log: Log, public: bytes, now: datetime, *, plan: BackupPlan | None, fault: BackupFault | None
) -> BackupState:
    """Return how backups stand at this moment."""
    last = next(reversed(backups(log, public)), None)
    age = None if last is None else now - datetime.fromisoformat(last.at)
    return BackupState(plan=plan, last=last, fault=fault, age=age)


def _known(log: Log, last: Backup | None) -> Head:
    """Return the head of the last backup if it is still part of this log, else the very beginning."""
    if last is None:
        return EMPTY
    head = last.copied.head
    event = next(iter(log.events(head.seq - 1)), None)
    return head if event is not None and (event.header.seq, event.hash) == (head.seq, head.hash) else EMPTY


def _backup(at: str, who: str, note: Mapping[str, object]) -> Backup:
    seq, size = note["seq"], note["size"]
    assert isinstance(seq, int) and isinstance(size, int)
    return Backup(
        at=at,
        who=who,
        copied=Copied(
            name=str(note["copy"]),
            head=Head(seq, EventHash(str(note["hash"]))),
            sha256=str(note["sha256"]),
            size=size,
            place=PlaceKind(str(note["place"])),
        ),
    )
