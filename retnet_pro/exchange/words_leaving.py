"""The words of a form that is handed out on its own: they pass the same gate as words that leave with data."""

from datetime import date

from retnet_pro.dataset.leaving_words import why_shut
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.library import Library
from retnet_pro.instrument.model import Instrument, Wording
from retnet_pro.study.model import Mode


def leaving_wording(library: Library, form: Instrument, language: str, today: date) -> Wording:
    """Return the words of a form in a language, if they may leave.

    A form without data says nothing about what participants were asked, so demonstration wording may, with its mark.

    Raises:
        Refusal: `WORDS_LICENSED`, saying why they stay here; `WORDING_MISSING`, `FORM_BROKEN`.
    """
    wording = library.wording(form, language)
    if (why := why_shut(form, wording, Mode.DEMO, today)) is not None:
        raise Refusal(Code.WORDS_LICENSED, form=form.id, language=language, why=why.value)
    return wording
