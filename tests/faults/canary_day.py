"""A program for the secrecy tests: a day with a word in it that nobody may find, a printed page, and a second login.

Usage: canary_day.py FOLDER CANARY   (says on standard output what else must not be found, as JSON)
"""

import json
import sys
from pathlib import Path

from retnet_pro.conduct.handover import start
from retnet_pro.record.response import AnsweredBy
from retnet_pro.report.compose import print_participant
from tests.faults.day import COORDINATOR, LATER, PASSPHRASE, SUBJECT, Day, play, prepare


def main(folder: str, canary: str) -> None:
    prepare(Path(folder))
    day = Day(Path(folder), lambda *told: None)
    play(day, ("open", "login", "enrol"))
    start(day.staff, SUBJECT, "baseline", "en", AnsweredBy.HELPER_READS, reason=canary)
    play(day, ("tap", "snapshot", "people", "erase", "export", "centre", "receive"))
    paper = print_participant(day.staff, SUBJECT, day.site.pen.clock())
    (Path(folder) / "paper.pdf").write_bytes(paper)
    identities = day.site.slots.unlock(COORDINATOR.user, PASSPHRASE, day.site.pen.clock())
    device = day.site.device
    secrets = {"words": [*identities, PASSPHRASE, LATER, SUBJECT], "keys": [device.secret.hex(), device.seed.hex()]}
    play(day, ("settle", "login", "found"))
    print(json.dumps(secrets), flush=True)
    sys.stdin.read()  # the site is still open while its files are looked at
    play(day, ("close",))


if __name__ == "__main__":
    main(*sys.argv[1:])
