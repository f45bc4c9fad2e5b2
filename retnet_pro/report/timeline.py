"""The time line: visits with what came in, embolizations and what ended the course, on one axis of calendar days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from retnet_pro.report.course import VisitCourse, VisitState, visit_courses
from retnet_pro.report.lines import one_line
from retnet_pro.report.page import Align, Block, Brush
from retnet_pro.report.paper import ParticipantPaper
from retnet_pro.report.style import FAINT, INK, MARGIN, QUIET, SMALL, TINY, WIDTH, Font, Fonts
from retnet_pro.report.words import month_words

_AXIS = 35.0
"""Distance of the axis from the upper edge."""
_FIRST_LANE = 11.0
"""Distance of the first line of visit names from the axis."""
_LANE = 7.5
_LANES = 3
_LEGEND = 13.0
_LABEL_GAP = 4.0
_MARK_GAP = 12.0
"""Least distance between two marks that both carry their name."""


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


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a visit under the axis; lane -1 where there is no room and only the table names it."""

    text: str
    x: float
    lane: int


def timeline_block(paper: ParticipantPaper, fonts: Fonts) -> Block:
    """Return the time line of the course up to the day of printing and the next visit."""
    every = visit_courses(paper)
    axis = _axis(paper, every)
    courses = [course for course in every if axis.first <= _day(course) <= axis.last]
    labels = place_labels([(course.visit.id, axis.x(_day(course))) for course in courses], axis, fonts.regular)
    lanes = 1 + max((label.lane for label in labels), default=0)
    height = _AXIS + _FIRST_LANE + max(1, lanes) * _LANE + _LEGEND

    def draw(brush: Brush, top: float) -> None:
        y = top - _AXIS
        brush.line(axis.left, y, axis.left + axis.width, y, grey=INK, width=0.7)
        _months(brush, axis, y)
        _marks(brush, axis, paper, y)
        for course in courses:
            _visit(brush, axis.x(_day(course)), y, course.state)
        for label in labels:
            if label.lane >= 0:
                brush.text(label.x, y - _FIRST_LANE - label.lane * _LANE, label.text, TINY, align=Align.MIDDLE)
        _legend(brush, top - height + 4)

    return Block(height, draw)


def place_labels(names: Sequence[tuple[str, float]], axis: Axis, font: Font) -> tuple[Label, ...]:
    """Put each name into the first lane where it touches no other."""
    ends = [float("-inf")] * _LANES
    labels = []
    for text, wanted in sorted(names, key=lambda name: name[1]):
        half = font.width(font.clean(text), TINY) / 2
        x = min(max(wanted, axis.left - 12 + half), axis.left + axis.width + 12 - half)
        lane = next((lane for lane in range(_LANES) if ends[lane] + _LABEL_GAP <= x - half), -1)
        if lane >= 0:
            ends[lane] = x + half
        labels.append(Label(text, x, lane))
    return tuple(labels)


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


def _marks(brush: Brush, axis: Axis, paper: ParticipantPaper, y: float) -> None:
    """Draw embolizations, what ended the course, and the day of printing; each is named unless a name stands there."""
    last_named = float("-inf")
    for number, day in enumerate(paper.embolizations, start=1):
        x = axis.x(day)
        brush.line(x, y - 6, x, y + 12, grey=INK, width=1.0)
        brush.wedge(x, y + 9, 5.0)
        if x - last_named >= _MARK_GAP:
            brush.text(x, y + 16, f"E{number}", SMALL, bold=True, align=Align.MIDDLE)
            last_named = x
    for words, day in paper.ends:
        x = axis.x(day)
        named, size = one_line(brush.font(bold=True), words, TINY, WIDTH / 3)
        width = brush.font(bold=True).width(named, size)
        brush.line(x, y - 6, x, y + 7, grey=INK, width=1.8)
        brush.text(min(x + 2.5, MARGIN + WIDTH - width), y + 8.5, named, size, bold=True)
    today = axis.x(paper.printed_at.date())
    brush.line(today, y - 6, today, y + 8, grey=QUIET, width=0.5, dashed=True)


def _months(brush: Brush, axis: Axis, y: float) -> None:
    starts = tuple(_month_starts(axis.first, axis.last))
    every = 1 if len(starts) <= 14 else 3
    for start in starts:
        x = axis.x(start)
        if start.month == 1:
            brush.line(x, y - 3, x, y + 3, grey=QUIET, width=0.6)
            brush.text(x, y + 25, str(start.year), TINY, grey=QUIET, align=Align.MIDDLE)
        elif (start.month - 1) % every == 0:
            brush.line(x, y - 2, x, y + 2, grey=QUIET, width=0.4)
            brush.text(x, y + 25, month_words(start), TINY, grey=QUIET, align=Align.MIDDLE)


def _month_starts(first: date, last: date) -> Iterator[date]:
    year, month = first.year, first.month
    while True:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        if (start := date(year, month, 1)) > last:
            return
        yield start


def _legend(brush: Brush, y: float) -> None:
    x = MARGIN + 3.5
    for state in VisitState:
        _visit(brush, x, y + 2, state)
        brush.text(x + 6, y, state.value, TINY, grey=QUIET)
        x += 15 + brush.font().width(state.value, TINY)
    brush.wedge(x, y - 0.5, 5.0)
    words = "E1, E2 … embolization"
    brush.text(x + 6, y, words, TINY, grey=QUIET)
    x += 15 + brush.font().width(words, TINY)
    brush.line(x, y - 1, x, y + 6, grey=QUIET, width=0.5, dashed=True)
    brush.text(x + 5, y, "day of printing", TINY, grey=QUIET)
