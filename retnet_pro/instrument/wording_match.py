"""Give the words of a source their places in a form, by the printed numbers of its items, and report everything.

Nothing is guessed silently: words that could belong to two places, that stand twice with a difference or that cannot be
shown as they are, are not taken; the report says so. Questions never come from the previous version.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from retnet_pro.instrument.model import Instrument, Item, ItemId, ItemKind
from retnet_pro.instrument.wording_flaws import flaw_of, oddities, shown
from retnet_pro.instrument.wording_source import Phrase, Question, Source
from retnet_pro.instrument.wording_words import Place, labelled, named, numbers_of, places_of


class Mark(StrEnum):
    """What a line of the report is about."""

    MATCHED = "matched"
    KEPT = "kept"
    MISSING = "missing"
    NOT_TAKEN = "not taken"
    TOO_MUCH = "too much"
    LOOK = "look at"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the report."""

    mark: Mark
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """The words that found their places, and the report."""

    words: Mapping[Place, str]
    lines: tuple[Line, ...]

    @property
    def counts(self) -> dict[Mark, int]:
        """How many lines the report has of each kind; none that have no line."""
        counted = Counter(line.mark for line in self.lines)
        return {mark: counted[mark] for mark in Mark if counted[mark]}

    @property
    def is_complete(self) -> bool:
        """Whether every place has its words."""
        return not any(line.mark is Mark.MISSING for line in self.lines)


def match(form: Instrument, source: Source, previous: Mapping[Place, str] | None = None) -> Matched:
    """Match the words of a source to the places of a form; with those of a previous version, keep and compare."""
    matcher = _Matcher(form)
    matcher.place(source)
    words = matcher.settle(previous or {})
    lines = [*matcher.lines, *(Line(Mark.LOOK, note) for note in source.notes)]
    if previous is not None:
        lines += _differences(words, previous, numbers_of(form))
    return Matched(words=words, lines=tuple(lines))


