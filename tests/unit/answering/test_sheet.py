"""The written form of an answer."""

import pytest

from retnet_pro.answering.sheet import (
    Answered,
    Cleared,
    NotApplicable,
    NotPresented,
    NotReached,
    Skipped,
    read_answer,
    write_answer,
)
from retnet_pro.errors import Code, Refusal


@pytest.mark.rule("E42")
@pytest.mark.parametrize(
    "answer", [Answered(0), Answered(7), NotApplicable(), Skipped(), NotPresented(), NotReached(), Cleared()]
)
def test_every_state_comes_back_as_it_was(answer: object) -> None:
    assert read_answer(write_answer(answer)) == answer  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "plain",
    [None, 3, "answered", {}, {"is": "answered"}, {"is": "answered", "code": None}, {"is": "answered", "code": "3"},
     {"is": "answered", "code": True}, {"is": "answered", "code": 3, "more": 1}, {"is": "skipped", "code": 1},
     {"is": "unknown"}, ["answered", 3]],
)  # fmt: skip
def test_nothing_else_is_an_answer(plain: object) -> None:
    with pytest.raises(Refusal) as refused:
        read_answer(plain)
    assert refused.value.code is Code.PAYLOAD_BROKEN
