"""What a form of staff leaves in the record comes back exactly, and anything else is named (rules P03, T10)."""

from dataclasses import replace

import pytest

from retnet_pro.answering.clinic_doubt import Doubt, Why
from retnet_pro.answering.clinic_filling import ClinicEntry
from retnet_pro.answering.clinic_value import Absent, Dated, Measured, Noted, Place, RowDropped
from retnet_pro.answering.sheet import Answered
from retnet_pro.errors import Code, Tamper
from retnet_pro.instrument.clinic import ClinicFormId, Fact, Missing, UnitId
from retnet_pro.instrument.model import ContentHash
from retnet_pro.record.clinic import (
    ClinicRecord,
    StatedFact,
    read_clinic_entry,
    read_clinic_record,
    write_clinic_entry,
    write_clinic_record,
)
from retnet_pro.record.event import SessionId
from retnet_pro.study.model import Mode

RECORD = ClinicRecord(
    ses=SessionId("s"),
    subject="AB-0011",
    form=ClinicFormId("imaging"),
    version="1",
    form_hash=ContentHash("a" * 64),
    language="en",
    words_version="1",
    words_hash=ContentHash("b" * 64),
    mode=Mode.DEMO,
    revision=2,
    day="2026-11-20",
    values={
        Place("verdict"): Answered(4),
        Place("diameter.2"): Measured("12.5", UnitId("mm")),
        Place("began"): Dated("2026-11"),
        Place("note.1"): Noted("segment 4"),
        Place("cga"): Absent(Missing.NOT_DONE),
    },
    facts=(StatedFact(Fact.PROGRESSED, "2026-11-20"), StatedFact(Fact.SYMPTOMATIC, False)),
    before=(StatedFact(Fact.PROGRESSED, "2026-11-19"),),
    shows_arm=False,
    entries=12,
    app="test",
)
ENTRY = ClinicEntry(
    n=3,
    place=Place("cga"),
    put=Measured("900000", UnitId("ug_l")),
    replaces=1,
    asked=(Doubt(Place("cga"), Why.UNUSUALLY_HIGH, "20000 µg/L"),),
)
PLAIN = write_clinic_record(RECORD)


@pytest.mark.rule("P01", "P03")
def test_a_record_and_an_entry_come_back_as_they_were_written() -> None:
    assert read_clinic_record({"v": 1, "kind": "clinic.done", **PLAIN}) == RECORD
    for entry in (ENTRY, replace(ENTRY, asked=(), confirmed=ENTRY.asked), replace(ENTRY, put=RowDropped())):
        assert read_clinic_entry(write_clinic_entry(entry)) == entry


@pytest.mark.rule("P03", "T10")
@pytest.mark.parametrize(
    "change",
    [
        {"kind": "session.done"},
        {"extra": 1},
        {"subject": ""},
        {"subject": "a\nb"},
        {"form_hash": "A" * 64},
        {"mode": "play"},
        {"revision": 0},
        {"revision": True},
        {"day": "20.11.2026"},
        {"values": []},
        {"values": {"cga.0": {"is": "unknown"}}},
        {"values": {"cga": {"is": "cleared"}}},
        {"values": {"cga": {"is": "row-dropped"}}},
        {"facts": {"fact": "progressed"}},
        {"facts": [{"fact": "progressed", "value": "2026-11"}]},
        {"facts": [{"fact": "symptomatic", "value": "yes"}]},
        {"facts": [{"fact": "progressed", "value": True}]},
        {"facts": [{"fact": "died", "value": "2026-11-20"}]},
        {"shows_arm": 0},
        {"entries": -1},
    ],
    ids=str,
)
def test_anything_else_is_no_record(change: dict[str, object]) -> None:
    with pytest.raises(Tamper) as caught:
        read_clinic_record({**PLAIN, **change})
    assert caught.value.code is Code.PAYLOAD_BROKEN


@pytest.mark.rule("P03", "T10")
@pytest.mark.parametrize(
    "change",
    [
        {"n": 0},
        {"n": "1"},
        {"item": "CGA"},
        {"item": "cga.01"},
        {"value": {"is": "answered"}},
        {"replaces": 0},
        {"asked": None},
        {"asked": [["cga", "sounds-odd", ""]]},
        {"asked": [["cga", "in-future"]]},
        {"refused": [["cga", "in-future", "x" * 201]]},
    ],
    ids=str,
)
def test_anything_else_is_no_entry(change: dict[str, object]) -> None:
    with pytest.raises(Tamper) as caught:
        read_clinic_entry({**write_clinic_entry(ENTRY), **change})
    assert caught.value.code is Code.PAYLOAD_BROKEN
