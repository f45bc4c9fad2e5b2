"""Say in our words what the centre's database says in its own, so that a full disk there is a sentence and no trace."""

from collections.abc import Iterator
from contextlib import contextmanager

from retnet_pro.errors import Code, Refusal, RetnetError, WorldFault

_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT")
_OURS = ("SQLITE_CONSTRAINT", "SQLITE_MISUSE", "SQLITE_MISMATCH", "SQLITE_ERROR")


@contextmanager
def in_our_words(errors: tuple[type[Exception], ...], database: str) -> Iterator[None]:
    """Turn these errors of a driver into failures of ours; a mistake of this program's own is let through.

    Raises:
        Refusal: `CENTRE_BROKEN`.
        WorldFault: `DISK_FULL` or `DISK_FAULT`.
    """
    try:
        yield
    except errors as error:
        trouble = _trouble(getattr(error, "orig", None) or error, database)
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
