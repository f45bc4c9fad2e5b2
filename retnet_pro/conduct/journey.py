"""A piece of work that has to wait for somewhere else: a network, a stick, a share. Written as one function with stops.

Between two stops it works on the log, at once and in the log's own thread. At a stop it hands out what must be done
elsewhere and may take as long as it likes, or never end. Whoever runs a journey decides where that waiting happens, so
nothing that asks the log is ever held up by a stick, and giving up a journey needs the help of nobody: what was done
before a stop is whole.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stop:
    """What is to be done elsewhere before the journey goes on; it touches no open log, and no key but a drill's."""

    work: Callable[[], object]
    done: int = 0
    """How many files have been dealt with so far."""
    total: int = 0
    """Of how many; 0 where nobody knows yet."""


Journey = Generator[Stop, Any, T]


def elsewhere(work: Callable[[], T], done: int = 0, total: int = 0) -> Journey[T]:
    """Have something done elsewhere and return what came of it; for ``yield from``.

    Raises:
        RetnetError: as the work does.
    """
    result: T = yield Stop(work, done, total)
    return result


def at_once(journey: Journey[T]) -> T:
    """Run a whole journey here and now, and wait at every stop.

    Raises:
        RetnetError: as the journey does.
    """
    try:
        stop = next(journey)
        while True:
            try:
                result = stop.work()
            except Exception as error:  # noqa: BLE001 - the journey is told, and raises what it does not expect
                stop = journey.throw(error)
            else:
                stop = journey.send(result)
    except StopIteration as over:
        arrived: T = over.value
        return arrived
