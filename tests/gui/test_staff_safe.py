"""Is everything safe? The sentence, the numbers, export, receipts and backups."""

import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from retnet_pro.bundle.fingerprint import fingerprint, grouped, worded
from retnet_pro.bundle.letter_label import Label
from retnet_pro.conduct.backup import Backup, BackupFault, BackupPlan, BackupState, Copied, PlaceKind
from retnet_pro.conduct.drilled import Drilled, DrillState
from retnet_pro.conduct.joining import LET_IN
from retnet_pro.conduct.road import RoadKeys
from retnet_pro.conduct.sender import SCHEDULE
from retnet_pro.conduct.site_exchange import Exchanged as Met
from retnet_pro.conduct.site_exchange import Taken
from retnet_pro.conduct.sticks import Stick
from retnet_pro.conduct.strangers import Stranger
from retnet_pro.conduct.tries import Try
from retnet_pro.errors import Code, Refusal, Tamper, WorldFault
from retnet_pro.gui import words
from retnet_pro.gui.staff.parcels_card import FEW
from retnet_pro.gui.staff.safe import SafePage
from retnet_pro.gui.staff.safe_view import safe
from retnet_pro.record.event import EventHash, Head, Kind
from retnet_pro.study.subject import make_subject
from tests.fakes import COORDINATOR, NURSE, enrolled, visit
from tests.gui.conftest import FakeReport

pytestmark = pytest.mark.usefixtures("no_qt_warnings")
FIRST = make_subject("BER", 1)
FIFTH = make_subject("BER", 5)


def sent(site, bundle="ab" * 32):
    upto = site.log.head().seq
    site.desk().write(Kind.EXPORT, {"bundle": bundle, "from": 1, "upto": upto, "place": "STICK"})
    return bundle, upto


def received(site, bundle, upto):
    content = {
        "bundle": bundle,
        "upto": upto,
        "head": site.log.get(upto).hash,
        "status": "accepted",
        "want": None,
        "centre_at": "2026-11-23T12:00:00.000+00:00",
        "set_aside": 0,
        "receipt": None,
    }
    site.desk().write(Kind.RECEIPT, content)


def numbers(staff):
    return [staff.says(f"safe.{what}") for what in ("on-device", "sent", "received", "interrupted")]


def bundled(site):
    note = {"bundle": "cd" * 32, "from": 1, "upto": site.log.head().seq, "place": "STICK"}
    site.desk().write(Kind.BUNDLE, note)


@pytest.fixture
def open_safe(make_staff):
    def open_as(site, person=COORDINATOR):
        staff = make_staff(site)
        staff.log_in(person)
        staff.click("rail.safe")
        return staff

    return open_as


@pytest.fixture
def one_visit(site):
    desk = site.desk()
    enrolled(desk, site.clock, FIRST, date(2026, 11, 17), "be")
    visit(site, desk, FIRST, "baseline", date(2026, 11, 19))
    site.clock.set_day(date(2026, 11, 23))
    return site


def test_an_empty_site_has_nothing_to_lose(open_safe, site):
    staff = open_safe(site)
    assert staff.says("safe.answer") == "There is no finished questionnaire on this device yet."
    assert numbers(staff) == ["0", "0", "0", "0"]


@pytest.mark.rule("P75")
def test_what_is_only_here_is_counted_with_its_age(open_safe, one_visit):
    staff = open_safe(one_visit)
    assert staff.says("safe.answer") == (
        "3 questionnaires are only on this device. The oldest was answered 19 Nov 2026, 10:02 (UTC+00:00)."
    )
    assert numbers(staff) == ["3", "0", "0", "0"]


@pytest.mark.rule("P72")
def test_sent_is_not_yet_received(open_safe, one_visit):
    sent(one_visit)
    staff = open_safe(one_visit)
    assert staff.says("safe.answer").startswith("3 were sent and have no receipt yet.")
    assert numbers(staff) == ["0", "3", "0", "0"]
    assert staff.column("safe.table", 3) == ["none yet"]


