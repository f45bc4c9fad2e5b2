"""What the page of signatures shows, gathered from the desk in the lane: plain facts, no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.event_name import EventName, event_name
from retnet_pro.conduct.roles import Right
from retnet_pro.conduct.signature_fact import Renewed
from retnet_pro.conduct.signatures import SignOff, has_to_confirm, renewed_since_signing, sign_offs
from retnet_pro.study.visits import planned_visits


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningView:
    """The milestones of one participant, and what this person may do about them."""

    subject: str
    sign_offs: tuple[SignOff, ...]
    visit_titles: Mapping[str, str]
    form_titles: Mapping[str, str]
    name: str
    """The printed name of a signature given now."""
    may_sign: bool
    must_confirm: bool
    renewed: Renewed | None
    events: Mapping[int, EventName]
    """Of the signatures, by their number here."""


def signing(desk: Desk, subject: str) -> SigningView:
    """Return how the signatures of a participant stand.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN` or `PARTICIPANT_ERASED`.
    """
    known = desk.participant(subject)
    found = sign_offs(desk, subject)
    forms = {covered.form for one in found for covered in one.covered}
    titles = {form.id: form.title for form in map(desk.library.instrument, forms)}  # type: ignore[arg-type]
    may_sign = desk.may(Right.SIGN)
    return SigningView(
        subject=subject,
        sign_offs=found,
        visit_titles={visit.id: visit.title for visit in planned_visits(desk.study, known)},
        form_titles={str(name): title for name, title in titles.items()},
        name=desk.person.name,
        may_sign=may_sign,
        must_confirm=may_sign and has_to_confirm(desk),
        renewed=renewed_since_signing(desk) if may_sign else None,
        events={given.seq: event_name(desk, given.seq) for one in found for given in one.signatures},
    )
