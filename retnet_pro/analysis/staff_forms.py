"""What the analysis reads from the forms of staff (forms/clinic): adverse events, biomarkers, readings of liver images.

The last revision of each form is handed in; forms of another kind are passed over. A value that is absent for a stated
reason is absent here too; notes are not read, they may say anything. Days that are known in part only keep the first
and the last day they can mean.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from retnet_pro.answering.clinic_value import Dated, Measured, Place, Value
from retnet_pro.answering.sheet import Answered
from retnet_pro.record.clinic import ClinicRecord

ADVERSE_EVENTS, BIOMARKERS, IMAGING = "adverse-events", "biomarkers", "imaging"
_YES, _URINE, _SERUM = 1, 1, 2
_PROGRESSION, _NOT_JUDGED = 4, 5
_IN_LIVER = frozenset((1, 3))


@dataclass(frozen=True, slots=True, kw_only=True)
class AdverseEvent:
    """One row of a form."""

    subject: str
    kind: int
    """Code of the list of the form."""
    grade: int
    related: int
    """1 no, 2 possible, 3 yes."""
    serious: bool
    began_last: date | None
    """The last day on which it can have begun; None where it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Somebody asked for adverse events on a day, whether there were any or not."""

    subject: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One biomarker of one sample, as a multiple of the laboratory's own upper limit of normal."""

    subject: str
    on: date
    marker: str
    """What was measured in what; only values of the same are compared, e.g. ``cga serum``."""
    ratio: float
    """Value divided by limit, both in the same unit: nothing is converted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiverReading:
    """One imaging of the liver with its verdict."""

    subject: str
    on: date
    judged: bool
    """Whether the reader could come to a verdict."""
    progressed: date | None
    """Day of progression, where the verdict was progression in the liver."""


def adverse_events(records: Iterable[ClinicRecord]) -> Iterator[AdverseEvent]:
    """Yield every event with a kind and a grade."""
    for record in _of(records, ADVERSE_EVENTS):
        for place, value in record.values.items():
            item, _, row = place.partition(".")
            grade = _code(record.values, f"event_grade.{row}")
            if item == "event_kind" and isinstance(value, Answered) and grade is not None:
                began = record.values.get(Place(f"event_began.{row}"))
                yield AdverseEvent(
                    subject=record.subject,
                    kind=value.code,
                    grade=grade,
                    related=_code(record.values, f"event_related.{row}") or 1,
                    serious=_code(record.values, f"event_serious.{row}") == _YES,
                    began_last=began.last if isinstance(began, Dated) else None,
                )


def asked_for_events(records: Iterable[ClinicRecord]) -> Iterator[Asked]:
    """Yield every time somebody asked."""
    for record in _of(records, ADVERSE_EVENTS):
        if (on := _day(record.values, "asked_on")) is not None:
            yield Asked(subject=record.subject, on=on)


def samples(records: Iterable[ClinicRecord]) -> Iterator[Sample]:
    """Yield every value that came with its limit; one without cannot be compared between laboratories."""
    for record in _of(records, BIOMARKERS):
        on = _day(record.values, "sampled_on")
        if on is None:
            continue
        matter = _code(record.values, "hiaa_matter")
        assay = {1: "cga serum", 2: "cga plasma"}.get(_code(record.values, "cga_assay") or 0, "cga")
        blood = "hiaa serum" if matter == _SERUM else "hiaa plasma"
        for item, marker in (("cga", assay), ("hiaa_urine", "hiaa urine"), ("hiaa_blood", blood)):
            if (ratio := _ratio(record.values, item)) is not None:
                yield Sample(subject=record.subject, on=on, marker=marker, ratio=ratio)


def liver_readings(records: Iterable[ClinicRecord]) -> Iterator[LiverReading]:
    """Yield every imaging with a verdict."""
    for record in _of(records, IMAGING):
        on, verdict = _day(record.values, "imaged_on"), _code(record.values, "verdict")
        if on is None or verdict is None:
            continue
        in_liver = verdict == _PROGRESSION and _code(record.values, "progressed_where") in _IN_LIVER
        yield LiverReading(
            subject=record.subject,
            on=on,
            judged=verdict != _NOT_JUDGED,
            progressed=(_day(record.values, "progressed_on") or on) if in_liver else None,
        )


def _of(records: Iterable[ClinicRecord], form: str) -> Iterator[ClinicRecord]:
    return (record for record in records if record.form == form)


def _code(values: Mapping[Place, Value], item: str) -> int | None:
    value = values.get(Place(item))
    return value.code if isinstance(value, Answered) else None


def _day(values: Mapping[Place, Value], item: str) -> date | None:
    value = values.get(Place(item))
    return value.first if isinstance(value, Dated) and value.is_whole else None


def _ratio(values: Mapping[Place, Value], item: str) -> float | None:
    value, limit = values.get(Place(item)), values.get(Place(f"{item}_limit"))
    if not isinstance(value, Measured) or not isinstance(limit, Measured):
        return None
    return None if limit.unit != value.unit or limit.exact <= Decimal(0) else float(value.exact / limit.exact)
