"""The answers by topic, as codes and named absences. Topics are the form file's neutral labels, never its wording."""

from collections.abc import Sequence

from retnet_pro.answering.sheet import Answered
from retnet_pro.instrument.model import Instrument, Item, ItemKind
from retnet_pro.report.page import Align, Block
from retnet_pro.report.paper import Filed, ParticipantPaper
from retnet_pro.report.scores import parts, response_columns
from retnet_pro.report.style import QUIET, TINY, WIDTH, Fonts
from retnet_pro.report.tables import Cell, Column, Heading, Row, section_blocks, text_blocks
from retnet_pro.report.words import answer_words, mark

_NUMBER_WIDTH, _TOPIC_WIDTH, _CODES_WIDTH = 18.0, 112.0, 24.0
CHANGED = "c"
"""Stands beside an answer that was changed, with how often (rule P07)."""
CORRECTED = "k"
"""Stands beside an answer that the site corrected after the form was finished, with how often (rule E101)."""


_CORRECTED_NOTE = (
    f"{CORRECTED}1, {CORRECTED}2 …: corrected by the site once, twice … after the form was finished; printed is what "
    "stands now, the original value stands under Corrections."
)


def answer_blocks(paper: ParticipantPaper, fonts: Fonts) -> list[Block]:
    """Return a table of answers for every instrument that has a response."""
    blocks: list[Block] = []
    for instrument in paper.used_instruments():
        for number, part in enumerate(parts(paper.of_instrument(instrument.id))):
            title = f"Answers: {instrument.title}" + (", continued" if number else "")
            heading = Heading(
                title, f"answers-{instrument.id}-{number}", "codes as in the form; topics in neutral words"
            )
            blocks += _table(heading, instrument, part, fonts)
            blocks += text_blocks(fonts, _changes_note(part), TINY, grey=QUIET)
            if any(filed.amendments for filed in part):
                blocks += text_blocks(fonts, _CORRECTED_NOTE, TINY, grey=QUIET)
    return blocks


def _table(heading: Heading, instrument: Instrument, part: Sequence[Filed], fonts: Fonts) -> list[Block]:
    columns = (
        Column(head=("No.",), width=_NUMBER_WIDTH, align=Align.RIGHT),
        Column(head=("Topic",), width=_TOPIC_WIDTH),
        Column(head=("Codes",), width=_CODES_WIDTH),
        *response_columns(part, WIDTH - _NUMBER_WIDTH - _TOPIC_WIDTH - _CODES_WIDTH),
    )
    return section_blocks(fonts, heading, columns, [_row(item, part) for item in instrument.items])


def _row(item: Item, part: Sequence[Filed]) -> Row:
    unsure = mark(item.status)
    topic = item.topic + (f" {unsure}" if unsure else "")
    return (
        Cell(str(item.number), grey=QUIET),
        Cell(topic),
        Cell(_codes(item), grey=QUIET),
        *(_cell(item, filed) for filed in part),
    )


def _codes(item: Item) -> str:
    scale = item.scale
    return "count" if scale.kind is ItemKind.COUNT else f"{scale.minimum}–{scale.maximum}"


def _cell(item: Item, filed: Filed) -> Cell:
    answer = filed.response.answers.get(item.id)
    changed = filed.changed.get(item.id, 0)
    corrected = sum(1 for one in filed.amendments if one.amendment.item == item.id)
    marks = (f" {CHANGED}{changed}" if changed else "") + (f" {CORRECTED}{corrected}" if corrected else "")
    words = answer_words(answer) + marks
    return Cell(words, grey=0.0 if isinstance(answer, Answered) else QUIET)


def _changes_note(part: Sequence[Filed]) -> str:
    count = sum(1 for filed in part for times in filed.changed.values() if times)
    if not count:
        return "No answer in this table was changed after it was first put down."
    return (
        f"{CHANGED}1, {CHANGED}2 …: changed once, twice … after it was first put down ({count} in this table); "
        "every earlier answer stands in the audit trail."
    )