@pytest.mark.rule("P72")
def test_a_bundle_that_did_not_get_there_is_not_called_sent(open_safe, one_visit):
    bundled(one_visit)
    staff = open_safe(one_visit)
    assert staff.says("safe.answer").startswith(
        "3 questionnaires are in a bundle that has not reached its place. The oldest"
    )
    assert numbers(staff) == ["0", "0", "0", "0"] and staff.says("safe.in-bundle") == "3"
    assert [staff.column("safe.people.table", column)[0] for column in (1, 2, 3, 4)] == ["0", "3", "0", "0"]
    sent(one_visit)
    staff = open_safe(one_visit)
    assert numbers(staff) == ["0", "3", "0", "0"] and staff.says("safe.in-bundle") == "0"


@pytest.mark.rule("P72")
def test_only_a_receipt_makes_everything_safe(open_safe, one_visit):
    received(one_visit, *sent(one_visit))
    staff = open_safe(one_visit)
    assert staff.says("safe.answer") == "Everything is with the centre."
    assert numbers(staff) == ["0", "0", "3", "0"]
    assert staff.column("safe.table", 3) == ["accepted, 23 Nov 2026, 12:00 (UTC+00:00)"]


def test_interrupted_questionnaires_are_counted_too(open_safe, clinic_site):
    assert numbers(open_safe(clinic_site))[3] == "2"


def test_an_export_says_what_it_did_and_the_page_is_counted_again(open_safe, one_visit):
    staff = open_safe(one_visit)
    staff.window.frame.safe.export_to(Path("/media/STICK"))
    staff.settle()
    assert staff.courier.exported == [Path("/media/STICK")]
    assert "3 questionnaires, sealed, in STICK" in staff.says("safe.notice")
    assert staff.find("safe.export").isEnabled()


def test_nothing_to_send_is_said_and_loses_nothing(open_safe, one_visit):
    staff = open_safe(one_visit)
    staff.courier.broken = Refusal(Code.NOTHING_TO_SEND)
    staff.window.frame.safe.export_to(Path("/media/STICK"))
    staff.settle()
    assert "nothing to export" in staff.says("safe.notice")
    assert staff.find("safe.export").isEnabled()


@pytest.mark.rule("P03")
def test_a_false_receipt_is_said_loudly(open_safe, one_visit):
    staff = open_safe(one_visit)

    def tampered(desk, folder):
        raise Tamper(Code.RECEIPT_BROKEN, path="x.receipt", why="the signature does not fit")

    staff.courier.collect = tampered
    staff.window.frame.safe.collect_from(Path("/media/STICK"))
    staff.settle()
    assert "is not a valid receipt" in staff.says("safe.notice")
    notice = staff.find("safe.notice").parent()
    assert notice.property("card") == "red"


def test_receipts_that_were_found_are_counted(open_safe, one_visit):
    staff = open_safe(one_visit)
    staff.window.frame.safe.collect_from(Path("/media/STICK"))
    staff.settle()
    assert staff.says("safe.notice") == "2 new receipts, all genuine."
    staff.courier.receipts = 0
    staff.window.frame.safe.collect_from(Path("/media/STICK"))
    staff.settle()
    assert staff.says("safe.notice") == "No new receipts there."


@pytest.mark.rule("P41")
def test_a_nurse_sees_where_things_are_but_exports_nothing(open_safe, one_visit):
    staff = open_safe(one_visit, NURSE)
    assert numbers(staff) == ["3", "0", "0", "0"]
    assert not staff.find("safe.export").isEnabled()
    assert not staff.find("safe.collect").isEnabled()


def test_waiting_too_long_is_red(open_safe, one_visit):
    staff = open_safe(one_visit)
    assert staff.find("safe.answer").parent().property("card") == "amber"
    one_visit.clock.set_day(date(2026, 11, 27))
    later = open_safe(one_visit)
    assert later.find("safe.answer").parent().property("card") == "red"


NOW = datetime(2026, 11, 23, 9, 2, 3, tzinfo=UTC)


def backed_up(hours=2.0, *, place=PlaceKind.OTHER_DISK, fault=None):
    at = (NOW - timedelta(hours=hours)).isoformat(timespec="milliseconds")
    copied = Copied(name="copy", head=Head(41, EventHash("a" * 64)), sha256="b" * 64, size=90_000, place=place)
    last = Backup(at=at, who="backup schedule", copied=copied)
    return BackupState(plan=BackupPlan(place=Path("/media/STICK")), last=last, fault=fault, age=timedelta(hours=hours))


