"""Every score can be computed again by hand from its explanation (rule E76)."""

import pytest

from retnet_pro.answering.sheet import Answered, NotPresented, NotReached, Skipped
from retnet_pro.errors import Bug, Refusal
from retnet_pro.instrument.model import Direction, ItemId, Method, ScaleCode, Status
from retnet_pro.scoring.compute import score
from retnet_pro.scoring.explain import ItemUsed, explain, score_and_explain
from retnet_pro.scoring.plan import make_plan


def explained(plan, answers) -> dict[str, object]:
    return {explanation.score.code: explanation for explanation in score_and_explain(plan, answers)}


@pytest.mark.rule("E76")
def test_a_functional_scale_shows_its_items_raw_score_and_formula(c30, hand):
    pf2 = explained(make_plan(c30), hand.answers_of(hand.worked))["PF2"]
    assert [(used.number, used.answer.code) for used in pf2.items] == [(1, 2), (2, 2), (3, 1), (4, 1), (5, 1)]
    assert (pf2.method, pf2.reversed, pf2.direction) == (Method.LINEAR_0_100, True, Direction.HIGHER_BETTER)
    assert (pf2.raw, pf2.lowest, pf2.highest, pf2.minimum_answered) == (1.4, 1, 4, 3)
    assert (pf2.source, pf2.status) == ("made up for this test", Status.CONFIRMED)
    assert pf2.score.value == pytest.approx((1 - (pf2.raw - pf2.lowest) / (pf2.highest - pf2.lowest)) * 100, abs=1e-9)


@pytest.mark.rule("E76")
def test_the_global_scale_has_the_wider_range(c30, hand):
    ql2 = explained(make_plan(c30), hand.answers_of(hand.worked))["QL2"]
    assert (ql2.raw, ql2.lowest, ql2.highest, ql2.reversed) == (5.0, 1, 7, False)


@pytest.mark.rule("E72", "E76")
def test_the_summary_shows_its_thirteen_parts_and_which_are_turned(c30, hand):
    summary = explained(make_plan(c30), hand.answers_of(hand.worked))["SUM"]
    assert summary.items == ()
    assert summary.minimum_answered == len(summary.components) == 13
    turned = [part.score.code for part in summary.components if part.reversed]
    assert turned == ["FA", "NV", "PA", "DY", "SL", "AP", "CO", "DI"]
    again = sum(100 - part.score.value if part.reversed else part.score.value for part in summary.components) / 13
    assert summary.score.value == pytest.approx(again, abs=1e-9)


@pytest.mark.rule("E42", "E76")
def test_an_item_that_did_not_enter_shows_which_absence_it_was(c30, hand):
    answers = hand.answers_of(hand.worked) | {ItemId("q6"): Skipped()}
    del answers[ItemId("q7")]
    rf2 = explained(make_plan(c30), answers)["RF2"]
    assert rf2.items == (ItemUsed(ItemId("q6"), 6, Skipped()), ItemUsed(ItemId("q7"), 7, NotReached()))
    assert rf2.raw is None
    assert rf2.score.value is None


@pytest.mark.rule("E76", "E77")
def test_a_burden_needs_its_severity_only_beside_a_count_above_zero(diary):
    none = {ItemId("q1"): Answered(0), ItemId("q2"): NotPresented()}
    some = {ItemId("q1"): Answered(3), ItemId("q2"): Answered(2)}
    plan = make_plan(diary)
    assert (explained(plan, none)["FLUSH"].minimum_answered, explained(plan, none)["FLUSH"].raw) == (1, 0.0)
    assert (explained(plan, some)["FLUSH"].minimum_answered, explained(plan, some)["FLUSH"].raw) == (2, 6.0)


@pytest.mark.rule("E76")
def test_one_score_explained_alone_says_the_same_as_all_together(c30, ginet21, hand):
    answers = hand.answers_of(hand.worked)
    plan = make_plan(c30)
    assert tuple(explain(plan, answers, part) for part in score(plan, answers)) == score_and_explain(plan, answers)
    assert tuple(part.score for part in score_and_explain(plan, answers)) == score(plan, answers)
    with pytest.raises(Bug):
        explain(make_plan(ginet21), answers, score(plan, answers)[0])


@pytest.mark.rule("E73")
def test_a_score_of_another_variant_is_not_explained_with_this_one(ginet21):
    treatment = next(part for part in score(make_plan(ginet21, "B_validation"), {}) if part.code == ScaleCode("TR"))
    with pytest.raises(Bug):
        explain(make_plan(ginet21), {}, treatment)


def test_what_cannot_be_scored_cannot_be_explained(c30):
    with pytest.raises(Refusal):
        score_and_explain(make_plan(c30), {ItemId("q1"): Answered(9)})
