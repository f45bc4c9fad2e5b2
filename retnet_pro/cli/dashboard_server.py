"""The web page of the centre on the network; reads counts, holds no key."""

import secrets
import time
from collections.abc import Callable
from pathlib import Path

import click
import uvicorn

from retnet_pro.app.senses import system_clock
from retnet_pro.centre.dashboard import About, Dashboard
from retnet_pro.centre.folder import Centre, open_centre
from retnet_pro.centre.store import Store
from retnet_pro.centre.visitors import Door
from retnet_pro.cli.serving import listening, secure_server

IDLE_S = 1800.0
"""After half an hour without a look a visitor comes in anew. Choice of this project."""


def make_dashboard_server(
    centre: Centre, store: Store, *, certificate: Path, key: Path, note: Callable[[str], None]
) -> uvicorn.Server:
    """Return a server that is not running yet.

    Raises:
        Refusal: `FILE_MISSING` or `FILE_UNFIT`, when certificate and key cannot be used.
    """
    door = Door(store, secrets.token_bytes, time.monotonic, idle_s=IDLE_S)
    about = About(trial=centre.trial, centre=centre.id, mode=centre.mode)
    dashboard = Dashboard(store, about, door, system_clock(), time.monotonic, note)
    return secure_server(dashboard.app(), certificate=certificate, key=key)


def show(folder: Path, *, certificate: Path, key: Path, host: str, port: int) -> None:
    """Show the web page until somebody stops this program.

    Raises:
        Refusal: see `make_dashboard_server`; `FILE_MISSING`, when there is no centre in the folder.
        WorldFault: `TRANSPORT_UNREACHABLE`, when this address cannot be listened on.
    """
    place = open_centre(folder)
    clock = system_clock()
    store = Store(place.database)
    try:
        server = make_dashboard_server(
            place, store, certificate=certificate, key=key,
            note=lambda line: click.echo(f"{clock().at} {line}", err=True),
        )  # fmt: skip
        with listening(host, port) as bound:
            click.echo(f"The page of the centre {place.id} is at https://{host}:{port}/; stop with Ctrl-C.", err=True)
            server.run(sockets=[bound])
    finally:
        store.close()
