"""A program for the clock tests: a day on the machine's own clock, which is moved between the acts.

Usage: clocked_day.py FOLDER CLOCK_FILE TIME...   (each time as libfaketime reads it from the file)
"""

import sys
from datetime import date
from pathlib import Path

from retnet_pro.app.opening import open_site
from retnet_pro.app.senses import new_id, system_clock
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.doorway import Doorway
from retnet_pro.errors import Code, Refusal
from retnet_pro.study.subject import make_subject
from retnet_pro.vault.throttle import FREE_FAILS
from tests.faults.day import CHEAP, COORDINATOR, NURSE, PASSPHRASE, SITE, settings_of


def main(folder: str, clock_file: str, *times: str) -> None:
    opened = open_site(settings_of(Path(folder)), system_clock(), cost=CHEAP)
    with opened.log:
        door = Doorway(opened.pen, opened.slots, opened.library, opened.study, opened.founding, new_id)
        for number, moment in enumerate(times, 1):
            Path(clock_file).write_text(moment)
            desk: Desk = door.login(COORDINATOR.user, PASSPHRASE)
            desk.enrol(make_subject(SITE, number), date(2026, 11, 20), "en")
            desk.due()
            print(moment, opened.pen.clock().at, flush=True)
            desk.leave()
        for _ in range(FREE_FAILS):
            refused(door, "not the passphrase", Code.WRONG_PASSPHRASE)
        for moment in times:  # no movement of the clock on the wall shortens the wait
            Path(clock_file).write_text(moment)
            refused(door, PASSPHRASE, Code.LOGIN_THROTTLED)


def refused(door: Doorway, passphrase: str, code: Code) -> None:
    try:
        door.login(NURSE.user, passphrase)
    except Refusal as refusal:
        assert refusal.code is code, refusal
        return
    raise AssertionError("nobody was refused")


if __name__ == "__main__":
    main(*sys.argv[1:])
