"""Try again when the database breaks off: it is restarted now and then, and nobody should have to come for that."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from retnet_pro.errors import Code, WorldFault

DoneT = TypeVar("DoneT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How often something is tried again, and what happens in between."""

    tries: int
    pause: Callable[[], None]
    say: Callable[[WorldFault], None]


AT_ONCE = Patience(tries=0, pause=lambda: None, say=lambda _fault: None)
"""None: the first fault ends it."""


def persevere(act: Callable[[], DoneT], patience: Patience) -> DoneT:
    """Do what may be done twice, once more each time the database breaks off; every fault is said.

    Raises:
        WorldFault: `DATABASE_UNREACHABLE`, when it still does at the last try; every other one at once.
    """
    for _ in range(patience.tries):
        try:
            return act()
        except WorldFault as fault:
            if fault.code is not Code.DATABASE_UNREACHABLE:
                raise
            patience.say(fault)
        patience.pause()
    return act()
