"""Words of questions for a define file, code by code: only those that may leave, with their notice first.

Define-XML has no place for the words of a question in a list of codes; they stand in the comment on the list.
"""

from collections.abc import Iterator

from retnet_pro.dataset.codebook import Codebook
from retnet_pro.dataset.leaving_words import note_of
from retnet_pro.exchange.cdisc_codes import item_codes
from retnet_pro.instrument.model import Instrument, Wording


def question_words(codebook: Codebook) -> tuple[tuple[str, str], ...]:
    """Return language and text, the languages in order; nothing where no words may leave."""
    told: dict[str, list[str]] = {}
    for form in codebook.instruments:
        for wording in codebook.words_of(form):
            told.setdefault(wording.language, []).extend(_lines(form, wording))
    return tuple((language, "\n".join(lines)) for language, lines in sorted(told.items()))


def _lines(form: Instrument, wording: Wording) -> Iterator[str]:
    yield f"{form.id} {form.version}: {note_of(wording)}"
    for item in form.items:
        code = item_codes().get((form.id, form.version, item.id))
        if code is not None:
            yield f"{code.code}: {wording.items[item.id]}"
