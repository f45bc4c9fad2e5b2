"""``retnet-pro centre``: the coordinating centre in a folder."""

import json
from pathlib import Path

import click

from retnet_pro.study.model import Mode

FOLDER = click.argument("folder", type=click.Path(path_type=Path, file_okay=False))

BOX_KEY = click.option(
    "--box-key", type=click.Path(path_type=Path, dir_okay=False),
    help="box.key, where it is not in the centre's own folder; after a ceremony it is in an envelope.",
)  # fmt: skip

AS_JSON = click.option("--json", "as_json", is_flag=True)


@click.group()
def centre() -> None:
    """Run a coordinating centre: make its keys, enrol tablets, take in bundles, sign receipts and packs."""


@centre.command("found")
@FOLDER
@click.option("--trial", required=True, help="Id of the trial.")
@click.option("--id", "centre_id", required=True, help="Id of the centre.")
@click.option("--mode", type=click.Choice([mode.value for mode in Mode]), default="training", show_default=True)
def found(folder: Path, trial: str, centre_id: str, mode: str) -> None:
    """Make a centre for a demonstration or for training, all keys in one place; for a study there is 'ceremony'."""
    from retnet_pro.app.senses import system_clock
    from retnet_pro.bundle.fingerprint import told
    from retnet_pro.cli.coordinating import found_centre

    today = system_clock()().wall.date()
    made = found_centre(folder, trial=trial, centre=centre_id, mode=Mode(mode), today=today)
    click.echo(f"The centre {centre_id} is in {folder}. Give {made.trust_pack} to the sites.")
    click.echo(f"Print this fingerprint of the root key for them: {told(made.root)}")
    click.echo(f"Move {folder / 'keys' / 'root.key'} to a place without a network.")


@centre.command("enrol")
@FOLDER
@click.option("--device", required=True, help="Device id, as the tablet shows it.")
@click.option("--site", required=True)
@click.option("--fingerprint", required=True, help="Fingerprint of the tablet, as the site read it to you.")
def enrol(folder: Path, device: str, site: str, fingerprint: str) -> None:
    """Enrol a tablet that has put a bundle at the meeting place, or tried to over the network."""
    from retnet_pro.app.senses import system_clock
    from retnet_pro.bundle.fingerprint import is_same
    from retnet_pro.centre.enrol import applicants
    from retnet_pro.centre.enrol import enrol as enrol_tablet
    from retnet_pro.centre.folder import open_centre
    from retnet_pro.centre.store import Store
    from retnet_pro.centre.waiting import WaitingRoom
    from retnet_pro.errors import Code, Refusal
    from retnet_pro.record.event import DeviceId
    from retnet_pro.sync.folder import FolderTransport

    place = open_centre(folder)
    store = Store(place.database)
    try:
        waiting = applicants(store, FolderTransport(place.drop), WaitingRoom(place.waiting).signers())
        public = next((one.public for one in waiting if is_same(fingerprint, one.public)), None)
        if public is None:
            raise Refusal(Code.DEVICE_UNKNOWN, device=device)
        at = system_clock()().at
        enrol_tablet(store, dev=DeviceId(device), site=site, public=public, typed=fingerprint, at=at)
    finally:
        store.close()
    click.echo(f"Tablet {device} of site {site} is enrolled.")


@centre.command("admit")
@FOLDER
@AS_JSON
def admit(folder: Path, as_json: bool) -> None:
    """Admit the bundles at the meeting place and keep them sealed; put receipts there. Opens nothing, needs no key."""
    from retnet_pro.app.senses import system_clock
    from retnet_pro.centre.folder import open_centre
    from retnet_pro.cli.coordinating import let_in
    from retnet_pro.cli.rounds import admission_facts, say_admissions

    done = let_in(open_centre(folder), system_clock()().wall)
    if as_json:
        click.echo(json.dumps(admission_facts(done), indent=2))
    else:
        say_admissions(done)


@centre.command("open")
@FOLDER
@BOX_KEY
@click.option(
    "--patience",
    type=click.IntRange(0, 86400),
    default=60,
    show_default=True,
    help="Seconds to go on trying when the database breaks off.",
)
@AS_JSON
def open_(folder: Path, box_key: Path | None, patience: int, as_json: bool) -> None:
    """Open what was admitted and sign receipts; put receipts and packs at the meeting place.

    Several may run at the same time where the database is PostgreSQL.
    """
    from retnet_pro.app.senses import system_clock
    from retnet_pro.centre.folder import open_centre
    from retnet_pro.cli.coordinating import count_centre, open_waiting
    from retnet_pro.cli.rounds import opening_facts, patience_of, say_receipts
    from retnet_pro.instrument.library import open_library
    from retnet_pro.settings import read_settings

    settings = read_settings()
    library = open_library(settings.forms, settings.words, None)
    place, now = open_centre(folder), system_clock()().wall
    done = open_waiting(place, library, now, box=box_key, patience=patience_of(patience))
    count_centre(place, settings.study, now, box_key, patience_of(patience))
    if as_json:
        click.echo(json.dumps(opening_facts(done), indent=2))
    else:
        say_receipts(done)


