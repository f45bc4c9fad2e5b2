"""One participant's page: scores, why some are missing, thresholds that are no facts, answers, and the look."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFrame, QMenu, QScrollArea

from retnet_pro.conduct.handover import start
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Role
from retnet_pro.gui import words
from retnet_pro.gui.charts import TrendChart
from retnet_pro.gui.staff import trends
from retnet_pro.gui.staff.form_view import Course
from retnet_pro.gui.staff.person_view import Mark, person
from retnet_pro.gui.staff.person_visits import PersonVisits
from retnet_pro.gui.staff.pieces import Voice, card, down, text
from retnet_pro.gui.staff.trends import Span, TrendGrid, threshold_said, trend_card
from retnet_pro.gui.theme import Theme
from retnet_pro.instrument.model import Status, Threshold
from retnet_pro.record.event import Kind
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.subject import make_subject
from tests.fakes import NURSE

pytestmark = pytest.mark.usefixtures("no_qt_warnings")
FIRST, SECOND, FIFTH, SIXTH = (make_subject("BER", number) for number in (1, 2, 5, 6))


@pytest.fixture
def staff(make_staff, clinic_site):
    made = make_staff(clinic_site)
    made.log_in(NURSE)
    made.window.frame.open_participant(FIRST)
    made.settle()
    return made


def rows(staff, table):
    places = range(staff.find(table).model().columnCount())
    return list(zip(*(staff.column(table, place) for place in places), strict=True))


@pytest.mark.rule("P10")
def test_every_look_is_written_down(staff):
    before = staff.site.log.kinds().count(Kind.VIEW)
    staff.window.frame.open_participant(SECOND)
    staff.settle()
    assert staff.site.log.kinds().count(Kind.VIEW) == before + 1
    assert staff.site.log.kept[-1].header.who == "nurse"


@pytest.mark.rule("P41")
def test_who_may_not_read_sees_why_and_no_scores(make_staff, clinic_site):
    administrator = Person("admin", "Administrator Demo", Role.ADMINISTRATOR)
    staff = make_staff(replace(clinic_site, people=(administrator,)))
    staff.log_in(administrator)
    staff.window.frame.open_participant(FIRST)
    staff.settle()
    assert staff.says("person.notice").startswith("The role 'administrator' may not read responses")
    assert staff.names("person.form.") == []


@pytest.mark.rule("E71", "E76")
def test_scores_show_one_decimal_and_say_why_they_are_missing(staff):
    staff.click("person.show.scores")
    table = {row[0]: row[1:] for row in rows(staff, "person.scores")}
    latest, last, _, remark = table["Physical functioning"]
    assert latest == "93.3"
    assert last.startswith("+33.3, better")
    assert last.endswith("\nfrom 60.0")
    assert remark == "higher is better"
    missing = "no score now\nfrom 50.0"
    assert table["Emotional functioning"] == ("–", missing, missing, "too few questions answered (0 of 4)")
    assert table["Summary score"][3] == "a score it is built from is missing (12 of 13)"
    assert table["Dyspnoea"][1] == "no earlier score"
    assert table["Dyspnoea"][2].startswith("\u2212")  # there was one at the first response


@pytest.mark.rule("E77")
def test_the_change_since_the_first_response_is_told_beside_the_one_since_the_last(staff):
    form = next(one for one in person(staff.site.desk(), FIRST).forms if one.id == "qlq-c30")
    staff.click("person.show.scores")
    table = {row[0]: row for row in rows(staff, "person.scores")}
    for course in form.courses:
        change = course.since_first
        if change.difference is not None:
            assert change.difference == course.latest.value - course.points[0].score.value
            assert table[course.name][3].endswith(f"from {words.points(course.points[0].score.value)}")


@pytest.mark.rule("E114", "E115")
def test_pointing_at_a_chart_and_going_through_it_by_keys_give_the_same_numbers(staff):
    chart = staff.find("trend.qlq-c30.PF2", TrendChart)
    staff.find("person.scroll", QScrollArea).ensureWidgetVisible(chart)
    QCoreApplication.processEvents()
    course = next(one for one in person(staff.site.desk(), FIRST).forms[0].courses if one.latest.code == "PF2")
    wanted = [f"{words.day(one.day)}: {words.points(one.score.value)}" for one in course.points]
    by_keys = []
    for _ in wanted:
        QTest.keyClick(chart, Qt.Key.Key_Right)
        by_keys.append(chart.said)
        assert chart.accessibleDescription() == chart.said
    assert by_keys == wanted
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.said == wanted[0]
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.said == wanted[0]
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.said == ""
    by_pointer = []
    for day in chart._trend.days:
        QTest.mouseMove(chart, QPoint(round(chart._x(day)), 20))
        chart.repaint()
        by_pointer.append(chart.said)
    assert by_pointer == wanted


def test_a_missing_score_says_why_when_it_is_pointed_at(staff):
    chart = staff.find("trend.qlq-c30.EF", TrendChart)
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.said.endswith("too few questions answered (0 of 4)")


def test_a_symptom_that_falls_is_better(staff):
    staff.click("person.show.scores")
    table = {row[0]: row for row in rows(staff, "person.scores")}
    assert table["Fatigue"][2].startswith("−33.3, better")
    assert table["Fatigue"][4] == "higher is worse"


def test_the_rule_for_change_is_named_under_the_table(staff):
    staff.click("person.show.scores")
    assert "10 points or more" in staff.says("person.scores.rule")
    assert "Osoba et al. 1998" in staff.says("person.scores.rule")


@pytest.mark.rule("E77")
def test_the_diary_has_no_rule_for_change_and_no_threshold(staff):
    staff.click("person.form.carcinoid-diary")
    assert staff.says("trend.carcinoid-diary.FLB.threshold") == "no published threshold"
    staff.click("person.show.scores")
    assert all("no published rule for change" in row[2] for row in rows(staff, "person.scores"))


@pytest.mark.rule("E78")
def test_unverified_thresholds_are_never_drawn(staff):
    assert staff.says("trend.qlq-c30.PF2.threshold") == "threshold not verified"
    assert staff.says("trend.qlq-c30.QL2.threshold") == "no published threshold"
    assert not is_amber_drawn(staff.find("trend.qlq-c30.PF2"))
    form = staff.site.library.instrument("qlq-c30")
    assert {cut.status for cut in form.thresholds} == {Status.UNVERIFIED}, (
        "the file has changed: test the drawn ones too"
    )


@pytest.mark.rule("E78")
@pytest.mark.parametrize("status", Status)
def test_a_threshold_is_drawn_exactly_when_its_status_allows(qtbot, clinic_site, status):
    course = a_course(clinic_site, status)
    card = trend_card(course, "form", Span(course.points[0].day, course.points[-1].day, ()), Theme())
    qtbot.addWidget(card)
    chart = card.findChild(TrendChart, f"trend.form.{course.latest.code}")
    assert is_amber_drawn(chart) is status.may_be_shown_as_fact
    assert ("41.5" in threshold_said(course)) is status.may_be_shown_as_fact


def a_course(site, status) -> Course:
    desk = site.desk()
    course = person(desk, FIRST).forms[0].courses[1]
    cut = Threshold(scale=course.latest.code, below=41.5, above=None, source="a paper", status=status)
    return replace(course, threshold=cut)


def is_amber_drawn(chart: TrendChart) -> bool:
    """Whether the colour of thresholds, which nothing else in a chart has, is on the glass."""
    chart.resize(200, chart.height())
    shown = chart.grab().toImage()
    amber = Theme().colours["amber"].rgb()
    return any(shown.pixel(x, y) == amber for x in range(shown.width()) for y in range(shown.height()))


@pytest.mark.rule("E73")
def test_what_is_unsure_is_marked_so(staff):
    assert staff.names("person.status") == []
    staff.click("person.form.qlq-ginet21")
    assert staff.says("person.status").startswith("UNSURE")
    assert "Item 46 in the treatment scale" in staff.says("person.variant")
    staff.click("person.form.carcinoid-diary")
    assert staff.says("person.status") == "defined by this project"


@pytest.mark.rule("E42")
def test_answers_are_shown_with_every_absence_in_words(staff):
    staff.click("person.show.answers")
    answers = {row[0]: row[2] for row in rows(staff, "person.answers")}
    assert answers["24"] == "left out on purpose"
    assert answers["21"] == "not reached"
    assert answers["1"].startswith("1  ")
    assert answers["29"].startswith("6 / 7") or answers["29"].startswith("7 / 7")
    staff.click("person.form.carcinoid-diary")
    assert {row[0]: row[2] for row in rows(staff, "person.answers")}["2"] == "not asked, hidden by an earlier answer"


@pytest.mark.rule("E133")
def test_an_answer_says_which_words_were_shown_in_which_language(staff):
    staff.click("person.show.answers")
    facts = staff.says("person.answers.facts")
    assert "English" in facts
    assert "demonstration wording, not the licensed questionnaire" in facts
    assert "Only on this device" in facts
    assert "The participant, alone" in facts and "On the tablet" in facts


@pytest.mark.rule("E54", "P32")
def test_earlier_responses_can_be_chosen_and_carry_their_time_with_offset(staff):
    staff.click("person.show.answers")
    which = staff.find("person.answers.which", QComboBox)
    assert which.count() == 6
    assert which.itemText(0) == "Week 36, 18 Jul 2026, 10:02 (UTC+00:00)"
    which.setCurrentIndex(5)
    assert which.currentText().startswith("Baseline, ")
    assert len(rows(staff, "person.answers")) == 30


def test_words_that_are_no_longer_here_give_way_to_neutral_topics(clinic_site):
    desk = clinic_site.desk()
    assert person(desk, FIRST).forms[0].responses[0].words_at_hand
    desk.library = OtherWords(desk.library)
    shown = person(desk, FIRST).forms[0].responses[0]
    assert not shown.words_at_hand
    assert shown.rows[0].question == desk.library.instrument("qlq-c30").items[0].topic


class OtherWords:
    """A library whose wordings have changed since."""

    def __init__(self, library):
        self.instrument = library.instrument
        self._library = library

    def wording(self, form, language):
        return replace(self._library.wording(form, language), hash="0" * 64)


def test_a_participant_without_answers_says_so(staff):
    staff.window.frame.open_participant(SIXTH)
    staff.settle()
    assert staff.names("person.none") == ["person.none"]
    assert staff.names("person.form.") == []


def test_the_time_line_knows_every_visit_and_embolization(clinic_site):
    view = person(clinic_site.desk(), FIRST)
    marks = [moment.mark for moment in view.moments]
    assert marks.count(Mark.EMBOLIZATION) == 2
    assert marks.count(Mark.ANSWERED) == 8
    assert marks.count(Mark.MISSED) == 1
    assert marks.count(Mark.RANDOMISED) == 1


def test_the_report_is_printed_where_somebody_says(staff, tmp_path: Path):
    staff.window.frame.person.save_pdf(tmp_path / "report.pdf")
    staff.settle()
    assert staff.paper.printed == [(FIRST, tmp_path / "report.pdf")]
    assert "report.pdf" in staff.says("person.notice")


def test_the_record_of_each_visit_that_has_begun_is_printed_where_somebody_says(staff, tmp_path: Path):
    visits = staff.window.frame.person.findChild(PersonVisits)
    menu = staff.find("person.visits.menu", QMenu)
    begun = person(staff.site.desk(), FIRST).visits
    assert [act.text() for act in menu.actions()] == [title for _, title in begun]
    assert begun[0][0] == "baseline"
    visits.save_record("baseline", tmp_path / "baseline.pdf")
    staff.settle()
    assert staff.paper.printed == [(FIRST, "baseline", tmp_path / "baseline.pdf")]
    assert "baseline.pdf" in staff.says("person.notice")


@pytest.mark.rule("P101")
def test_trends_leave_as_a_picture_and_scores_as_a_table_in_files_never_on_the_clipboard(staff, tmp_path: Path):
    page, clipboard = staff.window.frame.person, QGuiApplication.clipboard()
    clipboard.setText("as before")
    page.save_picture(tmp_path / "trends.png")
    staff.settle()
    assert "trends.png" in staff.says("person.notice")
    page.save_table(tmp_path / "scores.csv")
    staff.settle()
    assert "scores.csv" in staff.says("person.notice")
    first = person(staff.site.desk(), FIRST).forms[0].id
    assert staff.paper.copied == [
        ("trends", FIRST, first, tmp_path / "trends.png"),
        ("scores", FIRST, tmp_path / "scores.csv"),
    ]
    drawn = QImage(str(tmp_path / "trends.png"))
    assert drawn.width() == 2 * page.findChild(TrendGrid).width()
    assert len({drawn.pixel(x, 40) for x in range(0, 1200, 3)}) > 2, "the title stands above the cards"
    assert clipboard.text() == "as before"


def test_each_view_of_a_form_offers_its_own_copy(staff):
    offered = {}
    for key in ("scores", "answers", "trends"):
        staff.click(f"person.show.{key}")
        offered[key] = [name for name in ("picture", "table") if staff.find(f"person.{name}").isVisible()]
    assert offered == {"scores": ["table"], "answers": [], "trends": ["picture"]}


def test_other_colours_keep_the_place(staff):
    staff.click("rail.participants")
    staff.click("rail.look")
    assert staff.window.frame.place == "participants"
    assert len(staff.column("participants.table", 0)) == 6


def test_wide_cards_never_make_the_page_wider_than_the_window(qtbot, monkeypatch) -> None:
    def wide_card(*_facts: object) -> QFrame:
        return card(down(text("a remark that is never wrapped, however long", Voice.STRONG, wrap=False)))

    monkeypatch.setattr(trends, "trend_card", wide_card)
    area, grid = QScrollArea(), trends.TrendGrid(Theme())
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(grid)
    area.resize(1300, 700)
    area.show()
    day = date(2026, 1, 1)
    grid.present(SimpleNamespace(id="form", courses=range(16)), trends.Span(day, day, ()))
    qtbot.waitUntil(lambda: all(made.isVisible() for made in grid.findChildren(QFrame)))
    for width in (1300, 1000, 1280):
        area.resize(width, 700)
        qtbot.wait(50)
        assert grid.width() <= area.viewport().width()
        assert all(made.geometry().right() <= grid.width() for made in grid.findChildren(QFrame))


@pytest.mark.rule("E55", "T14")
def test_answers_given_while_the_clock_jumped_are_marked(make_staff, clinic_site):
    desk = clinic_site.desk()
    sitting = start(desk, FIFTH, "baseline", "en", AnsweredBy.ALONE)
    clinic_site.clock.jump(timedelta(hours=3))
    clinic_site.answer(sitting, {})
    staff = make_staff(clinic_site)
    staff.log_in()
    staff.window.frame.open_participant(FIFTH)
    staff.settle()
    staff.click("person.show.answers")
    assert "the clock of the device jumped" in staff.says("person.answers.facts")
    staff.window.frame.open_participant(FIRST)
    staff.settle()
    staff.click("person.show.answers")
    assert "the clock of the device jumped" not in staff.says("person.answers.facts")
