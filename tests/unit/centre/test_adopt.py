"""The log of a device that will send no more comes in by the same way as a bundle, once, and closes the device."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from retnet_pro.app.keeping import Keeper
from retnet_pro.app.opening import close_site
from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.receipt import Status
from retnet_pro.centre.enrol import enrol
from retnet_pro.centre.folder import init_centre, open_centre
from retnet_pro.centre.store import Store
from retnet_pro.cli.coordinating import adopt_log, take_in
from retnet_pro.conduct.export import collect, export
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.pen import Pen
from retnet_pro.conduct.safety import safety_of
from retnet_pro.errors import Code, RetnetError
from retnet_pro.instrument.library import open_library
from retnet_pro.record.event import Kind
from retnet_pro.study.model import Mode
from retnet_pro.sync.folder import FolderTransport
from retnet_pro.vault.log import open_log
from tests.unit.app.test_restoring import COORDINATOR, SUBJECT, login, restored
from tests.unit.centre.conftest import NOW
from tests.unit.conduct.conftest import HOUSE, PASSPHRASE, found, reopened
from tests.unit.conduct.test_distrust import one_response

AT = NOW.isoformat()
LIBRARY = open_library(HOUSE / "forms", HOUSE / "translations", None)


class Office:
    """A real centre in a folder, a tablet of it with one finished form, and a stick with its backup."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        init_centre(
            folder / "centre", trial="demo-trial", centre="centre", mode=Mode.DEMO,
            issued=date(2026, 1, 1), expires=date(2030, 1, 1), chance=lambda size: bytes([size]) * size,
        )  # fmt: skip
        self.centre = open_centre(folder / "centre")
        self.key = folder / "centre" / "keys" / "box.key"
        self.drop = FolderTransport(self.centre.drop)
        (folder / "stick").mkdir()
        self.tablet = found(folder, centre=self.centre)
        self.desk = one_response(self.tablet)
        self.founding = self.tablet.opened.founding

    def enrol(self, public=None, site="AB", dev=None):
        public = public or self.founding.public
        store = Store(self.centre.database)
        enrol(store, dev=dev or self.founding.device, site=site, public=public, typed=fingerprint(public), at=AT)
        store.close()

    def backup(self):
        made = at_once(Keeper(self.tablet.opened).set_place(COORDINATOR, self.folder / "stick"))
        return self.folder / "stick" / made.copied.name

    def adopt(self, path):
        return adopt_log(self.centre, LIBRARY, path, NOW)

    def round(self):
        return take_in(self.centre, LIBRARY, NOW)

    def held(self):
        store = Store(self.centre.database)
        with store.reading() as ledger:
            held = (ledger.head(self.founding.device), list(ledger.responses()), ledger.device(self.founding.device))
        store.close()
        return held


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path)
    made.enrol()
    yield made
    made.tablet.opened.log.close()


def refused(code, office, path):
    before = office.held()
    with pytest.raises(RetnetError) as caught:
        office.adopt(path)
    assert caught.value.code is code
    assert office.held() == before, "nothing was taken in and nothing closed"
    assert office.drop.names() == ()


@pytest.mark.rule("P72", "P47", "P82")
def test_a_log_that_never_sent_anything_comes_in_whole_and_its_device_is_closed(office):
    path = office.backup()
    receipt = office.adopt(path)
    head, responses, device = office.held()
    assert (receipt.status, receipt.count, receipt.holds) == (Status.ACCEPTED, head.seq, head)
    assert [one.response.subject for one in responses] == [SUBJECT] and receipt.set_aside == ()
    assert device.revoked_at is not None
    assert office.drop.names() == (f"{head.hash}.receipt",)
    assert (office.centre.adopted / f"{head.hash}.db").read_bytes() == path.read_bytes()


@pytest.mark.rule("T8", "P72")
def test_adopting_again_changes_nothing_and_gives_the_same_receipt(office):
    path = office.backup()
    first = office.adopt(path)
    before = office.held()
    assert office.adopt(path) == first and office.held() == before


@pytest.mark.rule("T8", "P72")
def test_only_what_was_never_sent_is_new(office):
    at_once(export(office.desk, office.founding, office.drop, place="folder"))
    office.round()
    office.desk.record_fact(SUBJECT, Fact.GRADE, "G2")
    receipt = office.adopt(office.backup())
    head, responses, _ = office.held()
    assert receipt.status is Status.ACCEPTED and receipt.upto == head.seq and len(responses) == 1


@pytest.mark.rule("T7", "T8")
def test_an_old_backup_of_a_device_that_had_sent_more_is_a_duplicate(office):
    path = office.backup()
    at_once(export(office.desk, office.founding, office.drop, place="folder"))
    office.round()
    receipt = office.adopt(path)
    assert receipt.status is Status.DUPLICATE and receipt.bundle != receipt.head, "the centre holds more than the log"


