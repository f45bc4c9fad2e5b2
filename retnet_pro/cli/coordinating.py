"""A local coordinating centre in a folder, as the commands and the demonstration run it."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from retnet_pro.app.backup_key import look_into
from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.receipt import Receipt
from retnet_pro.centre.admit import Admission, Gate, admit, post_receipts
from retnet_pro.centre.adopt import BroughtLog, adopt, post_adoption
from retnet_pro.centre.counting import Counter, count_sites
from retnet_pro.centre.enrol import enrol
from retnet_pro.centre.erasing import remove_carriers
from retnet_pro.centre.folder import Centre, init_centre, open_centre, read_online_key
from retnet_pro.centre.issuing import post_packs
from retnet_pro.centre.keys import read_identities
from retnet_pro.centre.opening import Opener, open_admitted
from retnet_pro.centre.records import RecordReader
from retnet_pro.centre.renewal import renew_receipts
from retnet_pro.centre.store import Store
from retnet_pro.instrument.library import Library
from retnet_pro.record.event import DeviceId
from retnet_pro.record.unseal import Unsealer
from retnet_pro.study.load import load_study
from retnet_pro.study.model import Mode
from retnet_pro.sync.folder import FolderTransport
from retnet_pro.vault.verify import reading, stored_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What one round of the centre did."""

    admissions: tuple[Admission, ...]
    receipts: tuple[Receipt, ...]
    responses: int
    """Responses the centre holds now, from all sites."""
    set_aside: int
    closed: Mapping[DeviceId, str]
    """Why tablets were closed whose bundles came and went to quarantine; '' where nobody said (rule P47)."""


def found_centre(folder: Path, *, trial: str, centre: str, mode: Mode, today: date) -> Centre:
    """Make a new centre in a folder; its trust pack is valid for five years.

    Raises:
        Refusal: `FILE_EXISTS`.
    """
    init_centre(
        folder,
        trial=trial,
        centre=centre,
        mode=mode,
        issued=today,
        expires=last_day(today),
        chance=secrets.token_bytes,
    )
    return open_centre(folder)


def last_day(today: date) -> date:
    """Return until when a trust pack made today is valid, unless somebody says otherwise: about five years."""
    return date(today.year + 5, today.month, 1)


def enrol_device(centre: Centre, *, device: DeviceId, site: str, public: bytes, now: datetime) -> None:
    """Enrol a tablet whose key this same program just made, as the demonstration does."""
    store = Store(centre.database)
    try:
        enrol(store, dev=device, site=site, public=public, typed=fingerprint(public), at=now.isoformat())
    finally:
        store.close()


def take_in(centre: Centre, library: Library, now: datetime, box: Path | None = None) -> TakenIn:
    """Admit what lies at the meeting place, open it, and put the receipts and the newest packs there.

    `box` is the file of the key that opens everything, where it is not kept in the centre's own folder.

    Raises:
        WorldFault: the folder cannot be reached.
        Refusal: `FILE_MISSING`, when this machine does not hold the centre's keys.
    """
    transport = FolderTransport(centre.drop)
    opener = opener_of(centre, library, box)
    store = Store(centre.database)
    try:
        admissions = admit(
            store,
            transport,
            inbox=centre.inbox,
            quarantine=centre.quarantine,
            at=now.isoformat(timespec="milliseconds"),
        )
        receipts = open_admitted(store, opener, now)
        renew_receipts(store, opener.online, transport)
        post_receipts(store, transport)
        post_packs(store, centre, opener.online, transport)
        remove_carriers(store, centre)  # last: a receipt is posted beside its bundle
        late = {one.device for one in admissions if one.device is not None and one.outcome is Gate.QUARANTINED}
        with store.reading() as ledger:
            closures = filter(None, map(ledger.closure, late))
            return TakenIn(
                admissions=admissions,
                receipts=tuple(receipts),
                responses=sum(1 for _ in ledger.responses()),
                set_aside=len(ledger.aside()),
                closed={closure.dev: closure.why for closure in closures},
            )
    finally:
        store.close()


def count_centre(centre: Centre, study: Path, now: datetime, box: Path | None = None) -> tuple[str, ...]:
    """Count what each site amounts to by a study file, for the web page; return the sites that were counted anew.

    Raises:
        Refusal: `FILE_MISSING`, when this machine does not hold the centre's keys or there is no such study file;
            `STUDY_BROKEN`.
    """
    counter = Counter(Unsealer(read_identities(box or centre.box)), load_study(study))
    store = Store(centre.database)
    try:
        return count_sites(store, counter, now)
    finally:
        store.close()


def adopt_log(centre: Centre, library: Library, path: Path, now: datetime) -> Receipt:
    """Take in the log of a device that will send no more, close that device, put the receipt at the meeting place.

    Raises:
        Refusal, Tamper, WorldFault: see `centre.adopt.adopt`; `FILE_MISSING`, `FILE_UNFIT` or `VAULT_DAMAGED` for the
            file itself.
    """
    store = Store(centre.database)
    try:
        with look_into(path) as look, reading(look.file) as connection:
            brought = BroughtLog(
                name=path.name, untrusted_rows=stored_rows(connection), untrusted_file=look.file.read_bytes()
            )
            receipt = adopt(store, opener_of(centre, library), centre, brought, now)
        post_adoption(store, FolderTransport(centre.drop), receipt)
        return receipt
    finally:
        store.close()


def opener_of(centre: Centre, library: Library, box: Path | None = None) -> Opener:
    """Return what opens bundles, on the machine that holds the centre's keys.

    Raises:
        Refusal: `FILE_MISSING`, when this machine does not hold them.
    """
    unsealer = Unsealer(read_identities(box or centre.box))
    return Opener(
        trial=centre.trial,
        centre=centre.id,
        inbox=centre.inbox,
        unsealer=unsealer,
        online=read_online_key(centre),
        records=RecordReader(mode=centre.mode, unsealer=unsealer, instruments=map(library.instrument, library.ids())),
    )
