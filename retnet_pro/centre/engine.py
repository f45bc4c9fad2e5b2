"""Open the centre's database the one safe way: on SQLite with a lock from the start and a sync at every commit.

What is deleted there is overwritten.
"""

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.event import listen
from sqlalchemy.pool import ConnectionPoolEntry


def open_engine(url: str) -> Engine:
    """Return the engine behind a URL, e.g. ``sqlite:///path/to/centre.sqlite``; nothing is opened yet."""
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        listen(engine, "connect", _prepare_sqlite)
        listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    # Python's driver must not open transactions by itself: when one begins is decided below.
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "busy_timeout=30000",
        "trusted_schema=OFF",
        "secure_delete=ON",
    ):
        connection.cursor().execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its lock at the start: one that reads first could find the database changed under it.
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
