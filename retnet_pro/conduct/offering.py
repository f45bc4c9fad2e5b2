"""In which languages a participant can be asked: those in which nothing at all is missing (rules E130, E131, E132)."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.library import Library
from retnet_pro.instrument.model import Instrument, Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One language of the study, for some forms."""

    language: str
    is_draft: bool
    """Nobody has reviewed what the program says in it, so it goes with demonstration wording only."""
    obstacle: Refusal | None
    """Why it cannot be chosen; None when it can."""
    letters: frozenset[str]
    """Every character participants would see, for whoever knows the typefaces; empty with an obstacle."""


def offers(library: Library, forms: Iterable[Instrument], languages: Iterable[str]) -> tuple[Offer, ...]:
    """Return how each of these languages stands for these forms, in the order given.

    Raises:
        Refusal: `FILE_MISSING` or `TABLE_BROKEN`, about the files of the program's own words.
    """
    forms = tuple(forms)
    return tuple(_offer(library, forms, language) for language in languages)


def demand_spoken(library: Library, wordings: Iterable[Wording], language: str) -> None:
    """Refuse a language that the program itself does not speak well enough for these words.

    Raises:
        Refusal: `WORDING_MISSING`, `INTERFACE_MISSING`, `LANGUAGE_DRAFT` for a draft beside wording that is not for
            demonstration, `FILE_MISSING` or `TABLE_BROKEN`.
    """
    tongue = library.tongue(language)
    if tongue is None:
        raise Refusal(Code.WORDING_MISSING, form="RETNET-Pro", language=language)
    if tongue.missing:
        raise Refusal(Code.INTERFACE_MISSING, language=language, count=tongue.missing)
    if tongue.is_draft and not all(wording.demonstration for wording in wordings):
        raise Refusal(Code.LANGUAGE_DRAFT, language=language)


def _offer(library: Library, forms: tuple[Instrument, ...], language: str) -> Offer:
    try:
        wordings = [library.wording(form, language) for form in forms]
        demand_spoken(library, wordings, language)
    except Refusal as refusal:
        return Offer(language=language, is_draft=False, obstacle=refusal, letters=frozenset())
    tongue = library.tongue(language)
    return Offer(
        language=language,
        is_draft=tongue is not None and tongue.is_draft,
        obstacle=None,
        letters=frozenset(chain(tongue.letters if tongue else (), *map(_texts, wordings))),
    )


def _texts(wording: Wording) -> str:
    labels = chain.from_iterable(words.values() for words in wording.labels.values())
    tables = (wording.recalls, wording.items, wording.not_applicable)
    return "".join((wording.notice, wording.title, wording.instruction, *labels, *chain(*(t.values() for t in tables))))
