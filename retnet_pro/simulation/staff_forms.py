"""A simulated study nurse fills in forms about each participant: symptoms, biomarkers, procedures, events, imaging.

Filled in through the use cases a person would trigger, after the trial was played. Values are made up within what is
usual, so that nothing has to be asked about; they follow no distribution of any trial. What a form states of the course
is what the course says already: no visit moves.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from retnet_pro.answering.clinic_value import Absent, Dated, Measured, Noted, Place, Value
from retnet_pro.answering.sheet import Answered
from retnet_pro.conduct.clinic import close, enter, say_it_is_right, start
from retnet_pro.conduct.desk import Desk
from retnet_pro.instrument.clinic import ClinicFormId, Missing, UnitId
from retnet_pro.simulation.chance import Chance
from retnet_pro.simulation.imaging import imagings
from retnet_pro.study.participant import Participant

_TECHNIQUE: Mapping[str, int] = {"be": 1, "ctace": 2, "deb": 3}
"""The code of the form for each arm of the example study."""
_BEADS, _WITH_OIL = 3, 2
_SAMPLED_AFTER = (timedelta(), timedelta(days=84))
"""Days after enrolment on which blood is taken, as far as they have come."""
_ASKED_AFTER = timedelta(days=14)
"""Days after an embolization on which somebody asks for adverse events."""
_EVENTS = (1, 3, 4, 5, 7, 10)
"""Codes of events that are common after an embolization."""
_NOT_DONE = Absent(Missing.NOT_DONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """One form to be filled in, its values in the order they are typed."""

    form: ClinicFormId
    values: Mapping[str, Value]


def fill_staff_forms(desk: Desk, seed: int) -> int:
    """Fill in the forms of every participant; return how many were closed. The same seed gives the same values.

    Forms the study file does not plan are left out.

    Raises:
        Refusal, WorldFault: as the use cases do; what was closed before stays.
    """
    planned = {use.form for use in desk.study.clinic_forms}
    closed = 0
    for subject in tuple(desk.site.courses.subjects()):
        person = desk.participant(subject)
        for one in forms_for(person, desk.pen.clock().wall.date(), Chance(seed, "staff forms", subject)):
            if one.form in planned:
                _fill(desk, subject, one)
                closed += 1
    return closed


def forms_for(person: Participant, today: date, chance: Chance) -> Iterator[Filled]:
    """Yield what staff have written down about a participant up to a day, and not after death or withdrawal."""
    last = min(day for day in (today, person.died, person.withdrew) if day is not None)
    if person.symptomatic is not None:
        yield Filled(form=ClinicFormId("symptom-baseline"), values=_symptoms(person, chance))
    for after in _SAMPLED_AFTER:
        if (day := person.enrolled + after) <= last:
            yield Filled(form=ClinicFormId("biomarkers"), values=_sample(day, chance))
    for done in sorted(person.embolizations):
        if done > last:
            continue
        yield Filled(form=ClinicFormId("embolization"), values=_procedure(done, person, chance))
        if (asked := done + _ASKED_AFTER) <= last:
            yield Filled(form=ClinicFormId("adverse-events"), values=_events(done, asked, chance))
    for values in imagings(person, last, chance):
        yield Filled(form=ClinicFormId("imaging"), values=values)


def _symptoms(person: Participant, chance: Chance) -> dict[str, Value]:
    has = person.symptomatic is True
    found = {name: Answered(int(has and chance.happens(0.6))) for name in ("diarrhoea", "belly_pain", "wheezing")}
    analogue = int(chance.happens(0.5))
    return {
        "seen_on": Dated(person.enrolled.isoformat()),
        "flushing": Answered(int(has)),
        **found,
        "analogue": Answered(analogue),
        **({"uncontrolled": Answered(int(has))} if analogue else {}),
        "symptomatic": Answered(int(has)),
    }


def _sample(day: date, chance: Chance) -> dict[str, Value]:
    unit = UnitId("ng_ml")
    has_urine = chance.happens(0.6)
    day_unit = UnitId("umol_day")
    urine: dict[str, Value] = {
        "hiaa_matter": Answered(1),
        "hiaa_urine": Measured(str(chance.between(10, 600)), day_unit),
        "hiaa_urine_limit": Measured("50", day_unit),
    }
    return {
        "sampled_on": Dated(day.isoformat()),
        "cga": Measured(f"{chance.between(400, 9000) / 10:.1f}", unit),
        "cga_limit": Measured("100", unit),
        "cga_assay": Answered(1),
        **(urine if has_urine else {"hiaa_matter": _NOT_DONE}),
    }


def _procedure(day: date, person: Participant, chance: Chance) -> dict[str, Value]:
    technique = _TECHNIQUE.get(person.arm or "", 1)
    micron = UnitId("um")
    complication = chance.happens(0.1)
    return {
        "done_on": Dated(day.isoformat()),
        "technique": Answered(technique),
        "extent": Answered(chance.between(1, 2)),
        "side": Answered(chance.between(1, 2)),
        "particle_least": Measured("100", micron),
        "particle_most": Measured("300", micron),
        **({"doxorubicin": Measured("50", UnitId("mg"))} if technique in (_WITH_OIL, _BEADS) else {}),
        **({"oil": Measured(str(chance.between(10, 20)), UnitId("ml"))} if technique == _WITH_OIL else {}),
        "slow_flow": Answered(1),
        "complication": Answered(int(complication)),
        **({"complication_note": Noted("synthetic complication")} if complication else {}),
    }


def _events(done: date, asked: date, chance: Chance) -> dict[str, Value]:
    values: dict[str, Value] = {"asked_on": Dated(asked.isoformat())}
    count = chance.between(0, 2)
    values["any_event"] = Answered(int(count > 0))
    for row in range(1, count + 1):
        began = done + timedelta(days=chance.between(0, 4))
        is_over = chance.happens(0.7)
        values |= {
            f"event_kind.{row}": Answered(_EVENTS[chance.between(0, len(_EVENTS) - 1)]),
            f"event_grade.{row}": Answered(chance.between(1, 3)),
            f"event_began.{row}": Dated(began.isoformat()),
            f"event_related.{row}": Answered(chance.between(2, 3)),
            f"event_serious.{row}": Answered(int(chance.happens(0.1))),
            f"event_outcome.{row}": Answered(1 if is_over else 3),
        }
        if is_over:
            values[f"event_ended.{row}"] = Dated((began + timedelta(days=chance.between(1, 9))).isoformat())
    return values


def _fill(desk: Desk, subject: str, one: Filled) -> None:
    sheet = start(desk, subject, one.form, "en")
    for place, value in one.values.items():
        sheet = enter(desk, sheet, Place(place), value)
        if sheet.filling.entries[-1].asked:
            sheet = say_it_is_right(desk, sheet, Place(place))
    close(desk, sheet)
