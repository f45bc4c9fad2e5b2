"""A FHIR Questionnaire, R4 or R5, as the draft of a form: what is asked, and a line for whatever is not taken."""

from collections.abc import Iterator, Mapping
from typing import Any

from retnet_pro.exchange.draft_fhir_beside import formulas, left_out, told_beside
from retnet_pro.exchange.draft_fhir_conditions import Codes, condition_of
from retnet_pro.exchange.fhir_names import HIGHEST, ITEM_CONTROL, LOWEST, listed, value_of
from retnet_pro.exchange.fhir_reading import read_resource
from retnet_pro.exchange.fhir_walk import Met, Placed, Walk
from retnet_pro.exchange.wording_cells import unfit
from retnet_pro.exchange.wording_fhir import printed_number
from retnet_pro.exchange.wording_fhir_words import Tongue, answers, numbers_of_codes
from retnet_pro.instrument.draft import Asked, DraftSource
from retnet_pro.instrument.model import Condition, ItemKind
from retnet_pro.instrument.vocabulary import CODE_LIMIT
from retnet_pro.instrument.wording_flaws import shown
from retnet_pro.instrument.wording_match import Line, Mark
from retnet_pro.instrument.wording_source import Phrase
from retnet_pro.instrument.wording_words import Place

_CHOICES = frozenset({"choice", "coding", "open-choice"})


def read_fhir_draft(untrusted: bytes, path: str, language: str) -> DraftSource:
    """Return what a Questionnaire asks, with its words in a language.

    Raises:
        Refusal: `WORDING_SOURCE_UNFIT`.
    """
    try:
        plain = read_resource(untrusted, "Questionnaire")
        tongue = Tongue.of(plain, language)
        reader = _Reader(plain, tongue)
        asked = tuple(reader.asked())
    except ValueError as error:
        raise unfit(path, str(error)) from error
    notes = [Line(Mark.LOOK, note) for note in tongue.notes]
    if isinstance(owner := plain.get("copyright"), str):
        notes.append(Line(Mark.LOOK, f"the source states a copyright; it belongs to the licence: {shown(owner)}"))
    return DraftSource(
        kind="FHIR Questionnaire", placed=tuple(reader.placed), asked=asked, lines=(*reader.lines, *notes)
    )


