"""Errands: what a page asks of the desk, done in the lane and brought back while somebody still waits for it."""

from collections.abc import Callable
from typing import TypeVar

from retnet_pro.conduct.journey import Journey
from retnet_pro.gui.lane import Lane
from retnet_pro.gui.traveller import Traveller

T = TypeVar("T")


class Errands:
    """Runs work in the lane and drops the answer once its window has closed."""

    def __init__(self, lane: Lane, traveller: Traveller) -> None:
        """Take the lane of the window, and who goes where the lane must not wait."""
        self._lane = lane
        self.traveller = traveller
        self._open = True

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Do the work in turn, then call `done` or `failed` in the window's thread; nothing once it has stopped."""
        if self._open:
            self._lane.run(work, self._while_open(done), self._while_open(failed))

    def travel(
        self, start: Callable[[], Journey[T]], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Do work that waits for somewhere else; then as `run`. A journey under way makes room for it."""
        if self._open:
            self.traveller.travel(start, self._while_open(done), self._while_open(failed))

    def stop(self) -> None:
        """Bring nothing back from now on; work under way in the lane is still finished."""
        self._open = False
        self.traveller.leave()

    def _while_open(self, tell: Callable[[T], None]) -> Callable[[T], None]:
        def arrived(brought: T) -> None:
            if self._open:
                tell(brought)

        return arrived
