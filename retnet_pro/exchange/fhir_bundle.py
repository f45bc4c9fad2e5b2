"""All responses and scores as one FHIR R4 Bundle, written participant by participant, an entry a line.

A *collection* is a file to read; a *transaction* is the same to post to a FHIR server. There a resource that the server
has already is not made again; one that was corrected takes the place of what the server has.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO
from urllib.parse import quote

from retnet_pro.dataset.rows import FormStatus, PersonRows
from retnet_pro.dataset.study_data import StudyData
from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.appearing import appearing, demand_free
from retnet_pro.exchange.fhir_codes import codes_of_form, is_known
from retnet_pro.exchange.fhir_names import Resource, identifier, made_id, marks
from retnet_pro.exchange.fhir_questionnaire import make_questionnaire, unsaid_conditions
from retnet_pro.exchange.fhir_response import ResponseMaker
from retnet_pro.exchange.fhir_scores import ScoreMaker
from retnet_pro.exchange.fhir_template import in_url, json_text
from retnet_pro.exchange.writer import ExportMade, Progress, made_file, with_progress
from retnet_pro.instrument.model import ContentHash, Wording

_AMENDED = "amended"
_Makers = Mapping[ContentHash, tuple[ResponseMaker, ScoreMaker]]
_ALWAYS_LEFT_OUT = (
    "what is known of participants (arm, dates of treatment and events) and the log of events",
    "notes in words of staff, and who corrected an answer",
    "forms of staff: see the CSV bundle",
)


def write_fhir_collection(data: StudyData, out: Path, progress: Progress) -> ExportMade:
    """Write the rows as a Bundle to read.

    Raises: as `writer.Writer`.
    """
    return _write(data, out, progress, "collection")


def write_fhir_transaction(data: StudyData, out: Path, progress: Progress) -> ExportMade:
    """Write the rows as a Bundle to post to a FHIR server.

    Raises: as `writer.Writer`.
    """
    return _write(data, out, progress, "transaction")


def _write(data: StudyData, out: Path, progress: Progress, kind: str) -> ExportMade:
    demand_free(out)
    counts: Counter[str] = Counter()
    about = data.about
    entry = _to_post if kind == "transaction" else _to_read
    makers = {
        one.hash: (ResponseMaker(about, one, entry), ScoreMaker(about, one, entry)) for one in data.codebook.instruments
    }
    with appearing(out) as file:
        entries = _Entries(file, data, kind)
        for resource in _questionnaires(data):
            entries.add(json_text(entry(resource)))
        for person in with_progress(data, progress):
            counts["participants"] += 1
            for made in _person(makers, person, counts):
                entries.add(made)
        entries.close()
    return ExportMade(
        format="fhir" if kind == "collection" else f"fhir-{kind}",
        out=out,
        files=(made_file(out, entries.count),),
        participants=counts["participants"],
        forms=counts["forms"],
        left_out=tuple(_left_out(data, counts)),
    )


def _questionnaires(data: StudyData) -> Iterator[Resource]:
    """Yield every form without words, or where words may leave, in each of their languages."""
    marked = marks(data.about)
    for form in data.codebook.instruments:
        told: tuple[Wording | None, ...] = data.codebook.words_of(form)
        for wording in told or (None,):
            yield make_questionnaire(form, wording, marked, codes_of_form(form))


def _person(makers: _Makers, person: PersonRows, counts: Counter[str]) -> Iterator[str]:
    for rows in person.forms:
        content = rows.form.instrument_hash
        if rows.form.status is not FormStatus.DONE or content is None:
            counts["empty"] += rows.form.status is not FormStatus.NOT_DUE
            continue
        if content not in makers:
            why = f"version {rows.form.instrument_version} of {rows.form.instrument} is not known here"
            raise Refusal(Code.DATA_UNFIT, row=rows.form.key, column="form", why=why)
        counts["forms"] += 1
        responses, scores = makers[content]
        yield responses.make(rows)
        yield from scores.make(rows)


def _left_out(data: StudyData, counts: Counter[str]) -> Iterator[str]:
    yield from _ALWAYS_LEFT_OUT
    if counts["empty"]:
        yield f"{counts['empty']} forms that were expected and did not come whole, with their reasons"
    for form in data.codebook.instruments:
        for item in unsaid_conditions(form):
            yield f"the condition under which item {item} of {form.id} {form.version} is shown"
        if not is_known(form):
            yield f"codes of others for {form.id} {form.version}: none are known here"


class _Entries:
    """The entries of a Bundle that is being written. It has state because only commas part one from the next."""

    def __init__(self, file: IO[bytes], data: StudyData, kind: str) -> None:
        self._file = file
        self.count = 0
        about = data.about
        upto = ",".join(f"{dev}/{seq}/{name}" for dev, (seq, name) in about.upto.items())
        key = made_id(about.trial, kind, about.source, about.study_hash, about.cut_off.isoformat(), upto)
        head = {
            "resourceType": "Bundle",
            "id": key,
            **marks(about),
            "identifier": identifier(about, "export", key),
            "type": kind,
            **({"timestamp": about.last_at} if about.last_at else {}),
        }
        file.write(f'{json_text(head)[:-1]},"entry":['.encode())

    def add(self, entry: str) -> None:
        """Write an entry."""
        self._file.writelines((b",\n" if self.count else b"\n", entry.encode()))
        self.count += 1

    def close(self) -> None:
        """Write the end."""
        self._file.write(b"\n]}\n")


def _to_read(resource: Resource) -> Resource:
    return {"fullUrl": f"urn:uuid:{resource['id']}", "resource": resource}


def _to_post(resource: Resource) -> Resource:
    """The server gives ids of its own; what belongs together is told by the full address within the bundle."""
    return {
        "fullUrl": f"urn:uuid:{resource['id']}",
        "resource": {name: value for name, value in resource.items() if name != "id"},
        "request": _request(resource),
    }


def _request(resource: Resource) -> Resource:
    kind, held = str(resource["resourceType"]), resource["identifier"]
    one = held[0] if isinstance(held, list) else held
    search = f"identifier={quote(one['system'], safe=':/')}|{in_url(one['value'])}"
    if resource["status"] == _AMENDED:
        return {"method": "PUT", "url": f"{kind}?{search}"}
    return {"method": "POST", "url": kind, "ifNoneExist": search}
