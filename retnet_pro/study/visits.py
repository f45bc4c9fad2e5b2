"""The visits a participant is expected at: time points of the study, counted from the anchors known so far (rule E60).

A visit is expected when its target date is not after the date expectations stop. Which facts stop them is said by the
study file (`Study.stops`); death always does, and from its own date on (rule E64). The target date decides, not the
window, so that whether a form came in can never decide whether it was expected.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import assert_never

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.study.model import Anchor, Study, TimePoint
from retnet_pro.study.participant import Participant

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One time point of one participant, with its window in calendar days; both edges belong to the window."""

    id: str
    """Id of the time point; after an embolization with its number: ``post2w-1``."""
    time_point: str
    title: str
    cycle: int | None
    """Number of the embolization in order of date, from 1; None where the visit is counted from randomisation."""
    target: date
    opens: date
    """First day of the window."""
    closes: date
    """Last day of the window."""
    instruments: tuple[InstrumentId, ...]
    """In the order they are asked (rule E57)."""
    is_provisional: bool = False
    """The anchor is not known yet; see `planned_visits`."""

    def is_open(self, day: date) -> bool:
        """Whether the day lies in the window."""
        return self.opens <= day <= self.closes


def planned_visits(study: Study, participant: Participant) -> tuple[Visit, ...]:
    """Return every visit the anchors known so far give, in order of date, also those after expectations stopped.

    Before randomisation a time point whose window lies before it is planned provisionally: from enrolment on, for as
    many days as the window is long. So the first answers can come before the arm is known; the id stays the same.
    """
    order = {point.id: place for place, point in enumerate(study.time_points)}
    planned = [visit for point in study.time_points for visit in _from_anchor(point, participant)]
    return tuple(sorted(planned, key=lambda visit: (visit.target, order[visit.time_point], visit.cycle or 0)))


def visits(study: Study, participant: Participant) -> tuple[Visit, ...]:
    """Return the visits the participant is expected at, in order of date (rules E60, E64)."""
    last = last_expected_day(study, participant)
    return tuple(visit for visit in planned_visits(study, participant) if last is None or visit.target <= last)


def visit_by_id(study: Study, participant: Participant, visit_id: str) -> Visit:
    """Return the planned visit with this id, whether or not it is still expected.

    Raises:
        Refusal: `TIME_POINT_UNKNOWN`, when the participant's anchors give no such visit.
    """
    for visit in planned_visits(study, participant):
        if visit.id == visit_id:
            return visit
    raise Refusal(Code.TIME_POINT_UNKNOWN, time_point=visit_id, subject=participant.subject)


def last_expected_day(study: Study, participant: Participant) -> date | None:
    """Return the last target date at which forms are expected, or None while nothing has stopped expectations.

    The day of a withdrawal or a progression still counts; the day of death does not (rule E64).
    """
    dates = {"withdrew": participant.withdrew, "progressed": participant.progressed, "died": None}
    days = [day for stop in study.stops if (day := dates[stop]) is not None]
    if participant.died is not None:
        days.append(participant.died - _ONE_DAY)
    return min(days, default=None)


def may_be_asked(participant: Participant, day: date) -> bool:
    """Whether the participant can be handed a form that day: alive, and not withdrawn (rule P105).

    Whether a withdrawal also ends what is expected is said by the study; that nobody is asked any more is not.

    A progression ends expectations for later targets but takes no form away whose window is already open.
    """
    if participant.died is not None and participant.died <= day:
        return False
    return participant.withdrew is None or participant.withdrew > day


def _from_anchor(point: TimePoint, participant: Participant) -> Iterator[Visit]:
    match point.anchor:
        case Anchor.RANDOMISATION:
            if participant.randomised is not None:
                yield _visit(point, participant.randomised, None)
            elif point.early_days > 0 and point.offset_days <= 0:
                yield _provisional(point, participant.enrolled)
        case Anchor.EMBOLIZATION:
            for cycle, day in enumerate(sorted(participant.embolizations), start=1):
                yield _visit(point, day, cycle)
        case _:
            assert_never(point.anchor)


def _visit(point: TimePoint, anchor: date, cycle: int | None) -> Visit:
    target = anchor + timedelta(days=point.offset_days)
    return Visit(
        id=point.id if cycle is None else f"{point.id}-{cycle}",
        time_point=point.id,
        title=point.title if cycle is None else f"{point.title} ({cycle})",
        cycle=cycle,
        target=target,
        opens=target - timedelta(days=point.early_days),
        closes=target + timedelta(days=point.late_days),
        instruments=point.instruments,
    )


def _provisional(point: TimePoint, enrolled: date) -> Visit:
    closes = enrolled + timedelta(days=point.early_days)
    return replace(_visit(point, enrolled, None), target=enrolled, opens=enrolled, closes=closes, is_provisional=True)
