"""A new device goes on from a backup: everything is seen, nothing is merged, no key ends where it must not be."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from retnet_pro.answering.clinic_value import Dated, Measured, Place
from retnet_pro.app.backup_key import Look, Opened, look_into, open_with_key, open_with_passphrase
from retnet_pro.app.keeping import Keeper
from retnet_pro.app.opening import OpenSite, close_site, intake_of, open_site
from retnet_pro.app.restoring import restore
from retnet_pro.app.senses import new_id
from retnet_pro.bundle.receipt import Receipt, Status, write_receipt
from retnet_pro.conduct import clinic
from retnet_pro.conduct.clinic_reading import acts_of, record_of
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.doorway import Doorway, Origin, founding_of
from retnet_pro.conduct.erased import Ground, Order
from retnet_pro.conduct.erasure import erase
from retnet_pro.conduct.export import collect, export
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.handover import resume, start, stop
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.packs import take_in
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Role
from retnet_pro.conduct.safety import safety_of
from retnet_pro.conduct.take import Bedside
from retnet_pro.conduct.team import change_key
from retnet_pro.conduct.trail import EVERYTHING, Trail
from retnet_pro.errors import Code, RetnetError
from retnet_pro.instrument.clinic import ClinicFormId, UnitId
from retnet_pro.record.event import EventHash, Head, Kind
from retnet_pro.record.response import AnsweredBy
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import Unsealer, make_identity, recipient_of
from retnet_pro.settings import Settings
from retnet_pro.study.absence import Absence
from retnet_pro.study.subject import make_subject
from retnet_pro.sync.folder import FolderTransport
from retnet_pro.vault.backup import backup_name
from retnet_pro.vault.predecessors import ClosedLog
from retnet_pro.vault.verify import verify_log
from tests.unit.conduct.conftest import CHEAP, HOUSE, PASSPHRASE, Founded, found
from tests.unit.conduct.test_clinic import LAB_VALUES, filled
from tests.unit.conduct.test_desk import answer, enrolled, finish, started
from tests.unit.conduct.test_packs import given, trust_pack

SUBJECT = make_subject("AB", 1)
COORDINATOR = Person("coordinator", "Coordinator Demo", Role.COORDINATOR)
NEW = Person("anew", "New Demo", Role.COORDINATOR)


@contextmanager
def refused(code: Code) -> Iterator[RetnetError]:
    with pytest.raises(RetnetError) as caught:
        yield caught  # type: ignore[misc]
    assert caught.value.code is code


def settings_of(folder: Path) -> Settings:
    return Settings(profile=folder, forms=HOUSE / "forms", words=HOUSE / "translations", keystore="file")


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Founded]:
    """A device with one finished form, one interrupted one, and one not begun."""
    site = found(tmp_path)
    desk = enrolled(site.login("coordinator"))
    bedside = Bedside(site.opened.pen, site.opened.library, started(desk))
    finish(site, bedside, 0, answer(site, bedside, 0, 3))
    answer(site, bedside, 1, 2)
    yield site
    site.opened.log.close()


@pytest.fixture
def backup(old: Founded, tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    made = at_once(Keeper(old.opened).set_place(COORDINATOR, tmp_path / "stick"))
    return tmp_path / "stick" / made.copied.name


@pytest.fixture
def key(old: Founded, tmp_path: Path) -> Path:
    """The centre's identity in a file."""
    path = tmp_path / "box.key"
    path.write_text(f"# the centre's\n{old.centre_identity}\n")
    return path


def restored(backup: Path, key: Path, folder: Path, site: Founded, person: Person = NEW) -> OpenSite:
    with look_into(backup) as look:
        opened = open_with_key(look, key)
        return restore(
            settings_of(folder), site.calendar, look, opened, person=person, passphrase=PASSPHRASE, cost=CHEAP
        )


def login(opened: OpenSite, user: str = "anew") -> Desk:
    door = Doorway(opened.pen, opened.slots, opened.library, opened.study, opened.founding, new_id, opened.inherited)
    return door.login(user, PASSPHRASE)


@pytest.fixture
def new(old: Founded, backup: Path, key: Path, tmp_path: Path) -> Iterator[OpenSite]:
    made = restored(backup, key, tmp_path / "new", old)
    yield made
    close_site(made)


