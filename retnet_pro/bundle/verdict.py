"""What a receipt means for the device that gets it. Facts in, facts out.

Only a receipt that the centre signed, and whose countersigned head is our own event, moves the mark from which on
events are sent (rules P72, P73, T8).
"""

from collections.abc import Callable
from dataclasses import dataclass

from retnet_pro.bundle.receipt import Receipt, Status
from retnet_pro.record.event import EventHash, Head


@dataclass(frozen=True, slots=True)
class Received:
    """The centre holds everything up to here, and it is what we hold."""

    upto: Head


@dataclass(frozen=True, slots=True)
class SendAgain:
    """The centre misses events: send from this number on."""

    first: int


@dataclass(frozen=True, slots=True)
class Stop:
    """The centre holds another history of this device. Nothing more is sent; a person calls the centre."""

    why: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The centre did not take the bundle in; the events stay unsent."""

    why: str


Verdict = Received | SendAgain | Stop | Refused


def weigh(receipt: Receipt, own_hash: Callable[[int], EventHash | None]) -> Verdict:
    """Return what a verified receipt means for a device with these events (security.md 7.3, step 5).

    `own_hash` gives the hash of our event of that number, or None when we have no such event.
    """
    if receipt.status is Status.FORK:
        return Stop(receipt.why or "the centre holds other events of this device")
    if receipt.upto > 0 and own_hash(receipt.upto) != receipt.head:
        return Stop(f"the centre holds an event {receipt.upto} that this device does not have")
    if receipt.status is Status.GAP and receipt.want is not None:
        return SendAgain(receipt.want)
    if receipt.status is Status.REFUSED:
        return Refused(receipt.why or "the centre gave no reason")
    return Received(receipt.holds)
