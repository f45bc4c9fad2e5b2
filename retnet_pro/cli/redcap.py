"""``retnet-pro centre send-redcap``: put the data of all sites into a REDCap project, after a look at it."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from retnet_pro.cli.bar import bar_of
from retnet_pro.cli.centre import BOX_KEY, FOLDER
from retnet_pro.cli.exporting import AS_OF, SYNTHETIC, centre_data
from retnet_pro.errors import Code, Refusal
from retnet_pro.settings import read_redcap_token

if TYPE_CHECKING:
    from retnet_pro.exchange.redcap_import import Compared


@click.command("send-redcap")
@FOLDER
@click.option("--to", "address", required=True, help="Address of the API, e.g. https://redcap.example/api/")
@click.option(
    "--certificate", type=click.Path(path_type=Path), help="Of the server, where the system does not know it."
)
@click.option("--look", is_flag=True, help="Only say what would change.")
@click.option("--yes", is_flag=True, help="Send without asking, for unattended use.")
@BOX_KEY
@SYNTHETIC
@AS_OF
def send_redcap(
    folder: Path,
    address: str,
    certificate: Path | None,
    look: bool,
    yes: bool,
    box_key: Path | None,
    synthetic: bool,
    as_of: datetime | None,
) -> None:
    """Compare with a REDCap project that has our dictionary, then send what is new or differs.

    The token comes from RETNET_PRO_REDCAP_TOKEN or is asked for; it is never an option.
    """
    from retnet_pro.exchange.redcap_import import compare, send
    from retnet_pro.sync.redcap_server import RedcapServer

    token = read_redcap_token() or str(click.prompt("Token of the REDCap project", hide_input=True))
    server = RedcapServer(address, token, None if certificate is None else _text(certificate))
    with centre_data(folder, box_key, as_of, synthetic=synthetic) as data:
        with bar_of("Participants") as progress:
            found = compare(data, server.post, progress)
        click.echo(_said(found))
        if look or not found.new + found.differing:
            return
        if not yes:
            click.confirm("Send this now?", abort=True)
        with bar_of("Participants") as progress:
            done = send(data, server.post, progress)
    click.echo(f"{done.sent} forms were sent and confirmed.")


def _said(found: "Compared") -> str:
    return (
        f"{found.new} forms are new, {found.differing} differ, {found.alike} are alike. "
        f"{found.withdrawn} values that stand there are blank here and will be taken away. "
        f"{found.unknown} forms there are not known here and are left alone."
    )


def _text(path: Path) -> str:
    try:
        return path.read_text("ascii")
    except FileNotFoundError:
        raise Refusal(Code.FILE_MISSING, path=path) from None
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal(Code.FILE_UNFIT, path=path, wanted="a certificate in PEM") from error
