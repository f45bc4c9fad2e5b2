"""Does the record hold together? Follows the chain of events, a stretch at a time, so that nobody has to wait for it.

A login follows it from the last signed snapshot to the end; the older part is followed behind the desk while people
work. Where it breaks, everything before the break can still be read and nothing more is written (rules P03, T4, T6).
"""

from collections.abc import Collection
from itertools import islice

from retnet_pro.conduct.ports import Log
from retnet_pro.errors import Tamper
from retnet_pro.record.chain import Break, is_signed, walk
from retnet_pro.record.event import EMPTY, DeviceId, Head, Header, Kind

STRETCH = 500
"""Events followed at a time: under a tenth of a second on a slow tablet."""


class Inspection:
    """Walks one log. It has state for one reason: it remembers how far it has come."""

    def __init__(self, log: Log, device: DeviceId, public: bytes, start: Head) -> None:
        """Begin after a head that is trusted: an empty log's, or one this device has signed in a snapshot."""
        self._log = log
        self._device = device
        self._public = public
        self._erased: list[int] = []
        self._allowed = 0
        self._is_whole = start.seq == 0
        self.head = start
        """The last event that is known to hold."""
        self.first_break: Break | None = None

    @property
    def is_complete(self) -> bool:
        """Whether there is nothing more to follow for now."""
        return self.first_break is not None or self.head.seq >= self._log.head().seq

    def advance(self) -> None:
        """Follow the next stretch; a page of the file that cannot be read is a break as well."""
        if self.is_complete:
            return
        rows = islice(self._log.rows(self.head.seq), STRETCH)
        marked = ((row, is_signed(row, self._public)) for row in rows)
        before = self.head
        try:
            for step in walk(marked, device=self._device, start=self.head):
                if isinstance(step, Break):
                    self.first_break = step
                    return
                self._note(step[0], is_erased=step[2])
                self.head = Head(step[0].seq, step[1])
        except Tamper as fault:
            self.first_break = Break(self.head.seq + 1, f"it cannot be read ({fault.facts.get('why', fault.code)})")
            return
        if self.head == before:
            self.first_break = Break(self.head.seq + 1, "it is missing")
        elif self.is_complete:
            self._account()

    def finish(self) -> None:
        """Follow to the end."""
        while not self.is_complete:
            self.advance()

    def account(self, named: Collection[int]) -> None:
        """Hold what is gone against the events whose removal was ordered; only who can open an order knows them."""
        unnamed = next((seq for seq in self._erased if seq not in named), None)
        if unnamed is not None and self._is_whole and self.first_break is None:
            self.first_break = Break(unnamed, "its content is gone, and no order names it")

    def _note(self, header: Header, *, is_erased: bool) -> None:
        if is_erased:
            self._erased.append(header.seq)
        if header.kind is Kind.ERASE and header.note:
            count = header.note.get("count")
            self._allowed += count if type(count) is int and count > 0 else 0

    def _account(self) -> None:
        """No payload may be missing that an `erase` event does not account for; only the whole log can tell."""
        if self._is_whole and len(self._erased) > self._allowed:
            why = f"{len(self._erased)} payloads are gone, erase events account for {self._allowed}"
            self.first_break = Break(self._erased[0], why)


class Soundness:
    """What a desk knows about its record. It has state for one reason: more becomes known while people work."""

    def __init__(self, log: Log, device: DeviceId, public: bytes, known: Head) -> None:
        """Follow the record from a head that is trusted to its end; the part before it is left for `advance`."""
        self._log = log
        self._whole = Inspection(log, device, public, EMPTY)
        self._tail = Inspection(log, device, public, known) if known.seq else self._whole
        self._tail.finish()

    @property
    def damage(self) -> Break | None:
        """Where the record stops holding together."""
        return self._tail.first_break or self._whole.first_break

    @property
    def inspected(self) -> tuple[int, int]:
        """How many events were followed from the first one on, and how many there are."""
        return self._whole.head.seq, self._log.head().seq

    def distrust(self, found: Break) -> None:
        """Take in that an event is not what somebody else vouches for."""
        self._tail.first_break = self._tail.first_break or found

    def advance(self) -> bool:
        """Follow the next stretch from the beginning; return whether there is more to follow."""
        self._whole.advance()
        return not self._whole.is_complete

    def account(self, named: Collection[int]) -> None:
        """Take in which events an order names; a content that is gone without one is a break."""
        self._whole.account(named)

    def finish(self) -> None:
        """Follow what was written since login to its end."""
        self._tail.finish()
