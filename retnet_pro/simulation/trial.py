"""A whole simulated site, as happenings in order of time: synthetic data, not from any person.

The same arguments give the same happenings, byte for byte. Each participant and each form has a stream of chance of
its own, so that one more form or one more month leaves all other answers as they were.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from heapq import merge
from itertools import takewhile

from retnet_pro.conduct.fact import Fact
from retnet_pro.instrument.model import Instrument, InstrumentId
from retnet_pro.record.response import AnsweredBy
from retnet_pro.simulation.answers import Person, fill_in, make_person
from retnet_pro.simulation.attendance import Attendance, attend, day_of_visit
from retnet_pro.simulation.chance import Chance
from retnet_pro.simulation.clinic import Block, Phase, in_turn
from retnet_pro.simulation.course import DAYS_PER_MONTH, Course, allocate, enrolment_days, make_course
from retnet_pro.simulation.happening import Enrolled, FactRecorded, FormMissed, FormTaken, Happening, Withdrawn
from retnet_pro.simulation.shapes import Shapes, read_shapes
from retnet_pro.study.model import Study
from retnet_pro.study.participant import Participant
from retnet_pro.study.subject import make_subject
from retnet_pro.study.visits import visits

_ENROLMENT, _FINDINGS, _RANDOMISATION, _EVENING = 9 * 60, 9 * 60 + 20, 10 * 60, 17 * 60 + 30
"""Minutes after midnight: on one day these follow each other, and forms come before the evening's records."""
_FORMS = 12 * 60
_LAST_FORM_LASTS = timedelta(minutes=10)
_HELP = (AnsweredBy.HELPER_READS, AnsweredBy.HELPER_READS, AnsweredBy.HELPER_TAPS, AnsweredBy.STAFF_INTERVIEW)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Site:
    """What all participants of the simulated site share."""

    study: Study
    instruments: Mapping[InstrumentId, Instrument]
    shapes: Shapes
    seed: int
    site: str
    zone: tzinfo

    def chance(self, *names: str | int) -> Chance:
        return Chance(self.seed, self.site, *names)

    def at(self, day: date, minutes: float) -> datetime:
        return datetime.combine(day, time(), self.zone) + timedelta(minutes=minutes)


def simulate(
    study: Study,
    instruments: Collection[Instrument],
    participants: int,
    months: int,
    seed: int,
    start: date,
    site: str,
    *,
    zone: tzinfo = UTC,
) -> Iterator[Happening]:
    """Yield everything that happens at one site from `start` for some months, in order of time.

    Forms the study asks for and `instruments` does not hold are left out. What would happen later is not yielded, so
    that visits are open, due and overdue on the last day as at a real site.
    """
    shapes = read_shapes()
    end = start + timedelta(days=round(months * DAYS_PER_MONTH))
    by_id = {instrument.id: instrument for instrument in instruments}
    place = _Site(study=study, instruments=by_id, shapes=shapes, seed=seed, site=site, zone=zone)
    days = enrolment_days(start, months, participants, shapes.numbers, place.chance("enrolment"))
    arms = allocate(study, participants, shapes.numbers, place.chance("arms"))
    lives = [_life(place, number, day, arm) for number, (day, arm) in enumerate(zip(days, arms, strict=True), start=1)]
    blocks = merge(*lives, key=lambda block: block.order)
    yield from in_turn(takewhile(lambda block: block.day <= end, blocks))


