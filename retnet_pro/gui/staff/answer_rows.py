"""The rows of the table of answers: one for each item and, where its history is open, one for each act below it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from retnet_pro.answering.sheet import Answer, Answered, Cleared, Given, NotPresented
from retnet_pro.conduct.event_name import EventName
from retnet_pro.conduct.history import Act, History
from retnet_pro.conduct.site_facts import Amended
from retnet_pro.gui import words
from retnet_pro.gui.staff.form_view import AnswerRow, ResponseView
from retnet_pro.instrument.model import ItemId
from retnet_pro.record.amendment import since_entry
from retnet_pro.record.response import Response


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRow:
    """One act in the history of a value."""

    act: Act
    place: int
    """From 1, oldest first."""
    count: int
    said: str
    """The words of the chosen option; '' without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRow:
    """One correction of a value by the site (rule E101)."""

    one: Amended
    place: int
    """From 1, oldest first."""
    count: int
    said: str
    """The words of the option that stood afterwards; '' without one."""
    since: timedelta
    """How long after the form was finished."""
    event: EventName


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferRow:
    """The way to correct the value above."""

    item: ItemId


Row = AnswerRow | ActRow | CorrectionRow | OfferRow


def rows_with_history(
    shown: ResponseView, history: History | None, open_items: Collection[ItemId], *, may_correct: bool
) -> tuple[Row, ...]:
    """Return the rows of a response, with the acts and corrections below those whose history is open."""
    return tuple(_with_acts(shown, history or {}, open_items, may_correct))


def _with_acts(
    shown: ResponseView, history: History, open_items: Collection[ItemId], may_correct: bool
) -> Iterator[Row]:
    for row in shown.rows:
        yield row
        if row.item in open_items:
            acts = history.get(row.item, ())
            for place, act in enumerate(acts, start=1):
                yield ActRow(act=act, place=place, count=len(acts), said=label(row, act.given))
            yield from correction_rows(row, shown.original, shown.events)
            if may_correct and can_be_corrected(row):
                yield OfferRow(item=row.item)


def can_be_corrected(row: AnswerRow) -> bool:
    """Whether there is an answer at all: an item that the form hid has none."""
    return not isinstance(row.answer, NotPresented)


def correction_rows(row: AnswerRow, original: Response, events: Mapping[int, EventName]) -> Iterator[CorrectionRow]:
    """Yield the corrections of one value, oldest first."""
    for place, one in enumerate(row.corrections, start=1):
        yield CorrectionRow(
            one=one,
            place=place,
            count=len(row.corrections),
            said=label(row, one.amendment.new),
            since=since_entry(original, one.at),
            event=events[one.seq],
        )


def answer_said(row: Row) -> str:
    """Return what was answered, or which absence it is; where it was corrected, what stood there first as well."""
    if isinstance(row, OfferRow):
        return ""
    if isinstance(row, CorrectionRow):
        return row.said or words.answer_state(row.one.amendment.new)
    if isinstance(row, AnswerRow):
        said = row.label or words.answer_state(row.answer)
        if row.answer == row.original:
            return said
        first = label(row, row.original) or words.answer_state(row.original)
        return QCoreApplication.translate("AnswerTable", "{now}\n(originally {first})").format(now=said, first=first)
    given = row.act.given
    if isinstance(given, Cleared):
        return QCoreApplication.translate("trail", "taken back")
    return row.said or words.answer_state(given)


def correction_said(row: CorrectionRow) -> str:
    """Say which correction this is, by whom, why and from where."""
    one = row.one
    said = QCoreApplication.translate("AnswerTable", "Correction {place} of {count}, {time}, {who}, event {seq}")
    first = said.format(
        place=row.place, count=row.count, time=words.second(one.at), who=one.who, seq=words.event_number(row.event)
    )
    why = f"{words.word(one.amendment.why)}: {one.amendment.note}"
    return f"{first}\n{why} ({words.word(one.amendment.source)})"


def label(row: AnswerRow, given: Given | Answer) -> str:
    """Return the words of an option; '' for what is none."""
    return row.labels.get(given.code, str(given.code)) if isinstance(given, Answered) else ""
