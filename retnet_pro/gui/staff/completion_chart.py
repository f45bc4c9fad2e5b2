"""Both completion rates of every visit as a picture: a filled bar beside an outlined one, with the counts on hover.

Filled is the completion rate, outlined the share of available data, so the two differ by shape and not by colour alone
(rule E116). The table below says the same in numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from retnet_pro.gui.theme import GRID, Text, Theme

HEIGHT_PX = 26 * GRID
AXIS_PX = 6 * GRID
FOOT_PX = 3 * GRID
TOP_PX = GRID
WIDEST_PX = 3 * GRID
"""Widest a bar gets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """One visit of the picture."""

    name: str
    """Short, for the foot of the picture."""
    completion: float | None
    """From 0 to 1; None where nobody is in the denominator."""
    available: float | None
    said: str
    """The same in words, with the counts."""


class CompletionChart(QWidget):
    """Paints `Bars` side by side."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("completion.chart")
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._bars: tuple[Bars, ...] = ()

    def present(self, bars: Sequence[Bars]) -> None:
        """Show these visits; a screen reader gets them all in words (rule E114)."""
        self._bars = tuple(bars)
        self.setAccessibleName("; ".join(one.said for one in bars))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the axis from 0 to 100 %, the bars and their names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(Text.CAPTION))
        self._paint_axis(painter)
        for place, one in enumerate(self._bars):
            middle, half = self._middle(place), self._half()
            self._paint_bar(painter, QRectF(middle - half, 0, half - 1, 0), one.completion, is_filled=True)
            self._paint_bar(painter, QRectF(middle + 1, 0, half - 1, 0), one.available, is_filled=False)
        self._paint_names(painter)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Say the counts of the visit under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.said_at(event.pos().x()), self)
            return True
        return super().event(event)

    def said_at(self, x: float) -> str:
        """Return the words for the visit at this place; '' beside all of them."""
        place = int((x - AXIS_PX) / self._step()) if x >= AXIS_PX else -1
        return self._bars[place].said if 0 <= place < len(self._bars) else ""

    def _paint_axis(self, painter: QPainter) -> None:
        for share in (0.0, 0.5, 1.0):
            y = self._y(share)
            painter.setPen(QPen(self._colour("divider"), 1))
            painter.drawLine(QPointF(AXIS_PX, y), QPointF(self.width(), y))
            painter.setPen(self._colour("muted"))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y - GRID, AXIS_PX - GRID, 2 * GRID), int(side), f"{share:.0%}")

    def _paint_bar(self, painter: QPainter, place: QRectF, share: float | None, *, is_filled: bool) -> None:
        if share is None:
            return
        place.setTop(self._y(share))
        place.setBottom(self._y(0.0))
        painter.setPen(QPen(self._colour("accent"), 1.5))
        painter.setBrush(self._colour("accent" if is_filled else "surface"))
        painter.drawRect(place)

    def _paint_names(self, painter: QPainter) -> None:
        """Write as many names as have room; the table names them all."""
        painter.setPen(self._colour("muted"))
        metrics = QFontMetrics(self._theme.font(Text.CAPTION))
        free_from = float(AXIS_PX)
        for place, one in enumerate(self._bars):
            width = metrics.horizontalAdvance(one.name)
            left = min(self._middle(place) - width / 2, self.width() - width)
            if left >= free_from:
                foot = QRectF(left, self.height() - FOOT_PX, width + 1, FOOT_PX)
                painter.drawText(foot, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), one.name)
                free_from = left + width + GRID

    def _step(self) -> float:
        return (self.width() - AXIS_PX) / max(len(self._bars), 1)

    def _middle(self, place: int) -> float:
        return AXIS_PX + (place + 0.5) * self._step()

    def _half(self) -> float:
        return min(WIDEST_PX, max(2.0, self._step() * 0.4))

    def _y(self, share: float) -> float:
        room = self.height() - FOOT_PX - TOP_PX
        return TOP_PX + (1 - share) * room

    def _colour(self, name: str) -> QColor:
        return self._theme.colours[name]
