"""A program for the fault tests: try one passphrase, and be killed after the attempt is counted, before it is checked.

Usage: guesser.py PATH USER PASSPHRASE
"""

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from retnet_pro.moment import Moment
from retnet_pro.vault import slots
from retnet_pro.vault.log import open_log
from retnet_pro.vault.wrap import Cost


def pull_the_plug(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main(path: str, user: str, passphrase: str) -> None:
    slots.unwrap = pull_the_plug
    now = Moment(datetime(2026, 11, 23, 9, 0, tzinfo=UTC), 0, "boot-1")
    with open_log(Path(path)) as log:
        book = slots.SlotBook(log, bytes(32), os.urandom, cost=Cost(kib=64, passes=1, lanes=1))
        print("trying", flush=True)
        book.unlock(user, passphrase, now)


if __name__ == "__main__":
    main(*sys.argv[1:])
