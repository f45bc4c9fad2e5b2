"""The next version of the trust pack: a new online key, a new box key, a later last day (security.md 2.3, 7.1)."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from retnet_pro.bundle.naming import bundle_of
from retnet_pro.bundle.packs import TrustPack, read_trust_pack
from retnet_pro.bundle.sshsig import Namespace
from retnet_pro.centre.folder import Centre, read_online_key, read_trust_file, replace_trust
from retnet_pro.centre.issuing import signed_anew
from retnet_pro.centre.keys import BOX, ONLINE, make_keys, read_identities, write_secret
from retnet_pro.centre.store import Store
from retnet_pro.conduct.ports import Transport
from retnet_pro.errors import Code, Refusal, WorldFault
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import recipient_of


def renew(
    centre: Centre,
    root: SigningKey,
    *,
    root_path: Path,
    issued: date,
    expires: date,
    new_online: bool,
    new_box: Sequence[Path],
    chance: Callable[[int], bytes],
) -> tuple[Centre, TrustPack]:
    """Sign the next trust pack; return the centre and the pack as they are then.

    A new box key is written on top of the old ones in every folder of `new_box` (the two envelopes): what was sealed
    before is opened with the old ones, so they are kept to the end of retention.

    Raises:
        Refusal: `CENTRE_BROKEN`, when the root key or an envelope is not this centre's; `FILE_MISSING`.
        WorldFault: `DISK_FAULT`; calling again makes it whole.
    """
    if root.public != centre.root:
        raise Refusal(Code.CENTRE_BROKEN, path=root_path, why="it is not the root key of this centre")
    old = current_trust(centre)
    keys = make_keys(chance)
    kept = [(folder / BOX, read_identities(folder / BOX)) for folder in new_box]
    for path, identities in kept:
        if old.recipient not in {recipient_of(identity) for identity in identities}:
            raise Refusal(Code.CENTRE_BROKEN, path=path, why="it is not the box key of this centre")
    try:
        for path, identities in kept:
            _replace(path, "\n".join((keys.identity, *identities)))
        if new_online:
            _replace(centre.folder / "keys" / ONLINE, keys.online_seed.hex())
    except OSError as error:
        raise WorldFault(Code.DISK_FAULT, path=centre.folder, why=error.strerror or "unknown") from error
    trust = TrustPack(
        trial=old.trial,
        centre=old.centre,
        recipient=keys.recipient if new_box else old.recipient,
        online=read_online_key(centre).public,
        version=old.version + 1,
        issued=issued,
        expires=expires,
        root=old.root,
    )
    return replace_trust(centre, trust, root), trust


def current_trust(centre: Centre) -> TrustPack:
    """Return the trust pack in force; one that has expired can still be renewed.

    Raises:
        Refusal: `FILE_MISSING`.
        Tamper: `PACK_BROKEN`.
    """
    trust = read_trust_file(centre)
    return read_trust_pack(trust, root=centre.root, today=date.min, path=str(centre.trust_pack))


def renew_receipts(store: Store, online: SigningKey, transport: Transport) -> int:
    """Sign the receipts of the bundles at the meeting place again where an older online key signed them.

    Return how many. What they state is unchanged.

    Raises:
        WorldFault: the meeting place cannot be reached.
    """
    renewed = 0
    with store.writing() as ledger:
        for bundle in sorted(bundle for bundle in map(bundle_of, transport.names()) if bundle is not None):
            receipt = ledger.receipt(bundle)
            if receipt is None:
                continue
            body = signed_anew(receipt[1], online, Namespace.RECEIPT)
            if body != receipt[1]:
                ledger.sign_again(bundle, body)
                renewed += 1
    return renewed


def _replace(path: Path, secret: str) -> None:
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    write_secret(part, secret)
    part.replace(path)
