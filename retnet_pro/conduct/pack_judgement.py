"""Whether this device may believe a pack: signer, kind, version, expiry, and whether it is meant for us. Pure.

A trust pack needs the root key whose fingerprint was compared by eye when the site was set up; every other kind needs
the online key that the trust pack in force names (rules T9, T10).
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.pack_bodies import FilesBody, RecoveryBody, StaffBody, read_files, read_recovery, read_staff
from retnet_pro.bundle.packs import Claim, PackKind, TrustPack, claim_of, claimed_root, read_pack, read_trust_pack
from retnet_pro.errors import Code, Refusal, Tamper
from retnet_pro.record.seal import Sealer

PackBody = TrustPack | FilesBody | StaffBody | RecoveryBody


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What this device goes by when a pack comes."""

    trial: str
    centre: str
    site: str
    device: str
    study: str
    root: str
    """Fingerprint of the centre's root key."""
    online: bytes
    """The centre's online key in force."""
    trust_ended: date | None
    """Last day of the trust pack that names it, once that is over."""
    today: date
    version_of: Callable[[PackKind, str], int]
    """Which version is in force, 0 for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A pack that may be believed."""

    claim: Claim
    """Now proven."""
    sha256: str
    line: bytes
    """What was signed."""
    armor: bytes
    body: PackBody


def judge(untrusted: bytes, standing: Standing, *, path: str) -> Judged:
    """Return the pack, if this device may believe it.

    Raises:
        Tamper: `PACK_BROKEN`, when it is not what the right key signed.
        Refusal: `PACK_EXPIRED`, `PACK_FOREIGN`, `TRUST_EXPIRED`, or `PACK_OLD` when its version is not newer than the
            one in force.
    """
    claim = claim_of(untrusted, path=path)
    body = _believed(untrusted, claim, standing, path)
    _demand_ours(body, claim, standing, path)
    known = standing.version_of(claim.kind, claim.id)
    if claim.version <= known:
        raise Refusal(Code.PACK_OLD, path=path, version=claim.version, known=known)
    end = untrusted.index(b"\n") + 1
    sha256 = hashlib.sha256(untrusted).hexdigest()
    return Judged(claim=claim, sha256=sha256, line=untrusted[:end], armor=untrusted[end:], body=body)


def _believed(untrusted: bytes, claim: Claim, standing: Standing, path: str) -> PackBody:
    if claim.kind is PackKind.TRUST:
        root = claimed_root(untrusted, path=path)
        if fingerprint(root) != standing.root:
            why = "it is not signed by the root key this tablet was set up with"
            raise Tamper(Code.PACK_BROKEN, path=path, why=why)
        return read_trust_pack(untrusted, root=root, today=standing.today, path=path)
    _demand_trust(claim.kind, standing, path)
    pack = read_pack(untrusted, public=standing.online, kind=claim.kind, today=standing.today, path=path)
    try:
        return _READERS[claim.kind](pack.body)
    except ValueError as error:
        raise Tamper(Code.PACK_BROKEN, path=path, why=str(error)) from error


def _demand_trust(kind: PackKind, standing: Standing, path: str) -> None:
    """An online key speaks for the centre while the root key stands by it. A locked site still has its way back."""
    if standing.trust_ended is not None and kind is not PackKind.RECOVERY:
        raise Refusal(Code.TRUST_EXPIRED, path=path, expired=standing.trust_ended.isoformat())


_READERS: Mapping[PackKind, Callable[[Mapping[str, object]], FilesBody | StaffBody | RecoveryBody]] = {
    PackKind.FORM: read_files,
    PackKind.WORDING: read_files,
    PackKind.STUDY: read_files,
    PackKind.STAFF: read_staff,
    PackKind.RECOVERY: read_recovery,
}


def _demand_ours(body: PackBody, claim: Claim, standing: Standing, path: str) -> None:
    wanted = {
        PackKind.TRUST: standing.trial,
        PackKind.STUDY: standing.study,
        PackKind.STAFF: standing.site,
        PackKind.RECOVERY: standing.device,
    }.get(claim.kind, claim.id)
    if body.trial != standing.trial:
        raise Refusal(Code.PACK_FOREIGN, path=path, why="it names another trial")
    if claim.id != wanted:
        raise Refusal(Code.PACK_FOREIGN, path=path, why=f"it is for {claim.id}, and this is {wanted}")
    if isinstance(body, RecoveryBody) and body.site != standing.site:
        raise Refusal(Code.PACK_FOREIGN, path=path, why="it names another site")
    if isinstance(body, TrustPack):
        if body.centre != standing.centre:
            raise Refusal(Code.PACK_FOREIGN, path=path, why="it names another centre")
        try:
            Sealer([body.recipient])
        except ValueError as error:
            raise Tamper(Code.PACK_BROKEN, path=path, why="nothing can be sealed to its recipient") from error
