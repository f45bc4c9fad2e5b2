"""Dataset-JSON 1.1 (CDISC): the same datasets as text that needs no program of anybody."""

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TextIO

from retnet_pro.exchange.spool import Limits, Spooled
from retnet_pro.exchange.tabulation import NUMBERS, Kind

_BEFORE = ",\n"
"""Stands before every row."""


def _waiting(file: TextIO) -> Callable[[Iterable[str]], object]:
    return lambda cells: file.write(f"{_BEFORE}[{','.join(cells)}]")


LIMITS = Limits(
    text_bytes=None,
    is_ascii=False,
    cell=json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode,
    nothing="null",
    line=_waiting,
)
VERSION = "1.1.0"
_TYPES = {
    Kind.TEXT: "string",
    Kind.INTEGER: "integer",
    Kind.FLOAT: "double",
    Kind.DAY: "date",
    Kind.ISO_DAY: "date",
    Kind.ISO_MINUTE: "string",
}


def write_dataset_json(
    spooled: Spooled, at: datetime, label: str, out: Path, *, study: str, metadata: str, program: str
) -> None:
    """Write a dataset, the number of its rows before them; `at` is the time that stands as that of its making."""
    dataset = spooled.dataset
    head = {
        "datasetJSONCreationDateTime": at.isoformat(timespec="seconds"),
        "datasetJSONVersion": VERSION,
        "fileOID": f"{metadata}.{dataset.name}",
        "originator": "RETNET-Pro",
        "sourceSystem": {"name": "RETNET-Pro", "version": program},
        "studyOID": study,
        "metaDataVersionOID": metadata,
        "metaDataRef": "define.xml",
        "itemGroupOID": f"IG.{dataset.name}",
        "records": spooled.records,
        "name": dataset.name,
        "label": label,
        "columns": [_column(spooled, place) for place in range(len(dataset.variables))],
    }
    with out.open("wb") as file:
        file.write(f'{json.dumps(head, ensure_ascii=False, indent=1)[:-2]},\n "rows": ['.encode())
        spooled.pour(file, begin=_BEFORE.index("\n"))
        file.write(b"\n]}\n")


def _column(spooled: Spooled, place: int) -> dict[str, object]:
    variable = spooled.dataset.variables[place]
    column: dict[str, object] = {
        "itemOID": f"IT.{spooled.dataset.name}.{variable.name}",
        "name": variable.name,
        "label": variable.label,
        "dataType": _TYPES[variable.kind],
    }
    if variable.kind is Kind.DAY:
        column |= {"targetDataType": "integer", "displayFormat": "DATE9."}
    if variable.kind not in NUMBERS:
        column["length"] = spooled.widths[place]
    if variable.name in spooled.dataset.keys:
        column["keySequence"] = spooled.dataset.keys.index(variable.name) + 1
    return column
