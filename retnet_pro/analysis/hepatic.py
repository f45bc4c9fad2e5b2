"""Hepatic progression-free survival: the primary objective (registry NCT02724540; Trials 2018;19:390, abstract).

The event is progression in the liver by RECIST 1.1 as a reader of images recorded it; whether death counts is a
setting, as the full definition of the protocol is not public. Progression elsewhere is no event. Who is alive without
it is censored at the last imaging that could be judged: nobody has looked since. Death long after the last imaging is
an event all the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from retnet_pro.analysis.time_to_event import LeftOut, Times, TimeToEvent

NO_FOLLOW_UP_DAYS = 1
"""Who was never imaged after the start is censored on day 1, so that nobody disappears from the denominator."""


class LiverStart(StrEnum):
    """What the time is counted from."""

    FIRST_EMBOLIZATION = "first-embolization"
    """As the protocol abstract says."""
    RANDOMISATION = "randomisation"


class LiverEnd(StrEnum):
    """What ended a time; the value is how it is told."""

    PROGRESSION = "progression in the liver"
    DEATH = "death"
    LAST_IMAGING = "last imaging"
    NOT_IMAGED = "never imaged after the start"


@dataclass(frozen=True, slots=True, kw_only=True)
class LiverRule:
    """The choices the definition leaves open."""

    start: LiverStart = LiverStart.FIRST_EMBOLIZATION
    death_counts: bool = True
    """Whether death without progression is an event, as progression-free survival has it. Else it censors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiverCourse:
    """What the endpoint needs to know of one participant."""

    subject: str
    group: str | None
    """Arm, histology or grade, whatever is compared; None where it is not known."""
    randomised: date | None
    first_embolization: date | None
    progressed: date | None
    """First progression in the liver."""
    died: date | None
    last_imaged: date | None
    """Last imaging of the liver with a verdict."""


def hepatic_progression_free(courses: Iterable[LiverCourse], rule: LiverRule) -> Times:
    """Return the time of each participant who was treated, and why the others have none."""
    counted: list[TimeToEvent] = []
    left_out: list[LeftOut] = []
    for course in courses:
        found = _time(course, rule)
        if isinstance(found, TimeToEvent):
            counted.append(found)
        else:
            left_out.append(LeftOut(subject=course.subject, reason=found))
    return Times(counted=tuple(counted), left_out=tuple(left_out))


def _time(course: LiverCourse, rule: LiverRule) -> TimeToEvent | str:
    """Return the time, or the reason why there is none."""
    is_from_treatment = rule.start is LiverStart.FIRST_EMBOLIZATION
    start = course.first_embolization if is_from_treatment else course.randomised
    if start is None:
        return "was not embolized" if is_from_treatment else "was not randomised"
    if course.group is None:
        return "has no group on record"
    ends = [
        (day, end)
        for day, end in ((course.progressed, LiverEnd.PROGRESSION), (course.died, LiverEnd.DEATH))
        if day is not None
    ]
    if any(day < start for day, _ in ends):
        return "had the event before the start of the time"
    day, end = min(ends, default=(None, None), key=lambda one: one[0])
    if day is not None and (end is LiverEnd.PROGRESSION or rule.death_counts):
        return _made(course, course.group, (day - start).days, end, happened=True)
    if course.last_imaged is None or course.last_imaged <= start:
        return _made(course, course.group, NO_FOLLOW_UP_DAYS, LiverEnd.NOT_IMAGED, happened=False)
    last = course.last_imaged if day is None else min(course.last_imaged, day)
    return _made(course, course.group, (last - start).days, LiverEnd.LAST_IMAGING, happened=False)


def _made(course: LiverCourse, group: str, days: int, end: LiverEnd | None, *, happened: bool) -> TimeToEvent:
    return TimeToEvent(
        subject=course.subject, group=group, days=days, happened=happened, why=end.value if end is not None else ""
    )
