"""A comma-separated table, read in blocks of whole records without ever holding it all.

UTF-8 with or without a byte-order mark, any line ends, quoted cells with commas, quotes and line breaks in them. Cells
stay the bytes they are: a block only says where each begins and ends, so that what is passed through is not changed.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

import numpy as np
from numpy.typing import NDArray

_PIECE_BYTES = 1 << 17
_LONGEST_RECORD_BYTES = 1 << 20
"""A quotation mark that is never closed would otherwise swallow the file, and be looked for again at every piece."""
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_QUOTE, _COMMA, _NEWLINE, _RETURN = b'",\n\r'

Bytes = NDArray[np.uint8]
Places = NDArray[np.int64]


class TableFinding(Exception):
    """The table cannot be scored; carries the findings, each naming its row or column."""

    def __init__(self, *findings: str) -> None:
        super().__init__(*findings)
        self.findings = findings


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Block:
    """Some whole records."""

    raw: bytes
    data: Bytes
    """The same bytes for counting with."""
    starts: Places
    """Records x columns: where each cell begins."""
    ends: Places
    rows: Places
    """Row of each record as a spreadsheet numbers it; the header is row 1."""
    findings: tuple[str, ...]
    """Records that are left out because they have another number of cells or stray quotation marks."""


class TableReader:
    """Reads one open file from its beginning: first `header`, then `blocks`."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._rest = b""
        self._at_end = False
        self._row = 1

    def header(self) -> tuple[str, ...]:
        """Return the column names.

        Raises:
            TableFinding: when there is no readable header.
        """
        data, cut = self._until_record_end(first_only=True)
        line, self._rest = data[:cut], data[cut:]
        line = line.removeprefix(_BYTE_ORDER_MARK)
        if b"\0" in line or line.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise TableFinding("it is not UTF-8 text (save it as 'CSV UTF-8')")
        try:
            names = next(csv.reader([line.decode("utf-8")], strict=True), [])
        except (UnicodeDecodeError, csv.Error):
            raise TableFinding("row 1: the column names are not readable UTF-8 text (save it as 'CSV UTF-8')") from None
        if not any(names):
            raise TableFinding("it has no column names in row 1")
        self._row = 2
        return tuple(names)

    def blocks(self, columns: int) -> Iterator[Block]:
        """Yield the records after the header.

        Raises:
            TableFinding: on bytes that belong in no text, or a quotation mark that is never closed.
        """
        while not (self._at_end and not self._rest):
            data, cut = self._until_record_end(first_only=False)
            whole, self._rest = data[:cut], data[cut:]
            if b"\0" in whole:
                raise TableFinding(f"from row {self._row} on: it is not UTF-8 text (save it as 'CSV UTF-8')")
            if whole:
                block, records = _block(whole, columns, self._row)
                self._row += records
                yield block

    def _until_record_end(self, *, first_only: bool) -> tuple[bytes, int]:
        """Read until at least one record is whole; return the bytes at hand and where the whole records end."""
        data = self._rest
        while True:
            data = self._read_on(data)
            cut = _record_end(data, first_only=first_only)
            if cut or not data:
                return data, cut
            if self._at_end or len(data) > _LONGEST_RECORD_BYTES:
                raise TableFinding(f"row {self._row}: it does not end (is a quotation mark opened and not closed?)")

    def _read_on(self, data: bytes) -> bytes:
        piece = self._file.read(_PIECE_BYTES)
        if piece:
            return data + piece
        self._at_end = True
        return data if not data or data.endswith(b"\n") else data + b"\n"


def _record_end(data: bytes, *, first_only: bool) -> int:
    """Return the place after the first or last line end that is not inside quotation marks, or 0."""
    if b'"' not in data:
        return (data.find(b"\n") if first_only else data.rfind(b"\n")) + 1
    codes = np.frombuffer(data, np.uint8)
    line_ends = np.flatnonzero((codes == _NEWLINE) & ~_quoted(codes))
    return int(line_ends[0 if first_only else -1]) + 1 if len(line_ends) else 0


