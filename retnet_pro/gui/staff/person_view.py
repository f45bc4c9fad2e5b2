"""What a participant's page shows, gathered from the desk in the lane: plain facts, no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from retnet_pro.conduct.alerts import alerts_of
from retnet_pro.conduct.clinic_reading import disagrees
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.elsewhere import Elsewhere, elsewhere_of
from retnet_pro.conduct.roles import Right
from retnet_pro.conduct.signatures import Standing, sign_offs
from retnet_pro.conduct.transcription import attach_scan
from retnet_pro.errors import Code, Refusal, fault_of_disk
from retnet_pro.gui.staff.alerts_view import AlertRow
from retnet_pro.gui.staff.form_view import FormView, form_view
from retnet_pro.gui.staff.paper_list import PaperRow, paper_rows
from retnet_pro.gui.staff.people_view import arm_title
from retnet_pro.gui.staff.placings import PlacingRow, placing_rows
from retnet_pro.record.event import SessionId
from retnet_pro.record.transcript import SCAN_LIMIT
from retnet_pro.study.participant import Participant
from retnet_pro.study.visits import planned_visits


class Mark(StrEnum):
    """What stands on the time line."""

    ENROLLED = "enrolled"
    RANDOMISED = "randomised"
    EMBOLIZATION = "embolization"
    PROGRESSED = "progressed"
    WITHDREW = "withdrew"
    DIED = "died"
    ANSWERED = "answered"
    PARTLY = "partly"
    MISSED = "missed"
    OPEN = "open"
    PLANNED = "planned"


_ENDINGS = (Mark.PROGRESSED, Mark.WITHDREW, Mark.DIED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One mark on the time line."""

    mark: Mark
    day: date
    title: str
    """Of a visit; '' for other marks."""
    number: int = 0
    """Of an embolization."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasedForm:
    """A questionnaire that was removed by order."""

    visit_title: str
    form: str
    seq: int
    """Of the event that ordered it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """The whole page."""

    subject: str
    today: date
    enrolled: date
    language: str
    sees_arm: bool
    arm: str
    """Title; '' when not randomised or not to be seen."""
    randomised: date | None
    symptomatic: bool | None
    histology: str | None
    grade: str | None
    ended: tuple[Moment, ...]
    """Progression, withdrawal and death."""
    moments: tuple[Moment, ...]
    visits: tuple[tuple[str, str], ...]
    """Id and title of each visit that has begun or brought something, in order of date."""
    forms: tuple[FormView, ...]
    erased: tuple[ErasedForm, ...]
    elsewhere: Elsewhere
    """What other tablets of the site told."""
    placings: tuple[PlacingRow, ...]
    papers: tuple[PaperRow, ...]
    may_enter_paper: bool
    to_sign: tuple[int, int]
    """Milestones that are signed, and all that have something to sign (rule P65)."""
    alerts: tuple[AlertRow, ...]
    """Open ones first, then the settled ones, each by deadline."""
    staff_forms: int
    """How many forms staff closed about the participant."""
    form_differs: bool
    """A closed form of staff states something else than this course."""
    may_record: bool
    may_erase: bool
    may_correct: bool


def person(desk: Desk, subject: str) -> PersonView:
    """Record the look (rule P10) and return the page.

    Raises:
        Refusal: `NOT_ALLOWED` or `PARTICIPANT_UNKNOWN`.
    """
    desk.look_at(subject)
    known = desk.participant(subject)
    moments = tuple(sorted(_moments(desk, known), key=lambda moment: moment.day))
    return PersonView(
        subject=subject,
        today=desk.pen.clock().wall.date(),
        enrolled=known.enrolled,
        language=known.language,
        sees_arm=desk.may(Right.SEE_ARM),
        arm=arm_title(desk, known.arm),
        randomised=known.randomised,
        symptomatic=known.symptomatic,
        histology=known.histology,
        grade=known.grade,
        ended=tuple(moment for moment in moments if moment.mark in _ENDINGS),
        moments=moments,
        visits=_visits(desk, known),
        forms=_forms(desk, known),
        erased=_erased(desk, known),
        elsewhere=elsewhere_of(desk, subject),
        placings=placing_rows(desk, subject),
        papers=paper_rows(desk, subject),
        may_enter_paper=desk.may(Right.HAND_OVER),
        to_sign=_to_sign(desk, subject),
        alerts=_alerts(desk, subject),
        staff_forms=len(desk.course(subject).clinic.filed),
        form_differs=any(disagrees(desk, subject, one) for one in desk.course(subject).clinic.filed),
        may_record=desk.may(Right.ENROL),
        may_erase=desk.may(Right.ERASE),
        may_correct=desk.may(Right.CORRECT),
    )


