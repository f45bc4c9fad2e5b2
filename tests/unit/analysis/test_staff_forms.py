import re
from datetime import date
from pathlib import Path

import pytest

from retnet_pro.analysis import staff_forms
from retnet_pro.analysis.staff_forms import (
    AdverseEvent,
    Asked,
    LiverReading,
    Sample,
    adverse_events,
    asked_for_events,
    liver_readings,
    samples,
)
from retnet_pro.answering.clinic_value import Absent, Dated, Measured, Noted
from retnet_pro.answering.sheet import Answered
from retnet_pro.instrument.clinic import Missing, UnitId
from retnet_pro.instrument.clinic_load import load_clinic_form
from retnet_pro.simulation.chance import Chance
from retnet_pro.simulation.staff_forms import forms_for
from retnet_pro.study.participant import Participant

FORMS = Path(__file__).parents[3] / "forms" / "clinic"
SUBJECT, DAY = "S1-0019", date(2026, 3, 10)
NG, UG = UnitId("ng_ml"), UnitId("ug_l")


def test_every_item_read_here_is_an_item_of_the_shipped_forms():
    """Else a renamed item would silently be nowhere in the analysis."""
    items = {
        item
        for form in ("adverse-events", "biomarkers", "imaging")
        for item in load_clinic_form(FORMS / f"{form}.yaml").by_id
    }
    source = Path(staff_forms.__file__).read_text("utf-8")
    named = set(re.findall(r'values, "([a-z_]+)"', source)) | set(re.findall(r'"(event_[a-z]+)', source))
    assert len(named) > 10
    assert named <= items
    assert {"cga", "cga_limit", "hiaa_urine", "hiaa_urine_limit", "hiaa_blood", "hiaa_blood_limit"} <= items


def test_events_are_read_row_by_row(record_with):
    record = record_with(
        "adverse-events",
        asked_on=Dated("2026-03-10"),
        any_event=Answered(1),
        event_kind__1=Answered(4),
        event_grade__1=Answered(3),
        event_began__1=Dated("2026-03"),
        event_related__1=Answered(2),
        event_serious__1=Answered(1),
        event_kind__2=Answered(99),
        event_note__2=Noted("said in words"),
        event_grade__2=Answered(1),
        event_began__2=Absent(Missing.UNKNOWN),
        event_related__2=Answered(1),
        event_serious__2=Answered(0),
        event_kind__3=Answered(5),
    )
    assert list(adverse_events([record])) == [
        AdverseEvent(subject=SUBJECT, kind=4, grade=3, related=2, serious=True, began_last=date(2026, 3, 31)),
        AdverseEvent(subject=SUBJECT, kind=99, grade=1, related=1, serious=False, began_last=None),
    ]
    assert list(asked_for_events([record])) == [Asked(subject=SUBJECT, on=DAY)]


def test_a_biomarker_is_a_multiple_of_its_own_limit(record_with):
    record = record_with(
        "biomarkers",
        sampled_on=Dated("2026-03-10"),
        cga=Measured("250", NG),
        cga_limit=Measured("100", NG),
        cga_assay=Answered(2),
        hiaa_matter=Answered(1),
        hiaa_urine=Measured("30", UnitId("umol_day")),
        hiaa_urine_limit=Measured("40", UnitId("umol_day")),
    )
    assert list(samples([record])) == [
        Sample(subject=SUBJECT, on=DAY, marker="cga plasma", ratio=2.5),
        Sample(subject=SUBJECT, on=DAY, marker="hiaa urine", ratio=0.75),
    ]


@pytest.mark.parametrize("limit", [Absent(Missing.UNKNOWN), Measured("100", UG), Measured("0", NG)])
def test_a_value_without_a_limit_in_its_unit_is_not_compared(record_with, limit):
    record = record_with("biomarkers", sampled_on=Dated("2026-03-10"), cga=Measured("250", NG), cga_limit=limit)
    assert list(samples([record])) == []


READ = date(2026, 3, 9)


@pytest.mark.parametrize(
    ("verdict", "where", "judged", "progressed"),
    [(4, 1, True, READ), (4, 3, True, READ), (4, 2, True, None), (3, 1, True, None), (5, 1, False, None)],
)
def test_progression_in_the_liver_is_told_from_progression_elsewhere(record_with, verdict, where, judged, progressed):
    record = record_with(
        "imaging",
        imaged_on=Dated("2026-03-10"),
        verdict=Answered(verdict),
        progressed_where=Answered(where),
        progressed_on=Dated("2026-03-09"),
    )
    assert list(liver_readings([record])) == [
        LiverReading(subject=SUBJECT, on=DAY, judged=judged, progressed=progressed)
    ]


def test_what_simulated_staff_write_down_is_read_whole(record_with):
    person = Participant(
        subject=SUBJECT, arm="be", enrolled=date(2025, 1, 1), embolizations=(date(2025, 2, 1), date(2025, 4, 1))
    )
    filled = list(forms_for(person, date(2026, 1, 1), Chance(3, "x")))
    records = [
        record_with(one.form, **{place.replace(".", "__"): value for place, value in one.values.items()})
        for one in filled
    ]
    rows = sum(place.startswith("event_kind") for one in filled for place in one.values)
    assert rows > 0
    assert len(list(adverse_events(records))) == rows
    assert len(list(asked_for_events(records))) == 2
    assert sum(sample.marker == "cga serum" for sample in samples(records)) == 2
