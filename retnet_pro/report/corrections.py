"""Every correction of a finished form: what stood, what stands, why, from where, by whom and how late (rule E101)."""

from collections.abc import Iterator
from datetime import datetime

from retnet_pro.conduct.site_facts import Amended
from retnet_pro.record.amendment import changed_answers, changed_scores, since_entry
from retnet_pro.report.event_words import event_words
from retnet_pro.report.page import Align, Block, gap
from retnet_pro.report.paper import Filed, ParticipantPaper
from retnet_pro.report.style import QUIET, TINY, WIDTH, Fonts
from retnet_pro.report.tables import Cell, Column, Heading, Row, heading_block, section_blocks, text_blocks
from retnet_pro.report.words import (
    answer_words,
    score_words,
    source_words,
    span_since,
    time_words,
    why_amended_words,
)
from retnet_pro.scoring.score import Score

_COLUMNS = (
    Column(head=("Event",), width=56.0, align=Align.RIGHT),
    Column(head=("Visit", "form"), width=92.0),
    Column(head=("Question",), width=96.0),
    Column(head=("Before", "after"), width=84.0),
    Column(head=("Reason", "source"), width=WIDTH - 328.0 - 104.0),
    Column(head=("By whom, when", "after the form was finished"), width=104.0),
)


def correction_blocks(paper: ParticipantPaper, fonts: Fonts) -> list[Block]:
    """Return the table of corrections, and which scores they changed; nothing where nothing was corrected."""
    rows = [row for filed in paper.responses for row in _rows(paper, filed)]
    if not rows:
        return []
    said = "made by the site; what was answered first stays in the record as it was signed"
    blocks = section_blocks(fonts, Heading("Corrections", "corrections", said), _COLUMNS, rows, TINY)
    for filed in paper.responses:
        for line in _effects(paper, filed):
            blocks += text_blocks(fonts, line, TINY)
    return [*blocks, *text_blocks(fonts, "Scores were computed again by the same procedure.", TINY, grey=QUIET)]


def placing_blocks(paper: ParticipantPaper, fonts: Fonts) -> list[Block]:
    """Return what was decided about forms in the wrong place; nothing where there were none (rule E102)."""
    if not paper.placings:
        return []
    said = "nothing was removed; the answers themselves stand as they were signed"
    blocks = [gap(6), heading_block(Heading("Forms in the wrong place", "placings", said))]
    for line in paper.placings:
        blocks += text_blocks(fonts, line, TINY)
    return blocks


def _rows(paper: ParticipantPaper, filed: Filed) -> Iterator[Row]:
    for one in filed.amendments:
        yield _row(paper, filed, one)


def _row(paper: ParticipantPaper, filed: Filed, one: Amended) -> Row:
    amendment, response = one.amendment, filed.original or filed.response
    form = paper.instruments.get(response.form.id)
    item = None if form is None else form.by_id.get(amendment.item)
    return (
        Cell(event_words(paper.event(one.seq))),
        Cell(f"{response.visit}, {paper.title_of(response.form.id)}"),
        Cell(f"{item.number}  {item.topic}" if item is not None else amendment.item),
        Cell(f"{answer_words(amendment.old)}, now {answer_words(amendment.new)}", bold=True),
        Cell(f"{why_amended_words(amendment.why)} ({source_words(amendment.source)})", note=amendment.note),
        Cell(
            f"{one.who} ({one.role}), {time_words(datetime.fromisoformat(one.at))}, "
            f"{span_since(since_entry(response, one.at))} after"
        ),
    )


def _effects(paper: ParticipantPaper, filed: Filed) -> Iterator[str]:
    """Yield which scores and which other answers the corrections of one form changed."""
    if filed.original is None:
        return
    name = f"{filed.response.visit}, {paper.title_of(filed.response.form.id)}"
    scores = [
        f"{before.code} {_value(before)}, now {_value(after)}"
        for before, after in changed_scores(filed.original, filed.response)
    ]
    yield f"{name}: " + ("scores " + "; ".join(scores) if scores else "no score changed") + "."
    corrected = {one.amendment.item for one in filed.amendments}
    others = [
        f"{item} {answer_words(before)}, now {answer_words(after)}"
        for item, (before, after) in changed_answers(filed.original, filed.response).items()
        if item not in corrected
    ]
    if others:
        yield f"{name}: with them changed " + "; ".join(others) + "."


def _value(score: Score) -> str:
    return "missing" if score.value is None else score_words(score.value)
