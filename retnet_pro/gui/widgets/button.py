"""Buttons for acts: go on, go back, finish, ask for help."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QStaticText
from PySide6.QtWidgets import QSizePolicy, QWidget

from retnet_pro.gui.theme import GRID, Text, Theme
from retnet_pro.gui.widgets.touch import Touchable, draw_ring
from retnet_pro.gui.widgets.words import lines_height, set_lines

PAD = 3 * GRID
SLACK_PX = GRID
"""Words can be laid out a little wider than they measure, as with "ff"; without it they would wrap in mid-word."""


class Weight(Enum):
    """How loud a button is: (ground, border, words)."""

    FILLED = ("accent", "accent", "on_accent")
    OUTLINED = ("surface", "line", "ink")
    QUIET = ("background", "background", "accent")


class Arrow(Enum):
    """Which way the button's arrow points, in reading direction."""

    NONE = ()
    BACK = ((0.25, -0.5), (-0.25, 0.0), (0.25, 0.5))
    ON = ((-0.25, -0.5), (0.25, 0.0), (-0.25, 0.5))
    DOWN = ((-0.5, -0.25), (0.0, 0.25), (0.5, -0.25))


class ActionButton(Touchable):
    """A button with words, and an arrow where it moves through the form. Its words wrap, never end in dots."""

    def __init__(
        self, parent: QWidget | None = None, *, weight: Weight = Weight.OUTLINED, kind: Text = Text.OPTION
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._weight = weight
        self._arrow = Arrow.NONE
        self._lines: QStaticText | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)

    def wear(self, theme: Theme) -> None:
        """Take colours, type and sizes from the theme."""
        self._lines = None
        super().wear(theme)

    def say(self, text: str, arrow: Arrow = Arrow.NONE) -> None:
        """Show these words and this arrow."""
        if (text, arrow) == (self.text(), self._arrow):
            return
        self._lines = None
        self._arrow = arrow
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size with the words on one line."""
        metrics = QFontMetrics(self._theme.font(self._kind, bold=True))
        width = metrics.horizontalAdvance(self.text()) + 2 * PAD + self._arrow_room + SLACK_PX
        return QSize(max(width, 2 * self._theme.target_px), max(self._theme.target_px, metrics.height() + 2 * GRID))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest target; longer words wrap."""
        words = self.text().split() or [""]
        metrics = QFontMetrics(self._theme.font(self._kind, bold=True))
        longest = max(metrics.horizontalAdvance(word) for word in words)
        return QSize(max(self._theme.target_px, longest + 2 * PAD + self._arrow_room + SLACK_PX), self._theme.target_px)

    def heightForWidth(self, width: int) -> int:
        """Return the height the words take at a width."""
        return max(self._theme.target_px, lines_height(self._laid(width)) + 2 * GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, words and arrow."""
        painter = QPainter(self)
        ground, edge, ink = self._weight.value
        quiet_press = self.isDown() and self._weight is not Weight.FILLED
        self.draw_frame(painter, fill="accent_soft" if quiet_press else ground, edge=edge, edge_px=2.0, ring=ink)
        if self.isDown() and self._weight is Weight.FILLED:
            draw_ring(painter, QRectF(self.rect()).adjusted(5, 5, -5, -5), self._theme, ink)
        lines = self._laid(self.width())
        painter.setPen(self._theme.colours[ink])
        painter.setFont(self._theme.font(self._kind, bold=True))
        left = PAD + (self._arrow_room if self._arrow_on_left else 0)
        painter.drawStaticText(QPointF(left, (self.height() - lines.size().height()) / 2), lines)
        self._draw_arrow(painter)

    @property
    def _arrow_px(self) -> float:
        return self._theme.px(self._kind) * 0.8

    @property
    def _arrow_room(self) -> int:
        return 0 if self._arrow is Arrow.NONE else int(self._arrow_px) + 2 * GRID

    @property
    def _arrow_on_left(self) -> bool:
        """Back has its arrow before the words, all others after; both as read."""
        left_to_right = self.layoutDirection() is not Qt.LayoutDirection.RightToLeft
        return (self._arrow is Arrow.BACK) == left_to_right

    def _draw_arrow(self, painter: QPainter) -> None:
        size = self._arrow_px
        x = PAD + size / 2 if self._arrow_on_left else self.width() - PAD - size / 2
        mirror = -1 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 1
        pen = QPen(painter.pen().color(), max(2.5, size / 7))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        points = [QPointF(x + mirror * dx * size, self.height() / 2 + dy * size) for dx, dy in self._arrow.value]
        if points:
            painter.drawPolyline(points)

    def _laid(self, width: int) -> QStaticText:
        room = max(1, width - 2 * PAD - self._arrow_room)
        if self._lines is None or int(self._lines.textWidth()) != room:
            font = self._theme.font(self._kind, bold=True)
            middle = Qt.AlignmentFlag.AlignHCenter
            self._lines = set_lines(self.text(), font, room, align=middle, direction=self.layoutDirection())
        return self._lines
