"""Scores of one response: the only way from answers to numbers, on the tablet and at the centre."""

from collections.abc import Mapping

from retnet_pro.answering.sheet import Answer, Answered
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import ItemId, ScaleCode
from retnet_pro.scoring.methods import Ratio, count_times_severity, from_total, mean_of_scales
from retnet_pro.scoring.plan import Plan, PlannedScale
from retnet_pro.scoring.score import SCORING_VERSION, Score, Why


def score(plan: Plan, answers: Mapping[ItemId, Answer]) -> tuple[Score, ...]:
    """Return every scale of the plan in form order; an item without an answered code is missing, never 0 (rule E74).

    Raises:
        Refusal: `PAYLOAD_BROKEN`, when a code does not belong to its item's response scale.
    """
    codes = answered_codes(plan, answers)
    exact: dict[ScaleCode, Ratio] = {}
    scores = [_from_items(planned, codes, plan.variant, exact) for planned in plan.from_items]
    for place, planned in plan.from_scales:
        scores.insert(place, _from_scales(planned, plan.variant, exact))
    return tuple(scores)


def answered_codes(plan: Plan, answers: Mapping[ItemId, Answer]) -> dict[ItemId, int]:
    """Return the codes of the answered items only.

    Raises:
        Refusal: `PAYLOAD_BROKEN`, naming the item, when a code does not belong to it.
    """
    codes: dict[ItemId, int] = {}
    for item, allowed in plan.allowed:
        answer = answers.get(item)
        if type(answer) is Answered:
            code = answer.code
            if code not in allowed:
                raise Refusal(Code.PAYLOAD_BROKEN, what=f"item {item} of {plan.form}", why="the code is not an option")
            codes[item] = code
    return codes


def _from_items(
    planned: PlannedScale, codes: Mapping[ItemId, int], variant: str, exact: dict[ScaleCode, Ratio]
) -> Score:
    """Score one scale from its items and keep its exact value for scales built from it.

    Written out rather than gathered with comprehensions: it runs for every scale of every response, and this is a third
    faster.
    """
    if planned.formula is None:
        return _burden(planned, codes, variant, exact)
    items = planned.items
    total = used = 0
    for item in items:
        code = codes.get(item)
        if code is not None:
            total += code
            used += 1
    if used < planned.minimum_answered:
        return Score(planned.code, None, Why.TOO_FEW_ANSWERED, used, len(items), variant, SCORING_VERSION)
    numerator, denominator = exact[planned.code] = from_total(planned.formula, total, used)
    return Score(planned.code, numerator / denominator, None, used, len(items), variant, SCORING_VERSION)


def _burden(planned: PlannedScale, codes: Mapping[ItemId, int], variant: str, exact: dict[ScaleCode, Ratio]) -> Score:
    burden = count_times_severity(planned.items, codes)
    used, of = sum(item in codes for item in planned.items), len(planned.items)
    if burden is None:
        return Score(planned.code, None, Why.TOO_FEW_ANSWERED, used, of, variant, SCORING_VERSION)
    exact[planned.code] = (burden, 1)
    return Score(planned.code, float(burden), None, used, of, variant, SCORING_VERSION)


def _from_scales(planned: PlannedScale, variant: str, exact: Mapping[ScaleCode, Ratio]) -> Score:
    """Score one scale from component scales; all of them are needed (rule E72)."""
    components = planned.scale.components
    parts = [(exact[code], is_reversed) for code, is_reversed in components if code in exact]
    used, of = len(parts), len(components)
    if used < of:
        return Score(planned.code, None, Why.COMPONENT_MISSING, used, of, variant, SCORING_VERSION)
    numerator, denominator = mean_of_scales(parts)
    return Score(planned.code, numerator / denominator, None, used, of, variant, SCORING_VERSION)
