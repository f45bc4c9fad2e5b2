"""Nothing is cut on any staff page: in both languages, on the smallest tablet and on a desktop, in every look."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.letter_label import Label
from retnet_pro.conduct.backup import Backup, BackupFault, BackupPlan, BackupState, Copied, PlaceKind
from retnet_pro.conduct.beside import Enrolled
from retnet_pro.conduct.devices import Heard, Link, SiteDevice
from retnet_pro.conduct.elsewhere import Contested, Double, Elsewhere, Said
from retnet_pro.conduct.leaving import Unfinished
from retnet_pro.conduct.sender import SCHEDULE
from retnet_pro.conduct.site_exchange import Taken
from retnet_pro.conduct.strangers import Stranger
from retnet_pro.conduct.transcription import attach_scan
from retnet_pro.conduct.tries import Try
from retnet_pro.errors import Code, Tamper
from retnet_pro.gui.interface import install
from retnet_pro.gui.staff.devices_card import DevicesCard
from retnet_pro.gui.staff.other_tablets import OtherTablets
from retnet_pro.gui.staff.safe_view import Closing
from retnet_pro.gui.theme import GRID, Text, Theme
from retnet_pro.record.event import EventHash, Head
from retnet_pro.study.subject import make_subject
from tests.fakes import COORDINATOR, HOUSE
from tests.gui.test_staff_correction import fill_in as fill_in_correction
from tests.gui.test_staff_leaving import fill_in as fill_in_leaving
from tests.gui.test_staff_misplaced import fill_in as fill_in_proposal
from tests.gui.test_staff_paper import read_in as read_in_paper
from tests.gui.test_staff_safe import a_stick, drilled, let_in, met, put_in
from tests.gui.test_staff_scan import a_pdf, with_scan

pytestmark = pytest.mark.usefixtures("no_qt_warnings")
FIRST, FOURTH, FIFTH, SIXTH = (make_subject("BER", number) for number in (1, 4, 5, 6))
INSET_PX = GRID + 3
"""What a cell leaves free on each side of its words."""
TOUCH_PX = 5 * GRID
"""Least height of anything staff click; rule E112 asks for 24 px, 15 mm is for participants."""


@pytest.fixture(params=["en", "de"])
def language(request):
    translator = install(HOUSE / "translations", request.param)
    yield request.param
    if translator is not None:
        QCoreApplication.removeTranslator(translator)


@pytest.fixture(params=[QSize(1024, 768), QSize(1280, 800)], ids=["1024x768", "1280x800"])
def size(request):
    return request.param


@pytest.fixture
def staff(make_staff, clinic_site, language, size):
    made = make_staff(clinic_site)
    made.window.resize(size)
    made.settle()
    return made


def overdue() -> BackupState:
    """A backup that is overdue, with everything the page can say about it."""
    at = "2026-11-20T09:00:00.000+00:00"
    head = Head(1234, EventHash("a" * 64))
    copied = Copied(name="copy", head=head, sha256="b" * 64, size=90_000, place=PlaceKind.SAME_DISK)
    facts = {"place": "/media/clinic/STICK-01/questionnaires", "why": "it is not there"}
    return BackupState(
        plan=BackupPlan(place=Path("/media/clinic/STICK-01/questionnaires")),
        last=Backup(at=at, who="backup schedule", copied=copied),
        fault=BackupFault(at=at, code=Code.TRANSPORT_UNREACHABLE, facts=facts),
        age=timedelta(days=3),
    )


def tried() -> tuple[Try, ...]:
    """Tries of every kind that the page can tell of."""
    place = "receipts-and-packs.centre-of-the-trial.example:8443"
    at, facts = "2026-11-20T09:00:00.000+00:00", {"place": place, "why": "its certificate is not the pinned one"}
    new = partial(Try, at=at, until=at, place=place, who="coordinator")
    failed = new(times=12, who=SCHEDULE, code=Code.TRANSPORT_UNREACHABLE, facts=facts)
    return failed, new(bundles=2, responses=31, receipts=4), new(), failed


def cut(widget: QWidget) -> bool:
    """Whether a text has less room than it needs."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    return widget.width() < widget.sizeHint().width() or widget.height() < widget.sizeHint().height()


def complaints(staff) -> list[str]:
    shown = [
        one
        for kind in (QLabel, QPushButton)
        for one in staff.window.findChildren(kind)
        if one.isVisible() and one.text() and not one.visibleRegion().isEmpty()
    ]
    assert len(shown) > 5
    return [f"{one.objectName()}: {one.text()}" for one in shown if cut(one)]


