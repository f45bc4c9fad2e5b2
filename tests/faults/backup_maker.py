"""A program for the fault tests: make one backup after the other and say the name of each once it is written down.

Usage: backup_maker.py PATH PLACE RECIPIENT [COUNT]
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from retnet_pro.conduct.backup import back_up
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.pen import Pen
from retnet_pro.errors import RetnetError
from retnet_pro.moment import Moment
from retnet_pro.record.event import DeviceId
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey
from retnet_pro.vault.backup import BackupFolder
from retnet_pro.vault.log import open_log

DEVICE, KEY = DeviceId("device-1"), SigningKey(bytes(range(32)))
NOW = Moment(datetime(2026, 11, 23, 9, 0, tzinfo=UTC), 0, "boot-1")


def main(path: str, place: str, recipient: str, count: str = "1000000") -> int:
    try:
        log = open_log(Path(path))
        pen = Pen(log, device=DEVICE, key=KEY, sealer=Sealer([recipient]), clock=lambda: NOW, app="0.1.0")
        folder = BackupFolder(Path(place), log, DEVICE, KEY.public)
        print("open", flush=True)
        for _ in range(int(count)):
            print(at_once(back_up(pen, folder, by=None)).copied.name, flush=True)
    except RetnetError as error:
        print(error.code.value, flush=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
