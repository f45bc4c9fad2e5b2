"""The tables of a report as CSV files: unrounded numbers, with what is missing and how it was done in every line."""

import csv
from io import StringIO

from retnet_pro.report.spreadsheet import safe_text
from retnet_pro.report.trial.parts import Exact, Table, TrialPaper

_ABOUT = ("counted", "missing_data", "method", "program", "mark")


def csv_file(table: Table, paper: TrialPaper) -> bytes:
    """Return a table as UTF-8; numbers as shortest decimals that read back alike, an empty field where none is."""
    lines = StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow([*(table.columns[place].code for place in table.filed), *_ABOUT])
    about = (table.counted, table.missing, table.method, paper.program, paper.mark)
    for row in table.rows:
        writer.writerow([*(_field(row[place].exact) for place in table.filed), *map(_field, about)])
    return lines.getvalue().encode()


def _field(value: Exact) -> str:
    if value is None:
        return ""
    return safe_text(value) if isinstance(value, str) else repr(value)
