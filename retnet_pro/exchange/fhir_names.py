"""The names FHIR resources go by, here and in the standard: written by the exports, understood by the imports.

Our own names begin with an address that is reserved for addresses which lead nowhere (RFC 2606): it names, and nothing
is ever fetched from it.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from retnet_pro.dataset.study_data import WATERMARK, About

Resource = dict[str, Any]
"""A resource, or a part of one, as it stands in JSON."""

FHIR_VERSION = "4.0.1"
OWN = "https://retnet-pro.invalid/fhir"
_STANDARD = "http://hl7.org/fhir/StructureDefinition/"
_TERMS = "http://terminology.hl7.org/CodeSystem/"

TRANSLATION = f"{_STANDARD}translation"
RENDERING = (f"{_STANDARD}rendering-xhtml", f"{_STANDARD}rendering-markdown")
ORDINAL = f"{_STANDARD}ordinalValue"
WEIGHTS = (ORDINAL, f"{_STANDARD}itemWeight")
"""Numbers of answers whose code is none: R4 and R5."""
ITEM_CONTROL = f"{_STANDARD}questionnaire-itemControl"
ITEM_CONTROLS = "http://hl7.org/fhir/questionnaire-item-control"
ORIENTATION = f"{_STANDARD}questionnaire-choiceOrientation"
LOWEST, HIGHEST = f"{_STANDARD}minValue", f"{_STANDARD}maxValue"
COMPLETION_MODE = f"{_STANDARD}questionnaireresponse-completionMode"
ABSENT = f"{_STANDARD}data-absent-reason"

ABSENT_CODES = f"{_TERMS}data-absent-reason"
CATEGORY = f"{_TERMS}observation-category"
PARTICIPATION = f"{_TERMS}v3-ParticipationMode"
PURPOSE = f"{_TERMS}v3-ActReason"
UCUM = "http://unitsofmeasure.org"
NOT_APPLICABLE = "not-applicable"

_IDS = uuid5(NAMESPACE_URL, OWN)


def made_id(*keys: str) -> str:
    """Return the id of a resource: the same for the same keys, wherever and whenever it is made."""
    return str(uuid5(_IDS, "\n".join(keys)))


def own_extension(name: str, kind: str, value: object) -> Resource:
    """Return an extension of this project; `kind` is the type of FHIR, such as ``String``."""
    return {"url": f"{OWN}/StructureDefinition/{name}", f"value{kind}": value}


def code_system(name: str) -> str:
    """Return the name of a code system of this project."""
    return f"{OWN}/CodeSystem/{name}"


def coding(system: str, code: str, display: str | None = None) -> Resource:
    """Return a coding."""
    return {"system": system, "code": code, **({} if display is None else {"display": display})}


def identifier(about: About, kind: str, value: str) -> Resource:
    """Return an identifier within the trial."""
    return {"system": f"{_trial(about.trial)}/{kind}", "value": value}


@cache
def _trial(name: str) -> str:
    return f"{OWN}/trial/{quote(name, safe='')}"


def participant(about: About, subject: str) -> Resource:
    """Return a participant by study code alone; there is no Patient resource."""
    return {"type": "Patient", "identifier": identifier(about, "subject", subject)}


def reference(kind: str, made: str) -> Resource:
    """Return a reference to a resource of the same bundle by its id."""
    return {"reference": f"urn:uuid:{made}", "type": kind}


def marks(about: About) -> Resource:
    """Return what marks a resource whose data are not of a study: the standard's mark, and ours in words."""
    if not about.is_synthetic:
        return {}
    return {
        "meta": {
            "security": [coding(PURPOSE, "HTEST", "test health data")],
            "tag": [coding(code_system("mark"), "synthetic", WATERMARK)],
        }
    }


def listed(parent: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """Return the objects in a list of an untrusted resource; anything else in its place is none."""
    value = parent.get(name)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def value_of(part: Mapping[str, Any]) -> object:
    """Return the value of an extension or answer, whatever its type; None where there is none."""
    return next((value for name, value in part.items() if name.startswith("value")), None)
