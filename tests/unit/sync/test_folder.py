"""A folder or stick: complete or not there, and nothing on it but our own files is ever opened."""

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from retnet_pro.bundle.naming import SIGNATURE_LIMIT, BundleId, bundle_file, receipt_file, signature_file
from retnet_pro.errors import Code, RetnetError, Tamper, WorldFault
from retnet_pro.phrases import sentence
from retnet_pro.sync import folder as folder_module
from retnet_pro.sync.folder import FolderTransport

NAME = bundle_file(BundleId("a" * 64))
OTHER = bundle_file(BundleId("b" * 64))
posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")


@pytest.fixture
def stick(tmp_path):
    return FolderTransport(tmp_path)


def test_what_is_put_is_listed_and_got_and_nothing_else_lies_there(stick, tmp_path):
    stick.put(NAME, b"sealed")
    stick.put(NAME, b"sealed")
    assert stick.names() == (NAME,)
    assert stick.get(NAME) == b"sealed"
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_putting_other_bytes_replaces_the_file_as_a_whole(stick):
    stick.put(NAME, b"long first content")
    stick.put(NAME, b"short")
    assert stick.get(NAME) == b"short"


@pytest.mark.rule("T12")
@pytest.mark.parametrize("name", ["notes.txt", "../" + NAME, NAME + ".exe", NAME.upper(), "", "/etc/passwd"])
def test_names_that_are_not_ours_are_never_used(stick, name):
    with pytest.raises(ValueError):
        stick.put(name, b"")
    with pytest.raises(ValueError):
        stick.get(name)


@posix
@pytest.mark.rule("T12")
def test_links_pipes_folders_and_foreign_names_are_passed_over(stick, tmp_path):
    secret = tmp_path / "secret"
    secret.write_bytes(b"secret")
    (tmp_path / NAME).symlink_to(secret)
    os.mkfifo(tmp_path / OTHER)
    (tmp_path / receipt_file(BundleId("c" * 64))).mkdir()
    (tmp_path / NAME.upper()).write_bytes(b"x")
    (tmp_path / "autorun.inf").write_bytes(b"x")
    assert stick.names() == ()
    for name in (NAME, OTHER, receipt_file(BundleId("c" * 64))):
        with pytest.raises(WorldFault):
            stick.get(name)


@posix
@pytest.mark.rule("T12")
def test_putting_over_a_link_replaces_the_link_and_leaves_its_target(stick, tmp_path):
    target = tmp_path / "target"
    target.write_bytes(b"keep")
    (tmp_path / NAME).symlink_to(target)
    (tmp_path / f".{NAME}.{threading.get_native_id()}.part").symlink_to(target)
    stick.put(NAME, b"keep")
    assert target.read_bytes() == b"keep"
    assert not (tmp_path / NAME).is_symlink()
    assert stick.get(NAME) == b"keep"


@pytest.mark.rule("T12")
def test_a_file_larger_than_its_kind_may_be_is_refused(stick, tmp_path):
    name = signature_file(BundleId("a" * 64))
    (tmp_path / name).write_bytes(bytes(SIGNATURE_LIMIT + 1))
    with pytest.raises(Tamper) as caught:
        stick.get(name)
    assert caught.value.code is Code.BUNDLE_TOO_LARGE
    with pytest.raises(ValueError):
        stick.put(name, bytes(SIGNATURE_LIMIT + 1))


@pytest.mark.rule("T12")
def test_a_stick_with_very_many_files_is_refused_in_a_sentence(stick, tmp_path, monkeypatch):
    monkeypatch.setattr(folder_module, "ENTRY_LIMIT", 5)
    for number in range(6):
        (tmp_path / f"junk-{number}").touch()
    with pytest.raises(WorldFault) as caught:
        stick.names()
    assert "more than 5 files" in sentence(caught.value)


@pytest.mark.rule("P72")
def test_two_that_put_the_same_file_at_the_same_time_do_not_disturb_each_other(stick, tmp_path, monkeypatch):
    write, other = folder_module._write_through, threading.Thread(target=stick.put, args=(NAME, b"the receipt"))

    def writing(part, data):
        write(part, data)
        if threading.current_thread() is not other:  # the other one does all of it before this one goes on
            other.start()
            other.join()

    monkeypatch.setattr(folder_module, "_write_through", writing)
    stick.put(NAME, b"the receipt")
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {NAME: b"the receipt"}


def test_a_missing_stick_is_named_and_never_created(tmp_path):
    stick = FolderTransport(tmp_path / "gone")
    for act in (stick.names, lambda: stick.get(NAME), lambda: stick.put(NAME, b"x")):
        with pytest.raises(WorldFault) as caught:
            act()
        assert caught.value.code is Code.TRANSPORT_UNREACHABLE
        assert str(tmp_path / "gone") in sentence(caught.value)
    assert not (tmp_path / "gone").exists()


def test_a_missing_file_is_unreachable(stick):
    with pytest.raises(WorldFault):
        stick.get(NAME)


CALLS = ["open", "fsync", "fdopen", "replace"]


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, Code.DISK_FULL), (errno.EIO, Code.TRANSPORT_UNREACHABLE)])
def test_a_fault_in_any_call_leaves_the_old_file_whole_and_no_rest(stick, tmp_path, monkeypatch, call, number, code):
    stick.put(NAME, b"old")
    fail = {"armed": True}

    def failing(real):
        def wrapped(*args, **kwargs):
            writing = call != "open" or args[1] & os.O_WRONLY
            if fail["armed"] and writing and (call != "fdopen" or args[1] == "wb"):
                raise OSError(number, os.strerror(number))
            return real(*args, **kwargs)

        return wrapped

    place = Path if call == "replace" else os
    monkeypatch.setattr(place, call, failing(getattr(place, call)))
    with pytest.raises(RetnetError) as caught:
        stick.put(NAME, b"new")
    assert caught.value.code is code
    assert stick.get(NAME) == b"old"
    assert stick.names() == (NAME,)
    assert [path.name for path in tmp_path.iterdir()] == [NAME]
    fail["armed"] = False
    stick.put(NAME, b"new")
    assert stick.get(NAME) == b"new"


def test_a_medium_that_lies_about_writing_is_found_out(stick, monkeypatch):
    monkeypatch.setattr(folder_module, "_read", lambda path, most: b"rotten")
    with pytest.raises(WorldFault) as caught:
        stick.put(NAME, b"fresh")
    assert "read back" in str(caught.value)
    monkeypatch.undo()
    assert stick.names() == ()


def test_a_folder_that_cannot_be_synced_is_still_a_folder(stick, monkeypatch):
    real = os.fsync

    def fsync(descriptor):
        if Path(f"/proc/self/fd/{descriptor}").is_dir():
            raise OSError(errno.EINVAL, "no sync for folders here")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    stick.put(NAME, b"x")
    assert stick.get(NAME) == b"x"


@posix
@pytest.mark.skipif(not Path("/dev/shm").is_dir() or os.geteuid() != 0, reason="needs root for a small tmpfs")
def test_a_full_stick_is_named_and_usable_after_space_returns(tmp_path):
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(small)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a tmpfs cannot be mounted here")
    try:
        stick = FolderTransport(small)
        stick.put(NAME, bytes(40_000))
        with pytest.raises(WorldFault) as caught:
            stick.put(OTHER, bytes(40_000))
        assert caught.value.code is Code.DISK_FULL
        assert stick.names() == (NAME,)
        (small / NAME).unlink()
        stick.put(OTHER, bytes(40_000))
        assert stick.names() == (OTHER,)
    finally:
        subprocess.run(["umount", str(small)], check=True)
