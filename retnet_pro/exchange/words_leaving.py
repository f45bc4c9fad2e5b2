"""Whether the words of a form may leave in a file of their own."""

from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import Instrument, Wording


def demand_may_leave(form: Instrument, wording: Wording, *, licensed_may_leave: bool) -> None:
    """Return if the words are this project's own, need no licence, or the licence of the deployment lets them leave.

    Raises:
        Refusal: `WORDS_LICENSED`.
    """
    is_licensed = not wording.demonstration and (form.needs_licence or wording.licence is not None)
    if is_licensed and not licensed_may_leave:
        raise Refusal(Code.WORDS_LICENSED, form=form.id, language=wording.language)
