"""One tablet and one day: who fills in forms one after the other, and what is recorded before and after.

The forms of one visit stay together, so that whoever plays the happenings can hand the tablet over once.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import IntEnum
from itertools import groupby
from typing import TypeVar

from retnet_pro.simulation.happening import Enrolled, FactRecorded, FormMissed, FormTaken, Happening, Withdrawn

_Each = TypeVar("_Each", bound=Happening)
FIRST_FORM = timedelta(hours=10, minutes=15)
"""After the morning's records, as time after midnight; some days begin later."""
LATER = timedelta(minutes=90)
"""How much later at most."""
LAST_FORM = timedelta(hours=17)
"""Before the evening's records."""
BETWEEN = timedelta(minutes=5)
"""From one hand to the next."""


class Phase(IntEnum):
    """The parts of a clinic day."""

    MORNING = 0
    FORMS = 1
    EVENING = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Happenings of one participant that stay together."""

    day: date
    phase: Phase
    happenings: tuple[Happening, ...]
    lasts: timedelta
    """How long the tablet is in use; nothing for records."""

    @property
    def order(self) -> tuple[date, Phase]:
        """What blocks are ordered by."""
        return self.day, self.phase


def in_turn(blocks: Iterable[Block]) -> Iterator[Happening]:
    """Yield the happenings of blocks that are in order, each at a time of its own within its part of the day."""
    for (_, phase), together in groupby(blocks, key=lambda block: block.order):
        if phase is Phase.FORMS:
            yield from _one_after_the_other(tuple(together))
        else:
            yield from sorted((each for block in together for each in block.happenings), key=lambda each: each.at)


def _one_after_the_other(blocks: Sequence[Block]) -> Iterator[Happening]:
    """Give each visit its turn; where the day is too short for all, everybody is quicker."""
    midnight = blocks[0].happenings[0].at.replace(hour=0, minute=0, second=0, microsecond=0)
    needed = sum((block.lasts + BETWEEN for block in blocks), timedelta())
    later = timedelta(minutes=midnight.toordinal() * 37 % (LATER // timedelta(minutes=1)))
    pace = min(1.0, (LAST_FORM - FIRST_FORM - later) / needed)
    turn = midnight + FIRST_FORM + later
    for block in blocks:
        begins = block.happenings[0].at
        for happening in block.happenings:
            yield moved(happening, turn + (happening.at - begins) * pace)
        turn += (block.lasts + BETWEEN) * pace


def moved(happening: _Each, at: datetime) -> _Each:
    """Return the happening at another time, to the second."""
    second = at.replace(microsecond=0)
    match happening:
        case FormTaken():
            return replace(happening, taken_on=second)
        case Enrolled() | FactRecorded() | Withdrawn() | FormMissed():
            return replace(happening, at=second)