def check(staff, page: str) -> None:
    staff.qtbot.wait(20)
    assert complaints(staff) == [], page
    for area in (one for one in staff.window.findChildren(QScrollArea) if one.isVisible()):
        assert area.widget().width() <= area.viewport().width(), f"{page} is wider than the window"


def check_rows(staff, table: str) -> None:
    """Every cell that is shown has the room for its words."""
    view = staff.find(table)
    staff.qtbot.wait(20)
    header = view.horizontalHeader()
    font = QFont(header.font())
    font.setPixelSize(Theme().px(Text.CAPTION))
    small = QFontMetrics(font)
    for place in range(header.count()):
        title = view.model().headerData(place, Qt.Orientation.Horizontal)
        room_px = header.sectionSize(place) - 2 * INSET_PX
        assert header.isSectionHidden(place) or small.horizontalAdvance(title) <= room_px, title
    for row in range(view.model().rowCount()):
        for place in range(view.model().columnCount()):
            cell = view.model().index(row, place)
            if view.isColumnHidden(place):
                continue
            said = str(cell.data())
            room = view.visualRect(cell).adjusted(INSET_PX, 0, -INSET_PX, 0)
            icon_px = 0 if cell.data(Qt.ItemDataRole.DecorationRole) is None else 3 * GRID
            room.setWidth(room.width() - icon_px)
            needed = view.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), said)
            assert needed.width() <= room.width(), said
            assert needed.height() <= room.height(), said


def check_choices(staff, *names: str) -> None:
    """Every choice of a list can be read when it is chosen."""
    for name in names:
        made = staff.find(name, QComboBox)
        room = made.width() - 2 * 2 * GRID - 4 * GRID
        for place in range(made.count()):
            assert made.fontMetrics().horizontalAdvance(made.itemText(place)) <= room, made.itemText(place)


def leave_field(staff, name: str, text: str) -> None:
    """Type into a field of a form and leave it."""
    staff.type(name, text)
    staff.find(name, QLineEdit).editingFinished.emit()
    staff.settle()


def check_forms_of_staff(staff) -> None:
    """Every page of a form that staff fill in, with something wrong, something asked, and something missing on it."""
    staff.click("person.forms")
    check(staff, "forms of staff")
    for form in ("symptom-baseline", "embolization", "biomarkers", "adverse-events", "imaging"):
        staff.click(f"forms.begin.{form}")
        check(staff, f"{form} begun")
        staff.click("sheet.close")
        check(staff, f"{form} with gaps")
        staff.click("sheet.back")
    check(staff, "forms of staff, some open")
    staff.click("forms.begin.adverse-events")
    leave_field(staff, "clinic.asked_on.typed", "31.12.2030")
    staff.click("clinic.any_event.1")
    staff.click("sheet.add.event")
    check_choices(staff, "clinic.event_kind.1.list")
    staff.click("clinic.event_outcome.1.2")
    check(staff, "an adverse event")
    staff.click("sheet.aside")
    check(staff, "a form set aside")
    staff.click("sheet.back")
    staff.click("forms.begin.imaging")
    leave_field(staff, "clinic.imaged_on.typed", "1.1.2020")
    check(staff, "an unusual day")
    staff.click("clinic.imaged_on.right")
    for name in ("method.2", "new_lesion.unknown"):
        staff.click(f"clinic.{name}")
    verdict = staff.find("clinic.verdict.list", QComboBox)
    verdict.setCurrentIndex(5)
    verdict.activated.emit(5)
    staff.settle()
    check_choices(staff, "clinic.verdict.list")
    staff.click("sheet.close")
    check(staff, "forms of staff, one closed")
    staff.click(staff.names("forms.read.")[0])
    check(staff, "a closed form")
    staff.click("closed.correct")
    check(staff, "a closed form to correct")


def known_tablets():
    """Other tablets, one in each state that a coordinator must tell from the rest."""
    at = "2026-11-20T09:00:00.000+00:00"
    heard = Heard(upto=12_345, at=at, responses=678, is_cut=False, parted_at="")
    states = (
        heard,
        replace(heard, upto=0, at="", responses=0),
        replace(heard, lacks=12_346),
        replace(heard, forked_at=at),
        replace(heard, is_cut=True),
        replace(heard, parted_at=at),
        None,
    )
    known = SiteDevice(
        device="BER-1a2b3c4d", link=Link.NEIGHBOUR, since=at, by="coordinator", unreceived=None, heard=heard
    )
    unknown = replace(known, device="0123456789abcdef\u2026", link=Link.UNKNOWN, by="", heard=None)
    return (*(replace(known, heard=one) for one in states), unknown)


