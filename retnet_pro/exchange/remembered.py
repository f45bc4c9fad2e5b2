"""What has been made of a value, kept in mind: in a column of rows most values come back in the next row, few are new.

A large export asks for a cell a hundred million times; so the answer has to cost no more than looking it up.
"""

from collections.abc import Callable
from typing import TypeVar

MOST = 10_000
"""How many different values are kept in mind; after them it begins anew, so that memory does not grow with the rows."""
Value = TypeVar("Value")
Made = TypeVar("Made")


class Remembered(dict[Value, Made]):
    """What a function makes of values, by value. Equal values have to be made alike, so one column has one type."""

    def __init__(self, make: Callable[[Value], Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, value: Value) -> Made:
        if len(self) >= MOST:
            self.clear()
        made = self[value] = self._make(value)
        return made
