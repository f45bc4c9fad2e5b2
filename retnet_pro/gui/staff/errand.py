"""Errands: what a page asks of the desk, done in the lane and brought back while somebody still waits for it."""

from collections.abc import Callable
from typing import TypeVar

from retnet_pro.gui.lane import Lane

T = TypeVar("T")


class Errands:
    """Runs work in the lane and drops the answer once its window has closed."""

    def __init__(self, lane: Lane) -> None:
        """Take the lane of the window."""
        self._lane = lane
        self._open = True

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Do the work in turn, then call `done` or `failed` in the window's thread; nothing once it has stopped."""
        if not self._open:
            return

        def arrived(result: T) -> None:
            if self._open:
                done(result)

        def broke(error: Exception) -> None:
            if self._open:
                failed(error)

        self._lane.run(work, arrived, broke)

    def stop(self) -> None:
        """Bring nothing back from now on; work under way is still finished."""
        self._open = False
