"""From the desk of a logged-in person to paper: what that person may see, and a line in the audit trail."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from retnet_pro.conduct.alerts import ListedAlert, alerts_of
from retnet_pro.conduct.circumstances import circumstances_of
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.event_name import event_name
from retnet_pro.conduct.misplaced import placings_of
from retnet_pro.conduct.placing import Proposed
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.conduct.signatures import sign_offs
from retnet_pro.conduct.site_facts import Taken
from retnet_pro.errors import Refusal
from retnet_pro.instrument.model import Instrument, InstrumentId, ItemId
from retnet_pro.moment import Moment
from retnet_pro.record.event import EventHash, Kind, SessionId
from retnet_pro.report.event_words import event_words
from retnet_pro.report.paper import Filed, ParticipantPaper, Signature
from retnet_pro.report.participant import participant_pdf
from retnet_pro.report.signature_copy import renewed_words
from retnet_pro.report.style import VERA, Typeface
from retnet_pro.report.words import absence_words, day_words, time_words, why_misplaced_words
from retnet_pro.study.absence import Absence
from retnet_pro.study.participant import Participant
from retnet_pro.study.visits import Visit, planned_visits


def print_participant(desk: Desk, subject: str, now: Moment, typeface: Typeface = VERA) -> bytes:
    """Write down that this person printed the participant's course, and return the PDF (rule P10).

    Raises:
        Refusal: `NOT_ALLOWED` or `PARTICIPANT_UNKNOWN`; then nothing was written.
        Tamper: when an answer cannot be opened.
    """
    paper = compose(desk, subject, now)
    desk.write(Kind.VIEW, {"subject": subject, "what": "participant paper"})
    return participant_pdf(paper, typeface)


def compose(desk: Desk, subject: str, now: Moment) -> ParticipantPaper:
    """Gather what a printout says; the arm only for roles that may see it (rule P21).

    Every answer event of the participant is opened, because paper shows which values were changed (rule P07).

    Raises:
        Refusal: `NOT_ALLOWED` or `PARTICIPANT_UNKNOWN`.
        Tamper: when an answer cannot be opened.
    """
    demand(desk.person.role, Right.READ_RESPONSES)
    known = desk.participant(subject)
    taken = desk.responses_of(subject)
    return ParticipantPaper(
        subject=subject,
        site=str(desk.site.provision["site"]),
        study_title=desk.study.title,
        study_label=desk.study.label,
        mode=desk.mode,
        app=desk.pen.app,
        printed_at=now.wall,
        printed_by=desk.person.user,
        arm=_arm_title(desk, known),
        arm_may_be_seen=desk.may(Right.SEE_ARM),
        enrolled=known.enrolled,
        randomised=known.randomised,
        embolizations=known.embolizations,
        symptomatic=known.symptomatic,
        histology=known.histology,
        grade=known.grade,
        ends=tuple(_ends(known)),
        visits=_visits(desk, known, taken),
        responses=tuple(_filed(desk, one) for one in taken),
        instruments=_instruments(desk, taken),
        absent=_absent(desk, subject),
        alerts_open=tuple(_alert_words(one) for one in reversed(alerts_of(desk, subject)) if one.fact.is_open),
        placings=tuple(_placing_words(desk, one) for one in placings_of(desk, subject)),
        signatures=tuple(_signatures(desk, subject)),
        elsewhere={one: event_name(desk, one) for one in _numbers(desk, subject, taken) if one <= 0},
    )


def _numbers(desk: Desk, subject: str, taken: tuple[Taken, ...]) -> Iterator[int]:
    """Yield the number of every event that a paper about this participant may name."""
    course = desk.course(subject)
    yield from course.erased.values()
    yield from (one.seq for one in course.clinic.filed)
    yield from (act.seq for one in course.alerts for act in one.acts)
    for one in taken:
        yield from (one.seq, *(amended.seq for amended in one.amendments))


def _alert_words(one: ListedAlert) -> str:
    value = one.fact.alert.value
    return f"{one.about} {value:g} ({one.form}, {one.visit_title}, raised {day_words(_moment(one.fact.at).date())})"


def _signatures(desk: Desk, subject: str) -> Iterator[Signature]:
    """Yield every signature, also those that no longer cover what stands there (rules P60, P63)."""
    for one in sign_offs(desk, subject):
        for given in one.signatures:
            yield Signature(
                name=f"{given.name} ({given.role})",
                at=_moment(given.at),
                meaning="; ".join(filter(None, (f"{given.title}. {given.meaning}", renewed_words(given.renewed)))),
                record=EventHash(given.digest),
                still_covers=given.covers(one.covered),
            )


def _placing_words(desk: Desk, one: Proposed) -> str:
    asked, decided = one.proposal, one.decided
    here = (desk.site.courses.get(subject) for subject in dict.fromkeys((asked.subject, asked.to_subject)))
    filed = [form for course in here if course is not None for form in course.filed if form.ses in asked.sessions]
    forms = ", ".join(desk.library.instrument(form.instrument).title for form in filed) or "erased forms"
    event = event_words(event_name(desk, one.seq))
    said = (
        f"{forms}: from {asked.subject}, {asked.visit} to {asked.to_subject}, {asked.to_visit} "
        f"({why_misplaced_words(asked.why)}: {asked.note}); proposed by {one.who}, {_time(one.at)}, event {event}"
    )
    if decided is None:
        return f"{said}; disputed until a second person decides."
    verdict = "accepted" if decided.decision.accepted else "not accepted"
    event = event_words(event_name(desk, decided.seq))
    return f"{said}; {verdict} by {decided.who}, {_time(decided.at)}, event {event}: {decided.decision.note}."


def _time(at: str) -> str:
    return time_words(_moment(at))


def _moment(at: str) -> datetime:
    return datetime.fromisoformat(at)


def _arm_title(desk: Desk, known: Participant) -> str | None:
    return next((arm.title for arm in desk.study.arms if arm.id == known.arm), known.arm)


def _ends(known: Participant) -> Iterator[tuple[str, date]]:
    for words, day in (("progression", known.progressed), ("withdrew", known.withdrew), ("died", known.died)):
        if day is not None:
            yield words, day


def _visits(desk: Desk, known: Participant, taken: tuple[Taken, ...]) -> tuple[Visit, ...]:
    """Return the expected visits, and planned ones that are no longer expected but did bring a form."""
    came = {one.response.visit for one in taken} | {visit.id for visit in desk.visits_of(known.subject)}
    return tuple(visit for visit in planned_visits(desk.study, known) if visit.id in came)


def _filed(desk: Desk, taken: Taken) -> Filed:
    changed = _changed(desk, taken.response.ses)
    return Filed(
        response=taken.response,
        seq=taken.seq,
        hash=taken.hash,
        changed=changed,
        original=taken.original if taken.amendments else None,
        amendments=taken.amendments,
        circumstances=circumstances_of(desk, taken.response.ses),
    )


def _changed(desk: Desk, ses: SessionId) -> Mapping[ItemId, int]:
    changes: dict[ItemId, int] = {}
    for entry in desk.reader.entries_of(ses):
        if entry.replaces is not None:
            changes[entry.item] = changes.get(entry.item, 0) + 1
    return changes


def _instruments(desk: Desk, taken: tuple[Taken, ...]) -> Mapping[InstrumentId, Instrument]:
    """Return each form in the version answered last, else in the version at hand; paper names forms nobody has."""
    forms: dict[InstrumentId, Instrument] = {}
    for one in taken:
        used = one.response.form
        for version in (used.version, None):
            try:
                forms[used.id] = desk.library.instrument(used.id, version)
                break
            except Refusal:
                continue
    return forms


def _absent(desk: Desk, subject: str) -> Mapping[tuple[str, InstrumentId], str]:
    course = desk.course(subject)
    stopped = {form: f"stopped, {_said(reason)}" if reason else "stopped" for form, reason in course.stopped.items()}
    return {**stopped, **{form: absence_words(reason) for form, reason in course.absent.items()}}


def _said(reason: str) -> str:
    """Return the words of a reason from the list, or the reason as it was written."""
    return absence_words(Absence(reason)) if reason in set(Absence) else reason
