"""``retnet-pro site | simulate``: set up a site on this device, look after its people, fill one with synthetic data."""

import sys
from datetime import date
from pathlib import Path

import click

from retnet_pro.conduct.roles import Role
from retnet_pro.errors import Code, Refusal
from retnet_pro.settings import read_settings
from retnet_pro.study.model import Mode

PROFILE = click.option(
    "--profile", type=click.Path(path_type=Path, file_okay=False), help="Folder of the site on this device."
)
ROLE = click.Choice([role.value for role in Role])


def bytes_of(path: Path) -> bytes:
    """Return a signed file that a person named; of a giant only as much as shows that it is too large."""
    from retnet_pro.bundle.naming import PACK_LIMIT

    if not path.is_file():
        raise Refusal(Code.FILE_MISSING, path=path)
    with path.open("rb") as file:
        return file.read(PACK_LIMIT + 1)


def compared(said: str, public: bytes, typed: str | None, path: Path, code: Code = Code.PACK_BROKEN) -> None:
    """Return if the fingerprint that a person typed, from paper or another screen, is that of the key.

    Raises:
        Refusal: the code given, when it is another.
    """
    from retnet_pro.bundle.fingerprint import grouped, is_same, told

    if typed is None:
        click.echo(f"{said} {told(public)}")
        typed = str(click.prompt("Compare, then type the fingerprint from the paper or the other screen"))
    if not is_same(typed, public):
        why = f"it is signed by {grouped(public)}, not by the key on paper"
        raise Refusal(code, path=path, why=why)


def passphrase_from(file: Path | None, prompt: str, *, confirm: bool = True) -> str:
    """Return a passphrase typed twice, or the first line of a file for unattended use."""
    if file is not None:
        if not file.exists():
            raise Refusal(Code.FILE_MISSING, path=file)
        try:
            return file.read_text(encoding="utf-8").splitlines()[0]
        except (UnicodeDecodeError, IndexError) as error:
            raise Refusal(
                Code.FILE_UNFIT, path=file, wanted="a text file with the passphrase on its first line"
            ) from error
    return str(click.prompt(prompt, hide_input=True, confirmation_prompt=confirm))


@click.group()
def site() -> None:
    """Set up and look after the site on this device."""


@site.command("found")
@PROFILE
@click.option("--trust", required=True, type=click.Path(path_type=Path), help="Trust pack of the coordinating centre.")
@click.option("--root", "typed_root", help="Fingerprint of the centre's root key, from paper; asked for if not given.")
@click.option("--site", "site_id", required=True, help="Id of the site, e.g. AB.")
@click.option("--mode", type=click.Choice([mode.value for mode in Mode]), default="training", show_default=True)
@click.option("--user", required=True, help="Account name of the first member of staff.")
@click.option("--name", required=True, help="Name shown at login.")
@click.option("--role", type=ROLE, default=Role.COORDINATOR.value, show_default=True)
@click.option("--passphrase-file", type=click.Path(path_type=Path), help="For unattended set-up.")
def found(
    profile: Path | None,
    trust: Path,
    typed_root: str | None,
    site_id: str,
    mode: str,
    user: str,
    name: str,
    role: str,
    passphrase_file: Path | None,
) -> None:
    """Set up a site on this device from the centre's trust pack."""
    from retnet_pro.app.opening import provision
    from retnet_pro.app.senses import system_clock
    from retnet_pro.bundle.fingerprint import told
    from retnet_pro.bundle.packs import claimed_root, read_trust_pack
    from retnet_pro.conduct.ports import Person

    clock = system_clock()
    untrusted = bytes_of(trust)
    root = claimed_root(untrusted, path=str(trust))
    compared("The trust pack is signed by the root key", root, typed_root, trust)
    pack = read_trust_pack(untrusted, root=root, today=clock().wall.date(), path=str(trust))
    opened = provision(
        read_settings(profile),
        clock,
        pack,
        site=site_id,
        mode=Mode(mode),
        person=Person(user, name, Role(role)),
        passphrase=passphrase_from(passphrase_file, "Passphrase of at least 15 characters"),
    )
    opened.log.close()
    click.echo(f"Site {site_id} is set up as device {opened.founding.device} (secrets in: {opened.founding.keystore}).")
    click.echo(f"Tell the centre this fingerprint: {told(opened.founding.public)}")


@site.command("confirm-form")
@PROFILE
@click.option("--by", required=True, help="Account name of the coordinator.")
@click.argument("form")
def confirm_form(profile: Path | None, by: str, form: str) -> None:
    """Confirm the uncertain parts of a form, after comparing them with the licensed scoring sheet."""
    from retnet_pro.app.opening import doorway_of, open_site
    from retnet_pro.app.senses import system_clock
    from retnet_pro.conduct.roles import Right, demand
    from retnet_pro.instrument.model import InstrumentId

    opened = open_site(read_settings(profile), system_clock())
    with opened.log:
        door = doorway_of(opened)
        desk = door.login(by, click.prompt(f"Passphrase of {by}", hide_input=True))
        demand(desk.person.role, Right.CONFIRM_FORMS)
        instrument = desk.library.instrument(InstrumentId(form))
        if not instrument.to_confirm:
            click.echo(f"There is nothing uncertain in {form}; nothing was recorded.")
            return
        for statement in instrument.to_confirm:
            click.confirm(f"{statement}\nCompared with the licensed sheet and correct?", abort=True)
        desk.confirm_form(instrument.id)
    click.echo(f"Recorded: {by} confirmed {len(instrument.to_confirm)} statements about {form}.")


@click.command()
@click.option("--participants", type=click.IntRange(1), default=180, show_default=True)
@click.option("--months", type=click.IntRange(1), default=24, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Folder of the new site; empty or new.")
@click.option("--start", type=click.DateTime(["%Y-%m-%d"]), help="First enrolment; else so that the trial ends today.")
@click.option(
    "--power", is_flag=True, help="Make no site: tell what the seed design can find, and under which assumptions."
)
@click.option(
    "--replicates", type=click.IntRange(100), default=2000, show_default=True, help="With --power: trials played."
)
def simulate(
    participants: int, months: int, seed: int, out: Path | None, start: date | None, power: bool, replicates: int
) -> None:
    """Make a site with a RETNET-shaped synthetic trial, item by item, through the same use cases a person triggers."""
    if power:
        from retnet_pro.cli.design_check import check_design

        click.echo(check_design(seed, replicates))
        sys.exit(0)
    if out is None:
        raise click.UsageError("Missing option '--out'.")
    from retnet_pro.cli.synthetic import make_trial

    report = make_trial(out, participants=participants, months=months, seed=seed, start=start)
    click.echo(report.in_words())
    sys.exit(0)
