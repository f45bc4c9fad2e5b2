"""What must hold for every response, not only for examples (rule E74)."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retnet_pro.answering.sheet import Answered, NotReached
from retnet_pro.instrument.model import Direction, ItemId, Method
from retnet_pro.scoring.compute import score
from retnet_pro.scoring.plan import make_plan


def values(plan, codes) -> dict[str, float | None]:
    answers = {item.id: NotReached() if codes[item.id] is None else Answered(codes[item.id]) for item in plan.items}
    return {part.code: part.value for part in score(plan, answers)}


def responses(instrument, *, complete=False):
    """Draw a response: any allowed code per item, or nothing."""
    return st.fixed_dictionaries(
        {
            item.id: st.sampled_from(item.scale.codes) if complete else st.none() | st.sampled_from(item.scale.codes)
            for item in instrument.items
        }
    )


def by_the_book(instrument, codes) -> dict[str, Fraction | None]:
    """Score QLQ-C30 as the procedure is printed: raw mean, then linear transformation, then the summary of thirteen."""
    scores: dict[str, Fraction | None] = {}
    for scale in instrument.scales:
        if scale.method is Method.MEAN_OF_SCALES:
            continue
        answered = [codes[item] for item in scale.items if codes[item] is not None]
        if 2 * len(answered) < len(scale.items) or not answered:
            scores[scale.code] = None
            continue
        item_range = 6 if scale.code == "QL2" else 3
        raw = Fraction(sum(answered), len(answered))
        share = (raw - 1) / item_range
        is_function = scale.direction is Direction.HIGHER_BETTER and scale.code != "QL2"
        scores[scale.code] = (1 - share) * 100 if is_function else share * 100
    symptoms = {"FA", "NV", "PA", "DY", "SL", "AP", "CO", "DI"}
    parts = [
        value if value is None or code not in symptoms else 100 - value
        for code, value in scores.items()
        if code not in ("QL2", "FI")
    ]
    scores["SUM"] = None if None in parts else sum(parts) / 13
    return scores


@pytest.mark.rule("E70", "E71", "E72", "E75")
@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_any_response_scores_as_the_procedure_is_printed(c30, data):
    codes = data.draw(responses(c30))
    expected = {code: None if exact is None else float(exact) for code, exact in by_the_book(c30, codes).items()}
    assert values(make_plan(c30), codes) == expected


@pytest.mark.rule("E74")
@pytest.mark.parametrize(("best", "well", "ill"), [(True, 100.0, 0.0), (False, 0.0, 100.0)])
def test_best_answers_give_the_best_score_and_worst_the_worst(c30, best, well, ill):
    codes = {item.id: item.scale.codes[0 if best is (item.number < 29) else -1] for item in c30.items}
    expected = {scale.code: well if scale.direction is Direction.HIGHER_BETTER else ill for scale in c30.scales}
    assert values(make_plan(c30), codes) == expected


@pytest.mark.rule("E74")
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_one_changed_item_moves_its_own_scale_and_the_summary_and_nothing_else(c30, data):
    plan = make_plan(c30)
    codes = data.draw(responses(c30, complete=True))
    item = data.draw(st.sampled_from(c30.items))
    other = data.draw(st.sampled_from([code for code in item.scale.codes if code != codes[item.id]]))
    before, after = values(plan, codes), values(plan, codes | {item.id: other})
    own = next(scale.code for scale in c30.scales if item.id in scale.items)
    expected = {own} if own in ("QL2", "FI") else {own, "SUM"}
    assert {code for code in before if before[code] != after[code]} == expected


@pytest.mark.rule("E71", "E74")
def test_half_of_the_items_is_enough_and_one_fewer_is_not(c30):
    plan = make_plan(c30)
    nothing: dict[ItemId, int | None] = dict.fromkeys(c30.by_id)
    for scale in c30.scales:
        half = (len(scale.items) + 1) // 2
        if scale.items:
            enough = nothing | dict.fromkeys(scale.items[:half], 2)
            too_few = nothing | dict.fromkeys(scale.items[: half - 1], 2)
            assert values(plan, enough)[scale.code] is not None, scale.code
            assert values(plan, too_few)[scale.code] is None, scale.code


@pytest.mark.rule("E74")
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_the_order_of_answers_and_of_items_does_not_matter(c30, hand, data):
    codes = data.draw(responses(c30))
    shuffled = data.draw(st.permutations(list(codes)))
    turned = hand.make_instrument("turned", c30.items[::-1], c30.scales)
    assert values(make_plan(c30), {item: codes[item] for item in shuffled}) == values(make_plan(turned), codes)


@pytest.mark.rule("E74", "E77")
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_missing_answer_is_never_the_answer_zero(diary, data):
    plan = make_plan(diary)
    codes = data.draw(responses(diary)) | {ItemId("q1"): None}
    missing, zero = values(plan, codes), values(plan, codes | {ItemId("q1"): 0})
    assert missing["FLUSH"] is None
    assert zero["FLUSH"] == 0.0


@pytest.mark.rule("E70")
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_scores_stay_between_0_and_100(c30, ginet21, data):
    form = data.draw(st.sampled_from([c30, ginet21]))
    scores = values(make_plan(form), data.draw(responses(form)))
    assert all(value is None or 0.0 <= value <= 100.0 for value in scores.values())
