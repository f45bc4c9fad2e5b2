"""Out and back: unsent events leave in sealed bundles, receipts of the centre come home and become events.

The unsent part is never a list of its own: it is every event after the last one the centre has receipted. So a lost
stick, a lost receipt or a crash in between needs no repair, only the same call again.
"""

import base64
from dataclasses import dataclass, replace

from retnet_pro.bundle.container import make_bundle, split
from retnet_pro.bundle.naming import BundleId, receipt_file
from retnet_pro.bundle.receipt import FINAL, Receipt, verify_receipt
from retnet_pro.bundle.verdict import Stop, weigh
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.doorway import Founding, Origin
from retnet_pro.conduct.keys import KeysInForce, believed_keys
from retnet_pro.conduct.packs_in_force import pack_history
from retnet_pro.conduct.ports import Log, Transport
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.conduct.site import Site
from retnet_pro.conduct.site_facts import FORK, SentBundle
from retnet_pro.errors import Code, Refusal, Tamper
from retnet_pro.record.event import SEALED_KINDS, DeviceId, Event, EventHash, Kind

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
        Tamper: `HISTORY_FORKED`; nothing more is sent until the centre has been called. `CHAIN_BROKEN` or
            `EVENT_BROKEN`, when an event about keys or packs cannot be believed.
        WorldFault: the place cannot be reached or is full; what was written before stays valid.
    """
    demand(desk.person.role, Right.EXPORT)
    if desk.site.is_forked:
        raise Tamper(Code.HISTORY_FORKED, why="the centre's receipt says so")
    events = unreceived(desk.pen.log, desk.site)
    if not any(event.header.kind in _CONTENT for event in events):
        raise Refusal(Code.NOTHING_TO_SEND)
    keys = believed_keys(desk.pen.log, desk.pen.key.public)
    ids, size = [], 0
    for run in split(events):
        bundle = make_bundle(
            run,
            trial=founding.trial,
            site=founding.site,
            to=keys.centre,
            packs=_packs_after(desk.pen.log, founding, run[-1].header.seq),
            key=desk.pen.key,
            centre_recipient=keys.centre_recipient,
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


def _packs_after(log: Log, founding: Founding, upto: int) -> list[str]:
    """Return the packs in force after an event: what is taken in later does not change the id of a bundle."""
    return sorted(pack.sha256 for pack in pack_history(log, founding, upto=upto).in_force.values())


def unreceived(log: Log, site: Site) -> list[Event]:
    """Return every event the centre has not receipted yet or asks for again, in order."""
    return list(log.events(site.send_after))


def collect(desk: Desk, founding: Founding, transport: Transport) -> tuple[Receipt, ...]:
    """Fetch the centre's receipts for bundles that left this device, verify them and write them down.

    Raises:
        Refusal: `NOT_ALLOWED`.
        Tamper: `RECEIPT_BROKEN`, when a receipt is not genuine; `HISTORY_FORKED`, when the centre holds other events
            of this device than the device itself. Nothing counts as received through either.
        WorldFault: the place cannot be reached.
    """
    demand(desk.person.role, Right.EXPORT)
    settled = {one.bundle for one in desk.site.received if one.status in {status.value for status in FINAL}}
    there = set(transport.names())
    waiting = {sent.bundle: sent for sent in desk.site.sent if sent.bundle not in settled}
    keys = believed_keys(desk.pen.log, desk.pen.key.public)
    verified: list[Receipt] = []
    faults: list[Tamper] = []
    for sent in waiting.values():
        if (name := receipt_file(BundleId(sent.bundle))) in there:
            try:
                verified += _take_in(desk, founding, keys, sent, transport.get(name), name)
            except Tamper as fault:  # one bad receipt is no reason to miss the others
                faults.append(fault)
    origin = founding.restored_from
    if origin is not None and not desk.site.is_adopted and (name := receipt_file(BundleId(origin.head.hash))) in there:
        try:
            verified.append(_adopted(desk, founding, keys, origin, transport.get(name), name))
        except Tamper as fault:
            faults.append(fault)
    if faults:
        raise faults[0]
    return tuple(verified)


def _adopted(desk: Desk, founding: Founding, keys: KeysInForce, origin: Origin, untrusted: bytes, name: str) -> Receipt:
    """Write down that the centre holds the whole log this device goes on from; its end is the name of the receipt."""
    receipt = _verified(untrusted, founding.trial, origin.device, keys.receipt_keys(desk.pen.log.head().seq))
    if receipt.bundle != BundleId(origin.head.hash) or receipt.status not in FINAL:
        raise Tamper(Code.RECEIPT_BROKEN, path=name, why="it does not say that the log before this one was taken in")
    _keep(desk, replace(receipt, upto=0), untrusted, receipt.status.value)  # none of this device's own events
    return receipt


def _take_in(
    desk: Desk, founding: Founding, keys: KeysInForce, sent: SentBundle, untrusted: bytes, name: str
) -> list[Receipt]:
    """Weigh one receipt and write it down, unless that was done before."""
    receipt = _verified(untrusted, founding.trial, founding.device, keys.receipt_keys(sent.upto))
    if receipt.bundle != sent.bundle:
        raise Tamper(Code.RECEIPT_BROKEN, path=name, why="it is for another bundle")
    if any((one.bundle, one.centre_at) == (receipt.bundle, receipt.at) for one in desk.site.received):
        return []
    verdict = weigh(receipt, lambda seq: _own_hash(desk.pen.log, seq))
    _keep(desk, receipt, untrusted, FORK if isinstance(verdict, Stop) else receipt.status.value)
    if isinstance(verdict, Stop):
        raise Tamper(Code.HISTORY_FORKED, why=verdict.why)
    return [receipt]


def _verified(untrusted: bytes, trial: str, device: DeviceId, allowed: tuple[bytes, ...]) -> Receipt:
    """Verify with the key in force and, while a switch of keys is under way, with the one before it."""
    faults: list[Tamper] = []
    for public in allowed:
        try:
            return verify_receipt(untrusted, centre_public=public, trial=trial, device=device)
        except Tamper as fault:
            faults.append(fault)
    raise faults[0]


def _own_hash(log: Log, seq: int) -> EventHash | None:
    event = log.get(seq)
    return None if event is None else event.hash


def _keep(desk: Desk, receipt: Receipt, genuine: bytes, status: str) -> None:
    desk.write(
        Kind.RECEIPT,
        {
            "bundle": receipt.bundle,
            "upto": receipt.upto,
            "head": receipt.head,
            "status": status,
            "want": receipt.want,
            "centre_at": receipt.at,
            "set_aside": len(receipt.set_aside),
            "receipt": base64.b64encode(genuine).decode() if len(genuine) <= RECEIPT_KEPT else None,
        },
    )
