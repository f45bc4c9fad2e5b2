"""A moment as a device knows it: wall clock with offset, monotonic milliseconds, and which boot they belong to.

Wall clocks can be wrong or jump; the monotonic part lets a reader see that. Order never depends on either (rule T14).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """One reading of the device's clocks."""

    wall: datetime
    """Aware: carries the local offset (rule P32)."""
    up_ms: int
    """Monotonic milliseconds since some fixed point of this boot."""
    boot: str
    """Random id of this start of the device or program."""

    @property
    def at(self) -> str:
        """The wall time as written in records, e.g. ``2026-11-23T10:02:03.123+01:00``."""
        return self.wall.isoformat(timespec="milliseconds")


Clock = Callable[[], Moment]
"""Reads the clocks; handed in by the composition root."""
