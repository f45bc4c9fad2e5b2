"""What of the day somebody wants to see: a part of a study code, and one kind of row with its count beside it."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from retnet_pro.gui.staff.pieces import Rank, across, button
from retnet_pro.gui.staff.signs import Sign, icon
from retnet_pro.gui.theme import GRID, Theme
from retnet_pro.study.due import WindowState


class Show(StrEnum):
    """Which rows of the day are shown."""

    EVERYTHING = "all"
    DUE = "due"
    OVERDUE = "overdue"
    UPCOMING = "upcoming"
    UNFINISHED = "unfinished"
    """Questionnaires that were begun and not finished."""


KIND_OF: Mapping[WindowState, Show | None] = {
    WindowState.CLOSING: Show.DUE,
    WindowState.OPEN: Show.DUE,
    WindowState.OVERDUE: Show.OVERDUE,
    WindowState.UPCOMING: Show.UPCOMING,
    WindowState.DONE: None,
}
"""Under which choice a visit is found; a finished one only under everything."""


class TodayFilter(QWidget):
    """Says `changed` when something else is wanted; the choice stays while the page is opened again."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setObjectName("today.search")
        self.search.setPlaceholderText(self.tr("Study code"))
        self.search.setAccessibleName(self.tr("Search by study code"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon(Sign.SEARCH, theme.tokens.muted), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setMaximumWidth(26 * GRID)
        self.search.textChanged.connect(lambda _: self.changed.emit())
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self.search.setFocus)
        row = across(self.search, spacing=GRID)
        self._choices = {kind: button("", f"today.show.{kind}", theme, rank=Rank.SEGMENT) for kind in Show}
        group = QButtonGroup(self)
        for kind, made in self._choices.items():
            made.setCheckable(True)
            made.setChecked(kind is Show.EVERYTHING)
            made.clicked.connect(lambda _=False: self.changed.emit())
            group.addButton(made)
            row.addWidget(made)
        row.addStretch(1)
        self.setLayout(row)
        self.count({})

    def count(self, counts: Mapping[Show, int]) -> None:
        """Show how many rows each choice has."""
        for kind, made in self._choices.items():
            title = show_said(kind)
            made.setText(title if kind is Show.EVERYTHING else f"{title}  {counts.get(kind, 0)}")

    @property
    def kind(self) -> Show:
        """Which rows are wanted."""
        return next(kind for kind, made in self._choices.items() if made.isChecked())

    @property
    def is_narrow(self) -> bool:
        """Whether not everything is wanted."""
        return self.kind is not Show.EVERYTHING or bool(self._typed())

    def fits(self, subject: str, kind: Show | None) -> bool:
        """Whether a row is wanted."""
        return self.kind in (Show.EVERYTHING, kind) and self._typed() in subject.casefold()

    def _typed(self) -> str:
        return self.search.text().strip().casefold()


def show_said(kind: Show) -> str:
    """Return what a choice is called."""
    return {
        Show.EVERYTHING: QCoreApplication.translate("TodayFilter", "All"),
        Show.DUE: QCoreApplication.translate("TodayFilter", "Due"),
        Show.OVERDUE: QCoreApplication.translate("TodayFilter", "Overdue"),
        Show.UPCOMING: QCoreApplication.translate("TodayFilter", "Coming up"),
        Show.UNFINISHED: QCoreApplication.translate("TodayFilter", "Unfinished"),
    }[kind]
