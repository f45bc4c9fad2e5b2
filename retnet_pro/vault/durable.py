"""Make what was written last: names and bytes on the medium itself, and reading that does not come from memory."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

_PIECE = 1024 * 1024
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable: a new file is not there after a power cut until its folder is synced.

    Some systems (Windows, FAT over the network) know no way to do it; there the file's own sync covers its name.
    """
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sync_file(path: Path) -> None:
    """Put a file on its medium, and ask the system to read it from there next time, so that reading back proves it.

    Raises:
        OSError: the medium refused.
    """
    handle = os.open(path, os.O_RDWR | _NO_LINKS)
    try:
        os.fsync(handle)
        advise = getattr(os, "posix_fadvise", None)
        if advise is not None:
            with suppress(OSError):
                advise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(handle)


def new_file(path: Path) -> None:
    """Make an empty file only its owner may read; whatever lay under the name before, a link too, is taken away.

    Raises:
        OSError: the medium refused.
    """
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINKS, 0o600))


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a regular file, read piece by piece; a link is not followed.

    Raises:
        OSError: it cannot be read.
    """
    digest = hashlib.sha256()
    with os.fdopen(os.open(path, os.O_RDONLY | _NO_LINKS), "rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def copy_file(source: Path, part: Path, final: Path) -> None:
    """Copy a file through a name that nobody reads; the final name comes up complete, on the medium, or not at all.

    Raises:
        OSError: the medium refused, or did not give the bytes back; nothing lies under the final name then.
    """
    try:
        new_file(part)
        with source.open("rb") as taken, part.open("r+b") as written:
            while piece := taken.read(_PIECE):
                written.write(piece)
        sync_file(part)
        if sha256_of(part) != sha256_of(source):
            raise OSError(0, "what was written could not be read back")
        part.replace(final)
        sync_folder(final.parent)
    finally:
        part.unlink(missing_ok=True)
