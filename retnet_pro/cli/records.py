"""``retnet-pro score | verify | bundle``: work with records and tables, without windows."""

import json
from pathlib import Path

import click

from retnet_pro.errors import Code, Refusal, Tamper
from retnet_pro.settings import read_settings


@click.command()
@click.option("--form", required=True, help="Which instrument, e.g. qlq-c30.")
@click.option("--variant", help="Scoring variant, where the instrument has several.")
@click.option("-o", "--output", "out", required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.argument("table", type=click.Path(path_type=Path))
def score(form: str, variant: str | None, out: Path, table: Path) -> None:
    """Score a CSV table: one column per item, one row per filled-in form; empty cells are missing answers."""
    from retnet_pro.exchange.score_table import score_table
    from retnet_pro.instrument.library import open_library
    from retnet_pro.instrument.model import InstrumentId
    from retnet_pro.scoring.plan import make_plan

    settings = read_settings()
    instrument = open_library(settings.forms, settings.words, None).instrument(InstrumentId(form))
    report = score_table(make_plan(instrument, variant), instrument, table, out)
    click.echo(f"{report.rows} rows scored into {out}.")


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--identity", type=click.Path(path_type=Path), help="age identity file that opens a bundle.")
@click.option("--json", "as_json", is_flag=True)
def verify(path: Path, identity: Path | None, as_json: bool) -> None:
    """Check a site's log or a bundle from its first to its last event; name the first bad one."""
    path = _file_to_verify(path)
    facts = _verify_bundle(path, identity) if path.suffix == ".age" else _verify_log(path)
    if as_json:
        click.echo(json.dumps(facts, indent=2))
    elif facts["first_bad"] is None:
        click.echo(f"{facts['events']} events hold together, up to {facts['head']} (device {facts['device']}).")
        if facts["erased"]:
            click.echo(f"{facts['erased']} payloads were erased.")
    if facts["first_bad"] is not None:
        raise Tamper(Code.CHAIN_BROKEN, path=path, seq=facts["first_bad"], why=facts["why"])


def _file_to_verify(path: Path) -> Path:
    """Return the file that is meant; the folder of a site stands for its log."""
    if path.is_dir() and (path / "site.db").is_file():
        path = path / "site.db"
    if not path.exists():
        raise Refusal(Code.FILE_MISSING, path=path)
    if path.is_dir() or (path.suffix != ".age" and not _is_sqlite(path)):
        raise Refusal(Code.FILE_UNFIT, path=path, wanted="the log of a site (site.db) or a bundle (.age)")
    return path


def _is_sqlite(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\0"


def _verify_log(path: Path) -> dict[str, object]:
    from retnet_pro.vault.verify import verify_log

    return dict(verify_log(path).facts())


def _verify_bundle(path: Path, identity: Path | None) -> dict[str, object]:
    from retnet_pro.bundle.inspect import inspect_bundle

    return inspect_bundle(path, identity)


@click.group()
def bundle() -> None:
    """Look at bundles."""


@bundle.command("inspect")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--identity", type=click.Path(path_type=Path), required=True, help="The centre's age identity file.")
def inspect(path: Path, identity: Path) -> None:
    """Say what is in a bundle: device, range of events, kinds, whether everything is genuine. No answers."""
    click.echo(json.dumps(_verify_bundle(path, identity), indent=2))
