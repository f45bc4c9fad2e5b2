"""How a value stands in a cell of a CSV file, and how a cell is read back.

Text that a spreadsheet could take for a formula (it begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break)
gets an apostrophe before it; so does text that begins with an apostrophe itself. Whoever takes exactly one leading
apostrophe away has the text as it was. Numbers and codes are no text and stand as they are.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import Any

GUARD = "'"
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
