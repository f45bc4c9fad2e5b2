"""Lines of a comma-separated file that spreadsheets read without running anything in it (rules P17, T11).

A spreadsheet takes a cell that begins like a formula for one and runs it. Such a cell gets an apostrophe in front,
which a spreadsheet does not show. Line breaks inside a cell are written as ``\\n``, so that lines can be counted.
"""

import csv
import unicodedata
from collections.abc import Iterable
from io import StringIO

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def row_line(cells: Iterable[str]) -> str:
    """Return the cells as one line that no spreadsheet takes for a formula."""
    line = StringIO()
    csv.writer(line, lineterminator="\n").writerow([safe_text(text) for text in cells])
    return line.getvalue()


def safe_text(text: str) -> str:
    """Return a text as a cell that no spreadsheet takes for a formula."""
    if text.isprintable():
        shown = text
    else:
        shown = "".join(char if unicodedata.category(char) != "Cc" else _escaped(char) for char in text)
    return f"'{shown}" if text.startswith(_FORMULA_STARTS) else shown


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
