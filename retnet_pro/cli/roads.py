"""``retnet-pro site road``: over which network address this device reaches the centre, if any."""

from pathlib import Path

import click

from retnet_pro.bundle.fingerprint import fingerprint_of_line, reworded
from retnet_pro.cli.backups import PASSPHRASE, demand_person
from retnet_pro.cli.site import PROFILE, bytes_of
from retnet_pro.conduct.road import Road
from retnet_pro.settings import read_settings
from retnet_pro.vault.login_key import login_key

_FILE = click.Path(path_type=Path)


@click.command("road")
@PROFILE
@click.option("--centre", "address", help="Address of the centre's server, e.g. https://centre.example:8443.")
@click.option("--certificate", type=_FILE, help="Certificate to believe there (PEM), as a file.")
@click.option("--sftp", "drop", help="Address of an SFTP folder, e.g. sftp://site01@drop.example:22/retnet.")
@click.option("--host-key", type=_FILE, help="Public host key to believe there, as a file of one line.")
@click.option(
    "--login-key", "tell_key", is_flag=True, help="Print the line that lets this device in at an SFTP server."
)
@click.option("--none", "by_hand", is_flag=True, help="Use no network: bundles travel by folder or stick.")
@click.option("--by", help="Account name of the coordinator.")
@PASSPHRASE
def road(
    profile: Path | None,
    address: str | None,
    certificate: Path | None,
    drop: str | None,
    host_key: Path | None,
    tell_key: bool,
    by_hand: bool,
    by: str | None,
    passphrase_file: Path | None,
) -> None:
    """Set the road over the network to the centre; without options, tell which one is set."""
    from retnet_pro.app.courier import open_road
    from retnet_pro.app.opening import open_site
    from retnet_pro.app.senses import system_clock
    from retnet_pro.conduct.road import set_road
    from retnet_pro.vault.road import keep_road, read_road

    wanted = _wanted(address, certificate, drop, host_key)
    if (wanted is not None) + by_hand + tell_key > 1:
        raise click.UsageError("Give one of --centre, --sftp, --login-key and --none.")
    opened = open_site(read_settings(profile), system_clock())
    with opened.log:
        if tell_key:
            public = login_key(opened.device.secret).public
            click.echo(f"{public} {opened.founding.device}")
            click.echo(
                f"Fingerprint: {_named(fingerprint_of_line(public))}", err=True
            )  # the line alone goes into a file
            return
        if wanted is not None or by_hand:
            if wanted is not None:
                open_road(wanted, opened)
            person = demand_person(opened, by or click.prompt("Account name"), passphrase_file)
            set_road(opened.pen, lambda kept: keep_road(opened.log, kept), wanted, by=person)
        click.echo(in_words(read_road(opened.log)))


def in_words(road: Road | None) -> str:
    """Say which road is set."""
    if road is None:
        return "No road over the network is set: bundles travel by folder or stick."
    if road.is_sftp:
        said = f"Bundles go to {road.address}; SHA-256 of the host key file believed there: {road.sha256}"
        return f"{said}\nFingerprint of the host key: {_named(road.pinned)}"
    said = f"The centre is at {road.address}; SHA-256 of the certificate file believed there: {road.sha256}"
    return f"{said}\n  in words: {reworded(road.pinned)}"


def _named(name: str) -> str:
    """Return a fingerprint as ``ssh-keygen -l`` prints it, and the words for it."""
    return f"{name}\n  in words: {reworded(name)}"


def _wanted(address: str | None, certificate: Path | None, drop: str | None, host_key: Path | None) -> Road | None:
    """Return the road the options name, if they name one."""
    given = [(where, what) for where, what in ((address, certificate), (drop, host_key)) if where or what]
    if not given:
        return None
    (where, what), *more = given
    if where is None or what is None or more or (where == drop) != where.startswith("sftp://"):
        raise click.UsageError("Give --centre with --certificate, or --sftp with --host-key.")
    return Road(address=where, certificate=bytes_of(what).decode("ascii", "replace"))
