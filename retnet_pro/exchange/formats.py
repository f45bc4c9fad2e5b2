"""Every format data can be exported in, by the name the commands know it by."""

from collections.abc import Mapping

from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.adam import write_adam_csv, write_adam_json, write_adam_xpt
from retnet_pro.exchange.csv_bundle import write_csv_bundle
from retnet_pro.exchange.fhir_bundle import write_fhir_collection, write_fhir_transaction
from retnet_pro.exchange.odm import write_odm
from retnet_pro.exchange.parquet import write_parquet
from retnet_pro.exchange.redcap import write_redcap
from retnet_pro.exchange.sdtm import write_sdtm_json, write_sdtm_xpt
from retnet_pro.exchange.writer import Writer

FORMATS: Mapping[str, Writer] = {
    "adam-csv": write_adam_csv,
    "adam-json": write_adam_json,
    "adam-xpt": write_adam_xpt,
    "csv": write_csv_bundle,
    "odm": write_odm,
    "parquet": write_parquet,
    "redcap": write_redcap,
    "sdtm-json": write_sdtm_json,
    "sdtm-xpt": write_sdtm_xpt,
    "fhir": write_fhir_collection,
    "fhir-transaction": write_fhir_transaction,
}


def writer_of(name: str) -> Writer:
    """Return what writes a format.

    Raises:
        Refusal: `FORMAT_UNKNOWN`, naming those there are.
    """
    found = FORMATS.get(name)
    if found is None:
        raise Refusal(Code.FORMAT_UNKNOWN, format=name, known=", ".join(FORMATS))
    return found
