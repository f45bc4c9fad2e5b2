"""A sealed file is in the index once for each tablet that signed it, so that none is known by what another handed in.

No row changes: each was signed by the one tablet it names.
"""

import sqlalchemy as sa
from alembic import op

revision = "bundles_by_signer"
down_revision = "decisions"

_TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")
_COUNT = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
_KEY = ("file", "id", "dev")
_BEFORE = "bundle_before"


def upgrade() -> None:
    """Widen the key of the table."""
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint("bundle_pkey", "bundle")
        op.create_primary_key("bundle_pkey", "bundle", list(_KEY))
        return
    op.rename_table("bundle", _BEFORE)  # SQLite changes no key of a table that is there
    for index in ("ix_bundle_status", "bundle_of_device"):
        op.drop_index(index, _BEFORE)
    made = op.create_table(
        "bundle",
        *(sa.Column(name, _TEXT, primary_key=True) for name in _KEY),
        *(sa.Column(name, _COUNT) for name in ("from_seq", "upto")),
        *(sa.Column(name, _TEXT, nullable=False) for name in ("status", "admitted_at")),
        sa.Column("opened_at", _TEXT),
    )
    names = [column.name for column in made.columns]
    before = sa.table(_BEFORE, *map(sa.column, names))
    op.execute(made.insert().from_select(names, sa.select(*(before.c[name] for name in names))))
    op.drop_table(_BEFORE)
    op.create_index("ix_bundle_status", "bundle", ["status"])
    op.create_index("bundle_of_device", "bundle", ["dev"])
