"""The document of a correction survives writing and reading, and nothing else is accepted."""

import json
from dataclasses import replace
from typing import Any

import pytest

from retnet_pro.answering.sheet import Answered, Skipped
from retnet_pro.errors import Code, Tamper
from retnet_pro.instrument.model import ItemId
from retnet_pro.record.amendment import (
    Amendment,
    Source,
    WhyAmended,
    amended,
    read_amendment,
    write_amendment,
)
from retnet_pro.record.event import EventHash, SessionId
from tests.unit.record.test_response import RESPONSE

Q1 = ItemId("q1")
AMENDMENT = Amendment(
    ses=SessionId("s1"),
    subject="S01-001",
    item=Q1,
    old=Answered(3),
    new=Skipped(),
    why=WhyAmended.MISUNDERSTOOD,
    note="took it for last month",
    source=Source.ASKED_BY_PHONE,
    on=EventHash("c" * 64),
    answers={**RESPONSE.answers, Q1: Skipped()},
    scores=RESPONSE.scores,
)


def plain() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(json.dumps({"v": 1, "kind": "amend", **write_amendment(AMENDMENT)}))
    return document


@pytest.mark.rule("E101", "P19")
def test_what_is_written_is_read_back() -> None:
    assert read_amendment(plain()) == AMENDMENT
    assert amended(RESPONSE, AMENDMENT) == replace(RESPONSE, answers=AMENDMENT.answers)


@pytest.mark.rule("P03", "P19")
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("v", 2),
        ("v", True),
        ("kind", "answer"),
        ("ses", ""),
        ("item", "q2"),
        ("old", {"is": "skipped"}),
        ("old", {"is": "cleared"}),
        ("new", {"is": "answered", "code": 2}),
        ("new", None),
        ("why", "because"),
        ("note", ""),
        ("note", "   "),
        ("note", "x" * 301),
        ("note", "two\nlines"),
        ("source", "hearsay"),
        ("on", "C" * 64),
        ("answers", []),
        ("scores", {}),
        ("extra", 1),
    ],
)
def test_anything_else_is_refused(name: str, value: object) -> None:
    with pytest.raises(Tamper) as caught:
        read_amendment({**plain(), name: value})
    assert caught.value.code is Code.PAYLOAD_BROKEN


@pytest.mark.parametrize("name", sorted(plain()))
def test_every_field_is_needed(name: str) -> None:
    document = plain()
    del document[name]
    with pytest.raises(Tamper):
        read_amendment(document)
