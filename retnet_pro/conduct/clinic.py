"""Fill in a form about a participant: begin, put down one value after the other, close; every act is durable at once.

Impossible values are refused and kept as refused, unusual ones are asked about once; a form cannot be closed while
something is asked or missing. A closed form can be opened again only with a reason (rules P12, P13, P18, P19).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from retnet_pro.answering.clinic_doubt import Known
from retnet_pro.answering.clinic_filling import Filling, confirm, doubts, gaps, put, questions, standing
from retnet_pro.answering.clinic_value import Dated, Place, Put, Value
from retnet_pro.answering.rules import holds
from retnet_pro.conduct.clinic_course import with_stated
from retnet_pro.conduct.clinic_day import day_of, demand_before_withdrawal
from retnet_pro.conduct.clinic_filed import ClinicFiled, ClinicOpen
from retnet_pro.conduct.clinic_reading import filling_of, form_of, library_of, may_fill
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.clinic import ClinicForm, ClinicFormId, ClinicWords, Fact
from retnet_pro.instrument.model import ItemId
from retnet_pro.record.clinic import ClinicRecord, StatedFact, write_clinic_entry, write_clinic_record
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.study.model import ClinicUse, Opens


class WhyAgain(StrEnum):
    """Why a closed form is opened again; the choice of this project."""

    TYPED_WRONG = "typed-wrong"
    NEW_SOURCE = "new-source"
    """A later report or document says otherwise."""
    QUERY = "query"
    """A monitor or the centre asked."""
    OTHER = "other"


class WhyAside(StrEnum):
    """Why a form that was begun counts for nothing; the choice of this project."""

    WRONG_PARTICIPANT = "wrong-participant"
    WRONG_FORM = "wrong-form"
    NOT_NEEDED = "not-needed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A form on somebody's desk. Frozen: each act returns the next one."""

    ses: SessionId
    subject: str
    filling: Filling
    words: ClinicWords
    known: Known
    why_again: str
    """Why a closed form was opened again; '' for a first filling in."""

    @property
    def form(self) -> ClinicForm:
        """The form."""
        return self.filling.form


def start(desk: Desk, subject: str, form: ClinicFormId, language: str) -> Sheet:
    """Begin a form; one of this kind that is open already is gone on with instead.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN`, `PARTICIPANT_ERASED`, `CLINIC_UNPLANNED`, `CLINIC_TOO_EARLY`, or
            `CLINIC_ONCE`.
    """
    _demand(desk, form_of(desk, form))
    course = desk.course(subject)
    use = next((one for one in desk.study.clinic_forms if one.form == form), None)
    if use is None:
        raise Refusal(Code.CLINIC_UNPLANNED, form=form)
    waiting = next((one for one in course.clinic.open if one.form == form and not one.why), None)
    if waiting is not None:
        return take_up(desk, subject, waiting.ses, language)
    if is_too_early(desk, subject, use):
        raise Refusal(Code.CLINIC_TOO_EARLY, subject=subject)
    if use.once and any(one.form == form for one in course.clinic.filed):
        raise Refusal(Code.CLINIC_ONCE, subject=subject)
    ses = SessionId(desk.new_id())
    _open(desk, subject, ses, form_of(desk, form), "", "")
    return take_up(desk, subject, ses, language)


def is_too_early(desk: Desk, subject: str, use: ClinicUse) -> bool:
    """Whether a form cannot be filled in yet, because its anchor has not come.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN` or `PARTICIPANT_ERASED`.
    """
    known = desk.course(subject).participant
    return use.opens is Opens.RANDOMISATION and known.randomised is None


def take_up(desk: Desk, subject: str, ses: SessionId, language: str) -> Sheet:
    """Go on with a form that is open, exactly where it was left, also on the device before this one.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN`, `PARTICIPANT_ERASED`, `CLINIC_NOT_OPEN`, or `CLINIC_CHANGED`.
    """
    demand(desk.person.role, Right.FILL_FORMS)
    one = _open_one(desk, subject, ses)
    form = form_of(desk, one.form)
    _demand(desk, form)
    if form.hash != one.form_hash:
        raise Refusal(Code.CLINIC_CHANGED, form=one.form)
    return Sheet(
        ses=ses,
        subject=subject,
        filling=filling_of(desk, ses, form),
        words=library_of(desk).words_of(form, language),
        known=_known(desk, subject, form, ses),
        why_again=one.why,
    )


