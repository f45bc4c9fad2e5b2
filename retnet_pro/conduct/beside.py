"""What the other tablets of the site have told, as far as the projection of this one has taken it in.

Nothing is merged: every event keeps the number it has in the log of its own tablet, moved to a range of its own, so
that it can always be told which tablet a fact is from and be read there again. Numbers of this device are positive,
those of the devices before it zero and less, those of the first neighbour begin `SPAN` below, and so on.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from retnet_pro.conduct.erased import Erasure, read_kept, write_kept
from retnet_pro.conduct.site_facts import Opened, SessionFact, read_session_facts
from retnet_pro.conduct.statement import Statements, read_statements, write_statements
from retnet_pro.errors import Code, Refusal
from retnet_pro.record.event import DeviceId, Kind, SessionId

SPAN = 2**40
"""More events than a tablet ever writes; the numbers of each neighbour lie in a range of this size."""

BESIDE = frozenset(
    {
        Kind.ENROL,
        Kind.PARTICIPANT_FACT,
        Kind.SESSION_OPEN,
        Kind.SESSION_WHO,
        Kind.SESSION_DONE,
        Kind.SESSION_STOP,
        Kind.CLINIC_DONE,
        Kind.ABSENT,
        Kind.WITHDRAW,
        Kind.ERASE,
        Kind.ALERT,
        Kind.ACKNOWLEDGE,
        Kind.SIGN,
        Kind.AMEND,
        Kind.PLACE_PROPOSE,
        Kind.PLACE_DECIDE,
        Kind.CONFIRM,
    }
)
"""What is taken in of another tablet. What is only half done there, a form of staff or one on paper, stays there."""
HELD = frozenset(
    {
        Kind.PARTICIPANT_FACT,
        Kind.CLINIC_OPEN,
        Kind.CLINIC_DONE,
        Kind.CLINIC_STOP,
        Kind.ABSENT,
        Kind.WITHDRAW,
        Kind.ALERT,
        Kind.ACKNOWLEDGE,
        Kind.SIGN,
    }
)
"""What waits when it names a participant whom another tablet enrolled that has not told so yet."""


def number_of(place: int, seq: int) -> int:
    """Return the number here of an event of the neighbour at this place, counted from 0."""
    return seq - (place + 1) * SPAN


def is_beside(number: int) -> bool:
    """Whether the event of this number is one of another tablet."""
    return number < -(SPAN // 2)


def place_and_seq(number: int) -> tuple[int, int]:
    """Return which neighbour's the event of this number is, and its number there."""
    place = -number // SPAN
    return place, number + (place + 1) * SPAN


@dataclass(frozen=True, slots=True)
class Enrolled:
    """One enrolment under a study code that was given on more than one tablet."""

    device: str
    """'' for this tablet."""
    at: str
    enrolled: str
    language: str


