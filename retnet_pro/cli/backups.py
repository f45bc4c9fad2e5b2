"""``retnet-pro site backup | backups``: copies of this device's log in a second place."""

import json
import re
import sys
from pathlib import Path

import click

from retnet_pro.app.keeping import Keeper
from retnet_pro.app.opening import OpenSite, open_site
from retnet_pro.app.senses import system_clock
from retnet_pro.cli.site import PROFILE, passphrase_from
from retnet_pro.conduct.backup import EVERY_H, Backup, backups
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.ports import Person
from retnet_pro.settings import read_settings
from retnet_pro.vault.backup import read_plan

LONGEST_H = 7 * 24
PASSPHRASE = click.option(
    "--passphrase-file", type=click.Path(path_type=Path), help="For unattended use; else the passphrase is asked for."
)


class _Hours(click.ParamType[int]):
    """A span such as ``24h``."""

    name = "hours"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        found = re.fullmatch(r"([0-9]{1,3})h", str(value)) if not isinstance(value, int) else None
        hours = value if isinstance(value, int) else int(found[1]) if found else 0
        if not 1 <= hours <= LONGEST_H:
            self.fail(f"write whole hours from 1h to {LONGEST_H}h, e.g. {EVERY_H}h", param, ctx)
        return hours


@click.command("backup")
@PROFILE
@click.option("--to", "place", type=click.Path(path_type=Path, file_okay=False), help="Where copies go from now on.")
@click.option("--every", "every_h", type=_Hours(), default=EVERY_H, show_default="24h", help="Schedule, with --to.")
@click.option("--by", help="Account name of the person who asks; without it the scheduled backup is made if it is due.")
@PASSPHRASE
def backup(
    profile: Path | None, place: Path | None, every_h: int, by: str | None, passphrase_file: Path | None
) -> None:
    """Copy the site's log to a second place, read the copy back, and write that down."""
    opened = open_site(read_settings(profile), system_clock())
    with opened.log:
        keeper = Keeper(opened)
        if by is None and place is None:
            made = at_once(keeper.back_up_if_due())
            click.echo(in_words(made) if made else _why_not(keeper))
            return
        person = demand_person(opened, by or click.prompt("Account name"), passphrase_file)
        journey = keeper.back_up(person) if place is None else keeper.set_place(person, place, every_h)
        click.echo(in_words(at_once(journey)))


@click.command("backups")
@PROFILE
@click.option("--json", "as_json", is_flag=True)
def list_backups(profile: Path | None, as_json: bool) -> None:
    """List the backups of this device, newest last, and which copies are still in their place."""
    opened = open_site(read_settings(profile), system_clock())
    with opened.log:
        plan = read_plan(opened.log)
        made = backups(opened.log, opened.founding.public)
    rows = [
        {
            "at": one.at,
            "by": one.who,
            "copy": one.copied.name,
            "events": one.copied.head.seq,
            "size": one.copied.size,
            "sha256": one.copied.sha256,
            "place": one.copied.place.value,
            "is_there": plan is not None and (plan.place / one.copied.name).is_file(),
        }
        for one in made
    ]
    if as_json:
        click.echo(json.dumps(rows, indent=2))
        sys.exit(0)
    for one, row in zip(made, rows, strict=True):
        click.echo(f"{one.at}  {in_words(one)}{'' if row['is_there'] else ' It is no longer in the place set now.'}")
    click.echo(f"{len(rows)} backups." if rows else "No backup was ever made on this device.")


def demand_person(opened: OpenSite, user: str, passphrase_file: Path | None) -> Person:
    """Return the person of this account, once the passphrase has opened their slot.

    Raises:
        Refusal: `WRONG_PASSPHRASE`, `LOGIN_THROTTLED`, `DEVICE_SECRET_MISSING`.
    """
    prompt = f"Passphrase of {user}"
    typed = passphrase_from(passphrase_file, prompt) if passphrase_file else click.prompt(prompt, hide_input=True)
    opened.slots.unlock(user, typed, opened.pen.clock())
    return next(person for person in opened.slots.people() if person.user == user)


def in_words(made: Backup) -> str:
    """Say what a backup holds."""
    copied = made.copied
    return f"{copied.head.seq} events, {copied.size} bytes, read back: {copied.name} ({copied.place.value})."


def _why_not(keeper: Keeper) -> str:
    if keeper.state().plan is None:
        return "No place for backups is set. Set one with: retnet-pro site backup --to FOLDER"
    return "The last backup is recent enough; none was made."
