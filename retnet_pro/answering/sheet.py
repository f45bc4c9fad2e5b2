"""The five states of an answer, and their one written form.

Nothing has a default and nothing turns into a number by itself: absence always says which absence it is (rule E42).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import ItemId


@dataclass(frozen=True, slots=True)
class Answered:
    """The participant chose this code."""

    code: int


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The participant chose the form's own "does not apply to me"."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """The participant confirmed not wanting to answer."""


@dataclass(frozen=True, slots=True)
class NotPresented:
    """A condition of the form hid the item."""


@dataclass(frozen=True, slots=True)
class NotReached:
    """The form stopped before this item, or the item was seen and left without confirming."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """The participant took an answer back; only ever an entry on the way, never a final state."""


Answer = Answered | NotApplicable | Skipped | NotPresented | NotReached
"""The final state of an item."""
Given = Answered | NotApplicable | Skipped | Cleared
"""What one act of the participant can put down for an item."""
Answers = Mapping[ItemId, Answer]

_WORD: Mapping[type, str] = {
    Answered: "answered",
    NotApplicable: "not-applicable",
    Skipped: "skipped",
    NotPresented: "not-presented",
    NotReached: "not-reached",
    Cleared: "cleared",
}
_STATE = {word: state for state, word in _WORD.items() if state is not Answered}


def write_answer(answer: Answer | Given) -> dict[str, object]:
    """Return the answer as plain JSON data, e.g. ``{"is": "answered", "code": 3}``."""
    if isinstance(answer, Answered):
        return {"is": "answered", "code": answer.code}
    return {"is": _WORD[type(answer)]}


def read_answer(plain: object) -> Answer | Given:
    """Read what `write_answer` wrote.

    Raises:
        Refusal: `PAYLOAD_BROKEN`, when it is anything else.
    """
    match plain:
        case {"is": "answered", "code": int(code), **rest} if not rest and not isinstance(code, bool):
            return Answered(code)
        case {"is": str(word), **rest} if not rest and word in _STATE:
            state: Answer | Given = _STATE[word]()
            return state
        case _:
            raise Refusal(Code.PAYLOAD_BROKEN, what="an answer", why="unknown state or extra fields")
