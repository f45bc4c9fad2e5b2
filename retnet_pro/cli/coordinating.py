"""A local coordinating centre in a folder, as the commands and the demonstration run it."""

import secrets
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from retnet_pro.app.backup_key import look_into
from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.receipt import Receipt
from retnet_pro.centre.admit import Admission, Gate, admit, post_receipts
from retnet_pro.centre.adopt import BroughtLog, adopt, post_adoption
from retnet_pro.centre.counting import Counter, count_sites
from retnet_pro.centre.database import Database
from retnet_pro.centre.enrol import enrol
from retnet_pro.centre.erasing import remove_carriers
from retnet_pro.centre.folder import Centre, init_centre, open_centre, read_online_key
from retnet_pro.centre.gate_ledger import GateLedger
from retnet_pro.centre.issuing import post_packs
from retnet_pro.centre.keys import read_identities
from retnet_pro.centre.opening import Opener, opening
from retnet_pro.centre.perseverance import AT_ONCE, Patience, persevere
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
class LetIn:
    """What the gate did in one round."""

    admissions: tuple[Admission, ...]
    closed: Mapping[DeviceId, str]
    """Why tablets were closed whose bundles came and went to quarantine; '' where nobody said (rule P47)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What one round of opening did."""

    receipts: tuple[Receipt, ...]
    responses: int
    """Responses the centre holds now, from all sites."""
    set_aside: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What one round of both did, where one machine does both; see `LetIn` and `Opened`."""

    admissions: tuple[Admission, ...]
    closed: Mapping[DeviceId, str]
    receipts: tuple[Receipt, ...]
    responses: int
    set_aside: int


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
    with closing(Store(centre.database)) as store:
        enrol(store, dev=device, site=site, public=public, typed=fingerprint(public), at=now.isoformat())


def let_in(centre: Centre, now: datetime) -> LetIn:
    """Admit what lies at the meeting place, sealed as it is, and put there the receipts that are known by now.

    Needs no key. What is admitted waits for `open_waiting`.

    Raises:
        Refusal, WorldFault: the folder or the database cannot be used.
    """
    transport = FolderTransport(centre.drop)
    at = now.isoformat(timespec="milliseconds")
    with closing(Database(centre.database, GateLedger)) as gate:
        admissions = admit(gate, transport, inbox=centre.inbox, quarantine=centre.quarantine, at=at)
        post_receipts(gate, transport)
        late = {one.device for one in admissions if one.device is not None and one.outcome is Gate.QUARANTINED}
        with gate.reading() as ledger:
            closures = tuple(filter(None, map(ledger.closure, late)))
    return LetIn(admissions=admissions, closed={closure.dev: closure.why for closure in closures})


def open_waiting(
    centre: Centre, library: Library, now: datetime, *, box: Path | None = None, patience: Patience = AT_ONCE
) -> Opened:
    """Open what was admitted, and put the receipts and the newest packs at the meeting place.

    `box` is the file of the key that opens everything, where it is not kept in the centre's own folder. When the
    database breaks off, it is tried again for as long as the patience lasts.

    Raises:
        Refusal: `FILE_MISSING`, when this machine does not hold the centre's keys.
        WorldFault: the folder or the database cannot be reached; what was opened is stored.
    """
    opener = opener_of(centre, library, box)
    receipts: list[Receipt] = []

    def one_round() -> Opened:
        with closing(Store(centre.database)) as store:
            receipts.extend(opening(store, opener, now))
            _post(store, centre, opener)
            with store.reading() as ledger:
                counts = {"responses": ledger.count_responses(), "set_aside": ledger.count_aside()}
        return Opened(receipts=tuple(receipts), **counts)

    return persevere(one_round, patience)


def _post(store: Store, centre: Centre, opener: Opener) -> None:
    transport = FolderTransport(centre.drop)
    renew_receipts(store, opener.online, transport)
    post_receipts(store, transport)
    post_packs(store, centre, opener.online, transport)
    remove_carriers(store, centre)  # last: a receipt is posted beside its bundle


def take_in(centre: Centre, library: Library, now: datetime, box: Path | None = None) -> TakenIn:
    """Let in what lies at the meeting place, and open it.

    Raises: as `let_in` and `open_waiting`.
    """
    came, opened = let_in(centre, now), open_waiting(centre, library, now, box=box)
    return TakenIn(
        admissions=came.admissions,
        closed=came.closed,
        receipts=opened.receipts,
        responses=opened.responses,
        set_aside=opened.set_aside,
    )


def count_centre(
    centre: Centre, study: Path, now: datetime, box: Path | None = None, patience: Patience = AT_ONCE
) -> tuple[str, ...]:
    """Count what each site amounts to by a study file, for the web page; return the sites that were counted anew.

    Raises:
        Refusal: `FILE_MISSING`, when this machine does not hold the centre's keys or there is no such study file;
            `STUDY_BROKEN`.
        WorldFault: the database cannot be reached.
    """
    counter = Counter(Unsealer(read_identities(box or centre.box)), load_study(study))

    def count() -> tuple[str, ...]:
        with closing(Store(centre.database)) as store:
            return count_sites(store, counter, now)

    return persevere(count, patience)


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
