"""What the page Audit starts with, gathered from the desk in the lane: plain facts, no Qt."""

from dataclasses import dataclass
from datetime import date, datetime

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.roles import Right
from retnet_pro.conduct.trail import Trail, authors, open_trail


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditView:
    """The page as it opens: nothing filtered, nothing read yet."""

    trail: Trail
    people: tuple[str, ...]
    """Whom one can filter by."""
    subjects: tuple[str, ...] | None
    """Study codes; None for roles that do not read responses, which cannot filter by participant either."""
    first: date
    today: date


def audit(desk: Desk) -> AuditView:
    """Write down that the trail was opened (rule P10), and return what the page starts with.

    Raises:
        Refusal: `NOT_ALLOWED`.
    """
    trail = open_trail(desk)
    begun = desk.pen.log.get(1)
    today = desk.pen.clock().wall.date()
    return AuditView(
        trail=trail,
        people=authors(desk),
        subjects=desk.site.courses.subjects() if desk.may(Right.READ_RESPONSES) else None,
        first=today if begun is None else datetime.fromisoformat(begun.header.at).date(),
        today=today,
    )
