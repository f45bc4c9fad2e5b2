"""One form of one participant over time: its scores, their changes and its answers. Plain facts, no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from retnet_pro.answering.sheet import Answer, Answered, NotReached
from retnet_pro.conduct.circumstances import Circumstances, circumstances_of
from retnet_pro.conduct.clock_history import clock_steps, jumped_during
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.event_name import EventName, event_name
from retnet_pro.conduct.site_facts import Amended, Delivery, Taken
from retnet_pro.errors import Refusal
from retnet_pro.instrument.model import (
    Direction,
    Instrument,
    Item,
    ItemId,
    ItemKind,
    Method,
    Scale,
    ScaleCode,
    Status,
    Threshold,
    Variant,
    Wording,
)
from retnet_pro.record.response import Response
from retnet_pro.scoring.interpretation import ChangeVerdict, judge_change, threshold_of
from retnet_pro.scoring.score import Score

_TO_HUNDRED = (Method.LINEAR_0_100, Method.MEAN_OF_SCALES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One scale at one response."""

    day: date
    visit: str
    score: Score | None
    """None: this response was scored in another way, or its form had no such scale."""
    original: Score | None = None
    """What it was before a correction made it another (rule E101)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One scale over all responses, oldest first."""

    code: ScaleCode
    name: str
    direction: Direction
    status: Status
    to_hundred: bool
    points: tuple[Point, ...]
    change: ChangeVerdict
    """The latest response against the one before."""
    since_first: ChangeVerdict
    """The latest response against the first one."""
    threshold: Threshold | None
    """As the form file has it; drawn only when its status allows (rule E78)."""

    @property
    def latest(self) -> Score | None:
        """The newest score."""
        return self.points[-1].score

    @property
    def first(self) -> Score | None:
        """The score of the first response, if the newest is another one."""
        return self.points[0].score if len(self.points) > 1 else None

    @property
    def before(self) -> Score | None:
        """The score of the response before the newest."""
        return self.points[-2].score if len(self.points) > 1 else None

    @property
    def cut(self) -> float | None:
        """The threshold, if it may be drawn as a fact."""
        if self.threshold is None or not self.threshold.status.may_be_shown_as_fact:
            return None
        return self.threshold.below if self.threshold.below is not None else self.threshold.above


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """One item of one response."""

    item: ItemId
    number: int
    question: str
    """The words shown, where they are at hand to the byte; else the item's neutral topic."""
    answer: Answer
    label: str
    """The words of the chosen option; '' without one."""
    labels: Mapping[int, str]
    """The words of every option by its code, for the history of the value."""
    status: Status
    original: Answer
    """As the form was finished; another one than `answer` where the site corrected it or what it depends on."""
    corrections: tuple[Amended, ...] = ()
    """Of this very item, oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseView:
    """One finished response."""

    response: Response
    """As it stands now."""
    original: Response
    corrections: int
    """How many answers were corrected, one counted as often as it was."""
    visit: str
    delivery: Delivery
    rows: tuple[AnswerRow, ...]
    words_at_hand: bool
    circumstances: Circumstances
    clock_jumped: bool
    """Whether the clock of the device jumped while it was answered (rule E55)."""
    events: Mapping[int, EventName]
    """Of its corrections, by their number here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    """Everything about one form of one participant."""

    id: str
    title: str
    status: Status
    """The least trusted of its items and scales."""
    variant: Variant | None
    courses: tuple[Course, ...]
    responses: tuple[ResponseView, ...]
    """Newest first."""


def form_view(desk: Desk, taken: Sequence[Taken], visit_titles: dict[str, str]) -> FormView:
    """Return one form from its responses, oldest first; there must be at least one."""
    newest = taken[-1].response
    instrument = desk.library.instrument(newest.form.id, newest.form.version)
    variant = newest.scores[0].variant if newest.scores else instrument.default_variant
    shown = [scale for scale in instrument.scales if not scale.variants or variant in scale.variants]
    return FormView(
        id=instrument.id,
        title=instrument.title,
        status=_least_trusted(instrument),
        variant=next((known for known in instrument.variants if known.id == variant), None),
        courses=tuple(_course(instrument, scale, variant, taken, visit_titles) for scale in shown),
        responses=tuple(_response(desk, one, visit_titles) for one in reversed(taken)),
    )


