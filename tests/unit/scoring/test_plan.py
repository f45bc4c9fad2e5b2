"""A form is compiled once, and refused then, never in the middle of a response."""

import pytest

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import Method, ScaleCode
from retnet_pro.scoring.plan import make_plan


def codes_of(plan) -> list[str]:
    return [planned.code for planned in plan.scales]


@pytest.mark.rule("E70")
def test_scales_keep_the_order_of_the_form(c30):
    assert codes_of(make_plan(c30)) == [scale.code for scale in c30.scales]


@pytest.mark.rule("E73")
def test_the_declared_default_variant_is_taken_and_named(ginet21):
    plan = make_plan(ginet21)
    assert plan.variant == "A_scoring_sheet"
    assert "WG" not in codes_of(plan)
    assert plan.by_code[ScaleCode("TR")].items == ("q39", "q40", "q46")


@pytest.mark.rule("E73")
def test_the_other_variant_makes_weight_gain_a_scale_of_its_own(ginet21):
    plan = make_plan(ginet21, "B_validation")
    assert codes_of(plan) == ["ED", "GI", "TR", "SF21", "DRW", "MBP", "SX", "INF", "BI", "WG"]
    assert plan.by_code[ScaleCode("TR")].items == ("q39", "q40")


@pytest.mark.rule("E73")
@pytest.mark.parametrize("variant", ["", "C", "a_scoring_sheet"])
def test_an_unknown_variant_is_refused_and_the_known_ones_are_named(ginet21, variant):
    with pytest.raises(Refusal) as refused:
        make_plan(ginet21, variant)
    assert refused.value.code is Code.VARIANT_UNKNOWN
    assert refused.value.facts["known"] == "A_scoring_sheet, B_validation"


def test_a_form_with_one_way_to_score_knows_no_variant(c30):
    assert make_plan(c30, "").variant == ""
    with pytest.raises(Refusal):
        make_plan(c30, "A")


@pytest.mark.rule("E74")
def test_a_scale_never_needs_fewer_than_one_answer(hand):
    form = hand.make_instrument("f", [hand.make_item(1, hand.four)], [hand.make_scale("X", (1,), minimum_answered=0)])
    assert make_plan(form).scales[0].minimum_answered == 1


def broken_scales(hand):
    return [
        hand.make_scale("EMPTY", ()),
        hand.make_scale("GHOST", (1, 99)),
        hand.make_scale("MIXED", (1, 2)),
        hand.make_scale("ODD", (1,), Method.COUNT_TIMES_SEVERITY),
        hand.make_scale("NONE", (), Method.MEAN_OF_SCALES),
        hand.make_scale("LOST", (), Method.MEAN_OF_SCALES, components=((ScaleCode("NOWHERE"), False),)),
        hand.make_scale("SELF", (), Method.MEAN_OF_SCALES, components=((ScaleCode("SELF"), False),)),
    ]


def test_every_scale_that_cannot_be_computed_is_named_at_once(hand):
    items = [hand.make_item(1, hand.four), hand.make_item(2, hand.seven)]
    with pytest.raises(Refusal) as refused:
        make_plan(hand.make_instrument("broken", items, broken_scales(hand)))
    assert refused.value.code is Code.FORM_BROKEN
    findings = str(refused.value.facts["findings"]).split("; ")
    assert [finding.split()[1] for finding in findings] == ["EMPTY", "GHOST", "MIXED", "ODD", "NONE", "LOST", "SELF"]


def test_every_shipped_form_can_be_scored_in_every_variant(shipped):
    assert shipped
    for form in shipped.values():
        for variant in [declared.id for declared in form.variants] or [""]:
            assert make_plan(form, variant).scales
