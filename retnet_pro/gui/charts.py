"""A small chart of one score over time, painted here: a page shows sixteen of them, and they must come up at once.

It draws what it is told and nothing more: a threshold only when the caller gives one (rule E78), a gap where a score
is missing, and no smoothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from retnet_pro.gui.theme import GRID, Text, Theme

HEIGHT_PX = 12 * GRID
AXIS_PX = 4 * GRID
"""Room on the left for the ends of the axis."""
EDGE_PX = 8
"""Room around the line, so that marks at the edges are whole."""
DOT_PX = 3.0
LAST_PX = 4.5
"""Half the width of a mark, and of the newest one."""
_HUNDRED = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """What one chart shows; days are counted from any common day."""

    days: Sequence[float]
    values: Sequence[float | None]
    events: Sequence[float]
    """Days marked with a dashed line, e.g. embolizations."""
    first_day: float
    last_day: float
    to_hundred: bool
    """Whether the axis runs from 0 to 100; else from 0 to the largest value."""
    threshold: float | None
    said: Sequence[str]
    """Each point in words, for whoever points at it or goes through them with the arrow keys."""

    @property
    def top(self) -> float:
        """Upper end of the axis."""
        if self.to_hundred:
            return _HUNDRED
        return max([1.0, *(value for value in self.values if value is not None)])


class TrendChart(QWidget):
    """Paints a `Trend`."""

    def __init__(self, trend: Trend, theme: Theme, name: str, described: str) -> None:
        """Take what to paint; `described` is what a screen reader says of it (rule E114)."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(described)
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._trend = trend
        self._theme = theme
        self._chosen: int | None = None

    @property
    def said(self) -> str:
        """The chosen point in words; '' while none is chosen."""
        return "" if self._chosen is None else self._trend.said[self._chosen]

    def choose(self, place: int | None) -> None:
        """Choose a point, or none; what it says stands in the chart and is told to a screen reader."""
        self._chosen = place
        self.setAccessibleDescription(self.said)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose the point whose day is nearest to the pointer."""
        days = self._trend.days
        self.choose(min(range(len(days)), key=lambda place: abs(self._x(days[place]) - event.position().x())))

    def leaveEvent(self, event: QEvent) -> None:
        """Choose none again."""
        self.choose(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the points: Left, Right, Home and End; Escape ends it."""
        last = len(self._trend.days) - 1
        at = self._chosen
        steps = {
            Qt.Key.Key_Right.value: 0 if at is None else min(at + 1, last),
            Qt.Key.Key_Left.value: last if at is None else max(at - 1, 0),
            Qt.Key.Key_Home.value: 0,
            Qt.Key.Key_End.value: last,
        }
        if event.key() in steps:
            self.choose(steps[event.key()])
        elif event.key() == Qt.Key.Key_Escape and at is not None:
            self.choose(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the newest point when the chart is reached by the keyboard."""
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.choose(len(self._trend.days) - 1)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Choose none again."""
        self.choose(None)
        super().focusOutEvent(event)

    def sizeHint(self) -> QSize:
        """Return the size the layout starts from."""
        return QSize(20 * GRID, HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint axis, events, threshold, line and marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axis(painter)
        self._paint_levels(painter)
        for run in self._runs():
            painter.setPen(self._pen("accent", 2))
            painter.drawPolyline(run)
        self._paint_marks(painter)
        if self._chosen is not None:
            self._paint_chosen(painter, self._chosen)
        painter.end()

    def _paint_axis(self, painter: QPainter) -> None:
        top = self._trend.top
        painter.setFont(self._theme.font(Text.CAPTION))
        for level, said in ((0.0, "0"), (top / 2, ""), (top, f"{top:g}")):
            y = self._y(level)
            painter.setPen(self._pen("divider", 1))
            painter.drawLine(QPointF(AXIS_PX, y), QPointF(self.width(), y))
            painter.setPen(self._colour("muted"))
            place = QRectF(0, y - GRID, AXIS_PX - GRID / 2, 2 * GRID)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), said)

    def _paint_levels(self, painter: QPainter) -> None:
        painter.setPen(self._pen("line", 1, Qt.PenStyle.DashLine))
        for day in self._trend.events:
            painter.drawLine(QPointF(self._x(day), 0), QPointF(self._x(day), self.height()))
        if self._trend.threshold is not None:
            y = self._y(self._trend.threshold)
            painter.setPen(self._pen("amber", 2, Qt.PenStyle.DashDotLine))
            painter.drawLine(QPointF(AXIS_PX, y), QPointF(self.width(), y))

    def _paint_marks(self, painter: QPainter) -> None:
        painter.setPen(self._pen("accent", 1.5))
        last = len(self._trend.values) - 1
        for place, point in enumerate(self._points()):
            if point is not None:
                painter.setBrush(self._colour("accent" if place == last else "surface"))
                reach = LAST_PX if place == last else DOT_PX
                painter.drawEllipse(point, reach, reach)

    def _paint_chosen(self, painter: QPainter, place: int) -> None:
        """Mark the chosen day, and write what it says where the line leaves room."""
        day, value = self._trend.days[place], self._trend.values[place]
        painter.setPen(self._pen("ink", 1))
        painter.drawLine(QPointF(self._x(day), 0), QPointF(self._x(day), self.height()))
        is_high = value is not None and value > self._trend.top / 2
        painter.setFont(self._theme.font(Text.CAPTION))
        room = QRectF(AXIS_PX + EDGE_PX, self.height() - 2.5 * GRID if is_high else 0, self.width(), 2.5 * GRID)
        said = painter.boundingRect(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self.said)
        said.moveLeft(max(room.left(), min(self._x(day) - said.width() / 2, self.width() - said.width() - EDGE_PX)))
        painter.fillRect(said.adjusted(-3, 0, 3, 0), self._colour("surface"))
        painter.setPen(self._colour("ink"))
        painter.drawText(said, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self.said)

    def _points(self) -> Iterator[QPointF | None]:
        for day, value in zip(self._trend.days, self._trend.values, strict=True):
            yield None if value is None else QPointF(self._x(day), self._y(value))

    def _runs(self) -> Iterator[list[QPointF]]:
        """Yield unbroken pieces of the line; a missing score breaks it."""
        run: list[QPointF] = []
        for point in self._points():
            if point is not None:
                run.append(point)
            elif run:
                yield run
                run = []
        if run:
            yield run

    def _x(self, day: float) -> float:
        span = max(self._trend.last_day - self._trend.first_day, 1.0)
        room = self.width() - AXIS_PX - 2 * EDGE_PX
        return AXIS_PX + EDGE_PX + (day - self._trend.first_day) / span * room

    def _y(self, value: float) -> float:
        room = self.height() - 2 * EDGE_PX
        return self.height() - EDGE_PX - value / self._trend.top * room

    def _pen(self, colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
        return QPen(self._colour(colour), width, style)

    def _colour(self, name: str) -> QColor:
        return self._theme.colours[name]
