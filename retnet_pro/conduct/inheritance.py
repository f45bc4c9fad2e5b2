"""What a restored device goes on from: the logs of the devices before it, read beside its own and never merged."""

from collections.abc import Iterator, Mapping, Sequence

from retnet_pro.bundle.receipt import FINAL
from retnet_pro.conduct.ports import Inherited
from retnet_pro.record.event import Kind
from retnet_pro.record.signing import EVENT_CONTEXT, is_genuine

Numbered = Sequence[tuple[Inherited, int]]
"""Each inherited log, oldest first, with what is taken off the numbers of its events (see `reading.Reader`)."""

NEEDED = frozenset(
    {
        Kind.PROVISION,
        Kind.ENROL,
        Kind.PARTICIPANT_FACT,
        Kind.SESSION_OPEN,
        Kind.SESSION_WHO,
        Kind.SESSION_DONE,
        Kind.SESSION_STOP,
        Kind.BUNDLE,
        Kind.EXPORT,
        Kind.RECEIPT,
        Kind.CONFIRM,
        Kind.CLINIC_OPEN,
        Kind.CLINIC_DONE,
        Kind.CLINIC_STOP,
        Kind.ABSENT,
        Kind.WITHDRAW,
        Kind.ERASE,
        Kind.ALERT,
        Kind.ACKNOWLEDGE,
        Kind.SIGN,
        Kind.AMEND,
        Kind.PAPER_ENTRY,
        Kind.PAPER_SCAN,
        Kind.PLACE_PROPOSE,
        Kind.PLACE_DECIDE,
        Kind.NEIGHBOUR,
    }
)
"""Kinds the projection of a site is made of. Single answers are opened only when somebody looks at them."""
PARTICIPANTS = NEEDED - {Kind.PROVISION, Kind.BUNDLE, Kind.EXPORT, Kind.RECEIPT, Kind.NEIGHBOUR}
"""What tells of participants and what they gave, and not of how one device stood: all that is taken over from another
device."""


def numbered(inherited: Sequence[Inherited]) -> Iterator[tuple[Inherited, int]]:
    """Yield each inherited log with what is taken off the numbers of its events."""
    sizes = [one.log.head().seq for one in inherited]
    for place, one in enumerate(inherited):
        yield one, sum(sizes[place:])


def unreceipted(logs: Numbered) -> tuple[range, ...]:
    """Return the inherited events, by number, that no receipt of the centre covers: one span a log, oldest first."""
    inherited = [one for one, _ in logs]
    return tuple(
        range(_receipted(one, inherited[place:]) - shift + 1, one.log.head().seq - shift + 1)
        for place, (one, shift) in enumerate(logs, 1)
    )


def _receipted(one: Inherited, later: Sequence[Inherited]) -> int:
    """Return the last event of an inherited log that the centre has receipted, as far as the devices wrote it down.

    A later device may have written down that the centre adopted the whole of it.
    """
    head = one.log.head()
    if any(note["bundle"] == head.hash for other in later for note in _final_receipts(other)):
        return head.seq
    return max((int(str(note["upto"])) for note in _final_receipts(one)), default=0)


def _final_receipts(one: Inherited) -> Iterator[Mapping[str, object]]:
    for event in one.log.events(kinds=(Kind.RECEIPT,)):
        note = event.header.note or {}
        if note.get("status") in FINAL and is_genuine(one.public, EVENT_CONTEXT + event.header_bytes, event.sig):
            yield note
