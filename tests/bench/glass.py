"""A participant's window on a form in memory, for measuring; imports nothing that the program itself does not need."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from retnet_pro.answering.actions import Action, Back, Choose, Next
from retnet_pro.answering.session import Entry, Session, begin, resume
from retnet_pro.answering.sheet import Answered
from retnet_pro.answering.view import IntroView, QuestionView
from retnet_pro.gui.lane import Lane
from retnet_pro.gui.participant.face import Face
from retnet_pro.gui.participant.window import ParticipantWindow
from retnet_pro.gui.theme import theme_for
from retnet_pro.instrument.model import (
    ContentHash,
    Instrument,
    InstrumentId,
    Item,
    ItemId,
    ItemKind,
    ResponseScale,
    Status,
    Wording,
)
from retnet_pro.moment import Moment
from retnet_pro.record.circumstance import WhyHelped
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.absence import Absence
from retnet_pro.study.model import Identification

OPTIONS = ("Never", "Now and then", "Often", "All the time")
SIZE = (1280, 800)
SHORT = 30


Now = Callable[[], Moment]


def the_application() -> QApplication:
    """Return the one application of this process."""
    known = QApplication.instance()
    return known if isinstance(known, QApplication) else QApplication(["bench"])


class Paints(QObject):
    """Counts what some widgets paint."""

    def __init__(self, *watched: QWidget) -> None:
        super().__init__()
        self.count = 0
        for one in watched:
            one.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count and pass on."""
        self.count += event.type() == QEvent.Type.Paint
        return False


class Glass:
    """The participant's window on a form in memory, standing at a question."""

    def __init__(self, application: QApplication, items: int, desk: "Callable[[Now], Desk] | None" = None) -> None:
        self._application = application
        self._up_ms = 0
        self._lane = Lane()
        self._desk = Desk(items, self._now) if desk is None else desk(self._now)
        theme = theme_for(application.primaryScreen())
        self.window = ParticipantWindow(self._desk, self._now, self._lane, practice=False, theme=theme)
        self._paints = Paints(self.window.question._stem._words, self.window.message._title._words)
        self.window.resize(*SIZE)
        self.window.show()
        self._now_settled()
        self.window.course.press("mine")
        while self.window.course.is_busy or self.window._view is None:
            application.processEvents()
        if isinstance(self.window._view, IntroView):
            self._act_and_paint(Next())
        self._code = 1

    def swap(self) -> float:
        """Go on (at the end back) from an answered question; return the milliseconds until it is painted."""
        view = self.question()
        if not view.answered:
            self._act_and_paint(Choose(view.item, 2))
            return self._act_and_paint(Next())
        return self._act_and_paint(Next() if view.place < view.total else Back())

    def question(self) -> QuestionView:
        """Return the question on the page."""
        view = self.window._view
        assert isinstance(view, QuestionView)
        return view

    def face(self) -> Face:
        """Return what the question on the page is answered with."""
        face = self.window.question.face
        assert face is not None
        return face

    def tap(self) -> float:
        """Change the answer on the page; return the milliseconds until the new mark is painted."""
        self._code = self._code % 4 + 1
        row = self.face().controls()[self._code - 1]
        paints = Paints(row)
        took = self._act_and_paint(Choose(self.question().item, self._code), paints)
        row.removeEventFilter(paints)
        return took

    def close(self) -> None:
        """Close the lane and the window."""
        self._lane.close()
        self.window.hide()

    def _act_and_paint(self, action: Action, paints: Paints | None = None) -> float:
        paints = paints or self._paints
        self._now_settled()
        before, began = paints.count, time.perf_counter()
        self.window._act(action)
        while self.window.course.is_busy:
            self._application.processEvents()
        if isinstance(action, Choose) and paints is self._paints:
            self._application.processEvents()
        else:
            until(self._application, paints, before)
        return (time.perf_counter() - began) * 1e3

    def _now(self) -> Moment:
        return Moment(datetime(2026, 11, 23, 10, tzinfo=UTC), self._up_ms, "bench")

    def _now_settled(self) -> None:
        self._up_ms += 1_000


class Desk:
    """A sitting of one form in memory."""

    subject, visit_title, language, parts, first_part = "RN-01-0042", "Baseline", "en", 1, 0
    answered_by = AnsweredBy.ALONE
    identification, has_pin = Identification.CONFIRM, False

    def __init__(self, items: int, now: Now) -> None:
        self._now = now
        self._form, self._words = _form(items)
        self._items = items

    def choose_pin(self, _pin: str) -> None:
        """Keep nothing."""

    def try_pin(self, _pin: str) -> bool:
        """Take any."""
        return True

    def identify(self, _by: Identification) -> None:
        """Keep nothing."""

    def change_who(self, _part: int, _who: AnsweredBy, _why: WhyHelped | None) -> None:
        """Keep nothing."""

    def begin(self, _part: int) -> tuple[Session, Wording]:
        """Begin; a long form stands far inside, where growth would show."""
        if self._items <= SHORT:
            return begin(self._form, self._now()), self._words
        done = tuple(_entry(n, item) for n, item in enumerate(self._form.items[: self._items * 4 // 5], start=1))
        session = resume(self._form, done, self._now())
        return session, self._words

    def record(self, _part: int, _entries: tuple[Entry, ...]) -> None:
        """Keep nothing."""

    def note_accommodations(self, _part: int, _in_use: frozenset[str]) -> None:
        """Keep nothing."""

    def finish(self, _part: int, _session: Session, _accommodations: tuple[str, ...]) -> None:
        """Keep nothing."""

    def say_why(self, _part: int, _why: Absence) -> None:
        """Keep nothing."""

    @property
    def whom_to_call(self) -> str:
        """Say nothing of a study."""
        return ""

    def leave(self, _reason: str) -> str:
        """Return no proof."""
        return ""


def _entry(n: int, item: Item) -> Entry:
    return Entry(n=n, item=item.id, given=Answered(1), replaces=None, prompted=False, shown_at="2026-11-23T10:00:00Z")


def _form(items: int) -> tuple[Instrument, Wording]:
    scale = ResponseScale(id="four", kind=ItemKind.CHOICE, codes=(1, 2, 3, 4))
    every = tuple(
        Item(
            id=ItemId(f"i{n}"),
            number=n,
            topic="bench",
            scale=scale,
            recall="week",
            not_applicable=False,
            condition=None,
            status=Status.PROJECT,
        )
        for n in range(1, items + 1)
    )
    form = Instrument(
        id=InstrumentId("bench"),
        version="1",
        title="Bench",
        owner="project",
        needs_licence=False,
        minutes=1,
        response_scales={"four": scale},
        recalls=("week",),
        items=every,
        scales=(),
        variants=(),
        thresholds=(),
        changes=(),
        to_confirm=(),
        hash=ContentHash(""),
    )
    words = Wording(
        instrument=form.id,
        instrument_version="1",
        version="1",
        language="en",
        right_to_left=False,
        demonstration=True,
        licence=None,
        notice="Demonstration wording",
        title="Bench",
        instruction="Bench",
        recalls={"week": "Think of the last seven days."},
        labels={"four": dict(enumerate(OPTIONS, start=1))},
        items={item.id: f"Question {item.number}: which seat would you take by the window?" for item in every},
        not_applicable={},
        hash=ContentHash(""),
    )
    return form, words


def until(application: QApplication, paints: Paints, before: int) -> None:
    """Run the event loop until something more is painted."""
    while paints.count == before:
        application.processEvents()
