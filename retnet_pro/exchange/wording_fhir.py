"""Words from a FHIR Questionnaire, R4 or R5, in one language of it. Nothing is fetched from anywhere.

The printed number of a question is its prefix, or else the number its link id ends with. The text of the group around
it, or of a display item before it, is taken for its time frame.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from retnet_pro.exchange.fhir_names import listed
from retnet_pro.exchange.fhir_reading import read_resource
from retnet_pro.exchange.wording_cells import unfit
from retnet_pro.exchange.wording_fhir_words import Tongue, answers, text_at
from retnet_pro.instrument.wording_flaws import shown
from retnet_pro.instrument.wording_source import Phrase, Question, Source, number_in
from retnet_pro.instrument.wording_words import GENERAL, Place

DEPTH_LIMIT = 16
ITEM_LIMIT = 20_000


def read_fhir(untrusted: bytes, path: str, language: str) -> Source:
    """Return what a Questionnaire says in a language.

    Raises:
        Refusal: `WORDING_SOURCE_UNFIT`.
    """
    try:
        plain = read_resource(untrusted, "Questionnaire")
    except ValueError as error:
        raise unfit(path, str(error)) from error
    reader = _Reader(plain, Tongue.of(plain, language), path)
    reader.walk(plain, None, 1)
    return reader.source()


class _Reader:
    """Walks through the items; it has state because words are sorted on the way."""

    def __init__(self, plain: Mapping[str, Any], tongue: Tongue, path: str) -> None:
        self._plain = plain
        self._tongue = tongue
        self._path = path
        self._count = 0
        self._questions: list[Question] = []
        self._placed: list[tuple[Place, Phrase]] = []
        self._not_applicable: list[tuple[int, Phrase]] = []
        self._strays: list[Phrase] = []

    def source(self) -> Source:
        """Return everything found."""
        notes = list(self._tongue.notes)
        title = text_at(self._plain, "title", "title of the questionnaire", self._tongue)
        placed = [*self._placed, *([] if title is None else [(("title",), title)])]
        owner = self._plain.get("copyright")
        if isinstance(owner, str):
            notes.append(f"the source states a copyright, which belongs into 'licence' and 'notice': {shown(owner)}")
        return Source(
            kind="FHIR Questionnaire",
            questions=tuple(self._questions),
            placed=tuple(placed),
            not_applicable=tuple(self._not_applicable),
            strays=tuple(self._strays),
            notes=tuple(notes),
        )

    def walk(self, parent: Mapping[str, Any], heading: Phrase | None, depth: int) -> None:
        """Take every item under a parent, in order.

        Raises:
            Refusal: `WORDING_SOURCE_UNFIT`, when there is no end to them.
        """
        if depth > DEPTH_LIMIT:
            raise unfit(self._path, f"its groups are nested deeper than {DEPTH_LIMIT}")
        for item in listed(parent, "item"):
            self._count += 1
            if self._count > ITEM_LIMIT:
                raise unfit(self._path, f"it has more than {ITEM_LIMIT} items")
            link = str(item.get("linkId", ""))
            words = text_at(item, "text", f"item {shown(link)}", self._tongue)
            inner = heading
            match item.get("type"):
                case "group":
                    inner = words or heading
                case "display":
                    heading = inner = self._display(link, words) or heading
                case _:
                    self._question(item, link, words, heading)
            self.walk(item, inner, depth + 1)

    def _display(self, link: str, words: Phrase | None) -> Phrase | None:
        """Give a display item its place, or return it as the heading of what follows."""
        general = next((part for part in GENERAL if re.search(rf"(^|[^a-z]){part}$", link.casefold())), None)
        if general is None or words is None:
            return words
        self._placed.append(((general,), words))
        return None

    def _question(self, item: Mapping[str, Any], link: str, words: Phrase | None, heading: Phrase | None) -> None:
        prefix = item.get("prefix")
        number = number_in(prefix.rstrip(".): ")) if isinstance(prefix, str) else number_in(link)
        options = tuple(self._options(item, link, number))
        if words is None or number is None:
            said = "without words" if words is None else "without a number"
            self._strays.append(Phrase(text=words.text if words else "", where=f"item {shown(link)}, {said}"))
            return
        self._questions.append(Question(number=number, words=words, heading=heading, options=options))

    def _options(self, item: Mapping[str, Any], link: str, number: int | None) -> Iterator[tuple[int, Phrase]]:
        for code, phrase in answers(item, self._plain, f"item {shown(link)}", self._tongue):
            if code is not None:
                yield code, phrase
            elif phrase.flaw or number is None:
                self._strays.append(phrase)
            else:
                self._not_applicable.append((number, phrase))