def shown(staff, state):
    staff.courier.state = state
    staff.click("rail.safe")
    lines = [one.text() for one in staff.window.findChildren(QLabel, "safe.backup.detail") if one.isVisible()]
    card = staff.find("safe.backup.headline").parent().property("card")
    return staff.says("safe.backup.headline"), card, lines


@pytest.mark.rule("P81")
@pytest.mark.parametrize(
    ("hours", "said", "card"),
    [
        (0.5, "less than an hour ago", "plain"),
        (1.2, "1 hour ago", "plain"),
        (23.9, "23 hours ago", "plain"),
        (24.1, "24 hours ago", "amber"),
        (72, "3 days ago", "amber"),
    ],
)
def test_the_last_backup_is_told_with_its_age_and_asks_for_attention_when_overdue(open_safe, site, hours, said, card):
    headline, tone, lines = shown(open_safe(site), backed_up(hours))
    assert (headline, tone) == (f"Last backup: {said}.", card)
    assert "up to event 41, read back, to another disk." in lines[0]
    assert "every 24 hours" in lines[1]


@pytest.mark.rule("P81")
def test_a_device_that_was_never_backed_up_says_so(open_safe, site):
    staff = open_safe(site)
    assert shown(staff, staff.courier.state)[:2] == ("No place for backups is set.", "amber")
    planned = BackupState(plan=BackupPlan(place=Path("/media/STICK")), last=None, fault=None, age=None)
    assert shown(staff, planned)[:2] == ("No backup has been made yet.", "amber")


def test_why_the_newest_try_failed_is_told_in_its_own_sentence(open_safe, site):
    fault = BackupFault(at=NOW.isoformat(), code=Code.DISK_FULL, facts={"path": "/media/STICK"})
    *_, lines = shown(open_safe(site), backed_up(30, fault=fault))
    assert lines[2].startswith(
        "The newest try failed 23 Nov 2026, 09:02 (UTC+00:00): The disk is full at /media/STICK."
    )


@pytest.mark.rule("P81")
def test_a_copy_on_the_same_disk_is_not_called_safe(open_safe, site):
    *_, lines = shown(open_safe(site), backed_up(place=PlaceKind.SAME_DISK))
    assert "does not help when the disk breaks" in lines[0]


def test_a_clock_that_went_back_is_told(open_safe, site):
    headline, card, _ = shown(open_safe(site), backed_up(-5))
    assert "check the clock" in headline and card == "amber"


def test_a_backup_is_asked_for_and_the_page_shows_the_new_state(open_safe, site):
    staff = open_safe(site)
    shown(staff, backed_up(40))
    staff.courier.state = backed_up(0)
    staff.click("safe.backup.now")
    assert staff.courier.backed_up == [None]
    assert staff.says("safe.notice") == "The backup is made and was read back."
    assert staff.says("safe.backup.headline") == "Last backup: less than an hour ago."
    staff.window.frame.safe.back_up_to(Path("/media/OTHER"))
    staff.settle()
    assert staff.courier.backed_up[-1] == Path("/media/OTHER")


def test_without_a_place_the_button_asks_for_one(open_safe, site, monkeypatch):
    staff = open_safe(site)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/media/STICK")
    staff.click("safe.backup.now")
    assert staff.courier.backed_up == [Path("/media/STICK")]


@pytest.mark.rule("P81", "P82")
def test_a_backup_that_fails_is_one_sentence_and_the_page_goes_on(open_safe, site):
    staff = open_safe(site)
    shown(staff, backed_up())
    staff.courier.broken = WorldFault(Code.TRANSPORT_UNREACHABLE, place="/media/STICK", why="No such file")
    staff.click("safe.backup.now")
    assert "/media/STICK cannot be reached" in staff.says("safe.notice")
    assert staff.find("safe.backup.now").isEnabled() and staff.find("safe.export").isEnabled()