def enter(desk: Desk, sheet: Sheet, place: Place, value: Put) -> Sheet:
    """Put one value down; a refused one is kept as refused and what stood there stays.

    Raises:
        Refusal: `NOT_ALLOWED`, `CLINIC_NOT_OPEN`, `CLINIC_WITHDRAWN`, or `ACTION_REFUSED` for what is not asked.
        WorldFault: the disk refused.
    """
    _demand(desk, sheet.form)
    filling = put(sheet.filling, place, value, sheet.known)
    demand_before_withdrawal(desk.course(sheet.subject), sheet.ses, filling)
    return _record(desk, sheet, filling)


def say_it_is_right(desk: Desk, sheet: Sheet, place: Place) -> Sheet:
    """Confirm an unusual value; it is not asked about again.

    Raises:
        Refusal: `NOT_ALLOWED`, `CLINIC_NOT_OPEN`, or `ACTION_REFUSED` when nothing is asked there.
        WorldFault: the disk refused.
    """
    return _record(desk, sheet, confirm(sheet.filling, place, sheet.known))


def close(desk: Desk, sheet: Sheet) -> ClinicFiled:
    """Close the form; what it states becomes part of the participant's course.

    Raises:
        Refusal: `NOT_ALLOWED`, `CLINIC_NOT_OPEN`, `CLINIC_UNFINISHED` while something is missing or asked, or
            `CLINIC_WITHDRAWN`.
        WorldFault: the disk refused.
    """
    _demand(desk, sheet.form)
    _open_one(desk, sheet.subject, sheet.ses)
    known = _known(desk, sheet.subject, sheet.form, sheet.ses)  # another form may have been closed meanwhile
    hard = [one for one in doubts(sheet.filling, known) if one.why.is_hard]
    left = len(gaps(sheet.filling)) + len(hard) + len(questions(sheet.filling, known))
    if left:
        raise Refusal(Code.CLINIC_UNFINISHED, count=left)
    demand_before_withdrawal(desk.course(sheet.subject), sheet.ses, sheet.filling, is_closing=True)
    values = standing(sheet.filling)
    before = desk.course(sheet.subject).clinic.filed_one(sheet.ses)
    record = ClinicRecord(
        ses=sheet.ses,
        subject=sheet.subject,
        form=sheet.form.id,
        version=sheet.form.version,
        form_hash=sheet.form.hash,
        language=sheet.words.language,
        words_version=sheet.words.version,
        words_hash=sheet.words.hash,
        mode=desk.mode,
        revision=1 if before is None else before.revision + 1,
        day=day_of(sheet.form, values),
        values=values,
        facts=stated(sheet.form, values),
        before=() if before is None else before.facts,
        shows_arm=sheet.form.shows_arm,
        entries=sheet.filling.used,
        app=desk.pen.app,
    )
    desk.write(Kind.CLINIC_DONE, write_clinic_record(record), ses=sheet.ses, pack=sheet.form.hash)
    filed = desk.course(sheet.subject).clinic.filed_one(sheet.ses)
    assert filed is not None
    return filed


def set_aside(desk: Desk, subject: str, ses: SessionId, why: WhyAside) -> None:
    """End a form that was begun in error, or a correction; what was typed stays in the record and counts for nothing.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN`, `PARTICIPANT_ERASED`, or `CLINIC_NOT_OPEN`.
    """
    demand(desk.person.role, Right.FILL_FORMS)
    one = _open_one(desk, subject, ses)
    form = form_of(desk, one.form)
    _demand(desk, form)
    content = {"ses": ses, "subject": subject, "form": one.form, "why": why.value, "shows_arm": form.shows_arm}
    desk.write(Kind.CLINIC_STOP, content, ses=ses)


