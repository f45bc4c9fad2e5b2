"""``retnet-pro centre transfer``: a tablet moved to another site; and how 'reconcile' and 'lost' tell of it."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from retnet_pro.cli.centre import FOLDER
from retnet_pro.cli.issuing import BY, REASON

if TYPE_CHECKING:
    from retnet_pro.centre.transfer import Elsewhere, Moves


@click.command("transfer")
@FOLDER
@click.option("--from", "old", required=True, help="Id of the tablet at the site it left.")
@click.option("--to", "new", required=True, help="Id of the same tablet, set up anew and enrolled at the other site.")
@BY
@REASON
@click.option("--force", is_flag=True, help="Even if something of it is missing; what was missing is written down.")
def transfer(folder: Path, old: str, new: str, by: str, reason: str, force: bool) -> None:
    """Write down that a tablet moved to another site, and close the id it had at the old one.

    Refused while anything of the old one is missing here. Its records stay with the site that made them.
    """
    from retnet_pro.app.senses import system_clock
    from retnet_pro.centre.folder import open_centre
    from retnet_pro.centre.store import Store
    from retnet_pro.centre.transfer import transfer as write_transfer
    from retnet_pro.record.event import DeviceId

    at = system_clock()().wall.isoformat(timespec="milliseconds")
    with closing(Store(open_centre(folder).database)) as store:
        written = write_transfer(store, DeviceId(old), DeviceId(new), by=by, why=reason, at=at, is_forced=force)
    click.echo(f"Tablet {old} is closed; what it is now is called {new}. Its records stay with its old site.")
    for one in written.lacking:
        click.echo(f"Missing all the same: {one}.")


def moved_lines(moves: "Moves") -> Iterator[str]:
    """Yield one line for every tablet that moved, from where to where."""
    for old, now in moves.to.items():
        before = moves.come_from[now.dev]
        there = f"site {now.site} and is {now.dev} there"
        yield f"Tablet {old} of site {before.site} moved to {there}, since {now.at[:10]}."
        yield from missing_lines(old, now)


def leaving_lines(missing: Sequence[str]) -> Iterator[str]:
    """Yield whether a tablet that its site closed may forget what it holds."""
    for one in missing:
        yield f"Leave its folder as it is: {one}."
    if not missing:
        yield "Everything of it is here: its folder can be removed, and the tablet be set up anew."


def missing_lines(old: str, now: "Elsewhere") -> Iterator[str]:
    """Yield what of a tablet was missing when somebody moved it all the same."""
    for one in now.lacking:
        yield f"  Missing of {old} when {now.by} moved it all the same ({now.why}): {one}."


def moves_facts(dev: str, moves: "Moves") -> dict[str, object]:
    """Return where a tablet went and where it came from, for another program; null where it did not."""
    return {"moved_to": _facts(moves.to.get(dev)), "came_from": _facts(moves.come_from.get(dev))}


def _facts(one: "Elsewhere | None") -> dict[str, object] | None:
    return None if one is None else {"tablet": one.dev, "site": one.site, "at": one.at}
