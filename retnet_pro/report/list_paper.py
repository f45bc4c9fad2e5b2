"""A list on paper: a title, what it holds, a plain table, who printed it when and up to which event it goes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from retnet_pro.conduct.desk import Desk
from retnet_pro.moment import Moment
from retnet_pro.record.event import Head
from retnet_pro.report.lines import one_line
from retnet_pro.report.page import Align, Block, Brush, Frame, gap, set_pages
from retnet_pro.report.style import (
    INK,
    MARGIN,
    PAGE_HEIGHT,
    QUIET,
    RULE,
    SMALL,
    TINY,
    TITLE,
    VERA,
    WIDTH,
    Typeface,
    load_fonts,
)
from retnet_pro.report.tables import Column, Row, table_blocks, text_blocks
from retnet_pro.report.words import time_words
from retnet_pro.study.model import Mode

_HEAD, _FOOT, _BAND = 15.0, 30.0, 22.0
_BAND_WORDS: Mapping[Mode, str] = {
    Mode.DEMO: "SYNTHETIC DEMONSTRATION DATA",
    Mode.TRAINING: "TRAINING DATA",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPaper:
    """Everything a printed list says. The same facts give the same bytes."""

    title: str
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
    upto: Head
    """The last event this list goes up to."""
    said: tuple[str, ...]
    """What the list holds, above it."""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    closing: str
    """What a reader must know to read it, below it."""


def desk_list(
    desk: Desk, now: Moment, *, title: str, said: str, columns: tuple[Column, ...], rows: Iterable[Row], closing: str
) -> ListPaper:
    """Return a list as the person at the desk prints it now, up to the last event of the device."""
    return ListPaper(
        title=title,
        site=str(desk.site.provision["site"]),
        device=desk.pen.device,
        study_title=desk.study.title,
        mode=desk.mode,
        app=desk.pen.app,
        printed_at=now.wall,
        printed_by=desk.person.user,
        role=desk.person.role.value,
        upto=desk.pen.log.head(),
        said=(said,),
        columns=columns,
        rows=tuple(rows),
        closing=closing,
    )


def list_pdf(facts: ListPaper, typeface: Typeface = VERA) -> bytes:
    """Return the printout as a PDF."""
    fonts = load_fonts(typeface)
    blocks: list[Block] = [_title(facts)]
    for said in (
        f"Site {facts.site}, device {facts.device}; {facts.study_title}",
        *facts.said,
        f"Printed {time_words(facts.printed_at)} by {facts.printed_by} ({facts.role}) with {facts.app}.",
        f"It goes up to event {facts.upto.seq}, SHA-256 {facts.upto.hash}.",
    ):
        blocks += text_blocks(fonts, said)
    if facts.rows:
        blocks += [gap(6), *table_blocks(fonts, facts.columns, list(facts.rows))]
    blocks += [gap(6), *text_blocks(fonts, facts.closing, TINY, grey=QUIET)]
    return set_pages(blocks, _frame(facts, typeface), fonts)


def _title(facts: ListPaper) -> Block:
    def draw(brush: Brush, top: float) -> None:
        brush.mark_section("list", facts.title, top)
        brush.text(MARGIN, top - TITLE, facts.title, TITLE, bold=True)

    return Block(TITLE * 1.5, draw)


def _frame(facts: ListPaper, typeface: Typeface) -> Frame:
    fonts = load_fonts(typeface)
    warning = _BAND_WORDS.get(facts.mode, "")
    band = _BAND if warning else 0.0
    edge = PAGE_HEIGHT - 24.0
    right = MARGIN + WIDTH

    def draw(brush: Brush, number: int, count: int) -> None:
        if warning:
            brush.box(MARGIN, edge - 17, WIDTH, 17, fill=INK)
            brush.text(MARGIN + WIDTH / 2, edge - 12, warning, 9, bold=True, grey=1.0, align=Align.MIDDLE)
        y = edge - band - 8
        head = f"{facts.title}  \N{MIDDLE DOT}  {facts.site}"
        brush.text(MARGIN, y, *one_line(fonts.bold, head, SMALL, WIDTH * 0.8), bold=True)
        brush.text(right, y, f"Page {number} of {count}", SMALL, grey=QUIET, align=Align.RIGHT)
        brush.line(MARGIN, y - 4, right, y - 4, grey=RULE, width=0.5)
        printed = f"printed {time_words(facts.printed_at)} by {facts.printed_by}"
        foot = f"{facts.study_title}  ·  {printed}  ·  up to event {facts.upto.seq} {facts.upto.hash}  ·  {facts.app}"
        brush.text(MARGIN, 18, *one_line(fonts.regular, foot, TINY, WIDTH), grey=QUIET)

    return Frame(facts.title, edge - band - _HEAD, _FOOT, draw, "List from the record of a site")
