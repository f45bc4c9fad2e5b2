"""Words from a FHIR Questionnaire, R4 or R5, in one language of it. Nothing is fetched from anywhere.

The printed number of a question is its prefix, or else the number its link id ends with.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from retnet_pro.exchange.fhir_reading import read_resource
from retnet_pro.exchange.fhir_walk import Met, Placed, Walk
from retnet_pro.exchange.wording_cells import unfit
from retnet_pro.exchange.wording_fhir_words import Tongue, answers
from retnet_pro.instrument.wording_flaws import shown
from retnet_pro.instrument.wording_source import Phrase, Question, Source, number_in
from retnet_pro.instrument.wording_words import Place


def read_fhir(untrusted: bytes, path: str, language: str) -> Source:
    """Return what a Questionnaire says in a language.

    Raises:
        Refusal: `WORDING_SOURCE_UNFIT`.
    """
    try:
        plain = read_resource(untrusted, "Questionnaire")
        reader = _Reader(plain, Tongue.of(plain, language))
        reader.read()
    except ValueError as error:
        raise unfit(path, str(error)) from error
    return reader.source()


def printed_number(item: Mapping[str, Any], link: str) -> int | None:
    """Return the printed number of a question; None where the source states none."""
    prefix = item.get("prefix")
    return number_in(prefix.rstrip(".): ")) if isinstance(prefix, str) else number_in(link)


class _Reader:
    """Takes item after item; it has state because words are sorted on the way."""

    def __init__(self, plain: Mapping[str, Any], tongue: Tongue) -> None:
        self._plain = plain
        self._tongue = tongue
        self._questions: list[Question] = []
        self._placed: list[tuple[Place, Phrase]] = []
        self._not_applicable: list[tuple[int, Phrase]] = []
        self._strays: list[Phrase] = []

    def read(self) -> None:
        """Take everything, in order.

        Raises:
            ValueError: in words, when there is no end to it.
        """
        for one in Walk(self._plain, self._tongue).met():
            match one:
                case Placed(place, words):
                    self._placed.append((place, words))
                case Met():
                    self._question(one)

    def source(self) -> Source:
        """Return everything found."""
        notes = list(self._tongue.notes)
        owner = self._plain.get("copyright")
        if isinstance(owner, str):
            notes.append(f"the source states a copyright, which belongs into 'licence' and 'notice': {shown(owner)}")
        return Source(
            kind="FHIR Questionnaire",
            questions=tuple(self._questions),
            placed=tuple(self._placed),
            not_applicable=tuple(self._not_applicable),
            strays=tuple(self._strays),
            notes=tuple(notes),
        )

    def _question(self, one: Met) -> None:
        number = printed_number(one.item, one.link)
        options = tuple(self._options(one, number))
        if one.words is None or number is None:
            said = "without words" if one.words is None else "without a number"
            self._strays.append(
                Phrase(text=one.words.text if one.words else "", where=f"item {shown(one.link)}, {said}")
            )
            return
        self._questions.append(Question(number=number, words=one.words, heading=one.heading, options=options))

    def _options(self, one: Met, number: int | None) -> Iterator[tuple[int, Phrase]]:
        for code, phrase in answers(one.item, self._plain, f"item {shown(one.link)}", self._tongue):
            if code is not None:
                yield code, phrase
            elif phrase.flaw or number is None:
                self._strays.append(phrase)
            else:
                self._not_applicable.append((number, phrase))
