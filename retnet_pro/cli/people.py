"""``retnet-pro site add-person | remove-person | new-passphrase | rotate-key | access``: who may come in here."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from retnet_pro.cli.site import PROFILE, ROLE, passphrase_from
from retnet_pro.conduct.roles import Role
from retnet_pro.settings import read_settings

if TYPE_CHECKING:
    from retnet_pro.conduct.access import Access
    from retnet_pro.conduct.desk import Desk
    from retnet_pro.conduct.ports import Slots

BY = click.option("--by", required=True, help="Account name of the person who does this.")
BY_FILE = click.option(
    "--by-passphrase-file", "by_file", type=click.Path(path_type=Path), help="Their passphrase, for unattended use."
)
NEW_FILE = click.option(
    "--passphrase-file", "new_file", type=click.Path(path_type=Path), help="The new passphrase, for unattended use."
)


@dataclass(frozen=True, slots=True, repr=False)
class _AtDesk:
    desk: "Desk"
    slots: "Slots"
    own: str


@contextmanager
def _desk_of(profile: Path | None, by: str, by_file: Path | None) -> Iterator[_AtDesk]:
    """Log a person in, and out again at the end."""
    from retnet_pro.app.opening import doorway_of, open_site
    from retnet_pro.app.senses import system_clock

    opened = open_site(read_settings(profile), system_clock())
    with opened.log:
        door = doorway_of(opened)
        own = passphrase_from(by_file, "") if by_file else str(click.prompt(f"Passphrase of {by}", hide_input=True))
        desk = door.login(by, own)
        yield _AtDesk(desk, opened.slots, own)
        desk.leave()


@click.command("add-person")
@PROFILE
@BY
@BY_FILE
@click.option("--user", required=True, help="Account name; never changed and never given again.")
@click.option("--name", required=True, help="Name shown at login.")
@click.option("--role", type=ROLE, required=True)
@NEW_FILE
def add_person(
    profile: Path | None, by: str, by_file: Path | None, user: str, name: str, role: str, new_file: Path | None
) -> None:
    """Give a person an account on this device."""
    from retnet_pro.conduct import team
    from retnet_pro.conduct.ports import Person

    with _desk_of(profile, by, by_file) as at:
        new = passphrase_from(new_file, f"New passphrase of {user}")
        team.let_in(at.desk, at.slots, Person(user, name, Role(role)), new, own=at.own)
    click.echo(f"{name} can log in on this device now.")


@click.command("remove-person")
@PROFILE
@BY
@BY_FILE
@click.option("--user", required=True)
def remove_person(profile: Path | None, by: str, by_file: Path | None, user: str) -> None:
    """Take a person's access to this device away."""
    from retnet_pro.conduct import team

    with _desk_of(profile, by, by_file) as at:
        team.remove(at.desk, at.slots, user)
    click.echo(f"{user} can no longer log in on this device.")
    click.echo("They may have kept the key of this site: change it with 'retnet-pro site rotate-key'.")


@click.command("new-passphrase")
@PROFILE
@BY
@BY_FILE
@click.option("--user", help="A colleague who forgot theirs; without it, the person's own is changed.")
@NEW_FILE
def new_passphrase(
    profile: Path | None, by: str, by_file: Path | None, user: str | None, new_file: Path | None
) -> None:
    """Change one's own passphrase, or give a new one to a colleague."""
    from retnet_pro.conduct import team

    with _desk_of(profile, by, by_file) as at:
        new = passphrase_from(new_file, f"New passphrase of {user or by}")
        if user is None:
            team.change_passphrase(at.desk, at.slots, at.own, new)
        else:
            team.give_passphrase(at.desk, at.slots, user, new, own=at.own)
    click.echo(f"{user or by} has a new passphrase.")


@click.command("rotate-key")
@PROFILE
@BY
@BY_FILE
def rotate_key(profile: Path | None, by: str, by_file: Path | None) -> None:
    """Put a new key of the site in force; everybody who stays gets it at their next login."""
    from retnet_pro.conduct import team

    with _desk_of(profile, by, by_file) as at:
        team.change_key(at.desk, at.slots)
    click.echo("The key was changed. What was written before stays under the old one.")


@click.command("access")
@PROFILE
@BY
@BY_FILE
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M"]), help="Only who could come in at this moment."
)
@click.option("--json", "as_json", is_flag=True, help="As data.")
def access(profile: Path | None, by: str, by_file: Path | None, on: datetime | None, as_json: bool) -> None:
    """List who had which right on this device from when to when, and by whom."""
    from retnet_pro.conduct.access import access_list

    with _desk_of(profile, by, by_file) as at:
        moment = None if on is None else on.astimezone()
        listed = [one for one in access_list(at.desk) if moment is None or one.was_open(moment)]
    if as_json:
        click.echo(json.dumps([_plain(one) for one in listed], indent=2))
        return
    for one in listed:
        until = f"until {one.until} by {one.ended_by}" if one.until else "can log in"
        click.echo(f"{one.user}  {one.role.value}  from {one.since} by {one.given_by}  {until}")


def _plain(one: "Access") -> dict[str, Any]:
    return {
        "user": one.user,
        "role": one.role.value,
        "rights": [right.value for right in one.rights],
        "from": one.since,
        "given_by": one.given_by,
        "until": one.until,
        "ended_by": one.ended_by,
        "passphrase_renewed": one.renewed,
        "passphrase_renewed_by": one.renewed_by,
    }


PEOPLE: tuple[click.Command, ...] = (add_person, remove_person, new_passphrase, rotate_key, access)
"""The commands of this module, for the group ``site``."""
