"""What the page Today shows, gathered from the desk in the lane: plain facts, no Qt."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from retnet_pro.conduct.alerts import AlertCount, count_alerts
from retnet_pro.conduct.clock_history import ClockStep, clock_steps
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.handover import is_too_late
from retnet_pro.conduct.interruption import Interruption, interruption
from retnet_pro.conduct.roles import Right
from retnet_pro.conduct.safety import safety_of
from retnet_pro.conduct.site_facts import SessionFact
from retnet_pro.study.due import Due, WindowState

CLOCK_DAYS = 7
"""How long a jump of the clock is told on the first page. Choice of this project."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused:
    """One sitting that was begun and not finished (rule E51)."""

    sitting: str
    subject: str
    visit: str
    visit_title: str
    language: str
    opened_at: str
    forms: tuple[str, ...]
    """Titles of the forms still open."""
    sessions: tuple[SessionFact, ...]
    interruption: Interruption
    may_go_on: bool
    """Whether the study lets it go on now (rule E52)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """One visit that is due, with what a nurse wants to know before handing over."""

    due: Due
    language: str
    forms: tuple[str, ...]
    last: date | None
    """The day of the last finished questionnaire of this participant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayView:
    """The whole page."""

    day: date
    paused: tuple[Paused, ...]
    due: tuple[DueRow, ...]
    may_hand_over: bool
    at: str
    """What the clock of the device says, with its offset to UTC (rule P32)."""
    unsent: int
    """Finished questionnaires that are on this device only."""
    alerts: AlertCount
    clock: tuple[ClockStep, ...]
    """Jumps of the clock in the last days, newest first (rule E55)."""

    def of_state(self, state: WindowState) -> tuple[DueRow, ...]:
        """Return the rows of one window state, in order of urgency."""
        return tuple(row for row in self.due if row.due.state is state)


def today(desk: Desk) -> TodayView:
    """Return who is interrupted and who is due. A visit that is interrupted is not offered a second time."""
    paused = _paused(desk)
    busy = {(one.subject, one.visit) for one in paused}
    rows = tuple(
        DueRow(
            due=due,
            language=desk.participant(due.subject).language,
            forms=tuple(desk.library.instrument(form).title for form in due.missing or due.visit.instruments),
            last=_last(desk, due.subject),
        )
        for due in desk.due()
        if (due.subject, due.visit.id) not in busy
    )
    moment = desk.pen.clock()
    now = moment.wall
    return TodayView(
        day=now.date(),
        paused=paused,
        due=rows,
        may_hand_over=desk.may(Right.HAND_OVER),
        at=moment.at,
        unsent=safety_of(desk.site).on_device,
        alerts=count_alerts(desk, now),
        clock=tuple(
            step
            for step in reversed(clock_steps(desk))
            if abs(now - datetime.fromisoformat(step.after)) <= timedelta(days=CLOCK_DAYS)
        ),
    )


def _last(desk: Desk, subject: str) -> date | None:
    finished = (datetime.fromisoformat(one.finished).date() for one in desk.course(subject).filed)
    return max(finished, default=None)


def _paused(desk: Desk) -> tuple[Paused, ...]:
    sittings: dict[str, list[SessionFact]] = {}
    for session in desk.site.interrupted():
        sittings.setdefault(session.sitting, []).append(session)
    found = [_one(desk, tuple(sessions)) for sessions in sittings.values()]
    return tuple(sorted(found, key=lambda paused: paused.opened_at))


def _one(desk: Desk, sessions: tuple[SessionFact, ...]) -> Paused:
    first = sessions[0]
    return Paused(
        sitting=first.sitting,
        subject=first.subject,
        visit=first.visit,
        visit_title=first.visit_title,
        language=first.language,
        opened_at=first.opened_at,
        forms=tuple(desk.library.instrument(session.instrument, session.version).title for session in sessions),
        sessions=sessions,
        interruption=interruption(desk, sessions),
        may_go_on=not is_too_late(desk, first),
    )
