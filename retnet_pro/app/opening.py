"""Open or found the site of a device: puts disk, keys and forms together for the roots."""

import secrets
from dataclasses import dataclass
from typing import Literal

from retnet_pro.app.senses import APP
from retnet_pro.bundle.packs import TrustPack
from retnet_pro.conduct.doorway import Founding, add_person, found_site, founding_of
from retnet_pro.conduct.keys import keys_in_force
from retnet_pro.conduct.pen import Pen
from retnet_pro.conduct.ports import Person
from retnet_pro.errors import Code, Tamper
from retnet_pro.instrument.library import Library, open_library
from retnet_pro.moment import Clock
from retnet_pro.record.event import DeviceId, Head
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import make_identity
from retnet_pro.settings import Settings
from retnet_pro.study.load import load_study
from retnet_pro.study.model import Mode, Study
from retnet_pro.vault.keystore import DeviceSecrets, open_keystore
from retnet_pro.vault.log import EventLog, create_log, open_log
from retnet_pro.vault.passphrase import check_passphrase
from retnet_pro.vault.slots import SlotBook
from retnet_pro.vault.watermark import note_head, noted_head
from retnet_pro.vault.wrap import COST, Cost


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSite:
    """Everything about the site of this device that needs no passphrase."""

    log: EventLog
    founding: Founding
    device: DeviceSecrets
    pen: Pen
    slots: SlotBook
    library: Library
    study: Study


def open_site(settings: Settings, clock: Clock, *, cost: Cost = COST) -> OpenSite:
    """Open the site in a profile. The log belongs to the thread that calls this.

    Raises:
        Refusal: `NOT_PROVISIONED`, `SITE_IN_USE`, `VAULT_NEWER`, `DEVICE_SECRET_MISSING`, `STUDY_BROKEN`.
        Tamper: `VAULT_DAMAGED`, or `ROLLED_BACK` when the log lacks what it was known to hold.
        WorldFault: `DISK_FULL` or `DISK_FAULT`.
    """
    log = open_log(settings.log)
    try:
        founding = founding_of(log, path=str(settings.profile))
        device = open_keystore(settings.profile, _place(founding.keystore)).load(founding.device)
        _demand_not_older(log, noted_head(founding.keystore, settings.profile, founding.device))
        keys = keys_in_force(log, SigningKey(device.seed).public)
        opened = _assemble(settings, clock, log, founding, device, cost, recipients=keys.recipients)
        for person in opened.slots.people():
            if person.user in keys.removed:  # a power cut came between the removal's event and the slot
                opened.slots.remove(person.user)
        return opened
    except BaseException:
        log.close()
        raise


def close_site(settings: Settings, opened: OpenSite) -> None:
    """Let go of the log, and note how far it had come, so that one that went back in time is seen (rule T7)."""
    head = opened.log.head()
    opened.log.close()
    note_head(opened.founding.keystore, settings.profile, opened.founding.device, head)


def _demand_not_older(log: EventLog, noted: Head | None) -> None:
    if noted is not None and noted.seq:
        event = log.get(noted.seq)
        if event is None or event.hash != noted.hash:
            raise Tamper(Code.ROLLED_BACK, path=log.path, seq=noted.seq)


def provision(
    settings: Settings,
    clock: Clock,
    trust: TrustPack,
    *,
    site: str,
    mode: Mode,
    person: Person,
    passphrase: str,
    cost: Cost = COST,
) -> OpenSite:
    """Found a site on this device for the centre of a trust pack, with its first member of staff.

    Raises:
        Refusal: `ALREADY_PROVISIONED`, `WEAK_PASSPHRASE`, `STUDY_BROKEN`; nothing was made.
    """
    check_passphrase(passphrase, person.user, site)
    study = load_study(settings.study)
    settings.profile.mkdir(parents=True, exist_ok=True, mode=0o700)
    log = create_log(settings.log)
    try:
        device_id = DeviceId(f"{site}-{secrets.token_hex(4)}")
        keystore = open_keystore(settings.profile, _place(settings.keystore))
        device = keystore.create(device_id, secrets.token_bytes)
        identity, recipient = make_identity()
        founding = Founding(
            device=device_id,
            public=SigningKey(device.seed).public,
            site=site,
            trial=trust.trial,
            mode=mode,
            keystore=keystore.kind,
            site_recipient=recipient,
            centre=trust.centre,
            centre_recipient=trust.recipient,
            centre_key=trust.online,
            root_fingerprint=trust.root,
            escrow=Sealer([trust.recipient]).seal(identity.encode()),
            study=study.id,
            study_version=study.version,
            study_hash=study.hash,
        )
        recipients = (founding.site_recipient, founding.centre_recipient)
        opened = _assemble(settings, clock, log, founding, device, cost, recipients=recipients)
        found_site(opened.pen, founding)
        add_person(opened.pen, opened.slots, person, passphrase, (identity,), by=None)
        return opened
    except BaseException:
        log.close()
        raise


def _assemble(
    settings: Settings,
    clock: Clock,
    log: EventLog,
    founding: Founding,
    device: DeviceSecrets,
    cost: Cost,
    *,
    recipients: tuple[str, str],
) -> OpenSite:
    pen = Pen(
        log,
        device=founding.device,
        key=SigningKey(device.seed),
        sealer=Sealer(recipients),
        clock=clock,
        app=APP,
    )
    return OpenSite(
        log=log,
        founding=founding,
        device=device,
        pen=pen,
        slots=SlotBook(log, device.secret, secrets.token_bytes, site=founding.site, cost=cost),
        library=open_library(settings.forms, settings.words, settings.private_packs),
        study=load_study(settings.study),
    )


def _place(keystore: str) -> Literal["system", "file"]:
    return "file" if keystore == "file" else "system"
