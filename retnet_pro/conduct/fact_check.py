"""What a dated fact is held against before it is written down: a date that cannot be true is refused with its reason.

A day is compared with what the record says of this participant, each fact by itself (rules P12, P41). What only looks
unusual is not refused here.
"""

from collections.abc import Iterator
from datetime import date, datetime

from retnet_pro.conduct.course import Course
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.ports import Log
from retnet_pro.errors import Code, Refusal
from retnet_pro.study.findings import Grade, Histology
from retnet_pro.study.model import Study

_CODED = {Fact.HISTOLOGY: Histology, Fact.GRADE: Grade}
_AFTER_RANDOMISATION = frozenset({Fact.EMBOLIZATION, Fact.PROGRESSED})
"""What the trial counts from randomisation on, so that it cannot come before."""


def latest_day(log: Log, clock: date) -> date:
    """Return the last day that can have come: the clock's, or the day this device was set up where the clock says less.

    A clock that stands before that day is wrong, and a wrong clock keeps nobody from working.
    """
    first = log.get(1)
    return clock if first is None else max(clock, datetime.fromisoformat(first.header.at).date())


def check_not_future(day: date, today: date) -> None:
    """Refuse a day that has not come.

    Raises:
        Refusal: `DAY_IN_FUTURE`.
    """
    if day > today:
        raise Refusal(Code.DAY_IN_FUTURE, day=day.isoformat(), today=today.isoformat())


def check_fact(study: Study, course: Course, fact: Fact, value: date | str | bool, arm: str, today: date) -> None:
    """Refuse a fact that cannot be true of this participant.

    Raises:
        Refusal: `DAY_IN_FUTURE`, `DAY_BEFORE_CONSENT`, `NOT_RANDOMISED`, `DAY_BEFORE_RANDOMISATION`,
            `DAY_AFTER_DEATH`, `DEATH_TOO_EARLY`, `FACT_RECORDED`, `ARM_CLOSED`, or `FACT_UNKNOWN` for a value that is
            not of the kind.
    """
    if not isinstance(value, date):
        _check_value(fact, value)
        return
    known = course.participant
    check_not_future(value, today)
    if value < known.enrolled:
        raise Refusal(Code.DAY_BEFORE_CONSENT, day=value.isoformat(), enrolled=known.enrolled.isoformat())
    if known.died is not None and fact is not Fact.DIED and value > known.died:
        raise Refusal(Code.DAY_AFTER_DEATH, day=value.isoformat(), died=known.died.isoformat())
    if fact in _AFTER_RANDOMISATION:
        _check_after_randomisation(known.randomised, value)
    if value in _recorded(course, fact):
        raise Refusal(Code.FACT_RECORDED, day=value.isoformat())
    if fact is Fact.DIED and (later := max(_seen_alive(course), default=value)) > value:
        raise Refusal(Code.DEATH_TOO_EARLY, day=value.isoformat(), last=later.isoformat())
    if fact is Fact.RANDOMISED:
        _check_arm(study, arm)
        if known.randomised is not None:
            raise Refusal(Code.FACT_RECORDED, day=known.randomised.isoformat())


def _recorded(course: Course, fact: Fact) -> tuple[date | None, ...]:
    known = course.participant
    match fact:
        case Fact.EMBOLIZATION:
            return known.embolizations
        case Fact.PROGRESSED:
            return (known.progressed,)
        case Fact.DIED:
            return (known.died,)
        case _:
            return ()


def _check_value(fact: Fact, value: str | bool) -> None:
    coded = _CODED.get(fact)
    fits = isinstance(value, bool) if fact is Fact.SYMPTOMATIC else coded is not None and value in list(coded)
    if not fits:
        raise Refusal(Code.FACT_UNKNOWN, fact=fact.value, value=str(value)[:40])


def _check_after_randomisation(randomised: date | None, day: date) -> None:
    if randomised is None:
        raise Refusal(Code.NOT_RANDOMISED)
    if day < randomised:
        raise Refusal(Code.DAY_BEFORE_RANDOMISATION, day=day.isoformat(), randomised=randomised.isoformat())


def _check_arm(study: Study, arm: str) -> None:
    open_ones = [one.id for one in study.arms if one.open_to_randomisation]
    if arm not in open_ones:
        title = next((one.title for one in study.arms if one.id == arm), arm)
        raise Refusal(Code.ARM_CLOSED, arm=title)


def _seen_alive(course: Course) -> Iterator[date]:
    """Yield every day on which the participant was alive, as far as the record tells."""
    known = course.participant
    yield from (day for day in (known.randomised, known.progressed, *known.embolizations) if day is not None)
    yield from (datetime.fromisoformat(one.finished).date() for one in course.filed)
