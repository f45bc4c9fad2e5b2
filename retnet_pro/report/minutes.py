"""The minutes of a key ceremony, for two people to sign, and the printed copy of the keys for each envelope."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from retnet_pro.report.lines import one_line
from retnet_pro.report.page import Align, Block, Brush, Frame, gap, set_pages
from retnet_pro.report.style import (
    BODY,
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
    Fonts,
    Typeface,
    load_fonts,
)
from retnet_pro.report.tables import Heading, heading_block, text_blocks
from retnet_pro.report.words import day_words, time_words

_EDGE = PAGE_HEIGHT - 34.0
_FOOT = 34.0
_READ_ALOUD = 10.5
"""Size of what is read aloud or typed again: large enough for tired eyes."""
_GROUPS_IN_LINE = 8
_VOUCHED = "We saw the keys made, compared what stands above and closed the envelopes. There is no other copy."
_REHEARSED = "This was a rehearsal. Its keys are not used for anything real."


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedText:
    """A key, a fingerprint or a recipient, with what it is."""

    title: str
    text: str
    explanation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CeremonyPaper:
    """Everything the minutes say. The same facts give the same bytes."""

    centre: str
    trial: str
    mode: str
    app: str
    """Program and version that made the keys."""
    held_at: datetime
    """Aware; printed with its offset (rule P32)."""
    expires: date
    """Last day of the first trust pack."""
    persons: tuple[str, str]
    confirmed: tuple[str, ...]
    """What the persons present confirmed. Nothing makes it a rehearsal, and the paper says so."""
    public: tuple[NamedText, ...]
    """Fingerprints and recipient; no secret."""
    tried: tuple[str, ...]
    places: tuple[tuple[str, str], ...]
    """Folder and what lies in it."""


def minutes_pdf(paper: CeremonyPaper, typeface: Typeface = VERA) -> bytes:
    """Return the minutes as a PDF, with room for two signatures."""
    fonts = load_fonts(typeface)
    title = f"{'Minutes' if paper.confirmed else 'REHEARSAL'} of the key ceremony of centre {paper.centre}"
    return set_pages(list(_minutes(paper, fonts, title)), _frame(paper, title), fonts)


def envelope_pdf(
    paper: CeremonyPaper, envelope: str, secrets: tuple[NamedText, ...], typeface: Typeface = VERA
) -> bytes:
    """Return the sheet with the secret keys of one envelope. It is printed, never sent and never kept as a file."""
    fonts = load_fonts(typeface)
    title = f"{envelope}: secret keys of centre {paper.centre}"
    return set_pages(list(_envelope(paper, fonts, title, secrets)), _frame(paper, title), fonts)


def _minutes(paper: CeremonyPaper, fonts: Fonts, title: str) -> Iterator[Block]:
    yield _title(title)
    yield from text_blocks(
        fonts,
        f"Trial {paper.trial}, {paper.mode} data. Held {time_words(paper.held_at)}. Made with {paper.app}. "
        f"The first trust pack is valid to {day_words(paper.expires)}.",
        BODY,
    )
    yield from _section(fonts, "Persons present", paper.persons)
    yield from _section(fonts, "Confirmed by them", paper.confirmed or ("Nothing: nobody was asked.",))
    yield gap(8)
    yield heading_block(Heading("Read aloud and compared", "public", "no secrets; copies may be given to the sites"))
    for one in paper.public:
        yield from _named(fonts, one)
    yield from _section(fonts, "Tried before anything real is sealed", paper.tried)
    yield from _section(fonts, "Where the keys went", [f"{place}: {what}" for place, what in paper.places])
    yield from _section(
        fonts,
        "Signatures",
        [_VOUCHED if paper.confirmed else _REHEARSED],
    )
    for person in paper.persons:
        yield _signature(person)


def _envelope(paper: CeremonyPaper, fonts: Fonts, title: str, secrets: tuple[NamedText, ...]) -> Iterator[Block]:
    yield _title(title)
    yield from text_blocks(
        fonts,
        f"Trial {paper.trial}. Made {time_words(paper.held_at)}. Fold this sheet inwards, seal it in its envelope and "
        "sign across the flap. Whoever holds it can open everything the centre has received.",
        BODY,
    )
    for one in secrets:
        yield gap(8)
        yield from _named(fonts, one)


def _section(fonts: Fonts, title: str, lines: tuple[str, ...] | list[str]) -> Iterator[Block]:
    yield gap(8)
    yield heading_block(Heading(title, title.casefold().replace(" ", "-")))
    for line in lines:
        yield from text_blocks(fonts, line, BODY)


def _named(fonts: Fonts, one: NamedText) -> Iterator[Block]:
    yield gap(4)
    yield from text_blocks(fonts, one.title, BODY, bold=True)
    for line in _groups(one.text):
        yield from text_blocks(fonts, line, _READ_ALOUD)
    if one.explanation:
        yield from text_blocks(fonts, one.explanation, SMALL, grey=QUIET)


def _groups(text: str) -> Iterator[str]:
    """Yield the text in groups of four characters, eight groups a line."""
    plain = "".join(text.split())
    groups = [plain[at : at + 4] for at in range(0, len(plain), 4)]
    for at in range(0, len(groups), _GROUPS_IN_LINE):
        yield "  ".join(groups[at : at + _GROUPS_IN_LINE])


def _title(title: str) -> Block:
    def draw(brush: Brush, top: float) -> None:
        brush.text(MARGIN, top - TITLE, *one_line(brush.font(bold=True), title, TITLE, WIDTH), bold=True)

    return Block(TITLE * 1.9, draw)


def _signature(person: str) -> Block:
    def draw(brush: Brush, top: float) -> None:
        line = top - 34
        brush.line(MARGIN, line, MARGIN + WIDTH * 0.62, line, grey=INK, width=0.6)
        brush.line(MARGIN + WIDTH * 0.68, line, MARGIN + WIDTH, line, grey=INK, width=0.6)
        brush.text(MARGIN, line - 10, *one_line(brush.font(), person, SMALL, WIDTH * 0.62), grey=QUIET)
        brush.text(MARGIN + WIDTH * 0.68, line - 10, "date", SMALL, grey=QUIET)

    return Block(50.0, draw)


def _frame(paper: CeremonyPaper, title: str) -> Frame:
    def draw(brush: Brush, number: int, count: int) -> None:
        brush.line(MARGIN, 28, MARGIN + WIDTH, 28, grey=RULE, width=0.5)
        foot = f"{title}  ·  {time_words(paper.held_at)}  ·  {paper.app}"
        brush.text(MARGIN, 18, *one_line(brush.font(), foot, TINY, WIDTH * 0.8), grey=QUIET)
        brush.text(MARGIN + WIDTH, 18, f"Page {number} of {count}", TINY, grey=QUIET, align=Align.RIGHT)

    return Frame(title, _EDGE, _FOOT, draw, "Ceremony of the keys of a centre")
