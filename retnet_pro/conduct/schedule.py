"""When a tablet tries to reach the centre by itself, and whether it then sends. Pure: time and chance are arguments."""

from datetime import datetime, timedelta

from retnet_pro.conduct.export import is_worth_sending
from retnet_pro.conduct.sender import Sender

REGULAR_S = 900.0
"""Seconds between tries while all goes well: receipts and packs come without anybody asking. Choice of this project."""
FIRST_S = 60.0
"""Seconds after the first failure, doubled with each one more. Choice of this project."""
MOST_S = 3600.0
AGAIN = timedelta(hours=24)
"""How long what was sent waits for its receipt before it is sent again by itself: centres open bundles in their own
time, and a receipt that was lost is worth one more bundle, not a hundred. Choice of this project."""


def wait_s(failures: int, chance: float) -> float:
    """Return the seconds until the next try, after so many failures in a row.

    `chance` from 0 to 1 spreads tablets that failed together over the second half of the time.
    """
    whole = REGULAR_S if failures == 0 else min(MOST_S, FIRST_S * 2.0 ** min(failures - 1, 16))
    return whole * (0.5 + chance / 2)


def is_time_to_send(sender: Sender) -> bool:
    """Whether something has not left this device yet, or left it so long ago that it should go again.

    A clock that went back counts as long ago: once more does no harm.
    """
    site, log = sender.site, sender.pen.log
    if is_worth_sending(log.events(max(site.sent_upto, site.send_after))):
        return True
    if not is_worth_sending(log.events(site.send_after)):
        return False
    last = datetime.fromisoformat(site.sent[-1].at) if site.sent else None
    asked = site.received[-1] if site.received and site.received[-1].want is not None else None
    if last is None or (asked is not None and last < datetime.fromisoformat(asked.at)):
        return True
    return not timedelta(0) <= sender.pen.clock().wall - last < AGAIN
