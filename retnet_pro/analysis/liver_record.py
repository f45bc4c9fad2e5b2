"""What is on record about the liver of each participant, as the primary endpoint needs it.

Readings of images decide. The trial also has progression as a fact of the course, without saying where; where a
participant has no reading at all, that fact is taken to mean the liver, and who is free of it to have been looked at
until last known. That is an assumption for data without imaging forms, and `LiverRecord.without_readings` counts whom
it touches.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from retnet_pro.analysis.hepatic import LiverCourse
from retnet_pro.analysis.staff_forms import LiverReading
from retnet_pro.study.participant import Participant


@dataclass(frozen=True, slots=True, kw_only=True)
class LiverRecord:
    """Everybody randomised."""

    courses: Sequence[LiverCourse]
    without_readings: int
    """Participants judged by the fact of their course, as they have no reading."""


def last_known(person: Participant, data_until: date) -> date:
    """Return the last day a participant was followed."""
    return min(day for day in (person.died, person.withdrew, data_until) if day is not None)


def liver_record(
    people: Iterable[Participant],
    readings: Iterable[LiverReading],
    group_of: Callable[[Participant], str | None],
    data_until: date,
) -> LiverRecord:
    """Return the liver of everybody randomised.

    Args:
        people: all participants.
        readings: all readings, in any order.
        group_of: what is compared.
        data_until: the last day of the data.
    """
    found: dict[str, list[LiverReading]] = {}
    for reading in readings:
        found.setdefault(reading.subject, []).append(reading)
    randomised = [person for person in people if person.randomised is not None]
    return LiverRecord(
        courses=tuple(_course(person, group_of(person), found, data_until) for person in randomised),
        without_readings=sum(person.subject not in found for person in randomised),
    )


def _course(
    person: Participant, group: str | None, found: Mapping[str, Sequence[LiverReading]], data_until: date
) -> LiverCourse:
    own = found.get(person.subject)
    until = last_known(person, data_until)
    if own is None:
        progressed: date | None = person.progressed
        imaged: date | None = until
    else:
        progressed = min((one.progressed for one in own if one.progressed is not None), default=None)
        imaged = max((one.on for one in own if one.judged), default=None)
    return LiverCourse(
        subject=person.subject,
        group=group,
        randomised=person.randomised,
        first_embolization=min(person.embolizations, default=None),
        progressed=progressed,
        died=person.died,
        last_imaged=imaged,
    )
