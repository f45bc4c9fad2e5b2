"""The screens book: every screen a participant sees, four to a page, for the people who approve them (rule E142).

Behind the title stand the contents with the hash of each set, then what changed since another book, then the pictures
in the order a participant meets them, one text size and look after the other.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from retnet_pro.report.lines import one_line
from retnet_pro.report.page import NEW_PAGE, Align, Block, Brush, Frame, flow, set_pages
from retnet_pro.report.screens import Picture, ScreensBook, ScreenSet
from retnet_pro.report.screens_change import Change, Turn
from retnet_pro.report.screens_front import EDGE, FOOT, PAGE, change_blocks, contents_blocks, title_block
from retnet_pro.report.screens_words import look_words, screen_words, variant_words
from retnet_pro.report.style import INK, MARGIN, QUIET, RULE, SMALL, TINY, VERA, Font, Fonts, Typeface, load_fonts

_GAP = 16.0
_WIDE = (PAGE[0] - 2 * MARGIN - _GAP) / 2
_CAPTION = 15.0
_TAGS: Mapping[Turn, str] = {Turn.ADDED: "NEW", Turn.WORDS: "CHANGED", Turn.LOOKS: "CHANGED"}


@dataclass(frozen=True, slots=True)
class _Mark(Block):
    """Where a text size and look of a set begins."""

    label: str = ""
    set: str = ""


def screens_pdf(
    book: ScreensBook, since: tuple[ScreensBook, tuple[Change, ...]] | None = None, typeface: Typeface = VERA
) -> bytes:
    """Return the book as a PDF; `since` is the book before it and what changed.

    Needs the picture files; the same book gives the same bytes.
    """
    fonts = load_fonts(typeface)
    changed = {change.key: _TAGS[change.turn] for change in since[1] if change.turn in _TAGS} if since else {}
    room = EDGE - FOOT
    body = [block for one in book.sets for block in _set(one, changed)]
    numbers: Mapping[str, int] = {}
    for _ in range(2):  # first without page numbers, to learn them
        front = [title_block(book), NEW_PAGE, *contents_blocks(book, fonts, numbers)]
        if since:
            front += [NEW_PAGE, *change_blocks(*since, fonts)]
        pages = flow([*front, *body], room)
        numbers = dict(reversed(list(_starts(pages))))
    frame = Frame(
        "Screens book",
        EDGE,
        FOOT,
        _frame(book, list(_labels(pages)), fonts),
        "Every screen of every form as participants see it",
    )
    return set_pages([*front, *body], frame, fonts, size=PAGE)


def _starts(pages: Sequence[Sequence[Block]]) -> Iterator[tuple[str, int]]:
    for number, page in enumerate(pages, start=1):
        yield from ((block.set, number) for block in page if isinstance(block, _Mark))


def _labels(pages: Sequence[Sequence[Block]]) -> Iterator[str]:
    """Yield what stands at the head of each page."""
    label = ""
    for page in pages:
        label = next((block.label for block in page if isinstance(block, _Mark)), label)
        yield label


def _set(one: ScreenSet, changed: Mapping[tuple[str, str], str]) -> Iterator[Block]:
    variants = groupby(one.pictures, lambda picture: (picture.percent, picture.look))
    for place, ((percent, look), pictures) in enumerate(variants):
        yield NEW_PAGE
        yield _mark(one, percent, look, is_first=place == 0)
        for row in _rows(list(pictures)):
            yield _row(one, row, [changed.get((one.name, picture.place), "") for picture in row])


def _mark(one: ScreenSet, percent: int, look: str, *, is_first: bool) -> _Mark:
    words = variant_words(percent, look)

    def draw(brush: Brush, top: float) -> None:
        if is_first:
            brush.mark_section(one.name, f"{one.title}, {one.language}", top)
        brush.mark_section(f"{one.name} {percent} {look}", words, top, level=1)

    return _Mark(0.0, draw, label=f"{one.title}  ·  {one.language}  ·  {words}", set=one.name)


def _rows(pictures: list[Picture]) -> Iterator[list[Picture]]:
    """Set a question without and with an answer side by side; other screens follow each other."""
    row: list[Picture] = []
    for picture in pictures:
        begins = picture.state == "open" and picture.part == 1
        if row and (len(row) == 2 or begins):
            yield row
            row = []
        row.append(picture)
    if row:
        yield row


def _row(one: ScreenSet, row: Sequence[Picture], tags: Sequence[str]) -> Block:
    high = _WIDE * 0.625

    def draw(brush: Brush, top: float) -> None:
        for column, (picture, tag) in enumerate(zip(row, tags, strict=True)):
            x, bottom = MARGIN + column * (_WIDE + _GAP), top - high
            assert picture.file is not None
            brush.picture(x, bottom, _WIDE, high, name=picture.pixels, file=picture.file)
            brush.box(x, bottom, _WIDE, high, stroke=RULE)
            _caption(brush, x, bottom - 9.5, picture, one.language, tag)

    return Block(high + _CAPTION + 7.0, draw)


def _caption(brush: Brush, x: float, y: float, picture: Picture, language: str, tag: str) -> None:
    if tag:
        wide = brush.font(bold=True).width(tag, TINY) + 8
        brush.box(x, y - 2.6, wide, 9.6, fill=INK)
        brush.text(x + 4, y, tag, TINY, bold=True, grey=1.0)
        x, room = x + wide + 5, _WIDE - wide - 5
    else:
        room = _WIDE
    brush.text(x, y, *one_line(brush.font(bold=True), screen_words(picture), SMALL + 0.6, room * 0.68), bold=True)
    said = f"{language}  ·  {picture.percent} %  ·  {look_words(picture.look)}"
    brush.text(x + room, y, said, SMALL, grey=QUIET, align=Align.RIGHT)


def _frame(book: ScreensBook, labels: Sequence[str], fonts: Fonts) -> Callable[[Brush, int, int], None]:
    right = PAGE[0] - MARGIN
    font: Font = fonts.bold

    def draw(brush: Brush, number: int, count: int) -> None:
        if number == 1:
            return
        y = EDGE + 12
        brush.text(
            MARGIN, y, *one_line(font, labels[number - 1] or "Screens book", SMALL + 0.6, right * 0.7), bold=True
        )
        brush.text(right, y, f"Page {number} of {count}", SMALL, grey=QUIET, align=Align.RIGHT)
        brush.line(MARGIN, y - 5, right, y - 5, grey=RULE, width=0.5)
        foot = f"Screens book  ·  {book.made_at.date().isoformat()}  ·  {book.app}  ·  {book.hash}"
        brush.text(MARGIN, 18, foot, TINY, grey=QUIET)

    return draw
