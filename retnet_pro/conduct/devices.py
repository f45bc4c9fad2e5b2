"""The devices of a site, as far as this one knows of them from its own log and from those it goes on from.

A tablet that was let in keeps its own log and sends by itself; what it holds stands in no log here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.joining import LET_IN
from retnet_pro.conduct.open_events import genuine_events
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.record.event import Kind


class Link(StrEnum):
    """What a device is to this one."""

    THIS = "this"
    BEFORE = "before"
    """This one goes on from its log; it must not be used any more."""
    LET_IN = "let-in"
    """It was given the site's key here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteDevice:
    """One device of the site."""

    device: str
    link: Link
    since: str
    """When it was set up, or let in here."""
    by: str
    """Account that let it in; '' for the others."""
    unreceived: int | None
    """Finished questionnaires of it that the centre has not receipted, as far as is known here; None: not known."""


def devices_of(desk: Desk) -> tuple[SiteDevice, ...]:
    """Return this device first, then those before it, the newest first, then those let in, oldest first.

    Raises:
        Refusal: `NOT_ALLOWED`.
        Tamper: `CHAIN_BROKEN` or `EVENT_BROKEN`, at an event about people that cannot be believed.
    """
    demand(desk.person.role, Right.EXPORT)
    return (*_own(desk), *_let_in(desk))


def _own(desk: Desk) -> Iterator[SiteDevice]:
    *before, this = desk.reader.logs()
    waiting = [one.seq for one in desk.site.waiting]
    spans = (range(1, this.log.head().seq + 1), *reversed(desk.site.unreceipted))
    for one, span, link in zip(
        (this, *reversed(before)), spans, (Link.THIS, *(Link.BEFORE,) * len(before)), strict=True
    ):
        first = one.log.get(1)
        yield SiteDevice(
            device=one.device,
            link=link,
            since=first.header.at if first is not None else "",
            by="",
            unreceived=sum(seq in span for seq in waiting),
        )


def _let_in(desk: Desk) -> Iterator[SiteDevice]:
    seen: set[object] = set()
    for event in genuine_events(desk.pen.log, desk.pen.key.public, {Kind.STAFF}):
        note = event.header.note or {}
        if note.get("act") == LET_IN and note["device"] not in seen:
            seen.add(note["device"])
            yield SiteDevice(
                device=str(note["device"]),
                link=Link.LET_IN,
                since=event.header.at,
                by=event.header.who,
                unreceived=None,
            )
