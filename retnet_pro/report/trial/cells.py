"""Results as cells: rounded words for a reader, the unrounded number for the CSV file, a reason where there is none."""

from retnet_pro.analysis.results import Estimate, NotComputable
from retnet_pro.analysis.spread import Spread
from retnet_pro.analysis.written import p_words
from retnet_pro.report.trial.parts import Cell, Column, Row

NONE = Cell("")
PERCENT = -1
"""In place of a number of decimals: the value is a share, told in per cent with one decimal."""


def text(words: str) -> Cell:
    """Return words that are alike for everybody."""
    return Cell(words, words)


def count(number: int) -> Cell:
    """Return a whole number."""
    return Cell(str(number), number)


def number(value: float | None, decimals: int) -> Cell:
    """Return a number; a dash where there is none."""
    return Cell("\N{EN DASH}", None) if value is None else Cell(f"{value:.{decimals}f}", value)


def estimate_columns(head: str, code: str, *, width: float = 2.0, with_p: bool = False) -> tuple[Column, ...]:
    """Return one column for a reader and the parts of the estimate for the CSV file."""
    parts: tuple[str, ...] = ("", "_low", "_high", "_error", "_n", "_why_none")
    seen = [Column(head=head, code="", width=width)]
    if with_p:
        seen.append(Column(head="p", code="", width=0.75))
        parts = (*parts, "_p")
    return (*seen, *(Column(head="", code=f"{code}{part}") for part in parts))


def estimate_cells(found: Estimate | NotComputable, decimals: int, *, with_p: bool = False) -> Row:
    """Return the cells of `estimate_columns`."""
    if isinstance(found, NotComputable):
        why = Cell(f"none: {_small(found.reason)}")
        seen = (why, Cell("\N{EN DASH}")) if with_p else (why,)
        return (*seen, *[NONE] * 5, Cell("", found.reason), *([NONE] if with_p else []))
    told = Cell(f"{_shown(found.value, decimals)} ({_end(found.low, decimals)} to {_end(found.high, decimals)})")
    p = Cell("\N{EN DASH}" if found.p is None else p_words(found.p).removeprefix("p ").removeprefix("= "))
    exact = [Cell("", one) for one in (found.value, found.low, found.high, found.error, found.n, None)]
    return (told, *([p] if with_p else []), *exact, *([Cell("", found.p)] if with_p else []))


def spread_columns(head: str, code: str) -> tuple[Column, ...]:
    """Return one column for a reader and the parts of the spread for the CSV file."""
    parts = ("_n", "_median", "_lower_quartile", "_upper_quartile", "_least", "_most", "_mean", "_why_none")
    return (
        Column(head="n", code="", is_number=True, width=0.5),
        Column(head=head, code="", width=2.0),
        *(Column(head="", code=f"{code}{part}") for part in parts),
    )


def spread_cells(found: Spread | NotComputable, decimals: int) -> Row:
    """Return the cells of `spread_columns`."""
    if isinstance(found, NotComputable):
        return (Cell("0"), Cell(f"none: {_small(found.reason)}"), Cell("", 0), *[NONE] * 6, Cell("", found.reason))
    shown = [f"{one:.{decimals}f}" for one in (found.median, found.lower_quartile, found.upper_quartile)]
    exact = (found.n, found.median, found.lower_quartile, found.upper_quartile, found.least, found.most, found.mean)
    told = f"{shown[0]} ({shown[1]} to {shown[2]}; range {found.least:.{decimals}f} to {found.most:.{decimals}f})"
    return (Cell(str(found.n)), Cell(told), *(Cell("", one) for one in exact), NONE)


def _small(reason: str) -> str:
    return reason[:1].lower() + reason[1:]


def _shown(value: float, decimals: int) -> str:
    return f"{value:.1%}" if decimals == PERCENT else f"{value:.{decimals}f}"


def _end(value: float | None, decimals: int) -> str:
    return "not reached" if value is None else _shown(value, decimals)
