"""Move a centre from one database to another: everything, as it stands, in one transaction; the old one is not changed.

It comes from SQLite to PostgreSQL this way when one program at a time is no longer enough, or back.
"""

from retnet_pro.centre.store import Store
from retnet_pro.errors import Code, Refusal


def move(old: Store, new: Store) -> int:
    """Copy everything the centre holds; return how many rows. Nothing else may use either of them meanwhile.

    Raises:
        Refusal: `DATABASE_TAKEN`, when the new one already holds tablets; nothing was changed.
        WorldFault: one of them broke off; the new one is as empty as before.
    """
    with old.reading() as source, new.writing() as target:
        if there := target.devices():
            raise Refusal(Code.DATABASE_TAKEN, place=new.place, devices=len(there))
        return target.copy_of(source)
