"""The first pages of a screens book: title, contents with hashes, and what changed."""

from collections.abc import Iterator, Mapping, Sequence

from retnet_pro.report.lines import one_line
from retnet_pro.report.page import Align, Block, Brush, gap
from retnet_pro.report.screens import Picture, ScreensBook, ScreenSet
from retnet_pro.report.screens_change import Change, Turn
from retnet_pro.report.screens_words import range_words, screen_words, standing_words
from retnet_pro.report.style import (
    BODY,
    INK,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    QUIET,
    RULE,
    SMALL,
    TINY,
    TITLE,
    Fonts,
)
from retnet_pro.report.tables import Cell, Column, Row, table_blocks, text_blocks
from retnet_pro.report.words import time_words

PAGE = (PAGE_HEIGHT, PAGE_WIDTH)
"""A4, lying: two screens of a tablet side by side."""
EDGE = PAGE[1] - 42.0
FOOT = 30.0
_WIDTH = PAGE[0] - 2 * MARGIN
_SHOWN = 3
"""Texts of one change that are printed; the manifest has all of them."""


def title_block(book: ScreensBook) -> Block:
    """Return the title page."""
    height = EDGE - FOOT

    def draw(brush: Brush, top: float) -> None:
        brush.mark_section("title", "Title", top)
        brush.box(0, PAGE[1] - 14, PAGE[0], 14, fill=INK)
        brush.text(MARGIN, top - 46, "Screens book", 34, bold=True)
        brush.text(MARGIN, top - 66, "Every screen a participant sees, drawn by the program itself", 11, grey=QUIET)
        y = top - 108
        for name, said in _facts(book):
            brush.text(MARGIN, y, name, SMALL, grey=QUIET)
            brush.text(MARGIN + 92, y, *one_line(brush.font(), said, BODY + 1, 250))
            y -= 19
        brush.line(MARGIN, 128, MARGIN + 342, 128, grey=RULE)
        for y, name, hash_, size in ((114, "WHOLE BOOK", book.hash, 10.0), (66, "PROGRAM", book.program, BODY)):
            brush.text(MARGIN, y, f"{name} (SHA-256)", TINY, grey=QUIET)
            for line, part in enumerate(_in_groups(hash_), start=1):
                brush.text(MARGIN, y - 2 - 13 * line, part, size, bold=True)
        _shown(brush, top, book)

    return Block(height, draw)


def _facts(book: ScreensBook) -> Iterator[tuple[str, str]]:
    forms = list(dict.fromkeys(f"{one.title}, version {one.version}" for one in book.sets))
    for place, form in enumerate(forms):
        yield "" if place else "Forms", form
    yield "Languages", ", ".join(dict.fromkeys(one.language for one in book.sets))
    yield "Text sizes, colours", range_words(picture for one in book.sets for picture in one.pictures)
    yield "Wording", _wording_words(book.sets)
    yield "Screen", book.screen
    yield "Pictures", str(book.count)
    yield "Made", time_words(book.made_at)
    yield "Program", f"{book.app}, Qt {book.qt}, {', '.join(dict.fromkeys(one.typeface for one in book.sets))}"


def _wording_words(sets: Sequence[ScreenSet]) -> str:
    demonstration = [one for one in sets if one.demonstration]
    if len(demonstration) == len(sets):
        return "DEMONSTRATION WORDING, not valid for data collection"
    return f"{len(demonstration)} of {len(sets)} are demonstration wording; see the contents"


def _in_groups(hash_: str) -> tuple[str, str]:
    groups = [hash_[at : at + 8] for at in range(0, len(hash_), 8)]
    return " ".join(groups[:4]), " ".join(groups[4:])


