"""Clock, chance and version: where time and randomness enter the program."""

import secrets
import time
from datetime import datetime
from pathlib import Path

from retnet_pro import __version__
from retnet_pro.moment import Clock, Moment

APP = f"retnet-pro/{__version__}"
"""Name and version written into every event."""
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def system_clock() -> Clock:
    """Return the clock of this machine. Where the system tells no boot id, one is drawn for this process."""
    boot = _BOOT_ID.read_text().strip() if _BOOT_ID.exists() else secrets.token_hex(16)

    # Linux's monotonic clock stands still while a tablet sleeps, which would look like a jump of the wall clock.
    counts_sleep = getattr(time, "CLOCK_BOOTTIME", None)

    def now() -> Moment:
        up = time.monotonic_ns() if counts_sleep is None else time.clock_gettime_ns(counts_sleep)
        return Moment(datetime.now().astimezone(), up // 1_000_000, boot)

    return now


def new_id() -> str:
    """Return a random id of 128 bits, in hex."""
    return secrets.token_hex(16)
