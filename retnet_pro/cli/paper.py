"""``retnet-pro paper``: a blank questionnaire to print, for the day when no tablet can be used."""

from pathlib import Path

import click

from retnet_pro.settings import read_settings


@click.command()
@click.option("--form", required=True, help="Which instrument, e.g. qlq-c30.")
@click.option("--language", required=True, help="Language tag, e.g. de.")
@click.option("--large", is_flag=True, help="Large print, 18 points.")
@click.option("--subject", default="", help="Study code to print; else a line to write it on.")
@click.option("--visit", default="", help="Visit to print, e.g. baseline; else a line to write it on.")
@click.option("--private", type=click.Path(path_type=Path), help="Folder of licensed packs.")
@click.option("-o", "--output", "out", required=True, type=click.Path(path_type=Path, dir_okay=False))
def paper(form: str, language: str, large: bool, subject: str, visit: str, private: Path | None, out: Path) -> None:
    """Write a blank form as a PDF, from the same form and words as on the tablet."""
    from retnet_pro.app.paper import paper_form
    from retnet_pro.app.printing import save

    pdf = paper_form(read_settings(), form, language, large=large, subject=subject, visit=visit, private=private)
    save(out, pdf)
    click.echo(f"{out} is ready to print.")
