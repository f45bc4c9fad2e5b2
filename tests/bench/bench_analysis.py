"""The report of a simulated trial (180 participants, 24 months, every form): from its rows to every file, against 60 s.

As `retnet-pro centre report` makes it, with one process for each processor. The floor is the limit of the goal; the
ratio is its share that is used. The time of the processors is told beside the one by the clock, which is longer where
others use them too; half of it on each of two is what the clock shows on a quiet machine at best. Reading the rows from
the events of a centre comes on top and is measured with the exports.
"""

import os
import resource
import time

from retnet_pro.analysis.from_rows import trial_facts
from retnet_pro.cli.reporting import files_of
from retnet_pro.report.trial.compose import trial_paper
from tests.fakes_rows import simulated_data
from tests.reported_trial import said_of

Row = dict[str, object]
LIMIT = 60.0
PEOPLE, MONTHS = 180, 24


def run() -> list[Row]:
    """Measure once; return rows of name, value, unit, floor and ratio."""
    data = simulated_data(PEOPLE, MONTHS)
    start, before = time.perf_counter(), _computing()
    facts = trial_facts(data)
    processes = os.cpu_count() or 1
    paper = trial_paper(said_of(facts), processes=processes)
    size = sum(len(content) for _, content in files_of(paper))
    took = time.perf_counter() - start
    figures = sum(1 for _ in paper.pictures)
    trial = f"report of {PEOPLE} participants, {MONTHS} months"
    return [
        {
            "name": f"{trial}: {figures} figures, {processes} processes ({size / 1e6:.1f} MB)",
            "value": round(took, 1),
            "unit": "s",
            "floor": LIMIT,
            "ratio": round(took / LIMIT, 2),
        },
        {
            "name": f"{trial}: computing, all processors together",
            "value": round(_computing() - before, 1),
            "unit": "s",
        },
    ]


def _computing() -> float:
    """Return the seconds of processor this process and those it waited for have used."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)
