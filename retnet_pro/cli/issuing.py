"""``retnet-pro centre sign-pack | sign-staff | recover | revoke``: what the centre decides for its tablets, signed."""

from datetime import timedelta
from pathlib import Path

import click

from retnet_pro.cli.centre import BOX_KEY, FOLDER
from retnet_pro.errors import Code, Refusal

BY = click.option("--by", required=True, help="Who at the centre does this; kept in its record.")
REASON = click.option("--reason", required=True, help="Why; kept in the centre's record.")
DAYS = click.option("--days", type=click.IntRange(1, 3650), default=365, show_default=True, help="Days to take it in.")


@click.command("sign-pack")
@FOLDER
@click.argument("kind", type=click.Choice(["form", "study"]))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@BY
@REASON
@DAYS
def sign_pack(folder: Path, kind: str, files: tuple[Path, ...], by: str, reason: str, days: int) -> None:
    """Sign a form or a study for all tablets of the trial, and put it at the meeting place; for words: wording pack."""
    from retnet_pro.bundle.packs import PackKind
    from retnet_pro.cli.pack_room import PackRoom

    texts = {path.name: text_of(path) for path in files}
    with PackRoom(folder) as room:
        pack = room.issue_files(PackKind(kind), texts, by=by, why=reason, valid=timedelta(days=days))
    click.echo(f"The {kind} pack {pack.id}, version {pack.version}, is at the meeting place as {pack.sha256}.pack.")


@click.command("sign-staff")
@FOLDER
@click.option("--site", required=True, help="Id of the site.")
@click.option("--remove", "users", multiple=True, required=True, help="Account name; may be given several times.")
@BY
@REASON
@DAYS
def sign_staff(folder: Path, site: str, users: tuple[str, ...], by: str, reason: str, days: int) -> None:
    """Take people's access away on every tablet of a site, and put that at the meeting place."""
    from retnet_pro.cli.pack_room import PackRoom

    with PackRoom(folder) as room:
        pack = room.issue_staff(site, users, by=by, why=reason, valid=timedelta(days=days))
    click.echo(f"The staff pack of site {site}, version {pack.version}, is at the meeting place as {pack.sha256}.pack.")


@click.command("recover")
@FOLDER
@BOX_KEY
@click.option("--device", required=True, help="Device id, as the tablet shows it.")
@click.option("--recipient", required=True, help="The one-time recipient the tablet shows (age1…).")
@click.option("--digits", help="The check digits the site reads out from the tablet; asked for if not given.")
@BY
@REASON
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Also write the pack to this file.")
def recover(
    folder: Path,
    box_key: Path | None,
    device: str,
    recipient: str,
    digits: str | None,
    by: str,
    reason: str,
    out: Path | None,
) -> None:
    """Give a site whose people have all forgotten their passphrases its key back, for one tablet."""
    from retnet_pro.cli.pack_room import PackRoom

    if digits is None:
        digits = click.prompt("Telephone the site, on a number you knew before. Check digits on the tablet")
    if out is not None and out.exists():
        raise Refusal(Code.FILE_EXISTS, path=out)
    with PackRoom(folder) as room:
        pack = room.recover(device, recipient, typed=digits, by=by, why=reason, box=box_key)
    if out is not None:
        out.write_bytes(pack.body)
    click.echo(f"The recovery for {device} is at the meeting place as {pack.sha256}.pack. It is valid for 14 days.")


@click.command("revoke")
@FOLDER
@click.option("--device", required=True, help="Device id.")
@BY
@REASON
def revoke(folder: Path, device: str, by: str, reason: str) -> None:
    """Close a lost, stolen or replaced tablet: what comes from it later is kept apart and not opened."""
    from retnet_pro.cli.pack_room import PackRoom

    with PackRoom(folder) as room:
        closed = room.revoke(device, by=by, why=reason)
    click.echo(f"Tablet {device} is closed since {closed.at}: {closed.why or 'no reason was noted'}.")


def text_of(path: Path) -> str:
    """Return a text file as it is.

    Raises:
        Refusal: `FILE_MISSING`, or `FILE_UNFIT` when it is not UTF-8.
    """
    if not path.exists():
        raise Refusal(Code.FILE_MISSING, path=path)
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refusal(Code.FILE_UNFIT, path=path, wanted="a text file in UTF-8") from error
