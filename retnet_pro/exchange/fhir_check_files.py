"""Check files of FHIR resources together: every response against the questionnaire it names, every bundle in itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.fhir_check import Fault, check_response, named_by
from retnet_pro.exchange.fhir_names import listed
from retnet_pro.exchange.fhir_reading import read_resource
from retnet_pro.exchange.writer import Progress
from retnet_pro.instrument.wording_flaws import shown

_Part = Mapping[str, Any]
_KINDS = ("Bundle", "Questionnaire", "QuestionnaireResponse")


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that does not fit, with its place."""

    path: str
    resource: str
    """Type and id; of a bundle, with the number of the entry."""
    fault: Fault

    def __str__(self) -> str:
        return f"{self.path}: {self.resource}: {self.fault.where}: {self.fault.why}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was looked at and what was found."""

    questionnaires: int
    responses: int
    scores: int
    found: tuple[Found, ...]


def check_files(paths: Sequence[Path], progress: Progress) -> Checked:
    """Return everything that does not fit in these files together; `progress` is told of responses and scores.

    Raises:
        Refusal: `FHIR_UNREADABLE`, when a file is none of these resources; `FILE_MISSING`.
    """
    progress(0, 1)
    placed: list[tuple[str, str, _Part]] = []
    found: list[Found] = []
    for path in paths:
        try:
            plain = read_resource(path.read_bytes(), *_KINDS)
        except OSError as error:
            raise Refusal(Code.FILE_MISSING, path=path) from error
        except ValueError as error:
            raise Refusal(Code.FHIR_UNREADABLE, path=path, why=error) from error
        placed.extend(_resources(path.name, plain))
        if plain["resourceType"] == "Bundle":
            found.extend(Found(path.name, "Bundle", fault) for fault in _bundle(plain))
    kinds = {kind: [one for one in placed if one[2].get("resourceType") == kind] for kind in (*_KINDS, "Observation")}
    known = {name: form for _, _, form in kinds["Questionnaire"] if (name := named_by(form)) is not None}
    responses, scores = kinds["QuestionnaireResponse"], kinds["Observation"]
    of = len(responses) + len(scores)
    for done, (file, name, response) in enumerate(responses, 1):
        found.extend(Found(file, name, fault) for fault in _response(known, response))
        progress(done, of)
    for done, (file, name, score) in enumerate(scores, len(responses) + 1):
        found.extend(Found(file, name, fault) for fault in _score(score))
        progress(done, of)
    return Checked(
        questionnaires=len(kinds["Questionnaire"]),
        responses=len(responses),
        scores=len(scores),
        found=tuple(found),
    )


def _resources(path: str, plain: _Part) -> Iterator[tuple[str, str, _Part]]:
    if plain["resourceType"] != "Bundle":
        yield path, _called(plain), plain
        return
    for number, entry in enumerate(listed(plain, "entry"), 1):
        resource = entry.get("resource")
        if isinstance(resource, dict):
            yield path, f"entry {number}, {_called(resource)}", resource


def _called(resource: _Part) -> str:
    return f"{resource.get('resourceType')} {shown(str(resource.get('id', 'without an id')))}"


def _response(known: Mapping[str, _Part], response: _Part) -> tuple[Fault, ...]:
    named = response.get("questionnaire")
    form = known.get(named) if isinstance(named, str) else None
    if form is None:
        return (Fault("questionnaire", f"{shown(str(named))} is in none of these files with this version"),)
    return check_response(form, response)


def _score(score: _Part) -> Iterator[Fault]:
    if listed(score, "hasMember"):
        return
    if ("valueQuantity" in score) == ("dataAbsentReason" in score):
        yield Fault("value", "a score has either a value or the reason why it has none")


def _bundle(bundle: _Part) -> Iterator[Fault]:
    """Yield what stands twice, and references within the bundle that lead nowhere."""
    addresses: set[str] = set()
    for number, entry in enumerate(listed(bundle, "entry"), 1):
        address = str(entry.get("fullUrl"))
        if address in addresses:
            yield Fault(f"entry {number}", f"{shown(address)} stands twice")
        addresses.add(address)
    for number, entry in enumerate(listed(bundle, "entry"), 1):
        resource = entry.get("resource")
        for wanted in _references(resource if isinstance(resource, dict) else {}):
            if wanted.startswith("urn:uuid:") and wanted not in addresses:
                yield Fault(f"entry {number}", f"{shown(wanted)} is not in this bundle")


def _references(resource: _Part) -> Iterator[str]:
    for name in ("derivedFrom", "hasMember"):
        for one in listed(resource, name):
            if isinstance(one.get("reference"), str):
                yield one["reference"]
