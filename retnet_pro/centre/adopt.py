"""Take in the log of a device that will send no more: lost, broken, or replaced by one restored from its backup.

A person brings the file. It is believed as far as a bundle is: the whole chain must be signed with the key that was
enrolled for the device. Its events go in by the same way, and the receipt is named by the hash of the last event, so
that the device restored from that log finds it. The device is closed then.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from retnet_pro.bundle.manifest import Manifest
from retnet_pro.bundle.naming import BundleId, receipt_file
from retnet_pro.bundle.opening import VerifiedBundle, is_storable
from retnet_pro.bundle.receipt import FINAL, Receipt, Status, verify_receipt
from retnet_pro.centre.erasing import remove_carriers
from retnet_pro.centre.folder import Centre
from retnet_pro.centre.inbox import write_durably
from retnet_pro.centre.opening import Opener, compare, take_in
from retnet_pro.centre.store import Device, Store
from retnet_pro.conduct.doorway import read_founding
from retnet_pro.conduct.ports import Transport
from retnet_pro.errors import Code, Refusal, Tamper, WorldFault
from retnet_pro.record.chain import Break, StoredRow, is_signed, walk
from retnet_pro.record.event import EMPTY, DeviceId, Event, Head, Kind, read_header


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtLog:
    """A log file as a person brought it; nothing in it is believed yet."""

    name: str
    untrusted_rows: Iterable[StoredRow]
    untrusted_file: bytes


def adopt(store: Store, opener: Opener, centre: Centre, log: BroughtLog, now: datetime) -> Receipt:
    """Take in the events of a log that the centre does not hold yet, keep the file, close the device.

    Doing it again changes nothing and gives the same receipt.

    Raises:
        Refusal: `DEVICE_UNKNOWN`, or `BACKUP_UNFIT` when it is of another trial, centre or site.
        Tamper: `CHAIN_BROKEN`, when it was not signed with the enrolled key from end to end; `HISTORY_FORKED`, when the
            centre holds other events of this device. Nothing was taken in.
        WorldFault: `DISK_FAULT`.
    """
    at = now.isoformat(timespec="milliseconds")
    device, events = _proven(store, opener, log)
    head = Head(events[-1].header.seq, events[-1].hash)
    name = BundleId(head.hash)
    with store.reading() as ledger:
        before = ledger.receipt(name)
    if before is None or before[0] not in FINAL:
        try:
            centre.adopted.mkdir(exist_ok=True)
            write_durably(centre.adopted / f"{name}.db", log.untrusted_file)
        except OSError as error:
            raise WorldFault(Code.DISK_FAULT, path=centre.adopted, why=error.strerror or "unknown") from error
    manifest = Manifest(
        trial=opener.trial,
        site=device.site,
        dev=device.dev,
        to=opener.centre,
        after=EMPTY,
        upto=head,
        count=len(events),
        files=(),
        packs=(),
    )
    with store.writing() as ledger:
        ledger.lock_site(device.site)
        before = ledger.receipt(name)
        if before is not None and before[0] in FINAL:
            return verify_receipt(before[1], centre_public=centre.online, trial=opener.trial, device=device.dev)
        verdict = compare(ledger, VerifiedBundle(name, manifest, events), ledger.head(device.dev))
        if verdict.status is Status.FORK:
            raise Tamper(Code.HISTORY_FORKED, why=verdict.why)
        receipt = take_in(ledger, opener, device, name, verdict, at)
        ledger.revoke(device.dev, at)
    remove_carriers(store, centre)
    return receipt


def post_adoption(store: Store, transport: Transport, receipt: Receipt) -> None:
    """Put the receipt at the meeting place, for the device that was restored from the log.

    Raises:
        WorldFault: the meeting place cannot be reached.
    """
    with store.reading() as ledger:
        kept = ledger.receipt(receipt.bundle)
    assert kept is not None
    transport.put(receipt_file(receipt.bundle), kept[1])


def _proven(store: Store, opener: Opener, log: BroughtLog) -> tuple[Device, tuple[Event, ...]]:
    """Return the enrolled device and its events, once every one of them is known to be its own."""
    rows = iter(log.untrusted_rows)
    first = next(rows, None)
    device = _claimed(store, opener, log.name, first)
    assert first is not None
    events: list[Event] = []
    kept: list[StoredRow] = []

    def marked() -> Iterable[tuple[StoredRow, bool]]:
        for row in (first, *rows):
            kept.append(row)
            yield row, is_signed(row, device.public)

    for step in walk(marked(), device=device.dev, start=EMPTY):
        if isinstance(step, Break):
            raise Tamper(Code.CHAIN_BROKEN, path=log.name, seq=step.seq, why=step.why)
        header, name, _is_erased = step
        _, header_bytes, sealed, sig, _ = kept.pop()
        events.append(Event(header, header_bytes, name, sealed, sig))
        if not is_storable(events[-1]):
            raise _unfit(log.name, f"event {header.seq} names a session that cannot be stored")
    return device, tuple(events)


def _claimed(store: Store, opener: Opener, path: str, first: StoredRow | None) -> Device:
    """Return the enrolled device this log says it is of, for this trial and centre."""
    try:
        header = read_header(first[1], path=path) if first is not None else None
        if header is None or header.kind is not Kind.PROVISION or header.note is None:
            raise ValueError("it does not begin with the founding of a device")
        founding = read_founding(header.note)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise _unfit(path, "no device has founded a site in it") from error
    if (founding.trial, founding.centre) != (opener.trial, opener.centre):
        raise _unfit(path, "it is of another trial or meant for another centre")
    with store.reading() as ledger:
        device = ledger.device(DeviceId(founding.device))
    if device is None:
        raise Refusal(Code.DEVICE_UNKNOWN, device=founding.device)
    if founding.site != device.site:
        raise _unfit(path, f"it names site {founding.site}, and the device is enrolled for {device.site}")
    return device


def _unfit(path: str, why: str) -> Refusal:
    return Refusal(Code.BACKUP_UNFIT, path=path, why=why)
