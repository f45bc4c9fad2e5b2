"""Time to deterioration of a score, in the definitions the literature uses; every choice is a named setting.

No statistics library has these. They equal QoLR 1.0.3 (R), the program of Anota 2015 (Qual Life Res 24:5), on all
results of 40 courses. Its ways are kept: a change of exactly the threshold is worse, and a later score undoes that only
when it is better by more than the threshold; without a baseline score the time is 0 and censored, without a score
after it day 1; who did not deteriorate is censored at the last score. NETTER-1 used 10 points against baseline from
randomisation, without confirmation (Strosberg 2018, J Clin Oncol 36:2578).

Missing scores are passed over and never filled in. That takes for granted that they are not missing because the
participant was worse.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from retnet_pro.analysis.time_to_event import Times, TimeToEvent
from retnet_pro.instrument.model import Direction

_SLACK = 1e-9
"""Scores are fractions: a change of exactly the threshold may come out a bit below it."""
NO_FOLLOW_UP_DAYS = 1
"""When those are censored who gave a baseline score and none after it."""


class Reference(StrEnum):
    """What a score is compared with."""

    BASELINE = "baseline score"
    BEST = "best score so far"
    """The best of the scores up to the one before, baseline included."""


class Confirmation(StrEnum):
    """What later scores must show before a worse score counts. Without later scores the definitive ones hold."""

    NONE = "none: the first worse score counts"
    NEXT = "the next score is worse than the reference too"
    NO_IMPROVEMENT_OVER_REFERENCE = "no later score is better than the reference by more than the threshold"
    """Definition 1 of time until definitive deterioration."""
    HOLDS = "every later score is worse than the reference by the threshold or more"
    """Definition 2."""
    NO_IMPROVEMENT_OVER_WORSE = "no later score is better than the worse score by more than the threshold"
    """Definition 3."""


class End(StrEnum):
    """What ended a time; the value is how it is told."""

    WORSE = "deterioration"
    DEATH = "death"
    LAST_SCORE = "last score"
    GAP = "last score before too many missed visits"
    NO_BASELINE = "no baseline score"
    NO_FOLLOW_UP = "no score after baseline"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeteriorationRule:
    """One definition."""

    threshold: float
    """Points of the scale; a change of exactly this counts."""
    reference: Reference = Reference.BASELINE
    confirmation: Confirmation = Confirmation.NONE
    death_counts: bool = False
    """Whether death is an event. Else it ends the time where the last score was."""
    missed_at_most: int | None = None
    """Visits in a row that may be missed. After more nothing counts any longer, not even death. None: any number."""
    without_baseline_from_first: bool = False
    """With the best score as reference: begin with the first score there is, where there is none at baseline."""

    def in_words(self, direction: Direction) -> str:
        """Say the whole definition, for the metadata of a table."""
        way = "a fall" if direction is Direction.HIGHER_BETTER else "a rise"
        missed = "passed over" if self.missed_at_most is None else f"at most {self.missed_at_most} in a row"
        return (
            f"{way} of {self.threshold:g} points or more against the {self.reference}; "
            f"confirmation: {self.confirmation}; "
            f"death: {'an event' if self.death_counts else 'censored at the last score'}; missed visits: {missed}"
        )


POINTS = 10.0
"""NETTER-1 used it for every scale. One step of a single item is 33.3 points, so that there any step counts."""
PUBLISHED: Mapping[str, DeteriorationRule] = {
    "ttd": DeteriorationRule(threshold=POINTS),
    "tudd_def1": DeteriorationRule(threshold=POINTS, confirmation=Confirmation.NO_IMPROVEMENT_OVER_REFERENCE),
    "tudd_def2": DeteriorationRule(threshold=POINTS, confirmation=Confirmation.HOLDS),
    "tudd_def3": DeteriorationRule(threshold=POINTS, confirmation=Confirmation.NO_IMPROVEMENT_OVER_WORSE),
    "ttd_best": DeteriorationRule(threshold=POINTS, reference=Reference.BEST, without_baseline_from_first=True),
}
"""The published definitions under the names QoLR and the literature give them."""


@dataclass(frozen=True, slots=True)
class ScoreOn:
    """One visit after baseline."""

    day: int
    """Days from the start of the time."""
    value: float | None
    """None where the form did not come or the scale could not be scored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreCourse:
    """One scale of one participant."""

    subject: str
    group: str
    baseline: float | None
    later: Sequence[ScoreOn]
    """Every visit after baseline that was due, in any order."""
    died_on: int | None = None
    """Days from the start of the time."""


