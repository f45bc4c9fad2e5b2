"""Load a study file: arms, anchors, time points, alert rules, as checked, frozen facts."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from retnet_pro.errors import Code
from retnet_pro.instrument.clinic import ClinicFormId
from retnet_pro.instrument.finding import Finding, Lines, Place
from retnet_pro.instrument.load import content_hash, in_order, load
from retnet_pro.instrument.model import ContentHash, Instrument, InstrumentId, ItemId, ScaleCode, Status
from retnet_pro.instrument.reading import read
from retnet_pro.instrument.shape import Values
from retnet_pro.instrument.vocabulary_study import STUDY
from retnet_pro.study.model import (
    AlertRule,
    Anchor,
    Arm,
    ClinicUse,
    Identification,
    Milestone,
    Opens,
    Study,
    SymptomFree,
    TimePoint,
)


def load_study(path: Path) -> Study:
    """Load a study file.

    Raises:
        Refusal: `FILE_MISSING`, or `STUDY_BROKEN` with every finding.
    """
    return load(path, read_study, Code.STUDY_BROKEN)


def read_study(
    untrusted: bytes,
    path: str,
    instruments: Mapping[InstrumentId, Instrument] | None = None,
    clinic: Collection[str] | None = None,
) -> tuple[Study | None, tuple[Finding, ...]]:
    """Return the study, or None and everything that is wrong; with instruments, also what refers to none of them.

    `clinic` are the forms that staff can fill in; given, what refers to none of them is found too.

    Raises nothing on any bytes.
    """
    reading = read(untrusted, STUDY, path)
    if not reading.usable:
        return None, in_order(reading.findings)
    faults = list(_faults(reading.values))
    if instruments is not None:
        faults += _unknown(reading.values, instruments)
    if clinic is not None:
        faults += _unknown_clinic(reading.values, clinic)
    findings = in_order((*reading.findings, *_findings(faults, reading.lines, path)))
    return (None, findings) if findings else (_study(reading.values, content_hash(untrusted)), ())


Fault = tuple[Place, str | None, str]


def _findings(faults: Iterable[Fault], lines: Lines, path: str) -> Iterator[Finding]:
    for place, item, message in faults:
        yield Finding(path, lines[place], item, message)


def _faults(values: Values) -> Iterator[Fault]:
    for table in ("arms", "time_points", "alerts", "milestones"):
        yield from _twice(table, [row["id"] for row in values.get(table, ())])
    yield from _twice("clinic_forms", [row["form"] for row in values.get("clinic_forms", ())])
    yield from _twice("languages", values["languages"])
    if "whom_to_call" in values:
        for language in values["languages"]:
            if language not in values["whom_to_call"]:
                yield ("whom_to_call",), None, f"there is no text for language '{language}'"
    if values["subject_pattern"].count("{site}") != 1 or not values["subject_pattern"].startswith("{site}"):
        yield ("subject_pattern",), None, "a study code begins with {site} and names it once"
    if not any(arm["open_to_randomisation"] for arm in values["arms"]):
        yield ("arms",), None, "no arm is open to randomisation"
    for index, point in enumerate(values["time_points"]):
        if len(set(point["instruments"])) < len(point["instruments"]):
            yield ("time_points", index, "instruments"), point["id"], "an instrument stands here twice"
    points = {point["id"] for point in values["time_points"]}
    for index, milestone in enumerate(values.get("milestones", ())):
        for name in milestone.get("time_points", ()):
            if name not in points:
                yield ("milestones", index), milestone["id"], f"there is no time point '{name}'"
    for index, alert in enumerate(values.get("alerts", ())):
        if ("item" in alert) == ("scale" in alert):
            yield ("alerts", index), alert["id"], "an alert looks at one item or at one scale"
        if "at_least" not in alert and "at_most" not in alert:
            yield ("alerts", index), alert["id"], "an alert needs 'at_least', 'at_most' or both, else it never rings"


def _twice(table: str, names: list[str]) -> Iterator[Fault]:
    for index, name in enumerate(names):
        if name in names[:index]:
            yield (table, index), name, f"'{name}' stands here a second time"


def _unknown(values: Values, instruments: Mapping[InstrumentId, Instrument]) -> Iterator[Fault]:
    for index, point in enumerate(values["time_points"]):
        for name in point["instruments"]:
            if name not in instruments:
                yield ("time_points", index, "instruments"), point["id"], f"there is no form '{name}'"
    if values["symptom_free"]["instrument"] not in instruments:
        name = values["symptom_free"]["instrument"]
        yield ("symptom_free", "instrument"), None, f"there is no form '{name}'"
    for index, alert in enumerate(values.get("alerts", ())):
        form = instruments.get(alert["instrument"])
        if form is None:
            yield ("alerts", index), alert["id"], f"there is no form '{alert['instrument']}'"
        elif "item" in alert and alert["item"] not in form.by_id:
            yield ("alerts", index), alert["id"], f"{form.id} has no item '{alert['item']}'"
        elif "scale" in alert and alert["scale"] not in {scale.code for scale in form.scales}:
            yield ("alerts", index), alert["id"], f"{form.id} has no scale '{alert['scale']}'"


def _unknown_clinic(values: Values, clinic: Collection[str]) -> Iterator[Fault]:
    for index, row in enumerate(values.get("clinic_forms", ())):
        if row["form"] not in clinic:
            yield ("clinic_forms", index), row["form"], f"there is no form '{row['form']}' that staff fill in"


def _study(values: Values, content: ContentHash) -> Study:
    return Study(
        id=values["id"],
        version=values["version"],
        title=values["title"],
        label=values["label"],
        subject_pattern=values["subject_pattern"],
        planned_participants=values["planned_participants"],
        arms=tuple(Arm(**arm) for arm in values["arms"]),
        time_points=tuple(_time_point(point) for point in values["time_points"]),
        stops=tuple(values["stops"]),
        alerts=tuple(_alert(alert) for alert in values.get("alerts", ())),
        symptom_free=_symptom_free(values["symptom_free"]),
        valid_form=values["valid_form"]["text"],
        valid_form_minimum_scales=values["valid_form"]["minimum_scales"],
        languages=tuple(values["languages"]),
        status=Status(values["status"]),
        source=values["source"],
        hash=content,
        identification=Identification(values.get("identification", Identification.CONFIRM.value)),
        clinic_forms=tuple(_clinic_form(row) for row in values.get("clinic_forms", ())),
        resume_hours=values["resume"]["within_hours"] if "resume" in values else None,
        milestones=tuple(_milestone(one) for one in values.get("milestones", ())),
        whom_to_call=values.get("whom_to_call", {}),
    )


def _clinic_form(row: Values) -> ClinicUse:
    return ClinicUse(form=ClinicFormId(row["form"]), opens=Opens(row["opens"]), once=row["once"])


def _time_point(point: Values) -> TimePoint:
    return TimePoint(
        id=point["id"],
        title=point["title"],
        anchor=Anchor(point["anchor"]),
        offset_days=point["offset_days"],
        early_days=point["early_days"],
        late_days=point["late_days"],
        instruments=tuple(InstrumentId(name) for name in point["instruments"]),
    )


def _alert(alert: Values) -> AlertRule:
    return AlertRule(
        id=alert["id"],
        instrument=InstrumentId(alert["instrument"]),
        item=ItemId(alert["item"]) if "item" in alert else None,
        scale=ScaleCode(alert["scale"]) if "scale" in alert else None,
        at_least=alert.get("at_least"),
        at_most=alert.get("at_most"),
        who=alert["who"],
        within_hours=alert["within_hours"],
        source=alert["source"],
        status=Status(alert["status"]),
    )


def _milestone(milestone: Values) -> Milestone:
    return Milestone(
        id=milestone["id"],
        title=milestone["title"],
        titles=milestone.get("titles", {}),
        meaning=milestone["meaning"],
        time_points=tuple(milestone.get("time_points", ())),
        each_visit=milestone.get("each_visit", False),
    )


def _symptom_free(rule: Values) -> SymptomFree:
    return SymptomFree(
        instrument=InstrumentId(rule["instrument"]),
        starts=rule["starts"],
        grade_cut=rule["grade_cut"],
        needs_confirmation=rule["needs_confirmation"],
        next_embolization=rule["next_embolization"],
        source=rule["source"],
        status=Status(rule["status"]),
    )
