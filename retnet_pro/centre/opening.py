"""Open admitted bundles: prove, compare with what the centre holds, store what is new, countersign (design part 7).

One transaction per bundle. A bundle that contradicts the centre stores nothing; a record that cannot be used is set
aside, named in the receipt, and never keeps the others out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from retnet_pro.bundle.document import TEXT_LIMIT
from retnet_pro.bundle.naming import BundleId, bundle_file
from retnet_pro.bundle.opening import Expected, VerifiedBundle, open_container, read_bundle
from retnet_pro.bundle.receipt import Receipt, Status, write_receipt
from retnet_pro.centre.erasing import take_orders
from retnet_pro.centre.inbox import SealedFiles
from retnet_pro.centre.records import RecordReader, Records
from retnet_pro.centre.store import BundleRow, Device, Ledger, Stage, Store
from retnet_pro.errors import Code, RetnetError, Tamper
from retnet_pro.phrases import sentence
from retnet_pro.record.event import Event, EventHash, Head
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import Unsealer

_WAITING = (Stage.ADMITTED, Stage.QUARANTINED)
_EVERYTHING = 2**53
"""No event has this number."""
_NO_BUNDLE = BundleId("")
"""What was set aside when it was read again, long after its bundle came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opener:
    """What the inner host needs: who we are, the key that opens, the key that countersigns, how to read records."""

    trial: str
    centre: str
    inbox: SealedFiles
    unsealer: Unsealer
    online: SigningKey
    records: RecordReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What proven events mean for what the centre holds of their device."""

    status: Status
    why: str | None = None
    want: int | None = None
    new: tuple[Event, ...] = ()
    span: tuple[int, int] | None = None


def opening(store: Store, opener: Opener, now: datetime) -> Iterator[Receipt]:
    """Open what waits, one bundle after the other, and yield the receipt of each once all of it is stored.

    Several openers may do this at the same time: each works on sites that no other is at, and what another one has
    opened meanwhile is passed over. Whatever ends one of them, a bundle is then open or waits as before.

    Raises:
        Refusal: `FILE_MISSING`, when a sealed file was taken out of the inbox.
        WorldFault: the database or a disk broke off; call again and go on.
    """
    at = now.isoformat(timespec="milliseconds")
    while _read_kept(store, opener, at):
        pass
    with store.reading() as ledger:
        sites = ledger.sites_with(*_WAITING, Status.GAP)
    for site in sites:
        with store.holding(site) as is_ours:
            if is_ours:
                yield from _work_through(store, opener, site, at)


def _read_kept(store: Store, opener: Opener, at: str) -> bool:
    """Read some of what came before there were tables for it; return whether there may be more."""
    with store.reading() as ledger:
        dev = ledger.unread_device()
        device = None if dev is None else ledger.device(dev)
    if device is None:
        return False
    with store.writing() as ledger:
        ledger.lock_site(device.site)
        events = ledger.unread(device.dev)
        found = opener.records.read_desk(ledger, device, [event for event in events if event.sealed is not None])
        ledger.add_desk(found)
        ledger.set_aside(device.dev, found.set_aside, _NO_BUNDLE, at)
        ledger.have_read(device.dev, events[-1].header.seq if events else _EVERYTHING)
    return True


def _work_through(store: Store, opener: Opener, site: str, at: str) -> Iterator[Receipt]:
    with store.reading() as ledger:
        rows = ledger.bundles_of(site, *_WAITING)
    yield from filter(None, (_open(store, opener, row, at) for row in rows))
    while rows := _closing(store, site):
        yield from filter(None, (_open(store, opener, row, at) for row in rows))


def _closing(store: Store, site: str) -> tuple[BundleRow, ...]:
    """Return the bundles that were too early and no longer are."""
    with store.reading() as ledger:
        rows = ledger.bundles_of(site, Status.GAP)
        heads = {dev: ledger.head(dev).seq for dev in {row.dev for row in rows}}
    return tuple(row for row in rows if row.from_seq is not None and row.from_seq <= heads[row.dev] + 1)


def _open(store: Store, opener: Opener, row: BundleRow, at: str) -> Receipt | None:
    """Open one bundle; None, when somebody else did so meanwhile."""
    with store.reading() as ledger:
        device = ledger.sender(row)
    found = _prove(opener, row, device)
    with store.writing() as ledger:
        ledger.lock_site(device.site)
        if not ledger.stands(row):
            return None
        verdict = found if isinstance(found, Verdict) else compare(ledger, found, ledger.head(row.dev))
        receipt = take_in(ledger, opener, device, row.id, verdict, at)
        ledger.mark(row, verdict.status, at, verdict.span)
    return receipt


def take_in(ledger: Ledger, opener: Opener, device: Device, bundle: BundleId, verdict: Verdict, at: str) -> Receipt:
    """Store what is new, with the responses and corrections it proves, carry out orders to erase, and countersign.

    All of it in the caller's transaction.
    """
    head = ledger.head(device.dev)
    records = opener.records.read(ledger, device, verdict.new)
    ledger.add_events(verdict.new)
    add_records(ledger, records)
    refused = take_orders(ledger, opener.unsealer, device, verdict.new, at)
    gone = ledger.ordered(device.dev)
    set_aside = (*(one for one in records.set_aside if one.seq not in gone), *refused)
    ledger.set_aside(device.dev, set_aside, bundle, at)
    holds = Head(verdict.new[-1].header.seq, verdict.new[-1].hash) if verdict.new else head
    held = verdict.status in (Status.ACCEPTED, Status.DUPLICATE) and verdict.span
    receipt = Receipt(
        bundle=bundle,
        trial=opener.trial,
        dev=device.dev,
        upto=holds.seq,
        head=holds.hash,
        at=at,
        status=verdict.status,
        count=held[1] - held[0] + 1 if held else 0,
        want=verdict.want,
        why=verdict.why,
        set_aside=set_aside,
    )
    ledger.keep_receipt(bundle, device.dev, verdict.status, at, write_receipt(receipt, opener.online))
    return receipt


def add_records(ledger: Ledger, records: Records) -> None:
    """Store what events prove, in the caller's transaction."""
    ledger.add_responses(records.responses)
    ledger.add_amendments(records.amendments)
    ledger.add_placements(records.placements)
    ledger.add_desk(records.desk)


