"""The formats data can be taken out in, each by what it is for."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_PURPOSES: Mapping[str, object] = {
    "csv": QT_TRANSLATE_NOOP("formats", "Spreadsheet, with codebook (CSV)"),
    "adam-csv": QT_TRANSLATE_NOOP("formats", "For analysis (ADaM, CSV)"),
    "adam-xpt": QT_TRANSLATE_NOOP("formats", "For analysis in SAS (ADaM, XPT)"),
    "sdtm-xpt": QT_TRANSLATE_NOOP("formats", "For SAS or a regulator (SDTM, XPT)"),
    "sdtm-json": QT_TRANSLATE_NOOP("formats", "For a regulator (SDTM, JSON)"),
    "redcap": QT_TRANSLATE_NOOP("formats", "For a REDCap project"),
    "odm": QT_TRANSLATE_NOOP("formats", "For a trial database (ODM-XML)"),
    "fhir": QT_TRANSLATE_NOOP("formats", "For a hospital or registry (FHIR)"),
    "parquet": QT_TRANSLATE_NOOP("formats", "For Python, R or DuckDB (Parquet)"),
}


def offered(known: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return key and words of the formats this page offers, of those that can be written here."""
    return tuple((key, purpose(key)) for key in _PURPOSES if key in known)


def purpose(key: str) -> str:
    """Return what a format is for."""
    return QCoreApplication.translate("formats", str(_PURPOSES[key]))
