"""The way back for a site whose people have all forgotten: its identity, sealed to what one of its tablets asked with.

The centre holds the site's identity sealed to its box key, as each tablet wrote it into its own record (rule P83).
"""

import base64
from collections.abc import Iterator
from datetime import datetime, timedelta

from retnet_pro.bundle.fingerprint import spoken
from retnet_pro.bundle.pack_bodies import RecoveryBody, write_recovery
from retnet_pro.bundle.packs import PackKind
from retnet_pro.centre.act_ledger import IssuedPack
from retnet_pro.centre.folder import Centre
from retnet_pro.centre.issuing import Order, issue
from retnet_pro.centre.store import Device, Ledger, Store
from retnet_pro.errors import Code, Refusal, Tamper
from retnet_pro.record.event import DeviceId, Kind, Sealed
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import Unsealer

VALID = timedelta(days=14)
"""A recovery that was not used by then is asked for again."""


def recover(
    store: Store,
    centre: Centre,
    unsealer: Unsealer,
    online: SigningKey,
    *,
    device: DeviceId,
    recipient: str,
    typed: str,
    by: str,
    why: str,
    now: datetime,
) -> IssuedPack:
    """Issue a recovery for a tablet; `typed` are the check digits that the site read out from the tablet.

    Raises:
        Refusal: `DEVICE_UNKNOWN`, `DEVICE_REVOKED`, `SPOKEN_DIFFERS`, `ESCROW_MISSING`, or `FILE_UNFIT` when nothing
            can be sealed to the recipient. Nothing was issued.
        Tamper: `SEAL_BROKEN`, when the centre's box key opens none of the sealed copies.
    """
    with store.reading() as ledger:
        known = _in_use(ledger, device)
        if "".join(typed.split()).lower() != spoken(device, recipient).replace(" ", ""):
            raise Refusal(Code.SPOKEN_DIFFERS, what=device)
        escrows = tuple(_escrows(ledger, known))
    try:
        sealer = Sealer([recipient])
    except ValueError as error:
        wanted = "the recipient that the tablet shows (age1…)"
        raise Refusal(Code.FILE_UNFIT, path=recipient, wanted=wanted) from error
    if not escrows:
        raise Refusal(Code.ESCROW_MISSING, device=device)
    identities = _identities(unsealer, escrows, f"the sealed key of site {known.site}")
    body = RecoveryBody(
        trial=centre.trial,
        id=device,
        site=known.site,
        recipient=recipient,
        sealed=sealer.seal("\n".join(identities).encode()),
    )
    order = Order(kind=PackKind.RECOVERY, id=device, body=write_recovery(body), by=by, why=why, valid=VALID)
    return issue(store, online, order, now)


def _in_use(ledger: Ledger, dev: DeviceId) -> Device:
    device = ledger.device(dev)
    if device is None:
        raise Refusal(Code.DEVICE_UNKNOWN, device=dev)
    if device.revoked_at is not None:
        raise Refusal(Code.DEVICE_REVOKED, device=dev, at=device.revoked_at)
    return device


def _identities(unsealer: Unsealer, escrows: tuple[Sealed, ...], what: str) -> tuple[str, ...]:
    """Return every identity inside; a copy that does not open is no reason to lose the others."""
    found: dict[str, None] = {}
    faults: list[Tamper] = []
    for escrow in escrows:
        try:
            found.update(dict.fromkeys(unsealer.unseal(escrow, what=what).decode().split()))
        except Tamper as fault:
            faults.append(fault)
    if not found:
        raise faults[0]
    return tuple(found)


def _escrows(ledger: Ledger, device: Device) -> Iterator[Sealed]:
    """Yield every sealed copy of a key of the site, those of this tablet first, newest first.

    All of them, because a key of the site that was changed opens only what came after it.
    """
    others = [one for one in ledger.devices() if one.site == device.site and one.dev != device.dev]
    for one in (device, *others):
        for note in ledger.notes(one.dev, Kind.PROVISION, Kind.STAFF):
            if isinstance(escrow := note.get("escrow"), str):
                yield Sealed(base64.b64decode(escrow))
