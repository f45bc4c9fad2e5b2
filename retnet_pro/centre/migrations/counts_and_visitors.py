"""Tables for the web page: what was counted of each site, and who may look.

Some databases from before versions were written down have them already.
"""

import sqlalchemy as sa
from alembic import op

revision = "counts_and_visitors"
down_revision = "alerts_and_signatures"

_TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Make what is not there yet."""
    tables = sa.MetaData()
    sa.Table(
        "site_count",
        tables,
        sa.Column("site", _TEXT, primary_key=True),
        sa.Column("counted_at", _TEXT, nullable=False),
        sa.Column("study", _TEXT, nullable=False),
        sa.Column("upto", sa.JSON(), nullable=False),
        sa.Column("is_whole", sa.Boolean(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("forms", sa.JSON(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
    )
    sa.Table(
        "visitor",
        tables,
        sa.Column("name", _TEXT, primary_key=True),
        sa.Column("kept", _TEXT, nullable=False),
        sa.Column("added_at", _TEXT, nullable=False),
        sa.Column("removed_at", _TEXT),
    )
    tables.create_all(op.get_bind())
    op.create_index("bundle_of_device", "bundle", ["dev"], if_not_exists=True)
