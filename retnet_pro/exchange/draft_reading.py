"""Read a file of somebody else's as the draft of a form: what a file is, its content says and not its name."""

from pathlib import Path

from retnet_pro.exchange.draft_fhir import read_fhir_draft
from retnet_pro.exchange.draft_redcap import read_redcap_draft
from retnet_pro.exchange.draft_xlsform import SHEETS, read_xlsform_draft
from retnet_pro.exchange.wording_cells import demand_readable, read_csv, source_bytes, unfit
from retnet_pro.exchange.wording_redcap import is_redcap
from retnet_pro.instrument.draft import DraftSource


def load_draft_source(path: Path, language: str, part: str | None = None) -> DraftSource:
    """Return what a file asks, with its words in a language.

    `part` names a form of a data dictionary.

    Raises:
        Refusal: `FILE_MISSING`, `WORDING_SOURCE_UNFIT`.
    """
    return read_draft_source(source_bytes(path), str(path), language, part)


def read_draft_source(untrusted: bytes, path: str, language: str, part: str | None = None) -> DraftSource:
    """Return what the bytes of a file ask: a FHIR Questionnaire, an XLSForm or a data dictionary of REDCap.

    Raises:
        Refusal: `WORDING_SOURCE_UNFIT`.
    """
    demand_readable(untrusted, path)
    if untrusted.startswith(b"PK"):
        from retnet_pro.exchange.wording_xlsx import read_sheets

        sheets = read_sheets(untrusted, path, SHEETS)
        if "survey" not in sheets:
            raise unfit(path, "it has no sheet 'survey' and is no XLSForm; save a data dictionary as CSV")
        return read_xlsform_draft(sheets, language)
    if untrusted.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"["):
        return read_fhir_draft(untrusted, path, language)
    sheet = read_csv(untrusted, path)
    if is_redcap(sheet):
        return read_redcap_draft(sheet, path, part)
    raise unfit(path, "it is neither a FHIR Questionnaire nor an XLSForm nor a REDCap data dictionary")
