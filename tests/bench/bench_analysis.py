"""The report of the whole simulated trial (180 participants, 24 months): from its facts to every file, against 60 s.

The floor is the limit of the goal; the ratio is the share of it that is used. Reading the rows of the centre comes on
top and is measured with the exports.
"""

import time

from retnet_pro.cli.reporting import files_of
from retnet_pro.report.trial.compose import trial_paper
from tests.analysed_trial import MONTHS, PEOPLE, analysed_trial
from tests.reported_trial import said_of

Row = dict[str, object]
LIMIT = 60.0


def run() -> list[Row]:
    """Measure once; return a row of name, value, unit, floor and ratio."""
    said = said_of(analysed_trial(diary=True).facts())
    start = time.perf_counter()
    size = sum(len(content) for _, content in files_of(trial_paper(said)))
    took = time.perf_counter() - start
    return [
        {
            "name": f"report, {PEOPLE} participants, {MONTHS} months, one form ({size / 1e6:.1f} MB)",
            "value": round(took, 1),
            "unit": "s",
            "floor": LIMIT,
            "ratio": round(took / LIMIT, 2),
        }
    ]
