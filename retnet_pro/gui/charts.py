"""A small chart of one score over time. The plotting package is loaded with the first chart.

It draws what it is told and nothing more: a threshold only when the caller gives one (rule E78), a gap where a score
is missing, and no smoothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from retnet_pro.gui.theme import GRID, Text, Theme

HEIGHT_PX = 12 * GRID
_HUNDRED = 100.0
_AIR = 0.08
"""Part of the height left free above and below, so that marks at the edges are whole."""


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


def trend_chart(trend: Trend, theme: Theme, name: str, described: str) -> QWidget:
    """Return the chart; `described` is what a screen reader says of it (rule E114)."""
    import pyqtgraph

    plot = pyqtgraph.PlotWidget(background=theme.tokens.surface)
    plot.setObjectName(name)
    plot.setAccessibleName(described)
    plot.setFixedHeight(HEIGHT_PX)
    plot.setFrameShape(plot.Shape.NoFrame)
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    plot.setMenuEnabled(False)
    plot.hideButtons()
    top = _HUNDRED if trend.to_hundred else max([1.0, *(value for value in trend.values if value is not None)])
    _set_axes(plot, trend, top, theme)
    for day in trend.events:
        plot.addItem(pyqtgraph.InfiniteLine(day, pen=_pen(theme.tokens.line, 1, Qt.PenStyle.DashLine)))
    if trend.threshold is not None:
        cut = _pen(theme.tokens.amber, 1.5, Qt.PenStyle.DashDotLine)
        plot.addItem(pyqtgraph.InfiniteLine(trend.threshold, angle=0, pen=cut, name="threshold"))
    _draw_line(plot, trend, theme)
    widget: QWidget = plot
    return widget


def _draw_line(plot: Any, trend: Trend, theme: Theme) -> None:
    accent, surface = QColor(theme.tokens.accent), QColor(theme.tokens.surface)
    values = [float("nan") if value is None else value for value in trend.values]
    last = len(values) - 1
    plot.plot(
        list(trend.days),
        values,
        pen=_pen(theme.tokens.accent, 2),
        connect="finite",
        antialias=True,
        symbol="o",
        symbolSize=[9 if place == last else 6 for place in range(len(values))],
        symbolBrush=[accent if place == last else surface for place in range(len(values))],
        symbolPen=_pen(theme.tokens.accent, 1.5),
    )


def _set_axes(plot: Any, trend: Trend, top: float, theme: Theme) -> None:
    span = max(trend.last_day - trend.first_day, 1.0)
    box = plot.getViewBox()
    box.setMouseEnabled(False, False)
    box.setDefaultPadding(0)
    box.setXRange(trend.first_day - span * _AIR, trend.last_day + span * _AIR, padding=0)
    box.setYRange(-top * _AIR, top * (1 + _AIR), padding=0)
    plot.hideAxis("bottom")
    left = plot.getAxis("left")
    left.setTicks([[(0, "0"), (top / 2, ""), (top, f"{top:g}")]])
    left.setStyle(tickFont=theme.font(Text.CAPTION), tickLength=0, tickTextOffset=GRID // 2)
    left.setTextPen(theme.tokens.muted)
    left.setPen(_pen(theme.tokens.divider, 1))
    left.setWidth(4 * GRID)
    for level in (0.0, top / 2, top):
        plot.addLine(y=level, pen=_pen(theme.tokens.divider, 1))


def _pen(colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> Any:
    import pyqtgraph

    return pyqtgraph.mkPen(QColor(colour), width=width, style=style)
