"""``retnet-pro forms questionnaire``: a form of ours as a FHIR Questionnaire, whose viewer computes the scores."""

import json
from pathlib import Path

import click

from retnet_pro.settings import read_settings


@click.command("questionnaire")
@click.argument("form")
@click.option("--version", help="Version of the form; else the one in use.")
@click.option("--language", help="Take words in this language along; else items have their codes.")
@click.option("--variant", help="Way to score, where the form has several; else its default.")
@click.option("--no-scores", is_flag=True, help="Leave the calculated items out.")
@click.option("--private", type=click.Path(path_type=Path), help="Folder of licensed packs.")
@click.option("-o", "--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="New JSON file.")
def questionnaire(
    form: str,
    version: str | None,
    language: str | None,
    variant: str | None,
    no_scores: bool,
    private: Path | None,
    out: Path,
) -> None:
    """Write a form as a FHIR R4 Questionnaire; scores are calculated items, a courtesy copy of our formulas."""
    from retnet_pro.app.senses import system_clock
    from retnet_pro.exchange.appearing import appearing, demand_free
    from retnet_pro.exchange.fhir_calculated import with_scores
    from retnet_pro.exchange.fhir_codes import codes_of_form
    from retnet_pro.exchange.fhir_questionnaire import make_questionnaire, unsaid_conditions
    from retnet_pro.exchange.words_leaving import leaving_wording
    from retnet_pro.instrument.library import open_library
    from retnet_pro.instrument.model import InstrumentId

    settings = read_settings()
    library = open_library(settings.forms, settings.words, private)
    instrument = library.instrument(InstrumentId(form), version)
    today = system_clock()().wall.date()
    wording = None if language is None else leaving_wording(library, instrument, language, today)
    made = make_questionnaire(instrument, wording, {}, codes_of_form(instrument))
    if not no_scores:
        made = with_scores(made, instrument, variant)
    demand_free(out)
    with appearing(out) as file:
        file.write(json.dumps(made, ensure_ascii=False, indent=2).encode() + b"\n")
    for item in unsaid_conditions(instrument):
        click.echo(f"Left out: the condition under which item {item} is shown.")
    told = "without words" if wording is None else f"with words in {wording.language}"
    click.echo(f"{instrument.title} {instrument.version}: {len(instrument.items)} items, {told}. Written to {out}.")
