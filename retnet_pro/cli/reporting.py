"""``retnet-pro centre report``: the objectives of the trial as tables, figures, a page for browsers and a paper."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from retnet_pro.cli.bar import bar_in_phases
from retnet_pro.cli.centre import BOX_KEY, FOLDER
from retnet_pro.cli.design_check import demand_analysis
from retnet_pro.cli.exporting import AS_OF, SYNTHETIC, centre_source

if TYPE_CHECKING:
    from retnet_pro.analysis.trial_facts import TrialFacts
    from retnet_pro.centre.datasets import Source
    from retnet_pro.dataset.study_data import About, StudyData
    from retnet_pro.exchange.writer import Progress
    from retnet_pro.report.trial.parts import TrialPaper
    from retnet_pro.report.trial.said import Said

EVENTS, EVENT_LIST = "adverse-events", "event"
_LANGUAGE = "en"
SUMS = "SHA256SUMS"


_READING, _DRAWING, _WRITING = "Reading the data", "Calculating and drawing", "Writing"
_SHARES = {_READING: 10, _DRAWING: 80, _WRITING: 10}
"""Of a hundred, about as much as of the time."""
_MOST = 8
"""Processes that are started unasked: each takes memory, and more of them hardly end sooner."""


@click.command("report")
@FOLDER
@click.option("--out", required=True, type=click.Path(path_type=Path), help="New folder; a zip if it ends so.")
@BOX_KEY
@SYNTHETIC
@AS_OF
@click.option(
    "--processes", type=click.IntRange(1, 64), help="How many work at once; else one for each of up to 8 processors."
)
def centre_report(
    folder: Path,
    out: Path,
    box_key: Path | None,
    synthetic: bool,
    as_of: datetime | None,
    processes: int | None,
) -> None:
    """Analyse the data of all sites: the primary objective and the six others, with what was assumed."""
    demand_analysis()
    from retnet_pro.app.senses import system_clock
    from retnet_pro.centre.datasets import study_data
    from retnet_pro.exchange.appearing import appearing_folder, demand_free
    from retnet_pro.report.trial.compose import trial_paper

    demand_free(out)
    today = (as_of or system_clock()().wall).date()
    with ExitStack() as shown:
        with centre_source(folder, box_key) as source:
            data = study_data(source, today, synthetic=synthetic)
            told = shown.enter_context(bar_in_phases(_SHARES))
            said = _read(source, data, partial(told, _READING))
        paper = trial_paper(said, partial(told, _DRAWING), processes=processes or _processors())
        with appearing_folder(out) as part:
            files = _write(paper, part, partial(told, _WRITING))
    click.echo(f"{files} files in {out}; begin with report.html or report.pdf.")


def _processors() -> int:
    return min(os.cpu_count() or 1, _MOST)


def _read(source: "Source", data: "StudyData", progress: "Progress") -> "Said":
    from retnet_pro.analysis.from_rows import trial_facts
    from retnet_pro.exchange.writer import with_progress

    watched = replace(data, people=partial(with_progress, data, progress))
    return _said(source, trial_facts(watched), data.about)


def _write(paper: "TrialPaper", part: Path, progress: "Progress") -> int:
    """Write every file of a report and their checksums; return how many files."""
    of = 2 + sum(1 for _ in paper.tables) + 2 * sum(1 for _ in paper.pictures)
    sums = []
    for name, content in files_of(paper):
        (part / name).write_bytes(content)
        sums.append((name, hashlib.sha256(content).hexdigest()))
        progress(len(sums), of + 1)
    (part / SUMS).write_text("".join(f"{sha256}  {name}\n" for name, sha256 in sorted(sums)), encoding="utf-8")
    return len(sums)


def files_of(paper: "TrialPaper") -> Iterator[tuple[str, bytes]]:
    """Yield every file of a report with its name."""
    from retnet_pro.report.trial.csv_files import csv_file
    from retnet_pro.report.trial.html import html_page
    from retnet_pro.report.trial.paper import pdf_paper

    for table in paper.tables:
        yield f"table-{table.name}.csv", csv_file(table, paper)
    for picture in paper.pictures:
        yield f"figure-{picture.name}.png", picture.png
        yield f"figure-{picture.name}.pdf", picture.pdf
    yield "report.pdf", pdf_paper(paper)
    yield "report.html", html_page(paper)


def _said(source: "Source", facts: "TrialFacts", about: "About") -> "Said":
    from retnet_pro.report.trial.said import Said

    clinic = source.library.clinic
    forms = [] if clinic is None else [clinic.form(use.form) for use in source.study.clinic_forms]
    events = next((form for form in forms if form.id == EVENTS), None)
    words = {} if clinic is None or events is None else clinic.words_of(events, _LANGUAGE).lists.get(EVENT_LIST, {})
    return Said(trial=facts, about=about, clinic=tuple(forms), event_words=words)
