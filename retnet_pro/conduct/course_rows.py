"""From a participant's course, the responses that stand and the events about them to the rows of an export.

Site and centre use the same functions, so that both write the same rows of the same events.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from retnet_pro.answering.sheet import Answered, read_answer
from retnet_pro.conduct.course import Course
from retnet_pro.conduct.fact import TAKEN_BACK
from retnet_pro.conduct.site_facts import Opened
from retnet_pro.dataset.codebook import Codebook
from retnet_pro.dataset.making import Held, Slot, by_slot, empty_form, held_form, status_without
from retnet_pro.dataset.rows import (
    ERASED,
    SET_ASIDE,
    STATE_OF,
    EventKind,
    EventRow,
    FormRows,
    FormStatus,
    PersonRows,
    SubjectRow,
)
from retnet_pro.dataset.sequence import MOST_ATTEMPTS, places_of
from retnet_pro.dataset.staff_rows import StaffForm
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.event import DeviceId, Kind, SessionId
from retnet_pro.study.participant import Participant
from retnet_pro.study.visits import last_expected_day, planned_visits

TOLD = frozenset(
    {Kind.ENROL, Kind.PARTICIPANT_FACT, Kind.WITHDRAW, Kind.ABSENT, Kind.SESSION_STOP, Kind.AMEND, Kind.ERASE}
)
"""Kinds of events that become event rows."""


Slots = Mapping[SessionId, tuple[str, str, InstrumentId]]
"""By session: subject, visit and form it stands at."""


@dataclass(frozen=True, slots=True)
class Told:
    """One opened event about a participant and the device it is of, with its number there."""

    device: DeviceId
    number: int
    event: Opened


def by_subject(told: Iterable[Told], slots: Slots) -> Mapping[str, tuple[EventRow, ...]]:
    """Return the rows of events by participant, each in the order it was recorded.

    `slots` says where the sessions stand that events of a questionnaire name; of a session that is not in it, what its
    event itself says.
    """
    rows: dict[str, list[EventRow]] = {}
    for one in sorted(told, key=lambda one: (datetime.fromisoformat(one.event.at), one.device, one.number)):
        row = event_row(one, slots)
        rows.setdefault(row.subject, []).append(row)
    return {subject: tuple(some) for subject, some in rows.items()}


def person_rows(
    course: Course,
    site: str,
    codebook: Codebook,
    as_of: date,
    held: Sequence[Held],
    events: tuple[EventRow, ...],
    staff: Sequence[StaffForm] = (),
) -> PersonRows:
    """Return everything about one participant as of a day; `staff` are the forms staff filled in, in any order.

    Raises:
        Refusal: `DATA_UNFIT`, naming the form and the item.
    """
    return PersonRows(
        _subject(course.participant, site, events),
        tuple(sorted(_forms(course, site, codebook, as_of, held), key=lambda one: one.form.sequence)),
        events,
        tuple(sorted(staff, key=lambda one: (one.record.day, one.record.form, one.record.ses))),
    )


def _subject(person: Participant, site: str, events: Iterable[EventRow]) -> SubjectRow:
    day = "" if person.withdrew is None else person.withdrew.isoformat()
    whys = [one.why for one in events if one.kind is EventKind.WITHDREW and one.what != TAKEN_BACK and one.value == day]
    return SubjectRow(
        site=site,
        subject=person.subject,
        enrolled=person.enrolled,
        randomised=person.randomised,
        arm=person.arm,
        symptomatic=person.symptomatic,
        histology=person.histology,
        grade=person.grade,
        embolizations=person.embolizations,
        progressed=person.progressed,
        died=person.died,
        withdrew=person.withdrew,
        withdrew_why=whys[-1] if whys else None,
        language=person.language,
    )


def _forms(course: Course, site: str, codebook: Codebook, as_of: date, held: Sequence[Held]) -> Iterator[FormRows]:
    study, person = codebook.study, course.participant
    places, came = places_of(study), by_slot(held)
    last = last_expected_day(study, person)
    planned = {visit.id: visit for visit in planned_visits(study, person)}
    every = dict.fromkeys(
        (
            *((visit.id, form) for visit in planned.values() for form in visit.instruments),
            *sorted((*came, *course.stopped, *course.absent, *course.erased)),
        )
    )
    for visit_id, instrument in every:
        visit = planned.get(visit_id)
        slot = Slot(
            site=site,
            subject=person.subject,
            visit_id=visit_id,
            visit=visit,
            instrument=instrument,
            is_expected=visit is not None
            and instrument in visit.instruments
            and (last is None or visit.target <= last),
        )
        responses = came.get((visit_id, instrument), ())
        if len(responses) > MOST_ATTEMPTS:
            why = f"{len(responses)} responses to one form at one visit"
            raise Refusal(Code.DATA_UNFIT, row=f"{person.subject}/{visit_id}", column=instrument, why=why)
        for attempt, one in enumerate(responses, 1):
            yield held_form(slot, places, codebook, attempt, one)
        if not responses:
            status, reason = _without(course, slot, as_of)
            yield empty_form(slot, places, status, reason)


def _without(course: Course, slot: Slot, as_of: date) -> tuple[FormStatus, str | None]:
    key = (slot.visit_id, slot.instrument)
    if key in course.absent:
        return FormStatus.MISSED, course.absent[key].value
    if key in course.stopped:
        return FormStatus.PARTLY, course.stopped[key]
    if key in course.erased:
        return FormStatus.MISSED, ERASED
    if any((one.visit, one.instrument) == key for one in course.filed):
        return FormStatus.MISSED, SET_ASIDE
    return status_without(slot.visit, slot.is_expected, as_of), None


_KIND: Mapping[Kind, EventKind] = {
    Kind.ENROL: EventKind.ENROLLED,
    Kind.PARTICIPANT_FACT: EventKind.FACT,
    Kind.WITHDRAW: EventKind.WITHDREW,
    Kind.ABSENT: EventKind.ABSENT,
    Kind.SESSION_STOP: EventKind.STOPPED,
    Kind.AMEND: EventKind.CORRECTED,
    Kind.ERASE: EventKind.ERASED,
}


def event_row(told: Told, slots: Slots) -> EventRow:
    """Return the row of one event; what it removed by order is not in it."""
    event = told.event
    what, value, before = _said(event)
    content = event.content
    ses = SessionId(str(event.ses or content.get("ses") or ""))
    subject, visit, form = slots.get(ses) or _slot(event)
    return EventRow(
        subject=subject,
        kind=_KIND[event.kind],
        what=what,
        value=value,
        before=before,
        why=str(content.get("why") or content.get("reason") or ""),
        note=str(content.get("note") or content.get("arm") or ""),
        visit=visit,
        instrument=form,
        response=ses,
        at=event.at,
        by=event.who,
        role=event.role,
        device=told.device,
        event=told.number,
        event_hash=event.hash,
    )


def _said(event: Opened) -> tuple[str, str, str]:
    """Return what an event is about, the value it gives and the one it replaces."""
    content = event.content
    match event.kind:
        case Kind.ENROL:
            return "", str(content["enrolled"]), ""
        case Kind.PARTICIPANT_FACT:
            return str(content["fact"]), _word(content["value"]), ""
        case Kind.WITHDRAW:
            return (TAKEN_BACK if content["why"] == TAKEN_BACK else ""), str(content["day"]), ""
        case Kind.AMEND:
            return str(content["item"]), _state(content["new"]), _state(content["old"])
        case Kind.ERASE:
            sessions = content.get("sessions")
            return "participant" if content.get("whole") is True else "forms", str(_length(sessions)), ""
        case _:
            return "", "", ""


def _slot(event: Opened) -> tuple[str, str, str]:
    content = event.content
    return str(content.get("subject") or ""), str(content.get("visit") or ""), str(content.get("instrument") or "")


def _word(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _length(value: object) -> int:
    return len(value) if isinstance(value, list) else 0


def _state(plain: object) -> str:
    answer = read_answer(plain)
    return str(answer.code) if isinstance(answer, Answered) else STATE_OF[type(answer)].value


def slot_of(opening: Opened) -> tuple[SessionId, tuple[str, str, InstrumentId]]:
    """Return the session an opening begins, and subject, visit and form of it."""
    content = opening.content
    slot = (str(content["subject"]), str(content["visit"]), InstrumentId(str(content["instrument"])))
    return SessionId(str(content["ses"])), slot