@dataclass(slots=True, kw_only=True)
class Beside:
    """It has state for one reason: it grows with the log, one event at a time, like the `Site` it is part of."""

    devices: list[DeviceId] = field(default_factory=list)
    """The neighbours, by place."""
    upto: list[int] = field(default_factory=list)
    """The last event of each that was taken in."""
    clashes: dict[str, tuple[Enrolled, ...]] = field(default_factory=dict)
    """Study codes that were given on more than one tablet, with every enrolment under them."""
    enrolled: dict[str, Enrolled] = field(default_factory=dict)
    """The first enrolment known here under each study code."""
    statements: Statements = field(default_factory=Statements)
    """What each tablet stated last of facts that have one value."""
    held: list[Opened] = field(default_factory=list)
    """What names a participant nobody here knows of yet."""
    strays: dict[SessionId, str] = field(default_factory=dict)
    """Finished questionnaires of such participants."""
    sessions: dict[SessionId, SessionFact] = field(default_factory=dict)
    """Questionnaires that were begun on another tablet and neither finished nor stopped there."""
    orders: list[Erasure] = field(default_factory=list)
    """What another tablet was ordered to remove."""
    unread: list[int] = field(default_factory=list)
    """Events that say something this program cannot make sense of; nothing is taken from them."""

    def device_of(self, number: int) -> DeviceId | None:
        """Return which other tablet an event is from, or None for one of this tablet and those before it."""
        return self.devices[place_and_seq(number)[0]] if is_beside(number) else None

    def demand_here(self, number: int) -> None:
        """Return unless an event is one of another tablet: what was recorded there is changed there.

        Raises:
            Refusal: `HELD_ELSEWHERE`.
        """
        if (device := self.device_of(number)) is not None:
            raise Refusal(Code.HELD_ELSEWHERE, device=device)

    def know(self, device: DeviceId) -> None:
        """Take in that another tablet is known."""
        self.devices.append(device)
        self.upto.append(0)

    def is_next(self, number: int) -> bool:
        """Whether an event was not taken in before; from now on it was."""
        place, seq = place_and_seq(number)
        if seq <= self.upto[place]:
            return False
        self.upto[place] = seq
        return True

    def enrol(self, subject: str, opened: Opened) -> bool:
        """Take in an enrolment; return whether it is the one that counts, the first by time under its study code."""
        new = Enrolled(
            self.device_of(opened.seq) or "",
            opened.at,
            str(opened.content["enrolled"]),
            str(opened.content["language"]),
        )
        first = self.enrolled.get(subject)
        if first is not None:
            self.clashes[subject] = (*self.clashes.get(subject, (first,)), new)
        if first is None or _when(new) < _when(first):
            self.enrolled[subject] = new
            return True
        return False

    def release(self, subject: str) -> list[Opened]:
        """Return what waited for this participant; it waits no longer."""
        found = [one for one in self.held if one.content.get("subject") == subject]
        self.held = [one for one in self.held if one.content.get("subject") != subject]
        return found

    def found(self, subject: str) -> frozenset[SessionId]:
        """Return which finished questionnaires waited for this participant; they wait no longer."""
        sessions = frozenset(ses for ses, whose in self.strays.items() if whose == subject)
        self.strays = {ses: whose for ses, whose in self.strays.items() if whose != subject}
        return sessions

    def forget(self, subject: str) -> None:
        """Forget a participant about whom everything was removed."""
        self.release(subject)
        self.clashes.pop(subject, None)
        self.enrolled.pop(subject, None)
        self.statements.forget(subject)
        self.strays = {ses: whose for ses, whose in self.strays.items() if whose != subject}
        self.sessions = {ses: one for ses, one in self.sessions.items() if one.subject != subject}


def write_beside(beside: Beside) -> dict[str, object]:
    """Return what a snapshot keeps of it."""
    return {
        "devices": beside.devices,
        "upto": beside.upto,
        "clashes": {subject: [_plain(one) for one in every] for subject, every in beside.clashes.items()},
        "enrolled": {subject: _plain(one) for subject, one in beside.enrolled.items()},
        "statements": write_statements(beside.statements),
        "held": [asdict(one) for one in beside.held],
        "strays": dict(beside.strays),
        "sessions": [asdict(one) for one in beside.sessions.values()],
        "orders": [write_kept(one) for one in beside.orders],
        "unread": beside.unread,
    }


def read_beside(plain: Mapping[str, Any]) -> Beside:
    """Read what `write_beside` wrote; trusted, because the snapshot around it is signed by this device."""
    sessions = (read_session_facts(one) for one in plain["sessions"])
    return Beside(
        devices=[DeviceId(one) for one in plain["devices"]],
        upto=plain["upto"],
        clashes={subject: tuple(Enrolled(*one) for one in every) for subject, every in plain["clashes"].items()},
        enrolled={subject: Enrolled(*one) for subject, one in plain["enrolled"].items()},
        statements=read_statements(plain["statements"])
        if "statements" in plain
        else Statements(),  # a count of an older centre
        held=[Opened(**{**one, "kind": Kind(one["kind"])}) for one in plain["held"]],
        strays={SessionId(ses): subject for ses, subject in plain["strays"].items()},
        sessions={one.ses: one for one in sessions},
        orders=[read_kept(*one) for one in plain["orders"]],
        unread=plain["unread"],
    )


def _plain(one: Enrolled) -> list[str]:
    return [one.device, one.at, one.enrolled, one.language]


def _when(one: Enrolled) -> tuple[datetime, str, str]:
    """Return what orders enrolments; all of it is the same on every tablet."""
    return datetime.fromisoformat(one.at), one.enrolled, one.language
