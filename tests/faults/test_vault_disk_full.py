"""The disk fills up, or refuses: a named failure, nothing acknowledged is lost, and work goes on when there is room."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from retnet_pro.errors import Code, WorldFault
from retnet_pro.record.unseal import make_identity
from retnet_pro.vault.log import create_log, open_log
from retnet_pro.vault.verify import verify_log, verify_rows

WRITER = Path(__file__).with_name("log_writer.py")


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


@pytest.mark.rule("E50", "P82")
@pytest.mark.parametrize("ballast_kb", [*range(0, 200, 28)])
def test_a_full_disk_keeps_what_was_acknowledged(small_disk, device, ballast_kb):
    path, ballast = small_disk / "site.db", small_disk / "ballast"
    ballast.write_bytes(bytes(ballast_kb * 1024 + 40_000))
    acknowledged = []
    with create_log(path) as log:
        log.append(device.provision())
        with pytest.raises(WorldFault) as raised:
            for _ in range(2000):
                event = device.answer(log.head())
                log.append(event)
                acknowledged.append(event.hash)
        assert raised.value.code in (Code.DISK_FULL, Code.DISK_FAULT)
        assert acknowledged
        with pytest.raises(WorldFault):
            log.append(event)
        ballast.unlink()
        log.append(event)
        acknowledged.append(event.hash)
        assert [kept.hash for kept in log.events(after=1)] == acknowledged
    found = verify_log(path)
    assert (found.events, found.first_break) == (len(acknowledged) + 1, None)


@pytest.mark.rule("E50")
@pytest.mark.parametrize("limit_kb", [150, 171, 300])
def test_a_file_that_may_not_grow_keeps_what_was_acknowledged(tmp_path, device, limit_kb):
    path = tmp_path / "site.db"
    with create_log(path) as log:
        log.append(device.provision())
    limit = (limit_kb * 1024, limit_kb * 1024)
    done = subprocess.run(
        [sys.executable, str(WRITER), str(path), make_identity()[1]],
        stdout=subprocess.PIPE,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit),
    )
    told = done.stdout.split()
    assert told[0] == "open" and told[-1] in ("disk-full", "disk-fault")
    with open_log(path) as log:
        assert log.head().seq == int(told[-2])
        assert verify_rows(log.rows()).first_break is None
        log.append(device.answer(log.head()))
