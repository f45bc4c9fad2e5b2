"""``retnet-pro forms``: check, preview and describe form files."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from retnet_pro.cli.bar import bar_of
from retnet_pro.settings import read_settings

if TYPE_CHECKING:
    from retnet_pro.instrument.schema import Kind


@click.group()
def forms() -> None:
    """Look after form, wording and study files."""


@forms.command()
@click.option("--forms", "folder", type=click.Path(path_type=Path), help="Folder of form files.")
@click.option("--words", type=click.Path(path_type=Path), help="Folder of wording files.")
@click.option("--private", type=click.Path(path_type=Path), help="Folder of licensed packs.")
@click.option("--json", "as_json", is_flag=True, help="Findings as JSON.")
def check(folder: Path | None, words: Path | None, private: Path | None, as_json: bool) -> None:
    """Check every form, wording and study file; list all findings with file, line and item."""
    from retnet_pro.study.check import check_all

    settings = read_settings()
    findings = check_all(folder or settings.forms, words or settings.words, private)
    if as_json:
        rows = [{"path": f.path, "line": f.line, "item": f.item, "message": f.message} for f in findings]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            click.echo(str(finding))
        click.echo(f"{len(findings)} findings." if findings else "All files are in order.")
    sys.exit(3 if findings else 0)


@forms.command("check-fhir")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def check_fhir(files: tuple[Path, ...]) -> None:
    """Check FHIR files together: every response against the questionnaire it names, with its version."""
    from retnet_pro.exchange.fhir_check_files import check_files

    with bar_of("Resources") as progress:
        checked = check_files(files, progress)
    for one in checked.found:
        click.echo(str(one))
    click.echo(
        f"Questionnaires: {checked.questionnaires}. Responses: {checked.responses}. Scores: {checked.scores}. "
        + (f"{len(checked.found)} findings." if checked.found else "Everything fits.")
    )
    sys.exit(3 if checked.found else 0)


@forms.command()
@click.argument("form")
@click.option("--language", default="en", show_default=True)
def preview(form: str, language: str) -> None:
    """Show a questionnaire, or a form that staff fill in, as text in one language."""
    from retnet_pro.instrument.clinic_library import open_clinic_library
    from retnet_pro.instrument.clinic_preview import preview_clinic
    from retnet_pro.instrument.library import open_library
    from retnet_pro.instrument.model import InstrumentId
    from retnet_pro.instrument.preview import preview as as_text

    settings = read_settings()
    library = open_library(settings.forms, settings.words, None)
    clinic = open_clinic_library((settings.forms,), (settings.words,))
    if form in clinic.ids():
        by_staff = clinic.form(form)
        click.echo(preview_clinic(by_staff, clinic.words_of(by_staff, language)))
        return
    instrument = library.instrument(InstrumentId(form))
    click.echo(as_text(instrument, library.wording(instrument, language)))


@forms.command()
@click.argument("kind", type=click.Choice(["instrument", "wording", "study", "clinic", "clinic-words"]))
def schema(kind: str) -> None:
    """Print the JSON Schema of a kind of file, so that editors complete and check it."""
    from retnet_pro.instrument.schema import schema as schema_of

    click.echo(json.dumps(schema_of(cast("Kind", kind)), indent=2))
