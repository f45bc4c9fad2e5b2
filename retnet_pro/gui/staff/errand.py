"""Errands: what a page asks of the desk, done in the lane and brought back while somebody still waits for it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from retnet_pro.gui.lane import Lane

T = TypeVar("T")


class Errands(QObject):
    """Runs work in the lane and drops the answer once its window has closed."""

    busied = Signal(bool)
    """True when something starts, False when nothing is under way any more."""

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._open = True
        self._under_way = 0

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Do the work in turn, then call `done` or `failed` in the window's thread."""
        self._under_way += 1
        if self._under_way == 1:
            self.busied.emit(True)

        def arrived(result: T) -> None:
            self._back()
            if self._open:
                done(result)

        def broke(error: Exception) -> None:
            self._back()
            if self._open:
                failed(error)

        self._lane.run(work, arrived, broke)

    def stop(self) -> None:
        """Bring nothing back from now on; work under way is still finished."""
        self._open = False

    def _back(self) -> None:
        self._under_way -= 1
        if self._open and not self._under_way:
            self.busied.emit(False)
