"""The whole site file at one moment, in memory: what a copy is made from where writing the copy may take for ever.

The log itself goes on in its own thread meanwhile. It needs as much memory as the file is large.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from retnet_pro.record.chain import StoredRow
from retnet_pro.vault.connection import copy_over, fault_of
from retnet_pro.vault.log import EventLog
from retnet_pro.vault.verify import stored_rows


class FrozenLog:
    """One moment of a log. It may be handed to another thread, and belongs to that one then."""

    def __init__(self, log: EventLog) -> None:
        """Take the moment, in the thread of the log.

        Raises:
            RetnetError: `VAULT_DAMAGED` or `DISK_FAULT`, when the log cannot be read.
        """
        self.path: Path = log.path
        self._copy = sqlite3.connect(":memory:", check_same_thread=False)
        try:
            log.copy_into(self._copy)
        except BaseException:
            self._copy.close()
            raise

    def copy_into(self, path: Path) -> None:
        """Copy everything over an empty file elsewhere.

        Raises:
            WorldFault: `DISK_FULL` or `DISK_FAULT`, naming the other place.
        """
        copy_over(self._copy, path, self.path)

    def rows(self) -> Iterator[StoredRow]:
        """Yield the rows of events as they are stored, unchecked, for a verifier."""
        return stored_rows(self._copy)

    def read(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a query of this room."""
        try:
            with closing(self._copy.execute(query, values)) as found:
                return found.fetchall()
        except sqlite3.Error as error:
            raise fault_of(error, self.path) from error