def _prove(opener: Opener, row: BundleRow, device: Device) -> VerifiedBundle | Verdict:
    """Return the bundle once it is proven, or why it is refused."""
    if device.revoked_at is not None:
        return Verdict(status=Status.REFUSED, why="this tablet was closed at the centre")
    expected = Expected(opener.trial, opener.centre, device.site, device.dev, device.public)
    sealed = opener.inbox.read(row.id, row.file)
    try:
        container = open_container(sealed, opener.unsealer, path=bundle_file(row.id))
        if container.id != row.id:
            raise Tamper(Code.BUNDLE_BROKEN, path=bundle_file(row.id), why="it carries the name of another bundle")
        return read_bundle(container, expected)
    except RetnetError as error:
        return Verdict(status=Status.REFUSED, why=sentence(error)[:TEXT_LIMIT])


def compare(ledger: Ledger, bundle: VerifiedBundle, head: Head) -> Verdict:
    """Return what a proven bundle means for what the centre holds of this device (rules T5, T7, T8)."""
    after, upto = bundle.manifest.after, bundle.manifest.upto
    span = (after.seq + 1, upto.seq)
    if after.seq > head.seq:
        why = f"events {head.seq + 1} to {after.seq} have not come"
        return Verdict(status=Status.GAP, want=head.seq + 1, why=why, span=span)
    held = ledger.hashes(bundle.manifest.dev, after.seq, upto.seq)
    forked = next(_differing(bundle, held), None)
    if forked is not None:
        why = f"event {forked} is not the one the centre holds"
        return Verdict(status=Status.FORK, why=why, span=span)
    new = tuple(event for event in bundle.events if event.header.seq > head.seq)
    return Verdict(status=Status.ACCEPTED if new else Status.DUPLICATE, new=new, span=span)


def _differing(bundle: VerifiedBundle, held: dict[int, EventHash]) -> Iterator[int]:
    after = bundle.manifest.after
    if held.get(after.seq, after.hash) != after.hash:
        yield after.seq
    for event in bundle.events:
        if held.get(event.header.seq, event.hash) != event.hash:
            yield event.header.seq
