"""Open or found the site of a device: puts disk, keys and forms together for the roots."""

import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from retnet_pro.app.senses import APP
from retnet_pro.bundle.packs import TrustPack
from retnet_pro.conduct.doorway import Founding, add_person, found_site, founding_of
from retnet_pro.conduct.pen import Pen
from retnet_pro.conduct.ports import Inherited, Person
from retnet_pro.errors import Code, Refusal, RetnetError, Tamper
from retnet_pro.instrument.library import Library, open_library
from retnet_pro.moment import Clock
from retnet_pro.record.event import DeviceId
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import make_identity
from retnet_pro.settings import Settings
from retnet_pro.study.load import load_study
from retnet_pro.study.model import Mode, Study
from retnet_pro.vault.backup import backup_name
from retnet_pro.vault.headmark import demand_no_step_back, mark_head
from retnet_pro.vault.keystore import DeviceSecrets, open_keystore
from retnet_pro.vault.log import EventLog, create_log, open_log
from retnet_pro.vault.passphrase import check_passphrase
from retnet_pro.vault.predecessors import FOLDER as PREDECESSORS
from retnet_pro.vault.predecessors import ClosedLog
from retnet_pro.vault.slots import SlotBook
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
    inherited: tuple[Inherited, ...] = ()
    """The logs a restored device goes on from, oldest first."""


def open_site(settings: Settings, clock: Clock, *, cost: Cost = COST) -> OpenSite:
    """Open the site in a profile. The log belongs to the thread that calls this.

    Raises:
        Refusal: `NOT_PROVISIONED`, `SITE_IN_USE`, `VAULT_NEWER`, `DEVICE_SECRET_MISSING`, `STUDY_BROKEN`.
        Tamper: `VAULT_DAMAGED`, or `LOG_ROLLED_BACK` when the log is older than it was here before.
        WorldFault: `DISK_FULL` or `DISK_FAULT`.
    """
    log = open_log(settings.log)
    try:
        founding = founding_of(log, path=str(settings.profile))
        demand_no_step_back(log, founding.device)
        device = open_keystore(settings.profile, keystore_kind(founding.keystore)).load(founding.device)
        return assemble(settings, clock, log, founding, device, cost)
    except BaseException:
        log.close()
        raise


def close_site(site: OpenSite) -> None:
    """Let go of the site, remembering how far its log has come; closing twice does nothing."""
    with suppress(RetnetError):  # a disk that has just failed is no reason to keep the file
        mark_head(site.log, site.founding.device)
    site.log.close()
    for one in site.inherited:
        one.log.close()


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
        keystore = open_keystore(settings.profile, keystore_kind(settings.keystore))
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
        opened = assemble(settings, clock, log, founding, device, cost)
        found_site(opened.pen, founding)
        add_person(opened.pen, opened.slots, person, passphrase, (identity,), by=None)
        return opened
    except BaseException:
        log.close()
        raise


def assemble(
    settings: Settings, clock: Clock, log: EventLog, founding: Founding, device: DeviceSecrets, cost: Cost
) -> OpenSite:
    """Put the parts of an open site together; on a restored device also the logs it goes on from.

    Raises:
        Refusal: `STUDY_BROKEN`, or `FILE_MISSING` when an inherited log is gone.
        Tamper: `CHAIN_BROKEN`, when an inherited log does not end where it must.
    """
    pen = Pen(
        log,
        device=founding.device,
        key=SigningKey(device.seed),
        sealer=Sealer([founding.site_recipient, founding.centre_recipient]),
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
        inherited=inherited_logs(settings.profile / PREDECESSORS, founding),
    )


def inherited_logs(folder: Path, founding: Founding) -> tuple[Inherited, ...]:
    """Open the logs a device goes on from, as they lie in a folder under the names of backups; oldest first.

    Raises:
        Refusal: `FILE_MISSING`.
        Tamper: `CHAIN_BROKEN` or `VAULT_DAMAGED`.
    """
    found: list[Inherited] = []
    origin = founding.restored_from
    while origin is not None:
        path = folder / backup_name(origin.device, origin.head)
        if not path.is_file():
            raise Refusal(Code.FILE_MISSING, path=path)
        log = ClosedLog(path)
        if log.head() != origin.head:
            raise Tamper(Code.CHAIN_BROKEN, path=path, seq=log.head().seq, why="it does not end where it must")
        found.insert(0, Inherited(log, origin.device, origin.public))
        origin = founding_of(log, path=str(path)).restored_from
    return tuple(found)


def keystore_kind(keystore: str) -> Literal["system", "file"]:
    """Return the kind of keystore a founding or a setting names."""
    return "file" if keystore == "file" else "system"
