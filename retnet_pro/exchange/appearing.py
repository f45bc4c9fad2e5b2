"""Files and folders that appear under their names complete and on disk, or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from tempfile import NamedTemporaryFile, mkdtemp
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from retnet_pro.errors import Code, Refusal, fault_of_disk

_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The date of every file in a zip: the earliest there can be, so that two zips of the same files are alike."""
_OWNER_READS = 0o600
BLOCK = 1 << 20
"""Bytes that are read or written at once: many, so that a large export seldom asks the system."""


def demand_free(out: Path) -> None:
    """Return if nothing stands under this name and there is a folder to put it in.

    Raises:
        Refusal: `FILE_EXISTS` or `FILE_MISSING`.
    """
    if not out.parent.is_dir():
        raise Refusal(Code.FILE_MISSING, path=out.parent)
    if out.exists() or out.is_symlink():
        raise Refusal(Code.FILE_EXISTS, path=out)


@contextmanager
def appearing(out: Path) -> Iterator[IO[bytes]]:
    """Yield a file that appears under its name, complete and on disk, or not at all.

    Raises:
        WorldFault: `DISK_FULL` or `DISK_FAULT`.
    """
    try:
        part = NamedTemporaryFile(dir=out.parent, buffering=BLOCK, prefix=f".{out.name}.", suffix=".part", delete=False)  # noqa: SIM115 - closed by the with below, removed or renamed after it
        try:
            with part:
                yield part
                part.flush()
                os.fsync(part.fileno())
            Path(part.name).replace(out)
        except BaseException:
            with suppress(OSError):
                Path(part.name).unlink()
            raise
        _make_name_durable(out.parent)
    except OSError as fault:
        raise fault_of_disk(fault, out.parent) from fault


@contextmanager
def appearing_folder(out: Path) -> Iterator[Path]:
    """Yield an empty folder whose files appear under the name, all of them and on disk, or none.

    Where the name ends with ``.zip`` it becomes a zip of these files. Readable by its owner only.

    Raises:
        Refusal: `FILE_EXISTS`, nothing is ever overwritten; `FILE_MISSING`.
        WorldFault: `DISK_FULL` or `DISK_FAULT`.
    """
    demand_free(out)
    try:
        part = Path(mkdtemp(dir=out.parent, prefix=f".{out.name}.", suffix=".part"))
        try:
            yield part
            for path in sorted(part.iterdir()):
                with path.open("rb") as file:
                    os.fsync(file.fileno())
            demand_free(out)
            if out.suffix.lower() == ".zip":
                _zip(part, out)
            else:
                _make_name_durable(part)
                part.rename(out)
        finally:
            rmtree(part, ignore_errors=True)
        _make_name_durable(out.parent)
    except OSError as fault:
        raise fault_of_disk(fault, out.parent) from fault


def _zip(folder: Path, out: Path) -> None:
    with appearing(out) as target, ZipFile(target, "w") as packed:
        for path in sorted(folder.iterdir()):
            entry = ZipInfo(f"{out.stem}/{path.name}", _BEGINNING)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, _OWNER_READS << 16
            with path.open("rb") as file, packed.open(entry, "w", force_zip64=True) as inside:
                while block := file.read(BLOCK):
                    inside.write(block)


def _make_name_durable(folder: Path) -> None:
    """Bring the folder's own entry to disk, where the system knows that notion."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