@pytest.mark.rule("P41")
def test_a_nurse_sees_the_backup_and_makes_none(open_safe, site):
    staff = open_safe(site, NURSE)
    shown(staff, backed_up())
    assert not staff.find("safe.backup.now").isEnabled() and not staff.find("safe.backup.place").isEnabled()


@pytest.mark.rule("P101")
def test_a_desk_that_was_left_is_covered(open_safe, one_visit):
    staff = open_safe(one_visit)
    staff.window.cover()
    assert staff.window.frame is None
    assert staff.says("staff.cover.said") == "Logged out. One moment, please."
    assert not staff.find("safe.answer").isVisible()


@pytest.mark.rule("P75")
def test_what_comes_from_the_device_before_this_one_says_who_must_act(open_safe, one_visit):
    staff = open_safe(one_visit)
    page = staff.window.frame.safe
    view = safe(page._desk, staff.courier)
    page.present(replace(view, safety=replace(view.safety, inherited=2)))
    staff.settle()
    assert "From the device before this one: 2; the centre must take in that device's log" in staff.says("safe.answer")


@pytest.mark.rule("T14")
@pytest.mark.parametrize("ended", [True, False])
def test_keys_of_the_centre_that_ran_out_are_told_and_stop_nobody(open_safe, clinic_site, ended):
    site = clinic_site
    today = site.clock.wall.date()
    trust = {"centre": "centre", "recipient": site.pen.sealer.recipients[-1], "online": site.pen.key.public.hex()}
    last = today - timedelta(days=1) if ended else today
    note = {"act": "taken", "kind": "trust", "id": "retnet-style", "version": 2, "sha256": "0" * 64}
    site.pen.write(
        Kind.PACK, {**note, "trust": {**trust, "expires": last.isoformat()}}, who="coordinator", role="coordinator"
    )
    said = f"The centre's keys were good until {words.day(last)}. Work goes on; ask it for a new trust pack."
    staff = open_safe(site)
    assert staff.names("safe.trust") == (["safe.trust"] if ended else [])
    assert not ended or staff.says("safe.trust") == said
    assert staff.find("safe.export").isEnabled()
    staff.click("rail.today")
    staff.click(f"today.handover.{FIFTH}.baseline")
    assert staff.names("handover.notice") == (["handover.notice"] if ended else [])
    assert not ended or staff.says("handover.notice") == said
    assert staff.find("handover.start").isEnabled()


def test_without_a_road_over_the_network_there_is_nothing_to_see_of_one(open_safe, one_visit):
    staff = open_safe(one_visit)
    assert not staff.find("safe.road").isVisible()


@pytest.mark.rule("P72", "P82")
def test_over_the_network_everything_is_sent_and_receipts_are_fetched_with_one_button(open_safe, one_visit):
    staff = open_safe(one_visit)
    staff.courier.at = "centre.example:8443"
    staff.courier.exchanged = [FakeReport(place="centre.example:8443"), None]
    staff.window.frame.safe.open()
    staff.settle()
    assert staff.says("safe.road.place") == "centre.example:8443"
    staff.click("safe.exchange")
    assert "3 questionnaires, sealed, to centre.example:8443" in staff.says("safe.notice")
    assert "2 new receipts" in staff.says("safe.notice")
    staff.courier.receipts = 0
    staff.click("safe.exchange")
    assert staff.says("safe.notice") == "Nothing was waiting to be sent. No new receipts there."
    staff.courier.broken = WorldFault(Code.TRANSPORT_UNREACHABLE, place="centre.example:8443", why="it was too slow")
    staff.click("safe.exchange")
    assert "it was too slow" in staff.says("safe.notice")
    assert staff.find("safe.exchange").isEnabled()


def test_a_nurse_sees_the_road_and_who_may_use_it(open_safe, one_visit):
    staff = open_safe(one_visit, NURSE)
    staff.courier.at = "centre.example:8443"
    staff.window.frame.safe.open()
    staff.settle()
    assert not staff.find("safe.exchange").isEnabled()
    assert staff.find("safe.exchange").toolTip() == "Bundles are sent by a coordinator."


