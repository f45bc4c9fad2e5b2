"""The open events of a device, believed only as far as this device signed them. Needs no key that opens anything."""

from collections.abc import Collection, Iterator

from retnet_pro.conduct.ports import Log
from retnet_pro.errors import Code, Tamper
from retnet_pro.record.event import Event, Kind
from retnet_pro.record.signing import EVENT_CONTEXT, is_genuine


def genuine_events(log: Log, public: bytes, kinds: Collection[Kind], *, after: int = 0) -> Iterator[Event]:
    """Yield the events of these kinds in order.

    Raises:
        Tamper: `CHAIN_BROKEN` or `EVENT_BROKEN` at the first that this device did not sign or that was altered.
    """
    for event in log.events(after, kinds):
        if not is_genuine(public, EVENT_CONTEXT + event.header_bytes, event.sig):
            raise Tamper(Code.CHAIN_BROKEN, path="the log", seq=event.header.seq, why="the signature does not fit")
        yield event
