"""Read what the other tablets of the site have told, as far as this tablet wrote down that it took it in.

A file of theirs that is missing, shorter or altered stops nobody here: what it held is not seen until it was fetched
again.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from retnet_pro.conduct.beside import number_of, place_and_seq
from retnet_pro.conduct.neighbours import TAKEN, Neighbourhood, neighbourhood
from retnet_pro.conduct.ports import Log, NeighbourLogs
from retnet_pro.conduct.site_facts import Opened
from retnet_pro.errors import Code, RetnetError, Tamper
from retnet_pro.record.chain import Break, walk
from retnet_pro.record.event import EMPTY, Event, EventHash, Head, Kind, SessionId


@dataclass(frozen=True, slots=True)
class Told:
    """One event of another tablet."""

    event: Event
    number: int
    """Its number in the record of this tablet (see `beside`)."""
    public: bytes
    """The key it must be signed with."""
    is_end: bool = False
    """It only tells that all up to it was told, of whatever kind it is."""


class Hearing:
    """It has state for one reason: it remembers the neighbours it has looked up in the log."""

    def __init__(self, log: Log, public: bytes, logs: NeighbourLogs) -> None:
        """Take this device's log, the key that signs it, and where the logs of the others are."""
        self._log, self._public, self.logs = log, public, logs
        self._known = Neighbourhood()

    def told(self, taken: Opened, kinds: Collection[Kind]) -> Iterator[Told]:
        """Yield the events of these kinds that a `neighbour` event says were taken in, if they are still as they were.

        Raises:
            Tamper: when this device's own events about its neighbours cannot be believed.
        """
        note = taken.content
        if taken.kind is not Kind.NEIGHBOUR or note["act"] != TAKEN:
            return
        place = self._neighbourhood(str(note["device"])).place_of(str(note["device"]))
        one = self._known.neighbours[place]
        log = self.logs.log(one.device)
        first, upto = int(str(note["from"])), Head(int(str(note["upto"])), EventHash(str(note["head"])))
        if log is None or not holds(log, one.device, first, upto):
            return
        for event in log.events(first - 1, kinds):
            if event.header.seq > upto.seq:
                break
            yield Told(event, number_of(place, event.header.seq), one.public)
        if (last := log.get(upto.seq)) is not None:
            yield Told(last, number_of(place, upto.seq), one.public, is_end=True)

    def everything(self, kinds: Collection[Kind]) -> Iterator[Told]:
        """Yield every event of these kinds that was taken in from other tablets, tablet by tablet.

        Raises:
            Tamper: as `told`.
        """
        self._known = neighbourhood(self._log, self._public)
        for place, one in enumerate(self._known.neighbours):
            log = self.logs.log(one.device)
            for event in () if log is None else log.events(0, kinds):
                if event.header.seq <= one.upto.seq:
                    yield Told(event, number_of(place, event.header.seq), one.public)

    def place_of(self, number: int) -> tuple[Log, int, bytes]:
        """Return the log that holds the event of this number, its number there, and the key it must be signed with.

        Raises:
            Tamper: `CHAIN_BROKEN`, when it can no longer be read.
        """
        place, seq = place_and_seq(number)
        known = self._neighbourhood("", place + 1).neighbours
        log = self.logs.log(known[place].device) if place < len(known) else None
        if log is None:
            why = "what this tablet told is not here any more; exchange with it again"
            raise Tamper(Code.CHAIN_BROKEN, path="the log of another tablet", seq=seq, why=why)
        return log, seq, known[place].public

    def session(self, ses: SessionId) -> Iterator[tuple[Event, bytes]]:
        """Yield the events of a session that another tablet told of, each with the key it must be signed with."""
        for one in self._neighbourhood("").neighbours:
            log = self.logs.log(one.device)
            for event in () if log is None else log.session_events(ses):
                yield event, one.public

    def _neighbourhood(self, device: str, count: int = 1) -> Neighbourhood:
        """Return the neighbours; they never change places, so they are looked up again only where one is lacking."""
        known = self._known
        if len(known.neighbours) < count or (device and known.of(device) is None):
            self._known = neighbourhood(self._log, self._public)
        return self._known


def holds(log: Log, device: str, first: int, upto: Head) -> bool:
    """Whether a log holds the unbroken run of events of a device up to this head.

    The hash of the last one stands in an event that this tablet signed, so the signatures need not be verified again.
    """
    try:
        before = EMPTY if first == 1 else _head_at(log, first - 1)
        head = before
        if before is None:
            return False
        rows = ((row, True) for row in log.rows(first - 1))
        for step in walk(rows, device=device, start=before):  # type: ignore[arg-type]
            if isinstance(step, Break):
                return False
            head = Head(step[0].seq, step[1])
            if head.seq == upto.seq:
                return head == upto
    except RetnetError:
        return False
    return False


def _head_at(log: Log, seq: int) -> Head | None:
    event = log.get(seq)
    return None if event is None else Head(seq, event.hash)
