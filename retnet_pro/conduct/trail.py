"""The audit trail: the log itself, told newest first and in stretches, under filters; looking at it leaves a trace.

There is no second table that could disagree with the log. A log may hold hundreds of thousands of events, so nothing
here reads all of it at once: a reader asks for the next stretch as long as somebody wants to see more.
"""

import heapq
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.doorway import SETUP
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.conduct.teller import Teller
from retnet_pro.conduct.trail_kinds import KINDS, Group
from retnet_pro.conduct.trail_line import Line, Look
from retnet_pro.errors import Tamper
from retnet_pro.record.event import EMPTY, SEALED_KINDS, Event, Head, Kind, SessionId

PAGE = 100
"""Lines that are told at a time."""
LOOKED_AT = 500
"""Events that are looked at in one stretch at most, so that the lane is free again within a moment."""

_BY_SESSION = KINDS[Group.SESSIONS] - {Kind.HANDOVER, Kind.PAPER_ENTRY, Kind.PAPER_SCAN} | {Kind.ANSWER}
_CAN_NAME_SOMEBODY = (SEALED_KINDS - _BY_SESSION) | {Kind.HANDOVER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which events somebody wants to see; what is left out does not narrow."""

    who: str = ""
    group: Group | None = None
    subject: str = ""
    first: date | None = None
    last: date | None = None
    """Days as the device's own clock had them, both included."""

    def fits(self, event: Event) -> bool:
        """Whether the header of an event fits: person, kind and day."""
        header = event.header
        if self.who and header.who != self.who:
            return False
        if self.group is not None and header.kind not in KINDS[self.group]:
            return False
        if self.first is None and self.last is None:
            return True
        day = datetime.fromisoformat(header.at).date()
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def facts(self) -> dict[str, object]:
        """Return the filter as it is written down when somebody looks through it; only what narrows."""
        return {
            **({"subject": self.subject} if self.subject else {}),
            **({"person": self.who} if self.who else {}),
            **({"group": self.group.value} if self.group is not None else {}),
            **({"first": self.first.isoformat()} if self.first is not None else {}),
            **({"last": self.last.isoformat()} if self.last is not None else {}),
        }


EVERYTHING = Wanted()


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """How far an event and the record around it are known to hold together (rules P03, P16)."""

    followed: int
    """The last event up to which the chain was followed from the first one on, since login."""
    of: int
    first_bad: int | None
    """The first event that does not belong; None as long as none was found."""
    clock_off_s: float | None
    """By how much the wall clock ran differently from the device's own clock since the event before (rule T14);
    None for the first event and after a restart, where nothing can be compared."""


class Trail:
    """One reading of the trail under one filter. It has state for one reason: it remembers how far it has come."""

    def __init__(self, desk: Desk, wanted: Wanted = EVERYTHING) -> None:
        """Begin at the end of the record, or before the damage if there is any.

        Raises:
            Refusal: `NOT_ALLOWED`, or `PARTICIPANT_UNKNOWN` for a study code nobody was enrolled under.
        """
        demand(desk.person.role, Right.READ_TRAIL)
        if wanted.subject:
            desk.course(wanted.subject)
        self.wanted = wanted
        self.upto = _end(desk)
        """The last event this reading goes up to."""
        self.is_complete = False
        self._desk = desk
        self._log = desk.pen.log
        self._teller = Teller(desk, self.upto.seq)
        self._steps = self._of_somebody() if wanted.subject else self._of_anybody()

    def more(self) -> tuple[Line, ...]:
        """Return the next lines, at most `PAGE`; fewer, even none, when a stretch held no more that fit.

        Raises:
            Tamper: `CHAIN_BROKEN` or `EVENT_BROKEN`, at an event that is not as this device signed it.
        """
        lines: list[Line] = []
        for _ in range(LOOKED_AT):
            if len(lines) == PAGE:
                return tuple(lines)
            try:
                line = next(self._steps)
            except StopIteration:
                self.is_complete = True
                break
            if line is not None:
                lines.append(line)
        return tuple(lines)

    def _of_anybody(self) -> Iterator[Line | None]:
        group = self.wanted.group
        for event in self._backwards(None if group is None else KINDS[group]):
            yield self._teller.tell(event) if self.wanted.fits(event) else None

    def _of_somebody(self) -> Iterator[Line | None]:
        """Yield what concerns one participant. Only events that may name the participant are opened to find out."""
        own: list[Event] = []
        for opened in self._backwards({Kind.SESSION_OPEN}):
            ses = opened.header.ses
            if ses is not None and self._teller.about_session(ses, opened).subject == self.wanted.subject:
                own += self._of_session(ses)
            yield None
        own.sort(key=lambda event: event.header.seq, reverse=True)
        others = self._backwards(_CAN_NAME_SOMEBODY)
        for event in heapq.merge(own, others, key=lambda event: event.header.seq, reverse=True):
            line = self._teller.tell(event) if self.wanted.fits(event) else None
            is_about = line is not None and self.wanted.subject in (line.about.subject, line.about.also)
            yield line if is_about else None

    def _of_session(self, ses: SessionId) -> Iterator[Event]:
        try:
            for event in self._log.session_events(ses):
                if event.header.kind in _BY_SESSION and event.header.seq <= self.upto.seq:
                    yield event
        except Tamper:
            if self._desk.damage is None:
                raise  # where a record is known to be damaged, what stands before the damage is still told

    def _backwards(self, kinds: Collection[Kind] | None) -> Iterator[Event]:
        return self._log.backwards(self.upto.seq + 1, kinds)


def open_trail(desk: Desk) -> Trail:
    """Write down that this person opened the trail, and begin to read it (rule P10).

    Raises:
        Refusal: `NOT_ALLOWED`; then nothing was written.
    """
    demand(desk.person.role, Right.READ_TRAIL)
    leave_trace(desk, Look.TRAIL, EVERYTHING)
    return Trail(desk)


def narrow(desk: Desk, wanted: Wanted) -> Trail:
    """Begin to read an opened trail under a filter; looking for one participant is a look of its own (rule P10).

    Raises:
        Refusal: `NOT_ALLOWED` or `PARTICIPANT_UNKNOWN`; then nothing was written.
    """
    trail = Trail(desk, wanted)
    if wanted.subject:
        leave_trace(desk, Look.TRAIL, wanted)
    return trail


def leave_trace(desk: Desk, look: Look, wanted: Wanted, **facts: object) -> None:
    """Write down what was looked at, and through which filter; into a damaged record nothing is written.

    Raises:
        WorldFault: the disk refused.
    """
    if desk.damage is None:
        desk.write(Kind.VIEW, {"what": look.value, **wanted.facts(), **facts})


def authors(desk: Desk) -> tuple[str, ...]:
    """Return whom the trail can be filtered by: everybody who ever had access or logged in, in order.

    Raises:
        Refusal: `NOT_ALLOWED`.
    """
    demand(desk.person.role, Right.READ_TRAIL)
    found = {desk.person.user, SETUP, "participant"}
    for event in desk.pen.log.backwards(_end(desk).seq + 1, KINDS[Group.STAFF] - {Kind.LOCK}):
        found.add(event.header.who)
        if event.header.kind is Kind.STAFF and event.header.note:
            found.add(str(event.header.note.get("user", SETUP)))
    return tuple(sorted(found))


def check(desk: Desk, line: Line) -> Check:
    """Return how far the record is known to hold together, and what the clocks say about one event of it.

    The record is followed a stretch further first, so that what was written since login is looked at too.

    Raises:
        Refusal: `NOT_ALLOWED`.
    """
    demand(desk.person.role, Right.READ_TRAIL)
    desk.inspect()
    followed, of = desk.inspected
    before = desk.pen.log.get(line.seq - 1)
    off = None
    if before is not None and before.header.boot == line.boot:
        wall = datetime.fromisoformat(line.at) - datetime.fromisoformat(before.header.at)
        off = wall.total_seconds() - (line.up_ms - before.header.up) / 1000
    damage = desk.damage
    return Check(followed=followed, of=of, first_bad=None if damage is None else damage.seq, clock_off_s=off)


def _end(desk: Desk) -> Head:
    """Return the last event that can be read: before the damage, else the end of the log."""
    if desk.damage is None:
        return desk.pen.log.head()
    last = desk.pen.log.get(desk.damage.seq - 1)
    return EMPTY if last is None else Head(last.header.seq, last.hash)
