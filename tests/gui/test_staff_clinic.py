"""A nurse fills in a form about a participant: by keyboard alone, faults beside the items, nothing lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QLineEdit, QMessageBox

from retnet_pro.answering.clinic_value import Dated, Measured, Place
from retnet_pro.instrument.clinic import UnitId
from retnet_pro.record.event import Kind
from retnet_pro.study.subject import make_subject
from tests.fakes import COORDINATOR, MONITOR, NURSE

pytestmark = pytest.mark.usefixtures("no_qt_warnings")
FIRST, SIXTH = make_subject("BER", 1), make_subject("BER", 6)


@pytest.fixture
def staff(make_staff, clinic_site):
    return make_staff(clinic_site)


def forms(staff, subject=FIRST, person=COORDINATOR):
    staff.log_in(person)
    staff.window.frame.open_participant(subject)
    staff.settle()
    staff.click("person.forms")


def typed(staff, name, text):
    """Type into a field and leave it with the tab key, as somebody does who never touches the mouse."""
    field = staff.find(name, QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    staff.settle()


def pick(staff, name, data):
    box = staff.find(name, QComboBox)
    place = box.findData(data)
    box.setCurrentIndex(place)
    box.activated.emit(place)
    staff.settle()


def says(staff, name):
    found = staff.window.findChild(QLabel, name)
    return found.text() if found is not None and found.isVisible() else ""


def course(staff, subject=FIRST):
    return staff.window.frame._desk.course(subject)


def entries(staff):
    return [event for event in staff.site.log.events() if event.header.kind is Kind.CLINIC_ENTRY]


def fill_imaging(staff):
    staff.click("forms.begin.imaging")
    typed(staff, "clinic.imaged_on.typed", "20.11.2026")
    for name in ("method.1", "new_lesion.1"):
        staff.click(f"clinic.{name}")
    pick(staff, "clinic.verdict.list", 4)
    staff.click("clinic.progressed_where.1")
    typed(staff, "clinic.progressed_on.typed", "20.11.2026")


@pytest.mark.rule("P12", "P13")
def test_a_form_is_filled_in_with_the_keyboard_alone(staff):
    forms(staff)
    staff.click("forms.begin.symptom-baseline")
    focused = QApplication.focusWidget()
    assert focused is staff.find("clinic.seen_on.typed")
    QTest.keyClicks(focused, "20.11.2025")
    QTest.keyClick(focused, Qt.Key.Key_Tab)
    for item in ("flushing", "diarrhoea", "belly_pain", "wheezing", "analogue"):
        assert QApplication.focusWidget() is staff.find(f"clinic.{item}.1"), item
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        staff.settle()
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is staff.find("clinic.symptomatic.1")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    staff.settle()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is staff.find("sheet.close")
    assert len(entries(staff)) == 7
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    staff.settle()
    (filed,) = course(staff).clinic.filed
    assert filed.form == "symptom-baseline" and course(staff).participant.symptomatic is True


@pytest.mark.rule("P18")
def test_faults_and_questions_stand_beside_their_items_and_never_pop_up(staff):
    forms(staff)
    staff.click("forms.begin.biomarkers")
    typed(staff, "clinic.sampled_on.typed", "1.12.2026")
    assert "in the future" in says(staff, "clinic.sampled_on.wrong")
    assert staff.find("clinic.sampled_on.typed").text() == "1.12.2026"
    typed(staff, "clinic.cga.typed", "99000")
    assert "Choose the unit" in says(staff, "clinic.cga.wrong")
    pick(staff, "clinic.cga.unit", "ng_ml")
    assert "unusual" in says(staff, "clinic.cga.asked")
    typed(staff, "clinic.cga_limit.typed", "1.000,5")
    assert "no number" in says(staff, "clinic.cga_limit.wrong")
    assert staff.find("clinic.cga_limit.unit", QComboBox).currentData() == "ng_ml"
    staff.click("sheet.close")
    assert "Not closed yet" in says(staff, "sheet.notice") and course(staff).clinic.filed == ()
    assert says(staff, "clinic.hiaa_matter.gap")
    staff.click("clinic.cga.right")
    assert says(staff, "clinic.cga.asked") == ""
    typed(staff, "clinic.cga_limit.typed", "100")
    typed(staff, "clinic.sampled_on.typed", "20.11.2025")
    assert says(staff, "clinic.sampled_on.wrong") == ""
    staff.click("clinic.cga_assay.1")
    staff.click("clinic.hiaa_matter.not-done")
    staff.click("sheet.close")
    (filed,) = course(staff).clinic.filed
    assert filed.day == "2025-11-20"
    assert [one for kind in (QDialog, QMessageBox) for one in staff.window.findChildren(kind)] == []
    staff.click(f"forms.read.{filed.ses}")
    assert says(staff, "closed.value.cga") == "99000 ng/mL"
    told = [one.text() for one in staff.find("closed").findChildren(QLabel) if one.isVisible()]
    assert any("not taken" in one and "future" in one for one in told)
    assert any("confirmed" in one and "unusual" in one for one in told)


def test_a_form_is_left_and_gone_on_with_later(staff):
    forms(staff)
    staff.click("forms.begin.adverse-events")
    staff.click("clinic.any_event.1")
    staff.click("sheet.add.event")
    assert QApplication.focusWidget() is staff.find("clinic.event_kind.1.list")
    pick(staff, "clinic.event_kind.1.list", 99)
    typed(staff, "clinic.event_note.1.typed", "hiccups")
    staff.click("sheet.back")
    (waiting,) = course(staff).clinic.open
    staff.click(f"forms.go-on.{waiting.ses}")
    assert staff.find("clinic.event_note.1.typed").text() == "hiccups"
    assert staff.find("clinic.event_kind.1.list", QComboBox).currentData() == 99
    staff.click("sheet.drop.event.1")
    assert staff.names("clinic.event_note") == []
    staff.click("sheet.aside")
    staff.click("sheet.why.wrong-participant")
    staff.click("sheet.put-away")
    assert course(staff).clinic.open == ()


def test_a_progression_reaches_the_course_and_a_correction_needs_a_reason(staff):
    forms(staff)
    fill_imaging(staff)
    staff.click("sheet.close")
    (filed,) = course(staff).clinic.filed
    assert course(staff).participant.progressed.isoformat() == "2026-11-20"
    staff.click(f"forms.read.{filed.ses}")
    staff.click("closed.correct")
    assert not staff.find("closed.again").isEnabled()
    staff.click("closed.why.typed-wrong")
    staff.type("closed.note", "the report says the 19th")
    staff.click("closed.again")
    typed(staff, "clinic.progressed_on.typed", "19.11.2026")
    staff.click("sheet.close")
    assert course(staff).participant.progressed.isoformat() == "2026-11-19"
    assert course(staff).clinic.filed[0].revision == 2


def test_what_is_typed_fast_into_one_field_after_the_other_all_arrives(staff):
    forms(staff)
    staff.click("forms.begin.embolization")
    for name, text in (("done_on", "20.11.2026"), ("particle_least", "100"), ("particle_most", "300")):
        field = staff.find(f"clinic.{name}.typed", QLineEdit)
        field.setFocus()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Tab)
    staff.settle()
    values = staff.window.frame.clinic.sheet._keeper.sheet.filling.values
    assert values == {
        Place("done_on"): Dated("2026-11-20"),
        Place("particle_least"): Measured("100", UnitId("um")),
        Place("particle_most"): Measured("300", UnitId("um")),
    }
    assert [event.header.n for event in entries(staff)] == [1, 2, 3]


@pytest.mark.rule("P21", "P41")
def test_a_role_begins_what_it_may(staff):
    forms(staff, SIXTH, NURSE)
    assert not staff.find("forms.begin.embolization").isEnabled()
    assert staff.find("forms.begin.biomarkers").isEnabled()


@pytest.mark.rule("P41")
def test_a_monitor_only_reads(staff):
    forms(staff, FIRST, MONITOR)
    assert not any(staff.find(name).isEnabled() for name in staff.names("forms.begin."))


@pytest.mark.rule("P17", "P18", "P19")
def test_the_audit_page_tells_a_refused_value_and_a_reason_in_words(staff):
    forms(staff)
    staff.click("forms.begin.biomarkers")
    typed(staff, "clinic.sampled_on.typed", "1.12.2026")
    staff.click("clinic.cga.not-done")
    staff.click("sheet.aside")
    staff.click("sheet.why.wrong-participant")
    staff.click("sheet.put-away")
    staff.click("rail.audit")
    told = "\n".join(one for place in range(6) for one in staff.column("audit.table", place))
    assert "2026-12-01 \u2013 not taken" in told and "Not done" in told
    table = staff.find("audit.table")
    stop = next(row for row in range(9) if "set aside" in str([table.model().index(row, c).data() for c in range(6)]))
    table.setCurrentIndex(table.model().index(stop, 0))
    staff.settle()
    assert says(staff, "audit.details.reason") == "The wrong participant"


@pytest.mark.rule("P10")
def test_closed_forms_leave_as_a_table_and_the_page_says_where(staff, tmp_path):
    forms(staff)
    assert not staff.find("forms.copy").isEnabled(), "nothing is closed yet"
    fill_imaging(staff)
    staff.click("sheet.close")
    assert staff.find("forms.copy").isEnabled()
    staff.window.frame.clinic.forms.save_copy(tmp_path / "forms.csv")
    staff.settle()
    assert staff.paper.copied == [("clinic forms", FIRST, tmp_path / "forms.csv")]
    assert "written down in the trail" in staff.says("forms.notice")
    staff.click("rail.participants")
    staff.window.frame.people.save_copy(tmp_path / "all.csv")
    staff.settle()
    assert staff.paper.copied[-1] == ("clinic forms", "", tmp_path / "all.csv")
    assert "written down in the trail" in staff.says("participants.notice")
