"""How a value stands in a cell of a CSV file, and how a cell is read back.

Text that a spreadsheet could take for a formula (it begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break)
gets an apostrophe before it; so does text that begins with an apostrophe itself. Whoever takes exactly one leading
apostrophe away has the text as it was. Numbers and codes are no text and stand as they are.
"""

from collections.abc import Iterable
from datetime import date
from enum import Enum

GUARD = "'"
_GUARDED = ("=", "+", "-", "@", "\t", "\r", "\n", GUARD)
RULE = (
    "A text cell that begins with an apostrophe had one put before it, so that no spreadsheet takes it for a formula; "
    "take exactly one leading apostrophe away. Text is UTF-8 without a byte order mark. An empty cell is no value; "
    "the state or status beside it says why. Yes and no stand for true and false. Lists are separated by semicolons."
)
"""Stands in every manifest."""


def cell(value: object) -> str:
    """Return how a value stands in a cell; no value is the empty cell, and numbers keep full precision."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case Enum():
            return guarded(str(value.value))
        case int():
            return str(value)
        case float():
            return repr(value)
        case date():
            return value.isoformat()
        case str():
            return guarded(value)
        case Iterable():
            return ";".join(cell(one) for one in value)
        case _:
            return guarded(str(value))


def guarded(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    return GUARD + text if text.startswith(_GUARDED) else text


def unguarded(text: str) -> str:
    """Return text as it was before `guarded`."""
    return text.removeprefix(GUARD)
