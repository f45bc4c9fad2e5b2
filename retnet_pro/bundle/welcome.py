"""The welcome: what a tablet of a site gives to the next one, so that both read the same record.

One line of JSON followed by the signature of the first tablet (see `document`). The site's identities are sealed to a
recipient that the new tablet made for this one purpose, so the file may travel on any stick (security.md 7.3).
"""

from base64 import b64encode
from dataclasses import dataclass

from retnet_pro.bundle.document import read_signed, split_signed, text, write_signed
from retnet_pro.bundle.pack_bodies import read_sealed
from retnet_pro.bundle.sshsig import Namespace, signer_of
from retnet_pro.errors import Code, Tamper
from retnet_pro.record.event import DeviceId, Sealed
from retnet_pro.record.signing import SigningKey
from retnet_pro.study.model import Mode

WELCOME_LIMIT = 256 * 1024
_KEYS = (
    *("v", "trial", "site", "mode", "centre", "root", "by", "for", "recipient"),
    *("site_recipient", "at", "sealed"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome:
    """Who lets whom into which site."""

    trial: str
    site: str
    mode: Mode
    centre: str
    root: str
    """Fingerprint of the centre's root key, as the first tablet knows it."""
    by: DeviceId
    """The first tablet, which signs."""
    to: DeviceId
    """The new tablet; written as ``for``."""
    recipient: str
    """The one-time recipient of the new tablet."""
    site_recipient: str
    """The recipient the site was founded with; one of the identities must belong to it."""
    at: str
    sealed: Sealed
    """The site's identities, one a line, newest first."""


def write_welcome(welcome: Welcome, key: SigningKey) -> bytes:
    """Return the welcome as a file."""
    plain: dict[str, object] = {
        "v": 1,
        "trial": welcome.trial,
        "site": welcome.site,
        "mode": welcome.mode.value,
        "centre": welcome.centre,
        "root": welcome.root,
        "by": welcome.by,
        "for": welcome.to,
        "recipient": welcome.recipient,
        "site_recipient": welcome.site_recipient,
        "at": welcome.at,
        "sealed": b64encode(welcome.sealed).decode(),
    }
    return write_signed(plain, key, Namespace.WELCOME)


def claimed_host(untrusted: bytes, *, path: str = "-") -> bytes:
    """Return the key a welcome says it was signed with, for its fingerprint to be compared by eye.

    Raises:
        Tamper: `WELCOME_BROKEN`.
    """
    try:
        public = signer_of(split_signed(untrusted, WELCOME_LIMIT)[1])
        if public is None:
            raise ValueError("it carries no signature")
    except ValueError as error:
        raise Tamper(Code.WELCOME_BROKEN, path=path, why=str(error)) from error
    return public


def read_welcome(untrusted: bytes, *, public: bytes, path: str = "-") -> Welcome:
    """Return the welcome, if the tablet with this key signed it.

    Raises:
        Tamper: `WELCOME_BROKEN`, naming what is wrong.
    """
    try:
        plain = read_signed(untrusted, public=public, namespace=Namespace.WELCOME, keys=_KEYS, limit=WELCOME_LIMIT)
        return Welcome(
            trial=text(plain, "trial"),
            site=text(plain, "site"),
            mode=Mode(text(plain, "mode")),
            centre=text(plain, "centre"),
            root=text(plain, "root"),
            by=DeviceId(text(plain, "by")),
            to=DeviceId(text(plain, "for")),
            recipient=text(plain, "recipient"),
            site_recipient=text(plain, "site_recipient"),
            at=text(plain, "at"),
            sealed=read_sealed(plain, "sealed"),
        )
    except ValueError as error:
        raise Tamper(Code.WELCOME_BROKEN, path=path, why=str(error)) from error
