"""What the page Today shows, gathered from the desk in the lane: plain facts, no Qt."""

from dataclasses import dataclass
from datetime import date

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.roles import Right
from retnet_pro.conduct.site import SessionFact
from retnet_pro.record.event import Kind
from retnet_pro.study.due import Due, WindowState


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
    answers: int
    """Acts put down so far in these forms; counted without opening any of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """One visit that is due, with what a nurse wants to know before handing over."""

    due: Due
    language: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayView:
    """The whole page."""

    day: date
    paused: tuple[Paused, ...]
    due: tuple[DueRow, ...]
    may_hand_over: bool

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
        )
        for due in desk.due()
        if (due.subject, due.visit.id) not in busy
    )
    return TodayView(day=desk.pen.clock().wall.date(), paused=paused, due=rows, may_hand_over=desk.may(Right.HAND_OVER))


def _paused(desk: Desk) -> tuple[Paused, ...]:
    sittings: dict[str, list[SessionFact]] = {}
    for session in desk.site.interrupted():
        sittings.setdefault(session.sitting, []).append(session)
    found = [_one(desk, tuple(sessions)) for sessions in sittings.values()]
    return tuple(sorted(found, key=lambda paused: paused.opened_at))


def _answers(desk: Desk, session: SessionFact) -> int:
    return sum(event.header.kind is Kind.ANSWER for event in desk.pen.log.session_events(session.ses))


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
        answers=sum(_answers(desk, session) for session in sessions),
    )
