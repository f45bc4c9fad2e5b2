"""``retnet-pro site drill | restore``: is a backup any good, and how a new device goes on from one."""

import json
import secrets
import sys
from pathlib import Path

import click

from retnet_pro.app.backup_key import Look, Opened, look_into, open_with_key, open_with_passphrase
from retnet_pro.app.senses import system_clock
from retnet_pro.cli.backups import PASSPHRASE
from retnet_pro.cli.site import PROFILE, ROLE, passphrase_from
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Role
from retnet_pro.errors import RetnetError, Tamper
from retnet_pro.moment import Clock
from retnet_pro.phrases import sentence
from retnet_pro.settings import read_settings

BACKUP = click.argument("backup", type=click.Path(path_type=Path, dir_okay=False))
KEY = click.option(
    "--identity", type=click.Path(path_type=Path), help="age identity file of the centre or of the site."
)


@click.command("drill")
@PROFILE
@BACKUP
@KEY
@click.option("--by", help="Account name in the backup, on the device that made it; asked for without --identity.")
@PASSPHRASE
@click.option("--json", "as_json", is_flag=True)
@click.option("--report", type=click.Path(path_type=Path, dir_okay=False), help="Keep the report in this file too.")
def drill(
    profile: Path | None,
    backup: Path,
    identity: Path | None,
    by: str | None,
    passphrase_file: Path | None,
    as_json: bool,
    report: Path | None,
) -> None:
    """Play a restore without restoring: verify, open and rebuild everything, compare with the log here, report.

    A drill on the device that made the backup is written down there. Exit code 5 when anything does not fit.
    """
    from retnet_pro.app.drilling import drill as play
    from retnet_pro.app.drilling import write_down
    from retnet_pro.app.opening import close_site, open_site

    settings, clock = read_settings(profile), system_clock()
    with look_into(backup) as look:
        opened = _opened(look, settings.profile, identity, by, passphrase_file, clock)[0]
        made = play(look, opened, clock().at, live=settings.log)
        if made.compared is not None:
            try:
                site = open_site(settings, clock)
                write_down(site.pen, made, by=opened.person)
                close_site(site)
            except RetnetError as error:
                click.echo(f"The drill could not be written down on this device. {sentence(error)}", err=True)
    said = json.dumps(made.facts(), indent=2) if as_json else made.in_words()
    click.echo(said)
    if report is not None:
        report.write_text(said + "\n", encoding="utf-8")
    sys.exit(Tamper.exit_code if made.findings else 0)


@click.command("restore")
@click.option(
    "--profile",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Empty folder for the new device.",
)
@BACKUP
@KEY
@click.option("--by", help="Account name in the backup, when the old device's secret is still here.")
@click.option(
    "--secret-in",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the old site with its secret file; not needed when the system's keystore holds the secret.",
)
@click.option("--user", help="With --identity: account name of the first member of staff.")
@click.option("--name", help="With --identity: name shown at login.")
@click.option("--role", type=ROLE, default=Role.COORDINATOR.value, show_default=True, help="With --identity.")
@PASSPHRASE
def restore(
    profile: Path,
    backup: Path,
    identity: Path | None,
    by: str | None,
    secret_in: Path | None,
    user: str | None,
    name: str | None,
    role: str,
    passphrase_file: Path | None,
) -> None:
    """Make a new device that goes on from a backup. The old device must not be used any more."""
    from retnet_pro.app.opening import close_site
    from retnet_pro.app.restoring import restore as make
    from retnet_pro.bundle.fingerprint import told
    from retnet_pro.vault.backup import backup_name
    from retnet_pro.vault.predecessors import FOLDER

    settings, clock = read_settings(profile), system_clock()
    with look_into(backup) as look:
        opened, passphrase = _opened(look, secret_in or settings.profile, identity, by, passphrase_file, clock)
        person = opened.person
        if person is None:
            new = user or click.prompt("Account name of the first member of staff")
            person = Person(new, name or click.prompt("Name shown at login"), Role(role))
            passphrase = passphrase_from(passphrase_file, "Passphrase of at least 15 characters")
        made = make(settings, clock, look, opened, person=person, passphrase=passphrase)
        close_site(made)
    founding, old = made.founding, look.founding
    kept = profile / FOLDER / backup_name(old.device, look.found.head)
    click.echo(
        f"Site {founding.site} goes on as device {founding.device} (secrets in: {founding.keystore}).\n"
        f"It shows everything of device {old.device} up to event {look.found.head.seq}; that device must not be used"
        f" any more.\n{person.name} can log in; give the others new accounts with 'retnet-pro site add-person'.\n"
        f"Tell the centre this fingerprint: {told(founding.public)}\n"
        f"Give the centre this file, to be taken in with 'retnet-pro centre adopt': {kept}"
    )


def _opened(
    look: Look, secret_in: Path, identity: Path | None, by: str | None, passphrase_file: Path | None, clock: Clock
) -> tuple[Opened, str]:
    """Return what opens the backup, and the passphrase if that was the way."""
    if identity is not None:
        return open_with_key(look, identity), ""
    user = by or click.prompt("Account name in the backup")
    prompt = f"Passphrase of {user}"
    typed = passphrase_from(passphrase_file, prompt) if passphrase_file else click.prompt(prompt, hide_input=True)
    return open_with_passphrase(look, secret_in, user, typed, clock(), secrets.token_bytes), typed
