"""A stick is an enemy until proven otherwise: nothing on it but our own files is opened, pulled out or not.

Fault model. A real file system in memory that holds links, pipes, devices, folders and sparse giants under our names,
names that differ from ours in their case only, and very many other files; and that goes away in the middle of any call
while a file is put on it. What a stick does to the operating system's own drivers is not tested. Needs root.
"""

import os
import stat
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from retnet_pro.bundle.naming import BUNDLE_LIMIT, BundleId, bundle_file, signature_file
from retnet_pro.errors import Code, RetnetError, Tamper, WorldFault
from retnet_pro.sync import folder as folder_module
from retnet_pro.sync.folder import FolderTransport
from tests.faults.sizes import SIZES

NAMES = [bundle_file(BundleId(letter * 64)) for letter in "abcdef"]
OURS = bundle_file(BundleId("0" * 64))
pytestmark = pytest.mark.rule("T12")


def mount(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m,nr_inodes=300k", "tmpfs", str(folder)], check=True)


def pull_out(folder: Path) -> None:
    """Take the stick away; a desktop removes the folder it was mounted on as well."""
    subprocess.run(["umount", "-l", str(folder)], check=True)
    folder.rmdir()


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "stick"
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(folder)], capture_output=True, check=False).returncode:
        pytest.skip("this user may not mount a stick; run as root")
    pull_out(folder)
    mount(folder)
    yield folder
    while os.path.ismount(folder):
        pull_out(folder)


def test_what_is_not_a_plain_file_of_ours_is_never_opened(mounted: Path) -> None:
    secret = mounted / "secret"
    secret.write_bytes(b"secret")
    (mounted / NAMES[0]).symlink_to("/etc/hostname")
    os.mkfifo(mounted / NAMES[1])
    os.mknod(mounted / NAMES[2], stat.S_IFCHR | 0o666, os.makedev(1, 5))  # /dev/zero never ends
    os.mknod(mounted / NAMES[3], stat.S_IFBLK | 0o666, os.makedev(7, 0))
    (mounted / NAMES[4]).mkdir()
    (mounted / NAMES[5]).symlink_to(NAMES[5])
    (mounted / OURS.upper()).write_bytes(b"another case")
    (mounted / OURS.replace(".age", ".AGE")).write_bytes(b"another case")
    stick = FolderTransport(mounted)
    stick.put(OURS, b"ours")
    assert stick.names() == (OURS,)
    assert stick.get(OURS) == b"ours"
    for name in NAMES:
        with pytest.raises(WorldFault):
            stick.get(name)
        if not (mounted / name).is_dir():
            stick.put(name, b"ours now")  # putting replaces what lies there; no link or device is written through
            assert (mounted / name).read_bytes() == b"ours now" and not (mounted / name).is_symlink()
    with pytest.raises(WorldFault):
        stick.put(NAMES[4], b"ours")
    assert secret.read_bytes() == b"secret"


def test_a_giant_is_refused_by_its_size_and_not_by_its_content(mounted: Path) -> None:
    for name, limit in ((OURS, BUNDLE_LIMIT), (signature_file(BundleId("0" * 64)), 1024)):
        with (mounted / name).open("wb") as file:
            file.truncate(2**40)
        with pytest.raises(Tamper) as raised:
            FolderTransport(mounted).get(name)
        assert raised.value.code is Code.BUNDLE_TOO_LARGE and raised.value.facts["limit"] == limit


def test_very_many_foreign_files_hide_nothing_and_too_many_are_refused(
    mounted: Path, record_figure: Callable[..., None]
) -> None:
    stick = FolderTransport(mounted)
    stick.put(OURS, b"ours")
    junk = mounted / "junk"
    junk.touch()
    for number in range(SIZES.stick_files - 2):
        os.link(junk, mounted / f"junk-{number}")
    found = stick.names()
    record_figure(goal="stick", runs=SIZES.stick_files - 1, violations=len(set(found) - {OURS}))
    assert found == (OURS,)
    (mounted / "one-more").touch()
    with pytest.raises(WorldFault) as raised:
        stick.names()
    assert raised.value.code is Code.TRANSPORT_UNREACHABLE
    assert stick.get(OURS) == b"ours", "what is known by name is still there"


CALLS: dict[str, tuple[object, str]] = {
    "opening": (os, "open"),
    "writing": (os, "fdopen"),
    "syncing": (os, "fsync"),
    "renaming": (Path, "replace"),
    "reading back": (folder_module, "_read"),
}


@pytest.mark.parametrize("when", CALLS)
@pytest.mark.parametrize("nth", [1, 2])
@pytest.mark.parametrize("after", [False, True])
def test_a_stick_that_is_pulled_out_is_a_named_failure_and_the_next_try_succeeds(
    mounted: Path, monkeypatch: pytest.MonkeyPatch, when: str, nth: int, after: bool
) -> None:
    place, name = CALLS[when]
    real: Callable[..., object] = getattr(place, name)
    calls = []

    def pulling(*args: object, **more: object) -> object:
        calls.append(name)
        if len(calls) == nth and not after:
            pull_out(mounted)
        try:
            return real(*args, **more)
        finally:
            if len(calls) == nth and after:
                pull_out(mounted)

    stick = FolderTransport(mounted)
    with monkeypatch.context() as patched:
        patched.setattr(place, name, pulling)
        try:
            stick.put(OURS, b"ours")
            told = None
        except RetnetError as failure:
            told = failure.code
    assert told in (None, Code.TRANSPORT_UNREACHABLE)
    if pulled := not os.path.ismount(mounted):
        assert not mounted.exists(), "nothing was written where the stick had been"
        mount(mounted)
    assert pulled == (len(calls) >= nth)
    if nth == 1 and not after and when != "reading back":
        assert told is Code.TRANSPORT_UNREACHABLE, "what was never complete is never called complete"
    stick.put(OURS, b"ours")
    assert stick.get(OURS) == b"ours"
    assert [path.name for path in mounted.iterdir()] == [OURS]