def _least_trusted(instrument: Instrument) -> Status:
    found = {*(item.status for item in instrument.items), *(scale.status for scale in instrument.scales)}
    order = (Status.UNVERIFIED, Status.UNSURE, Status.ASSUMPTION, Status.PROJECT, Status.SINGLE, Status.CONFIRMED)
    return next((status for status in order if status in found), Status.CONFIRMED)


def _course(
    instrument: Instrument, scale: Scale, variant: str, taken: Sequence[Taken], titles: dict[str, str]
) -> Course:
    points = tuple(
        Point(
            day=datetime.fromisoformat(one.response.finished).date(),
            visit=titles.get(one.response.visit, one.response.visit),
            score=_score(one.response, scale, variant),
            original=_score_before(one, scale, variant),
        )
        for one in taken
    )
    before = points[-2].score if len(points) > 1 else None
    return Course(
        code=scale.code,
        name=scale.name,
        direction=scale.direction,
        status=scale.status,
        to_hundred=scale.method in _TO_HUNDRED,
        points=points,
        change=judge_change(instrument, scale.code, before, points[-1].score),
        since_first=judge_change(
            instrument, scale.code, points[0].score if len(points) > 1 else None, points[-1].score
        ),
        threshold=threshold_of(instrument, scale.code),
    )


def _score(response: Response, scale: Scale, variant: str) -> Score | None:
    return next((score for score in response.scores if (score.code, score.variant) == (scale.code, variant)), None)


def _score_before(taken: Taken, scale: Scale, variant: str) -> Score | None:
    """Return the original score where it is another now."""
    before = _score(taken.original, scale, variant)
    return None if before == _score(taken.response, scale, variant) else before


def _response(desk: Desk, taken: Taken, titles: dict[str, str]) -> ResponseView:
    response = taken.response
    instrument = desk.library.instrument(response.form.id, response.form.version)
    wording = words_shown(desk, instrument, response)
    return ResponseView(
        response=response,
        original=taken.original,
        corrections=len(taken.amendments),
        visit=titles.get(response.visit, response.visit),
        delivery=desk.site.delivery_of(taken.seq),
        rows=tuple(answer_row(item, taken, wording) for item in instrument.items),
        words_at_hand=wording is not None,
        circumstances=circumstances_of(desk, response.ses),
        clock_jumped=jumped_during(desk, clock_steps(desk), response.ses, taken.seq),
        events=events_of(desk, taken),
    )


def events_of(desk: Desk, taken: Taken) -> Mapping[int, EventName]:
    """Return how the events of the corrections of a response are named."""
    return {one.seq: event_name(desk, one.seq) for one in taken.amendments}


def words_shown(desk: Desk, instrument: Instrument, response: Response) -> Wording | None:
    """Return the wording only if it is, to the byte, what the participant saw."""
    try:
        wording = desk.library.wording(instrument, response.wording.language)
    except Refusal:
        return None
    return wording if wording.hash == response.wording.hash else None


def answer_row(item: Item, taken: Taken, wording: Wording | None) -> AnswerRow:
    """Return one item of a response, in the words that were shown where they are at hand."""
    answer = taken.response.answers.get(item.id, NotReached())
    return AnswerRow(
        item=item.id,
        number=item.number,
        question=wording.items[item.id] if wording else item.topic,
        answer=answer,
        label=_label(item, answer.code, wording) if isinstance(answer, Answered) else "",
        labels={code: _label(item, code, wording) for code in item.scale.codes},
        status=item.status,
        original=taken.original.answers.get(item.id, NotReached()),
        corrections=tuple(one for one in taken.amendments if one.amendment.item == item.id),
    )


def _label(item: Item, code: int, wording: Wording | None) -> str:
    words = wording.labels.get(item.scale.id, {}).get(code, "") if wording else ""
    if item.scale.kind is ItemKind.BOXES:
        return f"{code} / {item.scale.maximum}" + (f"  {words}" if words else "")
    return f"{code}  {words}" if words else str(code)
