"""The history beside each value: every act that led to an answer, as it stands in the log (rules P12, P15, P18)."""

from collections.abc import Mapping
from dataclasses import dataclass

from retnet_pro.answering.sheet import Given
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.event_name import EventName, name_of
from retnet_pro.conduct.roles import Right, demand
from retnet_pro.instrument.model import ItemId
from retnet_pro.record.event import EventHash, SessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act on one item."""

    n: int
    """Ordinal within the session."""
    event: EventName
    """The one that holds it."""
    hash: EventHash
    at: str
    shown_at: str
    """When the page with the question came up."""
    who: str
    given: Given
    replaces: int | None
    """Ordinal of the act it replaced; None for a first entry."""
    prompted: bool
    """Whether the question whether to leave the item out had been shown before (rule P18)."""


History = Mapping[ItemId, tuple[Act, ...]]
"""By item, oldest first; an item nobody touched is not in it."""


def history_of(desk: Desk, ses: SessionId) -> History:
    """Return every act of one questionnaire; what was erased is not in it.

    Raises:
        Refusal: `NOT_ALLOWED`.
        Tamper: when an answer was not signed by this device, cannot be opened or is no answer.
    """
    demand(desk.person.role, Right.READ_RESPONSES)
    acts: dict[ItemId, tuple[Act, ...]] = {}
    for opened, entry in desk.reader.acts_of(ses):
        act = Act(
            n=entry.n,
            event=name_of(desk, opened),
            hash=opened.hash,
            at=opened.at,
            shown_at=entry.shown_at,
            who=opened.who,
            given=entry.given,
            replaces=entry.replaces,
            prompted=entry.prompted,
        )
        acts[entry.item] = (*acts.get(entry.item, ()), act)
    return acts
