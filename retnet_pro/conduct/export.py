"""Out and back: unsent events leave in sealed bundles, receipts of the centre come home and become events.

The unsent part is never a list of its own: it is every event after the last one the centre has receipted. So a lost
stick, a lost receipt or a crash in between needs no repair, only the same call again.
"""

import base64
from dataclasses import dataclass

from retnet_pro.bundle.container import make_bundle, split
from retnet_pro.bundle.naming import BundleId, receipt_file
from retnet_pro.bundle.receipt import FINAL, Receipt, verify_receipt
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.doorway import Founding
from retnet_pro.conduct.ports import Log, Transport
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.conduct.site import Site
from retnet_pro.errors import Code, Refusal, Tamper
from retnet_pro.record.event import SEALED_KINDS, Event, EventHash, Head, Kind

_CONTENT = (SEALED_KINDS | {Kind.PROVISION, Kind.STAFF, Kind.PACK}) - {Kind.VIEW}
"""Kinds worth a bundle of their own; logins and exports travel along with the next one."""

RECEIPT_KEPT = 32 * 1024
"""A receipt up to this size travels back inside its event; a longer one (many records set aside) by its facts only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What one export did."""

    bundles: int
    ids: tuple[str, ...]
    events: int
    responses: int
    size: int
    """Bytes written."""
    place: str


def export(desk: Desk, founding: Founding, transport: Transport, *, place: str) -> ExportReport:
    """Write everything the centre has not receipted into sealed bundles at a place; idempotent by bundle id.

    Raises:
        Refusal: `NOT_ALLOWED`, or `NOTHING_TO_SEND`.
        WorldFault: the place cannot be reached or is full; what was written before stays valid.
    """
    demand(desk.person.role, Right.EXPORT)
    events = unreceived(desk.pen.log, desk.site)
    if not any(event.header.kind in _CONTENT for event in events):
        raise Refusal(Code.NOTHING_TO_SEND)
    ids, size = [], 0
    for run in split(events):
        bundle = make_bundle(
            run,
            trial=founding.trial,
            site=founding.site,
            to=founding.centre,
            key=desk.pen.key,
            centre_recipient=founding.centre_recipient,
        )
        for name, data in bundle.files:
            transport.put(name, data)
            size += len(data)
        desk.write(
            Kind.EXPORT,
            {
                "bundle": bundle.id,
                "from": run[0].header.seq,
                "upto": run[-1].header.seq,
                "place": place,
            },
        )
        ids.append(bundle.id)
    return ExportReport(
        bundles=len(ids),
        ids=tuple(ids),
        events=len(events),
        responses=sum(event.header.kind is Kind.SESSION_DONE for event in events),
        size=size,
        place=place,
    )


def unreceived(log: Log, site: Site) -> list[Event]:
    """Return every event the centre has not receipted yet, in order."""
    return list(log.events(site.received_upto))


def collect(desk: Desk, founding: Founding, transport: Transport) -> tuple[Receipt, ...]:
    """Fetch the centre's receipts for bundles that left this device, verify them and write them down.

    Raises:
        Tamper: `RECEIPT_BROKEN`, when a receipt is not genuine or contradicts this device's own log; nothing counts
            as received through it.
        WorldFault: the place cannot be reached.
    """
    demand(desk.person.role, Right.EXPORT)
    known = {receipt.bundle for receipt in desk.site.received}
    there = set(transport.names())
    verified = []
    for sent in {bundle.bundle for bundle in desk.site.sent} - known:
        name = receipt_file(BundleId(sent))
        if name not in there:
            continue
        untrusted = transport.get(name)
        receipt = verify_receipt(
            untrusted, centre_public=founding.centre_key, trial=founding.trial, device=founding.device
        )
        if receipt.bundle != sent:
            raise Tamper(Code.RECEIPT_BROKEN, path=name, why="it is for another bundle")
        _agree(desk.pen.log, receipt, name)
        _keep(desk, receipt, untrusted)
        verified.append(receipt)
    return tuple(verified)


def _agree(log: Log, receipt: Receipt, name: str) -> None:
    """Compare the centre's head with our own event of that number (rule T5)."""
    if receipt.status not in FINAL or receipt.upto == 0:
        return
    own = next(iter(log.events(receipt.upto - 1)), None)
    if own is None or Head(own.header.seq, own.hash) != Head(receipt.upto, EventHash(receipt.head)):
        raise Tamper(Code.RECEIPT_BROKEN, path=name, why="the centre holds other events than this device")


def _keep(desk: Desk, receipt: Receipt, genuine: bytes) -> None:
    desk.write(
        Kind.RECEIPT,
        {
            "bundle": receipt.bundle,
            "upto": receipt.upto,
            "head": receipt.head,
            "status": receipt.status.value,
            "centre_at": receipt.at,
            "set_aside": len(receipt.set_aside),
            "receipt": base64.b64encode(genuine).decode() if len(genuine) <= RECEIPT_KEPT else None,
        },
    )
