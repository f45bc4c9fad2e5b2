"""How far the form has come: "5 of 30" and a bar; never a score, never a race against time (rule E26)."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from retnet_pro.gui.theme import GRID, Theme
from retnet_pro.gui.widgets.words import mirrored


class ProgressBar(QWidget):
    """A thin bar. When questions are added on the way it waits instead of going back (rule E26)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self._place = 0
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wear(self, theme: Theme) -> None:
        """Take colours from the theme."""
        self._theme = theme
        self.update()

    def show_place(self, place: int, total: int) -> None:
        """Show the place, from 1, of a total."""
        share = place / total if total else 0.0
        if place > self._place:
            share = max(share, self._share)
        self._place, self._share = place, share
        self.update()

    def restart(self) -> None:
        """Begin at nothing, for the next form."""
        self._place, self._share = 0, 0.0
        self.update()

    @property
    def share(self) -> float:
        """Part of the bar that is filled."""
        return self._share

    def sizeHint(self) -> QSize:
        """Return a hand's width by one step of the grid."""
        return QSize(20 * GRID, GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the groove and the filled part from the reading side."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.height() / 2
        painter.setBrush(self._theme.colours["divider"])
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        if self._share:
            filled = QRectF(0, 0, max(self.height(), self.width() * self._share), self.height())
            painter.setBrush(self._theme.colours["accent"])
            painter.drawRoundedRect(mirrored(self, filled), radius, radius)
