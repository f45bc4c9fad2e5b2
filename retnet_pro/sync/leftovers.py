"""What a copy that was killed in the middle left on a stick, and how the next copy takes it away.

Only a plain file under the name this program gives to an unfinished one, no larger than the finished one may be, and
much older than what is written now. Everything else of such a name is somebody's trick or mistake (rule T12): it is
left alone, never opened or followed, and told.
"""

import os
import re
import stat
from itertools import count
from pathlib import Path

from retnet_pro.bundle.naming import size_limit

STALE_S = 3600
"""Seconds after which nobody writes a file any more that was begun and is not finished. Choice of this project."""
_APART = 2**64
"""No two threads have numbers so far from each other."""
_UNFINISHED = re.compile(r"\.(.+)\.\d+\.part")


def unfinished(folder: Path, name: str, thread: int) -> Path:
    """Return where a file is written until it is whole; each thread has its own, past what is no plain file.

    Raises:
        OSError: the folder cannot be read.
    """
    for number in count(thread, _APART):
        path = folder / f".{name}.{number}.part"
        try:
            if stat.S_ISREG(path.lstat().st_mode):
                return path
        except FileNotFoundError:
            return path
    raise AssertionError("there are always more numbers")


def remove_leftovers(folder: Path, now: float, most: int) -> tuple[str, ...]:
    """Remove what earlier copies left; return the names that look like it and had to be left alone, in order.

    Args:
        folder: the place.
        now: when a file there was changed that is being written now, in seconds as the place itself counts them.
        most: entries of the folder to look at.

    Raises:
        OSError: the folder cannot be read.
    """
    odd: list[str] = []
    with os.scandir(folder) as entries:
        for _, entry in zip(range(most), entries, strict=False):
            match = _UNFINISHED.fullmatch(entry.name)
            limit = size_limit(match[1]) if match else None
            if limit is not None and not _is_gone(entry, limit, now):
                odd.append(entry.name)
    return tuple(sorted(odd))


def _is_gone(entry: "os.DirEntry[str]", limit: int, now: float) -> bool:
    """Remove one if it is a leftover; False where it is none and never will be, or cannot be removed."""
    try:
        found = entry.stat(follow_symlinks=False)
        if not stat.S_ISREG(found.st_mode) or found.st_size > limit:
            return False
        if now - found.st_mtime > STALE_S:
            Path(entry.path).unlink()
    except FileNotFoundError:
        return True  # another program was faster
    except OSError:
        return False
    return True
