"""What a killed run of the tests leaves behind is cleared away by the next one, and nothing that is in use."""

import os
import select
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import Postgres, find_programs, remove_left_behind

HOUSE = Path(__file__).resolve().parents[2]
RUN = """
import sys, time
from tests.postgres import Postgres, find_programs
print(Postgres(find_programs()).folder, flush=True)
sys.stdin.read()
"""


def server_in(folder: Path) -> int:
    return int((folder / "data" / "postmaster.pid").read_text().splitlines()[0])


def has_ended(process: int, within_s: float = 0) -> bool:
    """Whether the process of this descriptor has ended, or does so within a time."""
    return bool(select.select([process], [], [], within_s)[0])


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder the server's own user can come through to, which it cannot below those of pytest."""
    with tempfile.TemporaryDirectory(prefix="dead-runs-") as folder:
        Path(folder).chmod(0o711)
        yield Path(folder)


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="tells processes apart by their command lines")
def test_a_server_is_stopped_only_once_the_run_that_started_it_is_dead(
    postgres: Postgres, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = find_programs()
    assert programs is not None
    monkeypatch.setenv("TMPDIR", str(place))
    monkeypatch.setattr("tempfile.tempdir", str(place))
    (place / "retnet-pg-not-ours").mkdir()
    run = subprocess.Popen(
        [sys.executable, "-c", RUN], cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with run:
        assert run.stdout is not None
        folder = Path(run.stdout.readline().strip())
        server = os.pidfd_open(server_in(folder))
        assert remove_left_behind(programs) == () and not has_ended(server), "a run that lives keeps its server"
        os.kill(run.pid, signal.SIGKILL)
    assert not has_ended(server), "the server outlives its run"
    assert remove_left_behind(programs) == (folder,)
    assert not folder.exists() and has_ended(server, within_s=30)
    os.close(server)
    assert (place / "retnet-pg-not-ours").is_dir()
    assert postgres.say("SELECT 1", "postgres") == [(1,)], "this run's own server goes on"