class _Matcher:
    """Collects the phrases of each place; it has state because a place can be spoken of several times."""

    def __init__(self, form: Instrument) -> None:
        self.form = form
        self.lines: list[Line] = []
        self._numbers = numbers_of(form)
        self._by_number = {item.number: item for item in form.items}
        self._found: dict[Place, list[Phrase]] = defaultdict(list)

    def place(self, source: Source) -> None:
        """Give every phrase of the source its place."""
        for place, phrase in source.placed:
            self._found[place].append(phrase)
        questions = dict(self._known(source.questions))
        for item, question in questions.items():
            self._found["items", item].append(question.words)
        for number, phrase in source.not_applicable:
            known = self._by_number.get(number)
            self._found["not_applicable", known.id if known else f"of number {number}"].append(phrase)
        self._headings(questions)
        for item, question in questions.items():
            self._options(self.form.by_id[item], question)
        for stray in source.strays:
            mark = Mark.NOT_TAKEN if stray.flaw else Mark.TOO_MUCH
            self._say(mark, f"{shown(stray.text)}, {stray.where}{': ' if stray.flaw else ''}{stray.flaw}")

    def settle(self, previous: Mapping[Place, str]) -> dict[Place, str]:
        """Return the words of each place, and report on every place of the form and every place too much."""
        words: dict[Place, str] = {}
        for place in places_of(self.form):
            phrases = self._found.pop(place, [])
            text = self._one(place, phrases)
            if text is None and not phrases and place[0] != "items" and place in previous:
                text = previous[place]
                self._say(Mark.KEPT, f"{self._named(place)}: the source says nothing, as in the previous version")
            if text is None:
                self._say(Mark.MISSING, self._named(place))
            else:
                words[place] = text
        for place, phrases in self._found.items():
            wheres = ", ".join(phrase.where for phrase in phrases)
            self._say(Mark.TOO_MUCH, f"{self._named(place)}, {wheres}: the form has no place for it")
        return words

    def _one(self, place: Place, phrases: list[Phrase]) -> str | None:
        """Return the one text of a place that can be taken over."""
        texts = list(dict.fromkeys(phrase.text for phrase in phrases))
        if len(texts) > 1:
            said = "; ".join(f"{shown(phrase.text)}, {phrase.where}" for phrase in _each(phrases))
            self._say(Mark.NOT_TAKEN, f"{self._named(place)}: the source says different things: {said}")
            return None
        for phrase in phrases:
            if flaw := phrase.flaw or flaw_of(phrase.text):
                self._say(Mark.NOT_TAKEN, f"{self._named(place)}, {phrase.where}: {flaw}")
                return None
        if not phrases:
            return None
        first = phrases[0]
        self._say(Mark.MATCHED, f"{self._named(place)}, {first.where}")
        number = self._numbers.get(place[-1]) if place[0] == "items" else None
        for note in (*filter(None, {phrase.note for phrase in phrases}), *oddities(first.text, number)):
            self._say(Mark.LOOK, f"{self._named(place)}, {first.where}: {note}")
        return first.text

    def _known(self, questions: Iterable[Question]) -> Iterator[tuple[ItemId, Question]]:
        """Yield the questions whose number the form has, once each."""
        by_number: dict[int, list[Question]] = defaultdict(list)
        for question in questions:
            by_number[question.number].append(question)
        for number, same in by_number.items():
            wheres = ", ".join(question.words.where for question in same)
            item = self._by_number.get(number)
            if item is None:
                self._say(Mark.TOO_MUCH, f"question {number}, {wheres}: the form has no item of this number")
            elif len(same) > 1:
                self._say(Mark.NOT_TAKEN, f"item {number}: the number stands there {len(same)} times: {wheres}")
            else:
                yield item.id, same[0]

    def _headings(self, questions: Mapping[ItemId, Question]) -> None:
        """A heading over the items of one time frame is the words of that time frame."""
        stated = {place[1] for place in self._found if place[0] == "recalls"}
        idle: dict[str, Phrase] = {}
        used = set()
        for id_, question in questions.items():
            recall = self.form.by_id[id_].recall
            if question.heading is None:
                continue
            if recall is None or recall in stated:
                idle.setdefault(question.heading.text, question.heading)
            else:
                self._found["recalls", recall].append(question.heading)
                used.add(question.heading.text)
        for text, heading in idle.items():
            if text not in used:
                self._say(Mark.TOO_MUCH, f"heading {shown(text)}, {heading.where}: no time frame takes it")

    def _options(self, item: Item, question: Question) -> None:
        codes = [code for code, _ in question.options]
        wanted, scale = labelled(self.form, item.scale.id), item.scale
        others = [(code, phrase) for code, phrase in question.options if code not in scale.codes]
        if item.not_applicable and len(others) == 1:
            self._found["not_applicable", item.id].append(others.pop()[1])
        for code, phrase in question.options:
            if code in wanted:
                self._found["labels", scale.id, str(code)].append(phrase)
            elif code in scale.codes and phrase.text.strip() != str(code):
                kind = "a count" if scale.kind is ItemKind.COUNT else "boxes"
                said = f"answer {code} of item {item.number}, {phrase.where}: {kind} has no words there"
                self._say(Mark.TOO_MUCH, said)
        for code, phrase in others:
            self._say(Mark.TOO_MUCH, f"answer {code} of item {item.number}, {phrase.where}: the form has no such code")
        known = [code for code in codes if code in scale.codes]
        if len(set(codes)) < len(codes):
            self._say(Mark.LOOK, f"answers of item {item.number}, {question.words.where}: a code stands there twice")
        elif known != [code for code in scale.codes if code in known]:
            self._say(
                Mark.LOOK, f"answers of item {item.number}, {question.words.where}: in another order than printed"
            )

    def _named(self, place: Place) -> str:
        return named(place, self._numbers)

    def _say(self, mark: Mark, said: str) -> None:
        self.lines.append(Line(mark, said))


def _each(phrases: Iterable[Phrase]) -> Iterable[Phrase]:
    """Return the first phrase of each text."""
    first: dict[str, Phrase] = {}
    for phrase in phrases:
        first.setdefault(phrase.text, phrase)
    return first.values()


def _differences(words: Mapping[Place, str], old: Mapping[Place, str], numbers: Mapping[str, int]) -> Iterator[Line]:
    for place in dict.fromkeys((*old, *words)):
        before, after = old.get(place), words.get(place)
        if before != after:
            told = [shown(text) if text is not None else "nothing" for text in (before, after)]
            yield Line(Mark.DIFFERS, f"{named(place, numbers)}: {told[0]} before, {told[1]} now")
