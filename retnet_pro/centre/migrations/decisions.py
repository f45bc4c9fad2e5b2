"""A table for what people decided about several responses for one time point: append-only, and it starts empty."""

import sqlalchemy as sa
from alembic import op

revision = "decisions"
down_revision = "reviews"

_TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")
_COUNT = sa.Integer().with_variant(sa.BigInteger(), "postgresql")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "decision",
        sa.Column("n", _COUNT, primary_key=True, autoincrement=False),
        *(sa.Column(name, _TEXT, nullable=False) for name in ("dev", "ses", "event_hash", "at", "by", "why")),
        sa.Column("beside", sa.JSON(), nullable=False),
    )
