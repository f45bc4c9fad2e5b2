"""The whole desk by keyboard alone: the tab key reaches everything, arrows and the space bar do the rest."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDateEdit

from retnet_pro.conduct.alerts import alerts_of, worklist
from retnet_pro.conduct.doorway import add_person
from retnet_pro.conduct.signatures import sign_offs
from retnet_pro.record.event import Kind
from retnet_pro.study.subject import make_subject
from tests.fakes import COORDINATOR, NURSE, PASSPHRASE
from tests.gui.conftest import INVESTIGATOR
from tests.gui.keys import Keys

pytestmark = [pytest.mark.usefixtures("no_qt_warnings"), pytest.mark.rule("E115")]
FIRST, FIFTH = make_subject("BER", 1), make_subject("BER", 5)
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
