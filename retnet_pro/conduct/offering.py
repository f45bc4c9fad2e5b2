"""In which languages a participant can be asked: those in which nothing at all is missing (rules E130, E131, E132).

That includes what the owner of a wording allows: its licence has not ended (E141), and where data are real the screens
are approved (E142).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from retnet_pro.conduct.desk import Desk
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.approval import lack_of_approval
from retnet_pro.instrument.library import Library
from retnet_pro.instrument.model import Instrument, Wording
from retnet_pro.instrument.tongue import lack_of_speech
from retnet_pro.study.model import Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What decides, besides its words, whether a form may be shown here today."""

    mode: Mode
    today: date
    confirmed: Collection[str]
    """Hashes of the forms whose uncertain parts were compared with the licensed scoring sheet."""


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


def grounds_of(desk: Desk) -> Grounds:
    """Return what holds at this desk now."""
    return Grounds(mode=desk.mode, today=desk.pen.clock().wall.date(), confirmed=desk.site.confirmed)


def offers(
    library: Library, forms: Iterable[Instrument], languages: Iterable[str], grounds: Grounds
) -> tuple[Offer, ...]:
    """Return how each of these languages stands for these forms, in the order given.

    Raises:
        Refusal: `FILE_MISSING` or `TABLE_BROKEN`, about the files of the program's own words.
    """
    forms = tuple(forms)
    return tuple(_offer(library, forms, language, grounds) for language in languages)


def demand_spoken(library: Library, wordings: Iterable[Wording], language: str) -> None:
    """Refuse a language that the program itself does not speak well enough for these words.

    Raises:
        Refusal: `WORDING_MISSING`, `INTERFACE_MISSING`, `LANGUAGE_DRAFT` for a draft beside wording that is not for
            demonstration, `FILE_MISSING` or `TABLE_BROKEN`.
    """
    demonstration = all(wording.demonstration for wording in wordings)
    if lack := lack_of_speech(library.tongue(language), language, demonstration=demonstration):
        raise lack


def demand_allowed(form: Instrument, wording: Wording, grounds: Grounds) -> None:
    """Refuse a licence that has ended; where data are real, demonstration wording and screens nobody approved too.

    The last day of a licence counts. Where data are real, a form with uncertain parts also has to be confirmed.

    Raises:
        Refusal: `LICENCE_EXPIRED`; in study mode `LICENCE_MISSING`, `APPROVAL_MISSING` or `FORM_UNCONFIRMED`.
    """
    demand_licensed(form, wording, grounds.today)
    if grounds.mode is not Mode.STUDY:
        return
    if form.needs_licence and wording.demonstration:
        raise Refusal(Code.LICENCE_MISSING, form=form.id, language=wording.language)
    if lack_of_approval(form, wording):
        raise Refusal(Code.APPROVAL_MISSING, form=form.id, language=wording.language)
    if form.to_confirm and form.hash not in grounds.confirmed:
        raise Refusal(Code.FORM_UNCONFIRMED, form=form.id)


def demand_licensed(form: Instrument, wording: Wording, today: date) -> None:
    """Refuse words whose licence has ended: after that day nobody may be shown them, in practice neither (rule E141).

    Raises:
        Refusal: `LICENCE_EXPIRED`.
    """
    expires = wording.licence.expires if wording.licence else None
    if expires is not None and expires < today:
        raise Refusal(Code.LICENCE_EXPIRED, form=form.id, language=wording.language, expired=expires.isoformat())


def _offer(library: Library, forms: tuple[Instrument, ...], language: str, grounds: Grounds) -> Offer:
    try:
        wordings = [library.wording(form, language) for form in forms]
        for form, wording in zip(forms, wordings, strict=True):
            demand_allowed(form, wording, grounds)
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
