"""What a score or a change may be taken to mean, as codes; words are found on the glass.

Cuts and change rules come from the form file with their source and status. Where none is published the answer is
`NoThreshold`, and nothing is invented (rules E77, E78).
"""

from dataclasses import dataclass
from enum import StrEnum

from retnet_pro.instrument.model import ChangeRule, Direction, Instrument, ScaleCode, Threshold
from retnet_pro.scoring.score import Score

_SLACK = 1e-9
"""Relative slack of comparisons: scores are fractions, so a change of exactly 10 points may come out a bit below 10."""


class Standing(StrEnum):
    """Where a score stands against a cut."""

    BEYOND = "beyond"
    """On the side the cut warns of."""
    WITHIN = "within"
    NOT_COMPARABLE = "not-comparable"
    """The score is missing."""


class Change(StrEnum):
    """What became of one scale of one person between two responses."""

    IMPROVED = "improved"
    WORSENED = "worsened"
    NO_RELEVANT_CHANGE = "no-relevant-change"
    NOT_COMPARABLE = "not-comparable"


class WhyNot(StrEnum):
    """Why two scores were not compared."""

    NO_SCORE_BEFORE = "no-score-before"
    NO_SCORE_AFTER = "no-score-after"
    OTHER_SCORING = "other-scoring"
    """The two were scored in different variants or scoring versions."""
    NO_RULE = "no-rule"
    """No change rule is known for the scale."""


@dataclass(frozen=True, slots=True)
class NoThreshold:
    """No published threshold for this scale."""

    scale: ScaleCode


@dataclass(frozen=True, slots=True)
class ThresholdVerdict:
    """A score against the cut of its scale."""

    standing: Standing
    threshold: Threshold
    """Carries source and status; both are shown with the verdict."""

    @property
    def may_be_shown_as_fact(self) -> bool:
        """Whether the verdict may stand without a mark that its cut is not verified."""
        return self.threshold.status.may_be_shown_as_fact


@dataclass(frozen=True, slots=True)
class ChangeVerdict:
    """One scale of one person, before and after."""

    change: Change
    difference: float | None
    """After minus before, in points, sign as computed; None when one is missing."""
    rule: ChangeRule | None
    why_not: WhyNot | None

    @property
    def may_be_shown_as_fact(self) -> bool:
        """Whether the verdict may stand without a mark that its rule is not verified."""
        return self.rule is not None and self.rule.status.may_be_shown_as_fact


def judge_threshold(instrument: Instrument, score: Score) -> ThresholdVerdict | NoThreshold:
    """Hold one score against the cut the form file gives for its scale (rule E78)."""
    threshold = threshold_of(instrument, score.code)
    if threshold is None:
        return NoThreshold(score.code)
    if score.value is None:
        return ThresholdVerdict(Standing.NOT_COMPARABLE, threshold)
    is_beyond = (threshold.below is not None and score.value < threshold.below - _slack(threshold.below)) or (
        threshold.above is not None and score.value > threshold.above + _slack(threshold.above)
    )
    return ThresholdVerdict(Standing.BEYOND if is_beyond else Standing.WITHIN, threshold)


def judge_change(instrument: Instrument, scale: ScaleCode, before: Score | None, after: Score | None) -> ChangeVerdict:
    """Compare two scores of one scale of one person by the form file's change rule for individuals."""
    if before is None or before.value is None:
        return ChangeVerdict(Change.NOT_COMPARABLE, None, None, WhyNot.NO_SCORE_BEFORE)
    if after is None or after.value is None:
        return ChangeVerdict(Change.NOT_COMPARABLE, None, None, WhyNot.NO_SCORE_AFTER)
    if {before.code, after.code} != {scale} or (before.variant, before.version) != (after.variant, after.version):
        return ChangeVerdict(Change.NOT_COMPARABLE, None, None, WhyNot.OTHER_SCORING)
    difference = after.value - before.value
    rule, direction = change_rule(instrument, scale), _direction(instrument, scale, before.variant)
    if rule is None or direction is None:
        return ChangeVerdict(Change.NOT_COMPARABLE, difference, None, WhyNot.NO_RULE)
    return ChangeVerdict(compare(before.value, after.value, rule.points, direction), difference, rule, None)


def threshold_of(instrument: Instrument, scale: ScaleCode) -> Threshold | None:
    """Return the cut the form file gives for a scale, or None where none is published."""
    return next((cut for cut in instrument.thresholds if cut.scale == scale), None)


def change_rule(instrument: Instrument, scale: ScaleCode) -> ChangeRule | None:
    """Return the scale's own change rule, else the one for every scale, else None."""
    own = (rule for rule in instrument.changes if rule.scale == scale)
    general = (rule for rule in instrument.changes if rule.scale is None)
    return next(own, None) or next(general, None)


def compare(before: float, after: float, points: float, direction: Direction) -> Change:
    """Decide whether a difference counts; one of exactly `points` does.

    Source: the convention of published time-to-deterioration analyses, as QoLR computes them: worsening counts at or
    above the threshold; deterioration is a fall where higher is better and a rise elsewhere.
    """
    gain = after - before if direction is Direction.HIGHER_BETTER else before - after
    if gain == 0 or abs(gain) < points - _slack(before, after, points):
        return Change.NO_RELEVANT_CHANGE
    return Change.IMPROVED if gain > 0 else Change.WORSENED


def _slack(*values: float) -> float:
    return _SLACK * max(1.0, *map(abs, values))


def _direction(instrument: Instrument, scale: ScaleCode, variant: str) -> Direction | None:
    return next(
        (
            declared.direction
            for declared in instrument.scales
            if declared.code == scale and (not declared.variants or variant in declared.variants)
        ),
        None,
    )
