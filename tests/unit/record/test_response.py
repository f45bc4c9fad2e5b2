"""The document of a finished questionnaire survives writing and reading, and nothing else is accepted."""

import json
import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retnet_pro.answering.sheet import Answered, NotApplicable, NotPresented, NotReached, Skipped
from retnet_pro.errors import Code, Tamper
from retnet_pro.instrument.model import ContentHash, InstrumentId, ItemId, ScaleCode
from retnet_pro.record.event import SessionId
from retnet_pro.record.response import (
    AnsweredBy,
    FormUsed,
    Response,
    WordingUsed,
    read_done,
    read_response,
    write_response,
)
from retnet_pro.scoring.score import Score, Why
from retnet_pro.study.model import Mode

RESPONSE = Response(
    ses=SessionId("s1"),
    subject="S01-001",
    visit="week12",
    form=FormUsed(InstrumentId("diary"), "1", ContentHash("a" * 64)),
    wording=WordingUsed("de", "1", ContentHash("b" * 64), True),
    mode=Mode.DEMO,
    started="2026-11-23T10:00:00.000+01:00",
    finished="2026-11-23T10:05:00.000+01:00",
    answered_by=AnsweredBy.ALONE,
    answers={
        ItemId("q1"): Answered(3),
        ItemId("q2"): NotApplicable(),
        ItemId("q3"): Skipped(),
        ItemId("q4"): NotPresented(),
        ItemId("q5"): NotReached(),
    },
    scores=(
        Score(ScaleCode("A"), 66.66666666666667, None, 2, 3, "", "1"),
        Score(ScaleCode("B"), None, Why.TOO_FEW_ANSWERED, 1, 3, "x", "1"),
    ),
    app="0.1.0",
    entries=6,
    accommodations=("large-text",),
)


def plain() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(json.dumps(write_response(RESPONSE)))
    return document


@pytest.mark.rule("E42", "E54")
def test_what_is_written_is_read_back_with_every_state_and_time():
    assert read_response(plain()) == RESPONSE
    assert plain()["v"] == 1
    assert plain()["finished"] == "2026-11-23T10:05:00.000+01:00"


@given(
    answers=st.dictionaries(
        st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=20).map(ItemId),
        st.one_of(st.integers(-9, 99).map(Answered), st.sampled_from([NotApplicable(), Skipped(), NotReached()])),
    ),
    value=st.floats(allow_nan=False, allow_infinity=False),
)
@settings(max_examples=50, deadline=None)
def test_reading_is_the_inverse_of_writing(answers, value):
    score = Score(ScaleCode("A"), value, None, 1, 1, "", "1")
    made = Response(
        **{
            **{name: getattr(RESPONSE, name) for name in Response.__dataclass_fields__},
            "answers": answers,
            "scores": (score,),
        }
    )
    assert read_response(json.loads(json.dumps(write_response(made)))) == made


@pytest.mark.rule("P03")
@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("v",), 2),
        (("v",), True),
        (("ses",), ""),
        (("subject",), 7),
        (("subject",), "two\nlines"),
        (("subject",), "\u202eright to left"),
        (("subject",), "\ud800"),
        (("visit",), "x" * 201),
        (("form", "hash"), "A" * 64),
        (("form", "hash"), "a" * 63),
        (("form", "extra"), 1),
        (("wording", "demonstration"), 1),
        (("wording", "language"), None),
        (("mode",), "play"),
        (("started",), "2026-11-23T10:00:00"),
        (("finished",), "yesterday"),
        (("answered_by",), "somebody"),
        (("answers",), []),
        (("answers", "q1"), {"is": "answered", "code": "3"}),
        (("answers", "q1"), {"is": "cleared"}),
        (("answers", "q1"), None),
        (("scores",), {}),
        (("scores", 0, "value"), None),
        (("scores", 0, "why"), "too-few-answered"),
        (("scores", 0, "value"), math.nan),
        (("scores", 0, "value"), True),
        (("scores", 0, "used"), 4),
        (("scores", 1, "why"), "lazy"),
        (("entries",), -1),
        (("entries",), 1.0),
        (("accommodations",), [1]),
        (("accommodations",), "large-text"),
        (("surprise",), 1),
    ],
)
def test_anything_else_is_refused_with_a_reason(path, value):
    document = plain()
    place = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(Tamper) as caught:
        read_response(document)
    assert caught.value.code is Code.PAYLOAD_BROKEN
    assert caught.value.facts["why"]


@pytest.mark.rule("T9")
def test_the_payload_of_another_kind_of_event_is_no_response():
    assert read_done({"v": 1, "kind": "session.done", **plain()}) == RESPONSE
    for kind in ("session.open", None):
        with pytest.raises(Tamper):
            read_done({**plain(), "kind": kind})


@pytest.mark.parametrize("name", sorted(plain()))
def test_a_missing_field_is_refused(name):
    document = plain()
    del document[name]
    with pytest.raises(Tamper):
        read_response(document)


def test_a_reason_never_repeats_an_answer():
    document = plain()
    document["answers"]["q1"] = {"is": "answered", "code": "very secret"}
    with pytest.raises(Tamper) as caught:
        read_response(document)
    assert "secret" not in str(caught.value)
