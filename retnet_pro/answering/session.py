"""One participant filling in one form: where they are and what they have put down so far."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from retnet_pro.answering.rules import is_settled, presented
from retnet_pro.answering.sheet import Given
from retnet_pro.instrument.model import Instrument, ItemId
from retnet_pro.moment import Moment


@dataclass(frozen=True, slots=True)
class IntroPage:
    """The form's own instructions, before the first item."""


@dataclass(frozen=True, slots=True)
class SectionPage:
    """A new recall period begins with this item (rule E03)."""

    item: ItemId


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One item (rule E01)."""

    item: ItemId


@dataclass(frozen=True, slots=True)
class SkipPage:
    """The one neutral question: answer it, or leave it out (rule E41)."""

    item: ItemId


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """All items with their answers, before the deliberate finish (rule E27)."""


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """The form is closed for the participant (rule E28)."""


Page = IntroPage | SectionPage | QuestionPage | SkipPage | ReviewPage | FinishedPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One act on one item, to be made durable before anything else is shown (rules E50, P12, P13)."""

    n: int
    """Ordinal within the session, from 1, without gaps."""
    item: ItemId
    given: Given
    replaces: int | None
    """Ordinal of the entry this one replaces; both stay in the record (rule E23)."""
    prompted: bool
    """Whether the skip question had been shown for this item (rule P18)."""
    shown_at: str
    """Wall time at which the page came up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """The state of a form being filled in. Frozen: `step` returns the next one."""

    instrument: Instrument
    page: Page
    given: Mapping[ItemId, Given]
    latest: Mapping[ItemId, int]
    """Ordinal of the newest entry of each item."""
    entries: tuple[Entry, ...]
    prompted: frozenset[ItemId]
    from_review: bool
    shown_at: str


def begin(instrument: Instrument, now: Moment) -> Session:
    """Return a session at the instructions, with nothing answered."""
    return Session(
        instrument=instrument,
        page=IntroPage(),
        given={},
        latest={},
        entries=(),
        prompted=frozenset(),
        from_review=False,
        shown_at=now.at,
    )


def resume(instrument: Instrument, entries: Iterable[Entry], now: Moment) -> Session:
    """Return the session that the stored entries describe, at the first open item (rule E52).

    With no entries it starts at the instructions; with nothing open it stands at the review list.
    """
    session = begin(instrument, now)
    stored = tuple(entries)
    if not stored:
        return session
    given = {entry.item: entry.given for entry in stored}
    open_items = (item.id for item in presented(instrument, given) if not is_settled(given.get(item.id)))
    first_open = next(open_items, None)
    return replace(
        session,
        page=ReviewPage() if first_open is None else QuestionPage(first_open),
        given=given,
        latest={entry.item: entry.n for entry in stored},
        entries=stored,
        prompted=frozenset(entry.item for entry in stored if entry.prompted),
    )
