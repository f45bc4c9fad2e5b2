"""Restless hands on the participant's glass: taps, swipes, two fingers, keys and shortcuts, a screen reader's actions.

Nothing leaves the participant's screens, no answer is lost, and none is stored that was not tapped. What was tapped is
judged from outside: from the place of the finger and what stood there, not from what the window reports.

Fault model: any order of acts, at any speed, with a disk that refuses now and then. It does not test what a window
system does before Qt hears of it; the kiosk's set-up is for that.
"""

import random
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from retnet_pro.answering.sheet import Answered, Cleared, NotApplicable, Skipped
from retnet_pro.answering.view import QuestionView, SkipView
from retnet_pro.errors import Code, WorldFault
from retnet_pro.gui.lane import Lane
from retnet_pro.gui.participant.window import ParticipantWindow
from retnet_pro.gui.theme import PERCENTS, Look, Theme
from retnet_pro.gui.widgets.option import Option
from retnet_pro.gui.widgets.touch import ENTER, Touchable
from tests.faults.sizes import SIZES
from tests.gui.participant.conftest import COUNT, FOUR, SEVEN, Clock, MemoryDesk, make_form

PLAIN = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Space) * 4,
    *(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_PageDown, Qt.Key.Key_Home),
    *(Qt.Key.Key_Escape, Qt.Key.Key_Back, Qt.Key.Key_Menu, Qt.Key.Key_F1, Qt.Key.Key_F11, Qt.Key.Key_Print),
    *(Qt.Key.Key_HomePage, Qt.Key.Key_VolumeUp, Qt.Key.Key_Delete, Qt.Key.Key_A, Qt.Key.Key_0, Qt.Key.Key_7),
)
SHORTCUTS = (
    (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_Tab, Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Space, Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier),
    (Qt.Key.Key_D, Qt.KeyboardModifier.MetaModifier),
)
PAUSES_MS = (20, 200, 450, 900, 900, 900)
SIZE = QSize(1024, 768)


@dataclass
class Hands:
    """One sitting under restless hands."""

    window: ParticipantWindow
    desk: MemoryDesk
    clock: Clock
    chance: random.Random
    device: object
    meant: set = field(default_factory=set)
    """What the acts since the last look may have stored: (item, given)."""
    seen: int = 0
    unseen: int = 0
    """Acts since the last look."""
    ends: list = field(default_factory=list)

    def act(self) -> None:
        """Do one thing at random."""
        self.unseen += 1
        self.clock.up_ms += self.chance.choice(PAUSES_MS)
        if self.chance.random() < 0.01 and not self.desk.faults:
            self.desk.faults.append(WorldFault(Code.DISK_FULL, path="disk"))
        acts = (self._tap, self._tap_control, self._touch, self._swipe, self._pinch, self._key, self._shortcut)
        self.chance.choices((*acts, self._listen, self._close), (20, 40, 10, 6, 2, 14, 2, 5, 1))[0]()

    def _spot(self) -> QPoint:
        return QPoint(self.chance.randrange(SIZE.width()), self.chance.randrange(SIZE.height()))

    def _tap(self, spot: QPoint | None = None) -> None:
        spot = spot or self._spot()
        target = self.window.childAt(spot) or self.window
        self._mean(target)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(self.window, spot))

    def _tap_control(self) -> None:
        """Taps that meet something, most of them below the tools on top, so that sittings go on."""
        every = [one for one in self.window.findChildren(Touchable) if not one.visibleRegion().isEmpty()]
        below = [one for one in every if not self.window.top.isAncestorOf(one)]
        control = self.chance.choice(below if below and self.chance.random() < 0.9 else every)
        self._tap(control.mapTo(self.window, control.visibleRegion().boundingRect().center()))

    def _touch(self) -> None:
        spot = self._spot()
        self._mean(self.window.childAt(spot))
        self._fingers([spot], [spot])

    def _swipe(self) -> None:
        start, end = self._spot(), self._spot()
        if self.window.childAt(start) is self.window.childAt(end):
            self._mean(self.window.childAt(start))
        self._fingers([start], [end])

    def _pinch(self) -> None:
        starts, ends = [self._spot(), self._spot()], [self._spot(), self._spot()]
        for start, end in zip(starts, ends, strict=True):
            if self.window.childAt(start) is self.window.childAt(end):
                self._mean(self.window.childAt(start))
        self._fingers(starts, ends)

    def _fingers(self, starts: list[QPoint], ends: list[QPoint]) -> None:
        window, device = self.window, self.device
        down = QTest.touchEvent(window, device)
        for n, start in enumerate(starts):
            down.press(n, start, window)
        down.commit()
        for share in (0.3, 0.7, 1.0):
            move = QTest.touchEvent(window, device)
            for n, (start, end) in enumerate(zip(starts, ends, strict=True)):
                move.move(n, start + (end - start) * share, window)
            move.commit()
        up = QTest.touchEvent(window, device)
        for n, end in enumerate(ends):
            up.release(n, end, window)
        up.commit()

    def _key(self) -> None:
        key, target = self.chance.choice(PLAIN), self.window.focusWidget() or self.window
        if key in (*ENTER, Qt.Key.Key_Space):
            self._mean(target)
        digit = key - Qt.Key.Key_0
        if 0 <= digit <= 9 and self.window.page is self.window.question:
            self._mean_code(digit)
        QTest.keyClick(target, key)

    def _shortcut(self) -> None:
        key, with_ = self.chance.choice(SHORTCUTS)
        target = self.window.focusWidget() or self.window
        if key == Qt.Key.Key_Space:
            self._mean(target)
        QTest.keyClick(target, key, with_)

    def _listen(self) -> None:
        """Press something as a screen reader does."""
        controls = [one for one in self.window.findChildren(Touchable) if one.isVisible()]
        control = self.chance.choice(controls)
        self._mean(control)
        actions = QAccessible.queryAccessibleInterface(control).actionInterface()
        actions.doAction("Toggle" if isinstance(control, Option) else "Press")
        self._wait(lambda: not control.isDown())

    def _close(self) -> None:
        """What a window system asks of a window."""
        if not self.ends:
            self.window.close()

    def _mean(self, target: object) -> None:
        """Note what may be stored because this was tapped."""
        view, window = self.window._view, self.window
        match view:
            case QuestionView() if target is not None and window.question.isAncestorOf(target):
                controls = window.question.face.controls()
                if isinstance(target, Option):
                    boxes = [one for one in controls if isinstance(one, Option)]
                    at = boxes.index(target)
                    within = at < len(view.options) and not (view.not_applicable and at == len(boxes) - 1)
                    given = Answered(view.options[at].code) if within else NotApplicable()
                    self.meant.add((view.item, given))
                elif target in controls:
                    reach = range((view.count or 0) - self.unseen, (view.count or 0) + self.unseen + 1)
                    self.meant |= {(view.item, Answered(code)) for code in reach}
            case QuestionView() if target is window.bottom.clear:
                self.meant.add((view.item, Cleared()))
            case QuestionView() if target is window.bottom.next:
                self.meant.add((view.item, Skipped()))  # it was asked before, and nobody is asked twice (rule E43)
            case SkipView():
                self.meant |= {(item.id, Skipped()) for form in self.desk.forms for item in form.items}

    def _mean_code(self, code: int) -> None:
        view = self.window._view
        if isinstance(view, QuestionView):
            self.meant.add((view.item, Answered(code)))

    def _wait(self, done) -> None:
        while not done():
            QApplication.processEvents()

    def look(self) -> list[str]:
        """Wait until all is safe; return which promises were broken since the last look."""
        self._wait(lambda: not self.window.course.is_busy)
        broken = []
        if not self.ends and not self.window.isVisible():
            broken.append("the window went away")
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not self.window]
        if shown or QApplication.activePopupWidget() is not None:
            broken.append("something else came up")
        stored = [(part, entry) for part, entries in sorted(self.desk.stored.items()) for entry in entries]
        for _, entry in stored[self.seen :]:
            if (entry.item, entry.given) not in self.meant:
                broken.append(f"stored but not tapped: {entry.item} {entry.given}")
        self.seen, self.unseen = len(stored), 0
        course = self.window.course
        form = course.form
        if form is None or not form.is_busy:  # else the nurse is called, and "try again" will store what was tapped
            self.meant.clear()
        if form is not None and not form.is_practice and not form.is_busy:
            same = dict(form.session.given) == given_of(self.desk.stored.get(course._part, ()))
            broken += [] if same else ["what is shown is not what is stored"]
        for part, given, _ in self.desk.finished:
            if given != given_of(self.desk.stored.get(part, ())):
                broken.append("what was finished is not what was stored")
        return broken


