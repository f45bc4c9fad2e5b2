"""How a score came about: facts for the staff table and the auditor, no words (rule E76)."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from retnet_pro.answering.sheet import Answer, Answered, NotReached
from retnet_pro.errors import Bug, Code
from retnet_pro.instrument.model import Direction, ItemId, Method, ScaleCode, Status
from retnet_pro.scoring.compute import score as score_all
from retnet_pro.scoring.plan import Plan, PlannedScale
from retnet_pro.scoring.score import Score

_NOT_REACHED = NotReached()


class ItemUsed(NamedTuple):
    """One item of the scale and the state it was in; it entered the score exactly when it is `Answered`."""

    item: ItemId
    number: int
    answer: Answer


class ComponentUsed(NamedTuple):
    """One component scale of a score built from scores."""

    score: Score
    reversed: bool
    """Whether it enters as 100 minus its value."""


class Explanation(NamedTuple):
    """Everything needed to compute the score again by hand."""

    score: Score
    planned: PlannedScale
    items: tuple[ItemUsed, ...]
    components: tuple[ComponentUsed, ...]

    @property
    def method(self) -> Method:
        """Name of the formula."""
        return self.planned.scale.method

    @property
    def reversed(self) -> bool:
        """Whether the best answer gives 100 instead of 0."""
        return self.planned.scale.reversed

    @property
    def direction(self) -> Direction:
        """What a higher score means."""
        return self.planned.scale.direction

    @property
    def raw(self) -> float | None:
        """Mean of the answered items; for a sum or burden, the number itself; None when there is none."""
        if self.method not in (Method.LINEAR_0_100, Method.MEAN):
            return self.score.value
        entered = [used.answer.code for used in self.items if isinstance(used.answer, Answered)]
        return sum(entered) / len(entered) if entered else None

    @property
    def lowest(self) -> int:
        """Smallest item code of the formula."""
        return self.planned.lowest

    @property
    def highest(self) -> int:
        """Largest item code of the formula."""
        return self.planned.lowest + self.planned.span

    @property
    def minimum_answered(self) -> int:
        """How many items (or component scales) the score needs; a severity only beside a count above 0."""
        match self.method:
            case Method.MEAN_OF_SCALES:
                return len(self.components)
            case Method.COUNT_TIMES_SEVERITY:
                return len(self.items) - sum(used.answer == Answered(0) for used in self.items[::2])
            case _:
                return self.planned.minimum_answered

    @property
    def source(self) -> str:
        """Where the scale and its formula are published."""
        return self.planned.scale.source

    @property
    def status(self) -> Status:
        """How far that can be trusted."""
        return self.planned.scale.status


def explain(plan: Plan, answers: Mapping[ItemId, Answer], score: Score) -> Explanation:
    """Return the facts behind one score of these answers.

    Raises:
        Bug: `UNEXPECTED`, when the plan has no such scale or is of another variant.
    """
    planned = plan.by_code.get(score.code)
    if planned is None or score.variant != plan.variant:
        raise Bug(Code.UNEXPECTED, why=f"{plan.form} has no scale {score.code} in variant '{score.variant}'")
    return _explain(planned, answers, score, score_all(plan, answers) if planned.scale.components else ())


def score_and_explain(plan: Plan, answers: Mapping[ItemId, Answer]) -> tuple[Explanation, ...]:
    """Score a response and return every score with its facts, in form order.

    Raises:
        Refusal: `PAYLOAD_BROKEN`, when a code does not belong to its item's response scale.
    """
    scores = score_all(plan, answers)
    return tuple(
        [_explain(planned, answers, score, scores) for planned, score in zip(plan.scales, scores, strict=True)]
    )


def _explain(
    planned: PlannedScale, answers: Mapping[ItemId, Answer], score: Score, scores: Sequence[Score]
) -> Explanation:
    items = tuple([ItemUsed(item, number, answers.get(item, _NOT_REACHED)) for item, number in planned.numbered])
    components = _components(planned, scores) if planned.scale.components else ()
    return Explanation(score, planned, items, components)


def _components(planned: PlannedScale, scores: Sequence[Score]) -> tuple[ComponentUsed, ...]:
    by_code: dict[ScaleCode, Score] = {score.code: score for score in scores}
    return tuple([ComponentUsed(by_code[code], is_reversed) for code, is_reversed in planned.scale.components])
