"""What is confirmed before the tablet changes hands, gathered from the desk in the lane: plain facts, no Qt."""

from dataclasses import dataclass
from datetime import date

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.handover import has_pin
from retnet_pro.conduct.keys import keys_in_force
from retnet_pro.conduct.offering import Offer, grounds_of, offers
from retnet_pro.instrument.model import InstrumentId
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
    languages: tuple[Offer, ...]
    """Every language of the study, with what keeps it from being chosen (rules E130, E131, E132, E141, E142)."""
    trust_ended: date | None
    """The last day of the centre's trust pack, once it is over; that is told and stops nobody."""
    has_pin: bool
    """Whether the study asks for a PIN and the participant has one."""
    language: str
    """The participant's own."""


def hand_over_view(desk: Desk, subject: str, visit_id: str) -> HandOverView:
    """Return what would be handed over.

    Raises:
        Refusal: `PARTICIPANT_UNKNOWN`, `TIME_POINT_UNKNOWN`, `FILE_MISSING` or `TABLE_BROKEN`.
    """
    participant = desk.participant(subject)
    visit = visit_by_id(desk.study, participant, visit_id)
    done = desk.course(subject).done(visit_id)
    forms = [desk.library.instrument(form) for form in visit.instruments if form not in done]
    return HandOverView(
        subject=subject,
        visit=visit_id,
        visit_title=visit.title,
        forms=tuple(form.title for form in forms),
        missing=tuple(form.id for form in forms),
        minutes=sum(form.minutes for form in forms),
        languages=offers(desk.library, forms, desk.study.languages, grounds_of(desk)),
        trust_ended=keys_in_force(desk.pen.log, desk.pen.key.public).trust_ended(desk.pen.clock().wall.date()),
        has_pin=has_pin(desk, subject),
        language=participant.language,
    )
