"""What is to be sent and what a receipt means. Facts in, facts out; the transport is handed in.

Nothing counts as received because it was put somewhere: only a receipt that the centre signed, and whose countersigned
head is our own event, moves the mark from which on events are sent (rules P72, P73, T8).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from retnet_pro.bundle.container import Bundle
from retnet_pro.bundle.naming import BundleId, receipt_file
from retnet_pro.bundle.receipt import Receipt, Status
from retnet_pro.conduct.ports import Transport
from retnet_pro.errors import RetnetError, WorldFault
from retnet_pro.record.event import EventHash, Head


@dataclass(frozen=True, slots=True)
class Attempt:
    """One bundle that was put on the road, or the reason why it was not."""

    bundle: BundleId
    fault: WorldFault | None


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


def deliver(bundles: Iterable[Bundle], transport: Transport) -> tuple[Attempt, ...]:
    """Put bundles on the road, in order; stop at the first that cannot be put, because the road is closed.

    A bundle that is put twice is one bundle, because its name is its content.
    """
    attempts: list[Attempt] = []
    for bundle in bundles:
        try:
            for name, data in bundle.files:
                transport.put(name, data)
        except WorldFault as fault:
            return (*attempts, Attempt(bundle.id, fault))
        attempts.append(Attempt(bundle.id, None))
    return tuple(attempts)


def collect(transport: Transport, ids: Iterable[BundleId]) -> list[bytes]:
    """Return what lies there as receipts of these bundles, unverified; a bad file is no reason to miss the others.

    Raises:
        WorldFault: the road is closed.
    """
    there = set(transport.names())
    found: list[bytes] = []
    for name in (receipt_file(bundle) for bundle in ids):
        if name in there:
            try:
                found.append(transport.get(name))
            except RetnetError:
                continue
    return found


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
