"""The whole desk by keyboard alone: the tab key reaches everything, arrows and the space bar do the rest."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit, QLineEdit

from retnet_pro.conduct.alerts import alerts_of, worklist
from retnet_pro.conduct.doorway import add_person
from retnet_pro.conduct.signatures import sign_offs
from retnet_pro.record.event import Kind
from retnet_pro.study.subject import make_subject
from tests.fakes import COORDINATOR, MONITOR, NURSE, PASSPHRASE
from tests.gui.conftest import INVESTIGATOR
from tests.gui.keys import Keys
from tests.gui.test_staff_paper import read_in as read_in_paper
from tests.gui.test_staff_scan import a_pdf, with_scan

pytestmark = [pytest.mark.usefixtures("no_qt_warnings"), pytest.mark.rule("E115")]
FIRST, FOURTH, FIFTH = (make_subject("BER", number) for number in (1, 4, 5))
NEW = "four quiet yellow ladders"
DOWN, SPACE, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return


@pytest.fixture
def come(make_staff, clinic_site):
    """Let somebody sit down at the lock screen with a keyboard and log in."""
    hands = []

    def log_in(person):
        keys = Keys(make_staff(clinic_site))
        hands.append(keys)
        keys.log_in(person.user)
        return keys

    yield log_in
    assert [keys.unseen for keys in hands if keys.unseen] == []


def open_participant(keys, subject):
    """From the rail through the table of participants."""
    keys.use("rail.participants")
    keys.choose_row("participants.table", keys.staff.column("participants.table", 0).index(subject))
    assert keys.staff.says("person.title") == subject


def test_a_nurse_goes_through_every_place_and_opens_a_participant_from_today_and_from_the_table(come):
    keys = come(NURSE)
    for place in ("today", "participants", "alerts", "study", "safe"):
        keys.use(f"rail.{place}")
        assert keys.staff.find(f"rail.{place}").isChecked()
    keys.use("rail.participants", back=True)
    keys.use("rail.today", back=True)
    keys.use(f"today.open.{FIFTH}.baseline")
    assert keys.staff.says("person.title") == FIFTH
    keys.use("person.back")
    assert keys.staff.find("today").isVisible()
    open_participant(keys, FIRST)
    for way in ("person.show.scores", "person.show.answers", "person.show.trends"):
        keys.use(way)


def test_a_monitor_looks_at_the_scan_of_a_paper_form_and_follows_a_score(come, clinic_site):
    with_scan(clinic_site, a_pdf())
    keys = come(MONITOR)
    open_participant(keys, FIFTH)
    keys.use("person.show.answers")
    keys.use("person.answers.scan")
    keys.go("scan.answers")
    keys.use("scan.next")
    assert keys.staff.says("scan.page") == "Page 2 of 2"
    keys.use("scan.larger")
    keys.go("scan.area")
    keys.press(DOWN, Qt.Key.Key_PageDown)
    assert keys.at.verticalScrollBar().value() > 0
    keys.use("scan.back", back=True)
    keys.use("person.show.scores")
    keys.choose_row("person.scores", 1)
    assert keys.staff.says("score.line").startswith("Physical functioning")
    keys.go("score.which")
    keys.use("score.back", back=True)
    assert keys.staff.find("person.scores").isVisible()


def test_a_nurse_hands_over(come):
    keys = come(NURSE)
    keys.use(f"today.handover.{FIFTH}.baseline")
    keys.use("handover.start")
    assert len(keys.staff.handed_over) == 1


def test_a_nurse_records_a_fact_with_its_day(come):
    keys = come(NURSE)
    open_participant(keys, FIRST)
    known = keys.staff.window.frame._desk.participant(FIRST).embolizations
    keys.use("person.record")
    keys.use("fact.kind.embolization")
    day = keys.go("fact.day")
    assert isinstance(day, QDateEdit)
    before = day.date()
    keys.press(DOWN)
    assert day.date() != before
    keys.use("fact.confirm")
    now = keys.staff.window.frame._desk.participant(FIRST).embolizations
    (done,) = set(now) - set(known)
    assert done.isoformat() == day.date().toString(Qt.DateFormat.ISODate)


def test_a_nurse_answers_an_alert(come, clinic_site):
    keys = come(NURSE)
    first = worklist(clinic_site.desk())[0]
    keys.use("rail.alerts")
    keys.choose_row("alerts.table", 0)
    keys.use("alert.outcome.action")
    keys.use("alert.action.medicine")
    keys.write("alert.note", "dose brought forward")
    keys.use("alert.confirm")
    (done,) = [one.fact for one in alerts_of(clinic_site.desk(), first.subject) if one.fact.acts]
    assert done.acts[0].note == "dose brought forward"


def test_a_nurse_corrects_an_answer(come):
    keys = come(NURSE)
    open_participant(keys, FIRST)
    keys.use("person.show.answers")
    keys.choose_row("person.answers", 2)
    keys.choose_row("person.answers", keys.staff.column("person.answers", 1).index("Correct this answer\u2026"))
    keys.use("correction.new.0")
    keys.use("correction.why.mistapped")
    keys.use("correction.source.asked-by-phone")
    keys.write("correction.note", "said so on the phone")
    keys.use("correction.confirm")
    assert Kind.AMEND in keys.staff.site.log.kinds()[-2:]


def test_a_nurse_opens_a_form_of_staff_and_enters_a_value(come):
    keys = come(NURSE)
    open_participant(keys, FIRST)
    keys.use("person.forms")
    keys.use("forms.begin.symptom-baseline")
    keys.write("clinic.seen_on.typed", "20.11.2025")
    keys.press(Qt.Key.Key_Tab)
    assert keys.staff.site.log.kinds()[-1] is Kind.CLINIC_ENTRY


def test_a_nurse_reads_in_a_form_on_paper(come):
    keys = come(NURSE)
    open_participant(keys, FIFTH)
    keys.use("person.paper")
    form = keys.go("paper.form")
    assert isinstance(form, QComboBox)
    keys.press(DOWN)
    assert form.currentIndex() == 0
    day = keys.go("paper.day")
    keys.press(Qt.Key.Key_Up)
    assert day.date() > day.minimumDate()
    keys.use("paper.why.no-tablet")
    answered = keys.go("paper.item.q1")
    keys.press(DOWN, DOWN)
    assert answered.currentIndex() == 2
    keys.use("paper.confirm")
    assert len(keys.staff.window.frame._desk.site.papers) == 1


def test_an_investigator_signs(come, clinic_site):
    add_person(clinic_site.pen, clinic_site.slots, INVESTIGATOR, PASSPHRASE, (clinic_site.identity[0],), by=None)
    keys = come(INVESTIGATOR)
    open_participant(keys, FIRST)
    keys.use("person.sign")
    keys.use("signing.choose.baseline")
    keys.use("signing.agree")
    keys.write("signing.passphrase", PASSPHRASE)
    keys.use("signing.confirm")
    signed = [one.station.id for one in sign_offs(clinic_site.desk(), FIRST) if one.signatures]
    assert signed == ["baseline"]


def test_a_coordinator_opens_completion_audit_safe_and_team(come):
    keys = come(COORDINATOR)
    for place, inside in (
        ("study", "completion.rates"),
        ("safe", "safe.export"),
        ("team", "team.add"),
        ("audit", "audit.table"),
    ):
        keys.use(f"rail.{place}")
        assert keys.staff.find(f"rail.{place}").isChecked()
        keys.go(inside)
    keys.press(DOWN)
    assert keys.staff.names("audit.details")
    keys.go("rail.lock")
    keys.use("rail.lock", back=True)
    assert keys.staff.ends == ["left"]


@pytest.mark.parametrize("table", ["participants.table", "alerts.table", "completion.rates", "audit.table"])
def test_the_tab_key_leaves_a_table_again(come, table):
    keys = come(COORDINATOR)
    keys.use(f"rail.{'study' if table.startswith('completion') else table.split('.')[0]}")
    view = keys.go(table)
    keys.press(Qt.Key.Key_Tab)
    assert keys.at is not view
    assert keys.go(table, back=True) is view


@pytest.mark.parametrize("table", ["participants.table", "alerts.table", "audit.table", "team.members"])
def test_whoever_comes_to_a_table_by_the_tab_key_sees_the_row_that_enter_would_open(come, table):
    keys = come(COORDINATOR)
    keys.use(f"rail.{table.split('.')[0]}")
    view = keys.go(table)
    assert [one.row() for one in view.selectionModel().selectedRows()] == [view.currentIndex().row()] == [0]
    bar = view.visualRect(view.model().index(0, 0))
    there = view.viewport().grab().toImage().pixelColor(bar.left() + 1, bar.center().y())
    keys.press(DOWN)
    gone = view.viewport().grab().toImage().pixelColor(bar.left() + 1, bar.center().y())
    assert there.lightness() < 100 < gone.lightness(), "a bar stands before the row, and goes with the focus"


@pytest.mark.parametrize("key", [ENTER, SPACE], ids=["enter", "space"])
def test_the_row_where_the_tab_key_arrives_is_opened_by_enter_and_by_the_space_bar(come, key):
    keys = come(NURSE)
    keys.use("rail.participants")
    first = keys.staff.column("participants.table", 0)[0]
    keys.go("participants.table")
    keys.press(key)
    assert keys.staff.says("person.title") == first


def test_a_nurse_enrols_somebody(come):
    keys = come(NURSE)
    keys.use("rail.participants")
    keys.use("participants.enrol")
    keys.use("enrol.back")
    keys.use("participants.enrol")
    new = make_subject("BER", 42)
    keys.write("enrol.subject", new)
    keys.go("enrol.day")
    keys.use("enrol.language.de")
    keys.use("enrol.confirm")
    assert keys.staff.says("person.title") == new


def test_a_nurse_says_why_a_visit_will_not_come_and_why_one_stays_partial(come):
    keys = come(NURSE)
    keys.use(f"today.absent.{FIFTH}.baseline")
    keys.use("reason.back")
    keys.use(f"today.handover.{FIFTH}.baseline")
    keys.use("handover.absent")
    keys.use("reason.choice.too-ill")
    keys.use("reason.confirm")
    assert keys.staff.find("today").isVisible()
    assert not keys.staff.names(f"today.handover.{FIFTH}.baseline")
    keys.use(f"today.stop.{FOURTH}.baseline")
    keys.use("reason.choice.technical")
    keys.use("reason.confirm")
    assert not keys.staff.names(f"today.stop.{FOURTH}.baseline")


def test_a_coordinator_records_a_withdrawal_takes_it_back_and_erases_by_order(come):
    keys = come(COORDINATOR)
    open_participant(keys, FIRST)
    keys.use("person.withdrawal")
    keys.use("withdrawal.back")
    keys.use("person.withdrawal")
    keys.go("withdrawal.day")
    keys.use("withdrawal.reason.burden")
    keys.write("withdrawal.note", "said so")
    keys.use("withdrawal.confirm")
    keys.use("person.withdrawal")
    keys.write("withdrawal.back-note", "came again")
    keys.use("withdrawal.take-back")
    keys.use("person.erase")
    keys.use("erasure.back")
    keys.use("person.erase")
    what = keys.go("erasure.what")
    keys.press(DOWN)
    assert what.currentIndex() == 1
    keys.press(Qt.Key.Key_Up)
    keys.write("erasure.authority", "Ethics committee")
    keys.write("erasure.reference", "2026/17")
    keys.use("erasure.ground.wrong-person")
    keys.write("erasure.typed", FIRST)
    keys.use("erasure.confirm")
    assert FIRST not in keys.staff.column("participants.table", 0)


def test_a_coordinator_proposes_where_a_form_belongs_and_opens_the_decision(come):
    keys = come(COORDINATOR)
    open_participant(keys, FIRST)
    keys.use("person.show.answers")
    keys.use("person.answers.misplaced")
    keys.use("misplaced.back")
    keys.use("person.show.answers")
    keys.use("person.answers.misplaced")
    keys.use("misplaced.which.all")
    keys.use("misplaced.why.other-participant")
    keys.write("misplaced.note", "codes were swapped")
    codes = keys.go("misplaced.subject")
    assert isinstance(codes, QComboBox)
    while codes.currentData() != FIFTH:
        keys.press(DOWN)
    keys.go("misplaced.visit")
    keys.press(DOWN)
    keys.use("misplaced.confirm")
    (decide,) = keys.staff.names("person.decide.")
    keys.use(decide)
    keys.use("decision.back")
    assert keys.staff.says("person.title") == FIRST


def test_a_coordinator_lets_somebody_in_gives_a_passphrase_removes_and_changes_the_key(make_staff, team_site):
    keys = Keys(make_staff(team_site))
    keys.log_in(COORDINATOR.user)
    keys.use("rail.team")
    keys.use("team.add")
    keys.write("add.name", "Monitor Two")
    keys.write("add.user", "monitor2")
    keys.use("add.role.monitor")
    keys.write("add.passphrase.new", NEW)
    keys.write("add.passphrase.again", NEW)
    keys.write("add.own", PASSPHRASE)
    keys.use("add.confirm")
    assert "Monitor Two" in keys.staff.column("team.members", 0)
    keys.choose_row("team.members", keys.staff.column("team.members", 0).index("Monitor Two"))
    keys.use("member.back")
    keys.choose_row("team.members", keys.staff.column("team.members", 0).index("Monitor Two"))
    keys.use("member.remove")
    keys.use("member.remove.no")
    keys.use("member.remove")
    keys.use("member.remove.yes")
    assert "Monitor Two" not in keys.staff.column("team.members", 0)
    keys.use("team.key.now")
    keys.use("key.confirm")
    assert keys.staff.find("team").isVisible()
    keys.use("rail.passphrase", back=True)
    keys.write("own.old", PASSPHRASE)
    keys.write("own.passphrase.new", NEW)
    keys.write("own.passphrase.again", NEW)
    keys.use("own.confirm")
    assert keys.unseen == set()


def test_a_coordinator_closes_a_form_of_staff_reads_it_and_corrects_it(come):
    keys = come(COORDINATOR)
    open_participant(keys, FIRST)
    keys.use("person.forms")
    keys.use("forms.begin.imaging")
    keys.write("clinic.imaged_on.typed", "20.11.2026")
    keys.press(Qt.Key.Key_Tab)
    keys.use("clinic.method.2")
    keys.use("clinic.new_lesion.unknown")
    verdict = keys.go("clinic.verdict.list")
    assert isinstance(verdict, QComboBox)
    keys.press(*[DOWN] * 5)
    keys.use("sheet.close")
    (closed,) = keys.staff.names("forms.read.")
    keys.use(closed)
    keys.use("closed.correct")
    keys.use("closed.back")
    keys.use("forms.back")
    assert keys.staff.says("person.title") == FIRST


class TestFileDialogs:
    """Every dialog for a file is reached, given up and confirmed by the keyboard."""

    @pytest.fixture(autouse=True)
    def drawn_by_qt(self):
        """The dialogs of a desktop cannot be reached from here; those of Qt take the same keys."""
        QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, True)
        yield
        QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)

    @staticmethod
    def answer(keys, button, typed):
        """Press a button that asks for a file; type into the dialog and press Enter, or with None give it up."""
        told = []

        def at_dialog():
            dialog = QApplication.activeModalWidget()
            if dialog is None or not dialog.isActiveWindow():
                QTimer.singleShot(5, at_dialog)
                return
            name = dialog.findChild(QLineEdit, "fileNameEdit")
            told.append(QApplication.focusWidget() is name)
            if typed is None:
                QTest.keyClick(dialog, Qt.Key.Key_Escape)
            else:
                name.selectAll()
                QTest.keyClicks(name, str(typed))
                QTest.keyClick(name, ENTER)
            if dialog.isVisible():
                told.append(False)
                dialog.reject()

        keys.go(button)
        QTimer.singleShot(0, at_dialog)
        keys.press(SPACE)
        assert told == [True], f"{button} asks for no file, or one cannot type at once, or the key does not close it"
        assert QApplication.activeModalWidget() is None
        keys.staff.window.activateWindow()  # what the desktop does when a dialog closes
        keys.staff.qtbot.waitUntil(keys.staff.window.isActiveWindow)
        assert keys.at.objectName(), "the focus comes back to the page"

    def test_an_export_to_a_stick(self, come, tmp_path):
        keys = come(COORDINATOR)
        keys.use("rail.safe")
        self.answer(keys, "safe.export", None)
        assert keys.staff.courier.exported == []
        self.answer(keys, "safe.export", tmp_path)
        assert keys.staff.courier.exported == [tmp_path]

    def test_a_report_and_a_picture_and_a_table_of_scores(self, come, tmp_path):
        keys = come(NURSE)
        open_participant(keys, FIRST)
        for button, ending in (("person.pdf", "pdf"), ("person.picture", "png"), ("person.table", "csv")):
            if button == "person.table":
                keys.use("person.show.scores")
            self.answer(keys, button, None)
            assert not keys.staff.names("person.notice")
            self.answer(keys, button, tmp_path / f"one.{ending}")
            assert f"one.{ending}" in keys.staff.says("person.notice")
            keys.staff.window.frame.open_participant(FIRST)
            keys.staff.settle()

    @pytest.mark.parametrize(
        ("place", "button"),
        [("alerts", "alerts.pdf"), ("audit", "audit.csv"), ("study", "completion.pdf")],
    )
    def test_a_copy_of_a_list(self, come, tmp_path, place, button):
        keys = come(COORDINATOR)
        keys.use(f"rail.{place}")
        self.answer(keys, button, None)
        assert keys.staff.paper.copied == []
        self.answer(keys, button, tmp_path / f"copy.{button.split('.')[1]}")
        assert len(keys.staff.paper.copied) == 1

    def test_a_scan_of_a_paper_form(self, come, tmp_path):
        keys = come(NURSE)
        scan = tmp_path / "scan.pdf"
        scan.write_bytes(b"%PDF-1.7 a scan")
        open_participant(keys, FIFTH)
        read_in_paper(keys.staff)
        keys.use("paper.confirm")
        (button,) = keys.staff.names("person.paper-scan.")
        self.answer(keys, button, None)
        assert Kind.PAPER_SCAN not in keys.staff.site.log.kinds()
        self.answer(keys, button, scan)
        assert Kind.PAPER_SCAN in keys.staff.site.log.kinds()
