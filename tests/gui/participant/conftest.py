"""A sitting without a site: home-made forms, a desk in memory, a clock that the test moves."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from retnet_pro.answering.session import begin, resume
from retnet_pro.gui.interface import available
from retnet_pro.gui.lane import Lane
from retnet_pro.gui.participant.window import ParticipantWindow
from retnet_pro.gui.theme import Theme
from retnet_pro.instrument.library import Library, open_library
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
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.model import Identification
from tests.gui.participant import pseudo

FOUR = ResponseScale(id="four", kind=ItemKind.CHOICE, codes=(1, 2, 3, 4))
SEVEN = ResponseScale(id="seven", kind=ItemKind.BOXES, codes=(1, 2, 3, 4, 5, 6, 7))
COUNT = ResponseScale(id="count", kind=ItemKind.COUNT, codes=tuple(range(31)))

WORDS = {
    "en": {
        "four": {1: "Never", 2: "Now and then", 3: "Often", 4: "All the time"},
        "seven": {1: "Could not be worse", 7: "Could not be better"},
        "item": "Demonstration question {n}: which seat in the evening train would you like to take?",
        "recall": "Think of the last seven days.",
        "today": "Think of today.",
        "na": "I did not go out",
        "notice": "Demonstration wording, not valid for data collection",
        "title": "Demonstration form",
        "instruction": "Please read each question and tap what fits you best.",
    },
    "de": {
        "four": {1: "Nie", 2: "Hin und wieder", 3: "Oft", 4: "Die ganze Zeit"},
        "seven": {1: "Könnte nicht schlechter sein", 7: "Könnte nicht besser sein"},
        "item": "Vorführfrage {n}: Hatten Sie Mühe mit einem Spaziergang durch das Sehenswürdigkeitenviertel?",
        "recall": "Denken Sie an die letzten sieben Tage.",
        "today": "Denken Sie an heute.",
        "na": "Ich war nicht draußen",
        "notice": "Vorführtext, nicht für die Datenerhebung gültig",
        "title": "Vorführbogen",
        "instruction": "Bitte lesen Sie jede Frage und tippen Sie an, was am besten passt.",
    },
    "ar": {
        "four": {1: "أبدا", 2: "أحيانا", 3: "غالبا", 4: "دائما"},
        "seven": {1: "سيئ", 7: "جيد"},
        "item": "سؤال تجريبي {n}: هل كان المشي الطويل صعبا؟",
        "recall": "فكر في الأيام السبعة الماضية.",
        "today": "فكر في هذا اليوم.",
        "na": "لم أخرج",
        "notice": "نص تجريبي",
        "title": "نموذج تجريبي",
        "instruction": "يرجى قراءة كل سؤال.",
    },
}


HOUSE = Path(__file__).resolve().parents[3]
SHIPPED = ("qlq-c30", "qlq-ginet21", "carcinoid-diary")


@cache
def library() -> Library:
    """The shipped forms with their demonstration wording."""
    return open_library(HOUSE / "forms", HOUSE / "translations", None)


def shipped_languages():
    """Languages in which the program speaks and all three shipped forms have demonstration wording."""
    shelf = library()
    spoken = [shelf.languages(shelf.instrument(InstrumentId(name))) for name in SHIPPED]
    return tuple(sorted(set(available(HOUSE / "translations")).intersection(*spoken)))


def shipped(language="en"):
    """The three shipped forms and their words in a language."""
    shelf = library()
    forms = tuple(shelf.instrument(InstrumentId(name)) for name in SHIPPED)
    return forms, tuple(shelf.wording(form, language) for form in forms)


def make_form(*scales, na=(), conditions=None, today=()):
    """Return a form; `today` are the numbers of items that ask about another time than the rest."""
    conditions = conditions or {}
    items = tuple(
        Item(
            id=ItemId(f"i{n}"),
            number=n,
            topic=f"topic {n}",
            scale=scale,
            recall="today" if n in today else "week",
            not_applicable=n in na,
            condition=conditions.get(n),
            status=Status.PROJECT,
        )
        for n, scale in enumerate(scales, start=1)
    )
    return Instrument(
        id=InstrumentId("demo"),
        version="1",
        title="Demonstration",
        owner="project",
        needs_licence=False,
        minutes=3,
        response_scales={scale.id: scale for scale in scales},
        recalls=("week", "today") if today else ("week",),
        items=items,
        scales=(),
        variants=(),
        thresholds=(),
        changes=(),
        to_confirm=(),
        hash=ContentHash("0" * 64),
    )


def make_words(form, language="en", from_right=(), read_aloud=False):
    if language in (pseudo.LEFT, pseudo.RIGHT):
        return pseudo.pseudo_words(make_words(form, from_right=from_right), language)
    words = WORDS[language]
    return Wording(
        instrument=form.id,
        instrument_version="1",
        version="1",
        language=language,
        right_to_left=language == "ar",
        demonstration=True,
        licence=None,
        notice=words["notice"],
        title=words["title"],
        instruction=words["instruction"],
        recalls={"week": words["recall"], "today": words["today"]},
        labels={"four": words["four"], "seven": words["seven"], "count": {}},
        items={item.id: words["item"].format(n=item.number) for item in form.items},
        not_applicable={item.id: words["na"] for item in form.items if item.not_applicable},
        hash=ContentHash("1" * 64),
        numbers_from_right=frozenset(from_right),
        read_aloud=read_aloud,
    )


class Clock:
    """Stands still until moved."""

    def __init__(self):
        self.up_ms = 10_000

    def __call__(self):
        wall = datetime(2026, 11, 23, 10, tzinfo=UTC) + timedelta(milliseconds=self.up_ms)
        return Moment(wall, self.up_ms, "boot")

    def settle(self):
        self.up_ms += 500


@dataclass
class MemoryDesk:
    """Keeps what it is given; fails on request."""

    forms: tuple
    clock: Clock
    language: str = "en"
    subject: str = "RN-01-0042"
    visit_title: str = "Baseline"
    stored: dict = field(default_factory=dict)
    finished: list = field(default_factory=list)
    reasons: list = field(default_factory=list)
    faults: list = field(default_factory=list)
    first_part: int = 0
    words: tuple = ()
    """The words of each form; without them the home-made ones in the desk's language."""
    from_right: tuple = ()
    """Response scales whose numbers run from right to left."""
    answered_by: AnsweredBy = AnsweredBy.ALONE
    identification: Identification = Identification.CONFIRM
    pin: str = ""
    identified: list = field(default_factory=list)
    helped: list = field(default_factory=list)
    whys: list = field(default_factory=list)
    noted: list = field(default_factory=list)
    """What was in use, each time an answer was put down."""

    @property
    def parts(self):
        return len(self.forms)

    @property
    def has_pin(self):
        return bool(self.pin)

    def choose_pin(self, pin):
        self._maybe_fail()
        self.pin = pin
        self.identify(Identification.PIN)

    def try_pin(self, pin):
        self._maybe_fail()
        if pin == self.pin:
            self.identify(Identification.PIN)
        return pin == self.pin

    def identify(self, by):
        self._maybe_fail()
        self.identified.append(by)

    def change_who(self, part, who, why):
        self._maybe_fail()
        self.answered_by = who
        self.helped.append((part, who, why))

    def begin(self, part):
        self._maybe_fail()
        entries, form = self.stored.get(part, ()), self.forms[part]
        session = resume(form, entries, self.clock()) if entries else begin(form, self.clock())
        return session, self.words[part] if self.words else make_words(form, self.language, self.from_right)

    def record(self, part, entries):
        self._maybe_fail()
        kept = self.stored.setdefault(part, [])
        kept.extend(entry for entry in entries if entry.n > len(kept))
        assert all(later.n == earlier.n + 1 for earlier, later in pairwise(kept))

    def note_accommodations(self, part, in_use):
        self.noted.append((part, in_use))

    def finish(self, part, session, accommodations):
        self._maybe_fail()
        self.finished.append((part, dict(session.given), accommodations))

    def say_why(self, part, why):
        self._maybe_fail()
        self.whys.append((part, why))

    whom_to_call = ""

    def leave(self, reason):
        self._maybe_fail()
        self.reasons.append(reason)
        return "A1B2C3"

    def _maybe_fail(self):
        if self.faults:
            raise self.faults.pop(0)


