"""Plays a script on a real window: clicks, touches, types, waits for what must appear, takes pictures.

A script is a generator. It yields a condition and goes on when that is true; if it does not become true in time the
play stops with a picture of what was there instead.
"""

import sys
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget

W = TypeVar("W", bound=QWidget)
Condition = Callable[[], bool]
Script = Generator[Condition, None, None]
LOOK_MS = 5
PATIENCE_MS = 60_000
SETTLE_MS = 420
"""A page ignores taps for 400 ms after it has come up (rule E24); a player waits as a person does."""


class Missed(Exception):
    """Something the script waits for did not come."""


class Stage(QObject):
    """One window and the script that is played on it."""

    def __init__(self, window: QWidget, pictures: Path, prefix: str) -> None:
        """Pictures go into a folder, numbered in order behind the prefix."""
        super().__init__(window)
        self.window = window
        self.failure: str | None = None
        self._pictures = pictures
        self._prefix = prefix
        self._number = 0
        self._finger = QTest.createTouchDevice()
        self._script: Script | None = None
        self._waiting_for: Condition = lambda: True
        self._waited_ms = 0
        self._watch = QTimer(self)
        self._watch.setInterval(LOOK_MS)
        self._watch.timeout.connect(self._look)

    def play(self, script: Script) -> None:
        """Begin; the event loop does the rest."""
        self._script = script
        self._watch.start()

    def find(self, kind: type[W], name: str) -> W:
        """Return the visible widget of this name."""
        for widget in self.window.findChildren(kind, name):
            if widget.isVisible():
                return widget
        raise Missed(f"{name} is not on screen")

    def is_there(self, name: str) -> bool:
        """Whether a visible and enabled widget has this name."""
        return any(widget.isVisible() and widget.isEnabled() for widget in self.window.findChildren(QWidget, name))

    def click(self, name: str) -> None:
        """Click the middle of a widget with the mouse."""
        self.press(self.find(QWidget, name))

    def press(self, widget: QWidget) -> None:
        """Click the middle of this widget with the mouse."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())

    def touch(self, widget: QWidget) -> None:
        """Touch the middle of this widget with a finger."""
        top = widget.window()
        point: QPoint = widget.mapTo(top, widget.rect().center())
        QTest.touchEvent(top, self._device()).press(0, point, top).commit()
        QTest.touchEvent(top, self._device()).release(0, point, top).commit()

    def click_cell(self, table: QTableView, text: str) -> None:
        """Click, and double-click, the cell that shows this text."""
        model = table.model()
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                index = model.index(row, column)
                if index.data() == text:
                    table.scrollTo(index)
                    where = table.visualRect(index).center()
                    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
                    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
                    return
        raise Missed("the table has no such row")

    def write(self, name: str, text: str) -> None:
        """Type into a field."""
        field = self.find(QWidget, name)
        field.setFocus()
        QTest.keyClicks(field, text)

    def picture(self, title: str) -> None:
        """Keep a picture of the window."""
        self._number += 1
        self._pictures.mkdir(parents=True, exist_ok=True)
        name = f"{self._prefix}-{self._number:02d}-{title}.png"
        if not self.window.grab().save(str(self._pictures / name)):
            raise Missed(f"the picture {name} could not be written")

    def _device(self) -> QPointingDevice:
        return self._finger

    def _look(self) -> None:
        try:
            if not self._waiting_for():
                self._waited_ms += LOOK_MS
                if self._waited_ms > PATIENCE_MS:
                    raise Missed("what the script waits for did not appear")
                return
            self._waited_ms = 0
            assert self._script is not None
            self._waiting_for = next(self._script)
        except StopIteration:
            self._waiting_for = lambda: False  # the process ends with its window; if it does not, patience ends too
        except Exception as error:  # noqa: BLE001 - whatever it was, the play must end and say so
            self._give_up(f"{type(error).__name__}: {error}")

    def _give_up(self, why: str) -> None:
        self.failure = why
        self._watch.stop()
        self.window.grab().save(str(self._pictures / f"{self._prefix}-failed.png"))
        print(f"The demonstration stopped: {why}", file=sys.stderr)
        QApplication.exit(1)


def after(milliseconds: int) -> Condition:
    """Return a condition that becomes true after some time."""
    done: list[bool] = []
    QTimer.singleShot(milliseconds, lambda: done.append(True))
    return lambda: bool(done)
