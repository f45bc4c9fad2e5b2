"""Runs journeys: what asks the log in the lane, what waits for a network or a stick in a thread of its own.

The lane is never held up, whatever a stick or a network does. One journey is under way at a time. One that is given up
is told so where it stands; the thread that waits for it is left alone, its answer is dropped, and it keeps no process
alive.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from retnet_pro.conduct.journey import Journey, Stop
from retnet_pro.errors import Code, Refusal
from retnet_pro.gui.lane import Lane

T = TypeVar("T")


@dataclass(slots=True, eq=False)
class _Trip:
    journey: Journey[Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class _Arrived:
    result: object


class Traveller(QObject):
    """Runs one journey after the other."""

    moved = Signal(int, int)
    """How many files have been dealt with, of how many; 0 of 0, where nobody knows."""
    ended = Signal()
    """The journey under way has ended, well or not."""
    _came_back = Signal(object)

    def __init__(self, lane: Lane) -> None:
        super().__init__()
        self._lane = lane
        self._trip: _Trip | None = None
        self._waiting: set[_Trip] = set()
        self._came_back.connect(self._go_on, Qt.ConnectionType.QueuedConnection)

    @property
    def is_away(self) -> bool:
        """Whether a journey is under way."""
        return self._trip is not None

    @property
    def is_anything_waiting(self) -> bool:
        """Whether a thread still waits for somewhere else, be its journey given up or not."""
        return bool(self._waiting)

    def travel(
        self, start: Callable[[], Journey[T]], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Begin a journey; one that is under way makes room. `done` or `failed` is called in the window's thread."""
        self.give_up()
        trip = _Trip(_begun(start), done, failed)
        self._trip = trip
        self._step(trip, lambda: next(trip.journey))

    def give_up(self) -> None:
        """End the journey under way where it stands; it is told as stopped, and what it did so far stays done."""
        trip, self._trip = self._trip, None
        if trip is not None:
            stopped = Refusal(Code.SENDING_STOPPED)
            self._lane.run(lambda: _end(trip.journey, stopped), trip.done, trip.failed)
            self.ended.emit()

    def leave(self) -> None:
        """Begin and bring back nothing more, because the window is about to close."""
        self._trip = None

    def _step(self, trip: _Trip, advance: Callable[[], Stop]) -> None:
        def work() -> Stop | _Arrived:
            try:
                return advance()
            except StopIteration as over:
                return _Arrived(over.value)

        self._lane.run(work, lambda result: self._after(trip, result), lambda error: self._broke(trip, error))

    def _after(self, trip: _Trip, result: Stop | _Arrived) -> None:
        if trip is not self._trip:
            return
        if isinstance(result, _Arrived):
            self._trip = None
            self.ended.emit()
            trip.done(result.result)
            return
        self.moved.emit(result.done, result.total)
        self._waiting.add(trip)
        threading.Thread(target=self._wait, args=(trip, result), name="elsewhere", daemon=True).start()

    def _broke(self, trip: _Trip, error: Exception) -> None:
        if trip is self._trip:
            self._trip = None
            self.ended.emit()
            trip.failed(error)

    def _wait(self, trip: _Trip, stop: Stop) -> None:
        """Do the work of a stop; runs in a thread of its own."""
        result: object = None
        error: Exception | None = None
        try:
            result = stop.work()
        except Exception as raised:  # noqa: BLE001 - the journey is told, and raises what it does not expect
            error = raised
        with suppress(RuntimeError):  # the window is gone
            self._came_back.emit((trip, result, error))

    @Slot(object)
    def _go_on(self, parcel: tuple[_Trip, object, Exception | None]) -> None:
        trip, result, error = parcel
        self._waiting.discard(trip)
        if trip is not self._trip:
            return
        if error is None:
            self._step(trip, lambda: trip.journey.send(result))
        else:
            self._step(trip, lambda: trip.journey.throw(error))


def _begun(start: Callable[[], Journey[T]]) -> Journey[T]:
    """Return the journey, which begins with its first step in the lane and not before."""
    return (yield from start())


def _end(journey: Journey[T], stopped: Refusal) -> T:
    """Tell a journey that it is over; return what it brought, where it had arrived in the same moment.

    Raises:
        Refusal: `SENDING_STOPPED`, as a rule.
    """
    try:
        while True:
            journey.throw(stopped)
    except StopIteration as over:
        arrived: T = over.value
        return arrived
