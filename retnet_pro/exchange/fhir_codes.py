"""What others call our forms and scores: terms of SNOMED CT and of published guides, kept as a table beside this file.

Rows hold for one version of a form. There is no LOINC code for any of these forms, and none is invented.
"""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from retnet_pro.exchange.fhir_names import Resource, coding
from retnet_pro.instrument.model import Instrument

_Key = tuple[str, str, str]
"""Form, version, scale; '' for the form itself."""


def codes_of_form(form: Instrument) -> list[Resource]:
    """Return what others call a form; of a version that the table does not know, nothing."""
    return [coding(system, code) for system, code in _table().get((form.id, form.version, ""), ())]


def codes_of_scale(form: Instrument, scale: str) -> list[Resource]:
    """Return what others call a score of a form."""
    return [coding(system, code) for system, code in _table().get((form.id, form.version, scale), ())]


def is_known(form: Instrument) -> bool:
    """Whether the table has anything about this version of a form."""
    return any(known[:2] == (form.id, form.version) for known in _table())


@cache
def _table() -> Mapping[_Key, tuple[tuple[str, str], ...]]:
    found: dict[_Key, tuple[tuple[str, str], ...]] = {}
    with files("retnet_pro.exchange").joinpath("tables", "fhir_codes.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            key = (row["instrument"], row["version"], row["scale"])
            found[key] = (*found.get(key, ()), (row["system"], row["code"]))
    return found
