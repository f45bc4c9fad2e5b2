"""The time line: visits with what came in, embolizations and what ended the course, on one axis of calendar days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from retnet_pro.report.course import VisitCourse, VisitState, visit_courses
from retnet_pro.report.page import Align, Block, Brush
from retnet_pro.report.paper import ParticipantPaper
from retnet_pro.report.style import FAINT, INK, MARGIN, QUIET, SMALL, TINY, WIDTH
from retnet_pro.report.words import month_words

_HEIGHT = 74.0
_AXIS = 40.0
"""Distance of the axis from the upper edge."""
_LANES = 2
_LABEL_GAP = 4.0


@dataclass(frozen=True, slots=True)
class Axis:
    """Calendar days on a stretch of paper."""

    first: date
    last: date
    left: float
    width: float

    def x(self, day: date) -> float:
        """Return where a day lies; days outside stand at the edge."""
        span = max(1, (self.last - self.first).days)
        share = (day - self.first).days / span
        return self.left + min(1.0, max(0.0, share)) * self.width


def timeline_block(paper: ParticipantPaper) -> Block:
    """Return the time line of the course up to the day of printing and the next visit."""
    courses = visit_courses(paper)
    axis = _axis(paper, courses)

    def draw(brush: Brush, top: float) -> None:
        y = top - _AXIS
        brush.line(axis.left, y, axis.left + axis.width, y, grey=INK, width=0.7)
        _months(brush, axis, y)
        _today(brush, axis, paper.printed_at.date(), y)
        _embolizations(brush, axis, paper, y)
        for end, day in paper.ends:
            brush.line(axis.x(day), y - 7, axis.x(day), y + 9, grey=INK, width=1.6)
            brush.text(
                _inside(axis, axis.x(day), brush.font().width(end, TINY)),
                y + 11,
                end,
                TINY,
                bold=True,
                align=Align.MIDDLE,
            )
        for course in courses:
            if axis.first <= _day(course) <= axis.last:
                _visit(brush, axis.x(_day(course)), y, course.state)
        _labels(brush, axis, courses, y)
        _legend(brush, top - _HEIGHT + 5)

    return Block(_HEIGHT, draw)


def _axis(paper: ParticipantPaper, courses: tuple[VisitCourse, ...]) -> Axis:
    today = paper.printed_at.date()
    following = [course.visit.target for course in courses if course.visit.target > today][:1]
    past = [course.visit.target for course in courses if course.visit.target <= today]
    days = [paper.enrolled, today, *past, *following, *paper.embolizations, *(day for _, day in paper.ends)]
    days += [filed.answered_on for filed in paper.responses]
    return Axis(min(days), max(days), MARGIN + 12, WIDTH - 24)


def _day(course: VisitCourse) -> date:
    return course.days[0] if course.days else course.visit.target


def _visit(brush: Brush, x: float, y: float, state: VisitState) -> None:
    match state:
        case VisitState.COMPLETE:
            brush.dot(x, y, 3.2, fill=INK)
        case VisitState.PARTLY:
            brush.dot(x, y, 3.2, fill=1.0, stroke=INK)
            brush.dot(x, y, 1.5, fill=INK)
        case VisitState.NOTHING:
            brush.dot(x, y, 3.2, fill=1.0, stroke=INK)
        case VisitState.TO_COME:
            brush.dot(x, y, 2.4, fill=FAINT, stroke=QUIET)


def _embolizations(brush: Brush, axis: Axis, paper: ParticipantPaper, y: float) -> None:
    for number, day in enumerate(paper.embolizations, start=1):
        x = axis.x(day)
        brush.line(x, y - 6, x, y + 12, grey=INK, width=1.0)
        brush.wedge(x, y + 9, 5.0)
        brush.text(x, y + 16, f"E{number}", SMALL, bold=True, align=Align.MIDDLE)


def _today(brush: Brush, axis: Axis, today: date, y: float) -> None:
    x = axis.x(today)
    brush.line(x, y - 8, x, y + 14, grey=QUIET, width=0.5, dashed=True)
    brush.text(x, y + 16.5, "printed", TINY, grey=QUIET, align=Align.MIDDLE)


def _months(brush: Brush, axis: Axis, y: float) -> None:
    starts = tuple(_month_starts(axis.first, axis.last))
    every = 1 if len(starts) <= 14 else 3
    for start in starts:
        x = axis.x(start)
        if start.month == 1:
            brush.line(x, y - 3, x, y + 3, grey=QUIET, width=0.6)
            brush.text(x, y + 27, str(start.year), TINY, grey=QUIET, align=Align.MIDDLE)
        elif (start.month - 1) % every == 0:
            brush.line(x, y - 2, x, y + 2, grey=QUIET, width=0.4)
            brush.text(x, y + 27, month_words(start), TINY, grey=QUIET, align=Align.MIDDLE)


def _month_starts(first: date, last: date) -> Iterator[date]:
    year, month = first.year, first.month
    while True:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        if (start := date(year, month, 1)) > last:
            return
        yield start


def _labels(brush: Brush, axis: Axis, courses: tuple[VisitCourse, ...], y: float) -> None:
    """Write the visits' ids in the first lane with room; one without room stays unnamed here, the table names it."""
    ends = [axis.left - 20.0] * _LANES
    for course in sorted(courses, key=_day):
        if not axis.first <= _day(course) <= axis.last:
            continue
        width = brush.font().width(brush.font().clean(course.visit.id), TINY)
        x = _inside(axis, axis.x(_day(course)), width)
        for lane in range(_LANES):
            if ends[lane] + _LABEL_GAP <= x - width / 2:
                ends[lane] = x + width / 2
                brush.text(x, y - 11 - lane * 7.5, course.visit.id, TINY, align=Align.MIDDLE)
                break


def _inside(axis: Axis, x: float, width: float) -> float:
    return min(max(x, axis.left - 12 + width / 2), axis.left + axis.width + 12 - width / 2)


def _legend(brush: Brush, y: float) -> None:
    x = MARGIN + 3.5
    for state in VisitState:
        _visit(brush, x, y + 2, state)
        brush.text(x + 6, y, state.value, TINY, grey=QUIET)
        x += 15 + brush.font().width(state.value, TINY)
    brush.wedge(x, y - 0.5, 5.0)
    brush.text(x + 6, y, "E1, E2 … embolization", TINY, grey=QUIET)
