"""All that a screen may know about the page: words and states, ready to show; no scores, no rules, no earlier visit."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile
from typing import assert_never

from retnet_pro.answering.rules import is_settled, presented
from retnet_pro.answering.session import (
    FinishedPage,
    IntroPage,
    QuestionPage,
    ReviewPage,
    SectionPage,
    Session,
    SkipPage,
)
from retnet_pro.answering.sheet import Answered, Given, NotApplicable, Skipped
from retnet_pro.instrument.model import Item, ItemId, ItemKind, Wording


@dataclass(frozen=True, slots=True)
class OptionView:
    """One thing to tap. `code` is None for "does not apply"."""

    code: int | None
    text: str
    selected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IntroView:
    """The form's own instructions."""

    title: str
    instruction: str
    notice: str
    total: int
    recall: str = ""
    """The recall period the form begins with (rule E03)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """A new recall period begins (rule E03)."""

    item: ItemId
    recall: str
    numbers: tuple[int, int]
    """Printed numbers of the first and the last question of the block."""
    place: int
    total: int
    notice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """One item with everything needed to answer it."""

    item: ItemId
    kind: ItemKind
    number: int
    text: str
    recall: str
    """'' where the instrument states no time frame."""
    options: tuple[OptionView, ...]
    """For `COUNT`: one per allowed number, in order."""
    not_applicable: OptionView | None
    low_label: str
    high_label: str
    """Words at the ends; only for `BOXES`."""
    from_right: bool
    """Whether numbers run from right to left; whatever the language, only the wording says so (rule E134)."""
    count: int | None
    """The number entered so far; only for `COUNT`."""
    answered: bool
    place: int
    """From 1."""
    total: int
    notice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipView:
    """The neutral question whether to leave an item out."""

    item: ItemId
    number: int
    place: int
    total: int
    notice: str
    required: bool = False
    """Whether not answering must be said (rule E44)."""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One line of the review list."""

    item: ItemId
    number: int
    text: str
    answer: str
    """The chosen words, or '' when there is no answer."""
    skipped: bool
    """Left out on purpose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """Every shown item with its answer (rule E27)."""

    rows: tuple[ReviewRow, ...]
    notice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedView:
    """The form is closed."""

    title: str


PageView = IntroView | SectionView | QuestionView | SkipView | ReviewView | FinishedView


def look(session: Session, wording: Wording) -> PageView:
    """Return what the screen shows for the session's page, in the words of this wording."""
    match session.page:
        case IntroPage():
            return IntroView(
                title=wording.title,
                instruction=wording.instruction,
                notice=wording.notice,
                total=len(session.instrument.items),
                recall=_recall(presented(session.instrument, session.given)[:1], wording),
            )
        case SectionPage(item):
            return _section(session, wording, item)
        case QuestionPage(item):
            return _question(session, wording, session.instrument.by_id[item])
        case SkipPage(item):
            place, total = _progress(session, item)
            number = session.instrument.by_id[item].number
            return SkipView(
                item=item,
                number=number,
                place=place,
                total=total,
                notice=wording.notice,
                required=session.instrument.answers_required,
            )
        case ReviewPage():
            shown = presented(session.instrument, session.given)
            return ReviewView(
                rows=tuple(_row(item, session.given.get(item.id), wording) for item in shown),
                notice=wording.notice,
            )
        case FinishedPage():
            return FinishedView(title=wording.title)
        case _:
            assert_never(session.page)


def _progress(session: Session, item: ItemId) -> tuple[int, int]:
    """Return the place among all items, hidden ones included: so a branch never makes progress jump back (rule E26)."""
    return session.instrument.place_of[item], len(session.instrument.items)


def _section(session: Session, wording: Wording, first: ItemId) -> SectionView:
    place, total = _progress(session, first)
    ahead = dropwhile(lambda item: item.id != first, presented(session.instrument, session.given))
    recall = session.instrument.by_id[first].recall
    block = tuple(takewhile(lambda item: item.recall == recall, ahead))
    return SectionView(
        item=first,
        recall=_recall(block, wording),
        numbers=(block[0].number, block[-1].number),
        place=place,
        total=total,
        notice=wording.notice,
    )


def _recall(block: Sequence[Item], wording: Wording) -> str:
    recall = block[0].recall if block else None
    return "" if recall is None else wording.recalls[recall]


def _question(session: Session, wording: Wording, item: Item) -> QuestionView:
    place, total = _progress(session, item.id)
    given = session.given.get(item.id)
    labels = wording.labels.get(item.scale.id, {})
    boxes = item.scale.kind is ItemKind.BOXES
    return QuestionView(
        item=item.id,
        kind=item.scale.kind,
        number=item.number,
        text=wording.items[item.id],
        recall=_recall((item,), wording),
        options=tuple(
            OptionView(code, _option_text(item, code, wording), given == Answered(code)) for code in item.scale.codes
        ),
        not_applicable=(
            OptionView(None, wording.not_applicable[item.id], isinstance(given, NotApplicable))
            if item.not_applicable
            else None
        ),
        low_label=labels.get(item.scale.minimum, "") if boxes else "",
        high_label=labels.get(item.scale.maximum, "") if boxes else "",
        from_right=item.scale.id in wording.numbers_from_right,
        count=given.code if item.scale.kind is ItemKind.COUNT and isinstance(given, Answered) else None,
        answered=is_settled(given) and not isinstance(given, Skipped),
        place=place,
        total=total,
        notice=wording.notice,
    )


def _option_text(item: Item, code: int, wording: Wording) -> str:
    """Return the printed option: words for a verbal scale, the number itself for boxes and counts."""
    if item.scale.kind is ItemKind.CHOICE:
        return wording.labels[item.scale.id][code]
    return str(code)


def _row(item: Item, given: Given | None, wording: Wording) -> ReviewRow:
    match given:
        case Answered(code):
            answer = _option_text(item, code, wording)
        case NotApplicable():
            answer = wording.not_applicable[item.id]
        case _:
            answer = ""
    return ReviewRow(item.id, item.number, wording.items[item.id], answer, isinstance(given, Skipped))
