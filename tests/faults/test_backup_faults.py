"""A backup is killed, runs out of room or is damaged: the log stays whole and no event claims what is not there.

Fault model: the process dies between two system calls; the medium is full at any point; single bits and cut ends of a
copy at rest. A medium that acknowledges a sync and forgets it later is not played here: reading back asks the system
not to answer from memory, which no test without the real medium can prove.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from retnet_pro.conduct.backup import KEPT, back_up, backups
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.pen import Pen
from retnet_pro.errors import Code, RetnetError, WorldFault
from retnet_pro.moment import Moment
from retnet_pro.record.event import EMPTY
from retnet_pro.record.unseal import make_identity
from retnet_pro.vault.backup import BackupFolder
from retnet_pro.vault.log import create_log, open_log
from retnet_pro.vault.verify import verify_log
from tests.faults.conftest import DEVICE, START

MAKER = Path(__file__).with_name("backup_maker.py")
KILLS = int(os.environ.get("RETNET_PRO_KILLS", "40")) // 2


@pytest.fixture
def path(tmp_path, device):
    made = tmp_path / "site" / "site.db"
    made.parent.mkdir()
    with create_log(made) as log:
        log.append(device.provision())
        for _ in range(150):
            log.append(device.answer(log.head()))
    return made


def pen_of(log, device):
    now = Moment(START, 0, "boot-1")
    return Pen(log, device=DEVICE, key=device.key, sealer=device.sealer, clock=lambda: now, app="0.1.0")


@pytest.mark.rule("P81", "E50")
def test_no_kill_leaves_a_claim_without_a_copy_or_a_copy_that_is_not_whole(path, device, tmp_path):
    chance, stick = random.Random(20261123), tmp_path / "stick"
    stick.mkdir()
    recipient, told = make_identity()[1], []
    for number in range(KILLS):
        command = [sys.executable, str(MAKER), str(path), str(stick), recipient]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout.readline() == "open\n"
            time.sleep(chance.uniform(0, 0.08) * (1 + number / 4))  # later and later, for a busy machine
            process.send_signal(signal.SIGKILL)
            told += [line.strip() for line in process.stdout if line.endswith("\n")]
    with open_log(path) as log:
        claimed = [one.copied for one in backups(log, device.key.public)]
        assert set(told) <= {one.name for one in claimed}, "what was acknowledged is written down"
        copies = sorted(one for one in stick.iterdir() if not one.name.startswith("."))
        assert {one.name for one in claimed[-KEPT:]} <= {one.name for one in copies}
        for copy in copies:
            found = verify_log(copy)
            assert found.first_break is None and log.get(found.head.seq).hash == found.head.hash
        assert at_once(back_up(pen_of(log, device), BackupFolder(stick, log, DEVICE, device.key.public), by=None))
    assert not any(one.name.startswith(".") for one in stick.iterdir()), "remains are swept away"
    assert verify_log(path).first_break is None
    assert len(claimed) > KILLS / 4


@pytest.fixture
def small_disk(tmp_path):
    folder = tmp_path / "small"
    folder.mkdir()
    mounting = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounting.returncode:
        pytest.skip("this user may not mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.rule("P81", "P82")
def test_a_full_place_is_named_and_nothing_is_claimed_until_there_is_room(path, device, small_disk):
    size, ballast = path.stat().st_size, small_disk / "ballast"
    with open_log(path) as log:
        place, pen, fulls = BackupFolder(small_disk, log, DEVICE, device.key.public), pen_of(log, device), 0
        for free in range(0, size - 4096, size // 12):
            ballast.write_bytes(bytes(600 * 1024 - free))
            head = log.head()
            with pytest.raises(WorldFault) as caught:
                at_once(back_up(pen, place, by=None))
            fulls += caught.value.code is Code.DISK_FULL
            assert log.head() == head
            assert [one.name for one in small_disk.iterdir()] == ["ballast"]
        assert fulls >= 10
        ballast.unlink()
        made = at_once(back_up(pen, place, by=None))
        assert verify_log(small_disk / made.copied.name).head == made.copied.head
        assert log.head().seq == made.copied.head.seq + 1


@pytest.fixture
def copy(path, device, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    with open_log(path) as log:
        name = BackupFolder(stick, log, DEVICE, device.key.public).put(EMPTY).name
    return stick / name


@pytest.mark.rule("T6", "P03", "P81")
def test_a_flipped_bit_in_a_backup_is_found_or_changes_no_event(copy, tmp_path, path):
    chance, content = random.Random(17), copy.read_bytes()
    with open_log(path) as log:
        genuine = list(log.rows())
    found, flipped = 0, tmp_path / "flipped.backup"
    for _ in range(80):
        bit = chance.randrange(len(content) * 8)
        changed = bytearray(content)
        changed[bit // 8] ^= 1 << (bit % 8)
        flipped.write_bytes(changed)
        try:
            is_whole = verify_log(flipped).first_break is None
        except RetnetError:
            is_whole = False
        found += not is_whole
        if is_whole:
            kept = tmp_path / "kept.db"
            shutil.copyfile(flipped, kept)
            with open_log(kept) as log:
                assert list(log.rows()) == genuine
    assert found > 20


@pytest.mark.rule("T6", "P81")
def test_a_truncated_backup_is_found(copy):
    content = copy.read_bytes()
    for length in range(0, len(content) - 1, 5003):
        copy.write_bytes(content[:length])
        try:
            whole = verify_log(copy).first_break is None
        except RetnetError:
            continue
        assert not whole, length
