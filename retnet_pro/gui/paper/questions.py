"""One question on paper: its number and words, and the boxes to mark. Nothing of it is parted by a page."""

from collections.abc import Iterator
from typing import assert_never

from retnet_pro.errors import Code, Refusal
from retnet_pro.gui.paper.marks import Block, Mark, Tick, Type, moved, natural_width, set_text
from retnet_pro.gui.paper.words import Word, only_if, say
from retnet_pro.instrument.model import All, AtLeast, Condition, Equals, Instrument, Item, ItemKind, Wording

BOX = 1.0
"""Side of a box to mark, in sizes of the running text."""
GAP = 0.55
"""Between a box and its words."""
_NUMBER = 2.3
_BOLD = True


def question(form: Instrument, wording: Wording, item: Item, type_: Type, width: float) -> Block:
    """Return the block of one question.

    Raises:
        Refusal: `LETTERS_MISSING`; `PAPER_UNFIT`, when it depends on other answers in a way paper cannot say.
    """
    size = type_.size
    indent = _NUMBER * size
    marks: list[Mark] = []
    top = 0.0
    for condition in _conditions(form, wording, item):
        text, height = set_text(type_, only_if(form, wording, condition), width - indent, scale=0.85, quiet=True)
        marks += moved([text], indent, top)
        top += height + 0.15 * size
    number, _ = set_text(type_, f"{item.number}.", indent, bold=_BOLD)
    stem, height = set_text(type_, wording.items[item.id], width - indent, bold=_BOLD)
    marks += [*moved([number], 0, top), *moved([stem], indent, top)]
    top += height + 0.5 * size
    for part, height in _answers(wording, item, type_, width - indent):
        marks += moved(part, indent, top)
        top += height + 0.35 * size
    return Block(top + 1.0 * size, tuple(marks))


Part = tuple[tuple[Mark, ...], float]
"""Marks from the upper left corner, and their height."""


def _answers(wording: Wording, item: Item, type_: Type, width: float) -> Iterator[Part]:
    labels = wording.labels.get(item.scale.id, {})
    match item.scale.kind:
        case ItemKind.CHOICE:
            yield from choices([labels[code] for code in item.scale.codes], type_, width)
        case ItemKind.BOXES:
            yield _numbered(item.scale.codes, labels[item.scale.minimum], labels[item.scale.maximum], type_, width)
        case ItemKind.COUNT:
            yield _count(item, type_, width)
        case _:
            assert_never(item.scale.kind)
    if item.not_applicable:
        yield from choices([wording.not_applicable[item.id]], type_, width)


def choices(labels: list[str], type_: Type, width: float) -> Iterator[Part]:
    """Yield boxes with words: side by side where all words fit on one line, else one below the other."""
    box, gap = BOX * type_.size, GAP * type_.size
    room = width / len(labels) - box - 3 * gap
    if all(natural_width(type_, label) <= room for label in labels):
        marks: list[Mark] = []
        height = 0.0
        for place, label in enumerate(labels):
            part, height = _choice(label, type_, room)
            marks += moved(part, place * width / len(labels), 0)
        yield tuple(marks), height
    else:
        yield from (_choice(label, type_, width - box - gap) for label in labels)


def _choice(label: str, type_: Type, room: float) -> Part:
    box, gap = BOX * type_.size, GAP * type_.size
    text, height = set_text(type_, label, room)
    line = 1.36 * type_.size
    return (Tick(0, (line - box) / 2, box, box), *moved([text], box + gap, 0)), height


def _numbered(codes: tuple[int, ...], low: str, high: str, type_: Type, width: float) -> Part:
    """Set a row of numbered boxes with the words of both ends above them (rule E09)."""
    box, step = 1.25 * type_.size, min(width / len(codes), 4.2 * type_.size)
    whole = step * (len(codes) - 1) + box
    left, low_height = set_text(type_, low, whole / 2 - type_.size, scale=0.9)
    right, high_height = set_text(type_, high, whole / 2 - type_.size, scale=0.9, to_the_end=True)
    top = max(low_height, high_height) + 0.2 * type_.size
    marks: list[Mark] = [left, *moved([right], whole / 2 + type_.size, 0)]
    height = 0.0
    for place, code in enumerate(codes):
        text, height = set_text(type_, str(code), 2 * box, middle=True)
        under = moved([text], place * step - box / 2, top + box + 0.1 * type_.size)
        marks += [Tick(place * step, top, box, box), *under]
    return tuple(marks), top + box + 0.1 * type_.size + height


def _count(item: Item, type_: Type, width: float) -> Part:
    box = 2.0 * type_.size
    wide = box * max(1.6, 0.8 * len(str(item.scale.maximum)))
    room = width - wide - type_.size
    text, height = set_text(
        type_, say(Word.NUMBER, lowest=item.scale.minimum, highest=item.scale.maximum), room, quiet=True
    )
    return (Tick(0, 0, wide, box), *moved([text], wide + type_.size, max(0.0, (box - height) / 2))), max(box, height)


def _conditions(form: Instrument, wording: Wording, item: Item) -> Iterator[AtLeast | Equals]:
    """Yield the conditions that must all hold."""
    yield from () if item.condition is None else _flat(form, wording, item, item.condition)


def _flat(form: Instrument, wording: Wording, item: Item, condition: Condition) -> Iterator[AtLeast | Equals]:
    match condition:
        case AtLeast() | Equals():
            yield condition
        case All(parts):
            for part in parts:
                yield from _flat(form, wording, item, part)
        case _:
            why = f"question {item.number} depends on other answers in a way paper cannot say"
            raise Refusal(Code.PAPER_UNFIT, form=form.id, language=wording.language, why=why)
