"""The audit trail on paper: a plain table, who printed it when, under which filter, and up to which event it goes."""

from dataclasses import dataclass, replace
from datetime import datetime

from retnet_pro.conduct.trail import Wanted
from retnet_pro.conduct.trail_line import Line
from retnet_pro.record.chain import Break
from retnet_pro.record.event import Head
from retnet_pro.report.list_frame import list_frame
from retnet_pro.report.page import Align, Block, Brush, Frame, gap, set_pages
from retnet_pro.report.style import (
    MARGIN,
    QUIET,
    TINY,
    TITLE,
    VERA,
    WIDTH,
    Fonts,
    Typeface,
    load_fonts,
)
from retnet_pro.report.tables import Cell, Column, Row, table_blocks, text_blocks
from retnet_pro.report.trail_words import (
    DELIVERY_WORDS,
    act_words,
    concern_words,
    filter_words,
    moment_words,
    value_words,
)
from retnet_pro.report.words import time_words
from retnet_pro.study.model import Mode

HASH_DIGITS = 16
"""How much of the hash of an event is printed; the table as data has the whole of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailPaper:
    """Everything a printed trail says. The same facts give the same bytes."""

    site: str
    device: str
    study_title: str
    mode: Mode
    app: str
    """Program and version that printed."""
    printed_at: datetime
    """Aware; printed with its offset (rule P32)."""
    printed_by: str
    role: str
    wanted: Wanted
    upto: Head
    """The last event this copy goes up to."""
    first_bad: Break | None
    """Where the record stops holding together; nothing after it is printed."""
    lines: tuple[Line, ...]
    """Newest first."""


def trail_pdf(facts: TrailPaper, typeface: Typeface = VERA) -> bytes:
    """Return the printout as a PDF."""
    fonts = load_fonts(typeface)
    blocks = [_title(), *_summary(facts, fonts), gap(6), *table_blocks(fonts, _COLUMNS, list(map(_row, facts.lines)))]
    blocks += [gap(6), *text_blocks(fonts, _CLOSING, TINY, grey=QUIET)]
    return set_pages(blocks, _frame(facts, fonts), fonts)


_COLUMNS = (
    Column(head=("Event",), width=34.0, align=Align.RIGHT),
    Column(head=("Time", "with its offset from UTC"), width=78.0),
    Column(head=("Person", "role, program"), width=84.0),
    Column(head=("Act",), width=82.0),
    Column(head=("Concerns",), width=92.0),
    Column(head=("Value", "old value, reason"), width=WIDTH - 34.0 - 78.0 - 84.0 - 82.0 - 92.0 - 76.0),
    Column(head=("At the centre", "SHA-256 begins"), width=76.0),
)
_CLOSING = (
    "Every line is one event of the signed log of this device. Codes are those that were recorded. The first "
    f"{HASH_DIGITS} characters of each event's SHA-256 are printed; the export as a table has all of them."
)


def _row(line: Line) -> Row:
    return (
        Cell(str(line.seq)),
        Cell(moment_words(line.at)),
        Cell(", ".join(dict.fromkeys((line.who, line.role, line.app)))),
        Cell(act_words(line)),
        Cell(concern_words(line)),
        Cell(value_words(replace(line, note="")), note=line.note),
        Cell(f"{DELIVERY_WORDS[line.delivery]} {line.hash[:HASH_DIGITS]}", grey=QUIET),
    )


def _title() -> Block:
    def draw(brush: Brush, top: float) -> None:
        brush.mark_section("trail", "Audit trail", top)
        brush.text(MARGIN, top - TITLE, "Audit trail", TITLE, bold=True)

    return Block(TITLE * 1.5, draw)


def _summary(facts: TrailPaper, fonts: Fonts) -> list[Block]:
    blocks: list[Block] = []
    for said in (
        f"Site {facts.site}, device {facts.device}; {facts.study_title}",
        f"Shown: {filter_words(facts.wanted)}. Events: {len(facts.lines)}, newest first.",
        f"Printed {time_words(facts.printed_at)} by {facts.printed_by} ({facts.role}) with {facts.app}.",
        f"It goes up to event {facts.upto.seq}, SHA-256 {facts.upto.hash}.",
    ):
        blocks += text_blocks(fonts, said)
    return [*blocks, *text_blocks(fonts, _holds(facts), bold=facts.first_bad is not None)]


def _holds(facts: TrailPaper) -> str:
    if facts.first_bad is None:
        return (
            f"The chain of signed events was followed from the first one to event {facts.upto.seq}: it holds together."
        )
    return (
        f"THE RECORD DOES NOT HOLD TOGETHER from event {facts.first_bad.seq} on: {facts.first_bad.why}. "
        "Only what stands before it is printed."
    )


def _frame(facts: TrailPaper, fonts: Fonts) -> Frame:
    printed = f"printed {time_words(facts.printed_at)} by {facts.printed_by}"
    return list_frame(
        fonts,
        title="Audit trail",
        subject="Events of the signed log of a device",
        head=f"Audit trail  ·  {facts.site}  ·  {filter_words(facts.wanted)}",
        foot=f"{facts.study_title}  ·  {printed}  ·  up to event {facts.upto.seq} {facts.upto.hash}  ·  {facts.app}",
        mode=facts.mode,
    )
