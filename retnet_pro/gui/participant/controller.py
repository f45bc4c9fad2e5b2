"""From a tap to the next view of one form.

An answer is durable before anything after it is shown (rule E50): new entries go through the lane, and only when they
are safe does the view change. While that lasts, further taps wait their turn; nothing is lost and nothing overtakes.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from retnet_pro.answering.actions import Action
from retnet_pro.answering.session import Entry, FinishedPage, Session
from retnet_pro.answering.step import step
from retnet_pro.answering.view import look
from retnet_pro.errors import Refusal
from retnet_pro.gui.lane import Lane
from retnet_pro.gui.participant.page_turn import PageTurn
from retnet_pro.instrument.model import Wording
from retnet_pro.moment import Clock


@dataclass(frozen=True, slots=True)
class Safekeeping:
    """Where answers of a form go; all are called in the lane."""

    lane: Lane
    note: Callable[[], None]
    """Notes what is in use, before the answers given with it."""
    record: Callable[[tuple[Entry, ...]], None]
    finish: Callable[[Session], None]


@dataclass(frozen=True, slots=True)
class _Pending:
    """The next session, not shown yet, and the work that makes it safe."""

    after: Session
    work: Callable[[], None]


class FormController(QObject):
    """One form being filled in. Without safekeeping nothing is stored: that is how practice runs (rule E29)."""

    presented = Signal(object)
    """A `PageView` to show."""
    failed = Signal(object)
    """What stopped the last act; `retry` does it again."""

    def __init__(
        self,
        session: Session,
        wording: Wording,
        *,
        clock: Clock,
        turn: PageTurn,
        safekeeping: Safekeeping | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._wording = wording
        self._clock = clock
        self._turn = turn
        self._safe = safekeeping
        self._pending: _Pending | None = None
        self._waiting: deque[tuple[Action, int]] = deque()

    @property
    def session(self) -> Session:
        """The session as far as it is safe."""
        return self._session

    @property
    def wording(self) -> Wording:
        """The words of the form."""
        return self._wording

    @property
    def is_practice(self) -> bool:
        """Whether nothing is stored."""
        return self._safe is None

    @property
    def is_busy(self) -> bool:
        """Whether an act is not safe yet."""
        return self._pending is not None

    def show(self) -> None:
        """Present the page, as new: at the start, and after something else covered it."""
        self._turn.note()
        self.presented.emit(look(self._session, self._wording))

    def act(self, action: Action) -> None:
        """Take one action of the participant, after those that came before."""
        self._waiting.append((action, self._clock().up_ms))
        self._take_waiting()

    def retry(self) -> None:
        """Do again what failed."""
        self._submit()

    def _take_waiting(self) -> None:
        while self._waiting and self._pending is None:
            action, tapped_ms = self._waiting.popleft()
            if self._turn.is_settled(tapped_ms):
                self._take(action)

    def _take(self, action: Action) -> None:
        before = self._session
        try:
            after = step(before, action, self._clock())
        except Refusal:
            return  # the action belongs to a page that is gone; by its promise nothing was changed
        work = self._work(after, after.entries[len(before.entries) :])
        if work is None:
            self._adopt(after)
        else:
            self._pending = _Pending(after, work)
            self._submit()

    def _work(self, after: Session, entries: tuple[Entry, ...]) -> Callable[[], None] | None:
        safe, closing = self._safe, isinstance(after.page, FinishedPage)
        if safe is None or not (entries or closing):
            return None

        def make_safe() -> None:
            if entries:
                safe.note()
                safe.record(entries)
            if closing:
                safe.finish(after)

        return make_safe

    def _submit(self) -> None:
        if self._safe is not None and self._pending is not None:
            self._safe.lane.run(self._pending.work, self._made_safe, self._not_safe)

    def _made_safe(self, _result: None) -> None:
        pending, self._pending = self._pending, None
        if pending is not None:
            self._adopt(pending.after)
            self._take_waiting()

    def _not_safe(self, error: Exception) -> None:
        self._waiting.clear()  # the page on screen changes to the fault; nothing tapped before was meant for it
        self.failed.emit(error)

    def _adopt(self, after: Session) -> None:
        if after.page != self._session.page:
            self._turn.note()
        self._session = after
        self.presented.emit(look(after, self._wording))
