"""Trends, scores or answers of a form: which of them is on the page, and the copy of it that can be saved.

A copy goes into a file that somebody names, never onto the clipboard, where any program could read it (rule P101).
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QWidget

from retnet_pro.gui.staff.answers import AnswerTable
from retnet_pro.gui.staff.pieces import Rank, across, button
from retnet_pro.gui.staff.scores import ScoreTable
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.staff.trends import TrendGrid
from retnet_pro.gui.theme import GRID, Theme


class PersonShown(QWidget):
    """Shows one of the three parts and offers the copy that belongs to it.

    A part is filled when it is first looked at, so that the page is there before somebody could tap again.
    """

    picture_asked = Signal(Path)
    table_asked = Signal(Path)

    def __init__(self, theme: Theme, trends: TrendGrid, scores: ScoreTable, answers: AnswerTable) -> None:
        super().__init__()
        self._picture = button(self.tr("Picture"), "person.picture", theme, sign=Sign.COLLECT)
        self._picture.clicked.connect(self._choose_picture)
        self._table = button(self.tr("Table"), "person.table", theme, sign=Sign.TABLE)
        self._table.clicked.connect(self._choose_table)
        self._unfilled: dict[QWidget, Callable[[], None]] = {}
        self._parts: tuple[tuple[QWidget, QWidget | None], ...] = (
            (trends, self._picture),
            (scores, self._table),
            (answers, None),
        )
        row: QHBoxLayout = across(self._picture, self._table, spacing=GRID)
        chosen = QButtonGroup(self)
        titles = (
            ("trends", self.tr("Trends"), trends),
            ("scores", self.tr("Scores"), scores),
            ("answers", self.tr("Answers"), answers),
        )
        for key, title, part in titles:
            tab = button(title, f"person.show.{key}", theme, rank=Rank.SEGMENT, checkable=True)
            tab.clicked.connect(lambda _=False, part=part: self.show_part(part))
            tab.setChecked(part is trends)
            chosen.addButton(tab)
            row.addWidget(tab)
        self.setLayout(row)

    def present(self, fills: Mapping[QWidget, Callable[[], None]]) -> None:
        """Take how each part is filled anew, and fill the one that is shown."""
        self._unfilled = dict(fills)
        for part, _ in self._parts:
            if not part.isHidden():
                self._fill(part)

    def _fill(self, part: QWidget) -> None:
        if (fill := self._unfilled.pop(part, None)) is not None:
            fill()

    def show_part(self, shown: QWidget) -> None:
        """Show this part alone, with its copy."""
        self._fill(shown)
        for part, copy in self._parts:
            part.setVisible(part is shown)
            if copy is not None:
                copy.setVisible(part is shown)

    def _choose_picture(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the picture"), "", "PNG (*.png)")
        if path:
            self.picture_asked.emit(Path(path))

    def _choose_table(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the table"), "", "CSV (*.csv)")
        if path:
            self.table_asked.emit(Path(path))
