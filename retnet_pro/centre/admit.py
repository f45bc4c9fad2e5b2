"""The gate: is this a bundle of an enrolled tablet? Knows public keys only and opens nothing (design part 7).

What passes is kept sealed and noted as of the tablet that signed it, whoever carried it; whether it is that tablet's
own, the opener finds out. What does not pass stays where it lies and is named. Running again changes nothing.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.naming import BUNDLE_LIMIT, BundleId, bundle_file, bundle_of, receipt_file, signature_file
from retnet_pro.bundle.receipt import FINAL
from retnet_pro.bundle.sshsig import Namespace, is_signed, signer_of
from retnet_pro.centre.database import Database
from retnet_pro.centre.gate_ledger import BundleRow, Device, GateLedger, Stage
from retnet_pro.centre.inbox import SealedFiles
from retnet_pro.conduct.ports import Transport
from retnet_pro.errors import Code, Refusal, RetnetError, Tamper
from retnet_pro.record.event import DeviceId


class Gate(StrEnum):
    """What the gate did with a bundle."""

    ADMITTED = "admitted"
    KNOWN = "known"
    """It is here already, or its receipt says that all its events are."""
    QUARANTINED = "quarantined"
    """It is of a revoked tablet: kept apart and not opened (rule P47)."""
    TURNED_AWAY = "turned-away"


@dataclass(frozen=True, slots=True)
class Admission:
    """One bundle at the gate."""

    bundle: BundleId
    device: DeviceId | None
    outcome: Gate
    fault: RetnetError | None = None


def admit(
    store: Database[GateLedger], transport: Transport, *, inbox: SealedFiles, quarantine: SealedFiles, at: str
) -> tuple[Admission, ...]:
    """Look at every bundle at the meeting place once; a bad one is no reason to miss the others.

    Raises:
        WorldFault: the meeting place cannot be reached, or the centre's own disk refuses.
    """
    names = frozenset(transport.names())
    bundles = sorted(bundle for bundle in map(bundle_of, names) if bundle is not None)
    return tuple(
        admit_one(store, transport, bundle, names, inbox=inbox, quarantine=quarantine, at=at) for bundle in bundles
    )


def admit_one(
    store: Database[GateLedger],
    transport: Transport,
    bundle: BundleId,
    names: frozenset[str],
    *,
    inbox: SealedFiles,
    quarantine: SealedFiles,
    at: str,
) -> Admission:
    """Look at one bundle, where these names lie at the meeting place.

    Raises:
        WorldFault: the centre's own disk refuses.
    """
    with store.reading() as ledger:
        receipt = ledger.receipt(bundle)
    if receipt is not None and receipt[0] in FINAL:
        return Admission(bundle, None, Gate.KNOWN)
    try:
        data, device = _proven(store, transport, bundle, names)
    except RetnetError as fault:
        return Admission(bundle, None, Gate.TURNED_AWAY, fault)
    file = hashlib.sha256(data).hexdigest()
    with store.reading() as ledger:
        if ledger.has_bundle(bundle, file, device.dev):
            return Admission(bundle, device.dev, Gate.KNOWN)
    stage = Stage.ADMITTED if device.revoked_at is None else Stage.QUARANTINED
    # The file comes first: a row without its file would promise what nobody can open.
    try:
        (inbox if stage is Stage.ADMITTED else quarantine).keep(bundle, data)
    except Tamper as fault:
        return Admission(bundle, device.dev, Gate.TURNED_AWAY, fault)
    with store.writing() as ledger:
        ledger.admit(BundleRow(file, bundle, device.dev, None, None, stage.value, at, None))
    if device.revoked_at is None:
        return Admission(bundle, device.dev, Gate.ADMITTED)
    closed = Refusal(Code.DEVICE_REVOKED, device=device.dev, at=device.revoked_at)
    return Admission(bundle, device.dev, Gate.QUARANTINED, closed)


def _proven(
    store: Database[GateLedger], transport: Transport, bundle: BundleId, names: frozenset[str]
) -> tuple[bytes, Device]:
    """Return a bundle and the enrolled tablet that signed it."""
    path = bundle_file(bundle)
    if signature_file(bundle) not in names:
        raise Tamper(Code.BUNDLE_UNSIGNED, path=path, why="its signature file is missing")
    armor, data = transport.get(signature_file(bundle)), transport.get(path)
    if len(data) > BUNDLE_LIMIT:
        raise Refusal(Code.BUNDLE_TOO_LARGE, path=path, limit=BUNDLE_LIMIT)
    public = signer_of(armor)
    if public is None:
        raise Tamper(Code.BUNDLE_UNSIGNED, path=path, why="its signature file holds no signature")
    with store.reading() as ledger:
        device = ledger.device_of(public)
    if device is None:
        raise Refusal(Code.DEVICE_UNKNOWN, device=fingerprint(public))
    if not is_signed(public, Namespace.BUNDLE, data, armor):
        raise Tamper(Code.BUNDLE_UNSIGNED, path=path, why="its signature is not genuine")
    return data, device


def post_receipts(store: Database[GateLedger], transport: Transport) -> tuple[BundleId, ...]:
    """Put the receipt of every bundle at the meeting place beside it; return which bundles have one.

    Raises:
        WorldFault: the meeting place cannot be reached.
    """
    posted: list[BundleId] = []
    for bundle in sorted(bundle for bundle in map(bundle_of, transport.names()) if bundle is not None):
        with store.reading() as ledger:
            receipt = ledger.receipt(bundle)
        if receipt is not None:
            transport.put(receipt_file(bundle), receipt[1])
            posted.append(bundle)
    return tuple(posted)