@pytest.mark.rule("P72", "P82")
def test_a_stick_that_hangs_holds_nobody_up_and_can_be_given_up(open_safe, one_visit):
    staff = open_safe(one_visit)
    staff.courier.hangs = threading.Event()
    staff.window.frame.safe.export_to(Path("/media/STICK"))
    staff.qtbot.waitUntil(lambda: staff.window.traveller.is_anything_waiting)
    assert staff.says("safe.busy.said") == "1 of 2 files. You can go on working meanwhile."
    assert not staff.find("safe.export").isEnabled()
    staff.click("rail.today")
    assert staff.find("today").isVisible(), "other pages work meanwhile"
    staff.click("rail.safe")
    assert staff.find("safe.stop").isVisible() and not staff.find("safe.export").isEnabled()
    staff.click("safe.stop")
    staff.qtbot.waitUntil(lambda: staff.find("safe.export").isEnabled())
    assert staff.says("safe.notice").startswith("This was stopped before it was done.")
    assert not staff.find("safe.busy").isVisible()
    staff.courier.hangs.set()
    staff.qtbot.waitUntil(lambda: not staff.window.traveller.is_anything_waiting)
    assert staff.courier.exported == []


def test_the_tries_are_told_in_words_the_newest_first_and_a_few_at_once(open_safe, one_visit):
    staff = open_safe(one_visit)
    at, slow = "2026-11-23T12:00:00.000+00:00", {"place": "centre.example", "why": "it was too slow"}
    new = partial(Try, at=at, until=at, place="centre.example", who=SCHEDULE)
    staff.courier.tried = (
        new(times=4, code=Code.TRANSPORT_UNREACHABLE, facts=slow),
        new(bundles=1, responses=3),
        new(who="coordinator", receipts=2),
        new(),
    )
    staff.window.frame.safe.open()
    staff.settle()

    def said(what):
        return [one.text() for one in staff.window.findChildren(QLabel, f"safe.tries.{what}") if one.isVisible()]

    assert len(said("came")) == 3
    assert said("came")[0].startswith("centre.example cannot be reached (it was too slow).")
    assert said("came")[1] == "Reached. Bundles: 1, with questionnaires: 3. New receipts: 0."
    assert said("when")[0].startswith("4 times, from ") and said("when")[0].endswith("by itself")
    assert said("when")[2].endswith("to centre.example, asked for by coordinator")
    staff.click("safe.tries.more")
    assert said("came")[3] == "Reached. Nothing was waiting, and no new receipt was there."


@pytest.mark.rule("P72")
def test_what_was_sent_without_anybody_is_shown_while_somebody_looks(open_safe, one_visit):
    staff = open_safe(one_visit)
    upto = one_visit.log.head().seq
    note = {"bundle": "cd" * 32, "from": 1, "upto": upto, "place": "centre.example"}
    one_visit.pen.write(Kind.EXPORT, note, who=SCHEDULE, role="process")
    staff.window.look_again()
    staff.settle()
    assert numbers(staff)[:2] == ["0", "3"]


@pytest.mark.rule("P72", "P75")
def test_participants_who_wait_are_shown_and_the_others_when_asked_for(open_safe, one_visit):
    staff = open_safe(one_visit)
    assert staff.column("safe.people.table", 0) == [FIRST]
    assert [staff.column("safe.people.table", column)[0] for column in (1, 2, 3, 4, 5)] == [
        "3",
        "0",
        "0",
        "0",
        "19 Nov 2026",
    ]
    assert not staff.find("safe.people.none").isVisible()
    received(one_visit, *sent(one_visit))
    staff = open_safe(one_visit)
    assert staff.says("safe.people.none") == "The centre has everything of every participant."
    assert not staff.find("safe.people.table").isVisible()
    staff.click("safe.people.more")
    assert staff.column("safe.people.table", 6) == ["ab" * 6]


@pytest.mark.rule("T9")
def test_keys_are_named_in_groups_for_the_telephone_once_somebody_asks(open_safe, site):
    staff = open_safe(site)
    assert not staff.find("safe.keys.device").isVisible()
    staff.click("safe.keys.more")
    assert staff.says("safe.keys.device") == grouped(site.pen.key.public)
    assert " ".join(staff.says("safe.keys.device.words").split()) == worded(site.pen.key.public)
    assert len(staff.says("safe.keys.centre").split()) == 16
    assert staff.names("safe.keys.host") == []
    staff.click("safe.keys.more")
    assert not staff.find("safe.keys.device").isVisible()


