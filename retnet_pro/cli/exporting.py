"""``retnet-pro centre export | site export-data``: all rows in the format somebody needs, in open files."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from retnet_pro.cli.bar import bar_of
from retnet_pro.cli.centre import BOX_KEY, FOLDER
from retnet_pro.cli.site import PROFILE, passphrase_from
from retnet_pro.settings import read_settings

if TYPE_CHECKING:
    from retnet_pro.centre.datasets import Source
    from retnet_pro.dataset.study_data import StudyData
    from retnet_pro.exchange.writer import Writer

FORMAT = click.option(
    "--format",
    "name",
    default="csv",
    show_default=True,
    help="Name of the format, e.g. sdtm-xpt, adam-csv, redcap, odm, parquet, fhir; another word lists all of them.",
)
OUT = click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="New folder (a zip if it ends so) or file."
)
SYNTHETIC = click.option(
    "--synthetic", is_flag=True, help="For demonstration or training data; every file is marked so."
)

AS_OF = click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Day by which forms are due or missed; else today."
)


@click.command("export")
@FOLDER
@FORMAT
@OUT
@BOX_KEY
@SYNTHETIC
@AS_OF
def centre_export(
    folder: Path, name: str, out: Path, box_key: Path | None, synthetic: bool, as_of: datetime | None
) -> None:
    """Write the data of all sites in open files, for analysis. Nothing is overwritten, nothing is half-written."""
    from retnet_pro.exchange.appearing import demand_free
    from retnet_pro.exchange.formats import writer_of

    writer = writer_of(name)
    demand_free(out)
    with centre_data(folder, box_key, as_of, synthetic=synthetic) as data:
        _write(writer, data, out)


@contextmanager
def centre_data(
    folder: Path, box_key: Path | None, as_of: datetime | None, *, synthetic: bool
) -> Iterator["StudyData"]:
    """Yield the rows of all sites while the database is open."""
    from retnet_pro.app.senses import system_clock
    from retnet_pro.centre.datasets import study_data

    today = system_clock()().wall.date()
    with centre_source(folder, box_key) as source:
        yield study_data(source, as_of.date() if as_of else today, synthetic=synthetic, today=today)


@contextmanager
def centre_source(folder: Path, box_key: Path | None) -> Iterator["Source"]:
    """Yield what the rows of a centre are made with, for as long as its database is open."""
    from retnet_pro.centre.datasets import Source
    from retnet_pro.centre.folder import open_centre
    from retnet_pro.centre.keys import read_identities
    from retnet_pro.centre.store import Store
    from retnet_pro.instrument.library import open_library
    from retnet_pro.record.unseal import Unsealer
    from retnet_pro.study.load import load_study

    settings, place = read_settings(), open_centre(folder)
    with closing(Store(place.database)) as store:
        yield Source(
            store=store,
            unsealer=Unsealer(read_identities(box_key or place.box)),
            study=load_study(settings.study),
            library=open_library(settings.forms, settings.words, None),
            trial=place.trial,
            mode=place.mode,
        )


@click.command("export-data")
@PROFILE
@click.option("--by", required=True, help="Account name of the coordinator.")
@click.option("--passphrase-file", type=click.Path(path_type=Path), help="For unattended use.")
@FORMAT
@OUT
@SYNTHETIC
def site_export(
    profile: Path | None, by: str, passphrase_file: Path | None, name: str, out: Path, synthetic: bool
) -> None:
    """Write this site's own data in open files; who did it, and how many, stands in the record."""
    from retnet_pro.app.opening import doorway_of, open_site
    from retnet_pro.app.senses import system_clock
    from retnet_pro.conduct.taking_out import take_out
    from retnet_pro.exchange.appearing import demand_free
    from retnet_pro.exchange.formats import writer_of

    writer = writer_of(name)
    demand_free(out)
    opened = open_site(read_settings(profile), system_clock())
    with opened.log:
        door = doorway_of(opened)
        desk = door.login(by, passphrase_from(passphrase_file, f"Passphrase of {by}", confirm=False))
        _write(writer, take_out(desk, name, synthetic=synthetic), out)


def _write(writer: "Writer", data: "StudyData", out: Path) -> None:
    """Write with a bar where somebody watches. Ctrl-C ends it, and nothing is left behind."""
    from retnet_pro.dataset.leaving_words import withheld_said

    with bar_of("Participants") as progress:
        made = writer(data, out, progress)
    for one in made.files:
        click.echo(f"{one.sha256}  {one.name}  {one.rows} rows")
    for what in (*made.left_out, *map(withheld_said, data.codebook.withheld)):
        click.echo(f"Not in it: {what}")
    click.echo(f"{made.participants} participants with {made.forms} forms in {made.out}.")
