"""Handing the tablet over: open the forms of a visit, go on with an interrupted sitting, close a form as partial."""

from collections.abc import Collection
from datetime import datetime, timedelta

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.offering import demand_allowed, demand_licensed, demand_spoken, grounds_of
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.conduct.site_facts import SessionFact
from retnet_pro.conduct.sitting import Sitting, Turn
from retnet_pro.errors import Code, Refusal, Tamper
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.circumstance import Deviation, LineCheck, WhyHelped, lacks_reason, medium_of
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.model import Identification
from retnet_pro.study.visits import may_be_asked, visit_by_id


def start(
    desk: Desk,
    subject: str,
    visit_id: str,
    language: str,
    answered_by: AnsweredBy,
    *,
    why: WhyHelped | None = None,
    reason: str = "",
    line: LineCheck | None = None,
    after_contact: bool = False,
    new_pin: bool = False,
) -> Sitting:
    """Open the forms a visit still needs and return what the participant's process may know.

    Where the participant does not answer alone, `why` or a `reason` in words is needed (rule E58). `after_contact`
    says that the consultation came first, against the plan (rule E57). With `new_pin` the
    participant chooses a new one. For a telephone interview `line` says how it was made sure who is on the line; that
    is recorded in the name of this member of staff and stands for the participant's own step (rule E59).

    Raises:
        Refusal: `NOT_ALLOWED`, `REASON_MISSING`, `LINE_UNCHECKED`, `PARTICIPANT_UNKNOWN`, `TIME_POINT_UNKNOWN`,
            `SESSION_WAITING`, `NOTHING_TO_ASK`, or for any of the forms `WORDING_MISSING`, `LICENCE_EXPIRED`, in study
            mode `LICENCE_MISSING`, `APPROVAL_MISSING` or `FORM_UNCONFIRMED`; for the language `INTERFACE_MISSING` or
            `LANGUAGE_DRAFT`; then nothing was opened.
        Tamper: `HISTORY_FORKED`, when the centre holds another history of this device.
    """
    demand(desk.person.role, Right.HAND_OVER)
    if lacks_reason(answered_by, why, reason):
        raise Refusal(Code.REASON_MISSING)
    _demand_checked(answered_by, line)
    if any((waiting.subject, waiting.visit) == (subject, visit_id) for waiting in desk.site.sessions.values()):
        raise Refusal(Code.SESSION_WAITING, subject=subject)
    participant = desk.participant(subject)
    visit = visit_by_id(desk.study, participant, visit_id)
    done = desk.course(subject).done(visit_id)
    forms = [desk.library.instrument(instrument) for instrument in visit.instruments if instrument not in done]
    if not forms or not may_be_asked(participant, desk.pen.clock().wall.date()):
        raise Refusal(Code.NOTHING_TO_ASK, subject=subject, time_point=visit_id)
    if desk.site.is_forked:
        raise Tamper(Code.HISTORY_FORKED, why="the centre's receipt says so")
    wordings = [desk.library.wording(form, language) for form in forms]
    grounds = grounds_of(desk)
    for form, wording in zip(forms, wordings, strict=True):
        demand_allowed(form, wording, grounds)
    demand_spoken(desk.library, wordings, language)
    sitting = desk.new_id()
    turns = []
    for form, wording in zip(forms, wordings, strict=True):
        ses = SessionId(desk.new_id())
        event = desk.write(
            Kind.SESSION_OPEN,
            {
                "ses": ses,
                "sitting": sitting,
                "subject": subject,
                "visit": visit_id,
                "visit_title": visit.title,
                "instrument": form.id,
                "version": form.version,
                "form_hash": form.hash,
                "language": language,
                "wording_version": wording.version,
                "wording_hash": wording.hash,
                "demonstration": wording.demonstration,
                "answered_by": answered_by.value,
                "why": _why(answered_by, why),
                "reason": reason,
                "medium": medium_of(answered_by).value,
                "deviations": [one.value for one in _deviations(visit.instruments, form.id, done, after_contact)],
            },
            ses=ses,
            n=0,
            pack=form.hash,
        )
        turns.append(
            Turn(
                ses=ses,
                instrument=form.id,
                version=form.version,
                language=language,
                opened_at=event.header.at,
            )
        )
    return _hand_over(desk, subject, visit_id, visit.title, answered_by, tuple(turns), line, new_pin=new_pin)


def resume(desk: Desk, sitting_id: str, *, line: LineCheck | None = None, new_pin: bool = False) -> Sitting:
    """Return an interrupted sitting with what has been put down so far (rules E51, E52).

    With `new_pin` the participant, who forgot theirs, chooses a new one. A telephone interview goes on as one, and
    `line` says anew how it was made sure who is on the line.

    Raises:
        Refusal: `NOT_ALLOWED`, `SESSION_UNKNOWN`, `LINE_UNCHECKED`, `NOTHING_TO_ASK` when the participant is no longer
            asked, `RESUME_TOO_LATE`, `LICENCE_EXPIRED`, or `FORM_CHANGED` when form or words are not those it was begun
            with.
    """
    demand(desk.person.role, Right.HAND_OVER)
    open_sessions = [session for session in desk.site.interrupted() if session.sitting == sitting_id]
    if not open_sessions:
        raise Refusal(Code.SESSION_UNKNOWN, session=sitting_id)
    subject = open_sessions[0].subject
    _demand_checked(open_sessions[0].answered_by, line)
    if not may_be_asked(desk.participant(subject), desk.pen.clock().wall.date()):
        raise Refusal(Code.NOTHING_TO_ASK, subject=subject, time_point=open_sessions[0].visit)
    for session in open_sessions:
        _demand_same(desk, session)
        if desk.reader.is_inherited(session.ses):
            # Its first answers stand in another log; the centre could not count them with those given here.
            raise Refusal(Code.SESSION_INHERITED, subject=session.subject)
    first = open_sessions[0]
    if is_too_late(desk, first):
        raise Refusal(Code.RESUME_TOO_LATE, subject=first.subject, hours=desk.study.resume_hours)
    for session in open_sessions:
        desk.write(Kind.SESSION_RESUME, {"ses": session.ses}, ses=session.ses)
    turns = tuple(
        Turn(
            ses=session.ses,
            instrument=session.instrument,
            version=session.version,
            language=session.language,
            opened_at=session.opened_at,
            entries=desk.reader.entries_of(session.ses),
            accommodations=desk.reader.accommodations_of(session.ses),
        )
        for session in open_sessions
    )
    who = first.answered_by
    return _hand_over(desk, first.subject, first.visit, first.visit_title, who, turns, line, new_pin=new_pin)