def given_of(entries) -> dict:
    """Return the last word on each item."""
    return {entry.item: entry.given for entry in entries}


def sit_down(chance: random.Random, device: object, lane: Lane) -> Hands:
    clock = Clock()
    forms = (make_form(FOUR, SEVEN, COUNT, FOUR, na=(4,)), make_form(FOUR, COUNT))
    theme = Theme(family="Noto Sans", percent=chance.choice(PERCENTS), look=chance.choice(tuple(Look)))
    desk = MemoryDesk(forms, clock)
    window = ParticipantWindow(desk, clock, lane, practice=chance.random() < 0.1, theme=theme)
    hands = Hands(window, desk, clock, chance, device)
    window.left.connect(hands.ends.append)
    window.resize(SIZE)
    window.show()
    window.activateWindow()
    return hands


def stand_up(hands: Hands) -> None:
    hands.window._is_over = True
    hands.window.close()
    hands.window.deleteLater()
    QApplication.processEvents()


@pytest.mark.rule("E24", "E30", "E50", "E113")
def test_restless_hands_leave_nothing_lose_nothing_and_store_nothing_untapped(qapp, record_figure):
    chance, device, lane = random.Random(20261128), QTest.createTouchDevice(), Lane()
    hands, broken, answers, sittings = sit_down(chance, device, lane), [], 0, 1
    for act in range(SIZES.restless_acts):
        hands.act()
        if chance.random() < 0.7:
            broken += [f"act {act}: {what}" for what in hands.look()]
        if hands.ends or (hands.desk.reasons and chance.random() < 0.2):
            broken += hands.look()
            answers += hands.seen
            stand_up(hands)
            hands, sittings = sit_down(chance, device, lane), sittings + 1
    broken += hands.look()
    stand_up(hands)
    lane.close()
    record_figure(goal="restless hands", runs=SIZES.restless_acts, violations=len(broken))
    assert broken == []
    assert answers > SIZES.restless_acts // 30, "the hands did answer"
    assert sittings > 3
