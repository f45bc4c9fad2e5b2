"""Forms that staff filled in, as rows, for tests of exports: every state of a value, and those of simulated staff."""

import hashlib
from collections.abc import Mapping
from datetime import date

from retnet_pro.answering.clinic_value import Absent, Dated, Measured, Noted, Place, Value
from retnet_pro.answering.sheet import Answered
from retnet_pro.dataset.staff_rows import StaffForm
from retnet_pro.instrument.clinic import ClinicFormId, Fact, Missing, UnitId
from retnet_pro.instrument.model import ContentHash
from retnet_pro.record.clinic import ClinicRecord, StatedFact
from retnet_pro.record.event import DeviceId, EventHash, SessionId
from retnet_pro.simulation.chance import Chance
from retnet_pro.simulation.staff_forms import forms_for
from retnet_pro.study.model import Mode
from retnet_pro.study.participant import Participant

FORMULA_TEXT = "=1+1 größer"
_DAYS = ("imaged_on", "done_on", "asked_on", "sampled_on", "seen_on")


def staff_form(
    form: str,
    subject: str,
    values: Mapping[str, Value],
    number: int,
    *,
    facts: tuple[StatedFact, ...] = (),
    form_hash: ContentHash,
    revision: int = 1,
) -> StaffForm:
    """A closed form; its day is that of the item that dates forms of its kind."""
    days = [values[name] for name in _DAYS if name in values]
    day = days[0].text if days and isinstance(days[0], Dated) else ""
    record = ClinicRecord(
        ses=SessionId(f"{subject}-{form}-{number}"),
        subject=subject,
        form=ClinicFormId(form),
        version="1",
        form_hash=form_hash,
        language="en",
        words_version="1",
        words_hash=ContentHash("b" * 64),
        mode=Mode.DEMO,
        revision=revision,
        day=day,
        values={Place(place): value for place, value in values.items()},
        facts=facts,
        before=(),
        shows_arm=False,
        entries=len(values),
        app="0.1.0",
    )
    return StaffForm(
        record=record,
        at=f"{day or '2026-01-05'}T09:00:00.000+01:00",
        by="nurse",
        role="nurse",
        device=DeviceId("tab-1"),
        event=900 + number,
        event_hash=EventHash(hashlib.sha256(f"{subject} {form} {number}".encode()).hexdigest()),
    )


def every_kind_of_value(subject: str, hashes: Mapping[str, ContentHash]) -> tuple[StaffForm, ...]:
    """An imaging and a form of adverse events: each kind of value, each reason for none, two rows."""
    imaging: dict[str, Value] = {
        "verdict": Answered(4),
        "imaged_on": Dated("2026-03-30"),
        "method": Answered(1),
        "lesion_organ.2": Answered(1),
        "lesion_diameter.2": Absent(Missing.NOT_DONE),
        "lesion_organ.1": Answered(1),
        "lesion_diameter.1": Measured("12.50", UnitId("mm")),
        "lesion_note.1": Noted(FORMULA_TEXT),
        "new_lesion": Absent(Missing.UNKNOWN),
        "progressed_where": Answered(1),
        "progressed_on": Dated("2026-03-30"),
    }
    events: dict[str, Value] = {
        "asked_on": Dated("2026-01-26"),
        "any_event": Answered(1),
        "event_kind.1": Answered(1),
        "event_grade.1": Answered(2),
        "event_began.1": Dated("2026-01"),
    }
    progressed = (StatedFact(Fact.PROGRESSED, "2026-03-30"),)
    return (
        staff_form("adverse-events", subject, events, 2, form_hash=hashes["adverse-events"]),
        staff_form("imaging", subject, imaging, 1, facts=progressed, form_hash=hashes["imaging"], revision=2),
    )


def simulated_staff(person: Participant, until: date, hashes: Mapping[str, ContentHash]) -> tuple[StaffForm, ...]:
    """What simulated staff write down about a participant."""
    made = forms_for(person, until, Chance(1, "staff forms", person.subject))
    return tuple(
        staff_form(one.form, person.subject, one.values, number, form_hash=hashes[one.form])
        for number, one in enumerate(made, 1)
    )
