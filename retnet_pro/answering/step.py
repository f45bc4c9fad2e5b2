"""The questionnaire engine: one pure function from a session and an action to the next session.

It never loses an answer: an entry is only ever added, and a change keeps the entry it replaces.
"""

from dataclasses import replace
from typing import assert_never

from retnet_pro.answering.actions import (
    Action,
    Back,
    Choose,
    ChooseNotApplicable,
    Clear,
    ConfirmSkip,
    Finish,
    GoTo,
    Next,
    ReturnToQuestion,
)
from retnet_pro.answering.rules import is_settled, presented
from retnet_pro.answering.session import (
    Entry,
    FinishedPage,
    IntroPage,
    Page,
    QuestionPage,
    ReviewPage,
    SectionPage,
    Session,
    SkipPage,
)
from retnet_pro.answering.sheet import Answered, Cleared, Given, NotApplicable, Skipped
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.model import Item, ItemId
from retnet_pro.moment import Moment


def step(session: Session, action: Action, now: Moment) -> Session:
    """Return the session after the action.

    New entries, if any, stand at the end of ``entries``; the caller makes them durable before showing the result.

    Raises:
        Refusal: `ACTION_REFUSED`, when the action does not belong to the page or the code not to the item.
    """
    match action, session.page:
        case Choose(item, code), QuestionPage(current) if item == current:
            if code not in session.instrument.by_id[item].scale.codes:
                raise _refused(action, session.page)
            return _put(session, item, Answered(code))
        case ChooseNotApplicable(item), QuestionPage(current) if item == current:
            if not session.instrument.by_id[item].not_applicable:
                raise _refused(action, session.page)
            return _put(session, item, NotApplicable())
        case Clear(item), QuestionPage(current) if item == current:
            return _put(session, item, Cleared()) if is_settled(session.given.get(item)) else session
        case Next(), IntroPage():
            return _show(session, _first(session), now)
        case Next(), SectionPage(item):
            return _show(session, QuestionPage(item), now)
        case Next(), QuestionPage(item):
            return _next(session, item, now)
        case ConfirmSkip(), SkipPage(item):
            return _leave(_put(session, item, Skipped()), item, now)
        case ReturnToQuestion() | Back(), SkipPage(item):
            return _show(session, QuestionPage(item), now)
        case Back(), QuestionPage(item) | SectionPage(item):
            return _back(session, item, now)
        case Back(), ReviewPage():
            return _show(session, _last(session), now)
        case GoTo(item), ReviewPage() if item in {shown.id for shown in _shown(session)}:
            return _show(replace(session, from_review=True), QuestionPage(item), now)
        case Finish(), ReviewPage():
            return _finish(session, now)
        case _, IntroPage() | SectionPage() | QuestionPage() | SkipPage() | ReviewPage() | FinishedPage():
            raise _refused(action, session.page)
        case _:
            assert_never(session.page)


def _refused(action: Action, page: Page) -> Refusal:
    return Refusal(Code.ACTION_REFUSED, action=type(action).__name__, page=type(page).__name__)


def _shown(session: Session) -> tuple[Item, ...]:
    return presented(session.instrument, session.given)


def _show(session: Session, page: Page, now: Moment) -> Session:
    return replace(session, page=page, shown_at=now.at)


def _put(session: Session, item: ItemId, given: Given) -> Session:
    """Add an entry; the same answer given again is no new act."""
    if session.given.get(item) == given:
        return session
    entry = Entry(
        n=len(session.entries) + 1,
        item=item,
        given=given,
        replaces=session.latest.get(item),
        prompted=item in session.prompted,
        shown_at=session.shown_at,
    )
    return replace(
        session,
        given={**session.given, item: given},
        latest={**session.latest, item: entry.n},
        entries=(*session.entries, entry),
    )


def _next(session: Session, item: ItemId, now: Moment) -> Session:
    if is_settled(session.given.get(item)):
        return _leave(session, item, now)
    if _may_leave_out(session, item):
        return _leave(_put(session, item, Skipped()), item, now)
    return _ask(session, item, now)


def _may_leave_out(session: Session, item: ItemId) -> bool:
    """Whether going on without an answer is enough: asked before in this session, and never asked twice (rule E43).

    Where an answer is required, not answering must be said each time, with its own words (rule E44).
    """
    return item in session.prompted and not session.instrument.answers_required


def _ask(session: Session, item: ItemId, now: Moment) -> Session:
    return _show(replace(session, prompted=session.prompted | {item}), SkipPage(item), now)


def _leave(session: Session, item: ItemId, now: Moment) -> Session:
    """Go on from a settled item: to the next one, or back to the review list if we came from there."""
    following = _neighbour(session, item, +1)
    if session.from_review and not (following is not None and not is_settled(session.given.get(following))):
        return _show(replace(session, from_review=False), ReviewPage(), now)
    return _show(session, ReviewPage() if following is None else _ahead(session, item, following), now)


def _ahead(session: Session, item: ItemId, following: ItemId) -> Page:
    """Return the next question, announced first where another recall period begins that was not met before."""
    recall = session.instrument.by_id[following].recall
    is_new = recall is not None and recall != session.instrument.by_id[item].recall
    return SectionPage(following) if is_new and following not in session.given else QuestionPage(following)


def _back(session: Session, item: ItemId, now: Moment) -> Session:
    if session.from_review:
        return _show(replace(session, from_review=False), ReviewPage(), now)
    previous = _neighbour(session, item, -1)
    return _show(session, IntroPage() if previous is None else QuestionPage(previous), now)


def _finish(session: Session, now: Moment) -> Session:
    for item in _shown(session):
        given = session.given.get(item.id)
        if not is_settled(given):
            if _may_leave_out(session, item.id):
                session = _put(session, item.id, Skipped())
            else:
                return _ask(replace(session, from_review=True), item.id, now)
    return _show(session, FinishedPage(), now)


def _first(session: Session) -> Page:
    shown = _shown(session)
    return QuestionPage(shown[0].id) if shown else ReviewPage()


def _last(session: Session) -> Page:
    shown = _shown(session)
    return QuestionPage(shown[-1].id) if shown else IntroPage()


def _neighbour(session: Session, item: ItemId, offset: int) -> ItemId | None:
    """Return the nearest shown item before or after this one."""
    items = session.instrument.items
    if session.instrument.has_conditions:
        items = _shown(session)
        place = next(at for at, shown in enumerate(items) if shown.id == item) + offset
    else:
        place = session.instrument.place_of[item] - 1 + offset
    return items[place].id if 0 <= place < len(items) else None
