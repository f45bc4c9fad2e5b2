"""What the facts of a printout amount to: the course of each scale, the state of each visit, the last change. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from retnet_pro.instrument.model import Instrument, InstrumentId, Method, Scale, Threshold
from retnet_pro.report.paper import Filed, ParticipantPaper
from retnet_pro.scoring.interpretation import ChangeVerdict, judge_change, threshold_of
from retnet_pro.scoring.score import Score
from retnet_pro.study.visits import Visit


@dataclass(frozen=True, slots=True)
class Point:
    """One score on its day; no value where it is missing."""

    day: date
    value: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The course of one scale."""

    instrument: Instrument
    scale: Scale
    points: tuple[Point, ...]
    lowest: float
    highest: float
    """Ends of the drawn range."""
    cut: Threshold | None
    """Only a cut whose source has been checked; no other is drawn (rule E78)."""
    before: Score | None
    latest: Score | None
    change: ChangeVerdict


@dataclass(frozen=True, slots=True)
class Pair:
    """The newest response to an instrument and the one of the visit before it."""

    before: Filed | None
    latest: Filed


class VisitState(Enum):
    """How a visit stands on the day of printing."""

    COMPLETE = "complete"
    PARTLY = "partly"
    NOTHING = "nothing received"
    TO_COME = "to come"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitCourse:
    """One expected visit with what came in."""

    visit: Visit
    state: VisitState
    received: Mapping[InstrumentId, tuple[Filed, ...]]

    @property
    def days(self) -> tuple[date, ...]:
        """The days forms of this visit were answered, each once."""
        return tuple(sorted({filed.answered_on for several in self.received.values() for filed in several}))


def last_pair(paper: ParticipantPaper, instrument: InstrumentId) -> Pair:
    """Return the newest response and the newest one of another visit before it."""
    filed = paper.of_instrument(instrument)
    latest = filed[-1]
    before = next((one for one in reversed(filed[:-1]) if one.response.visit != latest.response.visit), None)
    return Pair(before, latest)


def trends(paper: ParticipantPaper, instrument: Instrument) -> tuple[Trend, ...]:
    """Return the course of every scale that was scored, in the order of the form."""
    pair = last_pair(paper, instrument.id)
    filed = paper.of_instrument(instrument.id)
    return tuple(_trend(instrument, scale, filed, pair) for scale in scored_scales(instrument, filed))


def scored_scales(instrument: Instrument, filed: tuple[Filed, ...]) -> Iterator[Scale]:
    """Yield the scales the responses carry scores for, in the order of the form, each code once."""
    codes = {(score.code, score.variant) for one in filed for score in one.response.scores}
    seen = set()
    for scale in instrument.scales:
        used = any(code == scale.code and (not scale.variants or variant in scale.variants) for code, variant in codes)
        if used and scale.code not in seen:
            seen.add(scale.code)
            yield scale


def score_of(filed: Filed | None, scale: Scale) -> Score | None:
    """Return the score of one scale in one response, if it was scored at all."""
    if filed is None:
        return None
    return next((score for score in filed.response.scores if score.code == scale.code), None)


def visit_courses(paper: ParticipantPaper) -> tuple[VisitCourse, ...]:
    """Return the expected visits with what came in, in order of date."""
    today = paper.printed_at.date()
    return tuple(_visit_course(paper, visit, today) for visit in paper.visits)


def is_outside_window(filed: Filed, visit: Visit) -> bool:
    """Whether the form was answered before or after the window of its visit; accepted and flagged (rule E68)."""
    return not visit.is_open(filed.answered_on)


def doubled(paper: ParticipantPaper) -> tuple[tuple[str, InstrumentId], ...]:
    """Return (visit, instrument) with more than one response; a person decides which counts (design part 7)."""
    seen: dict[tuple[str, InstrumentId], int] = {}
    for filed in paper.responses:
        key = (filed.response.visit, filed.response.form.id)
        seen[key] = seen.get(key, 0) + 1
    return tuple(key for key, count in seen.items() if count > 1)


def period(paper: ParticipantPaper) -> tuple[date, date]:
    """Return the first and last day all drawings span: every response and embolization, and at least four weeks."""
    days = [filed.answered_on for filed in paper.responses] + list(paper.embolizations)
    if not days:
        days = [paper.enrolled]
    return min(days), max(days)


def _visit_course(paper: ParticipantPaper, visit: Visit, today: date) -> VisitCourse:
    received: dict[InstrumentId, tuple[Filed, ...]] = {}
    for filed in paper.responses:
        if filed.response.visit == visit.id:
            received[filed.response.form.id] = (*received.get(filed.response.form.id, ()), filed)
    if received.keys() >= set(visit.instruments):
        state = VisitState.COMPLETE
    elif received:
        state = VisitState.PARTLY
    else:
        state = VisitState.NOTHING if today > visit.closes else VisitState.TO_COME
    return VisitCourse(visit=visit, state=state, received=received)


def _trend(instrument: Instrument, scale: Scale, filed: tuple[Filed, ...], pair: Pair) -> Trend:
    scores = [(one.answered_on, score_of(one, scale)) for one in filed]
    points = tuple(Point(day, score.value) for day, score in scores if score is not None)
    lowest, highest = _range(scale, points)
    cut = threshold_of(instrument, scale.code)
    before, latest = score_of(pair.before, scale), score_of(pair.latest, scale)
    return Trend(
        instrument=instrument,
        scale=scale,
        points=points,
        lowest=lowest,
        highest=highest,
        cut=cut if cut is not None and cut.status.may_be_shown_as_fact else None,
        before=before,
        latest=latest,
        change=judge_change(instrument, scale.code, before, latest),
    )


def _range(scale: Scale, points: tuple[Point, ...]) -> tuple[float, float]:
    if scale.method in (Method.LINEAR_0_100, Method.MEAN_OF_SCALES):
        return 0.0, 100.0
    top = max((point.value for point in points if point.value is not None), default=1.0)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10**9) if step * 5 >= top)
    return 0.0, float(step * 5)
