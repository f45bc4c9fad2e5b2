"""Which items a participant is shown, and what their final state is."""

from collections.abc import Mapping
from typing import assert_never

from retnet_pro.answering.sheet import (
    Answer,
    Answered,
    Answers,
    Cleared,
    Given,
    NotApplicable,
    NotPresented,
    NotReached,
    Skipped,
)
from retnet_pro.instrument.model import (
    All,
    AnyOf,
    AtLeast,
    Condition,
    Equals,
    Instrument,
    Item,
    ItemId,
    Not,
)


def holds(condition: Condition, given: Mapping[ItemId, object]) -> bool:
    """Decide a condition on what has been given so far; an item without an answered code makes a comparison false."""
    match condition:
        case AtLeast(item, code):
            answer = given.get(item)
            return isinstance(answer, Answered) and answer.code >= code
        case Equals(item, code):
            return given.get(item) == Answered(code)
        case All(parts):
            return all(holds(part, given) for part in parts)
        case AnyOf(parts):
            return any(holds(part, given) for part in parts)
        case Not(part):
            return not holds(part, given)
        case _:
            assert_never(condition)


def presented(instrument: Instrument, given: Mapping[ItemId, Given]) -> tuple[Item, ...]:
    """Return the items shown, in order. The answer of a hidden item counts for no condition (rule E45)."""
    if not instrument.has_conditions:
        return instrument.items
    seen: dict[ItemId, Given] = {}
    shown: list[Item] = []
    for item in instrument.items:
        if item.condition is None or holds(item.condition, seen):
            shown.append(item)
            if item.id in given:
                seen[item.id] = given[item.id]
    return tuple(shown)


def is_settled(given: Given | None) -> bool:
    """Whether the participant has decided about an item: answered, does not apply, or confirmed skip."""
    return given is not None and not isinstance(given, Cleared)


def final_answers(instrument: Instrument, given: Mapping[ItemId, Given]) -> Answers:
    """Return the state of every item of the form, hidden and unreached ones included (rules E42, E45)."""
    shown = {item.id for item in presented(instrument, given)}
    return {item.id: _final(item.id in shown, given.get(item.id)) for item in instrument.items}


def _final(is_shown: bool, given: Given | None) -> Answer:
    if not is_shown:
        return NotPresented()
    match given:
        case Answered() | NotApplicable() | Skipped():
            return given
        case _:
            return NotReached()
