"""A whole questionnaire set on sheets of A4: head, questions, foot. Nothing is cut, and no question is parted.

It is the planned way out when no tablet can be used (rule E91), with the same form, words and version, and with the
places a record needs: study code, visit, date, who filled it in (rules E54, E58).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from retnet_pro.errors import Code, Refusal
from retnet_pro.gui.paper.marks import Block, Mark, Rule, Type, mirrored, moved, set_text
from retnet_pro.gui.paper.questions import choices, question
from retnet_pro.gui.paper.words import ANSWERED_BY, Word, say
from retnet_pro.instrument.model import Instrument, Wording

WIDTH, HEIGHT = 595.276, 841.89
"""A4 in points."""
MARGIN = 45.0
NORMAL, LARGE = 11.5, 18.0
"""Running text in points; large print is at least 16 points by the usual guidance for low vision."""
_ROOM = WIDTH - 2 * MARGIN
_SMALL = 8.0
_DIGITS = 12
"""How much of a hash is printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperForm:
    """What is to be printed."""

    form: Instrument
    wording: Wording
    large: bool
    subject: str = ""
    """Study code, or '' for a line to write it on."""
    visit: str = ""
    app: str
    """Program and version."""


Sheet = tuple[Mark, ...]


def sheets(paper: PaperForm, family: str) -> tuple[Sheet, ...]:
    """Return every sheet, placed and mirrored as the language reads.

    Raises:
        Refusal: `LETTERS_MISSING`, or `PAPER_UNFIT`, when a question is longer than a sheet.
    """
    rtl = paper.wording.right_to_left
    type_ = Type(family=family, right_to_left=rtl, size=LARGE if paper.large else NORMAL)
    small = Type(family=family, right_to_left=rtl, size=_SMALL)
    blocks = [*_head(paper, type_), *_body(paper, type_), _block(type_, say(Word.END), bold=True)]
    foot = _foot(paper, small, 1, 1).height
    pages = list(_flow(paper, blocks, HEIGHT - 2 * MARGIN - foot))
    made = []
    for number, page in enumerate(pages, start=1):
        feet = _foot(paper, small, number, len(pages))
        marks = [*page, *moved(feet.marks, 0, HEIGHT - 2 * MARGIN - feet.height)]
        marks = list(mirrored(marks, _ROOM)) if rtl else marks
        made.append(moved(marks, MARGIN, MARGIN))
    return tuple(made)


def _flow(paper: PaperForm, blocks: Sequence[Block], room: float) -> Iterator[Sheet]:
    page: list[Mark] = []
    top = 0.0
    for place, block in enumerate(blocks):
        follows = blocks[place + 1].height if block.stays_with_next and place + 1 < len(blocks) else 0.0
        if block.height + (block.head.height if block.head else 0.0) > room:
            why = "one question is longer than a sheet"
            raise Refusal(Code.PAPER_UNFIT, form=paper.form.id, language=paper.wording.language, why=why)
        if top + block.height + follows > room and page:
            yield tuple(page)
            page, top = [], 0.0
            if block.head is not None:
                page += block.head.marks
                top = block.head.height
        page += moved(block.marks, 0, top)
        top += block.height
    yield tuple(page)


def _head(paper: PaperForm, type_: Type) -> Iterator[Block]:
    yield _block(type_, paper.wording.title, scale=1.5, bold=True)
    yield _fields(paper, type_)
    yield _filled_in_by(type_)
    yield _line(type_)
    yield _block(type_, paper.wording.instruction)
    yield _block(type_, say(Word.HOW), quiet=True, after=1.0)


def _fields(paper: PaperForm, type_: Type) -> Block:
    """Set the places for code, visit and date; what is known already is printed there."""
    small = Type(family=type_.family, right_to_left=type_.right_to_left, size=max(_SMALL + 1, type_.size * 0.7))
    marks: list[Mark] = []
    wide = (_ROOM - 2 * type_.size) / 3
    bottom = 0.0
    for place, (name, value) in enumerate(
        ((say(Word.STUDY_CODE), paper.subject), (say(Word.VISIT), paper.visit), (say(Word.DATE), ""))
    ):
        x = place * (wide + type_.size)
        label, height = set_text(small, name, wide, quiet=True)
        marks += moved([label], x, 0)
        line = 2.4 * small.size + 1.9 * type_.size
        if value:
            text, high = set_text(type_, value, wide, bold=True)
            marks += moved([text], x, line - high)
        marks.append(Rule(x, line, wide))
        bottom = max(bottom, line, height)
    return Block(bottom + type_.size, tuple(marks))


def _filled_in_by(type_: Type) -> Block:
    answers = [say(word) for word in ANSWERED_BY]
    text, top = set_text(type_, say(Word.FILLED_IN_BY), _ROOM, scale=0.9, bold=True)
    marks: list[Mark] = [text]
    smaller = Type(family=type_.family, right_to_left=type_.right_to_left, size=type_.size * 0.9)
    for pair in (answers[:2], answers[2:4], answers[4:]):
        for part, height in choices(pair, smaller, _ROOM * len(pair) / 2):
            marks += moved(part, 0, top + 0.2 * type_.size)
            top += height + 0.2 * type_.size
    reason, height = set_text(smaller, say(Word.REASON), _ROOM * 0.45, quiet=True)
    marks += moved([reason], 0, top + 0.7 * type_.size)
    top += 0.7 * type_.size + height
    marks.append(Rule(_ROOM * 0.47, top - 2, _ROOM * 0.53))
    return Block(top + 0.8 * type_.size, tuple(marks))


def _body(paper: PaperForm, type_: Type) -> Iterator[Block]:
    recall: str | None = None
    head: Block | None = None
    for item in paper.form.items:
        if item.recall != recall:
            recall, head = item.recall, None
            if recall is not None:
                words = paper.wording.recalls[recall]
                head = _block(type_, words, bold=True, quiet=True, with_next=True, after=0.9)
                yield head
        yield replace(question(paper.form, paper.wording, item, type_, _ROOM), head=head)


def _foot(paper: PaperForm, small: Type, number: int, total: int) -> Block:
    """Say which form and words this is, to the byte, and which sheet."""
    form, words = paper.form, paper.wording
    told = (
        f"{form.id} {form.version} ({form.hash[:_DIGITS]}) · {words.language} {words.version} "
        f"({words.hash[:_DIGITS]}) · {paper.app}"
    )
    again = " · ".join(text for text in (paper.subject, paper.visit) if text)
    notice, high = set_text(small, words.notice, _ROOM, quiet=True)
    facts, height = set_text(small, f"{again} · {told}" if again else told, _ROOM * 0.8, quiet=True)
    page, _ = set_text(small, say(Word.PAGE, number=number, total=total), _ROOM * 0.2, bold=True, to_the_end=True)
    marks = (
        Rule(0, 0, _ROOM),
        *moved([notice], 0, 4),
        *moved([facts], 0, 5 + high),
        *moved([page], _ROOM * 0.8, 5 + high),
    )
    return Block(6 + high + height, marks)


def _block(
    type_: Type,
    text: str,
    *,
    scale: float = 1.0,
    bold: bool = False,
    quiet: bool = False,
    with_next: bool = False,
    after: float = 0.6,
) -> Block:
    words, height = set_text(type_, text, _ROOM, scale=scale, bold=bold, quiet=quiet)
    return Block(height + after * type_.size, (words,), with_next)


def _line(type_: Type) -> Block:
    return Block(0.9 * type_.size, (Rule(0, 0, _ROOM),))
