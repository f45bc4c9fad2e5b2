"""What a report of a trial is made of: sections of words, tables and figures. Laid out by whoever shows it.

A table holds each number twice: in words, rounded, for a reader, and as it was calculated, for the CSV file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retnet_pro.analysis.canvas import Picture
from retnet_pro.study.model import Mode

Exact = str | int | float | None
"""As it goes to a CSV file; None is an empty field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column."""

    head: str
    """Above it, for a reader; '' where no reader sees it."""
    code: str
    """Its name in the CSV file; '' where it is not in that."""
    is_number: bool = False
    """Whether it stands to the right."""
    width: float = 1.0
    """Against the other columns, on paper."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell."""

    words: str
    exact: Exact = None


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with what must stand under it."""

    name: str
    """Of its CSV file, without ending."""
    title: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    counted: str
    """Who or what is counted."""
    missing: str
    """What is missing, and what is done about it."""
    method: str
    """Names of the methods with library and version."""
    is_shown: bool = True
    """False: only a CSV file, e.g. every step of a curve."""

    @property
    def foot(self) -> tuple[str, ...]:
        """The lines under it; the version of the program stands on every page."""
        return (f"n: {self.counted}", f"Missing: {self.missing}", f"Method: {self.method}")

    @property
    def seen(self) -> tuple[int, ...]:
        """The places of the columns a reader sees."""
        return tuple(place for place, column in enumerate(self.columns) if column.head)

    @property
    def filed(self) -> tuple[int, ...]:
        """The places of the columns of the CSV file."""
        return tuple(place for place, column in enumerate(self.columns) if column.code)


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    text: str
    is_warning: bool = False
    """Whether it must not be overlooked: an assumption, or a reason why there is no number."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of short statements."""

    title: str
    items: tuple[str, ...]


Piece = Words | Listing | Table | Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section; a deeper level belongs to the one before."""

    name: str
    """For links: small letters, digits and hyphens."""
    title: str
    pieces: Sequence[Piece]
    level: int = 0
    begins_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialPaper:
    """The whole report. The same facts give the same paper."""

    title: str
    head: str
    """On every page: trial, study and cut-off."""
    foot: str
    """On every page: program and versions."""
    program: str
    """Program and version, for every file of its own."""
    mode: Mode
    """What the data are for."""
    mark: str
    """On every page of data that are not of a study; else ''."""
    sections: Sequence[Section]

    @property
    def tables(self) -> Iterator[Table]:
        """Every table, also those no reader sees."""
        return (piece for section in self.sections for piece in section.pieces if isinstance(piece, Table))

    @property
    def pictures(self) -> Iterator[Picture]:
        """Every figure."""
        return (piece for section in self.sections for piece in section.pieces if isinstance(piece, Picture))
