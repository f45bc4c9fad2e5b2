"""The options of a question: full-width rows and numbered boxes.

All options of a question look alike until one is chosen; then it has a border, a tick and heavier type, so that
nothing is told by colour alone (rules E06, E116).
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QStaticText
from PySide6.QtWidgets import QWidget

from retnet_pro.gui.theme import GRID, Text, Theme
from retnet_pro.gui.widgets.touch import Touchable
from retnet_pro.gui.widgets.words import lines_height, mirrored, set_lines

PAD = 2 * GRID
EDGE_PX = 2.0
CHOSEN_EDGE_PX = 4.0


class Option(Touchable):
    """One thing to choose, announced as one of a group with its state (rule E114)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self._is_binding = False
        self._lines: dict[tuple[bool, int], QStaticText] = {}
        self.toggled.connect(self._take_toggle)

    def wear(self, theme: Theme) -> None:
        """Take colours, type and sizes from the theme."""
        self._lines.clear()
        super().wear(theme)

    def bind(self, text: str, *, selected: bool, name: str, place: str) -> None:
        """Show this option. `name` and `place` are spoken; they hold the question and the position."""
        if text != self.text():
            self._lines.clear()
            self.setText(text)
        if selected != self.isChecked():
            self._check(selected)
        self.setAccessibleName(name)
        self.setAccessibleDescription(place)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return the smallest target."""
        return QSize(self._theme.target_px, self._theme.target_px)

    def sizeHint(self) -> QSize:
        """Return the smallest target; the group around gives more."""
        return self.minimumSizeHint()

    def _check(self, on: bool) -> None:
        self._is_binding = True
        self.setAutoExclusive(False)  # else Qt would refuse to uncheck: an answer can be taken back (rule E25)
        self.setChecked(on)
        self.setAutoExclusive(True)
        self._is_binding = False

    def _take_toggle(self, on: bool) -> None:
        """Take a screen reader's "toggle" as a tap: it must not look chosen before the answer is stored."""
        if not self._is_binding:
            self._check(not on)
            if on:
                self.click()

    def _laid(self, width: int, align: Qt.AlignmentFlag, *, bold: bool) -> QStaticText:
        lines = self._lines.get((bold, width))
        if lines is None:
            font = self._theme.font(Text.OPTION, bold=bold)
            lines = set_lines(self.text(), font, width, align=align, direction=self.layoutDirection())
            self._lines[bold, width] = lines
        return lines

    def _frame(self, painter: QPainter) -> None:
        chosen = self.isChecked()
        self.draw_frame(
            painter,
            fill="accent_soft" if chosen or self.isDown() else "surface",
            edge="accent" if chosen else "line",
            edge_px=CHOSEN_EDGE_PX if chosen else EDGE_PX,
        )

    def _tick(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        """Draw the round mark: empty, or filled with a tick."""
        colours = self._theme.colours
        if not self.isChecked():
            painter.setPen(QPen(colours["line"], EDGE_PX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, radius - 1, radius - 1)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours["accent"])
        painter.drawEllipse(centre, radius, radius)
        pen = QPen(colours["on_accent"], max(2.0, radius / 4))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        shape = ((-0.45, 0.02), (-0.12, 0.36), (0.46, -0.32))
        painter.drawPolyline([centre + QPointF(x * radius, y * radius) for x, y in shape])


class OptionRow(Option):
    """An option in words, as a row over the full width."""

    def height_for(self, width: int) -> int:
        """Return the height the row needs, chosen or not."""
        needed = max(lines_height(self._laid(self.room(width), _START, bold=bold)) for bold in (False, True))
        return max(self._theme.target_px, needed + 2 * PAD)

    def room(self, width: int) -> int:
        """Return the width left for the words in a row of this width."""
        return max(1, int(width - 3 * PAD - 4 - 2 * self._radius))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, mark and words."""
        painter = QPainter(self)
        self._frame(painter)
        radius = self._radius
        mark = QRectF(PAD + 4, self.height() / 2 - radius, 2 * radius, 2 * radius)
        self._tick(painter, mirrored(self, mark).center(), radius)
        lines = self._laid(self.room(self.width()), _START, bold=self.isChecked())
        painter.setPen(self._theme.colours["ink"])
        painter.setFont(self._theme.font(Text.OPTION, bold=self.isChecked()))
        left = self.width() - PAD - self.room(self.width())
        words = QRectF(left, (self.height() - lines.size().height()) / 2, self.room(self.width()), 1)
        painter.drawStaticText(mirrored(self, words).topLeft(), lines)

    @property
    def _radius(self) -> float:
        return self._theme.px(Text.OPTION) * 0.6


class NumberBox(Option):
    """An option that is a number, as one of a row of equal boxes."""

    def height_for(self, width: int) -> int:
        """Return the height the box needs: number and mark above each other."""
        number = lines_height(self._laid(max(1, width - GRID), _MIDDLE, bold=True))
        return max(self._theme.target_px, number + int(2 * self._radius) + 3 * GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, number and, when chosen, the tick under it."""
        painter = QPainter(self)
        self._frame(painter)
        lines = self._laid(max(1, self.width() - GRID), _MIDDLE, bold=self.isChecked())
        block = lines.size().height() + 2 * self._radius + GRID / 2
        top = (self.height() - block) / 2
        painter.setPen(self._theme.colours["ink"])
        painter.setFont(self._theme.font(Text.OPTION, bold=self.isChecked()))
        painter.drawStaticText(QPointF(GRID / 2, top), lines)
        middle = QPointF(self.width() / 2, self.height() - top - self._radius)
        self._tick(painter, middle, self._radius)

    @property
    def _radius(self) -> float:
        return self._theme.px(Text.OPTION) * 0.42


_START = Qt.AlignmentFlag.AlignLeft
_MIDDLE = Qt.AlignmentFlag.AlignHCenter
