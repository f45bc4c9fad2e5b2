"""``retnet-pro site take-pack | ask-recovery | recover``: what the centre signed, on this device."""

from pathlib import Path

import click

from retnet_pro.cli.site import PROFILE, bytes_of, passphrase_from
from retnet_pro.conduct.roles import Role
from retnet_pro.settings import read_settings


@click.command("take-pack")
@PROFILE
@click.option("--by", required=True, help="Account name of the coordinator or administrator.")
@click.option("--passphrase-file", type=click.Path(path_type=Path), help="For unattended use.")
@click.argument("pack", type=click.Path(path_type=Path, dir_okay=False))
def take_pack(profile: Path | None, by: str, passphrase_file: Path | None, pack: Path) -> None:
    """Take in a signed pack of the centre: its keys, a form, a wording, the study, or who must leave."""
    from retnet_pro.app.opening import doorway_of, intake_of, open_site
    from retnet_pro.app.senses import system_clock
    from retnet_pro.conduct.packs import take_in

    untrusted = bytes_of(pack)
    opened = open_site(read_settings(profile), system_clock(), for_packs=True)
    with opened.log:
        door = doorway_of(opened)
        desk = door.login(by, passphrase_from(passphrase_file, f"Passphrase of {by}", confirm=False))
        taken = take_in(intake_of(opened), desk.person, untrusted, path=str(pack))
        desk.leave()
    what = f"The {taken.claim.kind} pack {taken.claim.id}, version {taken.claim.version},"
    if not taken.is_new:
        click.echo(f"{what} is in force here already; nothing was changed.")
        return
    click.echo(f"{what} is in force.")
    for user in taken.removed:
        click.echo(f"{user} cannot log in on this device any more.")


@click.command("ask-recovery")
@PROFILE
def ask_recovery(profile: Path | None) -> None:
    """Ask the centre for the site's key, when nobody here knows a passphrase any more."""
    from retnet_pro.app.recovery import ask_recovery as ask
    from retnet_pro.app.senses import system_clock
    from retnet_pro.bundle.fingerprint import told

    asked = ask(read_settings(profile), system_clock())
    click.echo(f"Device: {asked.device}")
    click.echo(f"Recipient: {asked.recipient}")
    click.echo(f"Fingerprint: {told(asked.public)}")
    click.echo(f"Check digits: {asked.digits}")
    click.echo("Send the first two to the coordinating centre; read the check digits out when it telephones you.")


@click.command("recover")
@PROFILE
@click.option("--user", required=True, help="A new account name; names are never given twice.")
@click.option("--name", required=True, help="Name shown at login.")
@click.option("--passphrase-file", type=click.Path(path_type=Path), help="For unattended use.")
@click.argument("pack", type=click.Path(path_type=Path, dir_okay=False))
def recover(profile: Path | None, user: str, name: str, passphrase_file: Path | None, pack: Path) -> None:
    """Take in the centre's recovery, and give a coordinator a new way in."""
    from retnet_pro.app.recovery import take_recovery
    from retnet_pro.app.senses import system_clock
    from retnet_pro.conduct.ports import Person

    untrusted = bytes_of(pack)
    passphrase = passphrase_from(passphrase_file, f"New passphrase of {user}, of at least 15 characters")
    person = Person(user, name, Role.COORDINATOR)
    opened = take_recovery(read_settings(profile), system_clock(), untrusted, person, passphrase, path=str(pack))
    opened.log.close()
    click.echo(f"{name} can log in on this device as coordinator. Look at the list of people next.")
