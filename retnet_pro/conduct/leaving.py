"""This tablet goes to another site: what is still to be done on it, and the event that closes its log.

A tablet never takes its log along; that belongs to the site that made it. So everything on it has to be finished, sent
and received first. Afterwards the log takes in what sending needs and no more (see `pen`), the centre ties the id it
had to the one it gets (see `centre.transfer`), and the folder of the site can go.
"""

from collections.abc import Mapping
from enum import StrEnum

from retnet_pro.conduct.beside import is_beside
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.export import CONTENT
from retnet_pro.conduct.neighbours import neighbourhood
from retnet_pro.conduct.pen import Leaving
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.conduct.safety import safety_of
from retnet_pro.errors import Code, Refusal
from retnet_pro.record.event import Event, Kind


class Unfinished(StrEnum):
    """What keeps a tablet from leaving; the values are written into the closing event."""

    SITTINGS = "sittings"
    """Questionnaires that were begun or handed over and neither finished nor closed."""
    PAPERS = "papers"
    """Forms on paper that two people have not both read in."""
    FORMS = "forms"
    """Forms of staff that are open."""
    PLACES = "places"
    """Answers said to be in the wrong place, about which nobody has decided."""
    ALERTS = "alerts"
    """Alerts raised here that nobody has settled."""
    UNRECEIVED = "unreceived"
    """Records of this tablet that the centre has not receipted."""
    BEFORE = "before"
    """Questionnaires of the device before this one, whose log the centre has not taken in."""
    UNTOLD = "untold"
    """Records that no letter to the other tablets of the site holds."""


def unfinished(desk: Desk) -> Mapping[Unfinished, int]:
    """Return how many of each there are; only what there is.

    Raises:
        Tamper: `CHAIN_BROKEN` or `EVENT_BROKEN`, when an event about the other tablets cannot be believed.
    """
    site, log = desk.site, desk.pen.log
    known = neighbourhood(log, desk.pen.key.public)
    last_letter = known.cuts[-1] if known.cuts else 0
    listens = any(not one.parted_at for one in known.neighbours)
    counts = {
        Unfinished.SITTINGS: len(site.interrupted()),
        Unfinished.PAPERS: len(site.papers),
        Unfinished.FORMS: sum(len(course.clinic.open) for course in site.courses.every()),
        Unfinished.PLACES: len(site.placing.pending()),
        Unfinished.ALERTS: _open_alerts(desk),
        Unfinished.UNRECEIVED: _records_after(desk, site.send_after),
        Unfinished.BEFORE: safety_of(site).inherited,
        Unfinished.UNTOLD: _records_after(desk, last_letter) if listens else 0,
    }
    return {what: count for what, count in counts.items() if count}


def leave(desk: Desk, to: str, why: str, *, is_forced: bool = False) -> Event:
    """Close this tablet for the site it goes to; from here on nothing is recorded on it. The event is to be sent, too.

    Forced, what was unfinished goes into the event.

    Raises:
        Refusal: `NOT_ALLOWED`; `REASON_MISSING`, when the other site or the reason is not said; `LEAVING_UNFINISHED`,
            unless forced; `DEVICE_LEFT`, when it was closed before. Nothing was recorded.
        Tamper: as `unfinished`.
    """
    demand(desk.person.role, Right.CLOSE_DEVICE)
    site, reason = to.strip(), why.strip()
    if not site or not reason:
        raise Refusal(Code.REASON_MISSING)
    desk.catch_up()
    gone = desk.pen.leaving()
    if gone is not None:
        raise Refusal(Code.DEVICE_LEFT, site=gone.to, at=gone.at[:10])
    left = {what.value: count for what, count in unfinished(desk).items()}
    if left and not is_forced:
        raise Refusal(Code.LEAVING_UNFINISHED, count=sum(left.values()))
    facts = {"to": site, "unfinished": left}
    return desk.write(Kind.DEVICE_LEAVES, {**facts, "why": reason}, note=facts)


def is_received(desk: Desk, gone: Leaving) -> bool:
    """Whether the centre has receipted the closing event, everything before it, and an order to erase after it."""
    return gone.seq <= desk.site.received_upto and not _records_after(desk, desk.site.send_after)


def _records_after(desk: Desk, seq: int) -> int:
    return sum(1 for _ in desk.pen.log.events(seq, CONTENT))


def _open_alerts(desk: Desk) -> int:
    courses = map(desk.site.courses.get, desk.site.alerted)
    return sum(one.is_open and not is_beside(one.seq) for course in courses if course for one in course.alerts)
