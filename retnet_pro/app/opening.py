"""Open or found the site of a device: puts disk, keys and forms together for the roots."""

import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from retnet_pro.app.senses import APP, new_id
from retnet_pro.bundle.packs import TrustPack
from retnet_pro.conduct.doorway import SETUP, Doorway, Founding, add_person, found_site, founding_of
from retnet_pro.conduct.keys import keys_in_force
from retnet_pro.conduct.packs import Intake
from retnet_pro.conduct.packs_in_force import PRIVATE_STUDIES, PUT_RIGHT, SiteFiles, pack_history, site_files
from retnet_pro.conduct.pen import Pen
from retnet_pro.conduct.ports import Inherited, Person
from retnet_pro.errors import Code, Refusal, RetnetError, Tamper
from retnet_pro.instrument.library import Library, open_library
from retnet_pro.moment import Clock
from retnet_pro.record.event import DeviceId, Head, Kind
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import make_identity
from retnet_pro.settings import Settings
from retnet_pro.study.load import load_study
from retnet_pro.study.model import Mode, Study
from retnet_pro.vault.backup import backup_name
from retnet_pro.vault.keystore import DeviceSecrets, open_keystore
from retnet_pro.vault.log import EventLog, create_log, open_log
from retnet_pro.vault.neighbours import FOLDER as NEIGHBOURS
from retnet_pro.vault.neighbours import NeighbourFolder
from retnet_pro.vault.pack_files import put_right
from retnet_pro.vault.passphrase import check_passphrase
from retnet_pro.vault.predecessors import FOLDER as PREDECESSORS
from retnet_pro.vault.predecessors import ClosedLog
from retnet_pro.vault.shelf import LogShelf
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
    inherited: tuple[Inherited, ...]
    """The logs a restored device goes on from, oldest first."""
    neighbours: NeighbourFolder
    """What the other tablets of the site have told."""


def open_site(settings: Settings, clock: Clock, *, cost: Cost = COST, for_packs: bool = False) -> OpenSite:
    """Open the site in a profile. The log belongs to the thread that calls this.

    The files of signed packs are put on disk as they were signed. `for_packs` leaves that out: a pack that was lost
    must be taken in again before they can be.

    Raises:
        Refusal: `NOT_PROVISIONED`, `SITE_IN_USE`, `VAULT_NEWER`, `DEVICE_SECRET_MISSING`, `STUDY_BROKEN`.
        Tamper: `VAULT_DAMAGED`, `ROLLED_BACK` when the log lacks what it was known to hold, or `PACK_ALTERED` and
            `PACK_BROKEN` where data are real and a signed file was changed.
        WorldFault: `DISK_FULL` or `DISK_FAULT`.
    """
    log = open_log(settings.log)
    try:
        founding = founding_of(log, path=str(settings.profile))
        device = open_keystore(settings.profile, founding.keystore).load(founding.device)
        _demand_not_older(log, noted_head(founding.keystore, settings.profile, founding.device))
        keys = keys_in_force(log, SigningKey(device.seed).public)
        files = site_files(pack_history(log, founding, as_far_as_it_holds=True), LogShelf(log))
        altered = () if for_packs else put_right(settings.private_packs, files, strict=founding.mode is Mode.STUDY)
        study = study_path(settings, files, founding)
        opened = assemble(settings, clock, log, founding, device, cost, recipients=keys.recipients, study=study)
        for person in opened.slots.people():
            if person.user in keys.removed:  # a power cut came between the removal's event and the slot
                opened.slots.remove(person.user)
        if altered:
            note = {"act": PUT_RIGHT, "files": list(altered)}
            opened.pen.write(Kind.PACK, note, who=SETUP, role=SETUP)
        return opened
    except BaseException:
        log.close()
        raise


def close_site(opened: OpenSite) -> None:
    """Let go of the logs, and note how far this one had come, so that one that went back in time is seen (rule T7)."""
    with suppress(RetnetError):  # a disk that has just failed is no reason to keep the file
        note_head(opened.founding.keystore, opened.log.path.parent, opened.founding.device, opened.log.head())
    opened.log.close()
    for one in opened.inherited:
        one.log.close()
    opened.neighbours.close()


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
        Refusal: `ALREADY_PROVISIONED`, `PROFILE_USED`, `WEAK_PASSPHRASE`, `STUDY_BROKEN`; nothing was made.
    """
    check_passphrase(passphrase, person.user, site)
    demand_nothing_left(settings)
    study = load_study(settings.study)
    settings.profile.mkdir(parents=True, exist_ok=True, mode=0o700)
    log = create_log(settings.log)
    try:
        device_id = DeviceId(f"{site}-{secrets.token_hex(4)}")
        keystore = open_keystore(settings.profile, settings.keystore)
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
            trust_version=trust.version,
            trust_expires=trust.expires,
        )
        recipients = (founding.site_recipient, founding.centre_recipient)
        opened = assemble(settings, clock, log, founding, device, cost, recipients=recipients, study=settings.study)
        found_site(opened.pen, founding)
        add_person(opened.pen, opened.slots, person, passphrase, (identity,), by=None)
        return opened
    except BaseException:
        log.close()
        raise


def demand_nothing_left(settings: Settings) -> None:
    """Return if no log of another tablet lies where a site is to be set up: it would be of the site that was there.

    Raises:
        Refusal: `PROFILE_USED`.
    """
    for name in (NEIGHBOURS, PREDECESSORS):
        folder = settings.profile / name
        if folder.is_dir() and any(folder.iterdir()):
            raise Refusal(Code.PROFILE_USED, path=folder)


def doorway_of(opened: OpenSite) -> Doorway:
    """Return the lock screen's view of an open site."""
    return Doorway(
        opened.pen,
        opened.slots,
        opened.library,
        opened.study,
        opened.founding,
        new_id,
        opened.inherited,
        opened.neighbours,
    )


def intake_of(opened: OpenSite) -> Intake:
    """Return what takes in signed packs on this site."""
    return Intake(
        pen=opened.pen,
        founding=opened.founding,
        slots=opened.slots,
        shelf=LogShelf(opened.log),
        library=opened.library,
        study=opened.study,
    )


def study_path(settings: Settings, files: SiteFiles, founding: Founding) -> Path:
    """Return the study file in use: the one of a signed pack, once it was put on disk, else the shipped one."""
    signed = f"{PRIVATE_STUDIES}/{founding.study}.yaml"
    path = settings.private_packs / signed
    return path if signed in files.wanted and path.is_file() else settings.study


def assemble(
    settings: Settings,
    clock: Clock,
    log: EventLog,
    founding: Founding,
    device: DeviceSecrets,
    cost: Cost,
    *,
    recipients: tuple[str, str] | None = None,
    study: Path | None = None,
) -> OpenSite:
    """Put the parts of an open site together; on a restored device also the logs it goes on from.

    `recipients` and `study` are those of the founding and of the program unless others are in force.

    Raises:
        Refusal: `STUDY_BROKEN`, or `FILE_MISSING` when an inherited log is gone.
        Tamper: `CHAIN_BROKEN`, when an inherited log does not end where it must.
    """
    pen = Pen(
        log,
        device=founding.device,
        key=SigningKey(device.seed),
        sealer=Sealer(recipients or (founding.site_recipient, founding.centre_recipient)),
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
        study=load_study(study or settings.study),
        inherited=inherited_logs(settings.profile / PREDECESSORS, founding),
        neighbours=NeighbourFolder(settings.profile),
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
