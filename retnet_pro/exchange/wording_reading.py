"""Read a source of words, whatever it is: what a file is, its content says and not its name."""

from pathlib import Path

from retnet_pro.exchange.wording_cells import Sheet, demand_readable, read_csv, source_bytes, unfit
from retnet_pro.exchange.wording_redcap import is_redcap, read_redcap
from retnet_pro.exchange.wording_table import COLUMNS, is_table, read_table
from retnet_pro.instrument.wording_source import Source


def load_source(path: Path, language: str, part: str | None = None) -> Source:
    """Return what a source of words says in a language.

    `part` names a sheet of a spreadsheet, or a form of a data dictionary.

    Raises:
        Refusal: `FILE_MISSING`, `WORDING_SOURCE_UNFIT`.
    """
    return read_source(source_bytes(path), str(path), language, part)


def read_source(untrusted: bytes, path: str, language: str, part: str | None = None) -> Source:
    """Return what the bytes of a source say: a FHIR Questionnaire, a spreadsheet or a table in CSV.

    Raises:
        Refusal: `WORDING_SOURCE_UNFIT`.
    """
    demand_readable(untrusted, path)
    if untrusted.startswith(b"PK"):
        from retnet_pro.exchange.wording_xlsx import read_xlsx

        return _read_sheet(read_xlsx(untrusted, path, part), path, "spreadsheet", part)
    if untrusted.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{":
        from retnet_pro.exchange.wording_fhir import read_fhir

        return read_fhir(untrusted, path, language)
    return _read_sheet(read_csv(untrusted, path), path, "table", part)


def _read_sheet(sheet: Sheet, path: str, kind: str, part: str | None) -> Source:
    if is_redcap(sheet):
        return read_redcap(sheet, part if kind == "table" else None)
    if is_table(sheet):
        return read_table(sheet, kind)
    wanted = "' and '".join(COLUMNS)
    raise unfit(path, f"its first row has neither the columns of a REDCap data dictionary nor '{wanted}'")
