"""Say in our words what the centre's database says in its own, so that trouble there is a sentence and no trace.

What PostgreSQL says is known by its SQLSTATE, except where a connection never came to be: then only its words tell.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from retnet_pro.errors import Code, Refusal, RetnetError, WorldFault

_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT")
_OURS = ("SQLITE_CONSTRAINT", "SQLITE_MISUSE", "SQLITE_MISMATCH", "SQLITE_ERROR")

_PG_REFUSED = ("28", "3D", "42501", "42704")
"""Who we are is not accepted; there is no such database or user; what we want is not allowed."""
_PG_FULL = ("53100",)
_PG_DAMAGED = ("XX001", "XX002")
_PG_AWAY = ("08", "53", "57", "58", "40", "25006", "55P03")
"""The line broke, too many want something, it was shut down, its disk fails, it gave up for others: try again."""
_PG_REFUSED_WORDS = ("password", "authentication", "does not exist", "pg_hba.conf", "not permitted")
_WORDS = 200
"""So much of what a server says is repeated."""


@contextmanager
def in_our_words(errors: tuple[type[Exception], ...], database: str) -> Iterator[None]:
    """Turn these errors of a driver into failures of ours; a mistake of this program's own is let through.

    Raises:
        Refusal: `CENTRE_BROKEN` or `DATABASE_REFUSED`.
        WorldFault: `DISK_FULL`, `DISK_FAULT` or `DATABASE_UNREACHABLE`.
    """
    try:
        yield
    except errors as error:
        cause = getattr(error, "orig", None) or error
        trouble = _trouble_of_server(cause, database) if hasattr(cause, "sqlstate") else _trouble(cause, database)
        if trouble is None:
            raise
        raise trouble from error


def _trouble(error: BaseException, database: str) -> RetnetError | None:
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    if name.startswith(_OURS):
        return None
    if name.startswith("SQLITE_FULL"):
        return WorldFault(Code.DISK_FULL, path=database)
    if name.startswith(_DAMAGED):
        return Refusal(Code.CENTRE_BROKEN, path=database, why=name)
    return WorldFault(Code.DISK_FAULT, path=database, why=name)


def _trouble_of_server(error: BaseException, database: str) -> RetnetError | None:
    state = getattr(error, "sqlstate", None)
    if state is None:  # no connection came to be, or it broke
        if type(error).__name__ not in ("OperationalError", "ConnectionTimeout", "InterfaceError"):
            return None
        why = _last_words(error)
        if any(words in why for words in _PG_REFUSED_WORDS):
            return Refusal(Code.DATABASE_REFUSED, place=database, why=why)
        return WorldFault(Code.DATABASE_UNREACHABLE, place=database, why=why)
    if state.startswith(_PG_REFUSED):
        return Refusal(Code.DATABASE_REFUSED, place=database, why=_last_words(error))
    if state.startswith(_PG_FULL):
        return WorldFault(Code.DISK_FULL, path=database)
    if state.startswith(_PG_DAMAGED):
        return Refusal(Code.CENTRE_BROKEN, path=database, why=_last_words(error))
    if state.startswith(_PG_AWAY):
        return WorldFault(Code.DATABASE_UNREACHABLE, place=database, why=_last_words(error))
    return None


def _last_words(error: BaseException) -> str:
    """Return what a server said in one line; it names users and databases, never a password."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    told = next((line for line in lines if "FATAL:" in line), lines[0] if lines else type(error).__name__)
    return told.rpartition("failed: ")[2].removeprefix("FATAL:").strip()[:_WORDS]
