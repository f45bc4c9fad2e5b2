"""Where the finished questionnaires of each participant are on their way to the centre (design part 7)."""

from collections import Counter
from dataclasses import dataclass

from retnet_pro.bundle.receipt import FINAL
from retnet_pro.conduct.beside import is_beside
from retnet_pro.conduct.course import Course
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.conduct.site import Site
from retnet_pro.conduct.site_facts import Delivery


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """One participant."""

    subject: str
    on_device: int
    in_bundle: int
    sent: int
    received: int
    oldest: str | None
    """When the oldest one without a receipt was answered; None when there is none."""
    receipt: str
    """The bundle whose receipt covers the newest one that was received; '' when there is none here."""

    @property
    def is_all_received(self) -> bool:
        """Whether the centre has receipted everything of this participant."""
        return self.on_device == 0 and self.in_bundle == 0 and self.sent == 0


def whereabouts(desk: Desk) -> tuple[Whereabouts, ...]:
    """Return every participant who finished a questionnaire here: who has waited longest first, then by study code.

    Raises:
        Refusal: `NOT_ALLOWED`.
    """
    demand(desk.person.role, Right.READ_RESPONSES)
    found = (_of(one, desk.site) for one in desk.site.courses.every() if not all(is_beside(it.seq) for it in one.filed))
    return tuple(sorted(found, key=lambda one: (one.oldest is None, one.oldest or "", one.subject)))


def _of(course: Course, site: Site) -> Whereabouts:
    at = {one.seq: site.delivery_of(one.seq) for one in course.filed}
    count = Counter(at.values())
    waiting = [one.finished for one in course.filed if at[one.seq] not in (Delivery.RECEIVED, Delivery.ELSEWHERE)]
    newest = max((seq for seq, delivery in at.items() if delivery is Delivery.RECEIVED), default=0)
    return Whereabouts(
        subject=course.participant.subject,
        on_device=count[Delivery.ON_DEVICE],
        in_bundle=count[Delivery.IN_BUNDLE],
        sent=count[Delivery.SENT],
        received=count[Delivery.RECEIVED],
        oldest=min(waiting, default=None),
        receipt=_receipt_for(newest, site),
    )


def _receipt_for(seq: int, site: Site) -> str:
    """Return the bundle whose receipt first covered this event; those of the device before this one have none here."""
    covers = (one.bundle for one in site.received if one.status in FINAL and one.upto >= seq)
    return next(covers, "") if seq > 0 else ""
