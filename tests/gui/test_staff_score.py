"""How a score came about, in the window: every question, the formula with the numbers put in, the threshold."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from retnet_pro.answering.sheet import Answered
from retnet_pro.conduct.correction import correct
from retnet_pro.errors import Code, Refusal
from retnet_pro.gui.interface import install
from retnet_pro.gui.staff.score_account import score_account
from retnet_pro.gui.staff.score_said import (
    counted_said,
    formula_said,
    method_said,
    number,
    result_said,
    threshold_said,
)
from retnet_pro.instrument.model import InstrumentId, ItemId, ScaleCode, Status, Threshold
from retnet_pro.record.amendment import Source, WhyAmended
from retnet_pro.scoring.explain import score_and_explain
from retnet_pro.scoring.interpretation import NoThreshold, Standing, ThresholdVerdict
from retnet_pro.scoring.plan import make_plan
from retnet_pro.study.subject import make_subject
from tests.fakes import HOUSE, MONITOR, FakeSite, enrolled, visit

pytestmark = [pytest.mark.usefixtures("no_qt_warnings"), pytest.mark.rule("E76")]
FIRST = make_subject("BER", 1)
GIVEN = {"q1": 2, "q2": 2, "q3": 1, "q4": None, "q5": 1, "q6": None, "q7": None, "q29": 5, "q30": 6}


@pytest.fixture(scope="module")
def answered():
    """A site where one participant answered the baseline: some questions as told, the others all with their lowest."""
    site = FakeSite()
    desk = site.desk()
    enrolled(desk, site.clock, FIRST, date(2026, 11, 17), "be")
    given = {item: None if code is None else Answered(code) for item, code in GIVEN.items()}
    visit(site, desk, FIRST, "baseline", date(2026, 11, 20), given=given, level=0)
    return site


def account(site, code, form="qlq-c30"):
    desk = site.desk(MONITOR)
    (taken,) = [one for one in desk.responses_of(FIRST) if one.response.form.id == form]
    return score_account(desk, FIRST, taken.response.ses, ScaleCode(code))


@pytest.mark.rule("E70")
def test_a_reversed_scale_shows_its_questions_and_both_steps(answered):
    pf2 = account(answered, "PF2")
    assert [(row.answer.number, row.answer.item, row.counts) for row in pf2.items] == [
        (1, "q1", True), (2, "q2", True), (3, "q3", True), (4, "q4", False), (5, "q5", True),
    ]  # fmt: skip
    assert formula_said(pf2.explanation) == (
        "Raw score: (2 + 2 + 1 + 1) / 4 = 1.5",
        "Score: (1 − (1.5 − 1) / (4 − 1)) × 100 = 83.3333",
    )
    assert counted_said(pf2.explanation) == "4 of 5 questions are answered; at least 3 are needed."
    assert "turned round" in method_said(pf2.explanation)
    assert result_said(pf2) == ("Displayed as 83.3; on record as 83.33333333333333.",)
    assert pf2.is_same_again and pf2.original is None
    assert [one.ses for one in pf2.others] == [pf2.response.ses]


def test_a_scale_that_is_not_reversed_has_its_own_range(answered):
    ql2 = account(answered, "QL2")
    assert formula_said(ql2.explanation)[1] == "Score: (5.5 − 1) / (7 − 1) × 100 = 75"
    assert "turned round" not in method_said(ql2.explanation)


@pytest.mark.rule("E71")
def test_without_enough_answers_there_is_no_formula_but_a_reason(answered):
    rf2 = account(answered, "RF2")
    assert formula_said(rf2.explanation) == ()
    assert result_said(rf2) == ("No score: too few questions answered (0 of 2)",)
    assert not any(row.counts for row in rf2.items)


@pytest.mark.rule("E72")
def test_a_score_built_from_scores_shows_its_parts_and_which_one_is_lacking(answered):
    summary = account(answered, "SUM")
    assert summary.items == () and len(summary.parts) == 13
    assert counted_said(summary.explanation) == "12 of 13 scores are there; all 13 are needed."
    assert [row.name for row in summary.parts if row.used.score.value is None] == ["Role functioning"]
    assert formula_said(summary.explanation) == ()
    plan = make_plan(answered.library.instrument("qlq-c30"))
    full = {**summary.response.answers, ItemId("q6"): Answered(1), ItemId("q7"): Answered(2)}
    (said,) = formula_said(next(one for one in score_and_explain(plan, full) if one.score.code == "SUM"))
    value = sum(100 - one.score.value if one.reversed else one.score.value for one in _parts(plan, full)) / 13
    assert said.startswith("Score: (83.3333 + 83.3333 + ") and said.endswith(f" + (100 − 0)) / 13 = {number(value)}")
    assert said.count("(100 − ") == 8


def _parts(plan, answers):
    return next(one for one in score_and_explain(plan, answers) if one.score.code == "SUM").components


@pytest.mark.rule("E77")
def test_a_burden_shows_its_pairs(answered):
    burden = account(answered, "FLB", "carcinoid-diary")
    assert formula_said(burden.explanation) == ("Score: 0 × – = 0",)
    plan = make_plan(answered.library.instrument("carcinoid-diary"))
    some = {item: Answered(3) for item in burden.explanation.planned.items}
    (again,) = formula_said(next(one for one in score_and_explain(plan, some) if one.score.code == "FLB"))
    assert again == "Score: 3 × 3 = 9"
    assert isinstance(burden.verdict, NoThreshold)


@pytest.mark.rule("E78")
@pytest.mark.parametrize("status", Status)
def test_a_threshold_is_told_as_a_fact_exactly_when_its_status_allows(status):
    cut = Threshold(scale=ScaleCode("PF2"), below=83, above=None, source="a paper", status=status)
    said = threshold_said(ThresholdVerdict(Standing.BEYOND, cut))
    assert "below 83" in said
    assert ("not verified" in said) is ("do not act" in said) is not status.may_be_shown_as_fact
    for standing in (Standing.WITHIN, Standing.NOT_COMPARABLE):
        assert ("not verified" in threshold_said(ThresholdVerdict(standing, cut))) is not status.may_be_shown_as_fact
    both = threshold_said(ThresholdVerdict(Standing.WITHIN, replace(cut, above=90.5)))
    assert "below 83, above 90.5" in both
    assert threshold_said(NoThreshold(ScaleCode("QL2"))) == "No published threshold."


@pytest.mark.rule("E101")
def test_after_a_correction_the_score_is_followed_from_what_stands_now():
    site = FakeSite()
    desk = site.desk()
    enrolled(desk, site.clock, FIRST, date(2026, 11, 17), "be")
    visit(site, desk, FIRST, "baseline", date(2026, 11, 20), given={f"q{n}": Answered(1) for n in range(1, 6)}, level=0)
    ses = next(one.response.ses for one in desk.responses_of(FIRST) if one.response.form.id == "qlq-c30")
    how = {"why": WhyAmended.LEFT_OUT, "note": "seen again", "source": Source.OWN_REQUEST}
    correct(desk, FIRST, ses, ItemId("q1"), Answered(4), **how)
    pf2 = account(site, "PF2")
    assert formula_said(pf2.explanation)[0] == "Raw score: (4 + 1 + 1 + 1 + 1) / 5 = 1.6"
    assert result_said(pf2)[1] == "Before an answer was corrected: 100.0."
    assert pf2.is_same_again


def test_a_score_on_record_that_its_answers_do_not_give_is_told(answered, monkeypatch):
    desk = answered.desk(MONITOR)
    every = desk.responses_of(FIRST)
    (one,) = [taken for taken in every if taken.response.form.id == "qlq-c30"]
    scores = tuple(score._replace(value=12.5) if score.code == "PF2" else score for score in one.response.scores)
    other = replace(one, response=replace(one.response, scores=scores))
    monkeypatch.setattr(desk, "responses_of", lambda _: (other,))
    assert not score_account(desk, FIRST, one.response.ses, ScaleCode("PF2")).is_same_again
    assert score_account(desk, FIRST, one.response.ses, ScaleCode("QL2")).is_same_again
    form = replace(one.response.form, hash="0" * 64)
    monkeypatch.setattr(desk, "responses_of", lambda _: (replace(one, response=replace(one.response, form=form)),))
    with pytest.raises(Refusal) as caught:
        score_account(desk, FIRST, one.response.ses, ScaleCode("PF2"))
    assert caught.value.code is Code.SCORE_UNEXPLAINED


def test_numbers_have_no_decimals_they_do_not_need():
    assert [number(one) for one in (100.0, 83.333333333, 1.4, 0.0, -0.00001)] == ["100", "83.3333", "1.4", "0", "0"]


def open_scores(make_staff, site, form="qlq-c30"):
    staff = make_staff(site)
    staff.log_in(MONITOR)
    staff.window.frame.open_participant(FIRST)
    staff.settle()
    staff.click(f"person.form.{InstrumentId(form)}")
    staff.click("person.show.scores")
    return staff


@pytest.mark.rule("E78", "E115")
def test_a_monitor_follows_a_score_by_the_keyboard_and_comes_back(make_staff, clinic_site):
    staff = open_scores(make_staff, clinic_site)
    assert "how it came about" in staff.says("person.scores.how")
    head = clinic_site.log.head()
    table = staff.find("person.scores")
    table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    staff.settle()
    assert clinic_site.log.head() == head, "it is the page that was opened, and no look of its own"
    assert staff.says("score.title") == "How this score came about"
    assert staff.says("score.line").startswith(f"Physical functioning · {FIRST}")
    assert staff.says("score.value") == "93.3"
    assert staff.column("score.items", 3) == ["counts"] * 5
    assert staff.says("score.step.0").startswith("Raw score: (")
    assert "not verified" in staff.says("score.threshold")
    assert staff.says("score.threshold.status").startswith("UNVERIFIED")
    assert "the same as on record" in staff.says("score.again")
    assert "Scoring version 1" in staff.says("score.version")
    which = staff.find("score.which", QComboBox)
    before = staff.says("score.step.0")
    which.setCurrentIndex(which.count() - 1)
    which.activated.emit(which.count() - 1)
    staff.settle()
    assert staff.says("score.value") == "60.0" and staff.says("score.step.0") != before
    staff.click("score.back")
    assert staff.names("person.scores")


@pytest.mark.rule("E130")
def test_it_is_told_in_german(answered):
    translator = install(HOUSE / "translations", "de")
    try:
        assert "umgekehrt" in method_said(account(answered, "PF2").explanation)
        assert formula_said(account(answered, "PF2").explanation)[0].startswith("Rohwert: (2 + 2")
        assert result_said(account(answered, "RF2"))[0].startswith("Kein Wert: ")
    finally:
        QCoreApplication.removeTranslator(translator)
