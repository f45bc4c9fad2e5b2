"""Which version the tables of a database are of, and the way from any earlier one to today's.

A database from before versions were written down is recognised by its tables. One of a newer program is left alone.
Several programs may come at once: one of them does it, the others wait and find it done.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text

from retnet_pro.centre.engine import POSTGRESQL, for_reading, place_of
from retnet_pro.centre.locks import Purpose, lock
from retnet_pro.centre.tables import VERSION_TABLE, VERSIONS
from retnet_pro.errors import Code, Refusal


def bring_up_to_date(engine: Engine) -> None:
    """Make the tables, or change those of an earlier version; all of it or nothing.

    Raises:
        Refusal: `DATABASE_NEWER`; `CENTRE_BROKEN`, when tables of these names are not this program's.
    """
    with engine.connect().execution_options(**for_reading(engine)) as connection:
        if version_of(connection) == VERSIONS[-1]:
            return
    with engine.begin() as connection:
        if engine.dialect.name == POSTGRESQL:
            lock(connection, Purpose.TABLES, "")
        if version_of(connection) is None:
            _demand_ours(connection)
        _upgrade(connection)


def version_of(connection: Connection) -> str | None:
    """Return which version the tables are of; None for no tables or those from before this was written down.

    Raises:
        Refusal: `DATABASE_NEWER`.
    """
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found: str | None = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
    if found is not None and found not in VERSIONS:
        raise Refusal(Code.DATABASE_NEWER, place=place_of(connection.engine.url), found=found, known=VERSIONS[-1])
    return found


def _demand_ours(connection: Connection) -> None:
    """Refuse tables under our names that lack what those of the first version had."""
    from retnet_pro.centre.migrations.first_tables import tables_of_then

    looked, ours = inspect(connection), tables_of_then().tables
    for name in sorted(set(looked.get_table_names()) & ours.keys()):
        there = {column["name"] for column in looked.get_columns(name)}
        if lost := [column.name for column in ours[name].columns if column.name not in there]:
            why = f"its table {name} has no column {lost[0]}"
            raise Refusal(Code.CENTRE_BROKEN, path=place_of(connection.engine.url), why=why)


def _upgrade(connection: Connection) -> None:
    # Only now: most of the time nothing is to be done, and alembic takes its time to be loaded.
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    steps = Path(__file__).with_name("migrations")
    script = ScriptDirectory(str(steps), version_locations=[str(steps)])

    def to_the_newest(found: Any, _context: object) -> Sequence[Any]:
        # what its own command "upgrade" calls; there is no other door for a program that brings its connection
        return script._upgrade_revs(VERSIONS[-1], found)

    with EnvironmentContext(Config(), script, fn=to_the_newest) as environment:
        environment.configure(connection=connection)
        environment.run_migrations()
