"""Rows of a dataset on their way to a file: checked as they come, counted and measured, and kept on disk meanwhile.

Formats that say at their beginning how many rows there are and how wide the longest text is can so be written after
one pass over the data, in memory that does not grow with them.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Self, TextIO

from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.tabulation import MARK, NUMBERS, Dataset, Row, Value

_NAME, _LABEL = 8, 40
_DATASET_LABEL = _LABEL - len(MARK)
"""The mark of data that are not of a study must have room before it."""
REMEMBERED = 10_000
"""How many different values of a variable are kept in mind: most come back in the next row, few are ever new."""
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Limits:
    """What a format can hold."""

    text_bytes: int | None
    """Bytes of the longest text; None: any."""
    is_ascii: bool
    """Whether text may hold nothing but ASCII."""


@dataclass(frozen=True, slots=True)
class Spooled:
    """All rows of a dataset on disk."""

    dataset: Dataset
    records: int
    widths: tuple[int, ...]
    """Bytes of the longest text of each variable, at least 1; 8 for a number."""
    path: Path
    """One JSON array a line."""

    def lines(self) -> Iterator[str]:
        """Yield every row as a JSON array."""
        with self.path.open(encoding="utf-8", newline="\n") as file:
            for line in file:
                yield line.rstrip("\n")

    def rows(self) -> Iterator[list[Value]]:
        """Yield every row in the order of the variables; no value is None."""
        yield from map(json.loads, self.lines())


class Spool:
    """Takes the rows of one dataset. It has state because they come participant by participant."""

    def __init__(self, dataset: Dataset, limits: Limits, path: Path) -> None:
        """Begin a dataset.

        Raises:
            Refusal: `DATA_UNFIT`, when its name or a label is longer than the standard allows.
        """
        _check_labels(dataset)
        self._dataset, self._limits, self._path = dataset, limits, path
        self._names = tuple(one.name for one in dataset.variables)
        self._known = frozenset(self._names)
        self._is_number = tuple(one.kind in NUMBERS for one in dataset.variables)
        self._widths = [8 if number else 1 for number in self._is_number]
        self._seen: tuple[dict[str, str], ...] = tuple({} for _ in self._names)
        self._records = 0
        self._file: TextIO = path.open("w", encoding="utf-8", newline="\n")

    def add(self, row: Row) -> None:
        """Take a row.

        Raises:
            Refusal: `DATA_UNFIT`, naming row and column of a text the format cannot hold; nothing is ever cut.
        """
        if not self._known.issuperset(row):
            raise ValueError(f"{self._dataset.name} has no variable {sorted(set(row) - self._known)}")
        cells = []
        for place, name in enumerate(self._names):
            value = row.get(name)
            if value is None or value == "":
                cells.append("null")
            elif isinstance(value, str):
                cells.append(self._seen[place].get(value) or self._text(row, place, value))
            else:
                cells.append(repr(value) if isfinite(value) else _encode(value))
        self._file.write(f"[{','.join(cells)}]\n")
        self._records += 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def done(self) -> Spooled:
        """Return what the dataset is after its last row, closed."""
        return Spooled(self._dataset, self._records, tuple(self._widths), self._path)

    def _text(self, row: Row, place: int, text: str) -> str:
        """Check and measure a text that was not seen lately, and return how it stands in a JSON array."""
        if self._limits.is_ascii and not (text.isascii() and text.isprintable()):
            raise self._unfit(row, place, "holds characters that are not ASCII, which this format cannot carry")
        size = len(text.encode())
        if self._limits.text_bytes is not None and size > self._limits.text_bytes:
            raise self._unfit(row, place, f"has {size} bytes, and this format carries {self._limits.text_bytes}")
        if not self._is_number[place]:
            self._widths[place] = max(self._widths[place], size)
        seen = self._seen[place]
        if len(seen) >= REMEMBERED:
            seen.clear()
        return seen.setdefault(text, _encode(text))

    def _unfit(self, row: Row, place: int, why: str) -> Refusal:
        keys = " ".join(str(row.get(key) or "-") for key in self._dataset.keys)
        return Refusal(Code.DATA_UNFIT, row=f"{self._dataset.name} {keys}", column=self._names[place], why=why)


def _check_labels(dataset: Dataset) -> None:
    for name, label, most, where in (
        (dataset.name, dataset.label, _DATASET_LABEL, "label of the dataset"),
        *((one.name, one.label, _LABEL, "label") for one in dataset.variables),
    ):
        if len(name) > _NAME:
            raise Refusal(Code.DATA_UNFIT, row=dataset.name, column=name, why=f"the name has more than {_NAME} letters")
        if len(label) > most or not label.isascii():
            why = f"the {where} has {len(label)} characters; {most} of ASCII are allowed"
            raise Refusal(Code.DATA_UNFIT, row=dataset.name, column=name, why=why)