def _life(place: _Site, number: int, enrolled: date, arm: str) -> Iterator[Block]:
    """Yield what happens to one participant, in order of time; the forms only when they are asked for."""
    numbers = place.shapes.numbers
    subject = make_subject(place.site, number)
    course = make_course(subject, arm, enrolled, place.study.languages, numbers, place.chance(number, "course"))
    is_symptomatic = course.participant.symptomatic is True
    person = make_person(place.instruments.values(), numbers, is_symptomatic, place.chance(number, "person"))
    plans: list[Block | Attendance] = [*_facts(place, course.participant)]
    for visit in visits(place.study, course.participant):
        plans.append(attend(course, visit, numbers, place.chance(number, visit.id)))
    for plan in sorted(plans, key=lambda plan: plan.order if isinstance(plan, Block) else (plan.on, Phase.FORMS)):
        if isinstance(plan, Block):
            yield plan
        elif forms := tuple(_forms(place, number, course, person, plan)):
            used = forms[-1].at - forms[0].at + _LAST_FORM_LASTS if plan.came else timedelta()
            yield Block(day=plan.on, phase=Phase.FORMS, happenings=forms, lasts=used)


def _facts(place: _Site, person: Participant) -> Iterator[Block]:
    for happening in _records(place, person):
        phase = Phase.EVENING if happening.at >= place.at(happening.at.date(), _EVENING) else Phase.MORNING
        yield Block(day=happening.at.date(), phase=phase, happenings=(happening,), lasts=timedelta())


def _records(place: _Site, person: Participant) -> Iterator[Enrolled | FactRecorded | Withdrawn]:
    known = Participant(subject=person.subject, arm=None, enrolled=person.enrolled, language=person.language)
    yield Enrolled(at=place.at(person.enrolled, _ENROLMENT), participant=known)

    def fact(kind: Fact, value: date | str | bool, day: date, minutes: int, arm: str = "") -> FactRecorded:
        return FactRecorded(at=place.at(day, minutes), subject=person.subject, fact=kind, value=value, arm=arm)

    yield fact(Fact.HISTOLOGY, person.histology or "", person.enrolled, _FINDINGS)
    yield fact(Fact.GRADE, person.grade or "", person.enrolled, _FINDINGS + 1)
    yield fact(Fact.SYMPTOMATIC, person.symptomatic is True, person.enrolled, _FINDINGS + 2)
    if person.randomised is not None:
        yield fact(Fact.RANDOMISED, person.randomised, person.randomised, _RANDOMISATION, person.arm or "")
    for day in person.embolizations:
        yield fact(Fact.EMBOLIZATION, day, day, _EVENING)
    if person.progressed is not None:
        yield fact(Fact.PROGRESSED, person.progressed, person.progressed, _EVENING + 1)
    if person.withdrew is not None:
        yield Withdrawn(at=place.at(person.withdrew, _EVENING + 2), subject=person.subject)
    if person.died is not None:
        yield fact(Fact.DIED, person.died, person.died, _EVENING + 3)


def _forms(
    place: _Site, number: int, course: Course, person: Person, attendance: Attendance
) -> Iterator[FormTaken | FormMissed]:
    """Yield the forms of one visit, one after the other, and the reasons for those that were not given."""
    who, visit, numbers = course.participant, attendance.visit, place.shapes.numbers
    chance = place.chance(number, visit.id, "forms")
    minutes: float = _FORMS
    answered_by = chance.pick(_HELP) if chance.happens(numbers.helped) else AnsweredBy.ALONE
    day = day_of_visit(course, attendance.on, numbers)
    for form in (place.instruments[form] for form in visit.instruments if form in place.instruments):
        at = place.at(attendance.on, minutes)
        if form.id not in attendance.missed:
            given = fill_in(form, person, day, place.shapes, place.chance(number, visit.id, form.id))
            yield FormTaken(
                taken_on=at,
                subject=who.subject,
                visit=visit.id,
                instrument=form.id,
                given=given,
                language=who.language,
                answered_by=answered_by,
                reason="" if answered_by is AnsweredBy.ALONE else "Asked for help (simulated)",
            )
            minutes += form.minutes * (0.6 + 0.8 * chance.share())
        elif (reason := attendance.missed[form.id]) is not None:
            yield FormMissed(at=at, subject=who.subject, visit=visit.id, instrument=form.id, reason=reason)
