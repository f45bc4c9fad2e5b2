"""How a finished questionnaire came about, gathered from the events of its session (rules E57, E58, E59, E90)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.instrument.model import ItemId
from retnet_pro.record.circumstance import Deviation, Medium, WhyHelped
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.record.response import AnsweredBy
from retnet_pro.record.transcript import Oddity, Round, WhyPaper
from retnet_pro.study.model import Identification

_KINDS = frozenset({Kind.SESSION_OPEN, Kind.SESSION_IDENTIFIED, Kind.SESSION_WHO})


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """Somebody answers, from here on."""

    answered_by: AnsweredBy
    why: WhyHelped | None
    """None: alone, or recorded by a version that knew no list."""
    reason: str
    """In words, where the list did not do."""


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
    """The participant's own step; None: none is recorded."""


def circumstances_of(desk: Desk, ses: SessionId) -> Circumstances:
    """Return how one questionnaire came about; what was erased is not in it.

    Raises:
        Refusal: `NOT_ALLOWED`.
        Tamper: when an event was not signed by its device or cannot be opened.
    """
    demand(desk.person.role, Right.READ_RESPONSES)
    found = Circumstances()
    for event, public in desk.reader.session_events(ses):
        if event.header.kind in _KINDS and event.sealed is not None:
            content = desk.reader.open_event(event, public).content
            found = _with(found, event.header.kind, content)
            paper = content.get("paper")
            if isinstance(paper, Mapping):
                found = replace(found, paper=_paper(paper, event.header.at))
    return found


def _with(found: Circumstances, kind: Kind, content: Mapping[str, object]) -> Circumstances:
    if kind is Kind.SESSION_IDENTIFIED:
        return replace(found, identified=Identification(str(content["by"])))
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
        medium=Medium.INTERVIEW if found.medium is Medium.INTERVIEW else now,  # any part of it makes it one
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
