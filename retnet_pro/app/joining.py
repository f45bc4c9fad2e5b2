"""Join the site of another tablet: ask with a one-time recipient, finish with the welcome that comes back."""

import secrets
from dataclasses import dataclass
from pathlib import Path

from retnet_pro.app.opening import OpenSite, demand_nothing_left, open_site
from retnet_pro.app.senses import APP
from retnet_pro.bundle.document import read_document, text, write_document
from retnet_pro.bundle.packs import TrustPack, read_trust_pack
from retnet_pro.bundle.welcome import read_welcome
from retnet_pro.conduct.doorway import SETUP, Founding, add_person, found_site
from retnet_pro.conduct.joining import Waiting, accept
from retnet_pro.conduct.neighbours import write_known
from retnet_pro.conduct.pen import Pen
from retnet_pro.conduct.ports import Person
from retnet_pro.errors import Code, Refusal
from retnet_pro.moment import Clock
from retnet_pro.record.event import DeviceId
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import make_identity
from retnet_pro.settings import Settings
from retnet_pro.study.load import load_study
from retnet_pro.study.model import Mode
from retnet_pro.vault.keystore import open_keystore
from retnet_pro.vault.log import EventLog, create_log
from retnet_pro.vault.passphrase import check_passphrase
from retnet_pro.vault.wrap import COST, Cost

_KEYS = ("v", "device", "site", "keystore", "recipient", "root")


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """What a tablet that wants to join shows."""

    waiting: Waiting
    public: bytes
    root: bytes
    keystore: str


def begin_join(settings: Settings, trust: bytes, root: bytes, *, site: str) -> Joining:
    """Make the keys of this tablet and its one-time recipient; asking again shows the same ones.

    `trust` is the trust pack, known to be signed by `root`, whose fingerprint was compared by eye.

    Raises:
        Refusal: `ALREADY_PROVISIONED`, `PROFILE_USED`, or `FILE_EXISTS` when it has asked to join another site or
            centre.
    """
    if settings.log.exists():
        raise Refusal(Code.ALREADY_PROVISIONED, path=settings.profile)
    demand_nothing_left(settings)
    if _about(settings).exists():
        begun = _begun(settings)
        if (begun.waiting.site, begun.root) != (site, root):
            raise Refusal(Code.FILE_EXISTS, path=_about(settings))
        return begun
    settings.profile.mkdir(parents=True, exist_ok=True, mode=0o700)
    device = DeviceId(f"{site}-{secrets.token_hex(4)}")
    keystore = open_keystore(settings.profile, settings.keystore)
    keystore.create(device, secrets.token_bytes)
    identity, recipient = make_identity()
    keystore.keep_once(device, identity)
    about = {
        "v": 1,
        "device": device,
        "site": site,
        "keystore": keystore.kind,
        "recipient": recipient,
        "root": root.hex(),
    }
    _trust(settings).write_bytes(trust)
    _about(settings).write_bytes(write_document(about))
    return _begun(settings)


def finish_join(
    settings: Settings,
    clock: Clock,
    untrusted: bytes,
    *,
    host: bytes,
    person: Person,
    passphrase: str,
    path: str,
    cost: Cost = COST,
) -> OpenSite:
    """Found this tablet's own log for the site of the welcome, with its first member of staff.

    `host` is the key of the first tablet, whose fingerprint was compared by eye; its letters are believed from now on.

    Raises:
        Refusal: `JOIN_NOT_BEGUN`, `WEAK_PASSPHRASE`, `WELCOME_FOREIGN`, `PACK_EXPIRED`, `ALREADY_PROVISIONED`.
        Tamper: `WELCOME_BROKEN`, `SEAL_BROKEN`, `PACK_BROKEN`. Nothing was made.
    """
    begun = _begun(settings)
    waiting = begun.waiting
    check_passphrase(passphrase, person.user, waiting.site)
    trust = _read_trust(settings, begun, clock)
    welcome = read_welcome(untrusted, public=host, path=path)
    keystore = open_keystore(settings.profile, begun.keystore)
    identity = keystore.load_once(waiting.device)
    if identity is None:
        raise Refusal(Code.JOIN_NOT_BEGUN, path=settings.profile)
    identities = accept(welcome, waiting, trust, identity, path=path)
    _found(settings, clock, begun, trust, welcome.mode, welcome.site_recipient, identities)
    opened = open_site(settings, clock, cost=cost)
    try:
        if opened.founding.device != waiting.device or opened.slots.people():
            _clear(settings, begun)
            raise Refusal(Code.ALREADY_PROVISIONED, path=settings.profile)
        add_person(opened.pen, opened.slots, person, passphrase, identities, by=None)
        write_known(opened.pen, welcome.by, host, who=SETUP, role=SETUP)
    except BaseException:
        opened.log.close()
        raise
    _clear(settings, begun)
    return opened