def _quoted(data: Bytes) -> NDArray[np.bool_]:
    """Return which bytes stand inside quotation marks; the opening mark counts as inside, the closing one does not.

    A doubled quotation mark inside a quoted cell closes and opens again at once, which comes to the same.
    """
    return (np.cumsum(data == _QUOTE, dtype=np.uint8) & 1).astype(np.bool_)


def _block(raw: bytes, columns: int, first_row: int) -> tuple[Block, int]:
    """Find the cells of whole records; return the block and how many rows it covers."""
    data = np.frombuffer(raw, np.uint8)
    is_separator = (data == _COMMA) | (data == _NEWLINE)
    has_quotes = b'"' in raw
    if has_quotes:
        is_separator &= ~_quoted(data)
    ends = np.flatnonzero(is_separator)
    starts = np.empty_like(ends)
    starts[0], starts[1:] = 0, ends[:-1] + 1
    last_cells = _last_cells(data, ends, columns)
    ends[last_cells] -= (data[ends[last_cells] - 1] == _RETURN) & (ends[last_cells] > starts[last_cells])
    cells = np.diff(last_cells, prepend=-1)
    rows = np.arange(first_row, first_row + len(cells))
    is_blank = (cells == 1) & (ends[last_cells] == starts[last_cells])
    is_whole = cells == columns
    findings = [
        f"row {rows[place]}: {cells[place]} cells instead of {columns}"
        for place in np.flatnonzero(~is_whole & ~is_blank)[:20]
    ]
    if has_quotes:
        findings += [f"row {row}: a stray quotation mark" for row in _stray_rows(data, starts, ends, cells, rows)[:20]]
    if not is_whole.all():
        kept = np.repeat(is_whole, cells)
        starts, ends, rows = starts[kept], ends[kept], rows[is_whole]
    shape = (len(rows), columns)
    block = Block(
        raw=raw,
        data=data,
        starts=starts.reshape(shape),
        ends=ends.reshape(shape),
        rows=rows,
        findings=tuple(findings),
    )
    return block, len(cells)


def _last_cells(data: Bytes, ends: Places, columns: int) -> Places:
    """Return which cells end a record; looks at every separator only where records are not all of the same width."""
    if len(ends) % columns == 0:
        expected = np.arange(columns - 1, len(ends), columns)
        if (data[ends[expected]] == _NEWLINE).all() and np.count_nonzero(data == _NEWLINE) == len(expected):
            return expected
    return np.flatnonzero(data[ends] == _NEWLINE)


def _stray_rows(data: Bytes, starts: Places, ends: Places, cells: Places, rows: Places) -> list[int]:
    """Return the rows with a cell that holds quotation marks but is not quoted from end to end.

    Inside such a cell nobody can tell which commas separate; spreadsheets and R read it differently.
    """
    marks = np.concatenate(([0], np.cumsum(data == _QUOTE)))
    inside = marks[ends] - marks[starts]
    with_marks = np.flatnonzero(inside)
    first, last = data[starts[with_marks]], data[ends[with_marks] - 1]
    is_stray = (first != _QUOTE) | (last != _QUOTE) | (inside[with_marks] % 2 == 1)
    stray = {*with_marks[is_stray].tolist(), *_broken_within(data, starts, ends, with_marks[~is_stray], inside)}
    row_of_cell = np.repeat(rows, cells)
    return sorted({int(row_of_cell[cell]) for cell in stray})


def _broken_within(data: Bytes, starts: Places, ends: Places, cells: Places, inside: Places) -> list[int]:
    """Return the quoted cells whose inner quotation marks are not doubled."""
    return [
        int(cell)
        for cell in cells[inside[cells] > 2]
        if b'"' in data[starts[cell] + 1 : ends[cell] - 1].tobytes().replace(b'""', b"")
    ]
