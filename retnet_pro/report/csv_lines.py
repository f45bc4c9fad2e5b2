"""Lines of comma-separated tables: UTF-8, one record a line, no cell that a spreadsheet would run.

A spreadsheet takes a cell that begins like a formula for one and runs it. Such a cell gets an apostrophe in front,
which a spreadsheet does not show (rule T11). Line breaks inside a cell are written as ``\\n``, so that lines can be
counted.
"""

import csv
import unicodedata
from collections.abc import Sequence
from io import StringIO

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_line(cells: Sequence[str]) -> str:
    """Return the cells as one line with its line end."""
    line = StringIO()
    csv.writer(line, lineterminator="\n").writerow(map(_cell, cells))
    return line.getvalue()


def csv_number(value: float | None) -> str:
    """Return a number at full precision; '' for none. A negative one gets an apostrophe like any formula."""
    return "" if value is None else repr(value)


def _cell(text: str) -> str:
    if text.isprintable():
        shown = text
    else:
        shown = "".join(char if unicodedata.category(char) != "Cc" else _escaped(char) for char in text)
    return f"'{shown}" if text.startswith(_FORMULA_STARTS) else shown


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
