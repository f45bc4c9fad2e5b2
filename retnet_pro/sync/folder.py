"""A folder or a stick as the road to the centre.

A stick is an enemy until proven otherwise (rule T12): only names of ours are looked at, only regular files are opened,
never through a link, never more than a file of that name may hold. What we put there is complete or not there at all.
"""

import errno
import hashlib
import os
import stat
import threading
from contextlib import suppress
from pathlib import Path

from retnet_pro.bundle.naming import demand_limit, size_limit
from retnet_pro.conduct.cause import cause_of
from retnet_pro.errors import Code, Tamper, WorldFault
from retnet_pro.sync.leftovers import remove_leftovers, unfinished

ENTRY_LIMIT = 100_000
"""A folder with more entries than this is not a meeting place but an attempt to keep us busy."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Without O_NONBLOCK, opening a pipe on a stick would wait for ever."""
_OWN_FILE_ONLY = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINKS


class FolderTransport:
    """Put, list and get in one folder. Every call can be repeated without harm."""

    def __init__(self, path: Path) -> None:
        """Take the folder; it must exist when it is used, because a missing stick must not become a new folder."""
        self.path = path
        self.odd: tuple[str, ...] = ()
        """Names there that look like a leftover of ours and are none; known once something was put."""
        self._is_tidied = False

    def put(self, name: str, data: bytes) -> None:
        """Store the bytes under the name: on the medium and read back when this returns, else not there at all.

        Raises:
            ValueError: when the name or the size is not one of ours.
            WorldFault: `DISK_FULL` or `TRANSPORT_UNREACHABLE`.
        """
        if len(data) > demand_limit(name):
            raise ValueError(f"{len(data)} bytes are too many for {name}")
        with _Named(self.path):
            if self._holds(name, data):
                return
            # Of this thread of this machine alone: openers side by side put the same receipts at the same place.
            part = unfinished(self.path, name, threading.get_native_id())
            try:
                self._tidy(part)
                _write_through(part, data)
                part.replace(self.path / name)
            finally:
                part.unlink(missing_ok=True)
            _make_names_durable(self.path)
            if not self._holds(name, data):
                (self.path / name).unlink(missing_ok=True)
                raise OSError(errno.EIO, "what was written could not be read back")

    def names(self) -> tuple[str, ...]:
        """Return the names of our files, in order. Everything else that lies there is passed over.

        Raises:
            WorldFault: `TRANSPORT_UNREACHABLE`.
        """
        with _Named(self.path), os.scandir(self.path) as entries:
            found: list[str] = []
            for seen, entry in enumerate(entries):
                if seen >= ENTRY_LIMIT:
                    raise OSError(errno.EMFILE, f"it holds more than {ENTRY_LIMIT} files")
                if size_limit(entry.name) is not None and entry.is_file(follow_symlinks=False):
                    found.append(entry.name)
            return tuple(sorted(found))

    def get(self, name: str) -> bytes:
        """Return the bytes under the name.

        Raises:
            ValueError: when the name is not one of ours.
            Tamper: `BUNDLE_TOO_LARGE`, when it holds more than a file of this name may.
            WorldFault: `TRANSPORT_UNREACHABLE`, also when there is no such regular file.
        """
        limit = demand_limit(name)
        with _Named(self.path):
            data = _read(self.path / name, limit + 1)
        if len(data) > limit:
            raise Tamper(Code.BUNDLE_TOO_LARGE, path=name, limit=limit)
        return data

    def _tidy(self, part: Path) -> None:
        """Take away what killed copies left, once: before anything is written, because it may fill the place.

        What time it is there, a new file tells; the clock of another machine may have written the others.
        """
        if self._is_tidied:
            return
        self._is_tidied = True
        part.unlink(missing_ok=True)
        descriptor = os.open(part, _OWN_FILE_ONLY, 0o644)
        try:
            now = os.fstat(descriptor).st_mtime
        finally:
            os.close(descriptor)
        self.odd = remove_leftovers(self.path, now, ENTRY_LIMIT)

    def _holds(self, name: str, data: bytes) -> bool:
        """Whether exactly these bytes lie under the name, as the medium gives them back."""
        try:
            found = _read(self.path / name, len(data) + 1)
        except (FileNotFoundError, _NotOurs):
            return False
        return hashlib.sha256(found).digest() == hashlib.sha256(data).digest()


class _NotOurs(OSError):
    """Something lies under the name that is no regular file."""


class _Named:
    """Turns what the operating system says into one sentence that names the place."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def __enter__(self) -> None:
        """Begin a stretch of work on the folder."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if not isinstance(error, OSError):
            return
        if error.errno in _FULL:
            raise WorldFault(Code.DISK_FULL, path=self._place) from error
        raise WorldFault(Code.TRANSPORT_UNREACHABLE, place=self._place, why=cause_of(error)) from error


def _write_through(part: Path, data: bytes) -> None:
    part.unlink(missing_ok=True)
    descriptor = os.open(part, _OWN_FILE_ONLY, 0o644)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(descriptor)
        _forget_cached(descriptor)


def _read(path: Path, most: int) -> bytes:
    try:
        descriptor = os.open(path, os.O_RDONLY | _NO_LINKS)
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.ENXIO):
            raise _NotOurs(error.errno, "it is not a regular file") from error
        raise
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise _NotOurs(errno.EINVAL, "it is not a regular file")
        return file.read(most)


def _forget_cached(descriptor: int) -> None:
    """Ask the system to read the file from the medium next time, so that reading back proves something."""
    advise = getattr(os, "posix_fadvise", None)
    if advise is not None:
        with suppress(OSError):
            advise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def _make_names_durable(folder: Path) -> None:
    """Make the rename durable; some systems (Windows, FAT over the network) know no way to sync a folder."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)
