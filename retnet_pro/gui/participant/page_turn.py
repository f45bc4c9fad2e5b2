"""When the page last changed: what is tapped too soon after was not meant for the new page (rule E24)."""

from retnet_pro.moment import Clock

SETTLE_MS = 400


class PageTurn:
    """Remembers the last change of page on the monotonic clock."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._turned_ms = clock().up_ms

    def note(self) -> None:
        """Remember that the page changed just now."""
        self._turned_ms = self._clock().up_ms

    def is_settled(self, at_ms: int) -> bool:
        """Whether a tap at this time was meant for the page on screen."""
        return at_ms - self._turned_ms >= SETTLE_MS
