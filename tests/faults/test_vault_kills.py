"""The writer is killed at any moment: what it acknowledged is there, and the log holds together.

A killed process does not test the disk itself; for that the pragmas and their order are held by the unit tests.
"""

import contextlib
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from retnet_pro.record.event import Head
from retnet_pro.record.unseal import make_identity
from retnet_pro.vault.log import create_log, open_log
from retnet_pro.vault.verify import verify_log, verify_rows
from tests.faults.sizes import SIZES

WRITER = Path(__file__).with_name("log_writer.py")
KILLS = SIZES.glass_kills


@contextlib.contextmanager
def writer(path, recipient, *more):
    command = [sys.executable, str(WRITER), str(path), recipient, *more]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def path(tmp_path, device):
    path = tmp_path / "site.db"
    with create_log(path) as log:
        log.append(device.provision())
    return path


@pytest.mark.rule("E50")
def test_no_kill_loses_what_was_acknowledged(path):
    chance = random.Random(20261123)
    _, recipient = make_identity()
    acknowledged = 1
    for _ in range(KILLS):
        with writer(path, recipient) as process:
            assert process.stdout.readline() == "open\n"
            time.sleep(chance.uniform(0, 0.05))
            process.send_signal(signal.SIGKILL)
            told = [int(line) for line in process.stdout if line.endswith("\n")]
        acknowledged = max([acknowledged, *told])
        with open_log(path) as log:
            assert acknowledged <= log.head().seq <= acknowledged + 1
            acknowledged = log.head().seq
            assert log.head() == Head(acknowledged, log.get(acknowledged).hash)
    found = verify_log(path)
    assert (found.events, found.first_break) == (acknowledged, None)
    assert acknowledged > KILLS


@pytest.mark.rule("E50")
def test_a_kill_while_the_site_is_being_made_can_be_repeated(tmp_path, device):
    chance = random.Random(7)
    program = (
        "import sys; from pathlib import Path; from retnet_pro.vault.log import create_log\n"
        "import retnet_pro.vault.migrations; print('ready', flush=True); create_log(Path(sys.argv[1]))"
    )
    for number in range(6):
        path = tmp_path / f"site{number}.db"
        with subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE) as process:
            process.stdout.readline()
            time.sleep(chance.uniform(0, 0.02))
            process.kill()
        with create_log(path) as log:
            log.append(device.provision())
            assert verify_rows(log.rows()).events == 1


def test_a_second_program_is_told_that_the_site_is_in_use_and_the_first_goes_on(path):
    _, recipient = make_identity()
    with writer(path, recipient) as first:
        assert first.stdout.readline() == "open\n"
        with writer(path, recipient, "1") as second:
            assert second.stdout.read() == "site-in-use\n"
            assert second.wait() == 1
        last = [int(first.stdout.readline()) for _ in range(3)]
        assert last == sorted(last)


def test_a_program_that_is_just_leaving_is_waited_for(path):
    _, recipient = make_identity()
    with writer(path, recipient, "5") as first:
        assert first.stdout.readline() == "open\n"
        assert first.stdout.read().split() == ["2", "3", "4", "5", "6"]
        with open_log(path) as log:
            assert log.head().seq == 6
