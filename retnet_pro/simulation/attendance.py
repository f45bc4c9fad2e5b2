"""Whether and when a simulated participant comes to a visit, and why not."""

from dataclasses import dataclass
from datetime import date, timedelta

from retnet_pro.instrument.model import InstrumentId
from retnet_pro.simulation.answers import Day
from retnet_pro.simulation.chance import Chance
from retnet_pro.simulation.course import DAYS_PER_MONTH, Course, clinic_day
from retnet_pro.simulation.shapes import Numbers
from retnet_pro.study.absence import Absence
from retnet_pro.study.participant import Participant
from retnet_pro.study.visits import Visit

_WHY_AFTER_EMBOLIZATION = {
    Absence.TOO_ILL: 0.5,
    Absence.ADMINISTRATIVE: 0.25,
    Absence.REFUSED: 0.15,
    Absence.TECHNICAL: 0.1,
}
_WHY = {
    Absence.ADMINISTRATIVE: 0.45,
    Absence.REFUSED: 0.2,
    Absence.TOO_ILL: 0.2,
    Absence.TECHNICAL: 0.07,
    Absence.OTHER: 0.05,
    Absence.LANGUAGE: 0.03,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """What becomes of one expected visit."""

    visit: Visit
    on: date
    """The day of the visit; where nobody came, the day after the window."""
    came: bool
    missed: dict[InstrumentId, Absence | None]
    """Forms that were not given, with the reason somebody records, None where nobody has."""


def attend(course: Course, visit: Visit, numbers: Numbers, chance: Chance) -> Attendance:
    """Decide about one expected visit."""
    person = course.participant
    on = _day_of(person, visit, numbers, chance)
    stays_away = chance.happens(_chance_of_absence(person, visit, numbers))
    reason = chance.weigh(_WHY if visit.cycle is None else _WHY_AFTER_EMBOLIZATION)
    recorded = reason if chance.happens(numbers.reason_recorded) else None
    gone = _gone(person, on)
    if gone is not None or stays_away:
        why = gone or recorded
        after = visit.closes + timedelta(days=1)
        return Attendance(visit=visit, on=after, came=False, missed=dict.fromkeys(visit.instruments, why))
    left_out = {form: recorded for form in visit.instruments[1:] if chance.happens(numbers.form_missed)}
    return Attendance(visit=visit, on=on, came=True, missed=left_out)


def day_of_visit(course: Course, on: date, numbers: Numbers) -> Day:
    """Return what is particular to a participant on a day."""
    person = course.participant
    treated = [day for day in person.embolizations if day < on]
    relapse = course.relapses[len(treated) - 1] if treated else on
    return Day(
        since_embolization=(on - treated[-1]).days if treated else None,
        decline=_decline(person, on, numbers),
        relief=numbers.relief if on < relapse else 0.0,
    )


def _decline(person: Participant, on: date, numbers: Numbers) -> float:
    slow = _months(person.randomised, on) * numbers.decline_per_month
    fast = _months(person.progressed, on) * numbers.decline_after_progression
    return min(slow + fast, numbers.decline_most)


def _months(since: date | None, on: date) -> float:
    return 0.0 if since is None else max((on - since).days, 0) / DAYS_PER_MONTH


def _chance_of_absence(person: Participant, visit: Visit, numbers: Numbers) -> float:
    months = _months(person.randomised, visit.target)
    if months == 0:
        return numbers.visit_missed_first
    return numbers.visit_missed_later + months * numbers.visit_missed_per_month


def _day_of(person: Participant, visit: Visit, numbers: Numbers, chance: Chance) -> date:
    """Return a working day near the target; the first visit takes place before the first embolization."""
    is_first = person.randomised is not None and visit.target <= person.randomised
    if chance.happens(numbers.out_of_window) and not is_first:
        return clinic_day(visit.closes + timedelta(days=chance.between(2, 9)))
    reach = chance.share() - chance.share()
    width = visit.closes - visit.target if reach > 0 else visit.target - visit.opens
    drawn = clinic_day(visit.target + timedelta(days=round(width.days * reach)))
    treated_on = person.embolizations[0] if person.embolizations else visit.closes
    upto = min(visit.closes, treated_on) if is_first else visit.closes
    return max(min(drawn, upto), visit.opens, person.enrolled)


def _gone(person: Participant, on: date) -> Absence | None:
    if person.died is not None and person.died <= on:
        return Absence.DIED
    return Absence.WITHDREW if person.withdrew is not None and person.withdrew < on else None
