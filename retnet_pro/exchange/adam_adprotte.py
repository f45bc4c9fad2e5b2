"""ADPROTTE: times until something happened, by the same functions as the analysis of the centre.

Time to deterioration of every scale from 0 to 100, in every published definition, from randomisation. Progression-free
survival is from the readings of liver images; of who has none, from the fact of the course.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from retnet_pro.analysis.deterioration import PUBLISHED, DeteriorationRule, ScoreCourse, ScoreOn, time_to_deterioration
from retnet_pro.analysis.hepatic import LiverRule, LiverStart, hepatic_progression_free
from retnet_pro.analysis.liver_record import LiverRecord, liver_record
from retnet_pro.analysis.regular import regular_time_points, scored_scales
from retnet_pro.analysis.staff_forms import liver_readings
from retnet_pro.analysis.time_to_event import TimeToEvent
from retnet_pro.dataset.codebook import Codebook
from retnet_pro.dataset.rows import FormRows, FormStatus, PersonRows
from retnet_pro.exchange.adam_adsl import SUBJECT, subject_values
from retnet_pro.exchange.cdisc_codes import ScoreCode, category, score_codes
from retnet_pro.exchange.study_time import day_of, first_exposure, iso
from retnet_pro.exchange.tabulation import CodeTerm, Dataset, Kind, Origin, Records, Row, Value, Variable
from retnet_pro.instrument.model import Direction, Instrument, InstrumentId, ScaleCode

_LETTERS = dict(zip(PUBLISHED, "TUVWB", strict=True))
"""First letter of the parameter code by definition; the code of the score follows."""
_SURVIVALS = {
    "PFSEMB": ("Progression-Free Survival From Embolization", LiverRule()),
    "PFSRAND": ("Progression-Free Survival From Randomization", LiverRule(start=LiverStart.RANDOMISATION)),
}


@dataclass(frozen=True, slots=True)
class _Scale:
    """One scale whose deterioration is looked for."""

    instrument: InstrumentId
    scale: ScaleCode
    variant: str
    direction: Direction
    named: ScoreCode


def adprotte(study: str, codebook: Codebook, cut_off: date) -> Dataset:
    """Return the dataset ADPROTTE of a study as it is on a day."""
    scales = tuple(_scales(codebook))
    points = {form.id: regular_time_points(codebook.study, form.id) for form in codebook.instruments}
    return Dataset(
        name="ADPROTTE",
        label="Times to Event",
        structure="One record per parameter per subject",
        of_class="BASIC DATA STRUCTURE",
        variables=(*SUBJECT, *_VARIABLES),
        keys=("STUDYID", "USUBJID", "PARAMCD"),
        rows=lambda person: _rows(study, codebook, cut_off, scales, points, person),
        says="Progression is read from the imaging forms of the participant. Of who has none it is the fact of the "
        "course, taken to be in the liver, and SRCDOM says ADSL. "
        "Who was not randomised, or not embolized, has no record of what is counted from there.",
    )


def event_terms(codebook: Codebook) -> tuple[CodeTerm, ...]:
    """Return the parameter codes with the whole definition of each."""
    return (
        *(CodeTerm(code, f"{name}; event: progression or death") for code, (name, _) in _SURVIVALS.items()),
        *(
            CodeTerm(_code(name, one), f"{_name(name, one)}: {rule.in_words(one.direction)}")
            for one in _scales(codebook)
            for name, rule in PUBLISHED.items()
        ),
    )


def _scales(codebook: Codebook) -> Iterator[_Scale]:
    """Yield the scales of the newest version of every form."""
    newest: Mapping[InstrumentId, Instrument] = {form.id: form for form in codebook.instruments}
    for form in newest.values():
        if len(regular_time_points(codebook.study, form.id)) > 1:
            for scale in scored_scales(form):
                named = score_codes().get((form.id, form.version, scale.code, form.default_variant))
                if named is not None:
                    yield _Scale(form.id, scale.code, form.default_variant, scale.direction, named)


def _code(definition: str, one: _Scale) -> str:
    return _LETTERS[definition] + one.named.code


def _name(definition: str, one: _Scale) -> str:
    return f"{definition}, {one.named.name}"


def _rows(
    study: str,
    codebook: Codebook,
    cut_off: date,
    scales: Iterable[_Scale],
    points: Mapping[InstrumentId, tuple[str, ...]],
    person: PersonRows,
) -> Iterable[Records]:
    subject, one = subject_values(study, codebook, person.subject), person.subject
    liver = _liver(person, cut_off)
    source = "ADSL" if liver.without_readings else None
    yield Records({**subject, "SRCDOM": source}, _survivals(person, liver))
    if one.randomised is None:
        return
    came = {(row.form.visit, row.form.instrument): row for row in person.forms if not row.form.is_disputed}
    for scale in scales:
        baseline, *later = (came.get((point, scale.instrument)) for point in points[scale.instrument])
        course = _course(scale, one.randomised, cut_off, baseline, later, one.died)
        questionnaire = None if baseline is None else category(baseline.form)[0]
        shared: Row = {**subject, "PARCAT1": questionnaire, "SRCDOM": "ADPRO", **_start(one.randomised)}
        yield Records(shared, _definitions(scale, course, one.randomised))


def _survivals(person: PersonRows, liver: LiverRecord) -> Iterator[Row]:
    for code, (name, survival) in _SURVIVALS.items():
        is_from_plan = survival.start is LiverStart.RANDOMISATION
        start = person.subject.randomised if is_from_plan else first_exposure(person.subject)
        for time in hepatic_progression_free(liver.courses, survival).counted:
            if start is not None:
                yield {"PARAMCD": code, "PARAM": name, **_start(start), **_time(start, time)}


def _definitions(scale: _Scale, course: ScoreCourse, start: date) -> Iterator[Row]:
    for definition, rule in PUBLISHED.items():
        (time,) = _deterioration(course, rule, scale)
        yield {"PARAMCD": _code(definition, scale), "PARAM": _name(definition, scale), **_time(start, time)}


def _deterioration(course: ScoreCourse, rule: DeteriorationRule, scale: _Scale) -> Iterable[TimeToEvent]:
    return time_to_deterioration((course,), rule, scale.direction).counted


def _course(
    scale: _Scale,
    start: date,
    cut_off: date,
    baseline: FormRows | None,
    later: Iterable[FormRows | None],
    died: date | None,
) -> ScoreCourse:
    on: list[ScoreOn] = []
    for one in later:
        if one is None:
            continue
        form, day = one.form, day_of(one.form)
        if form.status is FormStatus.DONE and day is not None:
            on.append(ScoreOn(max((day - start).days, 1), _value(scale, one)))
        elif form.is_expected and form.target and form.closes and form.closes < cut_off:
            on.append(ScoreOn((form.target - start).days, None))
    return ScoreCourse(
        subject="",
        group="",
        baseline=None if baseline is None else _value(scale, baseline),
        later=on,
        died_on=None if died is None else (died - start).days,
    )


def _value(scale: _Scale, one: FormRows) -> float | None:
    kinds = ("", scale.variant)
    return next((row.value for row in one.scores if row.scale == scale.scale and row.variant in kinds), None)


def _liver(person: PersonRows, cut_off: date) -> LiverRecord:
    readings = liver_readings(one.record for one in person.staff)
    return liver_record((person.subject.participant,), readings, lambda _: "", cut_off)


def _start(start: date) -> dict[str, Value]:
    return {"STARTDT": iso(start), "AVALU": "DAYS"}


def _time(start: date, time: TimeToEvent) -> dict[str, Value]:
    return {
        "ADT": iso(start + timedelta(days=time.days)),
        "AVAL": time.days,
        "CNSR": 0 if time.happened else 1,
        "EVNTDESC": time.why.upper() if time.happened else "",
        "CNSDTDSC": "" if time.happened else time.why.upper(),
    }


_VARIABLES = (
    Variable("PARAM", "Parameter", Kind.TEXT, Origin.ASSIGNED),
    Variable("PARAMCD", "Parameter Code", Kind.TEXT, Origin.ASSIGNED, "Its code list says the definition.", "TTECD"),
    Variable("PARCAT1", "Parameter Category 1", Kind.TEXT, Origin.ASSIGNED, "QSCAT of the questionnaire."),
    Variable("STARTDT", "Time-to-Event Origin Date for Subject", Kind.DAY, Origin.DERIVED, "What is counted from."),
    Variable("ADT", "Analysis Date", Kind.DAY, Origin.DERIVED, "STARTDT + AVAL."),
    Variable("AVAL", "Analysis Value", Kind.INTEGER, Origin.DERIVED, "Days from STARTDT to event or censoring."),
    Variable("AVALU", "Analysis Value Unit", Kind.TEXT, Origin.ASSIGNED),
    Variable("CNSR", "Censor", Kind.INTEGER, Origin.DERIVED, "0 the event happened, 1 it had not when last known."),
    Variable("EVNTDESC", "Event or Censoring Description", Kind.TEXT, Origin.DERIVED, "What the event was."),
    Variable("CNSDTDSC", "Censor Date Description", Kind.TEXT, Origin.DERIVED, "Where the time was censored."),
    Variable("SRCDOM", "Source Data", Kind.TEXT, Origin.ASSIGNED, "Dataset the time is made of."),
)
