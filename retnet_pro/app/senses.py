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

    def now() -> Moment:
        return Moment(datetime.now().astimezone(), time.monotonic_ns() // 1_000_000, boot)

    return now


def new_id() -> str:
    """Return a random id of 128 bits, in hex."""
    return secrets.token_hex(16)
