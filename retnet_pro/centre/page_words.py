"""How numbers, times and codes are written on the web page of the centre."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from retnet_pro.centre.site_counts import OpenAlert
from retnet_pro.study.model import Mode

MODES = {
    Mode.DEMO: "Demonstration: synthetic data, no participant is real",
    Mode.TRAINING: "Training: these data are not part of the trial",
    Mode.STUDY: "",
}
"""Banner of every page; none in the trial itself."""
STATUSES = {
    "admitted": "waiting to be opened",
    "quarantined": "from a closed tablet",
    "gap": "earlier events are missing",
    "fork": "contradicts what is held",
    "refused": "refused",
}
"""Of sealed files that are not held event by event."""


def number(count: int) -> str:
    """Return a count with thin spaces between thousands."""
    return f"{count:,}".replace(",", "\u202f")


def percent(valid: int, of: int) -> str:
    """Return a share in whole percent; rounded down, so that 100 % means all."""
    return f"{100 * valid // of} %" if of else "–"


def day(at: str | None) -> str:
    """Return the date and minute of a moment, in its own time zone."""
    return "–" if at is None else datetime.fromisoformat(at).strftime("%Y-%m-%d %H:%M %Z")


def age(at: str | None, now: datetime) -> str:
    """Return how long ago something was, in the largest unit that is not nought."""
    if at is None:
        return "never"
    return _span(now - datetime.fromisoformat(at)) + " ago"


def until(at: str, now: datetime) -> str:
    """Return how long something has still time, or how long it is overdue."""
    left = datetime.fromisoformat(at) - now
    return f"in {_span(left)}" if left >= timedelta() else f"overdue for {_span(-left)}"


def overdue(alerts: Sequence[OpenAlert], now: datetime) -> int:
    """Return how many alerts are past their deadline."""
    return sum(alert.is_overdue(now) for alert in alerts)


def status(code: str) -> str:
    """Return what became of a sealed file, in words."""
    return STATUSES.get(code, code)


def width(valid: int, of: int, pixels: int) -> int:
    """Return how long a bar is; never nought where there is something, never full where something is missing."""
    if not of or not valid:
        return 0
    return pixels if valid == of else min(max(1, pixels * valid // of), pixels - 1)


def _span(length: timedelta) -> str:
    minutes = max(0, int(length.total_seconds() // 60))
    for size, one, many in ((1440, "day", "days"), (60, "hour", "hours"), (1, "minute", "minutes")):
        if minutes >= size:
            count = minutes // size
            return f"{count} {one if count == 1 else many}"
    return "a moment"


FILTERS: dict[str, Callable[..., Any]] = {
    one.__name__: one for one in (number, percent, day, age, until, overdue, status, width)
}
"""By the name the pages use."""
