"""Locks of PostgreSQL under names of ours, each until the end of its transaction or connection.

They are advisory: numbers that this program's own processes agree on, so no table and no row is ever blocked for
anybody else. Two names that fall on one number only wait for each other.
"""

import hashlib
from enum import StrEnum

from sqlalchemy import Connection, text


class Purpose(StrEnum):
    """What a lock is about."""

    TABLES = "tables"
    """Making and changing the tables."""
    OPENING = "opening"
    """Working through what waits of one site."""
    WRITING = "writing"
    """Writing records of one site."""


def try_lock(connection: Connection, purpose: Purpose, name: str) -> bool:
    """Take a lock if nobody has it; return whether it is ours."""
    found = connection.execute(text("SELECT pg_try_advisory_xact_lock(:key)"), {"key": _key(purpose, name)})
    return bool(found.scalar_one())


def lock(connection: Connection, purpose: Purpose, name: str) -> None:
    """Take a lock, and wait for whoever has it."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _key(purpose, name)})


def _key(purpose: Purpose, name: str) -> int:
    digest = hashlib.sha256(f"retnet-pro/{purpose}/{name}".encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big", signed=True)