@pytest.mark.rule("T7", "P06")
def test_a_restored_device_is_a_new_one_and_names_what_it_goes_on_from(
    old: Founded, new: OpenSite, backup: Path
) -> None:
    before, after = old.opened.founding, new.founding
    assert after.device != before.device and after.public != before.public
    head = verify_log(backup).head
    assert after.restored_from == Origin(device=before.device, public=before.public, head=head)
    same = ("site", "trial", "mode", "site_recipient", "centre", "centre_recipient", "centre_key", "root_fingerprint")
    assert [getattr(after, name) for name in same] == [getattr(before, name) for name in same]
    assert founding_of(new.log, path="-") == after, "it is read back from the first event"
    assert founding_of(old.opened.log, path="-").restored_from is None, "older foundings have no such field"
    assert [event.header.kind for event in new.log.events()] == [Kind.PROVISION, Kind.STAFF]


@pytest.mark.rule("P05", "P06")
def test_the_old_log_is_kept_read_only_and_unchanged(new: OpenSite, backup: Path, tmp_path: Path) -> None:
    (kept,) = (tmp_path / "new" / "predecessors").iterdir()
    assert kept.name == backup.name and kept.read_bytes() == backup.read_bytes()
    assert kept.stat().st_mode & 0o777 == 0o400
    login(new)
    assert kept.read_bytes() == backup.read_bytes()
    with refused(Code.UNEXPECTED):
        new.inherited[0].log.append(next(iter(new.log.events())))


@pytest.mark.rule("P05", "P70")
def test_staff_see_participants_answers_and_open_forms_of_the_old_device(old: Founded, new: OpenSite) -> None:
    before, desk = old.login("coordinator"), login(new)
    assert desk.participants() == before.participants()
    assert [one.response for one in desk.responses_of(SUBJECT)] == [
        one.response for one in before.responses_of(SUBJECT)
    ]
    assert [one.hash for one in desk.responses_of(SUBJECT)] == [one.hash for one in before.responses_of(SUBJECT)]
    assert desk.site.sessions == before.site.sessions
    assert desk.due() == before.due()
    (done,) = desk.responses_of(SUBJECT)
    entries = before.reader.entries_of(done.response.ses)
    assert len(entries) == 30 and desk.reader.entries_of(done.response.ses) == entries, "the history beside a value"


@pytest.mark.rule("E51", "P72")
def test_a_form_begun_on_the_old_device_is_closed_and_begun_anew(old: Founded, new: OpenSite) -> None:
    desk = login(new)
    waiting = desk.site.interrupted()
    head = new.log.head()
    with refused(Code.SESSION_INHERITED):
        resume(desk, waiting[0].sitting)
    assert new.log.head() == head
    for session in waiting:
        stop(desk, session, Absence.TECHNICAL.value)
    sitting = start(desk, SUBJECT, "baseline", "en", AnsweredBy.ALONE)
    assert [turn.instrument for turn in sitting.turns] == ["qlq-ginet21", "carcinoid-diary"]
    assert not sitting.practice


@pytest.mark.rule("P05", "P19", "P72")
def test_a_form_of_staff_closed_on_the_old_device_is_corrected_here_and_what_stood_first_is_shown(
    old: Founded, key: Path, tmp_path: Path
) -> None:
    before = old.login("coordinator")
    lab = ClinicFormId("biomarkers")
    done = clinic.close(before, filled(before, clinic.start(before, SUBJECT, lab, "en"), LAB_VALUES))
    begun = filled(before, clinic.start(before, SUBJECT, lab, "en"), {"sampled_on": Dated("2026-11-21")})
    (tmp_path / "stick").mkdir()
    kept = at_once(Keeper(old.opened).set_place(COORDINATOR, tmp_path / "stick"))
    made = restored(tmp_path / "stick" / kept.copied.name, key, tmp_path / "new", old)
    desk = login(made)
    sheet = clinic.correct(desk, SUBJECT, done.ses, clinic.WhyAgain.NEW_SOURCE, "second report", "en")
    cga = Place("cga")
    clinic.close(desk, clinic.enter(desk, sheet, cga, Measured("300", UnitId("ng_ml"))))
    record = record_of(desk, SUBJECT, done.ses)
    assert record is not None and record.revision == 2
    assert record.values == LAB_VALUES | {"cga": Measured("300", UnitId("ng_ml"))}
    acts = acts_of(desk, SUBJECT, done.ses)[cga]
    assert [(act.entry.put, act.why) for act in acts] == [
        (LAB_VALUES["cga"], ""),
        (Measured("300", UnitId("ng_ml")), "new-source"),
    ]
    told = [one for one in Trail(desk, EVERYTHING).more() if one.kind is Kind.CLINIC_ENTRY]
    assert told[0].old.startswith("310.5"), "the trail says what the value replaced, though another log holds it"
    going_on = clinic.take_up(desk, SUBJECT, begun.ses, "en")
    assert going_on.filling.values == {"sampled_on": Dated("2026-11-21")}
    close_site(made)


