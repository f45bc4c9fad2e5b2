"""The logs a restored device goes on from: closed files beside its own log, read-only and never merged (rule P06)."""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from retnet_pro.errors import Bug, Code, Refusal, Tamper, WorldFault
from retnet_pro.record.event import EMPTY, Event, Head
from retnet_pro.vault.connection import DiskError, fault_of
from retnet_pro.vault.durable import copy_file, sync_folder
from retnet_pro.vault.log import EventLog, open_log
from retnet_pro.vault.verify import check_format, open_still, still

FOLDER = "predecessors"


class ClosedLog(EventLog):
    """The log in a closed file, a backup for example: everything an `EventLog` reads, and nothing is ever written."""

    def append(self, event: Event) -> None:
        """Refuse: this log is closed for good.

        Raises:
            Bug: `UNEXPECTED`.
        """
        raise Bug(Code.UNEXPECTED, path=self.path, why="a closed log takes no event")

    def erase(self, seqs: Collection[int]) -> None:
        """Remove sealed contents by an order that stands in the log of the device that goes on from this one.

        Nothing else in the file changes; afterwards it is read-only again.
        """
        self._let_go()
        try:
            self.path.chmod(0o600)
            try:
                with open_log(self.path) as writable:
                    writable.erase(seqs)
            finally:
                self.path.chmod(0o400)
        except OSError as error:
            raise WorldFault(Code.DISK_FAULT, path=self.path, why=error.strerror or type(error).__name__) from error

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            if self._closed:
                raise Bug(Code.UNEXPECTED, path=self.path, why="the log is closed")
            try:
                self._connection = open_still(self.path)
                check_format(self._connection, self.path)
                rows = self.read("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1")
            except DiskError as error:
                raise Tamper(
                    Code.VAULT_DAMAGED, path=self.path, why=fault_of(error, self.path).facts.get("why")
                ) from error
            self._head = Head(*rows[0]) if rows else EMPTY
        return self._connection


@contextmanager
def closed_file(path: Path) -> Iterator[Path]:
    """Yield a site file as one closed file: itself, or a copy of one that was never closed, a dead tablet's perhaps.

    Raises:
        Refusal: `FILE_MISSING`, or `SITE_IN_USE` when it changes while it is copied.
        Tamper: `VAULT_DAMAGED`.
    """
    if not path.is_file():
        raise Refusal(Code.FILE_MISSING, path=path)
    with still(path) as found:
        if found != path:
            with open_log(found) as log:
                log.checkpoint()
        yield found


def predecessor_files(profile: Path) -> tuple[Path, ...]:
    """Return the inherited logs of a site's folder, in order of name."""
    folder = profile / FOLDER
    return tuple(sorted(path for path in folder.iterdir() if not path.name.startswith("."))) if folder.is_dir() else ()


def keep_predecessor(profile: Path, backup: Path, name: str) -> Path:
    """Copy a closed log beside a new one, durable and read-only; return where it is. Doing it twice does no harm.

    Raises:
        WorldFault: `DISK_FULL` or `DISK_FAULT`.
    """
    folder = profile / FOLDER
    final = folder / name
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        copy_file(backup, folder / f".{name}.part", final)
        final.chmod(0o400)
        sync_folder(folder)
        sync_folder(profile)
    except OSError as error:
        raise WorldFault(Code.DISK_FAULT, path=folder, why=error.strerror or type(error).__name__) from error
    return final
