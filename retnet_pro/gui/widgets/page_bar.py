"""The bar beside a page that is taller than the screen: a tap above or below the mark turns a screenful.

It is as wide as any touch target, acts on release and needs no drag (rules E112, E113), and is drawn from the theme so
that it is seen in every look (rule E110).
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollBar, QWidget

from retnet_pro.gui.theme import GRID, Theme

SHARE = 4 / 5
"""Of a screenful that is turned at once; the last line read stays in sight."""


class PageBar(QScrollBar):
    """Shows which part of the page is on screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = Theme()
        self._is_pressed = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.wear(self._theme)

    def wear(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        self.setFixedWidth(theme.target_px)
        self.update()

    def turn(self, by: int) -> None:
        """Turn screenfuls: 1 on, -1 back."""
        self.setValue(self.value() + int(by * self.pageStep() * SHARE))

    def sizeHint(self) -> QSize:
        """Return the width of a target and room for both arrows."""
        return QSize(self._theme.target_px, 2 * self._theme.target_px)

    def minimumSizeHint(self) -> QSize:
        """Return the width; any height will do."""
        return QSize(self._theme.target_px, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wait for the release."""
        self._is_pressed = event.button() == Qt.MouseButton.LeftButton

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow no drag."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Turn towards the place that was tapped; a finger that slid off turns nothing."""
        spot = event.position()
        if self._is_pressed and self.rect().contains(spot.toPoint()):
            self.turn(1 if spot.y() > self._mark().center().y() else -1)
        self._is_pressed = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw an arrow at each end, the way between them and the mark on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        painter.fillRect(self.rect(), colours["background"])
        way, mark = self._way(), self._mark()
        painter.setPen(QPen(colours["line"], 2.0))
        painter.drawLine(QPointF(way.center().x(), way.top()), QPointF(way.center().x(), way.bottom()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours["line"])
        painter.drawRoundedRect(mark, GRID / 2, GRID / 2)
        pen = QPen(colours["ink"], 3.0)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        middle = self.width() / 2
        for y, down in ((1.5 * GRID, -1), (self.height() - 1.5 * GRID, 1)):
            if self.value() != (self.minimum() if down < 0 else self.maximum()):
                half = down * GRID / 2
                tips = (QPointF(middle - GRID, y - half), QPointF(middle, y + half), QPointF(middle + GRID, y - half))
                painter.drawPolyline(tips)

    def _way(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0, 3 * GRID, 0, -3 * GRID)

    def _mark(self) -> QRectF:
        """Return the part of the way that stands for what is on screen."""
        way, whole = self._way(), self.maximum() - self.minimum() + self.pageStep()
        height = max(3 * GRID, way.height() * self.pageStep() / max(1, whole))
        reach = self.maximum() - self.minimum()
        top = way.top() + (way.height() - height) * (self.value() - self.minimum()) / max(1, reach)
        return QRectF(self.width() / 2 - GRID / 2, top, GRID, height)
