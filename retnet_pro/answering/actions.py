"""Everything a participant can do, as plain facts. The screen reports these; `step` alone decides what they mean."""

from dataclasses import dataclass

from retnet_pro.instrument.model import ItemId


@dataclass(frozen=True, slots=True)
class Choose:
    """Tap an option (or enter a count) of the item on the page."""

    item: ItemId
    code: int


@dataclass(frozen=True, slots=True)
class ChooseNotApplicable:
    """Tap the form's own "does not apply" option."""

    item: ItemId


@dataclass(frozen=True, slots=True)
class Clear:
    """Take the answer on the page back (rule E25)."""

    item: ItemId


@dataclass(frozen=True, slots=True)
class Next:
    """Go on. Without an answer it asks once, neutrally (rule E41)."""


@dataclass(frozen=True, slots=True)
class Back:
    """Go to the page before."""


@dataclass(frozen=True, slots=True)
class ConfirmSkip:
    """Yes, leave this question unanswered."""


@dataclass(frozen=True, slots=True)
class ReturnToQuestion:
    """No, go back to the question."""


@dataclass(frozen=True, slots=True)
class GoTo:
    """From the review list: open this item again."""

    item: ItemId


@dataclass(frozen=True, slots=True)
class Finish:
    """From the review list: I have finished (rule E28)."""


Action = Choose | ChooseNotApplicable | Clear | Next | Back | ConfirmSkip | ReturnToQuestion | GoTo | Finish
