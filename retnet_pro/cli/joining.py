"""``retnet-pro site join | let-in``: a second tablet for a site that works already."""

from pathlib import Path

import click

from retnet_pro.cli.site import PROFILE, ROLE, bytes_of, compared, passphrase_from
from retnet_pro.conduct.roles import Role
from retnet_pro.errors import Code, Refusal
from retnet_pro.settings import read_settings


@click.command("join")
@PROFILE
@click.option("--trust", type=click.Path(path_type=Path), help="To begin: trust pack of the coordinating centre.")
@click.option("--root", "typed_root", help="Fingerprint of the centre's root key, from paper; asked for if not given.")
@click.option("--site", "site_id", help="To begin: id of the site, e.g. AB.")
@click.option("--finish", type=click.Path(path_type=Path), help="To finish: the file that 'site let-in' wrote.")
@click.option("--from", "typed_host", help="Fingerprint that 'site let-in' showed; asked for if not given.")
@click.option("--user", help="To finish: account name of the first member of staff on this tablet.")
@click.option("--name", help="Name shown at login.")
@click.option("--role", type=ROLE, default=Role.COORDINATOR.value, show_default=True)
@click.option("--passphrase-file", type=click.Path(path_type=Path), help="For unattended set-up.")
def join(
    profile: Path | None,
    trust: Path | None,
    typed_root: str | None,
    site_id: str | None,
    finish: Path | None,
    typed_host: str | None,
    user: str | None,
    name: str | None,
    role: str,
    passphrase_file: Path | None,
) -> None:
    """Make this tablet the next one of a site: begin with the trust pack, finish with the first tablet's welcome."""
    if (trust is None) == (finish is None):
        raise click.UsageError("Give --trust to begin or --finish to finish.")
    if trust is not None:
        if site_id is None:
            raise click.UsageError("To begin, give --site as well.")
        _begin(profile, trust, typed_root, site_id)
    elif finish is not None:
        if user is None or name is None:
            raise click.UsageError("To finish, give --user and --name as well.")
        _finish(profile, finish, typed_host, (user, name, role), passphrase_file)


@click.command("let-in")
@PROFILE
@click.option("--by", required=True, help="Account name of the coordinator or administrator.")
@click.option("--device", required=True, help="Device id that the new tablet shows.")
@click.option("--recipient", required=True, help="The one-time recipient that the new tablet shows (age1…).")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The welcome to write.")
@click.option("--passphrase-file", type=click.Path(path_type=Path), help="For unattended use.")
def let_in(profile: Path | None, by: str, device: str, recipient: str, out: Path, passphrase_file: Path | None) -> None:
    """Let a second tablet into this site: seal the site's key to what the new tablet shows."""
    from retnet_pro.app.opening import doorway_of, open_site
    from retnet_pro.app.senses import system_clock
    from retnet_pro.bundle.fingerprint import spoken, told
    from retnet_pro.conduct import joining

    if out.exists():
        raise Refusal(Code.FILE_EXISTS, path=out)
    opened = open_site(read_settings(profile), system_clock())
    with opened.log:
        door = doorway_of(opened)
        passphrase = passphrase_from(passphrase_file, f"Passphrase of {by}", confirm=False)
        desk = door.login(by, passphrase)
        click.echo(f"Check digits of the new tablet: {spoken(device, recipient)}")
        if passphrase_file is None:
            click.confirm("Does the new tablet show the same?", abort=True)
        identities = opened.slots.unlock(by, passphrase, opened.pen.clock())
        welcome = joining.let_in(
            opened.pen, opened.founding, desk.person, identities, device=device, recipient=recipient
        )
        out.write_bytes(welcome)
        desk.leave()
    click.echo(f"The welcome for {device} is in {out}. On the new tablet, finish with 'retnet-pro site join'.")
    click.echo(f"There, type this fingerprint of this tablet: {told(opened.founding.public)}")


def _begin(profile: Path | None, trust: Path, typed_root: str | None, site_id: str) -> None:
    from retnet_pro.app.joining import begin_join
    from retnet_pro.app.senses import system_clock
    from retnet_pro.bundle.fingerprint import spoken, told
    from retnet_pro.bundle.packs import claimed_root, read_trust_pack

    untrusted = bytes_of(trust)
    root = claimed_root(untrusted, path=str(trust))
    compared("The trust pack is signed by the root key", root, typed_root, trust)
    read_trust_pack(untrusted, root=root, today=system_clock()().wall.date(), path=str(trust))
    begun = begin_join(read_settings(profile), untrusted, root, site=site_id)
    waiting = begun.waiting
    click.echo(f"This tablet asks to join site {waiting.site} as device {waiting.device}.")
    click.echo(f"Recipient: {waiting.recipient}")
    click.echo(f"Check digits: {spoken(waiting.device, waiting.recipient)}")
    click.echo(f"Tell the centre this fingerprint: {told(begun.public)}")


def _finish(
    profile: Path | None, finish: Path, typed_host: str | None, person: tuple[str, str, str], phrase: Path | None
) -> None:
    from retnet_pro.app.joining import finish_join
    from retnet_pro.app.senses import system_clock
    from retnet_pro.bundle.welcome import claimed_host
    from retnet_pro.conduct.ports import Person

    untrusted = bytes_of(finish)
    host = claimed_host(untrusted, path=str(finish))
    compared("The welcome is signed by the tablet", host, typed_host, finish, Code.WELCOME_BROKEN)
    user, name, role = person
    opened = finish_join(
        read_settings(profile),
        system_clock(),
        untrusted,
        host=host,
        person=Person(user, name, Role(role)),
        passphrase=passphrase_from(phrase, "Passphrase of at least 15 characters"),
        path=str(finish),
    )
    opened.log.close()
    founding = opened.founding
    click.echo(f"This tablet belongs to site {founding.site} as device {founding.device}; {name} can log in.")
