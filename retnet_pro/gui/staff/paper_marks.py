"""What stands on paper, question by question: the box that was ticked, or what is odd about it (rule E94)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from retnet_pro.answering.sheet import Answered, NotApplicable
from retnet_pro.gui import words
from retnet_pro.gui.staff.pieces import Voice, clear, text
from retnet_pro.gui.theme import GRID
from retnet_pro.instrument.model import Item, ItemId, Wording
from retnet_pro.record.transcript import Mark, Oddity


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRow:
    """One question and what can stand there."""

    item: ItemId
    number: int
    asked: str
    options: tuple[tuple[Answered | NotApplicable, str], ...]
    readings: tuple[Mark, ...] = ()
    """The two readings that differ; empty while somebody reads in."""


def mark_row(item: Item, wording: Wording, readings: tuple[Mark, ...] = ()) -> MarkRow:
    """Return one question in the words of the paper."""
    labels = wording.labels.get(item.scale.id, {})
    options: list[tuple[Answered | NotApplicable, str]] = [
        (Answered(code), f"{code}  {labels.get(code, '')}".rstrip()) for code in item.scale.codes
    ]
    if item.not_applicable:
        options.append((NotApplicable(), words.answer_state(NotApplicable())))
    return MarkRow(
        item=item.id, number=item.number, asked=wording.items[item.id], options=tuple(options), readings=readings
    )


class MarkGrid(QWidget):
    """One line a question: a list of its boxes, and a list of oddities. The keyboard alone is enough."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[MarkRow, ...] = ()
        self._boxes: dict[ItemId, tuple[QComboBox, QComboBox]] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GRID)
        self._grid.setColumnStretch(0, 1)
        self.setLayout(self._grid)

    def present(self, rows: Iterable[MarkRow]) -> None:
        """Show these questions, each with nothing chosen."""
        clear(self._grid)
        self._rows, self._boxes = tuple(rows), {}
        for place, row in enumerate(self._rows):
            asked = text(f"{row.number}  {row.asked}", Voice.BODY)
            if row.readings:
                both = " / ".join(self.said(row, one) for one in row.readings)
                asked.setText(f"{asked.text()}\n{self.tr('Read as: {both}').format(both=both)}")
            answers, oddities = self._answers(row), self._oddities(row)
            self._grid.addWidget(asked, place, 0)
            self._grid.addWidget(answers, place, 1, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(oddities, place, 2, Qt.AlignmentFlag.AlignTop)
            self._boxes[row.item] = answers, oddities

    def is_whole(self) -> bool:
        """Whether something was chosen for every question, if only that nothing stands there."""
        return all(answers.currentIndex() >= 0 for answers, _ in self._boxes.values())

    def marks(self) -> Mapping[ItemId, Mark]:
        """Return what was chosen; questions where nothing stands on paper are left out while somebody reads in."""
        found = {
            item: Mark(answers.currentData(), _oddity(oddities)) for item, (answers, oddities) in self._boxes.items()
        }
        settles = any(row.readings for row in self._rows)
        return {item: mark for item, mark in found.items() if settles or mark != Mark()}

    def said(self, row: MarkRow, mark: Mark) -> str:
        """Say what a reading put down."""
        given = next((said for option, said in row.options if option == mark.given), "")
        oddity = "" if mark.oddity is None else words.word(mark.oddity)
        return ", ".join(filter(None, (given, oddity))) or self.tr("nothing ticked")

    def _answers(self, row: MarkRow) -> QComboBox:
        box = _list(f"paper.item.{row.item}", row.asked, 26 * GRID)
        box.addItem(self.tr("nothing ticked"), None)
        for given, said in row.options:
            box.addItem(said, given)
        box.setCurrentIndex(-1 if row.readings else 0)
        box.currentIndexChanged.connect(self.changed)
        return box

    def _oddities(self, row: MarkRow) -> QComboBox:
        box = _list(f"paper.odd.{row.item}", self.tr("Something odd about it"), 24 * GRID)
        box.addItem("\u2013", None)
        for oddity in Oddity:
            box.addItem(words.word(oddity), oddity.value)
        box.currentIndexChanged.connect(lambda _: self._free(row.item))
        return box

    def _free(self, item: ItemId) -> None:
        """An oddity that leaves no answer takes the answer away, in plain sight."""
        answers, oddities = self._boxes[item]
        oddity = _oddity(oddities)
        leaves_none = oddity is not None and oddity.leaves_no_answer
        if leaves_none:
            answers.setCurrentIndex(0)
        answers.setEnabled(not leaves_none)
        self.changed.emit()


def _oddity(box: QComboBox) -> Oddity | None:
    """Return the chosen oddity; Qt keeps a code as plain text."""
    return None if box.currentData() is None else Oddity(box.currentData())


def _list(name: str, title: str, width_px: int) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(title)
    box.setFixedWidth(width_px)
    return box
