"""What a killed run of the tests leaves behind is cleared away by the next one, and nothing that is in use."""

import os
import signal
import subprocess
import sys
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


def is_there(pid: int) -> bool:
    """Whether a process runs; one that ended and that nobody has asked about counts as gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="tells processes apart by their command lines")
def test_a_server_is_stopped_only_once_the_run_that_started_it_is_dead(
    postgres: Postgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = find_programs()
    assert programs is not None
    for folder in (tmp_path, *tmp_path.parents):  # the server's own user must come through to its folder
        if folder.owner() == tmp_path.owner() and folder != Path("/tmp"):
            folder.chmod(folder.stat().st_mode | 0o711)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / "retnet-pg-not-ours").mkdir()
    run = subprocess.Popen(
        [sys.executable, "-c", RUN], cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with run:
        assert run.stdout is not None
        folder = Path(run.stdout.readline().strip())
        pid = server_in(folder)
        assert remove_left_behind(programs) == () and is_there(pid), "a run that lives keeps its server"
        os.kill(run.pid, signal.SIGKILL)
    assert is_there(pid), "the server outlives its run"
    assert remove_left_behind(programs) == (folder,)
    assert not folder.exists() and not is_there(pid)
    assert (tmp_path / "retnet-pg-not-ours").is_dir()
    assert postgres.say("SELECT 1", "postgres") == [(1,)], "this run's own server goes on"
