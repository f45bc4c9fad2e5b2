"""A second tablet of the same site: the first one seals the site's identities to what the new one shows.

Neither tablet believes the other alone: two people compare two fingerprints, and the new tablet also holds everything
against the centre's trust pack (security.md 7.3).
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from retnet_pro.bundle.packs import TrustPack
from retnet_pro.bundle.welcome import Welcome, write_welcome
from retnet_pro.conduct.doorway import Founding
from retnet_pro.conduct.pen import Pen
from retnet_pro.conduct.ports import Log, Person
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.errors import Code, Refusal, Tamper
from retnet_pro.record.event import DeviceId, Kind
from retnet_pro.record.seal import Sealer
from retnet_pro.record.unseal import Unsealer, recipient_of

LET_IN = "let-in"
"""The act of a `staff` event that says that another tablet was given the site's identities."""
_DEVICE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,63}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A new tablet that has asked to join."""

    device: DeviceId
    site: str
    recipient: str
    """Its one-time recipient."""


def let_in(
    pen: Pen, founding: Founding, by: Person, identities: Sequence[str], *, device: str, recipient: str
) -> bytes:
    """Return the welcome for a new tablet, and write down who let it in.

    `identities` are those of the person's slot; only the site's own ones are passed on.

    Raises:
        Refusal: `NOT_ALLOWED`, `FILE_UNFIT` for what is no device id or recipient, `WELCOME_GIVEN`; nothing was given.
    """
    demand(by.role, Right.KEEP_DEVICE)
    if not _DEVICE.fullmatch(device) or device == founding.device:
        raise Refusal(Code.FILE_UNFIT, path=device, wanted="the device id that the new tablet shows")
    try:
        sealer = Sealer([recipient])
    except ValueError as error:
        wanted = "the recipient that the new tablet shows (age1…)"
        raise Refusal(Code.FILE_UNFIT, path=recipient, wanted=wanted) from error
    if recipient in _let_in_before(pen.log):
        raise Refusal(Code.WELCOME_GIVEN, recipient=recipient)
    known = site_recipients(pen.log, founding)
    site = [one for one in identities if recipient_of(one) in known]
    welcome = Welcome(
        trial=founding.trial,
        site=founding.site,
        mode=founding.mode,
        centre=founding.centre,
        root=founding.root_fingerprint,
        by=founding.device,
        to=DeviceId(device),
        recipient=recipient,
        site_recipient=known[-1],
        at=pen.clock().at,
        sealed=sealer.seal("\n".join(site).encode()),
    )
    file = write_welcome(welcome, pen.key)
    note = {"act": LET_IN, "device": device, "recipient": recipient, "sha256": hashlib.sha256(file).hexdigest()}
    pen.write(Kind.STAFF, note, who=by.user, role=by.role.value)
    return file


def accept(welcome: Welcome, waiting: Waiting, trust: TrustPack, identity: str, *, path: str) -> tuple[str, ...]:
    """Return the site's identities from a genuine welcome, if it is the answer to what this tablet asked.

    Raises:
        Refusal: `WELCOME_FOREIGN`, when it is meant for another tablet, site, trial or centre.
        Tamper: `SEAL_BROKEN`; `WELCOME_BROKEN`, when the identities inside are not those of the site.
    """
    for what, found, ours in (
        ("tablet", welcome.to, waiting.device),
        ("recipient", welcome.recipient, waiting.recipient),
        ("site", welcome.site, waiting.site),
        ("trial", welcome.trial, trust.trial),
        ("centre", welcome.centre, trust.centre),
        ("root key of the centre", welcome.root, trust.root),
    ):
        if found != ours:
            raise Refusal(Code.WELCOME_FOREIGN, path=path, why=f"it names another {what}")
    plain = Unsealer([identity]).unseal(welcome.sealed, what=f"the welcome {path}")
    try:
        return identities_of(plain, welcome.site_recipient)
    except ValueError as error:
        raise Tamper(Code.WELCOME_BROKEN, path=path, why=str(error)) from error


def identities_of(plain: bytes, site_recipient: str) -> tuple[str, ...]:
    """Return the identities in what was sealed, one a line, if the site's own one is among them.

    Raises:
        ValueError: saying what is wrong.
    """
    identities = tuple(plain.decode().split())
    if site_recipient not in {recipient_of(identity) for identity in identities}:
        raise ValueError("the key inside is not that of this site")
    return identities


def site_recipients(log: Log, founding: Founding) -> tuple[str, ...]:
    """Return every recipient this site ever sealed to, oldest first; the last one is in force."""
    notes = (event.header.note or {} for event in log.events(0, {Kind.STAFF}))
    return (founding.site_recipient, *(str(note["recipient"]) for note in notes if note.get("act") == "rotate"))


def _let_in_before(log: Log) -> set[object]:
    notes = (event.header.note or {} for event in log.events(0, {Kind.STAFF}))
    return {note["recipient"] for note in notes if note.get("act") == LET_IN}
