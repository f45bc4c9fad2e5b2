"""The tables of the first centres.

Databases of that time do not say which version they are of, and some lack tables that came later: whatever is there
stays as it is, and from now on they say it.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "first_tables"
down_revision = None

_TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")
_COUNT = sa.Integer().with_variant(sa.BigInteger(), "postgresql")


def upgrade() -> None:
    """Make every table that is not there yet."""
    tables_of_then().create_all(op.get_bind())


def tables_of_then() -> sa.MetaData:
    """Return the tables as they were."""
    tables = sa.MetaData()
    _devices(tables)
    _records(tables)
    _acts(tables)
    return tables


def _text(*names: str, **more: Any) -> list["sa.Column[Any]"]:
    return [sa.Column(name, _TEXT, nullable=False, **more) for name in names]


def _json(*names: str) -> list["sa.Column[Any]"]:
    return [sa.Column(name, sa.JSON(), nullable=False) for name in names]


def _event() -> list["sa.Column[Any]"]:
    """Return what names an event: its device and its number."""
    return [sa.Column("dev", _TEXT, primary_key=True), sa.Column("seq", _COUNT, primary_key=True)]


def _devices(tables: sa.MetaData) -> None:
    sa.Table(
        "device",
        tables,
        sa.Column("dev", _TEXT, primary_key=True),
        *_text("site"),
        sa.Column("public", sa.LargeBinary(), nullable=False, unique=True),
        *_text("enrolled_at"),
        sa.Column("revoked_at", _TEXT),
    )
    sa.Table(
        "bundle",
        tables,
        sa.Column("file", _TEXT, primary_key=True),
        sa.Column("id", _TEXT, primary_key=True),
        *_text("dev"),
        sa.Column("from_seq", _COUNT),
        sa.Column("upto", _COUNT),
        *_text("status", index=True),
        *_text("admitted_at"),
        sa.Column("opened_at", _TEXT),
    )
    sa.Table(
        "receipt",
        tables,
        sa.Column("bundle", _TEXT, primary_key=True),
        *_text("dev", "status", "at"),
        sa.Column("body", sa.LargeBinary(), nullable=False),
    )


def _records(tables: sa.MetaData) -> None:
    sa.Table(
        "event",
        tables,
        *_event(),
        *_text("hash", "kind"),
        sa.Column("ses", _TEXT),
        sa.Column("n", _COUNT),
        sa.Column("header", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary()),
        sa.Column("sig", sa.LargeBinary(), nullable=False),
        sa.Index("event_of_session", "dev", "ses"),
    )
    sa.Table(
        "response",
        tables,
        sa.Column("dev", _TEXT, primary_key=True),
        sa.Column("ses", _TEXT, primary_key=True),
        sa.Column("seq", _COUNT, nullable=False),
        *_text("event_hash", "site", "subject", "visit", "mode", "started", "finished"),
        *_text("answered_by", "app", "form_id", "language"),
        sa.Column("demonstration", sa.Boolean(), nullable=False),
        sa.Column("entries", _COUNT, nullable=False),
        *_json("form", "wording", "answers", "scores", "accommodations"),
        sa.Index("response_of_subject", "subject", "form_id", "visit"),
    )
    sa.Table(
        "amendment",
        tables,
        *_event(),
        *_text("event_hash", "site", "ses", "subject", "item", "at", "who", "role", "why", "note", "source", "on"),
        *_json("old", "new", "answers", "scores"),
        sa.Index("amendment_of_session", "ses"),
    )
    sa.Table(
        "placement",
        tables,
        *_event(),
        *_text("event_hash", "site", "kind", "at", "who", "role"),
        *_json("document"),
    )
    sa.Table(
        "set_aside",
        tables,
        *_event(),
        sa.Column("ses", _TEXT),
        *_text("why", "bundle", "at"),
    )


def _acts(tables: sa.MetaData) -> None:
    sa.Table(
        "issued",
        tables,
        sa.Column("sha256", _TEXT, primary_key=True),
        *_text("kind", "id"),
        sa.Column("version", _COUNT, nullable=False),
        *_text("at", "by", "why"),
        sa.Column("body", sa.LargeBinary(), nullable=False),
    )
    sa.Table(
        "closure",
        tables,
        sa.Column("dev", _TEXT, primary_key=True),
        *_text("at", "by", "why"),
    )
    sa.Table(
        "erasure",
        tables,
        *_event(),
        sa.Column("target_dev", _TEXT, primary_key=True, index=True),
        sa.Column("target_seq", _COUNT, primary_key=True),
        *_text("at"),
    )
