"""``retnet-pro forms draft``: a form that somebody else has in a file of another program, as a draft to go on with."""

import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from retnet_pro.cli.wording_import import is_right_to_left
from retnet_pro.errors import Code, Refusal

if TYPE_CHECKING:
    from retnet_pro.instrument.wording_match import Line


@click.command("draft")
@click.argument("source", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--id", "form_id", required=True, help="Id the form shall have here, such as pain-diary.")
@click.option("--language", required=True, help="Language tag of the words to take, such as de or pt-BR.")
@click.option("--version", default="1", show_default=True, help="Version of the form.")
@click.option("--part", help="Form of a REDCap data dictionary to take, where it has several.")
@click.option("--json", "as_json", is_flag=True, help="Report as JSON.")
@click.option("-o", "--out", required=True, type=click.Path(path_type=Path), help="New folder for form and words.")
def draft(source: Path, form_id: str, language: str, version: str, part: str | None, as_json: bool, out: Path) -> None:
    """Read a FHIR Questionnaire, an XLSForm or a REDCap data dictionary as a draft: structure and words.

    A report says what was understood and what was not. Scores are never taken from a source: a person declares them.
    Ends with exit code 3 when something in the source was not understood; the draft is written all the same.
    """
    from collections import Counter

    from retnet_pro.exchange.appearing import appearing_folder
    from retnet_pro.exchange.draft_reading import load_draft_source
    from retnet_pro.instrument.draft_making import make_draft
    from retnet_pro.instrument.draft_writing import write_draft_form, write_draft_words
    from retnet_pro.instrument.model import InstrumentId
    from retnet_pro.instrument.vocabulary import LANGUAGE, NAME, VERSION

    for shape, text, option in (
        (NAME, form_id, "--id"),
        (LANGUAGE, language, "--language"),
        (VERSION, version, "--version"),
    ):
        if not re.fullmatch(shape.pattern or "", text):
            raise click.BadParameter(f"'{text}' is not {shape.described}", param_hint=option)
    made = make_draft(load_draft_source(source, language, part), InstrumentId(form_id), version, language)
    if not made.items:
        _tell(made.lines, as_json=as_json)
        raise Refusal(Code.WORDING_SOURCE_UNFIT, path=source, why="no question in it was understood")
    form = write_draft_form(made)
    words = write_draft_words(made, right_to_left=is_right_to_left(language))
    with appearing_folder(out) as folder:
        (folder / f"{form_id}.yaml").write_bytes(form)
        (folder / f"{language}.yaml").write_bytes(words)
    _tell(made.lines, as_json=as_json)
    if not as_json:
        counts = Counter(line.mark for line in made.lines)
        click.echo(f"{', '.join(f'{count} {mark}' for mark, count in counts.items())}. Written to {out}.")
    sys.exit(0 if made.is_understood else 3)


def _tell(lines: "Sequence[Line]", *, as_json: bool) -> None:
    if as_json:
        rows = [{"mark": line.mark.value, "said": line.said} for line in lines]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for line in lines:
        click.echo(f"{line.mark}: {line.said}")