def check_scan(staff) -> None:
    """The scan of a form that waits, and one that cannot be shown, beside what was read from it."""
    (ses,) = staff.window.frame._desk.site.papers
    attach_scan(staff.window.frame._desk, ses, a_pdf())
    staff.window.frame.open_participant(FIFTH)
    staff.settle()
    check(staff, "paper that waits, with its scan")
    staff.click(f"person.paper-show.{ses}")
    check(staff, "the scan of a paper that waits")
    with_scan(staff.site, b"%PDF-1.7 scanned", form="qlq-ginet21")
    staff.window.frame.open_participant(FIFTH)
    staff.settle()
    staff.click("person.show.answers")
    check(staff, "answers with a scan")
    staff.click("person.answers.scan")
    check(staff, "a scan that cannot be shown")
    check_rows(staff, "scan.answers")


def check_taking_out(staff, folder):
    """What would leave, the question before it does, and the sums of what was written."""
    staff.courier.put_in = (a_stick("A stick with a very long name of somebody of the clinic"), a_stick("FULL", 10))
    staff.click("completion.takeout")
    staff.find("takeout.sticks").look()
    staff.settle()
    check(staff, "taking data out")
    for format_ in staff.names("takeout.format."):
        staff.click(format_)
    staff.click("takeout.format.redcap")
    staff.window.frame.takeout.page.take_out_to(folder)
    check(staff, "taking data out, asked")
    staff.click("takeout.confirm")
    check(staff, "data taken out")
    staff.courier.put_in = ()


def check_scores(staff) -> None:
    """How scores came about: from questions, from other scores, from pairs, and why there is none."""
    for form, places in (("qlq-c30", (1, 3, 15)), ("carcinoid-diary", (0,))):
        for place in places:
            staff.click(f"person.form.{form}")
            staff.click("person.show.scores")
            table = staff.find("person.scores")
            table.chosen.emit(table.model().index(place, 0))
            staff.settle()
            check(staff, f"how score {place} of {form} came about")
            check_rows(staff, "score.items" if staff.names("score.items") else "score.parts")
            staff.click("score.back")


def check_other_tablets(staff):
    """What is known of another tablet, what an exchange brought, and what a person must decide because of it."""
    let_in(staff.site)
    label = Label(id="0" * 64, tag="0" * 16, first=1, last=3)
    staff.courier.met = met(
        taken=(Taken(device="BER-0002", events=12_345, responses=678, lacks=12_346),),
        strangers=(Stranger(letter=label, device="BER-1a2b3c4d", fingerprint=fingerprint(b"k" * 32)),),
        faults=(Tamper(Code.CHAIN_BROKEN, path="the log", seq=4, why="the signature does not fit"),),
    )
    staff.click("rail.safe")
    staff.click("safe.meet.road")
    staff.settle()
    check(staff, "safe, after an exchange with the other tablets")
    staff.window.findChild(DevicesCard).present(
        known_tablets(), "centre.example:8443", Closing(gone=None, is_received=False, may_close=False)
    )
    check(staff, "safe, with what was heard of the other tablets")
    amiss = [one.text() for one in staff.window.findChildren(QLabel, "safe.device.amiss")]
    assert len(amiss) == 3 and any("12346" in one for one in amiss), "a gap, a fork, and what cannot be read any more"
    staff.window.frame.open_participant(FIRST)
    staff.settle()
    at = "2026-11-20T09:00:00.000+00:00"
    blank = {"at": at, "value": "", "arm": "", "day": None, "is_back": False}
    withdrawn = Said(**{**blank, "device": "", "day": date(2026, 11, 23)})
    taken_back = Said(**{**blank, "device": "BER-0002", "is_back": True})
    carcinoid = Said(**{**blank, "device": "BER-0002", "value": "carcinoid"})
    other = Said(**{**blank, "device": "BER-1a2b3c4d", "value": "other"})
    staff.window.findChild(OtherTablets).present(
        Elsewhere(
            finished={"BER-0002": 12, "BER-1a2b3c4d": 3},
            under_way=2,
            doubles=(Double(visit="baseline", instrument="qlq-c30", devices=("", "BER-0002", "BER-1a2b3c4d")),),
            enrolments=(Enrolled("", at, "2026-11-20", "en"), Enrolled("BER-1a2b3c4d", at, "2026-11-20", "de")),
            contested=(
                Contested(what="withdrew", said=(withdrawn, taken_back), in_force=withdrawn),
                Contested(what="histology", said=(carcinoid, other), in_force=other),
            ),
        ),
        {"baseline": "Baseline"},
        {"qlq-c30": "EORTC QLQ-C30"},
    )
    check(staff, "participant, with what other tablets told")
    assert len(staff.names("person.elsewhere.decide.")) == 4


