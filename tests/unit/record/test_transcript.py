"""The document of a reading from paper survives writing and reading, and nothing else is accepted."""

import json
from datetime import date
from typing import Any

import pytest

from retnet_pro.answering.sheet import Answered, NotApplicable
from retnet_pro.errors import Code, Tamper
from retnet_pro.instrument.model import ContentHash, InstrumentId, ItemId
from retnet_pro.record.event import SessionId
from retnet_pro.record.response import AnsweredBy
from retnet_pro.record.transcript import (
    Mark,
    Oddity,
    Round,
    Transcript,
    WhyPaper,
    read_scan,
    read_transcript,
    write_scan,
    write_transcript,
)

TRANSCRIPT = Transcript(
    ses=SessionId("s1"),
    subject="S01-001",
    visit="week12",
    instrument=InstrumentId("diary"),
    form_hash=ContentHash("a" * 64),
    language="de",
    day=date(2026, 11, 21),
    answered_by=AnsweredBy.ALONE,
    why=WhyPaper.AWAY,
    note="",
    round=Round.FIRST,
    marks={
        ItemId("q1"): Mark(Answered(3)),
        ItemId("q2"): Mark(NotApplicable(), Oddity.MARGIN_NOTE),
        ItemId("q3"): Mark(None, Oddity.BETWEEN),
    },
)


def plain() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(json.dumps({"v": 1, "kind": "paper.entry", **write_transcript(TRANSCRIPT)}))
    return document


@pytest.mark.rule("E93", "E94")
def test_what_is_written_is_read_back() -> None:
    assert read_transcript(plain()) == TRANSCRIPT


@pytest.mark.rule("P03")
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("v", 2),
        ("kind", "amend"),
        ("day", "21.11.2026"),
        ("round", "third"),
        ("why", "because"),
        ("form_hash", "x"),
        ("marks", []),
        ("marks", {"q1": {"given": {"is": "skipped"}, "oddity": None}}),
        ("marks", {"q1": {"given": {"is": "answered", "code": 1}, "oddity": "two-boxes"}}),
        ("marks", {"q1": {"given": None, "oddity": "smudged"}}),
        ("marks", {"q1": {"given": None}}),
        ("extra", 1),
    ],
)
def test_anything_else_is_refused(name: str, value: object) -> None:
    with pytest.raises(Tamper) as caught:
        read_transcript({**plain(), name: value})
    assert caught.value.code is Code.PAYLOAD_BROKEN


@pytest.mark.rule("E93", "P03")
def test_a_scan_is_the_one_its_hash_names() -> None:
    content = {"v": 1, "kind": "paper.scan", **write_scan(SessionId("s1"), "S01-001", b"\x89PNG and more")}
    assert (read_scan(content), content["type"]) == (b"\x89PNG and more", "image/png")
    for broken in ({"sha256": "0" * 64}, {"data": "not base64!"}, {"extra": 1}):
        with pytest.raises(Tamper):
            read_scan({**content, **broken})
