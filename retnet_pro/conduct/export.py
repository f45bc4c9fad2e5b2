"""Out and back: unsent events leave in sealed bundles, receipts of the centre come home and become events.

The unsent part is never a list of its own: it is every event after the last one the centre has receipted. So a lost
stick, a lost receipt or a crash in between needs no repair, only the same call again.
"""

import base64
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from retnet_pro.bundle.container import make_bundle, split
from retnet_pro.bundle.naming import BundleId, receipt_file
from retnet_pro.bundle.receipt import FINAL, Receipt, verify_receipt
from retnet_pro.bundle.verdict import Stop, weigh
from retnet_pro.conduct.doorway import Founding, Origin
from retnet_pro.conduct.journey import Journey, elsewhere
from retnet_pro.conduct.keys import KeysInForce, believed_keys
from retnet_pro.conduct.letters import Letters
from retnet_pro.conduct.packs_in_force import pack_history
from retnet_pro.conduct.ports import Log, Transport
from retnet_pro.conduct.sender import Sender, demand_may_send
from retnet_pro.conduct.site_facts import FORK, SentBundle
from retnet_pro.errors import Code, Refusal, Tamper
from retnet_pro.record.event import SEALED_KINDS, DeviceId, Event, EventHash, Kind

CONTENT = (SEALED_KINDS | {Kind.PROVISION, Kind.STAFF, Kind.PACK}) - {Kind.VIEW}
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
    odd: tuple[str, ...] = ()
    """Names there that look like a leftover of this program and are none; they were left alone."""


