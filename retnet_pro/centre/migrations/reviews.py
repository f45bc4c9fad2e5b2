"""A table for what people did about records and bundles that were set aside: append-only, and it starts empty."""

import sqlalchemy as sa
from alembic import op

revision = "reviews"
down_revision = "counts_and_visitors"

_TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")
_COUNT = sa.Integer().with_variant(sa.BigInteger(), "postgresql")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "aside_review",
        sa.Column("dev", _TEXT, primary_key=True),
        sa.Column("seq", _COUNT, primary_key=True),
        sa.Column("bundle", _TEXT, primary_key=True),
        sa.Column("file", _TEXT, primary_key=True),
        sa.Column("n", _COUNT, primary_key=True),
        *(sa.Column(name, _TEXT, nullable=False) for name in ("outcome", "at", "by", "why")),
    )
