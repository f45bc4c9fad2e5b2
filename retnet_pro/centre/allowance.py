"""How often somebody may ask: an allowance that fills up again by the second. Nothing here is kept on disk."""

from collections.abc import Callable
from dataclasses import dataclass

REMEMBERED = 10_000
"""Of so many askers the allowance is remembered; whoever asked longest ago is forgotten first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """An allowance."""

    burst: float
    """Requests at once."""
    per_s: float
    """Requests a second from then on."""


class Allowances:
    """One allowance for each asker. Not for several threads."""

    def __init__(self, rate: Rate, seconds: Callable[[], float]) -> None:
        """Take the rate and what tells the seconds, e.g. a monotonic clock."""
        self._rate, self._seconds = rate, seconds
        self._left: dict[str, tuple[float, float]] = {}

    def spend(self, asker: str) -> bool:
        """Take one request off the allowance; return whether there was one left."""
        now = self._seconds()
        left, since = self._left.pop(asker, (self._rate.burst, now))
        left = min(self._rate.burst, left + (now - since) * self._rate.per_s)
        is_granted = left >= 1
        self._left[asker] = (left - 1 if is_granted else left, now)
        if len(self._left) > REMEMBERED:
            del self._left[next(iter(self._left))]
        return is_granted
