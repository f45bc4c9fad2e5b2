"""A guesser gains nothing by killing the program, starting the tablet anew or turning its clock.

Fault model: SIGKILL at the worst moment, between counting an attempt and checking it; any wall clock; a new boot id
with a monotonic clock that starts again. Not modelled: somebody who edits the throttle table with the program closed;
who can do that can also guess outside of this program, against which the device secret and the cost of a guess stand
(T1).
"""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Role
from retnet_pro.errors import Code, Refusal
from retnet_pro.moment import Moment
from retnet_pro.vault.log import create_log, open_log
from retnet_pro.vault.slots import SlotBook
from retnet_pro.vault.throttle import FREE_FAILS
from retnet_pro.vault.wrap import Cost

pytestmark = pytest.mark.rule("P44")
HERE = Path(__file__).resolve().parent
GOOD = "seven damp green umbrellas"
CHEAP = Cost(kib=64, passes=1, lanes=1)
START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def moment(seconds: float, *, wall: timedelta = timedelta(0), boot: str = "boot-1") -> Moment:
    return Moment(START + timedelta(seconds=seconds) + wall, round(seconds * 1000), boot)


def book(log) -> SlotBook:
    return SlotBook(log, bytes(32), os.urandom, cost=CHEAP)


def outcome(path: Path, passphrase: str, now: Moment) -> Code | None:
    with open_log(path) as log:
        try:
            book(log).unlock("nurse.a", passphrase, now)
        except Refusal as refusal:
            return refusal.code
    return None


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with create_log(tmp_path / "site.db") as log:
        book(log).add(Person("nurse.a", "Nurse Demo", Role.NURSE), GOOD, ("identity",))
    return tmp_path / "site.db"


def guess_and_be_killed(path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(HERE / "guesser.py"), str(path), "nurse.a", GOOD], capture_output=True, text=True,
        timeout=60, check=False, env={**os.environ, "PYTHONPATH": str(HERE.parents[1])},
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (-signal.SIGKILL, "trying\n"), done.stderr


def test_a_program_killed_between_counting_and_checking_gives_no_free_guess(path: Path) -> None:
    for _ in range(FREE_FAILS):
        guess_and_be_killed(path)
    assert outcome(path, GOOD, moment(0)) is Code.LOGIN_THROTTLED
    assert outcome(path, GOOD, moment(29)) is Code.LOGIN_THROTTLED
    assert outcome(path, GOOD, moment(30)) is None


@pytest.mark.rule("P30", "T14")
def test_no_clock_and_no_new_start_shortens_the_wait(path: Path) -> None:
    for _ in range(FREE_FAILS + 2):
        outcome(path, "not what it is at all", moment(10_000))
        outcome(path, "not what it is at all", moment(20_000))  # past every wait, so that it counts again
    with open_log(path) as log:
        ((fails,),) = log.read("SELECT fails FROM throttle")
    assert fails > FREE_FAILS
    for days in (-20_000, -1, 1, 400, 20_000):
        assert outcome(path, GOOD, moment(20_001, wall=timedelta(days=days))) is Code.LOGIN_THROTTLED
    for boot in ("boot-2", "boot-3", "boot-4"):
        assert outcome(path, GOOD, moment(1_000_000, boot=boot)) is Code.LOGIN_THROTTLED
        assert outcome(path, GOOD, moment(1_000_010, boot=boot, wall=timedelta(days=99))) is Code.LOGIN_THROTTLED
    assert outcome(path, GOOD, moment(1_000_000 + 3600, boot="boot-4")) is None


def test_starting_anew_each_time_never_lets_a_guesser_try(path: Path) -> None:
    for _ in range(FREE_FAILS):
        outcome(path, "not what it is at all", moment(0))
    tried = [outcome(path, GOOD, moment(5, boot=f"boot-{number}")) for number in range(2, 12)]
    assert tried == [Code.LOGIN_THROTTLED] * 10