@pytest.mark.rule("E111", "E112", "P101")
def test_every_page_shows_its_words_whole(staff, tmp_path):
    check(staff, "login")
    staff.log_in(COORDINATOR, "wrong")
    check(staff, "refused login")
    staff.log_in()
    check(staff, "today")
    staff.click("rail.alerts")
    check(staff, "alerts")
    check_rows(staff, "alerts.table")
    table = staff.find("alerts.table")
    table.chosen.emit(table.model().index(0, 0))
    staff.settle()
    staff.click("alert.outcome.action")
    check(staff, "alert")
    staff.click("alert.outcome.not-reachable")
    check(staff, "alert of somebody not reachable")
    staff.click("rail.today")
    staff.click(f"today.handover.{FIFTH}.baseline")
    staff.click("handover.by.helper-reads")
    check(staff, "hand over")
    staff.click("handover.by.staff-telephone")
    check(staff, "hand over by telephone")
    staff.click("rail.today")
    staff.click(f"today.stop.{FOURTH}.baseline")
    check(staff, "reason")
    staff.click("rail.participants")
    check(staff, "participants")
    check_rows(staff, "participants.table")
    staff.click("participants.enrol")
    staff.click("enrol.language.en")
    staff.type("enrol.subject", "BER-0072")
    staff.click("enrol.confirm")
    check(staff, "enrol")
    staff.window.frame.open_participant(FIFTH)
    staff.settle()
    read_in_paper(staff)
    check(staff, "paper")
    staff.click("paper.confirm")
    check(staff, "paper that waits")
    check_scan(staff)
    staff.window.frame.open_participant(SIXTH)
    staff.settle()
    staff.click("person.record")
    staff.click("fact.kind.died")
    check(staff, "fact")
    staff.window.frame.open_participant(FIRST)
    staff.settle()
    staff.click("person.withdrawal")
    check(staff, "withdrawal")
    staff.click("withdrawal.reason.not-said")
    staff.click("withdrawal.confirm")
    staff.click("person.withdrawal")
    check(staff, "withdrawal recorded")
    staff.click("withdrawal.back")
    check(staff, "participant who withdrew")
    staff.click("person.sign")
    check(staff, "signatures")
    staff.click("signing.back")
    staff.click("person.erase")
    check(staff, "erasure")
    check_choices(staff, "erasure.what")
    staff.window.frame.open_participant(FIRST)
    staff.settle()
    for form in ("qlq-c30", "qlq-ginet21", "carcinoid-diary"):
        staff.click(f"person.form.{form}")
        for part in ("trends", "scores", "answers"):
            staff.click(f"person.show.{part}")
            check(staff, f"{form} {part}")
    check_scores(staff)
    staff.click("person.form.qlq-c30")
    staff.click("person.show.answers")
    table = staff.find("person.answers")
    for place in (2, 4):
        table.clicked.emit(table.model().index(place, 1))
        staff.settle()
    check(staff, "correction")
    fill_in_correction(staff)
    staff.click("correction.confirm")
    table.clicked.emit(table.model().index(2, 1))
    check(staff, "a corrected answer")
    check_rows(staff, "person.answers")
    staff.click("person.answers.misplaced")
    check(staff, "misplaced")
    fill_in_proposal(staff)
    staff.click("misplaced.confirm")
    check(staff, "a disputed place")
    staff.click(staff.names("person.decide.")[0])
    check(staff, "decision by the same person")
    staff.click("rail.study")
    check(staff, "completion")
    check_rows(staff, "completion.rates")
    for part in ("reasons", "questions"):
        staff.click(f"completion.show.{part}")
        check(staff, f"completion {part}")
        check_rows(staff, f"completion.{part}")
    check_taking_out(staff, tmp_path)
    staff.window.frame.open_participant(FIRST)
    staff.settle()
    check_forms_of_staff(staff)
    staff.click("rail.safe")
    check(staff, "safe")
    put_in(staff, a_stick("A stick with a very long name of somebody of the clinic"), a_stick("FULL", 10))
    check(staff, "safe, with sticks")
    staff.click("safe.stick.0")
    check(staff, "safe, with a stick chosen")
    staff.courier.drilled = drilled(findings=2, due=None, is_overdue=True)
    staff.courier.state = overdue()
    staff.click("rail.safe")
    check(staff, "safe, backup overdue")
    staff.courier.at = "receipts-and-packs.centre-of-the-trial.example:8443"
    staff.click("rail.safe")
    check(staff, "safe, with a road over the network")
    staff.courier.tried = tried()
    staff.click("rail.safe")
    for more in ("keys", "tries"):
        staff.click(f"safe.{more}.more")
    check(staff, "safe, with tries, participants and keys")
    check_rows(staff, "safe.people.table")
    check_other_tablets(staff)
    staff.click("rail.audit")
    check(staff, "audit")
    check_rows(staff, "audit.table")
    table = staff.find("audit.table")
    table.setCurrentIndex(table.model().index(3, 0))
    staff.settle()
    check(staff, "audit, one event")
    check_rows(staff, "audit.table")
    check_choices(staff, "audit.who", "audit.group", "audit.subject")
    staff.click("rail.look")
    check(staff, "audit, dark")


