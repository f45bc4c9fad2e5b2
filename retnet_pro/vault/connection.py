"""Open the file of a site the one safe way, and say in our words what SQLite says in its own.

One process, one connection, exclusive lock, write-ahead log, a sync at every commit: with anything less, a commit that
was acknowledged can be lost with the power.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from retnet_pro.errors import Bug, Code, Refusal, RetnetError, Tamper, WorldFault
from retnet_pro.vault.schema import APPLICATION_ID, FORMAT, check_schema

Connect = Callable[[Path], sqlite3.Connection]
"""Opens the file; tests hand in one whose disk fails."""

DiskError = (sqlite3.Error, UnicodeDecodeError)
"""What a damaged file raises: SQLite quotes damaged names in its messages, and those need not be UTF-8."""

LOCK_WAIT_S = 0.6
"""How long an opener waits for a process that is just leaving."""

_PRAGMAS = (
    "synchronous=FULL",
    "fullfsync=ON",  # on macOS a plain fsync does not reach the disk; elsewhere this does nothing
    "secure_delete=ON",
    "foreign_keys=ON",
    "recursive_triggers=ON",  # without it INSERT OR REPLACE slips past the trigger that forbids deleting
    "cell_size_check=ON",
    "wal_autocheckpoint=2000",
)


def connect(path: Path) -> sqlite3.Connection:
    """Open an existing file; nothing is read yet."""
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=LOCK_WAIT_S, cached_statements=64
    )


def open_connection(path: Path, connect: Connect) -> sqlite3.Connection:
    """Return a locked, migrated and checked connection.

    Raises:
        Refusal: `NOT_PROVISIONED`, `SITE_IN_USE` or `VAULT_NEWER`; nothing was changed.
        Tamper: `VAULT_DAMAGED`.
        WorldFault: `DISK_FULL` or `DISK_FAULT`.
    """
    if not path.is_file():
        raise Refusal(Code.NOT_PROVISIONED, path=path)
    connection = None
    try:
        connection = connect(path)
        _make_ready(connection, path)
    except DiskError as error:
        _let_go(connection)
        raise fault_of(error, path) from error
    except RetnetError:
        _let_go(connection)
        raise
    return connection


def _make_ready(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    connection.execute("PRAGMA trusted_schema=OFF")
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    if found > FORMAT:
        raise Refusal(Code.VAULT_NEWER, path=path, found=found, known=FORMAT)
    if found < 0 or (found and connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,)):
        raise Tamper(Code.VAULT_DAMAGED, path=path, why="this is not the file of a site")
    (mode,) = connection.execute("PRAGMA journal_mode=WAL").fetchone()
    if mode != "wal":
        raise WorldFault(Code.DISK_FAULT, path=path, why=f"journal mode is {mode}")
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    if found < FORMAT:
        _migrate(connection)
    check_schema(connection, str(path))


def _migrate(connection: sqlite3.Connection) -> None:
    from retnet_pro.vault.migrations import migrate

    migrate(connection)
    # Into the main file at once, so that an older program reads the new format number before anything else.
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _let_go(connection: sqlite3.Connection | None) -> None:
    if connection is not None:
        with suppress(sqlite3.Error):
            connection.close()


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Everything inside becomes durable together, or nothing does."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        raise


def copy_over(source: sqlite3.Connection, place: Path | sqlite3.Connection, path: Path) -> None:
    """Copy a whole database over an empty file or database; the source, which lies at `path`, is not changed.

    Raises:
        WorldFault: `DISK_FULL` or `DISK_FAULT`, naming the other place; a useless file may lie there.
    """
    named = place if isinstance(place, Path) else path
    try:
        if isinstance(place, sqlite3.Connection):
            source.backup(place)
            return
        # The copy becomes believed only after it was synced and read back, so SQLite need not guard it; and locks
        # are unknown to many network shares.
        with closing(sqlite3.connect(f"{place.resolve().as_uri()}?mode=rw&nolock=1", uri=True)) as target:
            target.execute("PRAGMA journal_mode=OFF")
            target.execute("PRAGMA synchronous=OFF")
            source.backup(target)
    except sqlite3.Error as error:
        raise fault_of(error, named) from error


def fault_of(error: Exception, path: Path) -> RetnetError:
    """Return the failure of ours that a failure of SQLite means. Facts hold its name only, never its values."""
    if isinstance(error, UnicodeDecodeError):
        return Tamper(Code.VAULT_DAMAGED, path=path, why="a name in it is unreadable")
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_IOERR) & 0xFF
    why = getattr(error, "sqlite_errorname", type(error).__name__)
    match code:
        case sqlite3.SQLITE_FULL:
            return WorldFault(Code.DISK_FULL, path=path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return Refusal(Code.SITE_IN_USE, path=path)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_FORMAT:
            return Tamper(Code.VAULT_DAMAGED, path=path, why=why)
        case sqlite3.SQLITE_CONSTRAINT | sqlite3.SQLITE_MISUSE | sqlite3.SQLITE_MISMATCH | sqlite3.SQLITE_ERROR:
            return Bug(Code.UNEXPECTED, path=path, why=why)
        case _:
            return WorldFault(Code.DISK_FAULT, path=path, why=why)
