"""How a score came about: facts for the staff table and the auditor, no words (rule E76)."""

from collections.abc import Mapping
from dataclasses import dataclass

from retnet_pro.answering.sheet import Answer, Answered, NotReached
from retnet_pro.errors import Bug, Code
from retnet_pro.instrument.model import Direction, ItemId, Method, ScaleCode, Status
from retnet_pro.scoring.compute import answered_codes
from retnet_pro.scoring.compute import score as score_all
from retnet_pro.scoring.plan import Plan, PlannedScale
from retnet_pro.scoring.score import Score


@dataclass(frozen=True, slots=True)
class ItemUsed:
    """One item of the scale and the state it was in; it entered the score exactly when it is `Answered`."""

    item: ItemId
    number: int
    answer: Answer


@dataclass(frozen=True, slots=True)
class ComponentUsed:
    """One component scale of a score built from scores."""

    score: Score
    reversed: bool
    """Whether it enters as 100 minus its value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Everything needed to compute the score again by hand."""

    score: Score
    method: Method
    """Name of the formula."""
    reversed: bool
    direction: Direction
    items: tuple[ItemUsed, ...]
    components: tuple[ComponentUsed, ...]
    raw: float | None
    """Mean of the answered items; for a sum or burden, the number itself; None when nothing was answered."""
    lowest: int
    highest: int
    """Bounds of the item codes in the formula."""
    minimum_answered: int
    """How many items (or component scales) the procedure asks for."""
    source: str
    status: Status


def explain(plan: Plan, answers: Mapping[ItemId, Answer], score: Score) -> Explanation:
    """Return the facts behind one score of these answers.

    Raises:
        Bug: `UNEXPECTED`, when the plan has no such scale or is of another variant.
    """
    planned = plan.by_code.get(score.code)
    if planned is None or score.variant != plan.variant:
        raise Bug(Code.UNEXPECTED, why=f"{plan.form} has no scale {score.code} in variant '{score.variant}'")
    scale = planned.scale
    numbers = {item.id: item.number for item in plan.items}
    return Explanation(
        score=score,
        method=scale.method,
        reversed=scale.reversed,
        direction=scale.direction,
        items=tuple(ItemUsed(item, numbers[item], answers.get(item, NotReached())) for item in scale.items),
        components=_components(plan, planned, answers),
        raw=_raw(planned, answered_codes(plan, answers), score),
        lowest=planned.lowest,
        highest=planned.lowest + planned.span,
        minimum_answered=_needed(planned, answers),
        source=scale.source,
        status=scale.status,
    )


def _components(plan: Plan, planned: PlannedScale, answers: Mapping[ItemId, Answer]) -> tuple[ComponentUsed, ...]:
    if not planned.scale.components:
        return ()
    scores: dict[ScaleCode, Score] = {part.code: part for part in score_all(plan, answers)}
    return tuple(ComponentUsed(scores[code], is_reversed) for code, is_reversed in planned.scale.components)


def _raw(planned: PlannedScale, codes: Mapping[ItemId, int], score: Score) -> float | None:
    if planned.scale.method not in (Method.LINEAR_0_100, Method.MEAN):
        return score.value
    entered = [codes[item] for item in planned.scale.items if item in codes]
    return sum(entered) / len(entered) if entered else None


def _needed(planned: PlannedScale, answers: Mapping[ItemId, Answer]) -> int:
    """Return how many parts this score needs; a severity is needed only beside a count above 0."""
    scale = planned.scale
    match scale.method:
        case Method.MEAN_OF_SCALES:
            return len(scale.components)
        case Method.COUNT_TIMES_SEVERITY:
            counts = scale.items[::2]
            return len(scale.items) - sum(answers.get(count) == Answered(0) for count in counts)
        case _:
            return planned.minimum_answered
