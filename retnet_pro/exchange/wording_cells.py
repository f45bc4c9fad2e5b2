"""The cells of a table with words, from a CSV file; the door for spreadsheets is `wording_xlsx`.

What a cell holds stays as it is: no trimming, no guess about its encoding.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from retnet_pro.errors import Code, Refusal

SOURCE_LIMIT = 8 * 1024 * 1024
"""Bytes of a source. A dictionary of a whole study takes a few hundred thousand."""
ROW_LIMIT = 20_000
COLUMN_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell."""

    text: str
    flaw: str = ""
    """Why it cannot give words; '' for a plain text."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table, row by row, the header first. Rows can be of different lengths."""

    rows: tuple[tuple[Cell, ...], ...]
    where: Callable[[int], str]
    """From the place of a row, from 0, to where a person finds it."""
    notes: tuple[str, ...] = ()


def unfit(path: str, why: str) -> Refusal:
    """Return the refusal of a source of words."""
    return Refusal(Code.WORDING_SOURCE_UNFIT, path=path, why=why)


def source_bytes(path: Path) -> bytes:
    """Return what is in a file, and of a file that is too large enough for `demand_readable` to see that.

    Raises:
        Refusal: `FILE_MISSING`.
    """
    try:
        with path.open("rb") as file:
            return file.read(SOURCE_LIMIT + 1)
    except OSError as error:
        raise Refusal(Code.FILE_MISSING, path=path) from error


def demand_readable(untrusted: bytes, path: str) -> None:
    """Return if a source is small enough and no spreadsheet of a kind that nobody here reads.

    Raises:
        Refusal: `WORDING_SOURCE_UNFIT`.
    """
    if len(untrusted) > SOURCE_LIMIT:
        raise unfit(path, f"it is larger than {SOURCE_LIMIT // 1024 // 1024} MiB")
    if untrusted.startswith(b"\xd0\xcf\x11\xe0"):
        raise unfit(path, "it is an old or locked spreadsheet; save it as XLSX without a password")


def read_csv(untrusted: bytes, path: str) -> Sheet:
    """Return the table in a CSV file in UTF-8; commas, semicolons or tabs, whichever its first line has most of.

    Raises:
        Refusal: `WORDING_SOURCE_UNFIT`.
    """
    text = _decoded(untrusted, path)
    first = text.partition("\n")[0]
    reader = csv.reader(StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True)
    rows: list[tuple[Cell, ...]] = []
    lines: list[int] = []
    line = 1
    try:
        for row in reader:
            if len(rows) >= ROW_LIMIT or len(row) > COLUMN_LIMIT:
                raise unfit(path, f"it has more than {ROW_LIMIT} rows or {COLUMN_LIMIT} columns")
            rows.append(tuple(Cell(value) for value in row))
            lines.append(line)
            line = reader.line_num + 1
    except csv.Error as error:
        raise unfit(path, f"line {line} is not well-formed CSV: {error}") from error
    return Sheet(tuple(rows), lambda row: f"line {lines[row]}")


def _decoded(untrusted: bytes, path: str) -> str:
    if untrusted.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise unfit(path, "it is in UTF-16; save it in UTF-8")
    if b"\x00" in untrusted:
        raise unfit(path, "it holds zero bytes and is no text")
    try:
        return untrusted.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = untrusted.count(b"\n", 0, error.start) + 1
        sign = len(untrusted[untrusted.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8")) + 1
        raise unfit(path, f"line {line} is not in UTF-8, from its sign {sign} on; save it as CSV in UTF-8") from error
