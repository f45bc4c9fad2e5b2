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
    answers: tuple[Answer, ...]
    """The state of each item of the scale, in its order."""
    parts: tuple[Score, ...]
    """The component scores, in their order; empty for a scale scored from items."""

    @property
    def items(self) -> tuple[ItemUsed, ...]:
        """The items of the scale with their printed numbers and what was answered."""
        pairs = zip(self.planned.numbered, self.answers, strict=True)
        return tuple(ItemUsed(item, number, answer) for (item, number), answer in pairs)

    @property
    def components(self) -> tuple[ComponentUsed, ...]:
        """The component scores and how each enters."""
        pairs = zip(self.parts, self.planned.scale.components, strict=True)
        return tuple(ComponentUsed(score, is_reversed) for score, (_, is_reversed) in pairs)

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
        entered = [answer.code for answer in self.answers if isinstance(answer, Answered)]
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
                return len(self.parts)
            case Method.COUNT_TIMES_SEVERITY:
                return len(self.answers) - self.answers[::2].count(Answered(0))
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
    states = tuple([answers.get(item, _NOT_REACHED) for item in planned.items])
    return Explanation(score, planned, states, _parts(planned, scores) if planned.scale.components else ())


def _parts(planned: PlannedScale, scores: Sequence[Score]) -> tuple[Score, ...]:
    by_code: dict[ScaleCode, Score] = {score.code: score for score in scores}
    return tuple([by_code[code] for code, _ in planned.scale.components])
