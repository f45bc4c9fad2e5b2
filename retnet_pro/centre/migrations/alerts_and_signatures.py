"""Tables for alerts, what came of them, and signatures; and two indexes that a large network needs.

What came before is held as it was signed, and sealed. So it is only noted here which events are still to be read: the
next opener, who holds the key, does that.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "alerts_and_signatures"
down_revision = "first_tables"

_TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")
_COUNT = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
_KINDS = ("alert", "acknowledge", "sign")


def upgrade() -> None:
    """Make tables and indexes, and note what is to be read into them."""
    op.create_table(
        "alert",
        *_event(),
        sa.Column("rule", _TEXT, primary_key=True),
        *_text("event_hash", "site", "at", "who", "role", "ses", "subject", "visit"),
        *_text("study", "instrument", "for_whom", "source", "status"),
        sa.Column("item", _TEXT),
        sa.Column("scale", _TEXT),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("at_least", sa.Double()),
        sa.Column("at_most", sa.Double()),
        sa.Column("within_hours", _COUNT, nullable=False),
    )
    op.create_index("alert_of_session", "alert", ["site", "ses"])
    op.create_table(
        "alert_act",
        *_event(),
        *_text("event_hash", "site", "at", "who", "role", "ses", "subject", "rule", "alert", "outcome", "note"),
        sa.Column("action", _TEXT),
        sa.Column("settles", sa.Boolean(), nullable=False),
    )
    op.create_index("alert_act_of_session", "alert_act", ["site", "ses"])
    op.create_table(
        "signature",
        *_event(),
        *_text("event_hash", "site", "at", "who", "role", "subject", "name"),
        *_text("milestone", "title", "meaning", "digest", "statement"),
        sa.Column("covers", sa.JSON(), nullable=False),
        sa.Column("renewed", sa.JSON()),
    )
    op.create_index("signature_of_site", "signature", ["site"])
    op.create_index("response_of_session", "response", ["ses"])
    op.create_index("receipt_of_device", "receipt", ["dev"])
    op.create_table("unread", *_event())
    event = sa.table("event", sa.column("dev"), sa.column("seq"), sa.column("kind"), sa.column("sealed"))
    held = sa.select(event.c.dev, event.c.seq).where(event.c.kind.in_(_KINDS), event.c.sealed.is_not(None))
    unread = sa.table("unread", sa.column("dev"), sa.column("seq"))
    op.execute(unread.insert().from_select(["dev", "seq"], held))


def _text(*names: str) -> list["sa.Column[Any]"]:
    return [sa.Column(name, _TEXT, nullable=False) for name in names]


def _event() -> list["sa.Column[Any]"]:
    return [sa.Column("dev", _TEXT, primary_key=True), sa.Column("seq", _COUNT, primary_key=True)]
