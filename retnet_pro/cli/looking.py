"""``retnet-pro centre count | reconcile | dashboard | visitors …``: what the centre received, for people to look at."""

import json
import secrets
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from retnet_pro.cli.centre import BOX_KEY, CERTIFICATE, FOLDER, KEY
from retnet_pro.cli.transferring import leaving_lines, missing_lines, moved_lines, moves_facts

if TYPE_CHECKING:
    from retnet_pro.bundle.receipt import SetAside
    from retnet_pro.centre.disputes import Dispute
    from retnet_pro.centre.lost import LostTablet
    from retnet_pro.centre.overview import Overview
    from retnet_pro.record.event import DeviceId


@click.command("count")
@FOLDER
@BOX_KEY
def count(folder: Path, box_key: Path | None) -> None:
    """Count what each site amounts to, for 'dashboard' and 'reconcile'; 'take-in' does so by itself."""
    from retnet_pro.app.senses import system_clock
    from retnet_pro.centre.folder import open_centre
    from retnet_pro.cli.coordinating import count_centre
    from retnet_pro.settings import read_settings

    counted = count_centre(open_centre(folder), read_settings().study, system_clock()().wall, box_key)
    click.echo(f"Sites counted anew: {len(counted)}.")


@click.command("reconcile")
@FOLDER
@click.option("--json", "as_json", is_flag=True)
def reconcile(folder: Path, as_json: bool) -> None:
    """Say for every tablet whether each finished questionnaire is stored, set aside or erased, and what waits.

    Ends with 1 when a questionnaire is nowhere, or when a person has to decide something.
    """
    from retnet_pro.app.senses import system_clock
    from retnet_pro.centre.disputes import disputes
    from retnet_pro.centre.folder import open_centre
    from retnet_pro.centre.gate_ledger import Stage
    from retnet_pro.centre.overview import read_overview
    from retnet_pro.centre.store import Store

    with closing(Store(open_centre(folder).database)) as store:
        overview = read_overview(store, system_clock()().wall)
        with store.reading() as ledger:
            disputed, aside, open_ones = disputes(ledger), ledger.aside(), ledger.not_taken_in()
    undecided = sum(n for stuck in open_ones.values() for code, n in stuck.items() if code != Stage.ADMITTED)
    if as_json:
        click.echo(json.dumps(_facts(overview, open_ones, aside, disputed), indent=2))
    else:
        for line in _lines(overview, open_ones, aside, disputed):
            click.echo(line)
    is_waiting = any(one.decided is None for one in disputed)
    sys.exit(1 if overview.difference or undecided or is_waiting or aside else 0)


@click.command("lost")
@FOLDER
@click.option("--device", required=True, help="Id of the tablet.")
@click.option("--json", "as_json", is_flag=True)
def lost(folder: Path, device: str, as_json: bool) -> None:
    """List exactly which records of a lost tablet the centre holds, what cannot be known, and what protects it."""
    from retnet_pro.centre.folder import open_centre
    from retnet_pro.centre.lost import look_for
    from retnet_pro.centre.store import Store
    from retnet_pro.record.event import DeviceId

    with closing(Store(open_centre(folder).database)) as store:
        found = look_for(store, DeviceId(device))
    if as_json:
        click.echo(json.dumps(asdict(found), indent=2))
        return
    for line in _told(found):
        click.echo(line)


@click.command("dashboard")
@FOLDER
@CERTIFICATE
@KEY
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 for all.")
@click.option("--port", type=click.IntRange(1, 65535), default=8444, show_default=True)
def dashboard(folder: Path, certificate: Path, key: Path, host: str, port: int) -> None:
    """Show counts of the whole network on a web page, for visitors with a name and a passphrase; opens nothing."""
    from retnet_pro.cli.dashboard_server import show

    show(folder, certificate=certificate, key=key, host=host, port=port)


@click.group("visitors")
def visitors() -> None:
    """Look after who may look at the web page of a centre."""


@visitors.command("list")
@FOLDER
def list_visitors(folder: Path) -> None:
    """Say who may look, and who might once."""
    from retnet_pro.centre.folder import open_centre
    from retnet_pro.centre.store import Store

    with closing(Store(open_centre(folder).database)) as store, store.reading() as ledger:
        known = ledger.visitors()
    for one in known:
        until = "" if one.removed_at is None else f" until {one.removed_at[:10]}"
        click.echo(f"{one.name:32} since {one.added_at[:10]}{until}")
    if not known:
        click.echo("Nobody may look yet.")


@visitors.command("add")
@FOLDER
@click.argument("name")
def add(folder: Path, name: str) -> None:
    """Let NAME look, and print the passphrase for them; it is shown once and kept nowhere."""
    from retnet_pro.app.senses import system_clock
    from retnet_pro.centre.folder import open_centre
    from retnet_pro.centre.store import Store
    from retnet_pro.centre.visitors import add_visitor

    with closing(Store(open_centre(folder).database)) as store:
        passphrase = add_visitor(store, name, system_clock()().at, secrets.token_bytes)
    click.echo(f"{name} may look. Passphrase: {passphrase}")


@visitors.command("remove")
@FOLDER
@click.argument("name")
def remove(folder: Path, name: str) -> None:
    """Let NAME no longer look, from this moment on."""
    from retnet_pro.app.senses import system_clock
    from retnet_pro.centre.folder import open_centre
    from retnet_pro.centre.store import Store
    from retnet_pro.centre.visitors import remove_visitor

    with closing(Store(open_centre(folder).database)) as store:
        remove_visitor(store, name, system_clock()().at)
    click.echo(f"{name} may no longer look.")


