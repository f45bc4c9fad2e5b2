"""Packs: what the centre tells its tablets, signed. One line of JSON followed by the signature (see `document`).

Four checks before anything in a pack is believed: signer, kind, version not older than the one in force, not expired
(rules T9, T10). The trust pack is signed by the offline root key and names the centre and its keys.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from retnet_pro.bundle.document import (
    count,
    read_document,
    read_signed,
    split_signed,
    text,
    write_document,
    write_signed,
)
from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.naming import PACK_LIMIT
from retnet_pro.bundle.sshsig import Namespace, public_line, read_public_line, signer_of
from retnet_pro.errors import Code, Refusal, Tamper
from retnet_pro.record.signing import SigningKey


class PackKind(StrEnum):
    """What a pack carries. Kinds are added, never changed."""

    TRUST = "trust"
    FORM = "form"
    WORDING = "wording"
    STUDY = "study"
    STAFF = "staff"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A pack whose signature was checked."""

    kind: PackKind
    version: int
    issued: date
    expires: date
    body: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a pack says about itself. Versions grow for each kind and id on their own."""

    kind: PackKind
    id: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustPack:
    """Whom the tablets of a trial trust: the centre, its age recipient and its online key."""

    trial: str
    centre: str
    recipient: str
    """age recipient everything is sealed to, besides the site's own."""
    online: bytes
    """Public half of the key that signs receipts."""
    version: int
    issued: date
    expires: date
    root: str
    """Fingerprint of the root key, as compared by eye at provisioning."""


_KEYS = ("v", "kind", "version", "issued", "expires", "body")
_TRUST_KEYS = ("v", "trial", "centre", "recipient", "online", "root")


def claim_of(untrusted: bytes, *, path: str = "-") -> Claim:
    """Return what a pack says it is, to know whose signature it needs and whether it is worth reading; proves nothing.

    Raises:
        Tamper: `PACK_BROKEN`, when it is no pack.
    """
    try:
        line, _ = split_signed(untrusted, PACK_LIMIT)
        pack = _pack(read_document(line[:-1], _KEYS))
        return Claim(pack.kind, text(pack.body, "trial" if pack.kind is PackKind.TRUST else "id"), pack.version)
    except (ValueError, KeyError) as error:
        raise Tamper(Code.PACK_BROKEN, path=path, why=str(error)) from error


def make_pack(
    kind: PackKind, version: int, body: Mapping[str, object], key: SigningKey, *, issued: date, expires: date
) -> bytes:
    """Return a signed pack as a file."""
    plain: Mapping[str, object] = {
        "v": 1,
        "kind": kind.value,
        "version": version,
        "issued": issued.isoformat(),
        "expires": expires.isoformat(),
        "body": dict(body),
    }
    return write_signed(plain, key, Namespace.PACK)


def read_pack(
    untrusted: bytes, *, public: bytes, kind: PackKind, today: date, at_least: int = 0, path: str = "-"
) -> Pack:
    """Return the pack, if this key signed it as this kind, it is not older than `at_least` and not expired.

    Raises:
        Tamper: `PACK_BROKEN`, naming what is wrong.
        Refusal: `PACK_EXPIRED`.
    """
    try:
        pack = _pack(read_signed(untrusted, public=public, namespace=Namespace.PACK, keys=_KEYS, limit=PACK_LIMIT))
        if pack.kind is not kind:
            raise ValueError(f"it is a {pack.kind} pack, not a {kind} pack")
        if pack.version < at_least:
            raise ValueError(f"it is version {pack.version}, and version {at_least} is in force")
    except ValueError as error:
        raise Tamper(Code.PACK_BROKEN, path=path, why=str(error)) from error
    if pack.expires < today:
        raise Refusal(Code.PACK_EXPIRED, path=path, expired=pack.expires.isoformat())
    return pack


def make_trust_pack(trust: TrustPack, root: SigningKey) -> bytes:
    """Return the trust pack, signed by the root key.

    Raises:
        ValueError: when the pack names another root than the key that signs it.
    """
    if trust.root != fingerprint(root.public):
        raise ValueError("the trust pack names another root key")
    body = {
        "v": 1,
        "trial": trust.trial,
        "centre": trust.centre,
        "recipient": trust.recipient,
        "online": public_line(trust.online),
        "root": trust.root,
    }
    return make_pack(PackKind.TRUST, trust.version, body, root, issued=trust.issued, expires=trust.expires)


def read_trust_pack(untrusted: bytes, *, root: bytes, today: date, at_least: int = 0, path: str = "-") -> TrustPack:
    """Return the trust pack, if this root key signed it.

    Raises:
        Tamper: `PACK_BROKEN`.
        Refusal: `PACK_EXPIRED`.
    """
    pack = read_pack(untrusted, public=root, kind=PackKind.TRUST, today=today, at_least=at_least, path=path)
    try:
        body = read_document(write_document(pack.body), _TRUST_KEYS)
        if body["root"] != fingerprint(root):
            raise ValueError("it names another root key than the one that signed it")
        return TrustPack(
            trial=text(body, "trial"),
            centre=text(body, "centre"),
            recipient=text(body, "recipient"),
            online=read_public_line(text(body, "online")),
            version=pack.version,
            issued=pack.issued,
            expires=pack.expires,
            root=fingerprint(root),
        )
    except ValueError as error:
        raise Tamper(Code.PACK_BROKEN, path=path, why=str(error)) from error


def claimed_root(untrusted: bytes, *, path: str = "-") -> bytes:
    """Return the key a pack says it was signed with, for its fingerprint to be compared by eye before first use.

    Raises:
        Tamper: `PACK_BROKEN`, when there is no signature to be seen.
    """
    try:
        public = signer_of(split_signed(untrusted, PACK_LIMIT)[1])
        if public is None:
            raise ValueError("it carries no signature")
    except ValueError as error:
        raise Tamper(Code.PACK_BROKEN, path=path, why=str(error)) from error
    return public


def _pack(plain: dict[str, object]) -> Pack:
    body = plain["body"]
    if not isinstance(body, dict):
        raise ValueError("its body is not an object")
    return Pack(
        kind=PackKind(text(plain, "kind")),
        version=count(plain, "version"),
        issued=date.fromisoformat(text(plain, "issued")),
        expires=date.fromisoformat(text(plain, "expires")),
        body=body,
    )