@pytest.mark.rule("T9")
def test_the_keys_of_the_road_are_named_in_the_same_words(open_safe, site):
    staff = open_safe(site)
    name = fingerprint(site.pen.key.public)
    staff.courier.at = "drop.example"
    staff.courier.keys = RoadKeys(host_key=name, login=name)
    staff.window.frame.safe.open()
    staff.settle()
    staff.click("safe.keys.more")
    for what in ("host", "login"):
        assert " ".join(staff.says(f"safe.keys.{what}.words").split()) == worded(site.pen.key.public)
        assert staff.says(f"safe.keys.{what}.name") == name
    assert staff.names("safe.keys.certificate") == []


def put_in(staff, *sticks):
    staff.courier.put_in = sticks
    card = staff.window.frame.safe._sticks
    staff.qtbot.waitUntil(lambda: not card._is_looking)
    card.look()
    staff.qtbot.waitUntil(lambda: not card._is_looking)
    staff.settle()


def a_stick(name="RETNET", free=12_000_000_000, *, is_read_only=False):
    return Stick(name=name, root=Path("/media/nurse") / name, free=free, is_read_only=is_read_only)


@pytest.mark.rule("P72")
def test_three_taps_copy_to_a_stick_and_it_is_said_when_it_may_be_taken_out(open_safe, one_visit):
    staff = open_safe(one_visit)
    assert staff.says("safe.sticks.none") == "No stick is in. Put one in; it is shown here by itself."
    put_in(staff, a_stick())
    assert staff.find("safe.stick.0").text() == "Copy to RETNET (12 GB free)"
    staff.click("safe.stick.0")
    assert staff.says("safe.stick.asked").endswith("to RETNET?") and staff.courier.exported == []
    staff.click("safe.stick.confirm")
    assert staff.courier.exported == [Path("/media/nurse/RETNET")]
    said = staff.says("safe.notice")
    assert "3 questionnaires, sealed, in RETNET" in said and "read back from there and is the same" in said
    assert said.endswith("You may take the stick out now.")


def test_a_stick_that_is_full_locked_or_taken_out_again_is_not_copied_to(open_safe, one_visit):
    staff = open_safe(one_visit)
    put_in(staff, a_stick("FULL", 10), a_stick("LOCKED", is_read_only=True), a_stick("GOOD"))
    says = [staff.find(f"safe.stick.{number}").text() for number in range(3)]
    assert says[:2] == ["FULL is full", "LOCKED cannot be written to"]
    assert [staff.find(f"safe.stick.{number}").isEnabled() for number in range(3)] == [False, False, True]
    staff.click("safe.stick.2")
    staff.click("safe.stick.back")
    staff.click("safe.stick.2")
    put_in(staff)
    assert staff.names("safe.stick.confirm") == [] and staff.courier.exported == []


@pytest.mark.rule("P72", "P82")
def test_a_stick_that_was_pulled_out_is_not_said_to_hold_anything(open_safe, one_visit):
    staff = open_safe(one_visit)
    put_in(staff, a_stick())
    staff.courier.broken = WorldFault(Code.TRANSPORT_UNREACHABLE, place="/media/nurse/RETNET", why="it is not there")
    staff.click("safe.stick.0")
    staff.click("safe.stick.confirm")
    assert "cannot be reached (it is not there)" in staff.says("safe.notice")
    assert "take the stick out" not in staff.says("safe.notice")
    assert staff.find("safe.stick.0").isEnabled()


@pytest.mark.rule("P41")
def test_whoever_may_not_export_is_offered_no_sticks(open_safe, one_visit):
    assert not open_safe(one_visit, NURSE).find("safe.sticks").isVisible()


def drilled(*, findings=0, due=date(2027, 2, 22), is_overdue=False):
    last = Drilled(
        at=NOW.isoformat(), who="coordinator", copy="copy", is_passed=not findings, findings=findings,
        payloads=204, participants=1, responses=3,
    )  # fmt: skip
    return DrillState(last=last, due=due, is_overdue=is_overdue, has_backup=True)


