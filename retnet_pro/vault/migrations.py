"""How a file of an older format, or an empty one, becomes one of the newest. History: steps are added, never edited.

The only module that imports sqlite-utils; it is imported on the day a step is due and on no other, because the
participant's process starts faster without it.
"""

import sqlite3

from sqlite_utils import Database, Migrations

from retnet_pro.vault.schema import APPLICATION_ID, STATEMENTS

STEPS = Migrations("retnet-pro")
"""Each step runs in one transaction together with the note that it was done."""


@STEPS()
def format_1(database: Database) -> None:
    """Create everything there is in format 1."""
    for statement in STATEMENTS.values():
        database.execute(statement)
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute("PRAGMA user_version = 1")


def migrate(connection: sqlite3.Connection) -> None:
    """Apply the steps that are due; applying them twice does nothing."""
    STEPS.apply(Database(connection))
