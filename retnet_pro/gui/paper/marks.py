"""What can stand on a sheet: set text, boxes to mark, rules. Places are in points, from the upper left corner.

Qt sets the text, as on the glass: it knows how to join Arabic letters, order Hebrew and break Chinese lines.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout, QTextOption

from retnet_pro.gui.letters import demand_letters

UNITS_PER_POINT = 10
"""Text is measured finer than a point, so that nothing is rounded to one."""
INK, QUIET, LINE = QColor("#15201e"), QColor("#4a5755"), QColor("#6f7d7a")


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """The typeface of a sheet and the direction its language reads in."""

    family: str
    """'' takes the system's own."""
    right_to_left: bool
    size: float
    """Of running text, in points."""

    def font(self, scale: float = 1.0, *, bold: bool = False) -> QFont:
        """Return the font at a share of the running text's size."""
        font = QFont()
        if self.family:
            font.setFamily(self.family)
        font.setPixelSize(round(self.size * scale * UNITS_PER_POINT))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return font


@dataclass(frozen=True, slots=True)
class SetText:
    """Lines of text at a place."""

    x: float
    y: float
    width: float
    text: str
    layout: QTextLayout
    colour: QColor

    def paint(self, painter: QPainter) -> None:
        """Draw the lines."""
        painter.setPen(self.colour)
        scale = 1 / UNITS_PER_POINT
        painter.save()
        painter.translate(self.x, self.y)
        painter.scale(scale, scale)
        self.layout.draw(painter, QPointF(0, 0))
        painter.restore()


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to mark with a cross, or a larger one to write a number into."""

    x: float
    y: float
    width: float
    height: float

    def paint(self, painter: QPainter) -> None:
        """Draw the box."""
        painter.setPen(QPen(INK, 1.1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(self.x, self.y, self.width, self.height))


@dataclass(frozen=True, slots=True)
class Rule:
    """A line to write on, or one that separates."""

    x: float
    y: float
    width: float
    weight: float = 0.6
    height: float = 0.0

    def paint(self, painter: QPainter) -> None:
        """Draw the line."""
        painter.setPen(QPen(LINE, self.weight))
        painter.drawLine(QPointF(self.x, self.y), QPointF(self.x + self.width, self.y))


Mark = SetText | Tick | Rule


@dataclass(frozen=True, slots=True)
class Block:
    """Marks that stay together, placed from their own upper edge."""

    height: float
    marks: tuple[Mark, ...]
    stays_with_next: bool = False
    """A heading never stands alone at the foot of a sheet."""
    head: "Block | None" = None
    """Drawn again where this block begins a sheet: the time frame a question is about (rule E03)."""


def set_text(
    type_: Type,
    text: str,
    width: float,
    *,
    scale: float = 1.0,
    bold: bool = False,
    quiet: bool = False,
    middle: bool = False,
    to_the_end: bool = False,
) -> tuple[SetText, float]:
    """Return the text at (0, 0) as lines no wider than this, and their height. `to_the_end`: against the far side.

    Raises:
        Refusal: `LETTERS_MISSING`, when no typeface here has all its letters.
    """
    option = QTextOption(_alignment(type_, middle=middle, to_the_end=to_the_end))
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    way = Qt.LayoutDirection.RightToLeft if type_.right_to_left else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(way)
    layout = QTextLayout(text.replace("\n", "\u2028"), type_.font(scale, bold=bold))
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width * UNITS_PER_POINT)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    demand_letters(layout)
    return SetText(0, 0, width, text, layout, QUIET if quiet else INK), height / UNITS_PER_POINT


def natural_width(type_: Type, text: str, *, scale: float = 1.0, bold: bool = False) -> float:
    """Return how wide the text is on one line, in points."""
    layout = QTextLayout(text, type_.font(scale, bold=bold))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    return line.naturalTextWidth() / UNITS_PER_POINT


def moved(marks: Iterable[Mark], x: float, y: float) -> tuple[Mark, ...]:
    """Return the marks at another place."""
    return tuple(replace(mark, x=mark.x + x, y=mark.y + y) for mark in marks)


def mirrored(marks: Iterable[Mark], width: float) -> tuple[Mark, ...]:
    """Return the marks as they stand where the language reads from right to left."""
    return tuple(replace(mark, x=width - mark.x - mark.width) for mark in marks)


def _alignment(type_: Type, *, middle: bool, to_the_end: bool) -> Qt.AlignmentFlag:
    if middle:
        return Qt.AlignmentFlag.AlignHCenter
    return Qt.AlignmentFlag.AlignRight if type_.right_to_left != to_the_end else Qt.AlignmentFlag.AlignLeft
