"""How often each item of a form was answered, and which absence it was when not (rules E42, E67)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from retnet_pro.answering.sheet import Answered, Answers, NotApplicable, NotPresented, Skipped
from retnet_pro.instrument.model import Instrument, ItemId
from retnet_pro.study.completion import Rate

_KNOWN = (Answered, NotApplicable, Skipped, NotPresented)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemCompletion:
    """The counts of one item over a number of forms; they add up to that number."""

    item: ItemId
    answered: int
    not_applicable: int
    skipped: int
    not_presented: int
    not_reached: int

    @property
    def rate(self) -> Rate:
        """Answered, of those who were shown the item and to whom it applied."""
        return Rate(self.answered, self.answered + self.skipped + self.not_reached)


def item_completion(instrument: Instrument, sheets: Iterable[Answers]) -> tuple[ItemCompletion, ...]:
    """Return the counts per item, in the order of the form. An item a sheet does not hold was not reached."""
    seen: dict[ItemId, Counter[type]] = {item.id: Counter() for item in instrument.items}
    for sheet in sheets:
        for item, states in seen.items():
            states[type(sheet.get(item))] += 1
    return tuple(
        ItemCompletion(
            item=item,
            answered=states[Answered],
            not_applicable=states[NotApplicable],
            skipped=states[Skipped],
            not_presented=states[NotPresented],
            not_reached=states.total() - sum(states[known] for known in _KNOWN),
        )
        for item, states in seen.items()
    )
