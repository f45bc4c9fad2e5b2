"""The first page: who this is, what changed since the visit before, and the course. Read in a minute."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from retnet_pro.instrument.model import Instrument, InstrumentId
from retnet_pro.report.course import Trend, VisitState, doubled, last_pair, period, trends, visit_courses
from retnet_pro.report.lines import fitting_size, wrap
from retnet_pro.report.page import Align, Block, Brush, gap
from retnet_pro.report.paper import Filed, ParticipantPaper
from retnet_pro.report.style import BODY, INK, LEADING, MARGIN, QUIET, SMALL, TINY, TITLE, WIDTH, Fonts
from retnet_pro.report.tables import heading_block, text_blocks
from retnet_pro.report.timeline import timeline_block
from retnet_pro.report.trend import trend_blocks
from retnet_pro.report.words import (
    day_words,
    difference_words,
    mark,
    time_words,
    whole,
    why_missing,
    why_not_compared,
)
from retnet_pro.scoring.interpretation import Change

_LABEL_WIDTH = 62.0
_FACT_COLUMNS = 4
_FACT_WIDTH = WIDTH / _FACT_COLUMNS


def summary_blocks(paper: ParticipantPaper, fonts: Fonts) -> list[Block]:
    """Return the blocks of the first page."""
    courses = {instrument.id: trends(paper, instrument) for instrument in paper.used_instruments()}
    blocks = [*_identity(paper, fonts), timeline_block(paper)]
    if not courses:
        return [*blocks, *text_blocks(fonts, "No finished questionnaire has been recorded yet.", BODY)]
    blocks += [heading_block("Since the visit before", "changes"), *_changes(paper, courses, fonts)]
    blocks += [gap(3), heading_block("Course", "course", _legend(courses))]
    for course in courses.values():
        blocks += trend_blocks(course, period(paper), paper.embolizations)
    return blocks


def _identity(paper: ParticipantPaper, fonts: Fonts) -> list[Block]:
    code_lines = wrap(fonts.bold, paper.subject, TITLE, WIDTH * 0.55)
    height = max(len(code_lines) * TITLE * 1.15 + 3, 30.0)
    right = MARGIN + WIDTH

    def draw(brush: Brush, top: float) -> None:
        for place, line in enumerate(code_lines):
            brush.text(MARGIN, top - TITLE * (1 + 1.15 * place), line, TITLE, bold=True)
        printed = (f"Printed {time_words(paper.printed_at)}", f"by {paper.printed_by}")
        for place, text in enumerate(printed):
            size = fitting_size(brush.font(), text, SMALL, WIDTH * 0.43, 4.0)
            brush.text(right, top - 9 - place * 9, text, size, grey=QUIET, align=Align.RIGHT)

    title = f"{paper.study_title} – {paper.study_label}" if paper.study_label else paper.study_title
    return [Block(height, draw), *text_blocks(fonts, title, SMALL, grey=QUIET), gap(4), *_facts(paper, fonts)]


def _facts(paper: ParticipantPaper, fonts: Fonts) -> list[Block]:
    facts = tuple(_fact_words(paper))
    rows = [facts[start : start + _FACT_COLUMNS] for start in range(0, len(facts), _FACT_COLUMNS)]
    return [_fact_row(fonts, row) for row in rows]


def _fact_words(paper: ParticipantPaper) -> Iterator[tuple[str, str]]:
    not_recorded = "not recorded"
    symptoms = {None: "not determined", True: "yes", False: "no"}[paper.symptomatic]
    yield "Site", paper.site
    yield "Enrolled", day_words(paper.enrolled)
    yield "Randomised", day_words(paper.randomised) if paper.randomised else not_recorded
    yield "Arm", (paper.arm or "not randomised") if paper.arm_may_be_seen else "hidden from this reader"
    yield "Tumour symptoms at baseline", symptoms
    yield "Histology", paper.histology or not_recorded
    yield "Grade", paper.grade or not_recorded
    yield "Forms", _forms_words(paper)


def _forms_words(paper: ParticipantPaper) -> str:
    courses = visit_courses(paper)
    missing = sum(
        len(set(course.visit.instruments) - course.received.keys())
        for course in courses
        if course.visit.closes < paper.printed_at.date()
    )
    to_come = sum(course.state is VisitState.TO_COME for course in courses)
    return f"{len(paper.responses)} received, {missing} missed, {to_come} visits open or to come"


def _fact_row(fonts: Fonts, row: Sequence[tuple[str, str]]) -> Block:
    values = [wrap(fonts.regular, value, BODY, _FACT_WIDTH - 8) for _, value in row]
    height = 8.5 + max(map(len, values)) * BODY * LEADING + 3

    def draw(brush: Brush, top: float) -> None:
        for place, ((label, _), lines) in enumerate(zip(row, values, strict=True)):
            x = MARGIN + place * _FACT_WIDTH
            brush.text(x, top - 6, label, TINY, grey=QUIET)
            for number, line in enumerate(lines):
                brush.text(x, top - 8.5 - BODY - number * BODY * LEADING, line, BODY)

    return Block(height, draw)


def _changes(paper: ParticipantPaper, courses: Mapping[InstrumentId, Sequence[Trend]], fonts: Fonts) -> Iterator[Block]:
    for visit, instrument in doubled(paper):
        title = paper.instruments[instrument].title if instrument in paper.instruments else instrument
        yield from text_blocks(
            fonts, f"Two responses to {title} at {visit}: a person must decide which one counts.", bold=True
        )
    for number, (instrument_id, course) in enumerate(courses.items()):
        if number:
            yield gap(2.5)
        yield from _change_lines(paper, paper.instruments[instrument_id], course, fonts)


def _change_lines(
    paper: ParticipantPaper, instrument: Instrument, course: Sequence[Trend], fonts: Fonts
) -> Iterator[Block]:
    pair = last_pair(paper, instrument.id)
    now = _where(pair.latest)
    if pair.before is None:
        yield from _labelled(fonts, instrument.title, f"{now}: the first one, nothing to compare with", bold=True)
    else:
        yield from _labelled(fonts, instrument.title, f"{now} against {_where(pair.before)}", bold=True)
        yield from _labelled(fonts, "Worse", _list_of(course, Change.WORSENED), emphasis=True)
        yield from _labelled(fonts, "Better", _list_of(course, Change.IMPROVED))
        same = sum(trend.change.change is Change.NO_RELEVANT_CHANGE for trend in course)
        yield from _labelled(fonts, "No change", f"{same} of {len(course)} scales. {_rules(course)}", quiet=True)
    not_compared = "; ".join(_not_compared(course)) if pair.before is not None else "; ".join(_missing(course))
    if not_compared:
        yield from _labelled(fonts, "Not compared" if pair.before else "Missing", not_compared)


def _where(filed: Filed) -> str:
    return f"{filed.response.visit} ({day_words(filed.answered_on)})"


def _list_of(course: Sequence[Trend], change: Change) -> str:
    return ", ".join(_moved(trend) for trend in course if trend.change.change is change) or "none"


def _moved(trend: Trend) -> str:
    before = trend.before.value if trend.before is not None else None
    latest = trend.latest.value if trend.latest is not None else None
    assert before is not None and latest is not None and trend.change.difference is not None
    unsure = mark(trend.scale.status)
    return f"{trend.scale.name} {whole(before)} to {whole(latest)} ({difference_words(trend.change.difference)})" + (
        f" {unsure}" if unsure else ""
    )


def _not_compared(course: Sequence[Trend]) -> Iterator[str]:
    for trend in course:
        if trend.change.change is Change.NOT_COMPARABLE:
            score = trend.latest if trend.latest is not None and trend.latest.value is None else trend.before
            why = why_missing(score, trend.scale) if score is not None else ""
            yield f"{trend.scale.name}: {why_not_compared(trend.change)}" + (f" ({why})" if why else "")


def _missing(course: Sequence[Trend]) -> Iterator[str]:
    for trend in course:
        if trend.latest is not None and trend.latest.value is None:
            yield f"{trend.scale.name}: {why_missing(trend.latest, trend.scale)}"


def _rules(course: Sequence[Trend]) -> str:
    rules = {trend.change.rule: None for trend in course if trend.change.rule is not None}
    said = [f"{rule.points:g} points or more count as change ({rule.source}; {rule.status.value})" for rule in rules]
    return "; ".join(said) + "." if said else "No change rule is published for these scales."


def _labelled(
    fonts: Fonts, label: str, text: str, *, bold: bool = False, emphasis: bool = False, quiet: bool = False
) -> Iterator[Block]:
    size = SMALL if quiet else BODY
    is_none = text == "none"
    lines = wrap(fonts.regular, text, size, WIDTH - _LABEL_WIDTH)
    for place, line in enumerate(lines):
        yield Block(
            size * LEADING + (0.8 if place == len(lines) - 1 else 0.0),
            _labelled_line(
                label if place == 0 else "", line, size, bold or (emphasis and not is_none), quiet or is_none
            ),
        )


def _labelled_line(label: str, line: str, size: float, bold: bool, quiet: bool) -> Callable[[Brush, float], None]:
    def draw(brush: Brush, top: float) -> None:
        grey = QUIET if quiet else INK
        brush.text(MARGIN, top - size, label, size, bold=bold, grey=grey)
        brush.text(MARGIN + _LABEL_WIDTH, top - size, line, size, grey=grey)

    return draw


def _legend(courses: Mapping[InstrumentId, Sequence[Trend]]) -> str:
    cuts = [trend.cut for course in courses.values() for trend in course if trend.cut is not None]
    held_back = any(
        not cut.status.may_be_shown_as_fact
        for course in courses.values()
        for trend in course[:1]
        for cut in trend.instrument.thresholds
    )
    said = ["large number: newest score", "upright line: embolization", "×: missing"]
    if cuts:
        said.append("dashed: published cut")
    elif held_back:
        said.append("no cut is drawn: those on file are UNVERIFIED")
    else:
        said.append("no published threshold")
    return "; ".join(said)
