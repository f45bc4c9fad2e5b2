"""The first page: who this is, what changed since the visit before, and the course. Read in a minute."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from retnet_pro.instrument.model import Direction, Instrument, InstrumentId
from retnet_pro.report.course import Trend, VisitState, doubled, last_pair, period, trends, visit_courses
from retnet_pro.report.lines import one_line, wrap
from retnet_pro.report.page import Align, Block, Brush, gap
from retnet_pro.report.paper import Filed, ParticipantPaper
from retnet_pro.report.style import BODY, INK, LEADING, MARGIN, QUIET, SMALL, TINY, TITLE, WIDTH, Fonts
from retnet_pro.report.tables import Heading, heading_block, text_blocks
from retnet_pro.report.timeline import timeline_block
from retnet_pro.report.trend import trend_blocks, trust_marks
from retnet_pro.report.words import (
    brief,
    day_words,
    difference_words,
    time_words,
    why_not_compared,
)
from retnet_pro.scoring.interpretation import Change, WhyNot

_LABEL_WIDTH = 62.0
_ALERTS_TOLD = 3
_FACT_COLUMNS = 4
_FACT_WIDTH = WIDTH / _FACT_COLUMNS


def summary_blocks(paper: ParticipantPaper, fonts: Fonts) -> list[Block]:
    """Return the blocks of the first page."""
    courses = {instrument.id: trends(paper, instrument) for instrument in paper.used_instruments()}
    blocks = [*_identity(paper, fonts), timeline_block(paper, fonts), *_alerts(paper, fonts)]
    if not paper.responses:
        return [*blocks, *text_blocks(fonts, "No finished questionnaire has been recorded yet.", BODY)]
    blocks += [heading_block(Heading("Since the visit before", "changes")), *_changes(paper, courses, fonts)]
    blocks += [gap(3), heading_block(Heading("Course", "course", _legend(courses)))]
    for course in courses.values():
        blocks += trend_blocks(course, period(paper), paper.embolizations)
    return blocks


def _identity(paper: ParticipantPaper, fonts: Fonts) -> list[Block]:
    code_lines = wrap(fonts.bold, paper.subject, TITLE, WIDTH * 0.5)
    printed = f"Printed {time_words(paper.printed_at)} by {paper.printed_by}"
    printed, size = one_line(fonts.regular, printed, SMALL, WIDTH * 0.48)

    def draw(brush: Brush, top: float) -> None:
        for place, line in enumerate(code_lines):
            brush.text(MARGIN, top - TITLE * (1 + 1.15 * place), line, TITLE, bold=True)
        brush.text(MARGIN + WIDTH, top - TITLE, printed, size, grey=QUIET, align=Align.RIGHT)

    title = f"{paper.study_title} – {paper.study_label}" if paper.study_label else paper.study_title
    return [
        Block(len(code_lines) * TITLE * 1.15 + 4, draw),
        *text_blocks(fonts, title, SMALL, grey=QUIET),
        gap(4),
        *_facts(paper, fonts),
    ]


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
    corrected = sum(bool(filed.amendments) for filed in paper.responses)
    received = f"{len(paper.responses)} received" + (f" ({corrected} corrected since)" if corrected else "")
    said = f"{received}, {missing} not received"
    return f"{said}, {to_come} visits open or to come" if to_come else said


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


def _alerts(paper: ParticipantPaper, fonts: Fonts) -> Iterator[Block]:
    """Yield what waits for somebody; only the newest are spelt out, so that one page stays one page."""
    told, more = paper.alerts_open[:_ALERTS_TOLD], len(paper.alerts_open) - _ALERTS_TOLD
    if told:
        said = "; ".join(told) + (f"; and {more} more" if more > 0 else "")
        yield gap(2)
        yield from _labelled(fonts, "Open alerts", f"{len(paper.alerts_open)}: {said}", bold=True)


def _changes(paper: ParticipantPaper, courses: Mapping[InstrumentId, Sequence[Trend]], fonts: Fonts) -> Iterator[Block]:
    for visit, instrument in doubled(paper):
        said = (
            f"More than one response to {paper.title_of(instrument)} at {visit}: a person must decide which one counts."
        )
        yield from text_blocks(fonts, said, bold=True)
    for unknown in dict.fromkeys(
        filed.response.form.id for filed in paper.responses if filed.response.form.id not in paper.instruments
    ):
        said = f"This device does not have the form {unknown}: its responses are listed under Records only."
        yield from text_blocks(fonts, said, bold=True)
    for number, (instrument_id, course) in enumerate(courses.items()):
        if number:
            yield gap(2.5)
        yield from _change_lines(paper, paper.instruments[instrument_id], course, fonts)


def _change_lines(
    paper: ParticipantPaper, instrument: Instrument, course: Sequence[Trend], fonts: Fonts
) -> Iterator[Block]:
    pair = last_pair(paper, instrument.id)
    against = f"against {_where(pair.before)}" if pair.before is not None else "the first one, nothing to compare with"
    head = "   ".join((instrument.title, f"{_where(pair.latest)} {against}"))
    said = "   ".join(filter(None, (head, "; ".join(trust_marks(course)))))
    yield gap(1.2)
    yield from text_blocks(fonts, said, SMALL, bold=True)
    if pair.before is not None:
        yield from _moved_lines(course, fonts)
    else:
        missing = [trend.scale.name for trend in course if trend.latest is not None and trend.latest.value is None]
        if missing:
            yield from _labelled(fonts, "Missing", ", ".join(missing))


def _moved_lines(course: Sequence[Trend], fonts: Fonts) -> Iterator[Block]:
    for label, change in (("Worse", Change.WORSENED), ("Better", Change.IMPROVED)):
        moved = ", ".join(_moved(trend) for trend in course if trend.change.change is change)
        if moved:
            yield from _labelled(fonts, label, moved, bold=change is Change.WORSENED)
    unruled = ", ".join(_drifted(trend) for trend in course if trend.change.why_not is WhyNot.NO_RULE)
    if unruled:
        yield from _labelled(fonts, "No change rule", unruled)
    apart = ", ".join(_apart(trend) for trend in course if _is_apart(trend))
    if apart:
        yield from _labelled(fonts, "Not compared", apart)
    same = sum(trend.change.change is Change.NO_RELEVANT_CHANGE for trend in course)
    if any(trend.change.rule is not None for trend in course):
        yield from _labelled(fonts, "No change", f"{same} of {len(course)} scales. {_rules(course)}", quiet=True)


def _where(filed: Filed) -> str:
    return f"{filed.response.visit} ({day_words(filed.answered_on)})"


def _moved(trend: Trend) -> str:
    before = trend.before.value if trend.before is not None else None
    latest = trend.latest.value if trend.latest is not None else None
    assert before is not None and latest is not None and trend.change.difference is not None
    top = trend.highest
    difference = difference_words(trend.change.difference)
    return f"{trend.scale.name} {brief(before, top)} to {brief(latest, top)} ({difference})"


def _drifted(trend: Trend) -> str:
    difference = trend.change.difference
    assert difference is not None
    if difference == 0:
        return f"{trend.scale.name} unchanged"
    better = (difference > 0) == (trend.scale.direction is Direction.HIGHER_BETTER)
    return f"{_moved(trend)} towards {'better' if better else 'worse'}"


def _is_apart(trend: Trend) -> bool:
    return trend.change.change is Change.NOT_COMPARABLE and trend.change.why_not is not WhyNot.NO_RULE


def _apart(trend: Trend) -> str:
    return f"{trend.scale.name} ({why_not_compared(trend.change)})"


def _rules(course: Sequence[Trend]) -> str:
    rules = {trend.change.rule: None for trend in course if trend.change.rule is not None}
    said = [f"{rule.points:g} points or more count as change (rule {rule.status.value})" for rule in rules]
    return "; ".join(said) + ", source with the scores."


def _labelled(fonts: Fonts, label: str, text: str, *, bold: bool = False, quiet: bool = False) -> Iterator[Block]:
    size = SMALL if quiet else BODY
    for place, line in enumerate(wrap(fonts.regular, text, size, WIDTH - _LABEL_WIDTH)):
        yield Block(size * LEADING, _labelled_line("" if place else label, line, size, bold, quiet))


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
        said.append("dashed: published threshold")
    elif held_back:
        said.append("thresholds on file are UNVERIFIED and not drawn")
    else:
        said.append("no published threshold")
    return "; ".join(said)
