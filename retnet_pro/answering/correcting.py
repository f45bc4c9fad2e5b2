"""What a finished form says once one of its answers is another: the same rules as while it was filled in."""

from collections.abc import Mapping

from retnet_pro.answering.rules import final_answers
from retnet_pro.answering.sheet import Answer, Answered, Answers, Given, NotApplicable, NotPresented, Skipped
from retnet_pro.instrument.model import Instrument, Item, ItemId

Settled = Answered | NotApplicable | Skipped
"""What a participant can have decided about an item."""


def choices(item: Item) -> tuple[Settled, ...]:
    """Return what an item can be corrected to: the form's own codes, its "does not apply", and not answered."""
    codes: tuple[Settled, ...] = tuple(map(Answered, item.scale.codes))
    return (*codes, *((NotApplicable(),) if item.not_applicable else ()), Skipped())


def was_asked(answers: Mapping[ItemId, Answer], item: ItemId) -> bool:
    """Whether an item was shown at all; one that the form hid has no answer to correct."""
    return item in answers and not isinstance(answers[item], NotPresented)


def with_answer(instrument: Instrument, answers: Answers, item: ItemId, new: Settled) -> Answers:
    """Return the state of every item with this one answered so: others may be hidden now, or open (rule E45).

    What stood in an item that is hidden now stays in the record before; it does not come back by itself.
    """
    given: dict[ItemId, Given] = {
        one: answer for one, answer in answers.items() if isinstance(answer, Answered | NotApplicable | Skipped)
    }
    return final_answers(instrument, {**given, item: new})
