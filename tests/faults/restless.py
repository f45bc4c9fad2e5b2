"""Restless hands on the participant's glass: taps, swipes, two fingers, keys and shortcuts, and a screen reader."""

import random
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from retnet_pro.answering.actions import Choose, Next
from retnet_pro.answering.sheet import Answered
from retnet_pro.errors import Code, WorldFault
from retnet_pro.gui.participant.window import ParticipantWindow
from retnet_pro.gui.theme import PERCENTS, Look, Theme
from retnet_pro.gui.widgets.option import Option
from retnet_pro.gui.widgets.touch import ENTER, Touchable
from retnet_pro.record.pin import MOST
from retnet_pro.study.model import Identification
from tests.faults.restless_judge import Judge, SlowLane
from tests.gui.participant.conftest import COUNT, FOUR, SEVEN, Clock, MemoryDesk, make_form

PLAIN = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Space) * 4,
    *(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_PageDown, Qt.Key.Key_Home),
    *(Qt.Key.Key_Escape, Qt.Key.Key_Back, Qt.Key.Key_Menu, Qt.Key.Key_F1, Qt.Key.Key_F11, Qt.Key.Key_Print),
    *(Qt.Key.Key_HomePage, Qt.Key.Key_VolumeUp, Qt.Key.Key_Delete, Qt.Key.Key_A, Qt.Key.Key_0, Qt.Key.Key_7),
    Qt.Key.Key_Backspace,
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
PIN = "2741"
TO_FORM = ("mine", "next")
ANSWER = ("choose", "next")
STARTS = (
    (None, ()),
    (None, ("mine",)),
    ("", ("mine",)),
    (PIN, ("mine",)),
    ("", ("mine", "help")),
    (PIN, ("mine", "help")),
    (PIN, ("mine", "help", "who")),
    (None, ("help", "who", "who:interpreter")),
    (None, (*TO_FORM, *ANSWER)),
    (None, (*TO_FORM, *ANSWER, "next", *ANSWER, *ANSWER, "next", *ANSWER)),
    (None, (*TO_FORM, "choose", "help", "who")),
    (None, (*TO_FORM, "help", "who", "who:helper-taps")),
    (None, (*TO_FORM, "choose", "rest", "stop", "stop-now")),
)
"""The PIN of the participant ("": to be chosen; None: the study asks for none), and the way to where the hands begin:
the first page, the page of the PIN and help over it, the first form, a new section, who answers and why, why one stops,
the list of answers.
"""


