"""``retnet-pro forms xlsform``: a form of ours as a spreadsheet that other programs for questionnaires read."""

from pathlib import Path

import click

from retnet_pro.settings import read_settings


@click.command("xlsform")
@click.argument("form")
@click.option("--version", help="Version of the form; else the one in use.")
@click.option("--language", "languages", multiple=True, help="Take words in this language along; can be repeated.")
@click.option("--private", type=click.Path(path_type=Path), help="Folder of licensed packs.")
@click.option("-o", "--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="New XLSX file.")
def xlsform(
    form: str,
    version: str | None,
    languages: tuple[str, ...],
    private: Path | None,
    out: Path,
) -> None:
    """Write a form as an XLSForm: items, codes, time frames, conditions; no scores.

    Without a language the items stand there with neutral topics, and the words of the questionnaire are not in it.
    Words under a licence leave only where the licence in their wording says so (in_exports).
    """
    from retnet_pro.app.senses import system_clock
    from retnet_pro.exchange.appearing import appearing, demand_free
    from retnet_pro.exchange.words_leaving import leaving_wording
    from retnet_pro.exchange.xlsform import make_xlsform
    from retnet_pro.exchange.xlsform_book import write_book
    from retnet_pro.instrument.library import open_library
    from retnet_pro.instrument.model import InstrumentId

    settings = read_settings()
    library = open_library(settings.forms, settings.words, private)
    instrument = library.instrument(InstrumentId(form), version)
    today = system_clock()().wall.date()
    words = [leaving_wording(library, instrument, language, today) for language in dict.fromkeys(languages)]
    written = write_book(make_xlsform(instrument, words))
    demand_free(out)
    with appearing(out) as file:
        file.write(written)
    told = f"with words in {', '.join(dict.fromkeys(languages))}" if words else "with topics and codes, without words"
    click.echo(f"{instrument.title} {instrument.version}: {len(instrument.items)} items, {told}. Written to {out}.")
