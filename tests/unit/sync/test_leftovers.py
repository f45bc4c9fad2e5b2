"""What a killed copy left goes with the next copy; nothing else does, whatever it is called."""

import os
import subprocess
import sys

import pytest

from retnet_pro.bundle.naming import SIGNATURE_LIMIT
from retnet_pro.sync.folder import FolderTransport
from retnet_pro.sync.leftovers import STALE_S

NAME, OTHER = "a" * 64 + ".age", "b" * 64 + ".age.sig"
LEFT = f".{OTHER}.4711.part"
pytestmark = pytest.mark.rule("T12", "P72")


def older(path, seconds=STALE_S + 60):
    """Let a file have been changed so long before now."""
    at = path.lstat().st_mtime - seconds
    os.utime(path, (at, at), follow_symlinks=False)
    return path


def put(folder):
    transport = FolderTransport(folder)
    transport.put(NAME, b"new")
    assert transport.get(NAME) == b"new"
    return transport.odd


def names(folder):
    return {one.name for one in folder.iterdir()}


KILLED = """
import os, signal, sys
from pathlib import Path
from retnet_pro.sync import folder
folder.os.fsync = lambda descriptor: os.kill(os.getpid(), signal.SIGKILL)
folder.FolderTransport(Path(sys.argv[1])).put(sys.argv[2], b"half")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no signal ends a process in the middle there")
def test_a_copy_killed_in_the_middle_leaves_a_rest_and_the_next_copy_takes_it_away(tmp_path):
    done = subprocess.run([sys.executable, "-c", KILLED, tmp_path, OTHER], check=False)
    (left,) = tmp_path.iterdir()
    assert done.returncode < 0 and left.name.endswith(".part") and left.read_bytes() == b"half"
    assert FolderTransport(tmp_path).names() == (), "nobody takes it for a bundle"
    older(left)
    assert put(tmp_path) == () and names(tmp_path) == {NAME}


def test_a_rest_goes_before_anything_is_written_because_it_may_fill_the_stick(tmp_path, monkeypatch):
    older_one = tmp_path / LEFT
    older_one.write_bytes(b"half")
    older(older_one)
    real = os.fdopen

    def written(descriptor, *given):
        assert not older_one.exists()
        return real(descriptor, *given)

    monkeypatch.setattr("retnet_pro.sync.folder.os.fdopen", written)
    put(tmp_path)


def test_what_another_program_is_writing_now_stays(tmp_path):
    live = tmp_path / LEFT
    live.write_bytes(b"half")
    older(live, STALE_S - 60)
    assert put(tmp_path) == () and names(tmp_path) == {NAME, LEFT}


@pytest.mark.parametrize("ahead", [60, 400 * 86400], ids=["a minute", "a year"])
def test_where_the_clock_of_another_machine_was_ahead_nothing_is_removed(tmp_path, ahead):
    late = tmp_path / LEFT
    late.write_bytes(b"half")
    older(late, -ahead)
    assert put(tmp_path) == () and names(tmp_path) == {NAME, LEFT}


@pytest.mark.parametrize(
    "name",
    ["notes.part", ".thesis.docx.1.part", f".{OTHER}.part", f".{OTHER}.x.part", f".{OTHER}.1.part.txt",
     f"{OTHER}.1.part",
     f".{OTHER.upper()}.1.part"],
)  # fmt: skip
def test_a_file_of_anybody_else_is_never_removed_or_told(tmp_path, name):
    older_one = tmp_path / name
    older_one.write_bytes(b"theirs")
    older(older_one)
    assert put(tmp_path) == () and older_one.read_bytes() == b"theirs"


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes on a stick are of Unix")
@pytest.mark.parametrize("kind", ["link to a file", "link to a folder", "folder", "pipe", "giant"])
def test_a_trap_of_such_a_name_is_left_alone_and_told(tmp_path, kind):
    stick, theirs = tmp_path / "stick", tmp_path / "theirs"
    stick.mkdir()
    theirs.mkdir()
    (theirs / "chart.txt").write_text("theirs")
    trap = stick / LEFT
    match kind:
        case "link to a file":
            trap.symlink_to(theirs / "chart.txt")
        case "link to a folder":
            trap.symlink_to(theirs)
        case "folder":
            trap.mkdir()
            (trap / "chart.txt").write_text("theirs")
        case "pipe":
            os.mkfifo(trap)
        case "giant":
            trap.write_bytes(bytes(SIGNATURE_LIMIT + 1))
    older(trap)
    before = trap.lstat().st_mode
    assert put(stick) == (LEFT,) and trap.lstat().st_mode == before
    assert (theirs / "chart.txt").read_text() == "theirs"


@pytest.mark.skipif(sys.platform == "win32", reason="links on a stick are of Unix")
@pytest.mark.parametrize("kind", ["link", "folder"])
def test_a_trap_at_the_very_name_that_is_written_next_is_stepped_around(tmp_path, monkeypatch, kind):
    monkeypatch.setattr("retnet_pro.sync.folder.threading.get_native_id", lambda: 7)
    trap, chart = tmp_path / f".{NAME}.7.part", tmp_path / "chart.txt"
    chart.write_text("theirs")
    trap.symlink_to(chart) if kind == "link" else trap.mkdir()
    assert put(tmp_path) == (trap.name,) and chart.read_text() == "theirs"
    assert names(tmp_path) == {NAME, trap.name, chart.name}
