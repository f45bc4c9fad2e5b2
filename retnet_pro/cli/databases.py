"""``retnet-pro centre database``: which database a centre uses, and the way to another one."""

from contextlib import closing
from pathlib import Path

from retnet_pro.centre.engine import with_password
from retnet_pro.centre.folder import open_centre
from retnet_pro.centre.moving import move
from retnet_pro.centre.store import Stage, Store
from retnet_pro.centre.url_files import keep_database
from retnet_pro.errors import Code, Refusal


def describe(folder: Path) -> str:
    """Return in a sentence where the centre's database is and what it holds.

    Raises:
        Refusal, WorldFault: there is no centre, or its database cannot be used.
    """
    centre = open_centre(folder)
    with closing(Store(centre.database)) as store, store.reading() as ledger:
        waiting = len(ledger.bundles(Stage.ADMITTED.value))
        return (
            f"The centre {centre.id} uses the database {store.place}: {len(ledger.devices())} tablets,"
            f" {ledger.count_responses()} responses, {waiting} bundles that wait to be opened."
        )


def move_to(folder: Path, url: str, password: str | None) -> int:
    """Copy everything into another, empty database and use that from now on; return how many rows.

    Raises:
        Refusal: `DATABASE_UNFIT`, `DATABASE_REFUSED`, `DATABASE_NEWER` or `DATABASE_TAKEN`; the one before is used on.
        WorldFault: one of them cannot be reached; the one before is used on.
    """
    centre = open_centre(folder)
    url = with_password(url, password)
    with closing(Store(centre.database)) as old, closing(Store(url)) as new:
        rows = move(old, new)
    keep_database(centre.folder, url)
    return rows


def let_gate_in(folder: Path, user: str) -> None:
    """Give a user of the database server the rights of the gate, and no others.

    Raises:
        Refusal: `DATABASE_UNFIT`, when the database has no users; `DATABASE_REFUSED`, when there is no such user.
        WorldFault: it cannot be reached.
    """
    with closing(Store(open_centre(folder).database)) as store:
        if not store.has_users:
            raise Refusal(Code.DATABASE_UNFIT)
        with store.writing() as ledger:
            ledger.let_gate_in(user)
