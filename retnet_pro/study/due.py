"""What is to be asked today, most urgent first: the first page of a clinic morning."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from retnet_pro.instrument.model import InstrumentId
from retnet_pro.study.model import Study
from retnet_pro.study.participant import Participant
from retnet_pro.study.visits import Visit, may_be_asked, visits

CLOSING_DAYS = 3
"""A window with at most this many days left after today is closing. Choice of this project, not of a protocol."""
AHEAD_DAYS = 14
"""How far ahead the list looks for windows that have not opened. Choice of this project, not of a protocol."""

Forms = Mapping[tuple[str, str], Collection[InstrumentId]]
"""By (subject, visit id): instruments."""


class WindowState(StrEnum):
    """How a visit stands on a given day."""

    CLOSING = "closing"
    """Open, and only a few days left."""
    OPEN = "open"
    OVERDUE = "overdue"
    """The window has closed and forms are missing: accepted and flagged (rule E68), or a reason is due (rule E66)."""
    UPCOMING = "upcoming"
    DONE = "done"
    """Nothing is missing."""


_URGENCY = {state: place for place, state in enumerate(WindowState)}
"""The order of the states above is the order of urgency: first what is lost when it is not done today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One visit of one participant on the list."""

    subject: str
    visit: Visit
    state: WindowState
    missing: tuple[InstrumentId, ...]
    """In the order they are asked (rule E57)."""
    minutes: int
    """Estimate for the missing instruments together."""
    days_left: int
    """Days from today to the last day of the window; 0 on the last day, negative afterwards."""


def window_state(visit: Visit, missing: Collection[InstrumentId], today: date, closing_days: int) -> WindowState:
    """Return how a visit stands on this day."""
    if not missing:
        return WindowState.DONE
    if today < visit.opens:
        return WindowState.UPCOMING
    if today > visit.closes:
        return WindowState.OVERDUE
    return WindowState.CLOSING if (visit.closes - today).days <= closing_days else WindowState.OPEN


def due_list(
    study: Study,
    participants: Iterable[Participant],
    done: Forms,
    today: date,
    *,
    minutes: Mapping[InstrumentId, int],
    excused: Forms | None = None,
    closing_days: int = CLOSING_DAYS,
    ahead_days: int = AHEAD_DAYS,
) -> tuple[Due, ...]:
    """Return the visits that matter today, most urgent first.

    Left out: participants who can no longer be asked, windows that open later than `ahead_days` from now, and finished
    visits whose window has closed. `excused` are forms whose absence has a recorded reason (rule E66); they are no
    longer missing. An instrument without an entry in `minutes` counts 0.
    """
    listed = [
        _due(person.subject, visit, done, excused or {}, today, minutes, closing_days)
        for person in participants
        if may_be_asked(person, today)
        for visit in visits(study, person)
        if visit.opens <= today + timedelta(days=ahead_days)
    ]
    current = [due for due in listed if due.state is not WindowState.DONE or due.visit.is_open(today)]
    return tuple(sorted(current, key=lambda due: (_URGENCY[due.state], due.visit.closes, due.subject, due.visit.id)))


def listed_span(
    study: Study, person: Participant, done: Forms, excused: Forms, *, ahead_days: int = AHEAD_DAYS
) -> tuple[date, date] | None:
    """Return the first and last day on which `due_list` can name this participant; None when on no day.

    Wider than need be, never narrower: so a long list of participants need not be gone through every morning.
    """
    expected = visits(study, person)
    if not expected:
        return None
    settled = (
        {*done.get((person.subject, visit.id), ()), *excused.get((person.subject, visit.id), ())} for visit in expected
    )
    is_complete = all(has.issuperset(visit.instruments) for visit, has in zip(expected, settled, strict=True))
    last = max(visit.closes for visit in expected) if is_complete else date.max
    ends = (day for day in (last, person.died, person.withdrew) if day is not None)
    return min(visit.opens for visit in expected) - timedelta(days=ahead_days), min(ends)


def _due(
    subject: str,
    visit: Visit,
    done: Forms,
    excused: Forms,
    today: date,
    minutes: Mapping[InstrumentId, int],
    closing_days: int,
) -> Due:
    key = (subject, visit.id)
    settled = {*done.get(key, ()), *excused.get(key, ())}
    missing = tuple(instrument for instrument in visit.instruments if instrument not in settled)
    return Due(
        subject=subject,
        visit=visit,
        state=window_state(visit, missing, today, closing_days),
        missing=missing,
        minutes=sum(minutes.get(instrument, 0) for instrument in missing),
        days_left=(visit.closes - today).days,
    )