_PROTECTED = {
    "system": "the keystore of the tablet's operating system holds the second half",
    "file": "a file on the tablet holds the second half, so that only the disk's own encryption protects it",
}


def _told(lost: "LostTablet") -> Iterator[str]:
    """Yield what is known of a lost tablet, for a person who has to report it."""
    closed = "STILL OPEN: close it with 'retnet-pro centre revoke'" if lost.closed_at is None else lost.closed_at[:10]
    yield f"Tablet {lost.dev} of site {lost.site}, enrolled {lost.enrolled_at[:10]}. Closed: {closed}."
    if lost.left_at is not None:
        yield f"Its site closed it at {lost.left_at}: it goes to {lost.left_to}. Nothing was recorded on it after that."
        yield from leaving_lines(lost.missing)
    if (now := lost.moved_to) is not None:
        yield f"It moved to site {now.site} and is {now.dev} there, since {now.at[:10]} ({now.by}: {now.why})."
        yield from missing_lines(lost.dev, now)
    if (before := lost.came_from) is not None:
        yield f"It came from site {before.site}, where it was {before.dev}, on {before.at[:10]}."
    yield f"Last bundle here: {lost.holds.heard_at or 'never'}."
    yield f"Last event held: {lost.holds.events}, written {lost.last_event_at or 'never'} by the tablet's clock."
    if lost.waiting:
        yield f"{lost.waiting} bundles of it wait here to be opened: open them first, then ask again."
    yield ""
    yield f"Safe here, {len(lost.records)} questionnaires that were on it:"
    for one in lost.records:
        yield f"  {one.subject:14} {one.visit:24} {one.form:16} {one.finished}  event {one.event} {one.hash[:12]}"
    gone = lost.holds.finished - lost.holds.stored
    if gone:
        yield f"  and {gone} that were set aside or erased by order (see 'retnet-pro centre reconcile')"
    yield ""
    if lost.left_at is None:
        yield "Not known here: whatever was recorded on it after that last event."
        yield "Ask the site who was handed the tablet since then."
    else:
        yield "Its site closed it, and that is held: no answer can have been recorded on it after that."
    if lost.backed_up_at is not None:
        yield f"The site made a copy of its log at {lost.backed_up_at}; 'retnet-pro centre adopt' takes it in."
    yield ""
    people = ", ".join(lost.people) or "nobody the centre has heard of"
    yield "Protection: every answer lies sealed on it. To open one takes the passphrase of one of these accounts:"
    yield f"  {people}"
    yield f"and the tablet itself: {_PROTECTED.get(lost.keystore, 'how it keeps the second half is not known here')}."
    yield "Whether the disk is encrypted as well, only the site can say."


Stuck = Mapping["DeviceId", Mapping[str, int]]
Aside = Sequence[tuple["DeviceId", "SetAside"]]
Disputed = Sequence["Dispute"]


def _facts(overview: "Overview", stuck: Stuck, aside: Aside, disputed: Disputed) -> dict[str, object]:
    """Return the reconciliation for another program."""
    return {
        "difference": overview.difference,
        "tablets": {
            one.dev: {
                "site": row.site,
                **asdict(one),
                "difference": one.difference,
                **moves_facts(one.dev, overview.moves),
            }
            for row in overview.rows
            for one in row.counts.tablets
        },
        "not_taken_in": {dev: dict(counts) for dev, counts in stuck.items()},
        "set_aside": [{"tablet": dev, "event": one.seq, "why": one.why} for dev, one in aside],
        "disputed": [
            {"visit": one.slot[1], "form": one.slot[2], "decided": one.decided is not None} for one in disputed
        ],
    }


def _lines(overview: "Overview", stuck: Stuck, aside: Aside, disputed: Disputed) -> Iterator[str]:
    """Yield the reconciliation for a person."""
    from retnet_pro.centre.page_words import status

    yield f"{'site':8} {'tablet':20} {'finished':>8} = {'stored':>6} + {'aside':>5} + {'erased':>6}   difference"
    for row in overview.rows:
        for one in row.counts.tablets:
            parts = f"{one.finished:8} = {one.stored:6} + {one.forms_aside:5} + {one.erased:6}   {one.difference:10}"
            yield f"{row.site:8} {one.dev:20} {parts}"
    if not overview.rows:
        yield "No tablet is enrolled yet."
    yield from moved_lines(overview.moves)
    for dev, counts in stuck.items():
        said = ", ".join(f"{count} {status(code)}" for code, count in counts.items())
        yield f"Bundles of {dev} not taken in: {said}."
    for dev, record in aside:
        yield f"Set aside: event {record.seq} of {dev}: {record.why}"
    if closed := sum(one.aside_closed for row in overview.rows for one in row.counts.tablets):
        yield f"Set aside and closed by somebody: {closed} (see 'retnet-pro centre set-aside list --all')."
    for dispute in disputed:
        if dispute.decided is None:
            _, visit, form = dispute.slot
            yield f"More than one response to {form} at {visit} of one participant: somebody must decide."
    if decided := sum(dispute.decided is not None for dispute in disputed):
        yield f"More than one response, and decided by somebody: {decided} (see 'retnet-pro centre disputes --all')."
