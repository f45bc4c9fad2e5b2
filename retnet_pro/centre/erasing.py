"""Orders to erase that tablets send: carried out with the bundle that brings them, and for good (rule P102).

The answers, their sealed contents and every file that carries them go; headers, hashes, signatures and receipts stay,
so the chain still verifies and the archive says what stood there. The receipt of the bundle is the confirmation. What
an order names stays away when it is sent once more.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from retnet_pro.bundle.document import TEXT_LIMIT
from retnet_pro.bundle.naming import bundle_file, signature_file
from retnet_pro.bundle.receipt import SetAside, Status
from retnet_pro.centre.folder import Centre
from retnet_pro.centre.store import BundleRow, Device, Ledger, Store
from retnet_pro.conduct.erased import read_targets
from retnet_pro.errors import RetnetError, fault_of_disk
from retnet_pro.phrases import sentence
from retnet_pro.record.event import DeviceId, Event, Kind
from retnet_pro.record.unseal import Unsealer

_TAKEN_IN = frozenset({Status.ACCEPTED.value, Status.DUPLICATE.value})
"""Bundles whose events are all held one by one, so that their file is not needed any more."""


def take_orders(
    ledger: Ledger, unsealer: Unsealer, device: Device, events: Sequence[Event], at: str
) -> tuple[SetAside, ...]:
    """Note the orders among new events and carry out all that concern their device, in the caller's transaction.

    Returns orders that cannot be carried out, with the reason: not readable, or for another site's data.
    """
    refused: list[SetAside] = []
    concerned = {device.dev}
    for event in events:
        if event.header.kind is not Kind.ERASE or event.sealed is None:
            continue
        try:
            targets = read_targets(unsealer.unseal_payload(event.sealed, what=f"event {event.header.seq}"))
        except (RetnetError, KeyError, TypeError, ValueError) as error:
            why = sentence(error) if isinstance(error, RetnetError) else "the order to erase is not in the agreed form"
            refused.append(SetAside(event.header.seq, None, why[:TEXT_LIMIT]))
            continue
        if strangers := [dev for dev in targets if not _is_of_site(ledger, dev, device.site)]:
            why = f"it orders the erasure of what {strangers[0]} recorded, which is no tablet of this site"
            refused.append(SetAside(event.header.seq, None, why[:TEXT_LIMIT]))
            continue
        ledger.note_order(device.dev, event.header.seq, targets, at)
        concerned |= set(targets)
    ledger.erase_ordered(concerned)
    return tuple(refused)


def _is_of_site(ledger: Ledger, dev: DeviceId, site: str) -> bool:
    known = ledger.device(dev)
    return known is not None and known.site == site


def is_emptied(ledger: Ledger, row: BundleRow) -> bool:
    """Whether the file of a bundle carries something that was ordered away."""
    if row.status not in _TAKEN_IN or row.from_seq is None or row.upto is None:
        return False
    return any(row.from_seq <= seq <= row.upto for seq in ledger.ordered(row.dev))


def remove_carriers(store: Store, centre: Centre) -> int:
    """Remove the files of the centre that carry what was ordered away; return how many. Doing it again does nothing.

    To be called once receipts were posted, because bundles leave the centre's meeting place as well. Every event of
    such a bundle or log is held one by one, so nothing else is lost with the file.

    Raises:
        WorldFault: `DISK_FAULT`, or the object store cannot be reached.
    """
    boxes = (centre.inbox, centre.quarantine)  # a closed tablet may have handed in the very same file
    with store.reading() as ledger:
        emptied = [row for row in ledger.bundles(*_TAKEN_IN) if is_emptied(ledger, row)]
        sealed = [(box, row) for box in boxes for row in emptied if box.holds(row.id, row.file)]
        doomed = [path for path in _carriers(ledger, centre, emptied) if path.is_file()]
    for box, row in sealed:
        box.remove(row.id, row.file)
    for path in doomed:
        try:
            path.unlink(missing_ok=True)  # another program may be at it too
        except OSError as error:
            raise fault_of_disk(error, path) from error
    store.settle()
    return len(sealed) + len(doomed)


def _carriers(ledger: Ledger, centre: Centre, emptied: Iterable[BundleRow]) -> Iterator[Path]:
    for row in emptied:
        yield centre.drop / bundle_file(row.id)
        yield centre.drop / signature_file(row.id)
    for bundle, dev, _ in ledger.receipts():
        if ledger.ordered(dev):
            yield centre.adopted / f"{bundle}.db"