def with_scan(desk: Desk, subject: str, ses: SessionId, path: Path) -> PersonView:
    """Seal the scan of a paper form from a file and return the page.

    Raises:
        Refusal: as `transcription.attach_scan` and `person`.
        WorldFault: the file cannot be read.
    """
    try:
        if path.stat().st_size > SCAN_LIMIT:
            raise Refusal(Code.SCAN_UNFIT)
        data = path.read_bytes()
    except OSError as error:
        raise fault_of_disk(error, path) from error
    attach_scan(desk, ses, data)
    return person(desk, subject)


def _forms(desk: Desk, known: Participant) -> tuple[FormView, ...]:
    titles = {visit.id: visit.title for visit in planned_visits(desk.study, known)}
    taken = desk.responses_of(known.subject)
    order = [form for point in desk.study.time_points for form in point.instruments]
    forms = sorted({one.response.form.id for one in taken}, key=lambda form: order.index(form) if form in order else 99)
    return tuple(form_view(desk, [one for one in taken if one.response.form.id == form], titles) for form in forms)


def _visits(desk: Desk, known: Participant) -> tuple[tuple[str, str], ...]:
    today, course = desk.pen.clock().wall.date(), desk.course(known.subject)
    told = {one.visit for one in course.filed} | {
        visit for visit, _ in (*course.stopped, *course.absent, *course.erased)
    }
    due = {visit.id for visit in desk.visits_of(known.subject) if visit.opens <= today}
    return tuple((one.id, one.title) for one in planned_visits(desk.study, known) if one.id in told | due)


def _to_sign(desk: Desk, subject: str) -> tuple[int, int]:
    found = sign_offs(desk, subject)
    return sum(one.standing is Standing.SIGNED for one in found), len(found)


def _alerts(desk: Desk, subject: str) -> tuple[AlertRow, ...]:
    now = desk.pen.clock().wall
    rows = (AlertRow(listed=one, now=now) for one in alerts_of(desk, subject))
    return tuple(sorted(rows, key=lambda row: (not row.listed.fact.is_open, row.listed.fact.deadline)))


def _erased(desk: Desk, known: Participant) -> tuple[ErasedForm, ...]:
    titles = {visit.id: visit.title for visit in planned_visits(desk.study, known)}
    return tuple(
        ErasedForm(visit_title=titles.get(visit, visit), form=desk.library.instrument(form).title, seq=seq)
        for (visit, form), seq in desk.course(known.subject).erased.items()
    )


def _moments(desk: Desk, known: Participant) -> Iterator[Moment]:
    yield Moment(mark=Mark.ENROLLED, day=known.enrolled, title="")
    dated = (
        (Mark.RANDOMISED, known.randomised),
        (Mark.PROGRESSED, known.progressed),
        (Mark.WITHDREW, known.withdrew),
        (Mark.DIED, known.died),
    )
    for mark, day in dated:
        if day is not None:
            yield Moment(mark=mark, day=day, title="")
    for number, day in enumerate(known.embolizations, start=1):
        yield Moment(mark=Mark.EMBOLIZATION, day=day, title="", number=number)
    today = desk.pen.clock().wall.date()
    course = desk.course(known.subject)
    for visit in desk.visits_of(known.subject):
        has = course.done(visit.id)
        if has.issuperset(visit.instruments):
            mark = Mark.ANSWERED
        elif has:
            mark = Mark.PARTLY
        elif visit.closes < today:
            mark = Mark.MISSED
        else:
            mark = Mark.OPEN if visit.is_open(today) else Mark.PLANNED
        yield Moment(mark=mark, day=visit.target, title=visit.title)
