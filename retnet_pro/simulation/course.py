"""When things happen to simulated participants: enrolment, arm, embolizations, progression, withdrawal, death."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from retnet_pro.simulation.chance import Chance
from retnet_pro.simulation.shapes import Numbers
from retnet_pro.study.model import Study
from retnet_pro.study.participant import Participant

DAYS_PER_MONTH = 30.4375
"""The convention of the time-to-event definitions in use (QoLR)."""
_SATURDAY, _SUNDAY = 5, 6


@dataclass(frozen=True, slots=True)
class Course:
    """Everything that will ever be true of one simulated participant."""

    participant: Participant
    relapses: tuple[date, ...]
    """Per embolization: the day tumour symptoms come back."""


def clinic_day(day: date) -> date:
    """Move a day of the weekend to the nearest working day."""
    return day + timedelta(days={_SATURDAY: -1, _SUNDAY: +1}.get(day.weekday(), 0))


def enrolment_days(start: date, months: int, participants: int, numbers: Numbers, chance: Chance) -> list[date]:
    """Return staggered enrolment days in order, spread over the first part of the simulated time."""
    span = months * DAYS_PER_MONTH * numbers.recruiting_share
    return [
        max(start, clinic_day(start + timedelta(days=(place + chance.share()) / participants * span)))
        for place in range(participants)
    ]


def allocate(study: Study, participants: int, numbers: Numbers, chance: Chance) -> list[str]:
    """Return arms in order of randomisation, in permuted blocks of two per arm.

    An arm closed to randomisation takes participants in the first part of the trial only, as an arm stopped early did.
    """
    closes_at = participants * numbers.closed_arm_share
    allocated: list[str] = []
    while len(allocated) < participants:
        still_open = [arm.id for arm in study.arms if arm.open_to_randomisation or len(allocated) < closes_at]
        allocated += chance.shuffled((still_open or [study.arms[0].id]) * 2)
    return allocated[:participants]


def make_course(
    subject: str, arm: str, enrolled: date, languages: Sequence[str], numbers: Numbers, chance: Chance
) -> Course:
    """Return the whole course of one participant, as far as it would ever go."""
    randomised = clinic_day(enrolled + timedelta(days=1 + chance.between(0, numbers.days_to_randomisation)))
    first = clinic_day(
        randomised
        + timedelta(days=chance.between(numbers.days_to_embolization_least, numbers.days_to_embolization_most))
    )
    grade = _grade(numbers, chance)
    progressed = _later(first, chance.waiting(_progression_months(grade, numbers)))
    died = min(
        _later(progressed, chance.waiting(numbers.death_months_after_progression)),
        _later(first, chance.waiting(numbers.death_months_without_progression)),
    )
    withdrew = _later(randomised, chance.waiting(numbers.withdrawal_months))
    last = min(progressed, died, withdrew)
    embolizations = _embolizations(first, last, numbers, chance)
    participant = Participant(
        subject=subject,
        arm=arm,
        enrolled=enrolled,
        randomised=randomised,
        embolizations=embolizations,
        symptomatic=chance.happens(numbers.symptomatic),
        histology="carcinoid" if chance.happens(numbers.histology_carcinoid) else "islet-cell",
        grade=grade,
        language=_language(languages, chance),
        withdrew=withdrew if withdrew < died else None,
        progressed=progressed if progressed <= min(died, withdrew) else None,
        died=died,
    )
    relapses = tuple(day + timedelta(days=round(chance.waiting(numbers.relief_days))) for day in embolizations)
    return Course(participant, relapses)


def _grade(numbers: Numbers, chance: Chance) -> str:
    rest = 1 - numbers.grade_g1 - numbers.grade_g2
    return chance.weigh({"G1": numbers.grade_g1, "G2": numbers.grade_g2, "G3": rest})


def _progression_months(grade: str, numbers: Numbers) -> float:
    months = {
        "G1": numbers.progression_months_g1,
        "G2": numbers.progression_months_g2,
        "G3": numbers.progression_months_g3,
    }
    return months[grade]


def _later(day: date, months: float) -> date:
    """Return a day after, at least one, and never so far that a calendar ends."""
    return day + timedelta(days=1 + round(min(months, 1200) * DAYS_PER_MONTH))


def _embolizations(first: date, last: date, numbers: Numbers, chance: Chance) -> tuple[date, ...]:
    """Return one to four embolizations; none after the disease or the participant has gone on."""
    days = [first]
    for likely in (numbers.second_cycle, numbers.third_cycle, numbers.fourth_cycle):
        gap = chance.between(numbers.cycle_days_least, numbers.cycle_days_most)
        goes_on = chance.happens(likely)
        following = clinic_day(days[-1] + timedelta(days=gap))
        if not goes_on or following >= last:
            break
        days.append(following)
    return tuple(day for day in days if day <= last)


def _language(languages: Sequence[str], chance: Chance) -> str:
    """Return the first language of the study for two thirds, else any of them."""
    is_first = chance.happens(2 / 3)
    other = chance.pick(languages)
    return languages[0] if is_first else other
