"""A table for tablets that moved from one site to another: append-only, and it starts empty."""

import sqlalchemy as sa
from alembic import op

revision = "transfers"
down_revision = "bundles_by_signer"

_TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "transfer",
        sa.Column("old", _TEXT, primary_key=True),
        sa.Column("new", _TEXT, nullable=False, unique=True),
        *(sa.Column(name, _TEXT, nullable=False) for name in ("at", "by", "why")),
        sa.Column("lacking", sa.JSON(), nullable=False),
    )
