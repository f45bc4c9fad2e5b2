"""Where admitted bundles lie, sealed, until somebody who holds the centre's key opens them."""

import hashlib
import os
from pathlib import Path
from typing import Protocol

from retnet_pro.bundle.naming import BundleId
from retnet_pro.errors import Code, Refusal, fault_of_disk


class SealedFiles(Protocol):
    """A place for sealed files: a folder (`Inbox`), or an object store (`object_store`). Keeping twice keeps once."""

    def keep(self, bundle: BundleId, data: bytes) -> str:
        """Store a sealed file durably and return its SHA-256."""

    def read(self, bundle: BundleId, file: str) -> bytes:
        """Return a sealed file."""

    def holds(self, bundle: BundleId, file: str) -> bool:
        """Whether the sealed file with this SHA-256 is here."""

    def remove(self, bundle: BundleId, file: str) -> None:
        """Remove a sealed file, as an order demands; of one that is not here, nothing."""


class Inbox:
    """A folder of sealed files. A file is named by the bundle and its own hash, so nothing is ever overwritten."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is made when the first bundle comes."""
        self.folder = folder

    def keep(self, bundle: BundleId, data: bytes) -> str:
        """Store a sealed file durably and return its SHA-256.

        Raises:
            WorldFault: `DISK_FULL` or `DISK_FAULT`; nothing was admitted.
        """
        file = hashlib.sha256(data).hexdigest()
        path = self.path(bundle, file)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if not (path.is_file() and path.read_bytes() == data):
                write_durably(path, data)
        except OSError as error:
            raise fault_of_disk(error, self.folder) from error
        return file

    def read(self, bundle: BundleId, file: str) -> bytes:
        """Return a sealed file.

        Raises:
            Refusal: `FILE_MISSING`, when somebody took it away.
            WorldFault: `DISK_FAULT`, when the disk does not give it back.
        """
        path = self.path(bundle, file)
        try:
            return path.read_bytes()
        except FileNotFoundError as error:
            raise Refusal(Code.FILE_MISSING, path=path) from error
        except OSError as error:
            raise fault_of_disk(error, path) from error

    def path(self, bundle: BundleId, file: str) -> Path:
        """Return where the sealed file with this SHA-256 lies, or would lie."""
        return self.folder / sealed_name(bundle, file)

    def holds(self, bundle: BundleId, file: str) -> bool:
        """Whether the sealed file with this SHA-256 is here."""
        return self.path(bundle, file).is_file()

    def remove(self, bundle: BundleId, file: str) -> None:
        """Remove a sealed file, as an order demands; of one that is not here, nothing.

        Raises:
            WorldFault: `DISK_FAULT`.
        """
        path = self.path(bundle, file)
        try:
            path.unlink(missing_ok=True)  # another program may be at it too
        except OSError as error:
            raise fault_of_disk(error, path) from error


def sealed_name(bundle: BundleId, file: str) -> str:
    """Return what the sealed file with this SHA-256 is called, wherever it lies."""
    return f"{bundle}-{file[:16]}.age"


def write_durably(path: Path, data: bytes) -> None:
    """Write bytes under a name, completely or not at all.

    Raises:
        OSError: the disk refused.
    """
    part = path.with_suffix(".part")
    try:
        with part.open("wb") as written:
            written.write(data)
            written.flush()
            os.fsync(written.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    if os.name == "posix":
        descriptor = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
