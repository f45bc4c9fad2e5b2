"""An answer is put right on its own page: reached from the value, nothing chosen beforehand, both values shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from retnet_pro.record.event import Kind
from retnet_pro.study.subject import make_subject
from tests.fakes import MONITOR, NURSE

pytestmark = pytest.mark.usefixtures("no_qt_warnings")
FIRST = make_subject("BER", 1)
OFFER = "Correct this answer\u2026"


@pytest.fixture
def staff(make_staff, clinic_site):
    made = make_staff(clinic_site)
    made.log_in(NURSE)
    made.window.frame.open_participant(FIRST)
    made.settle()
    made.click("person.show.answers")
    return made


def choose(staff, place):
    table = staff.find("person.answers")
    table.clicked.emit(table.model().index(place, 1))
    staff.settle()


def open_correction(staff, place=2):
    choose(staff, place)
    asked = staff.column("person.answers", 1)
    choose(staff, asked.index(OFFER))


def fill_in(staff, new="correction.new.0", note="said so on the phone"):
    staff.click(new)
    staff.click("correction.why.mistapped")
    staff.click("correction.source.asked-by-phone")
    staff.type("correction.note", note)


@pytest.mark.rule("E100", "E101", "P15", "P19")
def test_a_nurse_corrects_an_answer_and_sees_both_values(staff):
    before = staff.column("person.answers", 2)[2]
    open_correction(staff)
    assert staff.find("correction.now", QLabel).text() == before
    assert "127 days ago" in staff.find("correction.since", QLabel).text()
    fill_in(staff)
    staff.click("correction.confirm")
    assert staff.site.log.kinds()[-2:] == [Kind.AMEND, Kind.VIEW]
    now, first = staff.column("person.answers", 2)[2].split("\n")
    assert now.startswith("1") and before in first
    assert staff.column("person.answers", 3)[2] == "corrected by the site"
    choose(staff, 2)
    rows = [[staff.column("person.answers", column)[place] for column in range(1, 4)] for place in (3, 4)]
    assert rows[0][0].startswith("Entry 1 of 1") and rows[0][1] == before
    assert rows[1][0].startswith("Correction 1 of 1, 23 Nov 2026") and "nurse" in rows[1][0]
    assert "Another option was meant: said so on the phone (Participant asked by telephone)" in rows[1][0]
    assert rows[1][2] == "127 days after completion"


@pytest.mark.rule("E101")
def test_the_corrected_score_says_what_it_was(staff):
    open_correction(staff)
    fill_in(staff)
    staff.click("correction.confirm")
    staff.click("person.show.scores")
    remarks = [said for said in staff.column("person.scores", 4) if "corrected, originally" in said]
    assert len(remarks) == 1


@pytest.mark.rule("P19")
def test_the_button_waits_for_value_reason_source_and_words(staff):
    open_correction(staff)
    confirm = staff.find("correction.confirm", QPushButton)
    assert not any(
        one.isChecked() for one in staff.window.findChildren(QPushButton) if one.objectName().startswith("correction.")
    )
    assert not confirm.isEnabled()
    for press in ("correction.new.0", "correction.why.other", "correction.source.paper"):
        staff.click(press)
        assert not confirm.isEnabled()
    missing = staff.find("correction.missing", QLabel)
    assert missing.text() == "Still missing: the reason in words"
    staff.type("correction.note", "   ")
    assert not confirm.isEnabled()
    staff.type("correction.note", "paper says so")
    assert confirm.isEnabled() and missing.text() == ""


def test_what_was_typed_stays_when_it_is_refused(staff):
    open_correction(staff)
    fill_in(staff)
    staff.find("correction.note", QLineEdit).setText("\u200b")
    staff.click("correction.confirm")
    assert "Write down why" in staff.says("correction.notice")
    assert staff.find("correction.note", QLineEdit).text() == "\u200b"
    assert staff.find("correction.new.0", QPushButton).isChecked()


def test_a_monitor_sees_the_history_but_is_offered_no_correction(make_staff, clinic_site):
    staff = make_staff(clinic_site)
    staff.log_in(MONITOR)
    staff.window.frame.open_participant(FIRST)
    staff.settle()
    staff.click("person.show.answers")
    choose(staff, 2)
    assert OFFER not in staff.column("person.answers", 1)


def test_a_count_is_chosen_from_a_list_that_starts_empty(staff):
    staff.click("person.form.carcinoid-diary")
    open_correction(staff, 0)
    many = staff.find("correction.new-of-many", QComboBox)
    assert many.isVisible() and many.currentIndex() == -1 and many.count() > 12


@pytest.mark.rule("E115")
def test_the_keyboard_alone_reaches_the_correction(staff):
    table = staff.find("person.answers")
    table.setFocus()
    table.setCurrentIndex(table.model().index(2, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    for _ in range(2):
        QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    staff.settle()
    assert staff.find("correction.confirm", QPushButton).isVisible()
