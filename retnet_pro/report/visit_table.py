"""The visits: their windows, what came in and what did not, in absolute numbers (rule E63)."""

from collections.abc import Iterator

from retnet_pro.report.course import VisitCourse, VisitState, is_outside_window, visit_courses
from retnet_pro.report.page import Align, Block
from retnet_pro.report.paper import ParticipantPaper
from retnet_pro.report.style import QUIET, WIDTH, Fonts
from retnet_pro.report.tables import Cell, Column, Row, heading_block, table_blocks
from retnet_pro.report.words import day_words

_WIDTHS = (62.0, 130.0, 66.0, 118.0)


def visit_blocks(paper: ParticipantPaper, fonts: Fonts) -> list[Block]:
    """Return the table of expected visits."""
    courses = visit_courses(paper)
    if not courses:
        return []
    columns = (
        Column(head=("Visit",), width=_WIDTHS[0]),
        Column(head=("Title",), width=_WIDTHS[1]),
        Column(head=("Target",), width=_WIDTHS[2]),
        Column(head=("Window",), width=_WIDTHS[3]),
        Column(head=("Forms received",), width=WIDTH - sum(_WIDTHS) - 44.0),
        Column(head=("Of",), width=44.0, align=Align.RIGHT),
    )
    heading = heading_block("Visits and forms", "visits", paper.study_label)
    return [heading, *table_blocks(fonts, columns, [_row(paper, course) for course in courses])]


def _row(paper: ParticipantPaper, course: VisitCourse) -> Row:
    visit = course.visit
    expected = set(visit.instruments)
    count = f"{len(expected & course.received.keys())} of {len(expected)}"
    return (
        Cell(visit.id, bold=True),
        Cell(visit.title),
        Cell(day_words(visit.target)),
        Cell(f"{day_words(visit.opens)} – {day_words(visit.closes)}"),
        Cell("; ".join(_received(paper, course)), grey=QUIET if course.state is VisitState.TO_COME else 0.0),
        Cell(count),
    )


def _received(paper: ParticipantPaper, course: VisitCourse) -> Iterator[str]:
    if course.state in (VisitState.NOTHING, VisitState.TO_COME):
        yield course.state.value
        return
    for instrument, several in course.received.items():
        title = paper.instruments[instrument].title if instrument in paper.instruments else instrument
        for filed in several:
            flag = ", outside the window" if is_outside_window(filed, course.visit) else ""
            yield f"{title} {day_words(filed.answered_on)}{flag}"
    missing = [one for one in course.visit.instruments if one not in course.received]
    for instrument in missing:
        title = paper.instruments[instrument].title if instrument in paper.instruments else instrument
        yield f"{title} not received"
