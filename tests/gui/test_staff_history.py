"""The history beside each value: whether it was changed, and every act behind it, by mouse and keyboard."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from retnet_pro.answering.session import Entry
from retnet_pro.answering.sheet import Answered, Cleared, Skipped
from retnet_pro.conduct.handover import start
from retnet_pro.conduct.take import Bedside
from retnet_pro.record.event import Kind
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.subject import make_subject
from tests.fakes import MONITOR, NURSE

pytestmark = pytest.mark.usefixtures("no_qt_warnings")
FIFTH = make_subject("BER", 5)
CHANGES = 3


@pytest.fixture
def changed_site(clinic_site):
    """Question 1 stands as first put down; question 2 was taken back, left out when asked, and answered after all."""
    desk = clinic_site.desk()
    clinic_site.clock.set_day(date(2026, 11, 23), hour=10)
    sitting = start(desk, FIFTH, "baseline", "en", AnsweredBy.ALONE)
    bedside = Bedside(clinic_site.pen, clinic_site.library, sitting)
    session, _ = bedside.begin(0)
    one, two = session.instrument.items[0].id, session.instrument.items[1].id
    acts = (
        (one, Answered(1), None, False),
        (two, Answered(2), None, False),
        (two, Cleared(), 2, False),
        (two, Skipped(), 3, True),
        (two, Answered(3), 4, True),
    )
    entries = tuple(
        Entry(n=n, item=item, given=given, replaces=replaces, prompted=prompted, shown_at=clinic_site.clock().at)
        for n, (item, given, replaces, prompted) in enumerate(acts, start=1)
    )
    bedside.record(0, entries)
    bedside.finish(0, replace(session, given={one: Answered(1), two: Answered(3)}, entries=entries), ())
    return clinic_site


@pytest.fixture
def staff(make_staff, changed_site):
    made = make_staff(changed_site)
    made.log_in(MONITOR)
    made.window.frame.open_participant(FIFTH)
    made.settle()
    return made


def row(staff, place):
    return [staff.column("person.answers", column)[place] for column in range(4)]


@pytest.mark.rule("P07", "P15", "P17")
def test_each_value_says_whether_it_was_changed_since_it_was_first_put_down(staff):
    staff.click("person.show.answers")
    assert staff.column("person.answers", 3)[:3] == ["not changed", f"changed {CHANGES} times", "nothing put down"]
    model = staff.find("person.answers").model()
    signs = [model.index(place, 3).data(Qt.ItemDataRole.DecorationRole) is not None for place in range(3)]
    assert signs == [False, True, False], "a sign beside the word"


@pytest.mark.rule("P12", "P15", "P18", "P32")
def test_a_click_opens_every_act_below_the_value_and_another_closes_it(staff):
    staff.click("person.show.answers")
    table = staff.find("person.answers")
    count = table.model().rowCount()
    table.clicked.emit(table.model().index(1, 1))
    assert table.model().rowCount() == count + 4
    answers = [event.header.seq for event in staff.site.log.kept if event.header.kind is Kind.ANSWER][-5:]
    time = "23 Nov 2026, 10:02:03 (UTC+00:00)"
    assert [row(staff, place)[1] for place in range(2, 6)] == [
        f"Entry {place} of 4, {time}, event {seq}" for place, seq in enumerate(answers[1:], start=1)
    ]
    said = [row(staff, place)[2:] for place in range(2, 6)]
    assert [after for _, after in said] == [
        "first entry",
        "changed",
        "after the skip question",
        "after the skip question",
    ]
    assert said[0][0].startswith("2  ")
    assert [value for value, _ in said[1:3]] == ["taken back", "left out on purpose"]
    assert said[3][0] == row(staff, 1)[2], "the last act is the value that stands"
    table.clicked.emit(table.model().index(1, 1))
    assert table.model().rowCount() == count


@pytest.mark.rule("E115", "P17")
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_keyboard_opens_a_history_and_stays_at_its_value(staff, key):
    staff.click("person.show.answers")
    table = staff.find("person.answers")
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, key)
    assert row(staff, 2)[1].startswith("Entry 1 of 4")
    assert table.currentIndex().row() == 1
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, key)
    assert row(staff, 2)[1].startswith("Entry 1 of 4"), "an act has no history of its own"


def test_a_value_nobody_touched_has_nothing_to_open(staff):
    staff.click("person.show.answers")
    table = staff.find("person.answers")
    count = table.model().rowCount()
    table.clicked.emit(table.model().index(2, 1))
    assert table.model().rowCount() == count


def test_single_answers_are_opened_only_when_somebody_looks_at_them(staff, monkeypatch):
    asked = []
    desk = staff.window.frame._desk
    acts_of = desk.reader.acts_of
    monkeypatch.setattr(desk.reader, "acts_of", lambda ses: asked.append(ses) or acts_of(ses))
    staff.click("person.show.scores")
    assert asked == []
    staff.click("person.show.answers")
    staff.click("person.show.trends")
    staff.click("person.show.answers")
    assert len(asked) == 1


def test_another_response_has_its_own_history(make_staff, clinic_site):
    first = make_subject("BER", 1)
    staff = make_staff(clinic_site)
    staff.log_in(NURSE)
    staff.window.frame.open_participant(first)
    staff.settle()
    staff.click("person.show.answers")
    table = staff.find("person.answers")
    table.clicked.emit(table.model().index(0, 1))
    newest = row(staff, 1)[1]
    staff.find("person.answers.which", QComboBox).setCurrentIndex(3)
    staff.settle()
    assert set(staff.column("person.answers", 3)) == {"not changed"}
    table.clicked.emit(table.model().index(0, 1))
    assert row(staff, 1)[1] != newest
