"""Put bundles on the road and fetch what came back. The transport is handed in; nothing here can fail half-way.

Nothing counts as received because it was put somewhere: that only a weighed receipt says (`bundle.verdict`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from retnet_pro.bundle.container import Bundle
from retnet_pro.bundle.naming import BundleId, receipt_file
from retnet_pro.conduct.ports import Transport
from retnet_pro.errors import RetnetError, WorldFault


@dataclass(frozen=True, slots=True)
class Attempt:
    """One bundle that was put on the road, or the reason why it was not."""

    bundle: BundleId
    fault: WorldFault | None


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
