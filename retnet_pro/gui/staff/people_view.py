"""What the page Participants shows, gathered from the desk in the lane: plain facts, no Qt."""

from dataclasses import dataclass
from datetime import date, datetime

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.erased import Erasure
from retnet_pro.conduct.erasure import erasures
from retnet_pro.conduct.roles import Right
from retnet_pro.conduct.site_facts import Delivery
from retnet_pro.study.participant import Participant
from retnet_pro.study.visits import Visit, may_be_asked


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One participant in the table."""

    subject: str
    enrolled: date
    arm: str
    """Title of the arm; '' where it is not known or may not be seen."""
    embolizations: int
    last_response: date | None
    next_visit: str
    """Title; '' where nothing is planned."""
    next_opens: date | None
    stopped: str
    """What ended questionnaires, `withdrew` or `died`; '' otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleView:
    """The whole page."""

    rows: tuple[PersonRow, ...]
    erasures: tuple[tuple[Erasure, bool], ...]
    """What was removed by order, each with whether the centre has confirmed it."""
    sees_arm: bool
    may_enrol: bool


def people(desk: Desk) -> PeopleView:
    """Return all participants of the site."""
    today = desk.pen.clock().wall.date()
    return PeopleView(
        rows=tuple(_row(desk, participant, today) for participant in desk.participants()),
        erasures=tuple((one, delivery is Delivery.RECEIVED) for one, delivery in erasures(desk)),
        sees_arm=desk.may(Right.SEE_ARM),
        may_enrol=desk.may(Right.ENROL),
    )


def arm_title(desk: Desk, arm: str | None) -> str:
    """Return what the study calls the arm; '' where there is none."""
    return next((known.title for known in desk.study.arms if known.id == arm), arm or "")


def next_visit(desk: Desk, participant: Participant, today: date) -> Visit | None:
    """Return the next planned visit that still lacks a form and whose window has not closed."""
    course = desk.course(participant.subject)
    for visit in desk.visits_of(participant.subject):
        has = course.done(visit.id)
        if visit.closes >= today and not has.issuperset(visit.instruments):
            return visit
    return None


def _row(desk: Desk, participant: Participant, today: date) -> PersonRow:
    filed = desk.course(participant.subject).filed
    asked = may_be_asked(participant, today)
    coming = next_visit(desk, participant, today) if asked else None
    return PersonRow(
        subject=participant.subject,
        enrolled=participant.enrolled,
        arm=arm_title(desk, participant.arm),
        embolizations=len(participant.embolizations),
        last_response=max((datetime.fromisoformat(one.finished).date() for one in filed), default=None),
        next_visit=coming.title if coming else "",
        next_opens=coming.opens if coming else None,
        stopped="" if asked else "died" if participant.died is not None else "withdrew",
    )