@pytest.mark.rule("T5", "T7")
def test_a_log_that_went_another_way_is_a_fork_and_is_refused(office, tmp_path):
    twin, pen = tmp_path / "twin.db", office.tablet.opened.pen
    twin.write_bytes(office.backup().read_bytes())
    with open_log(twin) as log:
        Pen(log, device=pen.device, key=pen.key, sealer=pen.sealer, clock=pen.clock, app="other").write(
            Kind.LOGIN, {}, who="coordinator", role="coordinator"
        )
    at_once(export(office.desk, office.founding, office.drop, place="folder"))
    office.round()
    for name in office.drop.names():
        (office.centre.drop / name).unlink()
    refused(Code.HISTORY_FORKED, office, twin)


@pytest.mark.rule("P48")
def test_a_device_nobody_enrolled_is_refused(tmp_path):
    office = Office(tmp_path)
    refused(Code.DEVICE_UNKNOWN, office, office.backup())
    office.tablet.opened.log.close()


@pytest.mark.rule("T9", "P03")
def test_a_log_signed_with_another_key_than_the_enrolled_one_is_refused(tmp_path):
    office = Office(tmp_path)
    office.enrol(public=bytes(31) + b"\1")
    refused(Code.CHAIN_BROKEN, office, office.backup())
    office.tablet.opened.log.close()


@pytest.mark.rule("T9")
def test_a_log_of_another_site_or_trial_is_refused(tmp_path):
    office = Office(tmp_path)
    office.enrol(site="CD")
    refused(Code.BACKUP_UNFIT, office, office.backup())
    office.centre = replace(office.centre, trial="another-trial")
    refused(Code.BACKUP_UNFIT, office, office.backup())
    office.tablet.opened.log.close()


@pytest.mark.rule("T6", "P03")
def test_a_changed_log_is_refused(office):
    path = office.backup()
    content = bytearray(path.read_bytes())
    content[content.index(b'"kind":"session.done"')] ^= 1
    path.write_bytes(content)
    refused(Code.CHAIN_BROKEN, office, path)
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(RetnetError):
        office.adopt(path)
    path.write_bytes(b"photo")
    refused(Code.FILE_UNFIT, office, path)


@pytest.mark.rule("P72", "P75", "T7")
def test_the_whole_road_of_a_broken_tablet(office, tmp_path):
    """Backup, restore, adoption, receipt: at the end everything is with the centre and each event is there once."""
    path = office.backup()
    new = restored(path, office.key, tmp_path / "new", office.tablet)
    desk = login(new)
    assert safety_of(desk.site).inherited == 1
    (kept,) = (tmp_path / "new" / "predecessors").iterdir()
    office.adopt(kept)
    assert len(at_once(collect(desk, new.founding, office.drop))) == 1
    assert safety_of(desk.site).all_received
    office.enrol(public=new.founding.public, dev=new.founding.device)
    desk.record_fact(SUBJECT, Fact.GRADE, "G2")
    at_once(export(desk, new.founding, office.drop, place="folder"))
    office.round()
    assert [one.status for one in at_once(collect(desk, new.founding, office.drop))] == [Status.ACCEPTED]
    late = office.tablet.login("coordinator")
    report = at_once(export(late, office.founding, office.drop, place="folder"))
    done = office.round()
    assert {one.bundle: one.outcome.value for one in done.admissions}[report.ids[0]] == "quarantined"
    assert done.responses == 1
    close_site(new)


@pytest.mark.rule("T7")
def test_a_backup_opened_under_its_old_id_is_told_from_the_receipt(office, tmp_path):
    """The head mark is gone too, so only the centre can know: it holds a later event than the tablet has."""
    path = office.backup()
    at_once(export(office.desk, office.founding, office.drop, place="folder"))
    office.round()
    at_once(collect(office.desk, office.founding, office.drop))
    office.tablet.opened.log.close()
    (tmp_path / "site" / "site.db").write_bytes(path.read_bytes())
    for rest in (*(tmp_path / "site").glob("*.head"), *(tmp_path / "site").glob("site.db-*")):
        rest.unlink()
    with reopened(tmp_path) as door:
        desk = door.login("coordinator", PASSPHRASE)
        desk.record_fact(SUBJECT, Fact.GRADE, "G2")
        at_once(export(desk, office.founding, office.drop, place="folder"))
        office.round()
        with pytest.raises(RetnetError) as caught:
            at_once(collect(desk, office.founding, office.drop))
        assert caught.value.code is Code.HISTORY_FORKED
        assert desk.site.is_forked
