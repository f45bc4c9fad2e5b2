"""Scores of one response: the only way from answers to numbers, on the tablet and at the centre."""

from collections.abc import Mapping

from retnet_pro.answering.sheet import Answer, Answered
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import ItemId, Method, ScaleCode
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
    simple: dict[ScaleCode, Score] = {}
    for planned in plan.scales:
        if planned.scale.method is not Method.MEAN_OF_SCALES:
            simple[planned.scale.code] = _from_items(planned, codes, plan.variant, exact)
    return tuple(
        [
            simple.get(planned.scale.code) or _from_scales(planned, plan.variant, exact)  # a Score is never empty
            for planned in plan.scales
        ]
    )


def answered_codes(plan: Plan, answers: Mapping[ItemId, Answer]) -> dict[ItemId, int]:
    """Return the codes of the answered items only.

    Raises:
        Refusal: `PAYLOAD_BROKEN`, naming the item, when a code does not belong to it.
    """
    codes: dict[ItemId, int] = {}
    for item, allowed in plan.allowed:
        answer = answers.get(item)
        if type(answer) is Answered:
            if answer.code not in allowed:
                raise Refusal(Code.PAYLOAD_BROKEN, what=f"item {item} of {plan.form}", why="the code is not an option")
            codes[item] = answer.code
    return codes


def _from_items(
    planned: PlannedScale, codes: Mapping[ItemId, int], variant: str, exact: dict[ScaleCode, Ratio]
) -> Score:
    """Score one scale from its items and keep its exact value for scales built from it."""
    scale = planned.scale
    items = scale.items
    if scale.method is Method.COUNT_TIMES_SEVERITY:
        ratio, used = count_times_severity(items, codes)
    else:
        entered = [codes[item] for item in items if item in codes]
        used = len(entered)
        ratio = from_total(planned, sum(entered), used)
    if ratio is None:
        return Score(scale.code, None, Why.TOO_FEW_ANSWERED, used, len(items), variant, SCORING_VERSION)
    exact[scale.code] = ratio
    return Score(scale.code, ratio[0] / ratio[1], None, used, len(items), variant, SCORING_VERSION)


def _from_scales(planned: PlannedScale, variant: str, exact: Mapping[ScaleCode, Ratio]) -> Score:
    """Score one scale from component scales; all of them are needed (rule E72)."""
    components = planned.scale.components
    parts = [(exact[code], is_reversed) for code, is_reversed in components if code in exact]
    used, of = len(parts), len(components)
    if used < of:
        return Score(planned.scale.code, None, Why.COMPONENT_MISSING, used, of, variant, SCORING_VERSION)
    numerator, denominator = mean_of_scales(parts)
    return Score(planned.scale.code, numerator / denominator, None, used, of, variant, SCORING_VERSION)