def correct(desk: Desk, subject: str, ses: SessionId, why: WhyAgain, note: str, language: str) -> Sheet:
    """Open a closed form again; it counts as it was until it is closed again, and everything before stays (rule P19).

    Also one that was closed on the device before this one: its acts go on in the log of this device, and the closed
    form holds all its values again.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN`, `PARTICIPANT_ERASED`, `CLINIC_NOT_OPEN` when it never was closed,
            `CLINIC_CHANGED`, `HELD_ELSEWHERE`, or `REASON_MISSING`.
    """
    demand(desk.person.role, Right.FILL_FORMS)
    course = desk.course(subject)
    filed = course.clinic.filed_one(ses)
    if filed is None:
        raise Refusal(Code.CLINIC_NOT_OPEN, subject=subject)
    desk.site.beside.demand_here(filed.seq)
    form = form_of(desk, filed.form)
    _demand(desk, form)
    if course.clinic.open_one(ses) is not None:
        return take_up(desk, subject, ses, language)
    if form.hash != filed.form_hash:
        raise Refusal(Code.CLINIC_CHANGED, form=filed.form)
    if not note.strip():
        raise Refusal(Code.REASON_MISSING)
    _open(desk, subject, ses, form, why.value, note.strip())
    return take_up(desk, subject, ses, language)


def stated(form: ClinicForm, values: Mapping[Place, Value]) -> tuple[StatedFact, ...]:
    """Return the facts of the participant's course that these values state."""
    single = {ItemId(place): value for place, value in values.items() if "." not in place}
    found = []
    for says in form.says:
        value = single.get(says.item)
        holds_now = says.when is None or holds(says.when, single)
        if says.fact is Fact.SYMPTOMATIC and value is not None:
            found.append(StatedFact(says.fact, holds_now))
        elif isinstance(value, Dated) and holds_now:
            found.append(StatedFact(says.fact, value.text))
    return tuple(found)


def _demand(desk: Desk, form: ClinicForm) -> None:
    demand(desk.person.role, Right.FILL_FORMS)
    if not may_fill(desk, form):
        demand(desk.person.role, Right.SEE_ARM)


def _open_one(desk: Desk, subject: str, ses: SessionId) -> ClinicOpen:
    one = desk.course(subject).clinic.open_one(ses)
    if one is None:
        raise Refusal(Code.CLINIC_NOT_OPEN, subject=subject)
    return one


def _open(desk: Desk, subject: str, ses: SessionId, form: ClinicForm, why: str, note: str) -> None:
    content = {
        "ses": ses,
        "subject": subject,
        "form": form.id,
        "version": form.version,
        "form_hash": form.hash,
        "why": why,
        "note": note,
        "shows_arm": form.shows_arm,
    }
    desk.write(Kind.CLINIC_OPEN, content, ses=ses, pack=form.hash)


def _record(desk: Desk, sheet: Sheet, filling: Filling) -> Sheet:
    """Write what is new in a form and return the sheet with it."""
    _demand(desk, sheet.form)
    _open_one(desk, sheet.subject, sheet.ses)
    about = {"ses": sheet.ses, "subject": sheet.subject, "form": sheet.form.id, "shows_arm": sheet.form.shows_arm}
    for entry in filling.entries[len(sheet.filling.entries) :]:
        content = {**about, **write_clinic_entry(entry)}
        desk.write(Kind.CLINIC_ENTRY, content, ses=sheet.ses, n=entry.n, pack=sheet.form.hash)
    return replace(sheet, filling=filling)


def _known(desk: Desk, subject: str, form: ClinicForm, ses: SessionId) -> Known:
    """Return what values are held against: the course without what this very form stated before."""
    course = desk.course(subject)
    own = course.clinic.filed_one(ses)
    known = course.participant if own is None else with_stated(course.participant, own.facts, ())
    others = [one for one in course.clinic.filed if one.form == form.id and one.ses != ses and one.day]
    return Known(
        today=desk.pen.clock().wall.date(),
        enrolled=known.enrolled,
        randomised=known.randomised,
        died=known.died,
        embolizations=known.embolizations,
        progressed=known.progressed,
        symptomatic=known.symptomatic,
        filed=frozenset(Dated(one.day).first for one in others),
    )
