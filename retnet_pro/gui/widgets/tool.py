"""The small tools on top of the participant's screen: a drawn sign with its word under it."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from retnet_pro.gui.theme import GRID, Text
from retnet_pro.gui.widgets.touch import Touchable
from retnet_pro.gui.widgets.words import line_width

Sign = Callable[[QPainter, QRectF], None]
"""Draws itself into a square with the painter's pen."""


class ToolButton(Touchable):
    """A sign and its word."""

    def __init__(self, text: str, sign: Sign, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = sign
        self.setText(text)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Return the room for sign and word, at least a touch target."""
        metrics = QFontMetrics(self._theme.font(Text.CAPTION, bold=True))
        width = line_width(self.text(), self._theme.font(Text.CAPTION, bold=True)) + 2 * GRID
        height = self._sign_px + metrics.height() + 2 * GRID
        return QSize(max(width, self._theme.target_px), max(height, self._theme.target_px))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a tool is never squeezed."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, sign and word."""
        painter = QPainter(self)
        fill = "accent_soft" if self.isDown() else "background"
        self.draw_frame(painter, fill=fill, edge=fill, edge_px=1.0)
        font = self._theme.font(Text.CAPTION, bold=True)
        word_px = QFontMetrics(font).height()
        top = (self.height() - self._sign_px - word_px) / 2
        ink = self._theme.colours["ink"]
        painter.setPen(QPen(ink, max(2.0, self._sign_px / 12), c=Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._sign(painter, QRectF((self.width() - self._sign_px) / 2, top, self._sign_px, self._sign_px))
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(
            QRectF(0, top + self._sign_px, self.width(), word_px), Qt.AlignmentFlag.AlignCenter, self.text()
        )

    @property
    def _sign_px(self) -> int:
        return self._theme.px(Text.OPTION) + 2


def text_size_sign(painter: QPainter, square: QRectF) -> None:
    """Draw a small and a large letter A."""
    _letter(painter, QRectF(square.left(), square.top() + square.height() * 0.4, *_part(square, 0.38, 0.5)))
    _letter(painter, QRectF(square.left() + square.width() * 0.42, square.top() + 1, *_part(square, 0.56, 0.86)))


def contrast_sign(painter: QPainter, square: QRectF) -> None:
    """Draw a circle, one half filled."""
    circle = square.adjusted(2, 2, -2, -2)
    painter.drawEllipse(circle)
    painter.setBrush(painter.pen().color())
    painter.drawPie(circle, 90 * 16, 180 * 16)


def rest_sign(painter: QPainter, square: QRectF) -> None:
    """Draw two upright bars."""
    pen = QPen(painter.pen())
    pen.setWidthF(square.width() / 5)
    painter.setPen(pen)
    for share in (0.32, 0.68):
        x = square.left() + square.width() * share
        painter.drawLine(QPointF(x, square.top() + 4), QPointF(x, square.bottom() - 4))


def speaker_sign(painter: QPainter, square: QRectF) -> None:
    """Draw a loudspeaker that faces the end of the line, and two waves."""
    left, top, side = square.left(), square.top(), square.width()
    outline = ((0.08, 0.38), (0.26, 0.38), (0.5, 0.16), (0.5, 0.84), (0.26, 0.62), (0.08, 0.62), (0.08, 0.38))
    painter.drawPolyline([QPointF(left + x * side, top + y * side) for x, y in outline])
    for reach in (0.18, 0.36):
        box = QRectF(left + (0.5 - reach) * side, top + (0.5 - reach) * side, 2 * reach * side, 2 * reach * side)
        painter.drawArc(box.translated(side * 0.1, 0), -45 * 16, 90 * 16)


def silence_sign(painter: QPainter, square: QRectF) -> None:
    """Draw a filled square."""
    inset = square.width() * 0.22
    painter.fillRect(square.adjusted(inset, inset, -inset, -inset), painter.pen().color())


def help_sign(painter: QPainter, square: QRectF) -> None:
    """Draw a question mark in a circle."""
    painter.drawEllipse(square.adjusted(2, 2, -2, -2))
    font = painter.font()
    font.setPixelSize(max(1, int(square.height() * 0.62)))
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, "?")


def _part(square: QRectF, width: float, height: float) -> tuple[float, float]:
    return square.width() * width, square.height() * height


def _letter(painter: QPainter, box: QRectF) -> None:
    foot, bar = box.bottom(), box.top() + box.height() * 0.65
    middle = box.center().x()
    painter.drawPolyline([QPointF(box.left(), foot), QPointF(middle, box.top()), QPointF(box.right(), foot)])
    painter.drawLine(QPointF(box.left() + box.width() * 0.2, bar), QPointF(box.right() - box.width() * 0.2, bar))
