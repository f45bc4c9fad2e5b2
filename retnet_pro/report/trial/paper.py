"""The report as a PDF, in the style of everything this program prints."""

from collections.abc import Iterator
from dataclasses import replace

from retnet_pro.analysis.canvas import Picture
from retnet_pro.report.list_frame import list_frame
from retnet_pro.report.page import NEW_PAGE, Align, Block, Brush, gap, set_pages
from retnet_pro.report.style import BODY, MARGIN, QUIET, SMALL, TINY, TITLE, VERA, WIDTH, Fonts, Typeface, load_fonts
from retnet_pro.report.tables import Cell, Column, Heading, heading_block, table_blocks, text_blocks
from retnet_pro.report.trial.parts import Listing, Piece, Section, Table, TrialPaper, Words

_FIGURE = 0.78
"""Width of a figure against that of the text: two of them with their heading fill a page."""
_APART = 7.0
"""Points between a number and the words to its right."""
_SUBJECT = "Report of a trial"


def pdf_paper(paper: TrialPaper, typeface: Typeface = VERA) -> bytes:
    """Return the report as a PDF; the same paper gives the same bytes."""
    fonts = load_fonts(typeface)
    blocks: list[Block] = [_title(paper.title), gap(4)]
    for section in paper.sections:
        if section.begins_page:
            blocks.append(NEW_PAGE)
        blocks += _section(fonts, section)
    frame = list_frame(
        fonts, title=paper.title, subject=_SUBJECT, head=paper.head, foot=paper.foot, mode=paper.mode
    )  # fmt: skip
    return set_pages(blocks, frame, fonts)


def _title(title: str) -> Block:
    def draw(brush: Brush, top: float) -> None:
        brush.text(MARGIN, top - TITLE, title, TITLE, bold=True)

    return Block(TITLE * 1.5, draw)


def _section(fonts: Fonts, section: Section) -> Iterator[Block]:
    yield gap(6)
    yield heading_block(Heading(section.title, section.name))
    for piece in section.pieces:
        yield from _piece(fonts, piece)


def _piece(fonts: Fonts, piece: Piece) -> Iterator[Block]:
    match piece:
        case Words():
            yield from text_blocks(fonts, piece.text, BODY, bold=piece.is_warning)
            yield gap(4)
        case Listing():
            yield from text_blocks(fonts, piece.title, BODY, bold=True)
            for item in piece.items:
                yield from text_blocks(fonts, f"\N{BULLET} {item}", SMALL)
            yield gap(6)
        case Picture():
            yield _figure(piece)
        case Table() if piece.is_shown:
            yield from _table(fonts, piece)


def _table(fonts: Fonts, table: Table) -> Iterator[Block]:
    shown = [table.columns[place] for place in table.seen]
    unit = WIDTH / sum(column.width for column in shown)
    columns = [
        Column(
            head=(column.head,), width=column.width * unit, align=Align.RIGHT if column.is_number else Align.LEFT,
            apart=_APART if column.is_number and not after.is_number else 0.0,
        )
        for column, after in zip(shown, [*shown[1:], shown[-1]], strict=True)
    ]  # fmt: skip
    rows = [tuple(Cell(row[place].words) for place in table.seen) for row in table.rows]
    foot = [gap(2)]
    for line in (*table.foot, f"Unrounded in table-{table.name}.csv"):
        foot += text_blocks(fonts, f"{line}.", TINY, grey=QUIET)
    blocks = _with_foot(table_blocks(fonts, columns, rows), foot)
    yield gap(4)
    (title, *more) = text_blocks(fonts, table.title, BODY, bold=True)
    yield Block(title.height + 2, title.draw, None, blocks[0].height + blocks[0].needs_after)
    yield from more
    yield from blocks
    yield gap(6)


def _with_foot(table: list[Block], foot: list[Block]) -> list[Block]:
    """Return a table whose foot stands with its last row, and with all of it where that is not cut."""
    height = sum(block.height for block in foot)
    head, *rows = table
    is_whole = head.needs_after >= sum(block.height for block in rows)
    head = replace(head, needs_after=head.needs_after + (height if is_whole else 0))
    if rows:
        rows[-1] = replace(rows[-1], needs_after=height)
    return [head, *rows, *foot]


def _figure(picture: Picture) -> Block:
    """Return a figure in the middle; it carries its own watermark, counts and methods."""
    width = WIDTH * _FIGURE
    height = width * picture.height / picture.width

    def draw(brush: Brush, top: float) -> None:
        brush.figure(MARGIN + (WIDTH - width) / 2, top - height, width, height, picture.png)
        brush.text(
            MARGIN + WIDTH / 2, top - height - 5, f"figure-{picture.name}.pdf", TINY, grey=QUIET, align=Align.MIDDLE
        )  # fmt: skip

    return Block(height + 12, draw)
