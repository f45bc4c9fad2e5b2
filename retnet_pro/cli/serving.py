"""``retnet-pro centre serve``: the centre's meeting place over HTTPS, for tablets that have a network."""

import socket
import ssl
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import click
import uvicorn

from retnet_pro.app.senses import system_clock
from retnet_pro.centre.database import Database
from retnet_pro.centre.folder import Centre, open_centre
from retnet_pro.centre.gate_ledger import GateLedger
from retnet_pro.centre.reception import Reception
from retnet_pro.centre.serve import Limits, make_app
from retnet_pro.errors import Code, Refusal, WorldFault
from retnet_pro.sync.folder import FolderTransport

CONNECTIONS = 200
"""At once; the next one is told to come back."""
GOODBYE_S = 30
"""What is under way when the server is stopped has so many seconds to end."""


def make_server(
    centre: Centre,
    store: Database[GateLedger],
    *,
    certificate: Path,
    key: Path,
    limits: Limits,
    note: Callable[[str], None],
) -> uvicorn.Server:
    """Return a server that is not running yet.

    Raises:
        Refusal: `FILE_MISSING` or `FILE_UNFIT`, when certificate and key cannot be used.
    """
    reception = Reception(centre, store, FolderTransport(centre.drop), system_clock())
    app = make_app(reception, limits=limits, seconds=time.monotonic, note=note)
    return secure_server(app, certificate=certificate, key=key)


def secure_server(app: Callable[..., Awaitable[None]], *, certificate: Path, key: Path) -> uvicorn.Server:
    """Return a server of TLS 1.3 for a program; it is not running yet.

    Raises:
        Refusal: `FILE_MISSING` or `FILE_UNFIT`, when certificate and key cannot be used.
    """
    context = _tls(certificate, key)
    return uvicorn.Server(
        uvicorn.Config(
            app,
            ssl_context_factory=lambda _config, _usual: context,
            limit_concurrency=CONNECTIONS,
            timeout_graceful_shutdown=GOODBYE_S,
            http="h11",
            loop="asyncio",
            ws="none",
            lifespan="off",
            proxy_headers=False,
            server_header=False,
            access_log=False,
            log_level="warning",
        )
    )


def serve(folder: Path, *, certificate: Path, key: Path, host: str, port: int) -> None:
    """Serve until somebody stops this program; what is under way then is finished.

    Raises:
        Refusal: see `make_server`; `FILE_MISSING`, when there is no centre in the folder.
        WorldFault: `TRANSPORT_UNREACHABLE`, when this address cannot be listened on.
    """
    place = open_centre(folder)
    clock = system_clock()
    if place.box.exists():
        click.echo(f"{place.box} opens everything the tablets send: take it off a machine with a network.", err=True)
    store = Database(place.database, GateLedger)
    try:
        server = make_server(
            place,
            store,
            certificate=certificate,
            key=key,
            limits=Limits(),
            note=lambda line: click.echo(f"{clock().at} {line}", err=True),
        )
        with listening(host, port) as bound:
            click.echo(f"Serving the centre {place.id} on {host}:{port}; stop with Ctrl-C.", err=True)
            server.run(sockets=[bound])
    finally:
        store.close()


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that is bound to this address.

    Raises:
        WorldFault: `TRANSPORT_UNREACHABLE`.
    """
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise WorldFault(Code.TRANSPORT_UNREACHABLE, place=f"{host}:{port}", why=why) from error


def _tls(certificate: Path, key: Path) -> ssl.SSLContext:
    for path in (certificate, key):
        if not path.is_file():
            raise Refusal(Code.FILE_MISSING, path=path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    try:
        context.load_cert_chain(certificate, key, password="")
    except (ssl.SSLError, ValueError) as error:
        wanted = "a certificate in PEM, and its private key without a passphrase"
        raise Refusal(Code.FILE_UNFIT, path=certificate, wanted=wanted) from error
    return context
