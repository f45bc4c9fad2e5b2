"""The only door to openpyxl: the cells of one sheet of a spreadsheet that somebody sent.

Before openpyxl sees it, the file is measured: a small file may unpack to no end, and XML can name entities that grow
without bound. Formulas are seen as formulas; their last result is not words somebody wrote.
"""

import re
import warnings
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, time
from io import BytesIO
from typing import Any
from zlib import error as ZlibError  # noqa: N812 - a class, whatever its name

from retnet_pro.exchange.wording_cells import COLUMN_LIMIT, ROW_LIMIT, Cell, Sheet, unfit
from retnet_pro.instrument.wording_flaws import shown

UNPACKED_LIMIT = 16 * 1024 * 1024
"""Bytes of all parts together."""
PART_LIMIT = 500
TAG_LIMIT = 500_000
"""Tags of all parts together; openpyxl makes objects of them, and 10,000 rows of words take fewer."""
_EMPHASIS = "has emphasis, which a wording file does not keep (E04)"
_SET_INLINE = re.compile(rb"<(\w+:)?is>\s*<(\w+:)?r[\s>]")
"""Words set in several ways inside a sheet, where openpyxl reads them as one plain text."""
_HIDDEN = re.compile(rb"<(\w+:)?(col|row)\s[^>]{0,400}\bhidden\s*=\s*[\"'](1|true)")
_MERGED = re.compile(rb"<(\w+:)?mergeCell\s")
_SEEN = (
    (_SET_INLINE, f"a cell {_EMPHASIS}"),
    (_HIDDEN, "a sheet has hidden rows or columns, which were read as well"),
    (_MERGED, "a sheet has merged cells; of these only the first holds anything"),
)
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")


def read_xlsx(untrusted: bytes, path: str, sheet: str | None) -> Sheet:
    """Return the cells of the sheet of this name, or of the only visible sheet.

    Raises:
        Refusal: `WORDING_SOURCE_UNFIT`.
    """
    return _read(untrusted, path, lambda book: _table(_chosen(book, path, sheet), path))


def read_sheets(untrusted: bytes, path: str, names: Collection[str]) -> Mapping[str, Sheet]:
    """Return the cells of the sheets of these names in lower case, as far as there are any.

    Each of them has the notes of the whole file; they name hidden sheets, merged cells and sheets of other names.

    Raises:
        Refusal: `WORDING_SOURCE_UNFIT`.
    """
    tables: dict[str, Sheet] = {}

    def found(book: Any) -> Sheet:
        notes = []
        for one in book.worksheets:
            name = str(one.title).strip().casefold()
            if name not in names:
                notes.append(f"the sheet {shown(str(one.title))} is not read")
                continue
            tables.setdefault(name, _table(one, path))
            if one.sheet_state != "visible":
                notes.append(f"the sheet {shown(str(one.title))} is hidden and was read as well")
        return Sheet((), str, tuple(notes))

    notes = _read(untrusted, path, found).notes
    return {name: replace(table, notes=notes) for name, table in tables.items()}


def _read(untrusted: bytes, path: str, take: Callable[[Any], Sheet]) -> Sheet:
    try:
        parts = _modest(untrusted, path)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of decoration it does not know
            found = _cells(untrusted, take)
        notes = tuple(note for sign, note in _SEEN if any(map(sign.search, parts)))
        return replace(found, notes=(*found.notes, *notes))
    except (
        zipfile.BadZipFile, ZlibError, NotImplementedError, ArithmeticError, AttributeError, LookupError, SyntaxError,
        TypeError, ValueError, OSError, EOFError, RuntimeError,
    ) as error:  # fmt: skip
        # openpyxl takes a damaged file apart with whatever Python raises on the way.
        raise unfit(path, f"it is not a readable XLSX file ({type(error).__name__})") from error


