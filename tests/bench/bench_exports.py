"""Every export of a simulated trial of 180 participants over 24 months; together they are to take below ten seconds.

The rows are made before; a site or centre makes them from its events meanwhile, which is measured with the database.
"""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from retnet_pro.dataset.study_data import StudyData
from retnet_pro.exchange.formats import FORMATS
from retnet_pro.exchange.writer import quiet
from tests.fakes_rows import simulated_data

Row = dict[str, object]
PARTICIPANTS, MONTHS = 180, 24
_AGAIN = frozenset({"adam-csv", "adam-json", "fhir-transaction"})
"""What is another export once more, for another use; of the three files of the analysis datasets XPT takes longest."""


def run() -> list[Row]:
    """Measure everything; return rows of name, value and unit."""
    data = simulated_data(PARTICIPANTS, MONTHS)
    taken = {name: _seconds(name, data) for name in FORMATS if name not in _AGAIN}
    trial = f"{PARTICIPANTS} participants, {MONTHS} months"
    return [
        *({"name": f"export {name} of {trial}", "value": round(taken[name], 2), "unit": "s"} for name in taken),
        {"name": f"all exports of {trial}", "value": round(sum(taken.values()), 2), "unit": "s"},
    ]


def _seconds(name: str, data: StudyData) -> float:
    with TemporaryDirectory() as folder:
        start = time.perf_counter()
        FORMATS[name](data, Path(folder) / "out", quiet)
        return time.perf_counter() - start
