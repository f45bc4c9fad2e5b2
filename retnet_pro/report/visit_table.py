"""The visits: their windows, what came in and what did not, in absolute numbers (rule E63)."""

from collections.abc import Iterator

from retnet_pro.report.course import VisitCourse, VisitState, is_outside_window, visit_courses
from retnet_pro.report.page import Align, Block
from retnet_pro.report.paper import ParticipantPaper
from retnet_pro.report.style import QUIET, WIDTH, Fonts
from retnet_pro.report.tables import Cell, Column, Heading, Row, section_blocks, text_blocks
from retnet_pro.report.words import day_words

_WIDTHS = (56.0, 112.0, 60.0, 116.0)


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
        Column(head=("Forms received",), width=WIDTH - sum(_WIDTHS) - 36.0),
        Column(head=("Forms",), width=36.0, align=Align.RIGHT),
    )
    heading = Heading("Visits and forms", "visits", paper.study_label)
    blocks = section_blocks(fonts, heading, columns, [_row(paper, course) for course in courses])
    planned = {course.visit.id for course in courses}
    for filed in paper.responses:
        if filed.response.visit not in planned:
            title = paper.title_of(filed.response.form.id)
            unplanned = f"Not a planned visit: {filed.response.visit}, {title} {day_words(filed.answered_on)}"
            blocks += text_blocks(fonts, unplanned, bold=True)
    return blocks


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
    excused = any((course.visit.id, instrument) in paper.absent for instrument in course.visit.instruments)
    if not course.received and not excused:
        yield course.state.value
        return
    outside = any(is_outside_window(filed, course.visit) for several in course.received.values() for filed in several)
    doubled = any(len(several) > 1 for several in course.received.values())
    if course.state is VisitState.COMPLETE and len(course.days) == 1 and not outside and not doubled:
        yield f"all on {day_words(course.days[0])}"
        return
    reasons = {paper.absent.get((course.visit.id, instrument)) for instrument in course.visit.instruments}
    if not course.received and len(reasons) == 1:
        yield f"none: {reasons.pop()}"
        return
    for instrument, several in course.received.items():
        for filed in several:
            flag = ", outside the window" if is_outside_window(filed, course.visit) else ""
            yield f"{paper.title_of(instrument)} {day_words(filed.answered_on)}{flag}"
    for instrument in course.visit.instruments:
        if instrument not in course.received:
            why = paper.absent.get((course.visit.id, instrument))
            yield f"{paper.title_of(instrument)} not received" + (f": {why}" if why else "")