def drill_shown(staff, state):
    staff.courier.drilled = state
    staff.window.frame.safe.open()
    staff.settle()
    lines = [one.text() for one in staff.window.findChildren(QLabel, "safe.drill.detail") if one.isVisible()]
    return staff.says("safe.drill.headline"), staff.find("safe.drill.headline").parent().property("card"), lines


@pytest.mark.rule("P81")
def test_the_last_drill_is_told_with_who_what_and_when_it_is_due(open_safe, site):
    staff = open_safe(site)
    headline, card, lines = drill_shown(staff, drilled())
    assert (headline, card) == ("Restore drill passed 23 Nov 2026, 09:02 (UTC+00:00).", "plain")
    assert lines == [
        "By coordinator: 204 sealed records opened; rebuilt: 1 participants, 3 forms.",
        "The next one is due 22 Feb 2027.",
    ]
    headline, card, lines = drill_shown(staff, drilled(is_overdue=True))
    assert card == "amber" and lines[1] == "It was due 22 Feb 2027."
    headline, card, lines = drill_shown(staff, drilled(findings=2, due=None, is_overdue=True))
    assert card == "red" and headline.startswith("The restore drill failed") and "do not fit: 2." in lines[0]


@pytest.mark.rule("P81")
def test_a_drill_is_asked_for_and_its_result_told(open_safe, site):
    staff = open_safe(site)
    assert not staff.find("safe.drill.now").isEnabled(), "there is no backup yet"
    drill_shown(staff, DrillState(last=None, due=None, is_overdue=True, has_backup=True))
    staff.click("safe.drill.now")
    assert staff.says("safe.notice") == "The drill passed: everything can be restored."
    staff.courier.found = ("Event 7 of the backup is not the one in the log here.",)
    staff.click("safe.drill.now")
    assert staff.says("safe.notice").endswith("It found:\nEvent 7 of the backup is not the one in the log here.")
    assert staff.find("safe.notice").parent().property("card") == "red"


@pytest.mark.rule("P81")
def test_a_drill_tells_its_steps_and_can_be_stopped(open_safe, site):
    staff = open_safe(site)
    drill_shown(staff, drilled())
    staff.courier.hangs = threading.Event()
    staff.window.frame.safe.drill()
    staff.qtbot.waitUntil(lambda: staff.window.traveller.is_anything_waiting)
    assert staff.says("safe.busy.said") == "Step 1 of 2 is done. You can go on working meanwhile."
    staff.click("safe.stop")
    staff.qtbot.waitUntil(lambda: staff.find("safe.drill.now").isEnabled())
    assert staff.says("safe.notice").startswith("This was stopped")
    staff.courier.hangs.set()
    staff.qtbot.waitUntil(lambda: not staff.window.traveller.is_anything_waiting)


@pytest.mark.rule("P41")
def test_a_nurse_sees_the_drill_and_runs_none(open_safe, site):
    staff = open_safe(site, NURSE)
    drill_shown(staff, drilled())
    assert not staff.find("safe.drill.now").isEnabled()


def met(**how):
    return Met(**({"place": "folder", "written": 1, "taken": (), "strangers": (), "faults": ()} | how))


def let_in(site, device="BER-0002"):
    note = {"act": LET_IN, "device": device, "recipient": "age1x", "sha256": "a" * 64}
    site.pen.write(Kind.STAFF, note, who="coordinator", role="coordinator")


@pytest.mark.rule("P06")
def test_the_tablets_of_the_site_exchange_where_a_coordinator_says(open_safe, one_visit, tmp_path, monkeypatch):
    let_in(one_visit)
    staff = open_safe(one_visit)
    assert staff.names("safe.meet") == ["safe.meet"], "there is no network"
    staff.courier.met = met(taken=(Taken(device="BER-0002", events=9, responses=4, lacks=None),))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    staff.click("safe.meet")
    staff.settle()
    assert staff.courier.met_at == [tmp_path]
    assert "BER-0002: 4 finished questionnaires came" in staff.says("safe.notice")
    staff.courier.at = "centre.example:8443"
    staff.click("rail.safe")
    staff.courier.met = met(taken=(Taken(device="BER-0002", events=0, responses=0, lacks=7),))
    staff.click("safe.meet.road")
    staff.settle()
    assert staff.courier.met_at[1:] == [None]
    assert "the letter with its event 7 is missing" in staff.says("safe.notice")


