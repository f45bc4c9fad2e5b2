"""What is confirmed before the tablet changes hands, gathered from the desk in the lane: plain facts, no Qt."""

from dataclasses import dataclass

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.handover import has_pin
from retnet_pro.instrument.model import Instrument, InstrumentId
from retnet_pro.study.visits import visit_by_id


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverView:
    """One visit of one participant, ready to be handed over."""

    subject: str
    visit: str
    visit_title: str
    forms: tuple[str, ...]
    """Titles of the forms still missing, in the order they are asked (rule E57)."""
    missing: tuple[InstrumentId, ...]
    """Their ids."""
    minutes: int
    languages: tuple[str, ...]
    """Only languages in which every one of the forms has its complete words (rules E130, E131)."""
    has_pin: bool
    """Whether the study asks for a PIN and the participant has one."""
    language: str
    """The participant's own language where it is offered, else ''."""


def hand_over_view(desk: Desk, subject: str, visit_id: str) -> HandOverView:
    """Return what would be handed over.

    Raises:
        Refusal: `PARTICIPANT_UNKNOWN` or `TIME_POINT_UNKNOWN`.
    """
    participant = desk.participant(subject)
    visit = visit_by_id(desk.study, participant, visit_id)
    done = desk.course(subject).done(visit_id)
    forms = [desk.library.instrument(form) for form in visit.instruments if form not in done]
    languages = _offered(desk, forms)
    return HandOverView(
        subject=subject,
        visit=visit_id,
        visit_title=visit.title,
        forms=tuple(form.title for form in forms),
        missing=tuple(form.id for form in forms),
        minutes=sum(form.minutes for form in forms),
        languages=languages,
        has_pin=has_pin(desk, subject),
        language=participant.language if participant.language in languages else "",
    )


def _offered(desk: Desk, forms: list[Instrument]) -> tuple[str, ...]:
    complete = [frozenset(desk.library.languages(form)) for form in forms]
    return tuple(tag for tag in desk.study.languages if all(tag in languages for languages in complete))
