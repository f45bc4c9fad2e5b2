"""The rows of the table of answers: one for each item and, where its history is open, one for each act below it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from retnet_pro.answering.sheet import Answered, Cleared, Given
from retnet_pro.conduct.history import Act, History
from retnet_pro.gui import words
from retnet_pro.gui.staff.form_view import AnswerRow
from retnet_pro.instrument.model import ItemId


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRow:
    """One act in the history of a value."""

    act: Act
    place: int
    """From 1, oldest first."""
    count: int
    said: str
    """The words of the chosen option; '' without one."""


def rows_with_history(
    rows: Sequence[AnswerRow], history: History | None, open_items: Collection[ItemId]
) -> tuple[AnswerRow | ActRow, ...]:
    """Return the rows of a response, with the acts below those whose history is open."""
    return tuple(_with_acts(rows, history or {}, open_items))


def _with_acts(
    rows: Sequence[AnswerRow], history: History, open_items: Collection[ItemId]
) -> Iterator[AnswerRow | ActRow]:
    for row in rows:
        yield row
        if row.item in open_items:
            acts = history.get(row.item, ())
            for place, act in enumerate(acts, start=1):
                yield ActRow(act=act, place=place, count=len(acts), said=_label(row, act.given))


def answer_said(row: AnswerRow | ActRow) -> str:
    """Return what was answered, or which absence it is."""
    if isinstance(row, AnswerRow):
        return row.label or words.answer_state(row.answer)
    given = row.act.given
    if isinstance(given, Cleared):
        return QCoreApplication.translate("trail", "taken back")
    return row.said or words.answer_state(given)


def _label(row: AnswerRow, given: Given) -> str:
    return row.labels.get(given.code, str(given.code)) if isinstance(given, Answered) else ""
