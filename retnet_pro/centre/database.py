"""A connection to the centre's database: its transactions, and who works on which site meanwhile.

When the database is in trouble, every use is a failure of ours that says so (see `trouble`).
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Generic, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from retnet_pro.centre.engine import POSTGRESQL, for_reading, open_engine, place_of, read_url
from retnet_pro.centre.gate_ledger import GateLedger
from retnet_pro.centre.locks import Purpose, try_lock
from retnet_pro.centre.schema import bring_up_to_date
from retnet_pro.centre.trouble import in_our_words

LedgerT = TypeVar("LedgerT", bound=GateLedger, covariant=True)


class Database(Generic[LedgerT]):
    """The database behind a URL, through a ledger that shows all of it or a part."""

    def __init__(self, url: str, ledger: Callable[[Connection], LedgerT]) -> None:
        """Open ``sqlite:///path/to/file`` or ``postgresql://user@server/name``. Its tables are brought to date.

        Raises:
            Refusal: `DATABASE_UNFIT`, `DATABASE_REFUSED`, `DATABASE_NEWER` or `CENTRE_BROKEN`.
            WorldFault: `DATABASE_UNREACHABLE`, `DISK_FULL` or `DISK_FAULT`.
        """
        self._engine = open_engine(read_url(url))
        self._ledger = ledger
        self.place = place_of(self._engine.url)
        """What a person calls it."""
        self.has_users = self._engine.dialect.name == POSTGRESQL
        """Whether it lets in users with rights of their own."""
        try:
            with self._in_our_words():
                bring_up_to_date(self._engine)
        except BaseException:
            self.close()
            raise

    @contextmanager
    def writing(self) -> Iterator[LedgerT]:
        """One transaction: everything in it is kept, or nothing."""
        with self._in_our_words(), self._engine.begin() as connection:
            yield self._ledger(connection)

    @contextmanager
    def reading(self) -> Iterator[LedgerT]:
        """One consistent look."""
        with self._in_our_words(), self._engine.connect() as connection:
            yield self._ledger(connection.execution_options(**for_reading(self._engine)))

    @contextmanager
    def holding(self, site: str) -> Iterator[bool]:
        """Say to other openers that this one works on a site; False, when one of them does already.

        It saves work twice done and no more: what is written is safe without it (see `Ledger.lock_site`). The word ends
        with the program or its connection, however they end. On SQLite one writer waits for the other anyway.
        """
        if self._engine.dialect.name == "sqlite":
            yield True
            return
        with self._in_our_words(), self._engine.begin() as connection:
            yield try_lock(connection, Purpose.OPENING, site)

    def settle(self) -> None:
        """Leave nothing of what was removed beside the database; other databases than SQLite see to that themselves."""
        if self._engine.dialect.name == "sqlite":
            with self._in_our_words(), self._engine.connect() as connection:
                connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def _in_our_words(self) -> AbstractContextManager[None]:
        return in_our_words((DBAPIError, self._engine.dialect.loaded_dbapi.Error), self.place)
