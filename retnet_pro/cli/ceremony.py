"""``retnet-pro centre ceremony | renew-trust``: the centre's keys, made and renewed in front of two people."""

import shutil
from datetime import datetime
from pathlib import Path

import click

from retnet_pro.cli.centre import FOLDER
from retnet_pro.errors import Code, Refusal
from retnet_pro.study.model import Mode

DAY = click.DateTime(["%Y-%m-%d"])
_OFFLINE = "This machine has no network, and nobody can look over our shoulders."
_COMPARED = "The second person read the fingerprints from the screen, and they are those read out here."


@click.command("ceremony")
@FOLDER
@click.option("--trial", required=True, help="Id of the trial.")
@click.option("--id", "centre_id", required=True, help="Id of the centre.")
@click.option("--mode", type=click.Choice([mode.value for mode in Mode]), default="study", show_default=True)
@click.option("--expires", type=DAY, help="Last day of the first trust pack; else in five years.")
@click.option("--person", "persons", multiple=True, help="Name of a person present; give it twice, or be asked.")
@click.option("--rehearsal", is_flag=True, help="Ask nothing; the minutes say that it was a rehearsal.")
def ceremony(
    folder: Path,
    trial: str,
    centre_id: str,
    mode: str,
    expires: datetime | None,
    persons: tuple[str, ...],
    rehearsal: bool,
) -> None:
    """Make the keys of a new centre, try them, and print the minutes. Two people, one machine without a network."""
    import secrets

    from retnet_pro.app.senses import system_clock
    from retnet_pro.centre.ceremony import demand_two, make_apart, try_keys
    from retnet_pro.centre.folder import Founded
    from retnet_pro.cli.coordinating import last_day
    from retnet_pro.cli.minute_writer import public_of, write_papers

    now = system_clock()().wall
    _step(1, "Who is here")
    if not rehearsal:
        _agreed(_OFFLINE)
    names = demand_two(persons or (click.prompt("Name of the first person"), click.prompt("Name of the second person")))
    last = expires.date() if expires else last_day(now.date())
    founded = Founded(trial=trial, centre=centre_id, mode=Mode(mode), issued=now.date(), expires=last)
    _step(2, "Making the keys")
    made = make_apart(folder, founded, chance=secrets.token_bytes)
    try:
        public = public_of(folder)
        for one in public:
            click.echo(f"{one.title}:\n  {one.text}")
        if not rehearsal:
            _agreed(_COMPARED)
        _step(3, "Trying the keys")
        tried = try_keys(folder, now.date())
        for line in tried:
            click.echo(f"  {line}")
        _step(4, "Writing the minutes")
        confirmed = () if rehearsal else (_OFFLINE, _COMPARED)
        write_papers(folder, founded, now, names, confirmed, tried)
    except BaseException:
        shutil.rmtree(folder)  # keys that nobody vouches for must not lie about
        raise
    click.echo(f"The server's folder is {made.folder}. Give {made.trust_pack} to the sites.")
    click.echo(f"Print {folder / 'minutes.pdf'} and the sheet in each envelope; sign the minutes; seal the envelopes.")
    click.echo("Then carry the two envelopes to two places, and leave no copy of them on this machine.")


@click.command("renew-trust")
@FOLDER
@click.option("--root-key", required=True, type=click.Path(path_type=Path), help="root.key from one of the envelopes.")
@click.option("--expires", type=DAY, help="Last day of the new trust pack; else in five years.")
@click.option("--new-online", is_flag=True, help="Make a new online key; the server signs with it from now on.")
@click.option(
    "--new-box", multiple=True, type=click.Path(path_type=Path, file_okay=False),
    help="Make a new box key and put it on top of the old ones in this folder; give each envelope.",
)  # fmt: skip
def renew_trust(
    folder: Path, root_key: Path, expires: datetime | None, new_online: bool, new_box: tuple[Path, ...]
) -> None:
    """Sign the next version of the trust pack with the root key."""
    import secrets

    from retnet_pro.app.senses import system_clock
    from retnet_pro.bundle.fingerprint import told
    from retnet_pro.centre.folder import open_centre
    from retnet_pro.centre.keys import read_signing_key
    from retnet_pro.centre.renewal import renew
    from retnet_pro.cli.coordinating import last_day

    today = system_clock()().wall.date()
    centre, trust = renew(
        open_centre(folder),
        read_signing_key(root_key),
        root_path=root_key,
        issued=today,
        expires=expires.date() if expires else last_day(today),
        new_online=new_online,
        new_box=new_box,
        chance=secrets.token_bytes,
    )
    click.echo(f"The trust pack of version {trust.version} is in {centre.trust_pack}, valid to {trust.expires}.")
    if new_online:
        click.echo(f"Fingerprint of the new online key: {told(trust.online)}")
    if new_box:
        click.echo(f"Everything is sealed to {trust.recipient} from now on; the older box keys open what was before.")
    click.echo("The next 'retnet-pro centre take-in' puts it at the meeting place. Put the root key back offline.")


def _step(number: int, title: str) -> None:
    click.echo(f"\nStep {number} of 4: {title}")


def _agreed(statement: str) -> None:
    if not click.confirm(f"{statement} Is that so?"):
        raise Refusal(Code.CEREMONY_STOPPED, why="a question was answered with no")