def time_to_deterioration(courses: Iterable[ScoreCourse], rule: DeteriorationRule, direction: Direction) -> Times:
    """Return the time of every participant; nobody is left out."""
    return Times(counted=tuple(_time(course, rule, direction) for course in courses))


def _time(course: ScoreCourse, rule: DeteriorationRule, direction: Direction) -> TimeToEvent:
    visits, is_cut = _before_gap(sorted(course.later, key=lambda visit: visit.day), rule.missed_at_most)
    known = [(visit.day, visit.value) for visit in visits if visit.value is not None]
    may_begin_late = rule.reference is Reference.BEST and rule.without_baseline_from_first
    if course.baseline is None and not (known and may_begin_late):
        return _made(course, 0, End.NO_BASELINE)
    sign = 1 if direction is Direction.HIGHER_BETTER else -1
    scores = [(day, sign * value) for day, value in known]
    worse = _first_worse(None if course.baseline is None else sign * course.baseline, scores, rule)
    if worse is not None:
        return _made(course, worse, End.WORSE)
    if rule.death_counts and course.died_on is not None and not is_cut:
        return _made(course, course.died_on, End.DEATH)
    if not scores:
        return _made(course, NO_FOLLOW_UP_DAYS, End.NO_FOLLOW_UP)
    return _made(course, scores[-1][0], End.GAP if is_cut else End.LAST_SCORE)


def _before_gap(visits: Sequence[ScoreOn], at_most: int | None) -> tuple[Sequence[ScoreOn], bool]:
    """Return the visits up to the first run of too many missed ones, and whether there was one."""
    if at_most is None:
        return visits, False
    missed = 0
    for place, visit in enumerate(visits):
        missed = missed + 1 if visit.value is None else 0
        if missed > at_most:
            return visits[: place - at_most], True
    return visits, False


def _first_worse(baseline: float | None, scores: Sequence[tuple[int, float]], rule: DeteriorationRule) -> int | None:
    """Return the day of the first worse score that counts. Here higher is better, whatever the scale."""
    reference = baseline
    for place, (day, score) in enumerate(scores):
        if reference is None:
            reference = score
        elif reference - score >= rule.threshold - _SLACK and _is_confirmed(
            reference, score, [after for _, after in scores[place + 1 :]], rule
        ):
            return day
        elif rule.reference is Reference.BEST:
            reference = max(reference, score)
    return None


def _is_confirmed(reference: float, score: float, later: Sequence[float], rule: DeteriorationRule) -> bool:
    worse, better = rule.threshold - _SLACK, rule.threshold + _SLACK
    match rule.confirmation:
        case Confirmation.NONE:
            return True
        case Confirmation.NEXT:
            return bool(later) and reference - later[0] >= worse
        case Confirmation.NO_IMPROVEMENT_OVER_REFERENCE:
            return all(after - reference <= better for after in later)
        case Confirmation.HOLDS:
            return all(reference - after >= worse for after in later)
        case Confirmation.NO_IMPROVEMENT_OVER_WORSE:
            return all(after - score <= better for after in later)


def _made(course: ScoreCourse, days: int, end: End) -> TimeToEvent:
    return TimeToEvent(
        subject=course.subject,
        group=course.group,
        days=days,
        happened=end in (End.WORSE, End.DEATH),
        why=end.value,
    )
