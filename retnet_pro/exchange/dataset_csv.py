"""The same datasets as CSV, for whoever has neither SAS nor a reader of Dataset-JSON; cells as in the CSV bundle."""

import csv
from pathlib import Path

from retnet_pro.exchange.csv_cells import guarded
from retnet_pro.exchange.spool import Spooled


def write_dataset_csv(spooled: Spooled, out: Path) -> None:
    """Write a dataset with the names of its variables in the first line."""
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(one.name for one in spooled.dataset.variables)
        writer.writerows([guarded(one) if isinstance(one, str) else one for one in row] for row in spooled.rows())