class _Reader:
    """Takes item after item; it has state because conditions look back at earlier items."""

    def __init__(self, plain: Mapping[str, Any], tongue: Tongue) -> None:
        self._plain = plain
        self._tongue = tongue
        self._codes: dict[str, Codes] = {}
        self._links: set[str] = set()
        self._outer: set[int] = set()
        """Groups that were told of; objects of one resource, which lives as long as this reader."""
        self.placed: list[tuple[Place, Phrase]] = []
        self.lines: list[Line] = []

    def asked(self) -> Iterator[Asked]:
        """Yield every question that was understood.

        Raises:
            ValueError: in words, when there is no end to the items.
        """
        self.lines += formulas(self._plain, "the questionnaire")
        for one in Walk(self._plain, self._tongue).met():
            match one:
                case Placed(place, words):
                    self.placed.append((place, words))
                case Met():
                    yield from self._question(one)

    def _question(self, one: Met) -> Iterator[Asked]:
        said = f"item {shown(one.link)}"
        for outer in one.around:
            if id(outer) not in self._outer:
                self._outer.add(id(outer))
                self.lines += formulas(outer, f"item {shown(str(outer.get('linkId')))}")
        self.lines += formulas(one.item, said)
        if one.link in self._links:
            self._not_taken(f"{said}: its link id stands there twice; the second one is left out")
            return
        self._links.add(one.link)
        if (why := left_out(one)) is not None:
            self._not_taken(f"{said}: {why}; left out")
            return
        self.lines += told_beside(one, said)
        kind = str(one.item.get("type"))
        if kind in _CHOICES:
            yield from self._choice(one, said)
        elif kind == "integer" and listed(one.item, "answerOption"):
            yield from self._boxes(one, said)
        elif kind == "integer":
            yield from self._count(one, said)
        else:
            self._not_taken(f"{said}: answers of type {shown(kind)} are not possible here; left out")

    def _choice(self, one: Met, said: str) -> Iterator[Asked]:
        offered: list[tuple[int, Phrase | None]] = []
        not_applicable = None
        for code, phrase in self._offered(one.item, said):
            if code is not None:
                offered.append((code, phrase))
            elif phrase is not None and phrase.flaw:
                self._not_taken(f"{said}: the answer {shown(phrase.text)}: {phrase.flaw}")
            else:
                not_applicable = phrase
        codes = tuple(code for code, _ in offered)
        if len(codes) < 2 or len(set(codes)) < len(codes) or max(codes) > CODE_LIMIT or min(codes) < 0:
            self._not_taken(f"{said}: it has no two answers with codes of their own up to {CODE_LIMIT}; left out")
            return
        if one.item.get("type") == "open-choice":
            self._not_taken(f"{said}: an answer in free words is not possible here")
        in_row = codes == tuple(range(codes[0], codes[-1] + 1))
        in_boxes = in_row and len(codes) > 2 and all(_is_bare(*each) for each in offered[1:-1])
        if in_boxes:
            self._look(f"{said}: its numbers have words at the ends only, so it is drawn in boxes")
        elif not in_row:
            self._look(f"{said}: its codes have gaps; if one of them means 'does not apply', say so in the form")
        self._codes[one.link] = numbers_of_codes(one.item, self._plain)
        labels = [(code, phrase) for code, phrase in offered if phrase is not None]
        yield self._made(one, said, ItemKind.BOXES if in_boxes else ItemKind.CHOICE, codes, labels, not_applicable)

    def _offered(self, item: Mapping[str, Any], said: str) -> Iterator[tuple[int | None, Phrase | None]]:
        """Yield code and words of each answer; no words where it is a bare number, no code as in `answers`."""
        for option in listed(item, "answerOption"):
            number = option.get("valueInteger")
            if isinstance(number, int) and not isinstance(number, bool):
                yield number, None
            else:
                yield from answers({"answerOption": [option]}, self._plain, said, self._tongue)
        if "answerValueSet" in item:
            yield from answers({"answerValueSet": item["answerValueSet"]}, self._plain, said, self._tongue)

    def _boxes(self, one: Met, said: str) -> Iterator[Asked]:
        codes = tuple(number for each in listed(one.item, "answerOption") if isinstance(number := value_of(each), int))
        if (
            len(codes) < 2
            or codes != tuple(range(codes[0], codes[-1] + 1))
            or not 0 <= codes[0] <= codes[-1] <= CODE_LIMIT
        ):
            self._not_taken(f"{said}: its numbers are no row without gaps between 0 and {CODE_LIMIT}; left out")
            return
        self._look(f"{said}: it is drawn in boxes; the words at both ends are still to be written")
        self._codes[one.link] = {}
        yield self._made(one, said, ItemKind.BOXES, codes, [], None)

    def _count(self, one: Met, said: str) -> Iterator[Asked]:
        limits = {str(each.get("url")): value_of(each) for each in listed(one.item, "extension")}
        lowest, highest = limits.get(LOWEST, 0), limits.get(HIGHEST)
        if not isinstance(lowest, int) or not isinstance(highest, int) or not 0 <= lowest < highest <= CODE_LIMIT:
            self._not_taken(f"{said}: it is a number without limits between 0 and {CODE_LIMIT}; left out")
            return
        if ITEM_CONTROL in limits:
            self._look(f"{said}: the source draws it in a way of its own, such as a slider; here it is a number")
        self._codes[one.link] = {}
        yield self._made(one, said, ItemKind.COUNT, tuple(range(lowest, highest + 1)), [], None)

    def _made(
        self,
        one: Met,
        said: str,
        kind: ItemKind,
        codes: tuple[int, ...],
        labels: list[tuple[int, Phrase]],
        not_applicable: Phrase | None,
    ) -> Asked:
        return Asked(
            name=one.link,
            number=printed_number(one.item, one.link),
            words=one.words,
            kind=kind,
            codes=codes,
            labels=tuple(labels),
            not_applicable=not_applicable,
            heading=one.heading,
            condition=self._condition(one, said),
        )

    def _condition(self, one: Met, said: str) -> Condition | None:
        try:
            return condition_of((*one.around, one.item), self._codes)
        except ValueError as error:
            self._not_taken(f"{said}: its condition: {error}; the item is always shown")
            return None

    def _not_taken(self, said: str) -> None:
        self.lines.append(Line(Mark.NOT_TAKEN, said))

    def _look(self, said: str) -> None:
        self.lines.append(Line(Mark.LOOK, said))


def _is_bare(code: int, phrase: Phrase | None) -> bool:
    """Whether an answer has no words but its number."""
    return phrase is None or phrase.text.strip() == str(code)
