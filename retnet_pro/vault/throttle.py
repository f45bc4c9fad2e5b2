"""Slow down whoever guesses passphrases (rule P44). Survives a restart and does not look at the wall clock.

An attempt is counted before it is checked, so that pulling the plug in the middle is not a free guess. The wait is
measured in the monotonic time of one boot; in another boot it starts again from the beginning.
"""

from retnet_pro.errors import Code, Refusal
from retnet_pro.moment import Moment
from retnet_pro.vault.log import EventLog

FREE_FAILS = 5
"""Failed attempts before the first wait."""
FIRST_WAIT_S = 30
LONGEST_WAIT_S = 3600
"""A wait doubles up to here; longer would lock a clinic out for a forgotten passphrase."""


def wait_after(fails: int) -> int:
    """Return the seconds to wait after this many failed attempts in a row."""
    if fails < FREE_FAILS:
        return 0
    return min(FIRST_WAIT_S << min(fails - FREE_FAILS, 10), LONGEST_WAIT_S)


def demand_patience(log: EventLog, user: str, now: Moment) -> None:
    """Return if this person may try now.

    Raises:
        Refusal: `LOGIN_THROTTLED`, with the seconds left.
    """
    rows = log.read("SELECT fails, not_before_mono, boot FROM throttle WHERE user = ?", (user,))
    if not rows:
        return
    fails, not_before_ms, boot = rows[0]
    if boot != now.boot and wait_after(fails):
        not_before_ms = now.up_ms + wait_after(fails) * 1000
        log.change((_KEEP, (user, fails, not_before_ms, now.boot)))
    left_ms = not_before_ms - now.up_ms if wait_after(fails) else 0
    if left_ms > 0:
        raise Refusal(Code.LOGIN_THROTTLED, seconds=-(-left_ms // 1000))


def count_attempt(log: EventLog, user: str, now: Moment) -> None:
    """Count an attempt as failed; `forgive` takes it back."""
    rows = log.read("SELECT fails FROM throttle WHERE user = ?", (user,))
    fails = 1 + (rows[0][0] if rows else 0)
    log.change((_KEEP, (user, fails, now.up_ms + wait_after(fails) * 1000, now.boot)))


def forgive(log: EventLog, user: str) -> None:
    """Forget the failed attempts of someone who has come in."""
    log.change(("DELETE FROM throttle WHERE user = ?", (user,)))


_KEEP = "INSERT OR REPLACE INTO throttle (user, fails, not_before_mono, boot) VALUES (?, ?, ?, ?)"