def _modest(untrusted: bytes, path: str) -> list[bytes]:
    """Return the parts, if they are few, small, and free of declarations that could grow."""
    with zipfile.ZipFile(BytesIO(untrusted)) as packed:
        parts = packed.infolist()
        if len(parts) > PART_LIMIT or len({part.filename.casefold() for part in parts}) < len(parts):
            raise unfit(path, f"it has more than {PART_LIMIT} parts, or one of them twice")
        if any(part.flag_bits & 1 for part in parts):
            raise unfit(path, "it is locked with a password")
        if sum(part.file_size for part in parts) > UNPACKED_LIMIT:
            raise unfit(path, f"it unpacks to more than {UNPACKED_LIMIT // 1024 // 1024} MiB")
        if any(part.filename.casefold().endswith("vbaproject.bin") for part in parts):
            raise unfit(path, "it carries a program (macros); save it as a plain XLSX file")
        found = {part.filename.casefold(): packed.read(part) for part in parts}
    if sum(content.count(b"<") for content in found.values()) > TAG_LIMIT:
        raise unfit(path, f"it has more than {TAG_LIMIT} tags")
    for name, content in found.items():
        _demand_plain(content, path, is_xml=name.endswith((".xml", ".rels")))
    return list(found.values())


def _demand_plain(xml: bytes, path: str, *, is_xml: bool) -> None:
    declared = _DECLARED.match(xml.removeprefix(b"\xef\xbb\xbf"))
    if (is_xml and b"\x00" in xml) or (declared and declared.group(1).lower() not in (b"utf-8", b"us-ascii")):
        raise unfit(path, "a part of it is not in UTF-8")
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise unfit(path, "it declares entities, which no spreadsheet program does")


def _cells(untrusted: bytes, take: Callable[[Any], Sheet]) -> Sheet:
    import openpyxl

    book = openpyxl.load_workbook(BytesIO(untrusted), read_only=True, rich_text=True)
    try:
        return take(book)
    finally:
        book.close()


def _table(chosen: Any, path: str) -> Sheet:
    chosen.reset_dimensions()  # what a file says about its own size is not believed
    rows, numbers = [], []
    for number, row in enumerate(chosen.iter_rows(max_row=ROW_LIMIT + 1, max_col=COLUMN_LIMIT + 1), 1):
        length = max((place for place, cell in enumerate(row, 1) if cell.value is not None), default=0)
        if number > ROW_LIMIT or length > COLUMN_LIMIT:
            raise unfit(path, f"the sheet has more than {ROW_LIMIT} rows or {COLUMN_LIMIT} columns")
        if length:  # rows left out in the file come as empty ones
            rows.append(tuple(_cell(cell) for cell in row[:length]))
            numbers.append(number)
    title = str(chosen.title)
    return Sheet(tuple(rows), lambda row: f"sheet {shown(title)}, row {numbers[row]}")


def _chosen(book: Any, path: str, name: str | None) -> Any:
    """Return the wanted sheet; a hidden one is never taken without being named."""
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    if name is not None and name in sheets:
        return sheets[name]
    visible = [sheet for sheet in sheets.values() if sheet.sheet_state == "visible"]
    if name is None and len(visible) == 1:
        return visible[0]
    known = ", ".join(map(shown, sheets)) or "none"
    said = "it has no single visible sheet" if name is None else f"it has no sheet '{name}'"
    raise unfit(path, f"{said}; name one with --part. Sheets: {known}")


def _cell(cell: Any) -> Cell:
    value = cell.value
    match value:
        case None:
            return Cell("")
        case bool():
            return Cell("", "the cell holds a truth value, not a text")
        case int() | float():
            plain = str(int(value)) if value == int(value) else str(value)
            return Cell(plain, "the cell holds a number, not a text")
        case date() | time():
            return Cell("", "the cell holds a date, not a text")
        case list():
            return Cell("".join(_runs(value)), note=_EMPHASIS)
        case str() if cell.data_type == "f":
            return Cell("", "the cell holds a formula, not a text")
        case str() if cell.data_type == "e":
            return Cell("", f"the cell holds an error, {value}")
        case str():
            return Cell(value)
        case _:
            return Cell("", "the cell holds a formula, not a text")


def _runs(parts: list[Any]) -> Iterator[str]:
    """Yield the pieces of a text that is set in several ways."""
    for part in parts:
        yield part if isinstance(part, str) else str(part.text)
