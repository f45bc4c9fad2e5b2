"""The time line of one participant: visits above, embolizations and other dated facts below, today across."""

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from retnet_pro.gui import words
from retnet_pro.gui.staff.marks import paint_mark
from retnet_pro.gui.staff.person_view import Mark, Moment
from retnet_pro.gui.theme import GRID, Text, Theme

HEIGHT_PX = 14 * GRID
EDGE_PX = 6 * GRID
NEAR_PX = 10.0
"""How close to a mark its tip shows."""
AHEAD_VISITS = 2
"""How many visits to come are shown beyond the next embolization or today."""

_VISITS = (Mark.ANSWERED, Mark.PARTLY, Mark.MISSED, Mark.OPEN, Mark.PLANNED)


class TimeLine(QWidget):
    """Paints moments; each has a shape of its own, so that none is told by colour alone (rule E116)."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("person.timeline")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT_PX)
        self._theme = theme
        self._moments: tuple[Moment, ...] = ()
        self._today = date.min

    def present(self, moments: tuple[Moment, ...], today: date) -> None:
        """Show these moments, in order of day."""
        coming = [moment for moment in moments if moment.day > today and moment.mark in _VISITS]
        beyond = coming[AHEAD_VISITS - 1].day if len(coming) >= AHEAD_VISITS else None
        shown = [moment for moment in moments if beyond is None or moment.day <= beyond]
        is_randomised = any(moment.mark is Mark.RANDOMISED for moment in shown)
        self._moments = tuple(moment for moment in shown if moment.mark is not Mark.ENROLLED or not is_randomised)
        self._today = today
        self.setAccessibleName(", ".join(f"{self.said(moment)} {words.day(moment.day)}" for moment in self._moments))
        self.update()

    def said(self, moment: Moment) -> str:
        """Return what a moment is called."""
        match moment.mark:
            case Mark.EMBOLIZATION:
                return self.tr("Embolization {number}").format(number=moment.number)
            case Mark.ENROLLED:
                return self.tr("Enrolled")
            case Mark.RANDOMISED:
                return self.tr("Randomised")
            case Mark.PROGRESSED:
                return self.tr("Progressed")
            case Mark.WITHDREW:
                return self.tr("Withdrew")
            case Mark.DIED:
                return self.tr("Died")
            case _:
                return moment.title

    def sizeHint(self) -> QSize:
        """Return the size the layout starts from."""
        return QSize(60 * GRID, HEIGHT_PX)

    def event(self, event: QEvent) -> bool:
        """Show what a mark is when somebody points at it."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            near = [m for m in self._moments if abs(self._x(m.day) - event.pos().x()) <= NEAR_PX]
            said = "\n".join(f"{self.said(moment)}, {words.day(moment.day)}" for moment in near)
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, today, and every moment."""
        if not self._moments:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(Text.CAPTION))
        middle = self.height() / 2
        painter.setPen(QPen(self._colour("line"), 2))
        painter.drawLine(QPointF(EDGE_PX / 2, middle), QPointF(self.width() - EDGE_PX / 2, middle))
        self._paint_today(painter)
        for above in (True, False):
            self._paint_side(painter, [m for m in self._moments if (m.mark in _VISITS) is above], above)
        painter.end()

    def _paint_side(self, painter: QPainter, moments: list[Moment], above: bool) -> None:
        middle = self.height() / 2
        centres = {moment: QPointF(self._x(moment.day), middle + (-2 if above else 2) * GRID) for moment in moments}
        for moment, centre in centres.items():
            paint_mark(painter, moment.mark, centre, self._theme)
        taken: list[QRectF] = []
        painter.setPen(self._colour("ink" if above else "muted"))
        for moment in sorted(moments, key=lambda moment: len(self._label(moment))):
            place = self._label_place(painter, moment, centres[moment], above)
            if not any(place.intersects(other) for other in taken):
                taken.append(place)
                painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self._label(moment))

    def _label_place(self, painter: QPainter, moment: Moment, centre: QPointF, above: bool) -> QRectF:
        width = QFontMetricsF(painter.font()).horizontalAdvance(self._label(moment)) + GRID
        left = min(max(centre.x() - width / 2, 0.0), self.width() - width)
        return QRectF(left, centre.y() - 3.25 * GRID if above else centre.y() + 1.25 * GRID, width, 2 * GRID)

    def _label(self, moment: Moment) -> str:
        """Return the short name under a mark; the whole one is in its tip. Short ones are placed first."""
        return str(moment.number) if moment.number else self.said(moment)

    def _paint_today(self, painter: QPainter) -> None:
        x = self._x(self._today)
        painter.setPen(QPen(self._colour("accent"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height() - 2 * GRID))
        painter.setPen(self._colour("accent"))
        place = QRectF(x - 5 * GRID, self.height() - 2 * GRID, 10 * GRID, 2 * GRID)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self.tr("today"))

    def _x(self, day: date) -> float:
        first = min(self._moments[0].day, self._today).toordinal()
        last = max(self._moments[-1].day, self._today).toordinal()
        return EDGE_PX + (day.toordinal() - first) / max(last - first, 1) * (self.width() - 2 * EDGE_PX)

    def _colour(self, name: str) -> QColor:
        return self._theme.colours[name]
