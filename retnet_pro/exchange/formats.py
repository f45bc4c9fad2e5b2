"""Every format data can be exported in, by the name the commands know it by."""

from collections.abc import Mapping

from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.csv_bundle import write_csv_bundle
from retnet_pro.exchange.parquet import write_parquet
from retnet_pro.exchange.redcap import write_redcap
from retnet_pro.exchange.writer import Writer

FORMATS: Mapping[str, Writer] = {
    "csv": write_csv_bundle,
    "parquet": write_parquet,
    "redcap": write_redcap,
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
