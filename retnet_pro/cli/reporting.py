"""``retnet-pro centre report``: the objectives of the trial as tables, figures, a page for browsers and a paper."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from retnet_pro.cli.bar import bar_of
from retnet_pro.cli.centre import BOX_KEY, FOLDER
from retnet_pro.cli.design_check import demand_analysis
from retnet_pro.cli.exporting import AS_OF, SYNTHETIC, centre_source

if TYPE_CHECKING:
    from retnet_pro.analysis.trial_facts import TrialFacts
    from retnet_pro.centre.datasets import Source
    from retnet_pro.dataset.study_data import About
    from retnet_pro.report.trial.parts import TrialPaper
    from retnet_pro.report.trial.said import Said

EVENTS, EVENT_LIST = "adverse-events", "event"
_LANGUAGE = "en"
SUMS = "SHA256SUMS"


@click.command("report")
@FOLDER
@click.option("--out", required=True, type=click.Path(path_type=Path), help="New folder; a zip if it ends so.")
@BOX_KEY
@SYNTHETIC
@AS_OF
def centre_report(folder: Path, out: Path, box_key: Path | None, synthetic: bool, as_of: datetime | None) -> None:
    """Analyse the data of all sites: the primary objective and the six others, with what was assumed."""
    demand_analysis()
    from retnet_pro.analysis.from_rows import trial_facts
    from retnet_pro.app.senses import system_clock
    from retnet_pro.centre.datasets import study_data
    from retnet_pro.exchange.appearing import appearing_folder, demand_free
    from retnet_pro.report.trial.compose import trial_paper

    demand_free(out)
    today = (as_of or system_clock()().wall).date()
    with centre_source(folder, box_key) as source:
        data = study_data(source, today, synthetic=synthetic)
        facts = trial_facts(data)
    said = _said(source, facts, data.about)
    with bar_of("Objectives") as progress:
        paper = trial_paper(said, progress)
    with appearing_folder(out) as part:
        sums = []
        for name, content in sorted(files_of(paper)):
            (part / name).write_bytes(content)
            sums.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
        (part / SUMS).write_text("".join(sums), encoding="utf-8")
    click.echo(f"{len(sums)} files in {out}; begin with report.html or report.pdf.")


def files_of(paper: "TrialPaper") -> Iterator[tuple[str, bytes]]:
    """Yield every file of a report with its name."""
    from retnet_pro.report.trial.csv_files import csv_file
    from retnet_pro.report.trial.html import html_page
    from retnet_pro.report.trial.paper import pdf_paper

    yield "report.html", html_page(paper)
    yield "report.pdf", pdf_paper(paper)
    for table in paper.tables:
        yield f"table-{table.name}.csv", csv_file(table, paper)
    for picture in paper.pictures:
        yield f"figure-{picture.name}.png", picture.png
        yield f"figure-{picture.name}.pdf", picture.pdf


def _said(source: "Source", facts: "TrialFacts", about: "About") -> "Said":
    from retnet_pro.report.trial.said import Said

    clinic = source.library.clinic
    forms = [] if clinic is None else [clinic.form(use.form) for use in source.study.clinic_forms]
    events = next((form for form in forms if form.id == EVENTS), None)
    words = {} if clinic is None or events is None else clinic.words_of(events, _LANGUAGE).lists.get(EVENT_LIST, {})
    return Said(trial=facts, about=about, clinic=tuple(forms), event_words=words)
