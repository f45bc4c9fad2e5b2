"""What the page Completion shows, gathered from the desk in the lane: plain facts, no Qt."""

from dataclasses import dataclass

from retnet_pro.conduct.completeness import Completeness, ItemCounts, look_at_completeness
from retnet_pro.conduct.desk import Desk
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.study.item_completion import ItemCompletion


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletionView:
    """The whole page."""

    found: Completeness
    forms: tuple[tuple[InstrumentId, str], ...]
    """(id, title) of every form that anybody was ever expected to answer, in the order they are asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """One question of a form with its counts."""

    number: int
    topic: str
    counts: ItemCompletion


def completion_view(desk: Desk) -> CompletionView:
    """Record the look (rule P10) and return the page.

    Raises:
        Refusal: `NOT_ALLOWED`.
    """
    found = look_at_completeness(desk)
    ids = dict.fromkeys(row.instrument for row in found.rows)
    return CompletionView(found=found, forms=tuple((one, desk.library.instrument(one).title) for one in ids))


def question_rows(desk: Desk, counts: ItemCounts) -> tuple[QuestionRow, ...]:
    """Return the questions of a form in its order, by their neutral topics."""
    items = {item.id: item for item in desk.library.instrument(counts.instrument, counts.version).items}
    return tuple(
        QuestionRow(number=items[one.item].number, topic=items[one.item].topic, counts=one) for one in counts.items
    )
