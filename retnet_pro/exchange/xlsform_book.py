"""The door to openpyxl for writing: sheets of text become a spreadsheet file.

Every cell is text and says so, whatever it begins with: a spreadsheet computes none of them, and keeps them as text
when a translator types into them. The same sheets give the same bytes.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_BEGINNING = datetime(1980, 1, 1)  # the earliest date a zip can say; when a file was made is not in it
_WIDE, _NARROW = 60, 22
_AS_TEXT = "@"


def write_book(sheets: Mapping[str, Sequence[Sequence[str]]]) -> bytes:
    """Return an XLSX file with these sheets, the first row of each standing still above the others."""
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    book = Workbook()
    book.remove(book.active)
    book.properties.creator = "RETNET-Pro"
    book.properties.created = book.properties.modified = _BEGINNING
    for name, rows in sheets.items():
        _fill(book.create_sheet(name), rows)
    made = BytesIO()
    ExcelWriter(book, ZipFile(made, "w", ZIP_DEFLATED)).save()  # the usual way to save puts in the time of day
    return _without_times(made)


def _fill(sheet: Any, rows: Sequence[Sequence[str]]) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for number, row in enumerate(rows, 1):
        for place, text in enumerate(row, 1):
            cell = sheet.cell(number, place)
            cell.number_format = _AS_TEXT
            if text:
                cell.value, cell.data_type = text, "s"
                cell.quotePrefix = True
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == 1:
                cell.font = Font(bold=True)
    for place, head in enumerate(rows[0], 1):
        is_wide = head.startswith("label") or head in ("relevant", "form_title")
        sheet.column_dimensions[get_column_letter(place)].width = _WIDE if is_wide else _NARROW
    sheet.freeze_panes = "A2"


def _without_times(made: BytesIO) -> bytes:
    out = BytesIO()
    with ZipFile(made) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            entry = ZipInfo(part.filename, _BEGINNING.timetuple()[:6])
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
            new.writestr(entry, old.read(part))
    return out.getvalue()