class Hands:
    """The participant's hands on a window: taps and keys, then waits until what they did is safe."""

    def __init__(self, qtbot, window, desk, clock):
        self.qtbot, self.window, self.desk, self.clock = qtbot, window, desk, clock

    def tap(self, widget, position=None, *, settle=True):
        if settle:
            self.clock.settle()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=position or widget.rect().center())
        self.wait()

    def key(self, key, *, settle=True):
        if settle:
            self.clock.settle()
        QTest.keyClick(self.window.focusWidget() or self.window, key)
        self.wait()

    def wait(self):
        course = self.window.course
        self.qtbot.waitUntil(lambda: not course.is_busy)

    def options(self):
        return self.window.question.face.controls()

    def press(self, act):
        message = self.window.message
        names = [name for name, _ in message.message.acts]
        if message.message.small and message.message.small[0] == act:
            self.tap(message.buttons()[-1])
        else:
            self.tap(message.buttons()[names.index(act)])

    def next(self):
        self.tap(self.window.bottom.next)

    def back(self):
        self.tap(self.window.bottom.back)

    def to_first_question(self):
        self.press("mine")
        self.next()

    def answer_all(self, at=0):
        while self.window.page is self.window.question:
            self.tap(self.options()[at])
            self.next()

    def title(self):
        return self.window.message.message.title


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def open_window(qtbot, clock):
    lanes = []

    def open_it(*forms, practice=False, language="en", theme=None, size=(800, 1280), voice=None, **over):
        desk = MemoryDesk(forms or (make_form(FOUR, FOUR, SEVEN),), clock, language=language)
        for name, value in over.items():
            setattr(desk, name, value)
        lane = Lane()
        lanes.append(lane)
        window = ParticipantWindow(
            desk, clock, lane, practice=practice, theme=theme or Theme(family="Noto Sans"), voice=voice
        )
        qtbot.addWidget(window, before_close_func=lambda w: setattr(w, "_is_over", True))
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return Hands(qtbot, window, desk, clock)

    yield open_it
    for lane in lanes:
        lane.close()


@pytest.fixture
def form():
    """Make a home-made form from kinds: "four", "seven" or "count" for each item."""
    scales = {"four": FOUR, "seven": SEVEN, "count": COUNT}

    def make(*kinds, na=(), conditions=None, today=()):
        return make_form(*(scales[kind] for kind in kinds), na=na, conditions=conditions, today=today)

    return make


@pytest.fixture
def hands(open_window):
    """A window at the first of three questions."""
    hands = open_window()
    hands.to_first_question()
    return hands
