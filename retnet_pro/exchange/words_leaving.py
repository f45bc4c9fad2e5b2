"""Whether the words of a form may leave in a file of their own: by the same gate as with data (`leaving_words`)."""

from datetime import date

from retnet_pro.dataset.leaving_words import why_shut
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import Instrument, Wording
from retnet_pro.study.model import Mode


def demand_may_leave(form: Instrument, wording: Wording, today: date) -> None:
    """Return if the words are this project's own, need no licence, or their licence lets them stand in exports.

    Raises:
        Refusal: `WORDS_LICENSED`.
    """
    shut = why_shut(form, wording, Mode.DEMO, today)  # no data of a study go along
    if shut is not None:
        raise Refusal(Code.WORDS_LICENSED, form=form.id, language=wording.language, why=shut.value)
