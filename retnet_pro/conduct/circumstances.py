"""How a finished questionnaire came about, gathered from the events of its session (rules E57, E58, E59, E90)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.conduct.site_facts import Opened
from retnet_pro.instrument.model import ItemId
from retnet_pro.record.circumstance import Deviation, LineCheck, Medium, WhyHelped
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.record.response import AnsweredBy
from retnet_pro.record.transcript import Oddity, Round, WhyPaper
from retnet_pro.study.model import Identification

TELLING = frozenset({Kind.SESSION_OPEN, Kind.SESSION_IDENTIFIED, Kind.SESSION_WHO})
"""Kinds of events that tell it."""
_ASKED_BY_STAFF = frozenset({Medium.INTERVIEW, Medium.TELEPHONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """Somebody answers, from here on."""

    answered_by: AnsweredBy
    why: WhyHelped | None
    """None: alone, or recorded by a version that knew no list."""
    reason: str
    """In words, where the list did not do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Somebody of the staff stated who is on the telephone (rule E59)."""

    who: str
    """The account."""
    how: LineCheck


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperUsed:
    """How a form on paper came into the record (rules E92, E93, E94)."""

    day: date
    """The participant's own date on it."""
    why: WhyPaper
    readers: Mapping[Round, str]
    oddities: Mapping[ItemId, Oddity]
    scan: str
    """SHA-256 of the scan; '' without one."""
    recorded_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What stands in the record beside the answers."""

    helped: tuple[Help, ...] = ()
    """Who answered, first to last."""
    medium: Medium | None = None
    """None: recorded by a version that did not say."""
    deviations: tuple[Deviation, ...] = ()
    paper: PaperUsed | None = None
    """How a form on paper was read in; None for forms on the tablet."""
    identified: Identification | None = None
    """The participant's own step, or what stands for it on the telephone; None: none is recorded."""
    stated: tuple[Statement, ...] = ()
    """Who stated who is on the telephone, once for each time the form was begun or continued."""


def circumstances_of(desk: Desk, ses: SessionId) -> Circumstances:
    """Return how one questionnaire came about; what was erased is not in it.

    Raises:
        Refusal: `NOT_ALLOWED`.
        Tamper: when an event was not signed by its device or cannot be opened.
    """
    demand(desk.person.role, Right.READ_RESPONSES)
    events = (
        desk.reader.open_event(event, public)
        for event, public in desk.reader.session_events(ses)
        if event.header.kind in TELLING and event.sealed is not None
    )
    return circumstances_from(events)


def circumstances_from(events: Iterable[Opened]) -> Circumstances:
    """Return how a questionnaire came about from the events of its session that tell (`TELLING`), in order."""
    found = Circumstances()
    for event in events:
        found = _with(found, event.kind, event.content, event.who)
        paper = event.content.get("paper")
        if isinstance(paper, Mapping):
            found = replace(found, paper=_paper(paper, event.at))
    return found


def _with(found: Circumstances, kind: Kind, content: Mapping[str, object], who: str) -> Circumstances:
    if kind is Kind.SESSION_IDENTIFIED:
        how = content.get("how")
        stated = () if how is None else (Statement(who=who, how=LineCheck(str(how))),)
        return replace(found, identified=Identification(str(content["by"])), stated=found.stated + stated)
    why, medium, listed = content.get("why"), content.get("medium"), content.get("deviations")
    noted = tuple(Deviation(str(one)) for one in listed) if isinstance(listed, list) else None
    one = Help(
        answered_by=AnsweredBy(str(content["answered_by"])),
        why=None if why is None else WhyHelped(str(why)),
        reason=str(content.get("reason", "")),
    )
    now = found.medium if medium is None else Medium(str(medium))
    return replace(
        found,
        helped=(*found.helped, one),
        medium=found.medium if found.medium in _ASKED_BY_STAFF else now,  # any part of it makes it one
        deviations=found.deviations if noted is None else noted,
    )


def _paper(content: Mapping[str, Any], at: str) -> PaperUsed:
    return PaperUsed(
        day=date.fromisoformat(content["day"]),
        why=WhyPaper(content["why"]),
        readers={Round(whose): who for whose, who in content["readers"].items()},
        oddities={ItemId(item): Oddity(oddity) for item, oddity in content["oddities"].items()},
        scan=content["scan"],
        recorded_at=at,
    )
