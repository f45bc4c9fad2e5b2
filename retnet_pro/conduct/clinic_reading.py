"""Read forms that staff filled in: what stands in them, and every act that led there. Looking writes nothing here."""

from collections.abc import Mapping
from dataclasses import dataclass

from retnet_pro.answering.clinic_filling import ClinicEntry, Filling, rebuild
from retnet_pro.answering.clinic_value import Place
from retnet_pro.conduct.clinic_filed import ClinicFiled
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.event_name import EventName, name_of
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.conduct.site_facts import Opened
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.clinic import ClinicForm, Fact
from retnet_pro.instrument.clinic_library import ClinicLibrary
from retnet_pro.record.clinic import ClinicRecord, read_clinic_entry, read_clinic_record
from retnet_pro.record.event import Event, Kind, SessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicAct:
    """One act on one place of a form, with who did it and when."""

    event: EventName
    at: str
    who: str
    role: str
    entry: ClinicEntry
    why: str
    """The coded reason when it belongs to a correction; '' before the form was closed first."""


History = Mapping[Place, tuple[ClinicAct, ...]]
"""By place, oldest first."""


def library_of(desk: Desk) -> ClinicLibrary:
    """Return the forms staff can fill in here."""
    return desk.library.clinic or ClinicLibrary()


def form_of(desk: Desk, form: str) -> ClinicForm:
    """Return a form that staff fill in.

    Raises:
        Refusal: `FORM_UNKNOWN`, or `FORM_BROKEN` with every finding.
    """
    return library_of(desk).form(form)


def may_fill(desk: Desk, form: ClinicForm) -> bool:
    """Whether this person may fill in the form: one that tells the treatment only where the arm may be seen (P21)."""
    return desk.may(Right.FILL_FORMS) and may_read(desk, form)


def may_read(desk: Desk, form: ClinicForm) -> bool:
    """Whether this person may read what stands in a form."""
    return desk.may(Right.READ_RESPONSES) and (desk.may(Right.SEE_ARM) or not form.shows_arm)


def record_of(desk: Desk, subject: str, ses: SessionId) -> ClinicRecord | None:
    """Return a closed form as it stands now; None when there is none of this id, or it was erased.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN` or `PARTICIPANT_ERASED`.
        Tamper: when an event was not signed by its device, cannot be opened, or is no such form.
    """
    closed = closed_form(desk, subject, ses)
    return None if closed is None else closed[1]


def closed_form(desk: Desk, subject: str, ses: SessionId) -> tuple[Opened, ClinicRecord] | None:
    """Return a closed form as it stands now with the event it was closed by; None as `record_of`.

    Raises: as `record_of`.
    """
    done = None
    for event, public in _events(desk, subject, ses):
        if event.header.kind is Kind.CLINIC_DONE and event.sealed is not None:
            done = desk.reader.open_event(event, public)
    if done is None:
        return None
    found = read_clinic_record(done.content)
    if found.shows_arm:
        demand(desk.person.role, Right.SEE_ARM)
    return done, found


def acts_of(desk: Desk, subject: str, ses: SessionId) -> History:
    """Return every act on a form, refused and confirmed ones too (rules P12, P15, P18).

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN` or `PARTICIPANT_ERASED`.
        Tamper: as `record_of`.
    """
    acts: dict[Place, tuple[ClinicAct, ...]] = {}
    why = ""
    for event, public in _events(desk, subject, ses):
        kind = event.header.kind
        if event.sealed is None or kind not in (Kind.CLINIC_OPEN, Kind.CLINIC_ENTRY):
            continue
        opened = desk.reader.open_event(event, public)
        if opened.content.get("shows_arm") is True:
            demand(desk.person.role, Right.SEE_ARM)
        if kind is Kind.CLINIC_OPEN:
            why = str(opened.content["why"])
            continue
        entry = read_clinic_entry(opened.content)
        act = ClinicAct(
            event=name_of(desk, opened), at=opened.at, who=opened.who, role=opened.role, entry=entry, why=why
        )
        acts[entry.place] = (*acts.get(entry.place, ()), act)
    return acts


def filling_of(desk: Desk, ses: SessionId, form: ClinicForm) -> Filling:
    """Return a form as its acts in the record left it.

    What was typed in a correction that was set aside is passed over.

    Raises:
        Refusal: `NOT_ALLOWED`.
        Tamper: as `record_of`.
    """
    demand(desk.person.role, Right.READ_RESPONSES)
    counted: dict[int, ClinicEntry] = {}
    tentative: dict[int, ClinicEntry] = {}
    used = 0
    for event, public in desk.reader.session_events(ses):
        if event.sealed is None:
            continue
        match event.header.kind:
            case Kind.CLINIC_ENTRY:
                entry = read_clinic_entry(desk.reader.open_event(event, public).content)
                used = max(used, entry.n)
                tentative[entry.n] = entry  # a commit repeated after a disk fault may have left the same act twice
            case Kind.CLINIC_DONE:
                counted |= tentative
                tentative = {}
            case Kind.CLINIC_STOP:
                tentative = {}
            case _:
                pass
    return rebuild(form, (counted | tentative).values(), used)


def disagrees(desk: Desk, subject: str, filed: ClinicFiled) -> bool:
    """Whether the participant's course now says something else than a closed form does.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN` or `PARTICIPANT_ERASED`.
    """
    known = desk.participant(subject)
    days = {day.isoformat() for day in known.embolizations}
    progressed = "" if known.progressed is None else known.progressed.isoformat()
    for one in filed.facts:
        says = {
            Fact.EMBOLIZATION: one.value in days,
            Fact.PROGRESSED: one.value == progressed,
            Fact.SYMPTOMATIC: one.value is known.symptomatic,
        }
        if not says[one.fact]:
            return True
    return False


def _events(desk: Desk, subject: str, ses: SessionId) -> list[tuple[Event, bytes]]:
    """Return the events of one form of this participant."""
    forms = desk.course(subject).clinic
    if forms.filed_one(ses) is None and forms.open_one(ses) is None:
        raise Refusal(Code.CLINIC_NOT_OPEN, subject=subject)
    return list(desk.reader.session_events(ses))