def _shown(brush: Brush, top: float, book: ScreensBook) -> None:
    """Draw the first question of the book as it looks in up to four ways, the first one large."""
    firsts: dict[tuple[str, int, str], Picture] = {}
    for one in book.sets:
        for picture in one.pictures:
            if (picture.screen, picture.state, picture.part) == ("question", "chosen", 1):
                firsts.setdefault((one.language, picture.percent, picture.look), picture)
    chosen = list(firsts.items())
    if not chosen:
        return
    wide, right = 390.0, PAGE[0] - MARGIN
    large = wide * 0.625
    _framed(brush, right - wide, top - 26 - large, wide, chosen[0][1])
    others = [chosen[place * len(chosen) // 4] for place in (1, 2, 3)] if len(chosen) > 3 else chosen[1:]
    small = (wide - 2 * 12) / 3
    for place, (_, picture) in enumerate(others):
        _framed(brush, right - wide + place * (small + 12), top - 26 - large - 14 - small * 0.625, small, picture)


def _framed(brush: Brush, x: float, y: float, wide: float, picture: Picture) -> None:
    assert picture.file is not None
    brush.picture(x, y, wide, wide * 0.625, name=picture.pixels, file=picture.file)
    brush.box(x, y, wide, wide * 0.625, stroke=RULE)


def contents_blocks(book: ScreensBook, fonts: Fonts, pages: Mapping[str, int]) -> list[Block]:
    """Return the list of sets with their hashes; `pages` tells where each begins, as far as is known."""
    columns = (
        Column(head=("Form", "version"), width=134),
        Column(head=("Language",), width=46),
        Column(head=("Wording", "version and standing"), width=140),
        Column(head=("Pictures", "text sizes and colours"), width=98),
        Column(head=("SHA-256", "of these screens, their pictures, the form, the words"), width=312),
        Column(head=("Page",), width=_WIDTH - 730, align=Align.RIGHT),
    )
    rows: list[Row] = []
    for one in book.sets:
        hashes = (
            f"screens\u00a0{one.hash} pictures\u00a0{one.pictures_hash} form\u00a0{one.form} words\u00a0{one.words}"
        )
        rows.append(
            (
                Cell(f"{one.title}, {one.version}", bold=True),
                Cell(one.language, bold=True),
                Cell(f"{one.wording_version}. {standing_words(one)}"),
                Cell(f"{len(one.pictures)}: {range_words(one.pictures)}"),
                Cell(hashes, grey=QUIET),
                Cell(str(pages.get(one.name, "")), bold=True),
            )
        )
    return [
        _headline("contents", "Contents"),
        *text_blocks(fonts, _HOW_TO_APPROVE, BODY, grey=QUIET),
        gap(8),
        *table_blocks(fonts, columns, rows),
    ]


_HOW_TO_APPROVE = (
    "Each set is one form in one language. Its first hash changes with any pixel, any word and any change of the form. "
    "Whoever approves a set quotes that hash. In the wording file the approval stands under 'licence: approval:' as "
    "'id' (the approval's own number), 'book' (the hash of the screens) and 'pictures' (that of the pictures); without "
    "it a licensed wording does not go live. Pictures are printed in few colours; the hashes are those of the exact "
    "pixels."
)


def change_blocks(before: ScreensBook, changes: Sequence[Change], fonts: Fonts) -> list[Block]:
    """Return the list of what changed; the same change in several sizes and looks is one line."""
    blocks = [
        _headline("changes", "What changed"),
        *text_blocks(
            fonts, f"Since the book of {time_words(before.made_at)}, {before.app}, SHA-256 {before.hash}.", BODY
        ),
        *text_blocks(fonts, _summary(changes), BODY, bold=True),
        gap(6),
    ]
    if not changes:
        return blocks
    columns = (
        Column(head=("Form and language",), width=110),
        Column(head=("Screen",), width=170),
        Column(head=("What",), width=110),
        Column(head=("Text sizes and colours",), width=120),
        Column(head=("Words", "- before, + now"), width=_WIDTH - 510),
    )
    return [
        *blocks,
        *table_blocks(fonts, columns, _lines(changes, fonts)),
    ]


def _summary(changes: Sequence[Change]) -> str:
    if not changes:
        return "Nothing changed: every pixel and every word is the same."
    counted = {turn: sum(change.turn is turn for change in changes) for turn in Turn}
    told = [f"{turn.value}: {count}" for turn, count in counted.items() if count]
    return f"Screens that are not what they were: {len(changes)} ({', '.join(told)})."


def _lines(changes: Sequence[Change], fonts: Fonts) -> list[Row]:
    def same(change: Change) -> tuple[str, str, str, tuple[str, ...], tuple[str, ...]]:
        return change.set, screen_words(change.picture), change.turn.value, change.was, change.now

    alike: dict[object, list[Change]] = {}
    for change in changes:
        alike.setdefault(same(change), []).append(change)
    return [_line(group, fonts) for group in alike.values()]


def _line(group: Sequence[Change], fonts: Fonts) -> Row:
    one = group[0]
    words = [f"- {text}" for text in one.was[:_SHOWN]] + [f"+ {text}" for text in one.now[:_SHOWN]]
    readable = [text for text in words if fonts.regular.clean(text) == text]
    said = " ".join(readable) if len(readable) == len(words) else "see the picture and the manifest"
    return (
        Cell(one.set, bold=True),
        Cell(screen_words(one.picture)),
        Cell(one.turn.value),
        Cell(range_words(change.picture for change in group)),
        Cell(said),
    )


def _headline(name: str, title: str) -> Block:
    def draw(brush: Brush, top: float) -> None:
        brush.mark_section(name, title, top)
        brush.text(MARGIN, top - TITLE, title, TITLE, bold=True)

    return Block(TITLE * 1.7, draw)