@pytest.mark.rule("T7")
def test_new_events_follow_the_new_chain_and_are_what_is_sent(new: OpenSite, tmp_path: Path) -> None:
    desk = login(new)
    desk.record_fact(SUBJECT, Fact.GRADE, "G2")
    assert desk.participant(SUBJECT).grade == "G2"
    drop = FolderTransport(tmp_path)
    report = at_once(export(desk, new.founding, drop, place="folder"))
    assert report.events == new.log.head().seq - 2, "all of the new log but what tells of the bundle itself"
    close_site(new)
    assert verify_log(tmp_path / "new" / "site.db").first_break is None


def test_a_snapshot_holds_the_inherited_part_too(new: OpenSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retnet_pro.conduct.desk.SNAPSHOT_EVERY", 1)
    desk = login(new)
    desk.record_fact(SUBJECT, Fact.GRADE, "G2")
    desk.leave()
    assert new.log.snapshot() is not None
    again = login(new)
    assert again.responses_of(SUBJECT) == desk.responses_of(SUBJECT)
    assert len(again.course(SUBJECT).filed) == 1 and again.participant(SUBJECT).grade == "G2"


@pytest.mark.rule("P75", "P72")
def test_what_the_old_device_had_no_receipt_for_waits_until_the_centre_has_adopted_its_log(
    old: Founded, new: OpenSite, tmp_path: Path
) -> None:
    desk = login(new)
    safety = safety_of(desk.site)
    assert (safety.on_device, safety.inherited, safety.received) == (1, 1, 0)
    origin = new.founding.restored_from
    assert origin is not None
    receipt = Receipt(
        bundle=origin.head.hash, trial="demo-trial", dev=origin.device, upto=origin.head.seq, head=origin.head.hash,
        at="2026-11-24T12:00:00.000+00:00", status=Status.ACCEPTED, count=origin.head.seq,
    )  # fmt: skip
    drop = FolderTransport(tmp_path)
    name = f"{origin.head.hash}.receipt"
    for wrong in (replace(receipt, dev=new.founding.device), replace(receipt, status=Status.FORK)):
        (tmp_path / name).write_bytes(write_receipt(wrong, old.online))
        with refused(Code.RECEIPT_BROKEN):
            at_once(collect(desk, new.founding, drop))
    (tmp_path / name).write_bytes(write_receipt(receipt, old.online))
    assert [one.bundle for one in at_once(collect(desk, new.founding, drop))] == [origin.head.hash]
    assert at_once(collect(desk, new.founding, drop)) == ()
    for seen in (desk, login(new)):
        safety = safety_of(seen.site)
        assert (safety.on_device, safety.inherited, safety.received) == (0, 0, 1)
    assert desk.site.send_after == 0, "none of the new device's own events counts as received through it"


@pytest.mark.rule("P72")
def test_what_the_old_device_had_a_receipt_for_is_received(old: Founded, key: Path, tmp_path: Path) -> None:
    desk = old.login("coordinator")
    drop = FolderTransport(tmp_path)
    sent = at_once(export(desk, old.opened.founding, drop, place="folder")).ids[0]
    upto = desk.site.sent[-1].upto
    receipt = Receipt(
        bundle=sent, trial="demo-trial", dev=old.opened.founding.device, upto=upto, head=old.opened.log.get(upto).hash,
        at="2026-11-23T12:00:00.000+00:00", status=Status.ACCEPTED, count=upto,
    )  # fmt: skip
    drop.put(f"{sent}.receipt", write_receipt(receipt, old.online))
    at_once(collect(desk, old.opened.founding, drop))
    (tmp_path / "stick").mkdir()
    made = at_once(Keeper(old.opened).set_place(COORDINATOR, tmp_path / "stick"))
    new = restored(tmp_path / "stick" / made.copied.name, key, tmp_path / "new", old)
    safety = safety_of(login(new).site)
    assert (safety.on_device, safety.inherited, safety.received) == (0, 0, 1)
    close_site(new)


@pytest.mark.rule("T1", "P80")
def test_the_centres_key_never_comes_to_rest_on_a_tablet(old: Founded, new: OpenSite, tmp_path: Path) -> None:
    *identities, _personal = new.slots.unlock("anew", PASSPHRASE, old.calendar())
    assert old.centre_identity not in identities and len(identities) == 1
    close_site(new)
    for path in (tmp_path / "new").rglob("*"):
        assert not path.is_file() or old.centre_identity.encode() not in path.read_bytes()


@pytest.mark.rule("P83")
def test_a_passphrase_and_the_secret_of_the_old_device_are_another_way(
    old: Founded, backup: Path, tmp_path: Path
) -> None:
    now = old.calendar()
    with look_into(backup) as look:
        with refused(Code.WRONG_PASSPHRASE):
            open_with_passphrase(look, tmp_path / "site", "nurse", "four calm herons fly", now, bytes)
        opened = open_with_passphrase(look, tmp_path / "site", "nurse", PASSPHRASE, now, bytes)
        assert opened.person == Person("nurse", "Nurse Demo", Role.NURSE)
        assert opened.identities == old.opened.slots.unlock("nurse", PASSPHRASE, now)[:-1]
        made = restore(
            settings_of(tmp_path / "new"), old.calendar, look, opened,
            person=opened.person, passphrase=PASSPHRASE, cost=CHEAP,
        )  # fmt: skip
    assert login(made, "nurse").responses_of(SUBJECT)
    close_site(made)


@pytest.mark.rule("T1")
def test_without_the_secret_of_the_old_device_its_passphrases_open_nothing(
    old: Founded, backup: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    with look_into(backup) as look, refused(Code.BACKUP_UNFIT) as caught:
        open_with_passphrase(look, tmp_path / "empty", "nurse", PASSPHRASE, old.calendar(), bytes)
    assert old.opened.founding.device in str(caught.value)


@pytest.mark.rule("P03")
def test_a_key_of_somebody_else_or_none_is_named(backup: Path, tmp_path: Path) -> None:
    from retnet_pro.record.unseal import make_identity

    path = tmp_path / "some.key"
    with look_into(backup) as look:
        path.write_text(make_identity()[0])
        with refused(Code.BACKUP_UNFIT):
            open_with_key(look, path)
        for content in ("nothing", "AGE-SECRET-KEY-1NOTONE"):
            path.write_text(content)
            with refused(Code.FILE_UNFIT):
                open_with_key(look, path)


def test_the_sites_own_key_opens_too(old: Founded, backup: Path, tmp_path: Path) -> None:
    identity, _personal = old.opened.slots.unlock("nurse", PASSPHRASE, old.calendar())
    (tmp_path / "site.key").write_text(identity)
    with look_into(backup) as look:
        assert open_with_key(look, tmp_path / "site.key") == Opened((identity,), (), None)


@pytest.mark.rule("P05", "P83")
def test_after_a_change_of_the_sites_key_the_centre_opens_everything_once_more(
    old: Founded, key: Path, tmp_path: Path
) -> None:
    before, _personal = old.opened.slots.unlock("coordinator", PASSPHRASE, old.calendar())
    desk = old.login("coordinator")
    change_key(desk, old.opened.slots)
    desk.record_fact(SUBJECT, Fact.GRADE, "G2")
    (tmp_path / "stick").mkdir()
    made = at_once(Keeper(old.opened).set_place(COORDINATOR, tmp_path / "stick"))
    backup = tmp_path / "stick" / made.copied.name
    with look_into(backup) as look:
        opened = open_with_key(look, key)
        (tmp_path / "old.key").write_text(before)
        with refused(Code.BACKUP_UNFIT) as caught:
            open_with_key(look, tmp_path / "old.key")
    assert opened.identities[1:] == (before,) and opened.identities[0] != before
    assert "only what was written before" in str(caught.value)
    new = restored(backup, key, tmp_path / "new", old)
    try:
        assert login(new).participant(SUBJECT).grade == "G2"
        sealed = Unsealer([old.centre_identity]).unseal(new.founding.escrow, what="x")
        assert sealed.decode().split() == list(opened.identities)
    finally:
        close_site(new)


@pytest.mark.rule("P81", "T9")
def test_the_new_device_trusts_the_centre_as_the_old_one_did_last(old: Founded, tmp_path: Path) -> None:
    identity, recipient = make_identity()
    online = SigningKey(bytes([9]) * 32)
    for version, key in ((2, SigningKey(bytes([8]) * 32)), (3, online)):
        given(old, trust_pack(version, key, recipient=recipient, expires=date(2030, 1, 1 + version)))
    old.login("coordinator").record_fact(SUBJECT, Fact.GRADE, "G2")
    (tmp_path / "stick").mkdir()
    made = at_once(Keeper(old.opened).set_place(COORDINATOR, tmp_path / "stick"))
    (tmp_path / "box.key").write_text(f"{identity}\n{old.centre_identity}\n")
    new = restored(tmp_path / "stick" / made.copied.name, tmp_path / "box.key", tmp_path / "new", old)
    try:
        founding = new.founding
        assert (founding.centre_recipient, founding.centre_key) == (recipient, online.public)
        assert (founding.trust_version, founding.trust_expires) == (3, date(2030, 1, 4))
        (of_site,) = Unsealer([identity]).unseal(founding.escrow, what="x").decode().split()
        assert recipient_of(of_site) == old.opened.founding.site_recipient
        with refused(Code.PACK_OLD):
            take_in(intake_of(new), NEW, trust_pack(2, recipient=recipient), path="x.pack")
        desk = login(new)
        desk.record_fact(SUBJECT, Fact.GRADE, "G1")
        (written,) = (one for one in new.log.events() if one.header.kind is Kind.PARTICIPANT_FACT)
        assert written.sealed is not None
        assert Unsealer([identity]).unseal_payload(written.sealed, what="x")["subject"] == SUBJECT
    finally:
        close_site(new)


@pytest.mark.rule("P03", "P81")
def test_a_backup_that_does_not_hold_together_founds_nothing(
    old: Founded, backup: Path, key: Path, tmp_path: Path
) -> None:
    content = bytearray(backup.read_bytes())
    content[content.index(b'"kind":"enrol"')] ^= 1
    backup.write_bytes(content)
    with refused(Code.CHAIN_BROKEN):
        restored(backup, key, tmp_path / "new", old)
    assert not (tmp_path / "new" / "site.db").exists()


def test_a_file_that_is_no_backup_is_named(tmp_path: Path) -> None:
    (tmp_path / "photo.backup").write_bytes(b"JFIF" * 300)
    for path, code in ((tmp_path / "photo.backup", Code.FILE_UNFIT), (tmp_path / "gone", Code.FILE_MISSING)):
        with refused(code), look_into(path):
            pass


def test_an_existing_site_is_never_written_over(old: Founded, backup: Path, key: Path, tmp_path: Path) -> None:
    first = restored(backup, key, tmp_path / "new", old)
    head = first.log.head()
    close_site(first)
    with refused(Code.ALREADY_PROVISIONED):
        restored(backup, key, tmp_path / "new", old)
    assert verify_log(tmp_path / "new" / "site.db").head == head


def test_a_restore_that_was_cut_off_can_be_repeated(
    old: Founded, backup: Path, key: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*_words: object) -> None:
        raise KeyboardInterrupt

    for place in ("keep_predecessor", "found_site"):
        monkeypatch.setattr(f"retnet_pro.app.restoring.{place}", cut)
        with pytest.raises(KeyboardInterrupt):
            restored(backup, key, tmp_path / "new", old)
        monkeypatch.undo()
    made = restored(backup, key, tmp_path / "new", old)
    assert login(made).responses_of(SUBJECT)
    close_site(made)


def test_the_log_of_a_dead_tablet_is_as_good_as_a_backup(old: Founded, key: Path, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    for name in ("site.db", "site.db-wal"):
        shutil.copy(tmp_path / "site" / name, tmp_path / "disk")
    assert (tmp_path / "disk" / "site.db-wal").stat().st_size
    before = {path.name: path.read_bytes() for path in (tmp_path / "disk").iterdir()}
    made = restored(tmp_path / "disk" / "site.db", key, tmp_path / "new", old)
    assert made.inherited[0].log.head() == old.opened.log.head()
    assert login(made).responses_of(SUBJECT)
    close_site(made)
    assert {path.name: path.read_bytes() for path in (tmp_path / "disk").iterdir()} == before


@pytest.mark.rule("P06", "P81")
def test_a_device_restored_twice_still_shows_everything(old: Founded, new: OpenSite, key: Path, tmp_path: Path) -> None:
    desk = login(new)
    desk.enrol(make_subject("AB", 2), date(2026, 11, 20), "en")
    (tmp_path / "stick2").mkdir()
    made = at_once(Keeper(new).set_place(NEW, tmp_path / "stick2"))
    assert len(list((tmp_path / "stick2").iterdir())) == 2, "the log before it travels along"
    third = restored(tmp_path / "stick2" / made.copied.name, key, tmp_path / "third", old)
    again = login(third)
    assert [one.subject for one in again.participants()] == [SUBJECT, make_subject("AB", 2)]
    assert [one.response for one in again.responses_of(SUBJECT)] == [one.response for one in desk.responses_of(SUBJECT)]
    assert safety_of(again.site).inherited == 1
    close_site(third)
    origin = new.founding.restored_from
    assert origin is not None
    (tmp_path / "stick2" / backup_name(origin.device, origin.head)).unlink()
    with refused(Code.FILE_MISSING):
        restored(tmp_path / "stick2" / made.copied.name, key, tmp_path / "fourth", old)


@pytest.mark.rule("T5", "T7", "P03")
def test_an_inherited_log_that_was_changed_is_not_believed(new: OpenSite, old: Founded, tmp_path: Path) -> None:
    close_site(new)
    (kept,) = (tmp_path / "new" / "predecessors").iterdir()
    content = kept.read_bytes()
    kept.chmod(0o600)
    shorter = tmp_path / "shorter"
    shutil.copy(tmp_path / "site" / "site.db", shorter)
    kept.write_bytes(shorter.read_bytes())
    with pytest.raises(RetnetError):
        open_site(settings_of(tmp_path / "new"), old.calendar, cost=CHEAP)
    forged = bytearray(content)
    forged[forged.index(b'"kind":"enrol"')] ^= 1
    kept.write_bytes(forged)
    opened = open_site(settings_of(tmp_path / "new"), old.calendar, cost=CHEAP)
    with pytest.raises(RetnetError) as caught:
        login(opened)
    assert caught.value.code in (Code.EVENT_BROKEN, Code.CHAIN_BROKEN)
    close_site(opened)


@pytest.mark.rule("T7")
def test_a_backup_copied_over_the_live_file_is_noticed_at_once(old: Founded, backup: Path, tmp_path: Path) -> None:
    close_site(old.opened)
    shutil.copy(backup, tmp_path / "site" / "site.db")
    with refused(Code.ROLLED_BACK):
        open_site(settings_of(tmp_path / "site"), old.calendar, cost=CHEAP)


def test_a_look_names_nothing_it_opened_with(backup: Path, key: Path) -> None:
    with look_into(backup) as look:
        opened = open_with_key(look, key)
    assert "AGE-SECRET" not in repr(opened) + repr(look)
    assert isinstance(look, Look) and Head(1, EventHash("a" * 64)) != look.found.head
    with ClosedLog(backup) as log:
        assert log.head() == look.found.head


@pytest.mark.rule("P102", "P06")
def test_an_order_on_the_new_device_empties_the_old_log_as_well(old: Founded, new: OpenSite, tmp_path: Path) -> None:
    tails = [event.sealed[-48:] for event in old.opened.log.events() if event.sealed is not None and event.header.ses]
    (kept,) = (tmp_path / "new" / "predecessors").iterdir()
    assert all(tail in kept.read_bytes() for tail in tails)
    desk = login(new)
    before = new.inherited[0].log.head()
    order = Order(authority="Ethics committee", reference="2026/17", ground=Ground.NO_CONSENT)
    done = erase(desk, SUBJECT, order, confirmed=SUBJECT)
    assert set(done.targets) == {old.opened.founding.device}
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]
    assert not [tail for tail in tails if tail in kept.read_bytes()]
    assert kept.stat().st_mode & 0o777 == 0o400 and new.inherited[0].log.head() == before
    for look in (desk, login(new)):
        with refused(Code.PARTICIPANT_ERASED):
            look.participant(SUBJECT)
        assert look.site.interrupted() == () and look.participants() == ()
