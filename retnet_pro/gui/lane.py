"""One background lane for work with effects (disk, keys), so that the glass never waits and order is kept.

Work gets plain data and returns plain data; no Qt object crosses. Whatever comes back arrives on the thread of the
window through one queued signal.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")


class Lane(QObject):
    """Runs one piece of work after the other on its own thread."""

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lane")
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Run the work in its turn.

        Then `done` gets its result, or `failed` its exception, on the thread of the window.
        """

        def hand_over(future: Future[T]) -> None:
            self._arrived.emit((future, done, failed))

        self._pool.submit(work).add_done_callback(hand_over)

    def close(self) -> None:
        """Wait for the work under way and stop. What was submitted before is still done, later work is refused."""
        self._pool.shutdown(wait=True)

    @Slot(object)
    def _deliver(self, parcel: tuple[Future[Any], Callable[[Any], None], Callable[[Exception], None]]) -> None:
        future, done, failed = parcel
        error = future.exception()
        if error is None:
            done(future.result())
        elif isinstance(error, Exception):
            failed(error)
        else:
            raise error
