"""A participant who taps at random on the real window, for the test that kills the process.

Run as a program with a seed; the hand-over comes on standard input. Says ``ack ITEM CODE`` on standard error for every
tap whose option is shown as chosen, which the program does only after the answer is durable.
"""

import os
import random
import sys
from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from retnet_pro.answering.view import QuestionView
from retnet_pro.app import participant
from retnet_pro.app.passage import read_hand_over
from retnet_pro.gui.participant.window import ParticipantWindow
from retnet_pro.gui.widgets.option import Option

LONGEST_MS = 60_000
"""A tapper that finds nothing to tap ends itself, so that the test fails instead of waiting for ever."""
LEFT = Qt.MouseButton.LeftButton


class Tapper:
    def __init__(self, window: ParticipantWindow, seed: int) -> None:
        self.window = window
        self.chance = random.Random(seed)
        self.view: QuestionView | None = None
        window.course.viewed.connect(self.see)
        self.script = self.play()
        self.timer = QTimer(window)
        self.timer.setInterval(1)
        self.timer.timeout.connect(self.step)
        self.timer.start()
        QTimer.singleShot(LONGEST_MS, self.give_up)

    def see(self, view: object) -> None:
        self.view = view if isinstance(view, QuestionView) else None

    def give_up(self) -> None:
        page, view = self.window.page, self.view
        print("stuck at", type(page).__name__, view and (view.item, view.count), file=sys.stderr, flush=True)
        os._exit(3)

    def step(self) -> None:
        next(self.script)

    def tap(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, LEFT, pos=widget.rect().center())

    def settle(self) -> Iterator[None]:
        done: list[bool] = []
        QTimer.singleShot(410, lambda: done.append(True))
        while not done:
            yield

    def choose(self, option: Option) -> Iterator[None]:
        """Tap until it is taken: a tap too soon after a page change is ignored (rule E24)."""
        while not option.isChecked():
            self.tap(option)
            for _ in self.settle():
                if option.isChecked():
                    return
                yield

    def play(self) -> Iterator[None]:
        yield from self.settle()
        while self.window.page is self.window.message:
            buttons = self.window.message.buttons()
            self.tap(buttons[0] if buttons else self.window.bottom.next)
            yield from self.settle()
        while True:
            view, face = self.view, self.window.question.face
            if view is None or face is None or self.window.page is not self.window.question:
                self.tap(self.window.bottom.back)
                yield from self.settle()
                continue
            options = [control for control in face.controls() if isinstance(control, Option)]
            chosen = self.chance.randrange(len(options))
            if not options[chosen].isChecked():
                yield from self.choose(options[chosen])
                code = view.options[chosen].code if chosen < len(view.options) else None
                sys.stderr.write(f"ack {view.item} {code}\n")
            if self.chance.random() < 0.2:
                self.tap(self.window.bottom.next)
                yield from self.settle()
            yield


def main() -> None:
    kept: list[Tapper] = []

    def shown(window: QWidget) -> None:
        assert isinstance(window, ParticipantWindow)
        window.resize(1280, 800)
        kept.append(Tapper(window, int(sys.argv[1])))

    sys.exit(participant.run(read_hand_over(sys.stdin.readline()), shown))


if __name__ == "__main__":
    main()
