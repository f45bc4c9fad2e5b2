"""The site's own data in open files: who took them out, in which format and how many stands in the record beforehand.

The rows are the same as at the centre, made from this device's log. Sealed bundles for the centre are another matter
(see `export`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from retnet_pro import __version__
from retnet_pro.conduct.circumstances import circumstances_of
from retnet_pro.conduct.clinic_reading import closed_form
from retnet_pro.conduct.course import Course
from retnet_pro.conduct.course_rows import TOLD, Slots, Told, by_subject, person_rows, slot_of
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.event_name import event_name
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.conduct.site_facts import Taken
from retnet_pro.dataset.codebook import Codebook, make_codebook
from retnet_pro.dataset.leaving_words import Offered
from retnet_pro.dataset.making import Correction, Held, undecided
from retnet_pro.dataset.purpose import demand_purpose
from retnet_pro.dataset.rows import PersonRows
from retnet_pro.dataset.staff_rows import StaffForm
from retnet_pro.dataset.study_data import About, StudyData
from retnet_pro.errors import Refusal
from retnet_pro.instrument.model import Instrument, InstrumentId, Wording
from retnet_pro.record.circumstance import Medium, medium_of
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.record.response import AnsweredBy
from retnet_pro.scoring.score import SCORING_VERSION
from retnet_pro.study.model import Mode


def take_out(desk: Desk, fmt: str, *, synthetic: bool = False) -> StudyData:
    """Write down that this person takes the data out in a format, and return the rows as of today.

    The arm of every participant is among them, so the person must be one who may see it (rule P21). Participants are
    read from the log while somebody asks for them.

    Raises:
        Refusal: `NOT_ALLOWED`, `NOT_STUDY_DATA` or `IS_STUDY_DATA`; while participants are read `DATA_UNFIT`.
        Tamper: `CHAIN_BROKEN`, when the record is damaged; while participants are read as `reading.Reader.response`.
        WorldFault: the disk refused; then nothing is taken out.
    """
    demand_may_take_out(desk)
    demand_purpose(desk.mode, synthetic=synthetic)
    as_of = desk.pen.clock().wall.date()
    courses = tuple(desk.site.courses.every())
    codebook = make_codebook(desk.study, _instruments(desk, courses), _offered(desk, as_of), desk.library.clinic)
    about = _about(desk, as_of)  # before the event below, so that the same data make the same bytes
    desk.write(
        Kind.DATA_OUT,
        {
            "format": fmt,
            "synthetic": synthetic,
            "participants": len(courses),
            "forms": sum(len(course.filed) for course in courses),
            "cut_off": as_of.isoformat(),
        },
    )
    return StudyData(
        about=about,
        codebook=codebook,
        participants=len(courses),
        people=partial(_people, desk, codebook, as_of),
    )


def demand_may_take_out(desk: Desk) -> None:
    """Return if this person may take data out; the arm is among them, so it must be one who may see it (rule P21).

    Raises:
        Refusal: `NOT_ALLOWED`.
    """
    demand(desk.person.role, Right.TAKE_OUT)
    demand(desk.person.role, Right.SEE_ARM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What would leave now, before anything does."""

    participants: int
    forms: int
    mode: Mode
    words: tuple[tuple[str, bool], ...]
    """Title of every form, and whether words of it may leave."""
    has_demonstration: bool
    """Whether demonstration wording is among them."""


def outlook(desk: Desk) -> Outlook:
    """Return what would leave; nothing leaves and nothing is written down.

    Raises:
        Refusal: `NOT_ALLOWED`.
    """
    demand_may_take_out(desk)
    courses = tuple(desk.site.courses.every())
    codebook = make_codebook(desk.study, _instruments(desk, courses), _offered(desk, desk.pen.clock().wall.date()))
    return Outlook(
        participants=len(courses),
        forms=sum(len(course.filed) for course in courses),
        mode=desk.mode,
        words=tuple((f"{one.title} {one.version}", bool(codebook.words_of(one))) for one in codebook.instruments),
        has_demonstration=any(one.demonstration for one in codebook.words.values()),
    )


def _offered(desk: Desk, today: date) -> Offered:
    return Offered(wordings=partial(_wordings, desk), mode=desk.mode, today=today)


def _about(desk: Desk, as_of: date) -> About:
    provision = desk.site.provision
    told = [
        (event.header.at, one.device, event.header.seq, event.hash)
        for one in desk.reader.logs()
        for event in one.log.events(kinds=TOLD | {Kind.SESSION_DONE})
    ]
    upto = {device: (seq, name) for _, device, seq, name in told}
    return About(
        trial=str(provision["trial"]),
        study=desk.study.id,
        study_version=desk.study.version,
        study_hash=desk.study.hash,
        study_title=desk.study.title,
        mode=desk.mode,
        is_synthetic=desk.mode is not Mode.STUDY,
        source="site",
        sites=(str(provision["site"]),),
        cut_off=as_of,
        last_at=max((at for at, *_ in told), key=lambda at: (datetime.fromisoformat(at), at), default=""),
        upto={device: upto[device] for device in sorted(upto)},
        program=__version__,
        scoring_version=SCORING_VERSION,
    )


