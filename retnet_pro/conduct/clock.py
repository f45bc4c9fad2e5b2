"""Did the clock of this device jump? Compares each moment with the one of the event before it (rules E55, T14).

Order never depends on a clock, and nothing is refused because of one: the jump is written down beside what was
recorded, shown to staff, and the answers around it are flagged. Daylight saving is no jump, because times are compared
with their offsets.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from retnet_pro.moment import Moment
from retnet_pro.record.event import Header, Kind

DEVICE = "device"
"""The author of events that nobody asked for."""
FORWARD, BACK = "forward", "back"
"""Jumps within one start of the device, where the monotonic clock tells how far."""
JUMP = timedelta(seconds=60)
"""Wall clock and monotonic clock may drift apart this far between two events (security.md 7.3, T14)."""
PLAUSIBLE_REST = timedelta(days=400)
"""A device that was off for longer has more likely a wrong clock. Choice of this project."""


def remarks(before: Header, now: Moment) -> Iterator[tuple[Kind, Mapping[str, object]]]:
    """Yield what must be written down before the next event: a new start of the device, a jump of its clock."""
    if before.boot != now.boot:
        yield Kind.BOOT, {"before": before.boot}
    passed = now.wall - datetime.fromisoformat(before.at)
    if before.boot == now.boot:
        jump = passed - timedelta(milliseconds=now.up_ms - before.up)
        why = FORWARD if jump > timedelta(0) else BACK
    elif passed < timedelta(0):
        jump, why = passed, "earlier than the last event"
    else:
        jump, why = max(passed - PLAUSIBLE_REST, timedelta(0)), "later than plausible"
    if abs(jump) > JUMP:
        note = {"from": before.at, "to": now.at, "seconds": round(jump.total_seconds()), "why": why}
        yield Kind.CLOCK_STEP, note
