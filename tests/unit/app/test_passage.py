"""What the processes tell each other."""

import io
import json
from pathlib import Path

import pytest

from retnet_pro.answering.session import Entry
from retnet_pro.answering.sheet import Answered, Skipped
from retnet_pro.app.passage import End, HandOver, Outcome, hear, read_hand_over, say, write_hand_over
from retnet_pro.conduct.sitting import Sitting, Turn
from retnet_pro.instrument.model import InstrumentId, ItemId
from retnet_pro.record.event import DeviceId, SessionId
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.model import Mode

ENTRIES = (
    Entry(n=1, item=ItemId("q1"), given=Answered(2), replaces=None, prompted=False, shown_at="2026-11-23T09:00:00Z"),
    Entry(n=2, item=ItemId("q1"), given=Skipped(), replaces=1, prompted=True, shown_at="2026-11-23T09:00:05Z"),
)
HAND_OVER = HandOver(
    sitting=Sitting(
        subject="AB-0019",
        visit="baseline",
        visit_title="Baseline – Größe",
        answered_by=AnsweredBy.INTERPRETER,
        mode=Mode.TRAINING,
        practice=True,
        turns=(
            Turn(
                ses=SessionId("s1"),
                instrument=InstrumentId("qlq-c30"),
                version="3.0",
                language="de",
                opened_at="2026-11-23T09:00:00.000+00:00",
                entries=ENTRIES,
            ),
        ),
    ),
    profile=Path("somewhere"),
    device=DeviceId("AB-1"),
    seed=bytes(range(32)),
    recipients=("age1one", "age1two"),
    forms="[]",
)


def test_a_hand_over_arrives_as_it_was_sent_in_one_line() -> None:
    line = write_hand_over(HAND_OVER)
    assert "\n" not in line and line.isascii()
    assert read_hand_over(line) == HAND_OVER


@pytest.mark.parametrize("outcome", [Outcome(End.LEFT), Outcome(End.QUIT), Outcome(End.HANDED_OVER, HAND_OVER)])
def test_the_last_word_is_heard(outcome: Outcome) -> None:
    out = io.StringIO()
    out.write("something a library printed\n")
    say(outcome, out)
    assert hear(out.getvalue()) == outcome


OTHERS = [
    "[]",
    "{}",
    '{"sitting": "{}"}',
    "[" * 5000,
    write_hand_over(HAND_OVER)[:-20],
    write_hand_over(HAND_OVER).replace("answered", "answred"),
]
"""What another version of the program, or a process that was killed in the middle of a word, may have said."""


@pytest.mark.parametrize(
    "said", ["", "Segmentation fault\n", '{"end": "else"}', "[]", '{"end": "left"', '{"end": "left"}']
)
def test_a_process_that_died_said_nothing(said: str) -> None:
    assert hear(said) is None


@pytest.mark.rule("E51")
@pytest.mark.parametrize("line", OTHERS, ids=range(len(OTHERS)))
def test_a_hand_over_of_another_kind_is_no_hand_over_and_no_crash(line: str) -> None:
    with pytest.raises(ValueError):
        read_hand_over(line)
    assert hear(json.dumps({"end": "handed-over", "hand_over": line})) is None