@dataclass
class Hands:
    """One sitting under restless hands."""

    window: ParticipantWindow
    desk: MemoryDesk
    clock: Clock
    chance: random.Random
    device: object
    lane: SlowLane
    judge: Judge

    def lead(self, way) -> None:
        """Go to where the hands begin."""
        for act in way:
            self.clock.settle()
            view = self.window._view
            match act:
                case "help":
                    self.window.course.help()
                case "rest":
                    self.window.course.rest()
                case "next":
                    self.window._act(Next())
                case "choose":
                    self.judge.meant.add((view.item, Answered(view.options[0].code)))
                    self.window._act(Choose(view.item, view.options[0].code))
                case _:
                    self.judge.pressed[act] += 1
                    self.window._press(act)
            self.lane.finish()

    def act(self) -> None:
        """Do one thing at random, while the disk is quick or slow."""
        self.judge.note_page()
        self.clock.up_ms += self.chance.choice(PAUSES_MS)
        if self.chance.random() < 0.01 and not self.desk.faults:
            self.desk.faults.append(WorldFault(Code.DISK_FULL, path="disk"))
        if self.chance.random() < 0.1 and self.window.page is self.window._pages._pin:
            self._enter_pin()
            return
        acts = (self._tap, self._tap_control, self._touch, self._swipe, self._pinch, self._key, self._shortcut)
        self.chance.choices((*acts, self._listen, self._close), (20, 40, 10, 6, 2, 14, 2, 5, 1))[0]()
        for _ in range(self.chance.randrange(4)):
            self.lane.step()
        QApplication.processEvents()

    def _spot(self) -> QPoint:
        return QPoint(self.chance.randrange(SIZE.width()), self.chance.randrange(SIZE.height()))

    def _tap(self, spot: QPoint | None = None) -> None:
        spot = spot or self._spot()
        target = self.window.childAt(spot) or self.window
        self.judge.mean(target)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(self.window, spot))

    def _tap_control(self) -> None:
        """Taps that meet something, most of them below the tools on top, so that sittings go on."""
        every = [one for one in self.window.findChildren(Touchable) if not one.visibleRegion().isEmpty()]
        below = [one for one in every if not self.window.top.isAncestorOf(one)]
        control = self.chance.choice(below if below and self.chance.random() < 0.9 else every)
        self._tap(control.mapTo(self.window, control.visibleRegion().boundingRect().center()))

    def _enter_pin(self) -> None:
        """Enter the right one, or the one to be chosen: by chance alone nobody would."""
        for _ in range(MOST):
            QTest.keyClick(self.window.pin, Qt.Key.Key_Backspace)
        for digit in PIN:
            self.judge.mean_digit(int(digit))
            QTest.keyClick(self.window.pin, Qt.Key(Qt.Key.Key_0 + int(digit)))
        self.judge.mean_enter()
        QTest.keyClick(self.window.pin, Qt.Key.Key_Return)

    def _touch(self) -> None:
        spot = self._spot()
        self._fingers([spot], [spot])

    def _swipe(self) -> None:
        self._fingers([self._spot()], [self._spot()])

    def _pinch(self) -> None:
        self._fingers([self._spot(), self._spot()], [self._spot(), self._spot()])

    def _fingers(self, starts: list[QPoint], ends: list[QPoint]) -> None:
        """Put fingers down, move and lift them; what one rests on from first to last was tapped, also if it moved.

        A page that still runs on from a swipe may move under a finger that comes down: it stops there, and what the
        finger then rests on counts as well.
        """
        window, device = self.window, self.device
        aimed = [window.childAt(start) for start in starts]
        down = QTest.touchEvent(window, device)
        for n, start in enumerate(starts):
            down.press(n, start, window)
        down.commit()
        touched = [{one, window.childAt(start)} for one, start in zip(aimed, starts, strict=True)]
        for share in (0.3, 0.7, 1.0):
            move = QTest.touchEvent(window, device)
            for n, (start, end) in enumerate(zip(starts, ends, strict=True)):
                move.move(n, start + (end - start) * share, window)
            move.commit()
        for ones, end in zip(touched, ends, strict=True):
            if window.childAt(end) in ones:
                self.judge.mean(window.childAt(end))
        up = QTest.touchEvent(window, device)
        for n, end in enumerate(ends):
            up.release(n, end, window)
        up.commit()

    def _key(self) -> None:
        key, target = self.chance.choice(PLAIN), self.window.focusWidget() or self.window
        if key in (*ENTER, Qt.Key.Key_Space):
            self.judge.mean(target)
        if key in ENTER:
            self.judge.mean_enter()
        digit = key - Qt.Key.Key_0
        if 0 <= digit <= 9:
            self.judge.mean_digit(digit)
        QTest.keyClick(target, key)

    def _shortcut(self) -> None:
        key, with_ = self.chance.choice(SHORTCUTS)
        target = self.window.focusWidget() or self.window
        if key == Qt.Key.Key_Space:
            self.judge.mean(target)
        QTest.keyClick(target, key, with_)

    def _listen(self) -> None:
        """Press something as a screen reader does."""
        controls = [one for one in self.window.findChildren(Touchable) if one.isVisible()]
        control = self.chance.choice(controls)
        self.judge.mean(control)
        actions = QAccessible.queryAccessibleInterface(control).actionInterface()
        actions.doAction("Toggle" if isinstance(control, Option) else "Press")
        while control.isDown():
            QApplication.processEvents()

    def _close(self) -> None:
        """What a window system asks of a window."""
        if not self.judge.ends:
            self.window.close()


def sit_down(chance: random.Random, device: object) -> Hands:
    """Open the window for one more participant, at one of the places to begin."""
    forms = (make_form(FOUR, SEVEN, COUNT, FOUR, na=(4,), today=(2, 3)), make_form(FOUR, COUNT, today=(2,)))
    theme = Theme(family="Noto Sans", percent=chance.choice(PERCENTS), look=chance.choice(tuple(Look)))
    pin, way = chance.choice(STARTS)
    practice = chance.random() < 0.2 and "next" not in way
    return begin_at(way, forms, chance, device, pin=pin, practice=practice, theme=theme)


def begin_at(way, forms, chance, device, *, pin=None, practice=False, theme=None) -> Hands:
    """Open the window and go this way."""
    clock, lane = Clock(), SlowLane()
    desk = MemoryDesk(forms, clock, pin=pin or "")
    if pin is not None:
        desk.identification = Identification.PIN
    theme = theme or Theme(family="Noto Sans")
    window = ParticipantWindow(desk, clock, lane, practice=practice, theme=theme)
    judge = Judge(window, desk, lane)
    hands = Hands(window, desk, clock, chance, device, lane, judge)
    window.left.connect(judge.ends.append)
    window.resize(SIZE)
    window.show()
    window.activateWindow()
    hands.lead(way)
    return hands


def stand_up(hands: Hands) -> None:
    """Take the window away."""
    hands.window._is_over = True
    hands.window.close()
    QApplication.processEvents()
    hands.window.deleteLater()
    QCoreApplication.sendPostedEvents(hands.window, QEvent.Type.DeferredDelete.value)  # no loop runs that would
