"""Give what a source asks its places in a form of ours: ids, numbers, response scales, time frames, words.

Nothing is guessed silently: a name that cannot be an id, a number that is not there or stands twice, a condition on a
later question, words that cannot be shown as they are: each has its line in the report.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from retnet_pro.instrument.condition import comparisons
from retnet_pro.instrument.draft import Asked, DraftSource, InstrumentDraft
from retnet_pro.instrument.model import (
    All,
    AnyOf,
    AtLeast,
    Condition,
    Equals,
    InstrumentId,
    Item,
    ItemId,
    ItemKind,
    Not,
    ResponseScale,
    Status,
)
from retnet_pro.instrument.wording_flaws import flaw_of, oddities, shown
from retnet_pro.instrument.wording_match import Line, Mark
from retnet_pro.instrument.wording_source import Phrase
from retnet_pro.instrument.wording_words import Place, named

_TO_DECLARE = (
    "owner, minutes and source of the form",
    "a neutral topic for every item",
    "the scales: how answers become scores is declared from the scoring manual, never taken from a source",
)


def make_draft(source: DraftSource, form: InstrumentId, version: str, language: str) -> InstrumentDraft:
    """Return the draft of a form, with a report on everything in the source."""
    maker = _Maker(source)
    items = tuple(maker.items())
    for place, phrase in source.placed:
        maker.say_words(place, phrase)
    lines = [*maker.lines, *source.lines, *(Line(Mark.MISSING, f"to be written: {one}") for one in _TO_DECLARE)]
    return InstrumentDraft(
        id=form,
        version=version,
        language=language,
        source=source.kind,
        response_scales=dict(maker.scales),
        recalls=tuple(maker.recalls.values()),
        items=items,
        words=maker.words,
        lines=tuple(lines),
    )


_Answers = tuple[ItemKind, tuple[int, ...], tuple[tuple[int, str], ...]]
"""Kind, codes, and words of codes: what makes two questions share a response scale."""


class _Maker:
    """Takes question after question; it has state because scales and time frames are shared between them."""

    def __init__(self, source: DraftSource) -> None:
        self._asked = source.asked
        self._ids = dict(self._names())
        self._numbers = self._numbered()
        self._place_of = {one.name: place for place, one in reversed(list(enumerate(source.asked)))}
        self._scales: dict[_Answers, ResponseScale] = {}
        self._alike: Counter[str] = Counter()
        """How many response scales have a name that begins alike."""
        self.scales: dict[str, ResponseScale] = {}
        self.recalls: dict[str, str] = {}
        """By the words of a time frame its id."""
        self.words: dict[Place, str] = {}
        self.lines: list[Line] = []

    def items(self) -> Iterator[Item]:
        """Yield the items, in the order of the source."""
        before: set[str] = set()
        for place, one in enumerate(self._asked):
            item = self._ids[place]
            said = f"item {self._numbers[place]} '{item}'"
            if one.name != item:
                self._say(Mark.LOOK, f"{said}: the source calls it {shown(one.name)}")
            if one.number != self._numbers[place]:
                self._say(Mark.LOOK, f"{said}: the source states no number of its own; this is its place")
            scale = self._scale(one)
            condition = self._condition(one, before, said)
            self._say(Mark.MATCHED, f"{said}: {_told(scale)}{', may not apply' if one.not_applicable else ''}")
            if one.words is None:
                self._say(Mark.NOT_TAKEN, f"{said}: it has no words")
            else:
                self.say_words(("items", item), one.words)
            if one.not_applicable is not None:
                self.say_words(("not_applicable", item), one.not_applicable)
            before.add(one.name)
            yield Item(
                id=item,
                number=self._numbers[place],
                topic="",
                scale=scale,
                recall=self._recall(one),
                not_applicable=one.not_applicable is not None,
                condition=condition,
                status=Status.UNSURE,
            )

    def say_words(self, place: Place, phrase: Phrase) -> None:
        """Take words over to the byte, or say why not."""
        if flaw := phrase.flaw or flaw_of(phrase.text):
            self._say(Mark.NOT_TAKEN, f"{named(place)}, {phrase.where}: {flaw}")
            return
        self.words[place] = phrase.text
        for note in (*filter(None, [phrase.note]), *oddities(phrase.text, None)):
            self._say(Mark.LOOK, f"{named(place)}, {phrase.where}: {note}")

    def _names(self) -> Iterator[tuple[int, ItemId]]:
        """Yield an id for the place of each question: the source's own name, as far as it can be one."""
        taken: Counter[str] = Counter()
        for place, one in enumerate(self._asked):
            plain = re.sub(r"[^a-z0-9_-]+", "_", one.name.casefold()).strip("_")[:58] or "item"
            name = plain if plain[0].isalpha() else f"q{plain}"
            taken[name] += 1
            yield place, ItemId(name if taken[name] == 1 else f"{name}_{taken[name]}")

    def _numbered(self) -> tuple[int, ...]:
        """Return the printed numbers; where one is missing or stands twice, places from 1 for all."""
        stated = [one.number for one in self._asked]
        if None in stated or len(set(stated)) < len(stated):
            return tuple(range(1, len(stated) + 1))
        return tuple(number for number in stated if number is not None)

    def _scale(self, one: Asked) -> ResponseScale:
        """Return the response scale with these codes and words; a new one where there is none yet."""
        labels = tuple((code, phrase.text) for code, phrase in one.labels)
        answers = (one.kind, one.codes, labels)
        if answers in self._scales:
            return self._scales[answers]
        plain = f"{one.kind.value}_{len(one.codes)}" if one.kind is not ItemKind.COUNT else f"count_{one.codes[-1]}"
        self._alike[plain] += 1
        count = self._alike[plain]
        made = ResponseScale(id=plain if count == 1 else f"{plain}_{count}", kind=one.kind, codes=one.codes)
        self.scales[made.id] = self._scales[answers] = made
        wanted = (made.minimum, made.maximum) if one.kind is ItemKind.BOXES else made.codes
        for code, phrase in one.labels:
            if code in wanted and one.kind is not ItemKind.COUNT:
                self.say_words(("labels", made.id, str(code)), phrase)
        return made

    def _recall(self, one: Asked) -> str | None:
        if one.heading is None:
            return None
        text = one.heading.text
        if text not in self.recalls:
            self.recalls[text] = name = f"recall_{len(self.recalls) + 1}"
            said = "what stands above questions was taken for their time frame; if it is none, take it out of the form"
            self._say(Mark.LOOK, f"{named(('recalls', name))}, {one.heading.where}: {said}")
            self.say_words(("recalls", name), one.heading)
        return self.recalls[text]

    def _condition(self, one: Asked, before: set[str], said: str) -> Condition | None:
        if one.condition is None:
            return None
        for atom in comparisons(one.condition):
            if atom.item not in before:
                why = f"it depends on {shown(atom.item)}, which is not an earlier item that was understood"
                self._say(Mark.NOT_TAKEN, f"{said}: its condition: {why}; the item is always shown")
                return None
        return self._renamed(one.condition)

    def _renamed(self, condition: Condition) -> Condition:
        match condition:
            case AtLeast(item, code) | Equals(item, code):
                return replace(condition, item=self._ids[self._place_of[item]], code=code)
            case All(parts) | AnyOf(parts):
                return replace(condition, parts=tuple(map(self._renamed, parts)))
            case Not(part):
                return Not(self._renamed(part))

    def _say(self, mark: Mark, said: str) -> None:
        self.lines.append(Line(mark, said))


def _told(scale: ResponseScale) -> str:
    if scale.kind is ItemKind.COUNT:
        return f"a number from {scale.minimum} to {scale.maximum}"
    codes = ", ".join(map(str, scale.codes))
    return f"one of {codes}, {'in boxes' if scale.kind is ItemKind.BOXES else 'with words'}"
