"""How a value stands in a cell of a CSV file, how cells stand in a line, and how a cell is read back.

Text that a spreadsheet could take for a formula (it begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break)
gets an apostrophe before it; so does text that begins with an apostrophe itself. Whoever takes exactly one leading
apostrophe away has the text as it was. Numbers and codes are no text and stand as they are.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any

GUARD = "'"
_ENDING = frozenset(',"\n\r')
"""A cell with one of these would end before its end."""
_GUARDED = frozenset(("=", "+", "-", "@", "\t", "\r", "\n", GUARD))
RULE = (
    "A text cell that begins with an apostrophe had one put before it, so that no spreadsheet takes it for a formula; "
    "take exactly one leading apostrophe away. Text is UTF-8 without a byte order mark. An empty cell is no value; "
    "the state or status beside it says why. Yes and no stand for true and false. Lists are separated by semicolons."
)
"""Stands in every manifest."""


def cell(value: object) -> str:
    """Return how a value stands in a cell; no value is the empty cell, and numbers keep full precision."""
    if value is None:
        return ""
    written = _WRITTEN.get(type(value))
    return _other(value) if written is None else written(value)


def quoted(text: str) -> str:
    """Return a cell as it stands in a line.

    The writer of Python leaves a carriage return without quotation marks, and every reader then ends the line there.
    """
    return text if _ENDING.isdisjoint(text) else f'"{text.replace(chr(34), chr(34) * 2)}"'


def quoted_cell(value: object) -> str:
    """Return how a value stands in a line."""
    return quoted(cell(value))


def line(cells: Iterable[str]) -> str:
    """Return the line of cells that are not quoted yet."""
    return ",".join(map(quoted, cells)) + "\n"


def guarded(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    return GUARD + text if text[:1] in _GUARDED else text


def _other(value: object) -> str:
    if isinstance(value, Enum):
        return guarded(str(value.value))
    return ";".join(map(cell, value)) if isinstance(value, tuple) else guarded(str(value))


_WRITTEN: Mapping[type, Callable[[Any], str]] = {
    bool: lambda value: "yes" if value else "no",
    int: str,
    float: repr,
    str: guarded,
    date: date.isoformat,
}
"""By exact type, because a large export asks this a hundred million times."""