def export(sender: Sender, founding: Founding, transport: Transport, *, place: str) -> Journey[ExportReport]:
    """Write everything the centre has not receipted into sealed bundles at a place; idempotent by bundle id.

    Raises:
        Refusal: `NOT_ALLOWED`, or `NOTHING_TO_SEND`.
        Tamper: `HISTORY_FORKED`; nothing more is sent until the centre has been called. `CHAIN_BROKEN` or
            `EVENT_BROKEN`, when an event about keys or packs cannot be believed.
        WorldFault: the place cannot be reached or is full; what was written before stays valid.
    """
    demand_may_send(sender)
    if sender.site.is_forked:
        raise Tamper(Code.HISTORY_FORKED, why="the centre's receipt says so")
    events = _without_last_bundle_notes(unreceived(sender.pen.log, sender.site))
    if not is_worth_sending(events):
        raise Refusal(Code.NOTHING_TO_SEND)
    keys = believed_keys(sender.pen.log, sender.pen.key.public)
    ids, size = [], 0
    runs = list(split(events))
    for done, run in enumerate(runs):
        bundle = make_bundle(
            run,
            trial=founding.trial,
            site=founding.site,
            to=keys.centre,
            packs=_packs_after(sender.pen.log, founding, run[-1].header.seq),
            key=sender.pen.key,
            centre_recipient=keys.centre_recipient,
        )
        _note_sealed(sender, run, bundle.id, place)
        for name, data in bundle.files:
            yield from elsewhere(partial(transport.put, name, data), done, len(runs))
            size += len(data)
        sender.write(
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


def _note_sealed(sender: Sender, run: Sequence[Event], bundle: BundleId, place: str) -> None:
    """Write down that something new is in a bundle now; a try that fails and is made again writes nothing more."""
    known = max(sender.site.bundled_upto, sender.site.sent_upto)
    if is_worth_sending(event for event in run if event.header.seq > known):
        upto = run[-1].header.seq
        sender.write(Kind.BUNDLE, {"bundle": bundle, "from": run[0].header.seq, "upto": upto, "place": place})


def _without_last_bundle_notes(events: list[Event]) -> list[Event]:
    """Leave for later what the last try itself wrote, so that the same events again are the same bundle."""
    while events and events[-1].header.kind is Kind.BUNDLE:
        events.pop()
    return events


def is_worth_sending(events: Iterable[Event]) -> bool:
    """Whether there is anything among these events that deserves a bundle of its own."""
    return any(event.header.kind in CONTENT for event in events)


def _packs_after(log: Log, founding: Founding, upto: int) -> list[str]:
    """Return the packs in force after an event: what is taken in later does not change the id of a bundle."""
    return sorted(pack.sha256 for pack in pack_history(log, founding, upto=upto).in_force.values())


def unreceived(log: Log, site: Letters) -> list[Event]:
    """Return every event the centre has not receipted yet or asks for again, in order."""
    return list(log.events(site.send_after))


def collect(sender: Sender, founding: Founding, transport: Transport) -> Journey[tuple[Receipt, ...]]:
    """Fetch the centre's receipts for bundles that left this device, verify them and write them down.

    Raises:
        Refusal: `NOT_ALLOWED`.
        Tamper: `RECEIPT_BROKEN`, when a receipt is not genuine; `HISTORY_FORKED`, when the centre holds other events
            of this device than the device itself. Nothing counts as received through either.
        WorldFault: the place cannot be reached.
    """
    demand_may_send(sender)
    settled = {one.bundle for one in sender.site.received if one.status in {status.value for status in FINAL}}
    there = set((yield from elsewhere(transport.names)))
    waiting = {sent.bundle: sent for sent in sender.site.sent if sent.bundle not in settled}
    keys = believed_keys(sender.pen.log, sender.pen.key.public)
    verified: list[Receipt] = []
    faults: list[Tamper] = []
    here = [sent for sent in waiting.values() if receipt_file(BundleId(sent.bundle)) in there]
    for done, sent in enumerate(here):
        name = receipt_file(BundleId(sent.bundle))
        try:
            untrusted = yield from elsewhere(partial(transport.get, name), done, len(here))
            verified += _take_in(sender, founding, keys, sent, untrusted, name)
        except Tamper as fault:  # one bad receipt is no reason to miss the others
            faults.append(fault)
    origin = founding.restored_from
    if (
        origin is not None
        and not sender.site.is_adopted
        and (name := receipt_file(BundleId(origin.head.hash))) in there
    ):
        try:
            untrusted = yield from elsewhere(partial(transport.get, name))
            verified.append(_adopted(sender, founding, keys, origin, untrusted, name))
        except Tamper as fault:
            faults.append(fault)
    if faults:
        raise faults[0]
    return tuple(verified)


def _adopted(
    sender: Sender, founding: Founding, keys: KeysInForce, origin: Origin, untrusted: bytes, name: str
) -> Receipt:
    """Write down that the centre holds the whole log this device goes on from; its end is the name of the receipt."""
    receipt = _verified(untrusted, founding.trial, origin.device, keys.receipt_keys(sender.pen.log.head().seq))
    if receipt.bundle != BundleId(origin.head.hash) or receipt.status not in FINAL:
        raise Tamper(Code.RECEIPT_BROKEN, path=name, why="it does not say that the log before this one was taken in")
    _keep(sender, replace(receipt, upto=0), untrusted, receipt.status.value)  # none of this device's own events
    return receipt


def _take_in(
    sender: Sender, founding: Founding, keys: KeysInForce, sent: SentBundle, untrusted: bytes, name: str
) -> list[Receipt]:
    """Weigh one receipt and write it down, unless that was done before."""
    receipt = _verified(untrusted, founding.trial, founding.device, keys.receipt_keys(sent.upto))
    if receipt.bundle != sent.bundle:
        raise Tamper(Code.RECEIPT_BROKEN, path=name, why="it is for another bundle")
    if any((one.bundle, one.centre_at) == (receipt.bundle, receipt.at) for one in sender.site.received):
        return []
    verdict = weigh(receipt, lambda seq: _own_hash(sender.pen.log, seq))
    _keep(sender, receipt, untrusted, FORK if isinstance(verdict, Stop) else receipt.status.value)
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


def _keep(sender: Sender, receipt: Receipt, genuine: bytes, status: str) -> None:
    sender.write(
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