@pytest.mark.rule("E111", "E112")
def test_every_page_about_a_tablet_that_leaves_shows_its_words_whole(staff):
    staff.log_in()
    staff.click("rail.safe")
    staff.click("safe.leave")
    check(staff, "leaving")
    left = dict.fromkeys(Unfinished, 1_234)
    staff.window.frame.leaving.page.present(left)
    check(staff, "leaving, with everything left to do")
    fill_in_leaving(staff)
    staff.find("leaving.insist").setChecked(True)
    staff.click("leaving.confirm")
    check(staff, "safe, of a tablet that is closed")
    staff.click("rail.today")
    check(staff, "today, of a tablet that is closed")
    staff.click("rail.lock")


@pytest.mark.rule("E111", "E112")
def test_every_page_about_the_team_shows_its_words_whole(make_staff, team_site, language, size):
    staff = make_staff(team_site)
    staff.window.resize(size)
    staff.log_in()
    staff.click("rail.team")
    check(staff, "team")
    staff.click("team.add")
    staff.type("add.passphrase.new", "one")
    staff.type("add.passphrase.again", "two")
    check(staff, "add")
    staff.click("add.back")
    table = staff.find("team.members")
    table.clicked.emit(table.model().index(0, 0))
    staff.settle()
    staff.click("member.remove")
    check(staff, "member")
    staff.click("member.remove.yes")
    check(staff, "removed")
    staff.click("team.key.now")
    check(staff, "key")
    staff.click("key.confirm")
    check(staff, "key changed")
    staff.click("rail.passphrase")
    staff.window._quiet.nearly_over.emit()
    check(staff, "own passphrase, with the notice before the lock")


@pytest.mark.rule("E112")
def test_everything_that_can_be_clicked_is_large_enough(staff):
    staff.log_in()
    shown = [one for one in staff.window.findChildren(QPushButton) if one.isVisible()]
    assert [one.objectName() for one in shown if one.height() < TOUCH_PX] == []


@pytest.mark.rule("E115")
def test_everything_that_can_be_clicked_has_a_name_and_a_tab_stop(staff):
    staff.log_in()
    for made in (one for one in staff.window.findChildren(QPushButton) if one.isVisible()):
        assert made.objectName()
        assert made.text() or made.accessibleName()
        if made.group() is None:
            assert made.focusPolicy() & made.focusPolicy().TabFocus


@pytest.mark.rule("E115")
def test_a_choice_is_made_with_the_arrow_keys(staff):
    staff.log_in()
    staff.click(f"today.handover.{FIFTH}.baseline")
    alone = staff.find("handover.by.alone", QPushButton)
    alone.setFocus()
    QTest.keyClick(alone, Qt.Key.Key_Down)
    assert staff.find("handover.by.helper-reads").isChecked()
    assert not staff.find("handover.start").isEnabled()
