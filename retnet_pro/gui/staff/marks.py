"""The marks of the time line, and their legend: each has a shape of its own, never a colour alone (rule E116)."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from retnet_pro.gui.staff.person_view import Mark
from retnet_pro.gui.staff.pieces import Voice, across, text
from retnet_pro.gui.theme import GRID, Theme

DOT_PX = 6.0
"""Half the width of a mark."""


def paint_mark(painter: QPainter, mark: Mark, at: QPointF, theme: Theme) -> None:
    """Paint one mark around a point."""
    colour = theme.colours
    around = QRectF(at.x() - DOT_PX, at.y() - DOT_PX, 2 * DOT_PX, 2 * DOT_PX)
    painter.setBrush(colour["surface"])
    painter.setPen(QPen(colour["accent"], 2))
    match mark:
        case Mark.ANSWERED:
            painter.setBrush(colour["accent"])
            painter.drawEllipse(around)
        case Mark.PARTLY:
            painter.drawEllipse(around)
            painter.setBrush(colour["accent"])
            painter.drawPie(around, 90 * 16, 180 * 16)
        case Mark.MISSED:
            painter.setPen(QPen(colour["red"], 2))
            for slope in (1, -1):
                reach = QPointF(DOT_PX - 1, slope * (DOT_PX - 1))
                painter.drawLine(at - reach, at + reach)
        case Mark.OPEN:
            painter.drawEllipse(around)
        case Mark.PLANNED:
            painter.setPen(QPen(colour["line"], 1.5, Qt.PenStyle.DotLine))
            painter.drawEllipse(around)
        case Mark.EMBOLIZATION:
            painter.setPen(QPen(colour["ink"], 1))
            painter.setBrush(colour["ink"])
            painter.drawPolygon(_diamond(at))
        case _:
            painter.setPen(QPen(colour["ink"], 2))
            painter.drawLine(QPointF(at.x(), at.y() - 2 * GRID), QPointF(at.x(), at.y() + DOT_PX))


class MarkSample(QWidget):
    """One mark by itself, for the legend."""

    def __init__(self, mark: Mark, theme: Theme) -> None:
        super().__init__()
        self._mark = mark
        self._theme = theme
        self.setFixedSize(QSize(2 * GRID, 2 * GRID))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, self._mark, QPointF(self.width() / 2, self.height() / 2), self._theme)
        painter.end()


class Legend(QWidget):
    """Says what the marks mean."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = across(spacing=GRID)
        for mark, said in (
            (Mark.ANSWERED, self.tr("answered")),
            (Mark.PARTLY, self.tr("in part")),
            (Mark.MISSED, self.tr("missed")),
            (Mark.OPEN, self.tr("open now")),
            (Mark.PLANNED, self.tr("planned")),
            (Mark.EMBOLIZATION, self.tr("embolization")),
        ):
            row.addWidget(MarkSample(mark, theme))
            row.addWidget(text(said, Voice.CAPTION, wrap=False))
            row.addSpacing(GRID)
        row.addStretch(1)
        self.setLayout(row)


def _diamond(at: QPointF) -> QPolygonF:
    reach = DOT_PX + 1
    return QPolygonF([at + QPointF(x, y) for x, y in ((0, -reach), (reach, 0), (0, reach), (-reach, 0))])