def _found(
    settings: Settings,
    clock: Clock,
    begun: Joining,
    trust: TrustPack,
    mode: Mode,
    site_recipient: str,
    identities: tuple[str, ...],
) -> None:
    """Write the first event, unless an earlier attempt that was cut off before anybody had a slot has done so."""
    try:
        log = create_log(settings.log)
    except Refusal as refusal:
        if refusal.code is Code.ALREADY_PROVISIONED:
            return
        raise
    with log:
        _write_founding(log, settings, clock, begun, trust, mode, site_recipient, identities)


def _write_founding(
    log: EventLog,
    settings: Settings,
    clock: Clock,
    begun: Joining,
    trust: TrustPack,
    mode: Mode,
    site_recipient: str,
    identities: tuple[str, ...],
) -> None:
    study = load_study(settings.study)
    device = open_keystore(settings.profile, begun.keystore).load(begun.waiting.device)
    founding = Founding(
        device=begun.waiting.device,
        public=begun.public,
        site=begun.waiting.site,
        trial=trust.trial,
        mode=mode,
        keystore=begun.keystore,
        site_recipient=site_recipient,
        centre=trust.centre,
        centre_recipient=trust.recipient,
        centre_key=trust.online,
        root_fingerprint=trust.root,
        escrow=Sealer([trust.recipient]).seal("\n".join(identities).encode()),
        study=study.id,
        study_version=study.version,
        study_hash=study.hash,
        trust_version=trust.version,
        trust_expires=trust.expires,
    )
    sealer = Sealer([site_recipient, trust.recipient])
    key = SigningKey(device.seed)
    found_site(Pen(log, device=founding.device, key=key, sealer=sealer, clock=clock, app=APP), founding)


def _clear(settings: Settings, begun: Joining) -> None:
    """Destroy what this tablet asked with; it is for one answer."""
    open_keystore(settings.profile, begun.keystore).forget_once(begun.waiting.device)
    _trust(settings).unlink(missing_ok=True)
    _about(settings).unlink(missing_ok=True)


def _begun(settings: Settings) -> Joining:
    try:
        about = read_document(_about(settings).read_bytes(), _KEYS)
        waiting = Waiting(
            device=DeviceId(text(about, "device")), site=text(about, "site"), recipient=text(about, "recipient")
        )
        root = bytes.fromhex(text(about, "root"))
    except (OSError, ValueError) as error:
        raise Refusal(Code.JOIN_NOT_BEGUN, path=settings.profile) from error
    keystore = text(about, "keystore")
    device = open_keystore(settings.profile, keystore).load(waiting.device)
    return Joining(waiting=waiting, public=SigningKey(device.seed).public, root=root, keystore=keystore)


def _read_trust(settings: Settings, begun: Joining, clock: Clock) -> TrustPack:
    path = _trust(settings)
    if not path.is_file():
        raise Refusal(Code.JOIN_NOT_BEGUN, path=settings.profile)
    return read_trust_pack(path.read_bytes(), root=begun.root, today=clock().wall.date(), path=str(path))


def _about(settings: Settings) -> Path:
    return settings.profile / "joining.json"


def _trust(settings: Settings) -> Path:
    return settings.profile / "joining.pack"
