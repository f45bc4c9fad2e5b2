"""Cuts and changes come with their source and are never dressed up as fact (rules E77, E78)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retnet_pro.instrument.model import Direction, ScaleCode, Status
from retnet_pro.scoring.interpretation import (
    Change,
    NoThreshold,
    Standing,
    WhyNot,
    change_rule,
    compare,
    judge_change,
    judge_threshold,
)
from retnet_pro.scoring.score import SCORING_VERSION, Score, Why


def made(code: str, value: float | None, **over: str) -> Score:
    why = Why.TOO_FEW_ANSWERED if value is None else None
    return Score(ScaleCode(code), value, why, 1, 1, over.get("variant", ""), over.get("version", SCORING_VERSION))


@pytest.mark.rule("E78")
@pytest.mark.parametrize(
    ("code", "value", "standing"),
    [
        ("PF2", 80.0, Standing.BEYOND),
        ("PF2", 83.0, Standing.WITHIN),
        ("PF2", 260 / 3, Standing.WITHIN),
        ("PF2", None, Standing.NOT_COMPARABLE),
        ("FA", 100 / 3, Standing.WITHIN),
        ("FA", 39.0, Standing.WITHIN),
        ("FA", 400 / 9, Standing.BEYOND),
    ],
)
def test_a_score_is_beyond_its_cut_only_when_past_it(c30, code, value, standing):
    assert judge_threshold(c30, made(code, value)).standing is standing


@pytest.mark.rule("E78")
def test_an_unverified_cut_is_never_shown_as_fact_and_carries_its_source(c30):
    verdict = judge_threshold(c30, made("PF2", 50.0))
    assert (verdict.threshold.source, verdict.threshold.status) == ("a paper", Status.UNVERIFIED)
    assert not verdict.may_be_shown_as_fact
    assert judge_threshold(c30, made("FA", 50.0)).may_be_shown_as_fact


@pytest.mark.rule("E77", "E78")
def test_where_no_cut_is_published_none_is_made_up(c30, ginet21):
    assert judge_threshold(c30, made("QL2", 10.0)) == NoThreshold(ScaleCode("QL2"))
    assert judge_threshold(ginet21, made("ED", 90.0)) == NoThreshold(ScaleCode("ED"))


@pytest.mark.rule("E77", "E78")
def test_the_shipped_forms_invent_no_cut(shipped):
    for form in shipped.values():
        assert all(cut.source for cut in form.thresholds)
        assert form.id == "qlq-c30" or not form.thresholds
    assert {cut.status for cut in shipped["qlq-c30"].thresholds} == {Status.UNVERIFIED}


@pytest.mark.parametrize(
    ("code", "before", "after", "change"),
    [
        ("QL2", 50.0, 60.0, Change.IMPROVED),
        ("QL2", 60.0, 50.0, Change.WORSENED),
        ("QL2", 60.0, 50.1, Change.NO_RELEVANT_CHANGE),
        ("FA", 60.0, 50.0, Change.IMPROVED),
        ("FA", 50.0, 60.0, Change.WORSENED),
        ("FA", 50.0, 50.0, Change.NO_RELEVANT_CHANGE),
        ("PF2", 66.6667, 56.6667, Change.WORSENED),
        ("PF2", 66.6667, 56.67, Change.NO_RELEVANT_CHANGE),
        ("EF", 50.0, 55.0, Change.IMPROVED),
    ],
)
def test_change_counts_from_the_threshold_on_and_its_sign_follows_the_direction(c30, code, before, after, change):
    assert judge_change(c30, ScaleCode(code), made(code, before), made(code, after)).change is change


def test_a_change_names_its_rule_and_difference(c30):
    verdict = judge_change(c30, ScaleCode("EF"), made("EF", 50.0), made("EF", 62.5))
    assert (verdict.difference, verdict.rule.points, verdict.rule.source) == (12.5, 5.0, "a guess")
    assert not verdict.may_be_shown_as_fact
    assert judge_change(c30, ScaleCode("QL2"), made("QL2", 50.0), made("QL2", 62.5)).may_be_shown_as_fact


@pytest.mark.parametrize(
    ("before", "after", "why_not"),
    [
        (None, made("QL2", 50.0), WhyNot.NO_SCORE_BEFORE),
        (made("QL2", None), made("QL2", 50.0), WhyNot.NO_SCORE_BEFORE),
        (made("QL2", 50.0), None, WhyNot.NO_SCORE_AFTER),
        (made("QL2", 50.0), made("QL2", None), WhyNot.NO_SCORE_AFTER),
        (made("QL2", 50.0, variant="A"), made("QL2", 50.0, variant="B"), WhyNot.OTHER_SCORING),
        (made("QL2", 50.0), made("QL2", 50.0, version="0"), WhyNot.OTHER_SCORING),
        (made("QL2", 50.0), made("PF2", 50.0), WhyNot.OTHER_SCORING),
    ],
)
def test_what_cannot_be_compared_says_why(c30, before, after, why_not):
    verdict = judge_change(c30, ScaleCode("QL2"), before, after)
    assert (verdict.change, verdict.why_not) == (Change.NOT_COMPARABLE, why_not)
    assert not verdict.may_be_shown_as_fact


@pytest.mark.rule("E78")
def test_without_a_rule_there_is_no_verdict_on_a_change(ginet21):
    verdict = judge_change(
        ginet21,
        ScaleCode("ED"),
        made("ED", 10.0, variant="A_scoring_sheet"),
        made("ED", 90.0, variant="A_scoring_sheet"),
    )
    assert (verdict.change, verdict.why_not, verdict.difference) == (Change.NOT_COMPARABLE, WhyNot.NO_RULE, 80.0)


def test_a_scale_uses_its_own_rule_before_the_general_one(c30):
    assert change_rule(c30, ScaleCode("EF")).points == 5.0
    assert change_rule(c30, ScaleCode("QL2")).points == 10.0
    assert change_rule(replace(c30, changes=()), ScaleCode("QL2")) is None


@given(
    before=st.floats(0, 100),
    after=st.floats(0, 100),
    points=st.floats(0, 50),
    direction=st.sampled_from(list(Direction)),
)
def test_there_and_back_is_the_opposite_verdict(before, after, points, direction):
    opposite = {
        Change.IMPROVED: Change.WORSENED,
        Change.WORSENED: Change.IMPROVED,
        Change.NO_RELEVANT_CHANGE: Change.NO_RELEVANT_CHANGE,
    }
    assert compare(after, before, points, direction) is opposite[compare(before, after, points, direction)]
