"""Open the centre's database the one safe way, SQLite or PostgreSQL.

On SQLite a writer has its lock from the start, every commit is synced, and what is deleted is overwritten. On
PostgreSQL a look is one snapshot, and a connection that broke is noticed. No error repeats a value or a password.
"""

from sqlalchemy import URL, Connection, Engine, create_engine, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.event import listen
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

from retnet_pro.errors import Code, Refusal

POSTGRESQL = "postgresql"
_DRIVERS = {"sqlite": "sqlite", POSTGRESQL: f"{POSTGRESQL}+psycopg", f"{POSTGRESQL}+psycopg": f"{POSTGRESQL}+psycopg"}
_PATIENCE_S = 10
"""How long a server may take to answer the first call."""
_LINE = {
    "application_name": "retnet-pro",
    "connect_timeout": _PATIENCE_S,
    # a line that went dead without a word is noticed within about a minute
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
}


def read_url(text: str) -> URL:
    """Read the URL of a database.

    Raises:
        Refusal: `DATABASE_UNFIT`, when it is neither of SQLite nor of PostgreSQL; its words are not repeated.
    """
    try:
        url = make_url(text.strip())
    except (ArgumentError, ValueError) as error:
        raise Refusal(Code.DATABASE_UNFIT) from error
    if url.drivername not in _DRIVERS or not url.database:
        raise Refusal(Code.DATABASE_UNFIT)
    return url.set(drivername=_DRIVERS[url.drivername])


def place_of(url: URL) -> str:
    """Return what a person calls this database: its file, or its server and name; never a password."""
    if url.drivername == "sqlite":
        return str(url.database)
    server = url.host or url.query.get("host") or "this machine"
    return f"{url.database} on {server if isinstance(server, str) else server[0]}"


def open_engine(url: URL) -> Engine:
    """Return the engine behind a URL; nothing is opened yet."""
    if url.drivername == "sqlite":
        engine = create_engine(url, hide_parameters=True)
        listen(engine, "connect", _prepare_sqlite)
        listen(engine, "begin", _begin_sqlite)
        return engine
    return create_engine(url, hide_parameters=True, pool_pre_ping=True, connect_args=_LINE)


def for_reading(engine: Engine) -> dict[str, object]:
    """Return the options of a connection that takes one consistent look and writes nothing."""
    if engine.dialect.name == POSTGRESQL:
        return {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    return {"reading": True}


def with_password(text: str, password: str | None) -> str:
    """Return a URL as it is written down, with this password where one is given.

    Raises:
        Refusal: `DATABASE_UNFIT`.
    """
    url = read_url(text)
    return (url if password is None else url.set(password=password)).render_as_string(hide_password=False)


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
