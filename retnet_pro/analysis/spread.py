"""How values of a group are spread: count, middle, quartiles, extremes. For values that are not close to normal.

What is missing is counted by the caller and is in no number here. Quartiles are those of R's default (type 7; Hyndman
and Fan 1996, Am Stat 50:361), which pandas uses too.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from retnet_pro.analysis.results import Method, NotComputable, tool

SPREAD = Method(
    name="Median and quartiles",
    source="Hyndman and Fan 1996, Am Stat 50:361, type 7",
    tool=tool("pandas", pd.__version__),
    assumes="Nothing about the shape of the distribution",
    missing="Observed values only",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The values of one group."""

    what: str
    group: str
    n: int
    median: float
    lower_quartile: float
    upper_quartile: float
    least: float
    most: float
    mean: float
    method: Method = SPREAD


def spread(values: Iterable[float], *, what: str, group: str) -> Spread | NotComputable:
    """Describe values; without any there is a reason."""
    column = pd.Series(list(values), dtype=float)
    if column.empty:
        return NotComputable(what=what, group=group, reason="There is no value")
    return Spread(
        what=what,
        group=group,
        n=len(column),
        median=float(column.median()),
        lower_quartile=float(column.quantile(0.25)),
        upper_quartile=float(column.quantile(0.75)),
        least=float(column.min()),
        most=float(column.max()),
        mean=float(column.mean()),
    )
