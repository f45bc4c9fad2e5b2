"""``retnet-pro site road``: over which network address this device reaches the centre, if any."""

from pathlib import Path

import click

from retnet_pro.cli.backups import PASSPHRASE, demand_person
from retnet_pro.cli.site import PROFILE, bytes_of
from retnet_pro.conduct.road import Road
from retnet_pro.settings import read_settings


@click.command("road")
@PROFILE
@click.option("--centre", "address", help="Address of the centre's server, e.g. https://centre.example:8443.")
@click.option("--certificate", type=click.Path(path_type=Path), help="Certificate to believe there (PEM), as a file.")
@click.option("--none", "by_hand", is_flag=True, help="Use no network: bundles travel by folder or stick.")
@click.option("--by", help="Account name of the coordinator.")
@PASSPHRASE
def road(
    profile: Path | None,
    address: str | None,
    certificate: Path | None,
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

    if (address is None) != (certificate is None) or (by_hand and address is not None):
        raise click.UsageError("Give --centre and --certificate together, or --none.")
    opened = open_site(read_settings(profile), system_clock())
    with opened.log:
        if address is not None and certificate is not None:
            wanted = Road(address=address, certificate=bytes_of(certificate).decode("ascii", "replace"))
            open_road(wanted, opened.founding.public)
            person = demand_person(opened, by or click.prompt("Account name"), passphrase_file)
            set_road(opened.pen, lambda kept: keep_road(opened.log, kept), wanted, by=person)
        elif by_hand:
            person = demand_person(opened, by or click.prompt("Account name"), passphrase_file)
            set_road(opened.pen, lambda kept: keep_road(opened.log, kept), None, by=person)
        click.echo(in_words(read_road(opened.log)))


def in_words(road: Road | None) -> str:
    """Say which road is set."""
    if road is None:
        return "No road over the network is set: bundles travel by folder or stick."
    return f"The centre is at {road.address}; SHA-256 of the certificate file believed there: {road.sha256}"
