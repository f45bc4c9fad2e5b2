"""Rows of a dataset on their way to a file: checked as they come, counted and measured, and kept on disk meanwhile.

Formats that say at their beginning how many rows there are and how wide the longest text is can so be written after
one pass over the data, in memory that does not grow with them. A row waits as it will stand in the file.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfileobj
from typing import IO, Self, TextIO

from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.appearing import BLOCK
from retnet_pro.exchange.remembered import Remembered
from retnet_pro.exchange.tabulation import MARK, NUMBERS, Dataset, Kind, Records, Row, Value, Variable

_NAME, _LABEL = 8, 40
_DATASET_LABEL = _LABEL - len(MARK)
"""The mark of data that are not of a study must have room before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a format can hold, and how its rows wait on disk."""

    text_bytes: int | None
    """Bytes of the longest text; None: any."""
    is_ascii: bool
    """Whether text may hold nothing but ASCII."""
    cell: Callable[[str | int | float], str]
    """A value in a row; a variable of floating point gives nothing but floats."""
    nothing: str
    """What stands in a row where there is no value."""
    line: Callable[[TextIO], Callable[[Iterable[str]], object]]
    """Makes what writes the cells of a row to a file."""


@dataclass(frozen=True, slots=True)
class Spooled:
    """All rows of a dataset on disk."""

    dataset: Dataset
    records: int
    widths: tuple[int, ...]
    """Bytes of the longest text of each variable, at least 1; 8 for a number."""
    path: Path
    """What was written of them, in UTF-8."""

    def lines(self) -> Iterator[str]:
        """Yield every line without its end."""
        with self.path.open(encoding="utf-8", newline="\n") as file:
            for line in file:
                yield line[:-1]

    def pour(self, into: IO[bytes], begin: int = 0) -> None:
        """Copy what was written, from this byte on."""
        with self.path.open("rb") as file:
            file.seek(begin)
            copyfileobj(file, into, BLOCK)


class Spool:
    """Takes the rows of one dataset. It has state because they come participant by participant."""

    def __init__(self, dataset: Dataset, limits: Limits, path: Path) -> None:
        """Begin a dataset.

        Raises:
            Refusal: `DATA_UNFIT`, when its name or a label is longer than the standard allows.
        """
        _check_labels(dataset)
        self._dataset, self._path = dataset, path
        self._columns = [_Column(one, limits) for one in dataset.variables]
        self._places = {
            variable.name: (place, Remembered(column.cell))
            for place, (variable, column) in enumerate(zip(dataset.variables, self._columns, strict=True))
        }
        self._empty = [limits.nothing] * len(dataset.variables)
        self._records = 0
        self._file: TextIO = path.open("w", BLOCK, encoding="utf-8", newline="")
        self._write = limits.line(self._file)

    def add(self, records: Records) -> None:
        """Take records; the values they share are looked at once.

        Raises:
            Refusal: `DATA_UNFIT`, naming row and column of a text the format cannot hold; nothing is ever cut.
        """
        shared: list[str] | None = None
        row: Row = {}
        try:
            for row in records.own:
                shared = shared or self._filled(self._empty, records.shared)
                self._write(self._filled(shared, row))
                self._records += 1
        except _Unfit as unfit:
            values = {**records.shared, **row}
            keys = " ".join(str(values.get(key) or "-") for key in self._dataset.keys)
            where = f"{self._dataset.name} {keys}"
            raise Refusal(Code.DATA_UNFIT, row=where, column=unfit.column, why=unfit.why) from None

    def _filled(self, cells: list[str], row: Row) -> list[str]:
        """Return cells with the values of a row in their places."""
        filled, places = cells.copy(), self._places
        try:
            for name, value in row.items():
                place, made = places[name]
                filled[place] = made[value]
        except KeyError:
            raise ValueError(f"{self._dataset.name} has no variable {name}") from None
        return filled

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def done(self) -> Spooled:
        """Return what the dataset is after its last row, closed."""
        widths = tuple(column.width for column in self._columns)
        return Spooled(self._dataset, self._records, widths, self._path)


class _Unfit(Exception):
    """A value the format cannot hold."""

    def __init__(self, column: str, why: str) -> None:
        super().__init__(column, why)
        self.column, self.why = column, why


class _Column:
    """Checks and measures the values of a variable as they come."""

    def __init__(self, variable: Variable, limits: Limits) -> None:
        self._variable, self._limits = variable, limits
        self._is_number = variable.kind in NUMBERS
        self.width = 8 if self._is_number else 1

    def cell(self, value: Value) -> str:
        """Return a value as it stands in a row."""
        if value is None or value == "":
            return self._limits.nothing
        if isinstance(value, str):
            self._check(value)
        # as one type throughout, because 1 and 1.0 are the same to whoever remembers
        return self._limits.cell(float(value) if self._variable.kind is Kind.FLOAT else value)

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
