"""Histories of a stick or shared folder that fails in every way one machine can play (rules T12, P72).

While a file is put, at any call to the system: the stick is pulled out, becomes read-only or full, a second writer
comes in between, somebody looks (a slow copy seen from outside); between puts, strangers leave rubbish, half files and
links, or write over ours. Whatever happens, a file of ours is there as a whole or not at all, failures are named,
nothing but our own files is listed, a missing stick is never made, and when the trouble is over the same call succeeds.

Fault model: calls fail or are seen between one another; a second writer of the same name puts a whole file between two
calls of the first. Faults of a network are not played here: there is no network transport yet.
"""

import errno
import os
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO
from unittest.mock import patch

import pytest

from retnet_pro.bundle.naming import BundleId, bundle_file, receipt_file, signature_file, size_limit
from retnet_pro.errors import Code, Tamper, WorldFault
from retnet_pro.sync.folder import FolderTransport
from tests.faults.sizes import SIZES

HISTORIES, STEPS = SIZES.folder_histories, 25
MEMORY = Path("/dev/shm")
NAMES = [kind(BundleId(letter * 64)) for letter in "ab" for kind in (bundle_file, signature_file, receipt_file)]
KINDS = ("pulled out", "read-only", "full", "cut short", "watched", "second writer")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")


class Trouble:
    """Happens at the Nth call to the system during one put."""

    def __init__(self, world: "World", kind: str, after: int) -> None:
        self.world, self.kind, self.left = world, kind, after
        self.is_over = False

    def at(self, call: str) -> None:
        """Be asked before every call."""
        if self.is_over:
            return
        if self.kind == "watched":
            self.is_over = True  # while looking
            self.world.look()
            self.is_over = False
            return
        self.left -= 1
        if self.left >= 0:
            return
        if self.kind == "pulled out":
            self.is_over = True
            self.world.pull_out()
        elif self.kind == "second writer":
            self.is_over = True
            self.world.second_writer()
        elif self.kind == "read-only" and call in ("create", "rename"):
            raise OSError(errno.EROFS, "read-only file system")
        elif self.kind == "full" and call in ("create", "sync"):
            raise OSError(errno.ENOSPC, "no space left")


