"""One way to print a table: heads repeat on every page, cells wrap, nothing is cut off."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from retnet_pro.report.lines import fitting_size, one_line, wrap
from retnet_pro.report.page import Align, Block, Brush, gap
from retnet_pro.report.shaping import is_all_from_right, runs_from_right
from retnet_pro.report.style import FAINT, HEADING, INK, LEADING, MARGIN, QUIET, RULE, SMALL, TINY, WASH, WIDTH, Fonts

_PAD = 2.0
_BAR = 4.4
"""Height of a bar in a cell."""
_UNCUT = 480.0
"""A table up to this height goes to the next page rather than over two."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section, the name readers jump to, and a few quiet words beside it."""

    text: str
    name: str
    explanation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: the lines of its head, its width and how its cells stand."""

    head: tuple[str, ...]
    width: float
    align: Align = Align.LEFT
    apart: float = 0.0
    """Points left free to its right, so that numbers do not run into the words beside them."""

    @property
    def room(self) -> float:
        """Points for what stands in it."""
        return self.width - self.apart - 2 * _PAD


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell."""

    text: str
    bold: bool = False
    grey: float = INK
    share: float | None = None
    """From 0 to 1: a bar of this share of the column, in place of a text."""
    note: str = ""
    """What somebody wrote, on lines of its own below the text: in whatever script, it turns nothing else round."""


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A row across the table that names what follows."""

    text: str


def table_blocks(
    fonts: Fonts, columns: Sequence[Column], rows: Sequence[Row | Band], size: float = SMALL
) -> list[Block]:
    """Return the table as blocks of the flow.

    A table that would fit on one page is not cut; of a longer one the head is drawn again on each page.
    """
    head = _head(fonts, columns)
    body = [_band(row, head) if isinstance(row, Band) else _row(fonts, columns, row, size, head) for row in rows]
    whole = sum(block.height for block in body)
    after = whole if whole <= _UNCUT else sum(block.height for block in body[:3])
    return [Block(head.height, head.draw, None, after), *body]


def section_blocks(
    fonts: Fonts,
    heading: Heading,
    columns: Sequence[Column],
    rows: Sequence[Row | Band],
    size: float = SMALL,
) -> list[Block]:
    """Return a table under its heading; the two are never parted."""
    table = table_blocks(fonts, columns, rows, size)
    return [gap(6), heading_block(heading, needs_after=table[0].height + table[0].needs_after), *table]


def heading_block(heading: Heading, *, needs_after: float = 60.0) -> Block:
    """Return a section heading that readers of the PDF can jump to."""

    def draw(brush: Brush, top: float) -> None:
        brush.mark_section(heading.name, heading.text, top)
        brush.text(MARGIN, top - 13, heading.text, HEADING, bold=True)
        offset = brush.font(bold=True).width(brush.font(bold=True).clean(heading.text), HEADING) + 8
        explanation, size = one_line(brush.font(), heading.explanation, SMALL, WIDTH - offset)
        brush.text(MARGIN + offset, top - 13, explanation, size, grey=QUIET)

    return Block(18.0, draw, None, needs_after)


def text_blocks(fonts: Fonts, text: str, size: float = SMALL, *, bold: bool = False, grey: float = INK) -> list[Block]:
    """Return running text over the full width, one block a line, so that it can break anywhere."""
    font = fonts.bold if bold else fonts.regular
    lines = wrap(font, text, size, WIDTH)
    stand = _stand(lines, Align.LEFT)
    return [Block(size * LEADING, _line(line, size, bold, grey, stand)) for line in lines]


def _line(line: str, size: float, bold: bool, grey: float, stand: "_Stand") -> Callable[[Brush, float], None]:
    x = MARGIN + stand.align.value * WIDTH
    return lambda brush, top: brush.text(
        x, top - size, line, size, bold=bold, grey=grey, align=stand.align, from_right=stand.from_right
    )


@dataclass(frozen=True, slots=True)
class _Stand:
    """How the lines of one text stand and run."""

    align: Align
    from_right: bool


def _stand(lines: Sequence[str], wanted: Align, *, is_note: bool = False) -> _Stand:
    """Return how lines run: all of them as their text does, and from the right edge where it goes on to a second."""
    text = "".join(lines)
    from_right = runs_from_right(text) if is_note else is_all_from_right(text)
    is_turned = from_right and len(lines) > 1 and wanted is Align.LEFT
    return _Stand(Align.RIGHT if is_turned else wanted, from_right)


def _head(fonts: Fonts, columns: Sequence[Column]) -> Block:
    lines = [tuple(_head_lines(fonts, column)) for column in columns]
    height = max(map(len, lines)) * TINY * LEADING + 2 * _PAD

    def draw(brush: Brush, top: float) -> None:
        brush.box(MARGIN, top - height, sum(column.width for column in columns), height, fill=WASH)
        x = MARGIN
        for column, of_column in zip(columns, lines, strict=True):
            for place, (line, is_first, size) in enumerate(of_column):
                y = top - _PAD - TINY - place * TINY * LEADING
                brush.text(_x(column, x), y, line, size, bold=is_first, align=column.align)
            x += column.width

    return Block(height, draw)


def _head_lines(fonts: Fonts, column: Column) -> Iterator[tuple[str, bool, float]]:
    """Yield each line with whether it is bold and its size: a name is set a little smaller before it is broken."""
    room = column.room
    for number, part in enumerate(column.head):
        font = fonts.regular if number else fonts.bold
        size = fitting_size(font, part, TINY, room, TINY * 0.8)
        for line in wrap(font, part, size, room):
            yield line, number == 0, size


def _row(fonts: Fonts, columns: Sequence[Column], row: Row, size: float, head: Block) -> Block:
    wrapped = [tuple(_cell_lines(fonts, column, cell, size)) for column, cell in zip(columns, row, strict=True)]
    height = max(map(len, wrapped)) * size * LEADING + _PAD

    def draw(brush: Brush, top: float) -> None:
        x = MARGIN
        for column, cell, lines in zip(columns, row, wrapped, strict=True):
            room = column.room
            if cell.share is not None:
                _bar(brush, cell.share, x + _PAD, top - _PAD / 2 - size * LEADING / 2, room)
            for place, (line, stand) in enumerate(lines):
                y = top - _PAD / 2 - size - place * size * LEADING
                brush.text(
                    x + _PAD + stand.align.value * room, y, line, size,
                    bold=cell.bold, grey=cell.grey, align=stand.align, from_right=stand.from_right,
                )  # fmt: skip
            x += column.width
        brush.line(MARGIN, top - height, x, top - height, grey=FAINT, width=0.4)

    return Block(height, draw, head)


def _cell_lines(fonts: Fonts, column: Column, cell: Cell, size: float) -> Iterator[tuple[str, _Stand]]:
    """Yield the lines of the text, then those of the note, each with how it stands."""
    font = fonts.bold if cell.bold else fonts.regular
    for text, is_note in [one for one in ((cell.text, False), (cell.note, True)) if one[0]] or [("", False)]:
        lines = wrap(font, text, size, column.room)
        stand = _stand(lines, column.align, is_note=is_note)
        yield from ((line, stand) for line in lines)


def _bar(brush: Brush, share: float, x: float, middle: float, width: float) -> None:
    """Draw how much of a whole something is: the whole as an empty box, the share filled."""
    brush.box(x, middle - _BAR / 2, width, _BAR, fill=WASH, stroke=RULE)
    brush.box(x, middle - _BAR / 2, width * share, _BAR, fill=QUIET)


def _band(band: Band, head: Block) -> Block:
    def draw(brush: Brush, top: float) -> None:
        brush.text(MARGIN + _PAD, top - 9.5, band.text, SMALL, bold=True)
        brush.line(MARGIN, top - 13, MARGIN + WIDTH, top - 13, grey=RULE, width=0.6)

    return Block(13.0, draw, head, 24.0)


def _x(column: Column, left: float) -> float:
    return left + _PAD + column.align.value * column.room