def _instruments(desk: Desk, courses: tuple[Course, ...]) -> Iterator[Instrument]:
    """Yield the forms of the study and every version at hand of those that came."""
    planned: list[InstrumentId] = [form for point in desk.study.time_points for form in point.instruments]
    came = [one.instrument for course in courses for one in course.filed]
    for form in dict.fromkeys((*planned, *came)):
        yield desk.library.instrument(form)
        yield from _versions(desk, form)


def _versions(desk: Desk, form: InstrumentId) -> Iterator[Instrument]:
    names = {name for shelf in desk.library.forms for name in shelf if name.startswith(f"{form}@")}
    for name in sorted(names):
        try:
            yield desk.library.instrument(form, name.partition("@")[2])
        except Refusal:  # of another version than its name says; a response to it will tell
            continue


def _wordings(desk: Desk, form: Instrument) -> Iterator[Wording]:
    """Yield the words of a form that are in force here; licensed ones lie in this site's private folder."""
    for language in desk.library.languages(form):
        yield desk.library.wording(form, language)


def _people(desk: Desk, codebook: Codebook, as_of: date) -> Iterator[PersonRows]:
    site = str(desk.site.provision["site"])
    logs = desk.reader.logs()
    paper = {event.header.ses for one in logs for event in one.log.events(kinds={Kind.PAPER_ENTRY})}
    events = by_subject(_told(desk), _slots(desk))
    for course in tuple(desk.site.courses.every()):  # somebody may enrol another one meanwhile
        subject = course.participant.subject
        taken = (desk.reader.response(one, course.amended.get(one.ses, ()), subject) for one in course.filed)
        held = tuple(_held(desk, one, is_paper=one.response.ses in paper) for one in taken if one is not None)
        staff = tuple(_staff(desk, course))
        yield person_rows(course, site, codebook, as_of, undecided(held), events.get(subject, ()), staff)


def _staff(desk: Desk, course: Course) -> Iterator[StaffForm]:
    """Yield the forms staff closed about a participant, each in its last revision."""
    for one in course.clinic.filed:
        closed = closed_form(desk, course.participant.subject, one.ses)
        if closed is not None:
            opened, record = closed
            event = event_name(desk, opened.seq)
            yield StaffForm(
                record=record,
                at=opened.at,
                by=opened.who,
                role=opened.role,
                device=event.device,
                event=event.seq,
                event_hash=opened.hash,
            )


def _told(desk: Desk) -> Iterator[Told]:
    for one in desk.reader.logs():
        for event in one.log.events(kinds=TOLD):
            if event.sealed is not None:
                yield Told(one.device, event.header.seq, desk.reader.open_event(event, one.public))


def _slots(desk: Desk) -> Slots:
    """Return where sessions stand: finished ones where they are filed now, stopped ones where they were begun."""
    stops = [event for one in desk.reader.logs() for event in one.log.events(kinds={Kind.SESSION_STOP})]
    slots: dict[SessionId, tuple[str, str, InstrumentId]] = {}
    for stop in stops:
        for event, public in desk.reader.session_events(SessionId(stop.header.ses or "")):
            if event.header.kind is Kind.SESSION_OPEN and event.sealed is not None:
                ses, slot = slot_of(desk.reader.open_event(event, public))
                slots[ses] = slot
    filed: Mapping[SessionId, tuple[str, str, InstrumentId]] = {
        one.ses: (course.participant.subject, one.visit, one.instrument)
        for course in desk.site.courses.every()
        for one in course.filed
    }
    return {**slots, **filed}


def _held(desk: Desk, taken: Taken, *, is_paper: bool) -> Held:
    now = taken.response
    medium, why, reason = medium_of(now.answered_by), None, ""
    if is_paper or now.answered_by is not AnsweredBy.ALONE:
        found = circumstances_of(desk, now.ses)
        medium = Medium.PAPER if is_paper else found.medium or medium
        why, reason = (found.helped[-1].why, found.helped[-1].reason) if found.helped else (None, "")
    event = event_name(desk, taken.seq)
    return Held(
        original=taken.original,
        now=now,
        corrections=tuple(Correction(one.amendment, one.at, one.who, one.role) for one in taken.amendments),
        device=event.device,
        event=event.seq,
        event_hash=taken.hash,
        medium=medium,
        help_why=why,
        help_reason=reason,
    )
