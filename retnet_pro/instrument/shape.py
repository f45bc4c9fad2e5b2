"""What a file may say: a small language of shapes.

The shapes of our files are data (see `vocabulary`); `reading` holds files against them and `schema` writes them down as
JSON Schema, so that what an editor completes and what the program accepts are one truth.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, assert_never

TEXT_LIMIT: Final = 4000
"""Characters of one text."""

LIST_LIMIT: Final = 10_000
"""Entries of one list or table; the largest item bank in the performance targets has 5,000 items."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text; with a pattern, an id of some kind, described in words for the person who mistyped it."""

    pattern: str | None = None
    described: str = "a text"


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number."""

    minimum: int
    maximum: int


@dataclass(frozen=True, slots=True)
class Number:
    """A decimal or whole number."""

    minimum: float
    maximum: float


@dataclass(frozen=True, slots=True)
class Truth:
    """``true`` or ``false``."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a closed list of words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of one shape."""

    of: "Shape"
    minimum: int = 0
    maximum: int = LIST_LIMIT


@dataclass(frozen=True, slots=True)
class TableOf:
    """A table with free names of one shape; `names_items` when a name is the id a finding should show."""

    key: "Text | Whole"
    of: "Shape"
    names_items: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record, with the sentence an editor shows for it."""

    shape: "Shape"
    about: str
    required: bool = True


@dataclass(frozen=True, slots=True)
class Record:
    """A table with known keys."""

    fields: Mapping[str, Field]
    named_by: str | None = None
    """Key whose value a finding shows as the item."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A table with exactly one of these keys: the closed unions of a form file."""

    name: str
    options: Callable[[], Mapping[str, "Shape"]]
    """Called late, because a condition is made of conditions."""


Shape = Text | Whole | Number | Truth | OneOf | ListOf | TableOf | Record | Tagged

Values = Any
"""Plain data that has passed its shape: the loaders build facts from it without asking again."""


def described(shape: Text | Whole | Number | Truth | OneOf | Tagged) -> str:
    """Say in words what a value of this shape is."""
    match shape:
        case Text(_, described):
            return described
        case Whole(minimum, maximum):
            return f"a whole number from {minimum} to {maximum}"
        case Number(minimum, maximum):
            return f"a number from {minimum:g} to {maximum:g}"
        case Truth():
            return "'true' or 'false'"
        case OneOf(words):
            return f"one of {', '.join(words)}"
        case Tagged(name):
            return f"a {name}"
        case _:
            assert_never(shape)