@centre.command("take-in")
@FOLDER
@BOX_KEY
@AS_JSON
def take_in(folder: Path, box_key: Path | None, as_json: bool) -> None:
    """Do 'admit' and 'open', one after the other, where one machine does both."""
    from retnet_pro.app.senses import system_clock
    from retnet_pro.centre.folder import open_centre
    from retnet_pro.cli.coordinating import count_centre, let_in, open_waiting
    from retnet_pro.cli.rounds import admission_facts, opening_facts, say_admissions, say_receipts
    from retnet_pro.instrument.library import open_library
    from retnet_pro.settings import read_settings

    settings = read_settings()
    library = open_library(settings.forms, settings.words, None)
    place, now = open_centre(folder), system_clock()().wall
    came = let_in(place, now)
    opened = open_waiting(place, library, now, box=box_key)
    count_centre(place, settings.study, now, box_key)
    if as_json:
        click.echo(json.dumps({**admission_facts(came), **opening_facts(opened)}, indent=2))
    else:
        say_admissions(came)
        say_receipts(opened)


@centre.command("database")
@FOLDER
@click.option(
    "--use", "url", help="URL of another database, e.g. postgresql://user@server/name; what is here is moved."
)
@click.option("--ask-password", is_flag=True, help="Ask for the password instead of having it in the URL.")
@click.option("--gate-user", help="User of the database server who may let bundles in and see nothing that was opened.")
def database(folder: Path, url: str | None, ask_password: bool, gate_user: str | None) -> None:
    """Say which database the centre uses, or move it to another one. Stop everything else of the centre before."""
    from retnet_pro.cli.databases import describe, let_gate_in, move_to

    if url is not None:
        password = click.prompt("Password", hide_input=True) if ask_password else None
        rows = move_to(folder, url, password)
        click.echo(f"{rows} rows were moved. The database that was used before is unchanged; remove it yourself.")
    if gate_user is not None:
        let_gate_in(folder, gate_user)
        click.echo(f"The user {gate_user} may admit bundles and give receipts, and sees nothing that was opened.")
    click.echo(describe(folder))


SITE = click.option("--site", help="One site only.")


@centre.command("alerts")
@FOLDER
@SITE
@AS_JSON
def alerts(folder: Path, site: str | None, as_json: bool) -> None:
    """List the alerts of the sites: when each was raised, what was done about it, when it was settled. No answers."""
    from retnet_pro.cli.desk_lists import list_alerts

    list_alerts(folder, site, as_json)


@centre.command("signatures")
@FOLDER
@SITE
@AS_JSON
def signatures(folder: Path, site: str | None, as_json: bool) -> None:
    """List the signatures of the sites, and whether each still covers what stands at the centre."""
    from retnet_pro.cli.desk_lists import list_signatures

    list_signatures(folder, site, as_json)


@centre.command("adopt")
@FOLDER
@click.argument("log", type=click.Path(path_type=Path, dir_okay=False))
def adopt(folder: Path, log: Path) -> None:
    """Take in the log file of a device that will send no more, and close that device.

    LOG is a backup, the predecessor file of a restored device, or the site.db from a dead tablet's disk.
    """
    from retnet_pro.app.senses import system_clock
    from retnet_pro.centre.folder import open_centre
    from retnet_pro.cli.coordinating import adopt_log
    from retnet_pro.instrument.library import open_library
    from retnet_pro.settings import read_settings

    settings = read_settings()
    library = open_library(settings.forms, settings.words, None)
    receipt = adopt_log(open_centre(folder), library, log, system_clock()().wall)
    click.echo(f"{receipt.status.value}: the centre holds tablet {receipt.dev} up to event {receipt.upto}.")
    if receipt.set_aside:
        click.echo(f"{len(receipt.set_aside)} records are set aside.")
    click.echo(f"Tablet {receipt.dev} is closed; the receipt for the device restored from it is at the meeting place.")


@centre.command("archive")
@FOLDER
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="New folder.")
@click.option("--keys-kept", type=click.Path(path_type=Path, dir_okay=False), help="Text that says where the keys are.")
def archive(folder: Path, out: Path, keys_kept: Path | None) -> None:
    """Write everything the centre holds, sealed as it came, with what is needed to read it in 25 years."""
    from retnet_pro.cli.archiving import archive_centre
    from retnet_pro.settings import read_settings

    made = archive_centre(folder, out, read_settings(), keys_kept)
    click.echo(f"{made.files} files, {made.size} bytes: {made.bundles} bundles, {made.adopted} adopted logs,")
    click.echo(f"{made.receipts} receipts. Name of this archive (SHA-256 of its manifest): {made.sha256}")
    if keys_kept is None:
        click.echo("It does not say where the private keys are kept: give it a text with --keys-kept.", err=True)


CERTIFICATE = click.option(
    "--certificate", required=True, type=click.Path(path_type=Path, dir_okay=False), help="PEM, with what signed it."
)
KEY = click.option(
    "--key", required=True, type=click.Path(path_type=Path, dir_okay=False), help="Private key of it, PEM."
)


@centre.command("serve")
@FOLDER
@CERTIFICATE
@KEY
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 for all.")
@click.option("--port", type=click.IntRange(1, 65535), default=8443, show_default=True)
def serve(folder: Path, certificate: Path, key: Path, host: str, port: int) -> None:
    """Take bundles in over HTTPS and give receipts and packs to the tablets they are for; opens nothing."""
    from retnet_pro.cli.serving import serve as until_stopped

    until_stopped(folder, certificate=certificate, key=key, host=host, port=port)