class ShortFile:
    """A file whose disk is full after half of what is written."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def __enter__(self) -> "ShortFile":
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> int:
        self._file.write(data[: len(data) // 2])
        self._file.flush()
        raise OSError(errno.ENOSPC, "no space left")

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)


@contextmanager
def under(trouble: Trouble) -> Iterator[None]:
    """Let every call the transport makes be asked about."""
    real_open, real_fdopen, real_sync, real_rename = os.open, os.fdopen, os.fsync, Path.replace

    def opened(path: object, flags: int, *more: int) -> int:
        trouble.at("create" if flags & os.O_WRONLY else "open")
        return real_open(path, flags, *more)

    def as_file(descriptor: int, mode: str) -> object:
        trouble.at("file")
        file = real_fdopen(descriptor, mode)
        return ShortFile(file) if mode == "wb" and trouble.kind == "cut short" and trouble.left <= 0 else file

    def synced(descriptor: int) -> None:
        trouble.at("sync")
        real_sync(descriptor)

    def renamed(path: Path, to: Path) -> Path:
        trouble.at("rename")
        return real_rename(path, to)

    with (
        patch.object(os, "open", opened),
        patch.object(os, "fdopen", as_file),
        patch.object(os, "fsync", synced),
        patch.object(Path, "replace", renamed),
    ):
        yield


class World:
    """A stick, what was put on it, and what strangers did to it."""

    def __init__(self, chance: random.Random, folder: Path) -> None:
        self.chance, self.stick = chance, folder / "stick"
        self.elsewhere = folder / "pulled-out"
        self.secret = folder / "secret"
        self.secret.write_bytes(b"not on the stick")
        self.stick.mkdir()
        self.transport = FolderTransport(self.stick)
        self.whole: dict[str, set[bytes]] = {name: set() for name in NAMES}
        """Every content somebody put as a whole."""
        self.spoilt: set[str] = set()
        """Names a stranger wrote over."""
        self.second: tuple[str, bytes] | None = None
        self.faults = 0

    # ── what happens ──

    def put(self) -> None:
        name, data = self.chance.choice(NAMES), self.some_bytes()
        self.whole[name].add(data)
        self.second = (self.chance.choice([name, self.chance.choice(NAMES)]), self.some_bytes())
        trouble = Trouble(self, self.chance.choice((*KINDS, "none")), self.chance.randrange(14))
        try:
            with under(trouble):
                self.transport.put(name, data)
        except WorldFault as fault:
            assert fault.code in (Code.DISK_FULL, Code.TRANSPORT_UNREACHABLE)
            self.faults += 1
            self.put_in()
        else:
            self.put_in()
            allowed = {data, self.second[1]} if self.second[0] == name else {data}
            assert self.transport.get(name) in allowed, "put said that it is there"
            self.spoilt.discard(name)
        self.look()
        self.transport.put(name, data)
        self.spoilt.discard(name)
        assert self.transport.get(name) == data, "the trouble is over"

    def rubbish(self) -> None:
        name = self.chance.choice([*NAMES, "autorun.inf", f".{NAMES[0]}.part", NAMES[0].upper(), "a" * 64])
        place = self.stick / name
        with suppress(OSError):
            place.unlink()
        kind = self.chance.randrange(5)
        if kind == 0:
            place.write_bytes(self.some_bytes())
        elif kind == 1:
            place.symlink_to(self.secret)
        elif kind == 2:
            os.mkfifo(place)
        elif kind == 3:
            place.write_bytes(bytes((size_limit(NAMES[1]) or 0) + 1))
        self.spoilt.add(name)

    def pull_out(self) -> None:
        if self.stick.exists():
            self.stick.rename(self.elsewhere)

    def put_in(self) -> None:
        assert not (self.elsewhere.exists() and self.stick.exists()), "a missing stick was made anew"
        if self.elsewhere.exists():
            self.elsewhere.rename(self.stick)

    def second_writer(self) -> None:
        assert self.second is not None
        name, data = self.second
        self.whole[name].add(data)
        FolderTransport(self.stick).put(name, data)
        self.spoilt.discard(name)

    # ── what must hold ──

    def look(self) -> None:
        """What an onlooker sees: whole files of ours, and what strangers left is never taken for more than it is."""
        onlooker = FolderTransport(self.stick)
        for name in onlooker.names():
            assert name in NAMES
            try:
                content = onlooker.get(name)
            except (WorldFault, Tamper):
                assert name in self.spoilt
                continue
            assert content != b"not on the stick", "a link was followed"
            assert name in self.spoilt or content in self.whole[name], "half a file under a name of ours"

    def some_bytes(self) -> bytes:
        return self.chance.randbytes(self.chance.choice([0, 1, 100, 1000]))


def play(number: int, folder: Path) -> int:
    """Play the history of this number; return how many faults struck."""
    chance = random.Random(number)
    world = World(chance, folder)
    acts: list[Callable[[], None]] = [world.put, world.put, world.rubbish, world.look]
    told = []
    try:
        for _ in range(STEPS):
            act = chance.choice(acts)
            told.append(act.__name__)
            act()
    except BaseException as error:
        error.add_note(f"in the history of number {number}: {told}")
        raise
    return world.faults


@pytest.mark.rule("T12", "P72", "P82")
def test_a_file_of_ours_is_there_as_a_whole_or_not_at_all(tmp_path: Path, record_figure) -> None:
    faults = 0
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else tmp_path) as folder:
        for number in range(HISTORIES):
            place = Path(folder) / str(number)
            place.mkdir()
            faults += play(number, place)
            shutil.rmtree(place)
    record_figure(goal="folder faults", runs=HISTORIES, violations=0)
    assert faults > HISTORIES
