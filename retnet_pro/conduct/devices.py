"""The devices of a site, as far as this one knows of them from its own log and from those it goes on from.

Another tablet keeps its own log and sends by itself. What is known of it here is what its letters told (see
`neighbours`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.joining import LET_IN
from retnet_pro.conduct.neighbours import Neighbour, neighbourhood
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
    NEIGHBOUR = "neighbour"
    """Another tablet of the site, let in elsewhere, whose fingerprint was compared here."""
    UNKNOWN = "unknown"
    """A tablet whose letters lay where the tablets of the site exchange, and whose fingerprint nobody has compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What this tablet has heard from another one."""

    upto: int
    """Number of the last event that was taken in; 0 for none yet."""
    at: str
    """When that was; '' for never."""
    responses: int
    """Finished questionnaires of it that can be read here."""
    is_cut: bool
    """Some of what it told can no longer be read here: the copy was lost or altered. The next exchange fetches it."""
    parted_at: str
    """Since when nothing more of it is taken in; '' while it is listened to."""
    left_for: str = ""
    """The site it goes to, once it has told so; '' while it is in use here."""
    lacks: int | None = None
    """Its event that is missing, while later letters of it wait for it; None for no gap."""
    forked_at: str = ""
    """When a letter of it was seen that does not follow what is known of it; '' for never."""


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
    heard: Heard | None = None
    """None for this device, those before it, and a tablet whose fingerprint was not compared here yet."""

    @property
    def is_another(self) -> bool:
        """Whether it is another tablet, with a record of its own."""
        return self.link in {Link.LET_IN, Link.NEIGHBOUR}


def devices_of(desk: Desk) -> tuple[SiteDevice, ...]:
    """Return this device first, then those before it, the newest first, then the other tablets, oldest first.

    Raises:
        Refusal: `NOT_ALLOWED`.
        Tamper: `CHAIN_BROKEN` or `EVENT_BROKEN`, at an event about people that cannot be believed.
    """
    demand(desk.person.role, Right.EXPORT)
    return (*_own(desk), *_others(desk))


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


def _others(desk: Desk) -> Iterator[SiteDevice]:
    known = neighbourhood(desk.pen.log, desk.pen.key.public)
    welcomed = let_in(desk)
    for one in welcomed:
        neighbour = known.of(one.device)
        yield one if neighbour is None else replace(one, heard=_heard(desk, neighbour))
    for neighbour in known.neighbours:
        if neighbour.device not in {one.device for one in welcomed}:
            yield SiteDevice(
                device=neighbour.device,
                link=Link.NEIGHBOUR,
                since=neighbour.known_at,
                by=neighbour.known_by,
                unreceived=None,
                heard=_heard(desk, neighbour),
            )
    for seen in known.seen:
        if seen.device not in {one.device for one in welcomed}:
            yield SiteDevice(device=f"{seen.tag}\u2026", link=Link.UNKNOWN, since=seen.at, by="", unreceived=None)


def _heard(desk: Desk, one: Neighbour) -> Heard:
    beside = desk.site.beside
    taken = beside.upto[beside.devices.index(one.device)] if one.device in beside.devices else 0
    filed = (filed for course in desk.site.courses.every() for filed in course.filed)
    return Heard(
        upto=one.upto.seq,
        at=one.taken_at,
        responses=sum(beside.device_of(each.seq) == one.device for each in filed),
        is_cut=taken < one.upto.seq,
        parted_at=one.parted_at,
        left_for=_left_for(desk, one),
        lacks=None if one.parted_at else one.lacks,
        forked_at="" if one.parted_at else one.forked_at,
    )


def _left_for(desk: Desk, one: Neighbour) -> str:
    log = desk.reader.hearing.logs.log(one.device)
    told = () if log is None else log.events(0, {Kind.DEVICE_LEAVES})
    return next((str((event.header.note or {}).get("to", "")) for event in told), "")


def let_in(desk: Desk) -> tuple[SiteDevice, ...]:
    """Return the tablets that were given the site's key here, oldest first, each once.

    Raises:
        Refusal: `NOT_ALLOWED`.
        Tamper: as `devices_of`.
    """
    demand(desk.person.role, Right.EXPORT)
    found: dict[object, SiteDevice] = {}
    for event in genuine_events(desk.pen.log, desk.pen.key.public, {Kind.STAFF}):
        note = event.header.note or {}
        if note.get("act") == LET_IN and note["device"] not in found:
            found[note["device"]] = SiteDevice(
                device=str(note["device"]),
                link=Link.LET_IN,
                since=event.header.at,
                by=event.header.who,
                unreceived=None,
            )
    return tuple(found.values())