@pytest.mark.rule("P47")
def test_a_tablet_nobody_compared_is_told_with_what_to_compare_and_the_command(open_safe, one_visit, tmp_path):
    let_in(one_visit)
    staff = open_safe(one_visit)
    label = Label(id="0" * 64, tag="0" * 16, first=1, last=3)
    key = fingerprint(b"k" * 32)
    fault = Tamper(Code.CHAIN_BROKEN, path="the log", seq=4, why="the signature does not fit")
    staff.courier.met = met(strangers=(Stranger(letter=label, device="BER-0002", fingerprint=key),), faults=(fault,))
    staff.window.findChild(SafePage).meet(tmp_path)
    staff.settle()
    said = staff.says("safe.notice")
    assert worded(b"k" * 32) in said and words.sentence(fault) in said
    assert f'know-neighbour --device BER-0002 --folder "{tmp_path}" --by coordinator' in said
    staff.courier.broken = WorldFault(Code.FILE_MISSING, path="STICK")
    staff.window.findChild(SafePage).meet(tmp_path)
    staff.settle()
    assert staff.says("safe.notice") == words.sentence(staff.courier.broken)
    assert staff.find("safe.meet").isEnabled(), "it can be tried again"


@pytest.mark.rule("P06")
def test_nobody_is_asked_to_exchange_where_there_is_one_tablet(open_safe, one_visit):
    assert open_safe(one_visit).names("safe.meet") == []


@pytest.mark.rule("P75")
def test_the_devices_of_the_site_are_named_with_what_is_known_of_each(open_safe, one_visit):
    note = {"act": LET_IN, "device": "BER-0002", "recipient": "age1x", "sha256": "a" * 64}
    one_visit.pen.write(Kind.STAFF, note, who="coordinator", role="coordinator")
    staff = open_safe(one_visit)
    names, what = (
        [one.text() for one in staff.window.findChildren(QLabel, name) if one.isVisible()]
        for name in ("safe.device", "safe.device.what")
    )
    assert names == [one_visit.pen.device, "BER-0002"]
    assert what[0].startswith("This tablet") and what[0].endswith("without a receipt: 3.")
    assert what[1].startswith("Let in from here 23 Nov 2026") and "by coordinator." in what[1]
    assert what[1].endswith("nothing is taken in from it."), "nobody compared its fingerprint"
    assert open_safe(one_visit, NURSE).names("safe.device.") == []


@pytest.mark.rule("T12", "P82")
def test_what_looks_like_a_leftover_and_is_none_is_told_with_its_name(open_safe, one_visit):
    staff = open_safe(one_visit)
    put_in(staff, a_stick())
    staff.courier.odd = (f".{'ab' * 32}.age.7.part",)
    staff.click("safe.stick.0")
    staff.click("safe.stick.confirm")
    said = staff.says("safe.notice")
    assert "You may take the stick out now." in said and ".abababababab… lies there as well" in said
    assert "not opened and not removed" in said


@pytest.mark.rule("P72")
def test_of_many_bundles_the_last_ones_are_shown_and_more_when_somebody_asks(open_safe, one_visit):
    upto = one_visit.log.head().seq
    for number in range(25):
        note = {"bundle": f"{number:02}" * 32, "from": 1, "upto": upto, "place": "STICK"}
        one_visit.pen.write(Kind.EXPORT, note, who="coordinator", role="coordinator")
    staff = open_safe(one_visit)
    newest = [f"{number:02}" * 6 for number in reversed(range(25))]
    assert staff.column("safe.table", 0) == newest[:FEW] and len(newest) > 2 * FEW
    staff.click("safe.table.more")
    assert staff.column("safe.table", 0) == newest[: 2 * FEW]
    staff.window.look_again()
    staff.settle()
    assert staff.column("safe.table", 0) == newest[: 2 * FEW], "what somebody opened stays open"
    staff.click("safe.table.more")
    assert staff.column("safe.table", 0) == newest
    assert not staff.find("safe.table.more").isVisible()
