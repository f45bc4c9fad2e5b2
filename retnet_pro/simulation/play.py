"""Play a simulated trial through the use cases a person would trigger: enrol, record, hand over, answer, finish, stop.

Nothing is written around them, so a simulated site differs from a real one only in who answered.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby

from retnet_pro.answering.actions import Action, Choose, ChooseNotApplicable, ConfirmSkip, Finish, Next
from retnet_pro.answering.session import (
    FinishedPage,
    IntroPage,
    QuestionPage,
    ReviewPage,
    SectionPage,
    Session,
    SkipPage,
)
from retnet_pro.answering.sheet import Answered, Given, NotApplicable
from retnet_pro.answering.step import step
from retnet_pro.conduct.absence import excuse
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.handover import start, stop
from retnet_pro.conduct.take import Bedside
from retnet_pro.conduct.withdrawal import withdraw
from retnet_pro.instrument.model import ItemId
from retnet_pro.moment import Moment
from retnet_pro.simulation.alerting import answer_waiting
from retnet_pro.simulation.happening import Enrolled, FactRecorded, FormMissed, FormTaken, Happening, Withdrawn
from retnet_pro.study.withdrawal import WithdrawalReason

SECONDS_A_READING = 2
"""How far the calendar moves each time somebody looks at it; an answer takes two or three looks."""


class Calendar:
    """A clock that is told the time and never goes back. Has state, because a clock does."""

    def __init__(self, start: datetime) -> None:
        """Start at an aware time."""
        self._start = start
        self._now = start
        self._boot = f"simulated-{start.isoformat()}"

    def turn_to(self, at: datetime) -> None:
        """Move on to a time, unless it is already later."""
        self._now = max(self._now, at)

    def __call__(self) -> Moment:
        """Return the time and move on a little."""
        self._now += timedelta(seconds=SECONDS_A_READING)
        return Moment(self._now, int((self._now - self._start).total_seconds() * 1000), self._boot)


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """What a play did."""

    participants: int
    facts: int
    sittings: int
    forms: int
    answers: int
    missed: int
    staff_forms: int = 0
    """Forms that staff filled in; written after the play (see `staff_forms`)."""


def play(
    happenings: Iterable[Happening],
    desk: Desk,
    calendar: Calendar,
    *,
    progress: Callable[[int], None] = lambda done: None,
) -> Played:
    """Play everything, in order; the desk's pen must read this calendar.

    Raises:
        Refusal, WorldFault: as the use cases do; what was played before stays.
    """
    counts = dict.fromkeys(("participants", "facts", "sittings", "forms", "answers", "missed"), 0)
    for (_, subject, visit), group in groupby(happenings, key=_sitting):
        for happening in (together := list(group)):
            calendar.turn_to(happening.at)
            match happening:
                case Enrolled():
                    person = happening.participant
                    desk.enrol(person.subject, person.enrolled, person.language)
                    counts["participants"] += 1
                case FactRecorded():
                    _record(desk, happening)
                    counts["facts"] += 1
                case Withdrawn():
                    withdraw(desk, happening.subject, happening.at.date(), WithdrawalReason.NOT_SAID)
                    counts["facts"] += 1
                case FormTaken() | FormMissed():
                    break
        forms = [one for one in together if isinstance(one, FormTaken | FormMissed)]
        if forms:
            for name, number in _sit(desk, calendar, subject, visit, forms).items():
                counts[name] += number
        progress(sum(counts.values()))
    return Played(**counts)


def _record(desk: Desk, happening: FactRecorded) -> None:
    """Record a fact as it was at the time: an arm that was closed early was still open to its first participants."""
    today = desk.study
    desk.study = replace(today, arms=tuple(replace(arm, open_to_randomisation=True) for arm in today.arms))
    try:
        desk.record_fact(happening.subject, happening.fact, happening.value, arm=happening.arm)
    finally:
        desk.study = today


def _sitting(happening: Happening) -> tuple[str, str, str]:
    """Group the forms of one visit; everything else is a group of its own."""
    if isinstance(happening, FormTaken | FormMissed):
        return ("forms", happening.subject, happening.visit)
    return (f"{happening.at.isoformat()} {type(happening).__name__}", happening.subject, "")


def _sit(
    desk: Desk, calendar: Calendar, subject: str, visit: str, forms: list[FormTaken | FormMissed]
) -> Mapping[str, int]:
    taken = {form.instrument: form for form in forms if isinstance(form, FormTaken)}
    missed = {form.instrument: form for form in forms if isinstance(form, FormMissed)}
    if not taken:
        for instrument, form in missed.items():
            excuse(desk, subject, visit, instrument, form.reason)
        return {"missed": len(missed)}
    first = next(iter(taken.values()))
    calendar.turn_to(first.at)
    answer_waiting(desk, first.at)
    sitting = start(desk, subject, visit, first.language, first.answered_by, reason=first.reason)
    bedside = Bedside(desk.pen, desk.library, sitting)
    answers = 0
    for part, turn in enumerate(sitting.turns):
        if turn.instrument in taken:
            answers += fill_in(bedside, part, taken[turn.instrument].given, calendar)
    desk.catch_up()
    for turn in sitting.turns:
        if turn.instrument in missed:
            stop(desk, desk.site.sessions[turn.ses], missed[turn.instrument].reason.value)
    return {"sittings": 1, "forms": len(taken), "answers": answers, "missed": len(missed)}


def fill_in(bedside: Bedside, part: int, given: Mapping[ItemId, Given], calendar: Calendar) -> int:
    """Fill in one form act by act and close it; return how many acts were recorded."""
    session, _ = bedside.begin(part)
    while (action := next_action(session, given)) is not None:
        before = len(session.entries)
        session = step(session, action, calendar())
        if len(session.entries) > before:
            bedside.record(part, session.entries[before:])
    bedside.finish(part, session, ())
    return len(session.entries)


def next_action(session: Session, given: Mapping[ItemId, Given]) -> Action | None:
    """Return what a person with these answers does next, or None when the form is finished.

    An item without an answer here is left out on purpose.
    """
    match session.page:
        case IntroPage() | SectionPage():
            return Next()
        case QuestionPage(item):
            wanted = given.get(item)
            match wanted:
                case Answered(code) if session.given.get(item) != wanted:
                    return Choose(item, code)
                case NotApplicable() if session.given.get(item) != wanted:
                    return ChooseNotApplicable(item)
                case _:
                    return Next()
        case SkipPage():
            return ConfirmSkip()
        case ReviewPage():
            return Finish()
        case FinishedPage():
            return None
