"""Rows of a dataset on their way to a file: checked as they come, counted and measured, and kept on disk meanwhile.

Formats that say at their beginning how many rows there are and how wide the longest text is can so be written after
one pass over the data, in memory that does not grow with them.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self, TextIO

from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.tabulation import MARK, NUMBERS, Dataset, Kind, Row, Value, Variable

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
        self._dataset, self._path = dataset, path
        self._columns = {one.name: _Column(one, limits) for one in dataset.variables}
        self._records = 0
        self._file: TextIO = path.open("w", encoding="utf-8", newline="\n")

    def add(self, row: Row) -> None:
        """Take a row.

        Raises:
            Refusal: `DATA_UNFIT`, naming row and column of a text the format cannot hold; nothing is ever cut.
        """
        if not self._columns.keys() >= row.keys():
            raise ValueError(f"{self._dataset.name} has no variable {sorted(row.keys() - self._columns.keys())}")
        value = row.get
        try:
            cells = [column[value(name)] for name, column in self._columns.items()]
        except _Unfit as unfit:
            keys = " ".join(str(value(key) or "-") for key in self._dataset.keys)
            where = f"{self._dataset.name} {keys}"
            raise Refusal(Code.DATA_UNFIT, row=where, column=unfit.column, why=unfit.why) from None
        self._file.write(f"[{','.join(cells)}]\n")
        self._records += 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def done(self) -> Spooled:
        """Return what the dataset is after its last row, closed."""
        widths = tuple(column.width for column in self._columns.values())
        return Spooled(self._dataset, self._records, widths, self._path)


class _Unfit(Exception):
    """A value the format cannot hold."""

    def __init__(self, column: str, why: str) -> None:
        super().__init__(column, why)
        self.column, self.why = column, why


class _Column(dict[Value, str]):
    """The values of a variable as they stand in a JSON array, checked and measured when they first come."""

    def __init__(self, variable: Variable, limits: Limits) -> None:
        super().__init__()
        self._variable, self._limits = variable, limits
        self._is_number = variable.kind in NUMBERS
        self.width = 8 if self._is_number else 1

    def __missing__(self, value: Value) -> str:
        if len(self) >= REMEMBERED:
            self.clear()
        made = self[value] = self._made(value)
        return made

    def _made(self, value: Value) -> str:
        if value is None or value == "":
            return "null"
        if isinstance(value, str):
            self._check(value)
        # as one type throughout, because 1 and 1.0 are the same key
        return _encode(float(value) if self._variable.kind is Kind.FLOAT else value)

    def _check(self, text: str) -> None:
        if self._limits.is_ascii and not (text.isascii() and text.isprintable()):
            raise _Unfit(self._variable.name, "holds characters that are not ASCII, which this format cannot carry")
        size, most = len(text.encode()), self._limits.text_bytes
        if most is not None and size > most:
            raise _Unfit(self._variable.name, f"has {size} bytes, and this format carries {most}")
        if not self._is_number:
            self.width = max(self.width, size)


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