def is_too_late(desk: Desk, session: SessionFact) -> bool:
    """Whether the time in which the study lets a questionnaire go on is over (rule E52)."""
    if desk.study.resume_hours is None:
        return False
    passed = desk.pen.clock().wall - datetime.fromisoformat(session.opened_at)
    return passed > timedelta(hours=desk.study.resume_hours)


def stop(desk: Desk, session: SessionFact, reason: str) -> None:
    """Close an interrupted form as partial, keeping what was answered (rule E66).

    Raises:
        Refusal: `NOT_ALLOWED` or `SESSION_UNKNOWN`.
    """
    demand(desk.person.role, Right.HAND_OVER)
    if all(one.ses != session.ses for one in desk.site.interrupted()):
        raise Refusal(Code.SESSION_UNKNOWN, session=session.ses)
    desk.write(Kind.SESSION_STOP, {"ses": session.ses, "reason": reason}, ses=session.ses)


def _demand_checked(answered_by: AnsweredBy, line: LineCheck | None) -> None:
    if answered_by is AnsweredBy.STAFF_TELEPHONE and line is None:
        raise Refusal(Code.LINE_UNCHECKED)


def _why(answered_by: AnsweredBy, why: WhyHelped | None) -> str | None:
    match answered_by:
        case AnsweredBy.ALONE:
            return None
        case AnsweredBy.STAFF_TELEPHONE:
            return WhyHelped.AWAY.value
        case _:
            return (why or WhyHelped.OTHER).value


def _deviations(
    planned: tuple[InstrumentId, ...], form: InstrumentId, done: Collection[InstrumentId], after_contact: bool
) -> list[Deviation]:
    """Return how this form departs from the order the schedule gives its visit (rule E57)."""
    later = planned[planned.index(form) + 1 :]
    found = [Deviation.AFTER_LATER_FORM] if any(one in done for one in later) else []
    return [*found, Deviation.AFTER_CONTACT] if after_contact else found


def _demand_same(desk: Desk, session: SessionFact) -> None:
    """Refuse to go on in other words than a form was begun in (promise 5), or in words nobody may be shown any more."""
    form = desk.library.instrument(session.instrument, session.version)
    wording = desk.library.wording(form, session.language)
    if (form.hash, wording.hash) != (session.form_hash, session.wording_hash):
        raise Refusal(Code.FORM_CHANGED, form=session.instrument, subject=session.subject)
    demand_licensed(form, wording, desk.pen.clock().wall.date())


def has_pin(desk: Desk, subject: str) -> bool:
    """Whether the study asks for a PIN and the participant has chosen one.

    Raises:
        Refusal: `NOT_ALLOWED`.
    """
    demand(desk.person.role, Right.HAND_OVER)
    return desk.study.identification is Identification.PIN and bool(_pin_of(desk, subject))


def _pin_of(desk: Desk, subject: str) -> str:
    """Return what is kept of the participant's PIN, or '' when there is none (see `record.pin`)."""
    chosen = desk.reader.whole_history({Kind.PARTICIPANT_PIN})
    kept = [str(one.content["pin"]) for one in chosen if one.content.get("subject") == subject]
    return kept[-1] if kept else ""


def _hand_over(
    desk: Desk,
    subject: str,
    visit: str,
    title: str,
    answered_by: AnsweredBy,
    turns: tuple[Turn, ...],
    line: LineCheck | None,
    *,
    new_pin: bool,
) -> Sitting:
    by_telephone = answered_by is AnsweredBy.STAFF_TELEPHONE
    identification = Identification.STATED if by_telephone else desk.study.identification
    if by_telephone and line is not None:
        for turn in turns:
            stated = {"ses": turn.ses, "by": identification.value, "how": line.value}
            desk.write(Kind.SESSION_IDENTIFIED, stated, ses=turn.ses)
    needs_pin = identification is Identification.PIN
    pin = _pin_of(desk, subject) if needs_pin and not new_pin else ""
    desk.write(Kind.HANDOVER, {"sessions": [turn.ses for turn in turns]})
    desk.keep_snapshot()
    return Sitting(
        subject=subject,
        visit=visit,
        visit_title=title,
        answered_by=answered_by,
        mode=desk.mode,
        practice=not by_telephone and not desk.course(subject).filed and not any(turn.entries for turn in turns),
        turns=turns,
        identification=identification,
        pin=pin,
        salt=desk.new_id() if needs_pin and not pin else "",
        study=desk.study.hash,
        rules=tuple(rule for rule in desk.study.alerts if rule.instrument in {turn.instrument for turn in turns}),
        whom_to_call=desk.study.whom_to_call.get(turns[0].language, ""),
    )
