"""How and where a questionnaire was interrupted, told to staff before they decide what becomes of it (rule E51)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from retnet_pro.answering.session import FinishedPage, Page, QuestionPage, ReviewPage, resume
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.conduct.site_facts import SessionFact
from retnet_pro.instrument.model import ItemId
from retnet_pro.record.event import Kind
from retnet_pro.study.absence import Absence


class Ending(StrEnum):
    """How the tablet came back to staff."""

    STOPPED = "stopped"
    """The participant asked to stop."""
    OTHER_PERSON = "other-person"
    """Somebody said that the tablet was not meant for them."""
    NOT_IDENTIFIED = "not-identified"
    """The study PIN did not match."""
    BROKEN = "broken"
    """Nobody said anything: crash, power, battery, or the program was ended from outside."""
    NOT_HANDED_OVER = "not-handed-over"
    """It was opened, but the tablet never reached the participant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interruption:
    """Where one sitting stands."""

    ending: Ending
    form: str
    """Title of the form the participant was at."""
    question: int | None
    """Which question is the first without an answer, from 1; None when the form waits to be finished."""
    questions: int
    """How many questions that form has."""
    answers: int
    """Acts put down so far in the forms that are still open."""
    last_answer_at: str | None
    said: Absence | None
    """Why the participant stopped, if they wanted to say."""


def interruption(desk: Desk, sessions: Sequence[SessionFact]) -> Interruption:
    """Return where the open questionnaires of one sitting, in the order they are asked, were interrupted.

    Raises:
        Refusal: `NOT_ALLOWED`.
        Tamper: when an answer cannot be opened.
    """
    demand(desk.person.role, Right.READ_RESPONSES)
    entries = {session.ses: desk.reader.entries_of(session.ses) for session in sessions}
    current = next((session for session in reversed(sessions) if entries[session.ses]), sessions[0])
    form = desk.library.instrument(current.instrument, current.version)
    page = resume(form, entries[current.ses], desk.pen.clock()).page
    return Interruption(
        ending=_ending(desk, sessions),
        form=form.title,
        question=_question(page, [item.id for item in form.items]),
        questions=len(form.items),
        answers=sum(map(len, entries.values())),
        last_answer_at=_last_answer(desk, sessions),
        said=_said_why(desk, sessions),
    )


def _question(page: Page, order: list[ItemId]) -> int | None:
    match page:
        case QuestionPage(item):
            return order.index(item) + 1
        case ReviewPage() | FinishedPage():
            return None
        case _:
            return 1


def _last_answer(desk: Desk, sessions: Sequence[SessionFact]) -> str | None:
    return max(
        (
            event.header.at
            for session in sessions
            for event in desk.pen.log.session_events(session.ses)
            if event.header.kind is Kind.ANSWER
        ),
        default=None,
    )


def _said_why(desk: Desk, sessions: Sequence[SessionFact]) -> Absence | None:
    """What was said at the last stop; an older word does not stand for a stop without one."""
    last: Absence | None = None
    for event, public in desk.reader.session_events(sessions[-1].ses):
        match event.header.kind:
            case Kind.SESSION_WHY if event.sealed is not None:
                last = Absence(str(desk.reader.open_event(event, public).content["reason"]))
            case Kind.SESSION_RESUME:
                last = None
    return last


def _ending(desk: Desk, sessions: Sequence[SessionFact]) -> Ending:
    """The last hand-over of these forms, and what was said first after it."""
    opened = next(event.header.seq for event in desk.pen.log.session_events(sessions[0].ses))
    found = Ending.NOT_HANDED_OVER
    for event in desk.pen.log.events(opened, {Kind.HANDOVER, Kind.LOCK, Kind.LOGIN}):
        header = event.header
        note = header.note or {}
        if header.kind is Kind.HANDOVER and sessions[-1].ses in _listed(note.get("sessions")):
            found = Ending.BROKEN
        elif header.kind is Kind.LOCK and found is Ending.BROKEN and note.get("why") in _SAID:
            found = Ending(str(note["why"]))
    return found


_SAID = frozenset({Ending.STOPPED.value, Ending.OTHER_PERSON.value, Ending.NOT_IDENTIFIED.value})


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()
