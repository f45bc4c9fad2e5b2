"""The same datasets as CSV, for whoever has neither SAS nor a reader of Dataset-JSON; cells as in the CSV bundle."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TextIO

from retnet_pro.exchange.csv_cells import line, quoted_cell
from retnet_pro.exchange.spool import Limits, Spooled


def _waiting(file: TextIO) -> Callable[[Iterable[str]], object]:
    return lambda cells: file.write(",".join(cells) + "\n")


LIMITS = Limits(text_bytes=None, is_ascii=False, cell=quoted_cell, nothing="", line=_waiting)


def write_dataset_csv(spooled: Spooled, out: Path) -> None:
    """Write a dataset with the names of its variables in the first line."""
    with out.open("wb") as file:
        file.write(line(one.name for one in spooled.dataset.variables).encode())
        spooled.pour(file)
