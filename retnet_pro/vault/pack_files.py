"""The files that signed packs give to a site, on its disk: exactly as they were signed, or put right, or refused."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from retnet_pro.conduct.packs_in_force import SiteFiles
from retnet_pro.errors import Code, Tamper, WorldFault


def put_right(folder: Path, files: SiteFiles, *, strict: bool) -> tuple[str, ...]:
    """Make the private folder of a site hold what its packs say; return which files had been altered by hand.

    A file that is missing is written, one of an earlier version of its pack is replaced. What else was altered is put
    right or, where data are real (`strict`), refused: then a person must look at it first.

    Raises:
        Tamper: `PACK_ALTERED`, naming the first file; `PACK_BROKEN`, when a pack is no longer there as it was signed.
        WorldFault: `DISK_FULL` or `DISK_FAULT`.
    """
    if strict:
        for pack in files.lost:
            why = "it was taken in, but it is no longer on this device as it was signed"
            raise Tamper(Code.PACK_BROKEN, path=f"{pack.sha256}.pack", why=why)
        for path in _strangers(folder, files):
            raise Tamper(Code.PACK_ALTERED, path=folder / path)
    altered = []
    try:
        for path, contents in files.former.items():
            if path not in files.wanted and _content(folder / path) in contents:
                (folder / path).unlink()
        for path, content in files.wanted.items():
            found = _content(folder / path)
            if found == content:
                continue
            if found is not None and found not in files.former.get(path, ()):
                if strict:
                    raise Tamper(Code.PACK_ALTERED, path=folder / path)
                altered.append(path)
            _write(folder / path, content)
    except OSError as error:
        raise WorldFault(Code.DISK_FAULT, path=folder, why=error.strerror or type(error).__name__) from error
    return tuple(altered)


def _content(path: Path) -> bytes | None:
    """Return what lies under a path; b'' for what is no plain file, so that it is never taken for a signed one."""
    if path.is_symlink() or path.is_dir():
        return b""
    with suppress(FileNotFoundError):
        return path.read_bytes()
    return None


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    with part.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def _strangers(folder: Path, files: SiteFiles) -> Iterator[str]:
    """Yield files beside the signed ones that would be used in their place."""
    known = files.wanted.keys() | files.former.keys()
    for governed in sorted(files.governed):
        for path in sorted((folder / governed).parent.glob("*.yaml")):
            name = path.relative_to(folder).as_posix()
            if name not in known and name.removesuffix(".yaml").partition("@")[0] == governed:
                yield name
