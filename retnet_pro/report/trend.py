"""Small multiples: one little chart for each scale, all on the same days, so that a course is read at a glance.

A cut is drawn only where its source has been checked (rule E78); embolizations are upright marks; a missing score
is a gap with a cross at the foot, never a zero.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from retnet_pro.instrument.model import Direction
from retnet_pro.report.course import Trend
from retnet_pro.report.lines import wrap
from retnet_pro.report.page import Align, Block, Brush
from retnet_pro.report.style import FAINT, INK, MARGIN, QUIET, RULE, SMALL, TINY, WIDTH
from retnet_pro.report.timeline import Axis
from retnet_pro.report.words import brief, difference_words, direction_words, mark
from retnet_pro.scoring.interpretation import Change

COLUMNS = 7
_GAP = 7.0
_PANEL = (WIDTH - (COLUMNS - 1) * _GAP) / COLUMNS
_HEIGHT = 45.0
_PLOT_HEIGHT = 22.0
_PLOT_WIDTH = 42.0
_GROUP_HEIGHT = 13.0


def trend_blocks(trends: Sequence[Trend], days: tuple[date, date], embolizations: Sequence[date]) -> list[Block]:
    """Return rows of charts, those where higher is better and those where it is worse under headings of their own."""
    blocks: list[Block] = []
    for direction in Direction:
        group = [trend for trend in trends if trend.scale.direction is direction]
        if group:
            blocks.append(_group_block(group, direction))
        for start in range(0, len(group), COLUMNS):
            blocks.append(_row_block(group[start : start + COLUMNS], days, embolizations))
    return blocks


def _group_block(group: Sequence[Trend], direction: Direction) -> Block:
    marks = "; ".join(trust_marks(group))

    def draw(brush: Brush, top: float) -> None:
        title = group[0].instrument.title
        brush.text(MARGIN, top - 9, title, SMALL, bold=True)
        x = MARGIN + brush.font(bold=True).width(brush.font(bold=True).clean(title), SMALL) + 5
        words = direction_words(direction)
        brush.text(x, top - 9, words, SMALL, grey=QUIET)
        brush.text(x + brush.font().width(words, SMALL) + 5, top - 9, marks, SMALL, bold=True)
        brush.line(MARGIN, top - 12, MARGIN + WIDTH, top - 12, grey=RULE, width=0.4)

    return Block(_GROUP_HEIGHT, draw, None, _HEIGHT)


def trust_marks(group: Sequence[Trend]) -> tuple[str, ...]:
    """Return what about these scales nobody has checked yet, in words; nothing where all may stand as fact."""
    scales = dict.fromkeys(mark(trend.scale.status) for trend in group)
    rules = dict.fromkeys(mark(trend.change.rule.status) for trend in group if trend.change.rule is not None)
    return (
        *(f"scale structure {status}" for status in scales if status),
        *(f"change rule {status}" for status in rules if status),
    )


def _row_block(row: Sequence[Trend], days: tuple[date, date], embolizations: Sequence[date]) -> Block:
    def draw(brush: Brush, top: float) -> None:
        for place, trend in enumerate(row):
            left = MARGIN + place * (_PANEL + _GAP)
            axis = Axis(days[0], days[1], left + 3, _PLOT_WIDTH - 6)
            _panel(brush, left, top - 2, trend, axis, embolizations)

    return Block(_HEIGHT, draw)


def _panel(brush: Brush, left: float, top: float, trend: Trend, axis: Axis, embolizations: Sequence[date]) -> None:
    worse = trend.change.change is Change.WORSENED
    for place, line in enumerate(wrap(brush.font(worse), trend.scale.name, TINY, _PANEL)[:2]):
        brush.text(left, top - 6 - place * 6.6, line, TINY, bold=worse)
    floor = top - 18 - _PLOT_HEIGHT
    _plot(brush, left, floor, trend, axis, embolizations)
    _numbers(brush, left + _PANEL, floor, trend)


def _plot(brush: Brush, left: float, floor: float, trend: Trend, axis: Axis, embolizations: Sequence[date]) -> None:
    span = trend.highest - trend.lowest

    def y(value: float) -> float:
        return floor + _PLOT_HEIGHT * (value - trend.lowest) / span

    for share in (0.0, 0.5, 1.0):
        level = floor + share * _PLOT_HEIGHT
        brush.line(left, level, left + _PLOT_WIDTH, level, grey=FAINT, width=0.4)
    for day in embolizations:
        if axis.first <= day <= axis.last:
            brush.line(axis.x(day), floor, axis.x(day), floor + _PLOT_HEIGHT, grey=RULE, width=0.6)
    cut = trend.cut.below if trend.cut and trend.cut.below is not None else trend.cut.above if trend.cut else None
    if cut is not None and trend.lowest <= cut <= trend.highest:
        brush.line(left, y(cut), left + _PLOT_WIDTH, y(cut), grey=INK, width=0.6, dashed=True)
    for stretch in stretches(trend):
        points = [(axis.x(day), y(value)) for day, value in stretch]
        if len(points) > 1:
            brush.polyline(points, grey=INK, width=0.9)
        for x, level in points:
            brush.dot(x, level, 1.1)
    for point in trend.points:
        if point.value is None:
            x = axis.x(point.day)
            brush.line(x - 1.5, floor, x + 1.5, floor + 3, width=0.6)
            brush.line(x - 1.5, floor + 3, x + 1.5, floor, width=0.6)
    if trend.highest != 100.0:
        brush.text(left + _PLOT_WIDTH + 1.5, floor + _PLOT_HEIGHT - 2, f"to {trend.highest:g}", 4.6, grey=QUIET)


def stretches(trend: Trend) -> Iterator[list[tuple[date, float]]]:
    """Yield the runs of scores between gaps; a line is drawn within a run and never across a missing score."""
    stretch: list[tuple[date, float]] = []
    for point in trend.points:
        if point.value is None:
            if stretch:
                yield stretch
            stretch = []
        else:
            stretch.append((point.day, point.value))
    if stretch:
        yield stretch


def _numbers(brush: Brush, right: float, floor: float, trend: Trend) -> None:
    """Write the newest score large, and beneath it what became of it since the visit before."""
    latest = trend.latest.value if trend.latest is not None else None
    brush.text(
        right, floor + 9, "–" if latest is None else brief(latest, trend.highest), 10.0, bold=True, align=Align.RIGHT
    )
    brush.text(right, floor + 1.5, _verdict(trend), TINY, bold=_is_marked(trend), align=Align.RIGHT)


def _is_marked(trend: Trend) -> bool:
    return trend.change.change is Change.WORSENED


def _verdict(trend: Trend) -> str:
    if trend.latest is not None and trend.latest.value is None:
        return "missing"
    difference = trend.change.difference
    if difference is None:
        return ""
    match trend.change.change:
        case Change.WORSENED:
            return "worse"
        case Change.IMPROVED:
            return "better"
        case _:
            return difference_words(difference)
