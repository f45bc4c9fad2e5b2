"""A response as a FHIR R4 QuestionnaireResponse: the five states of an answer, whose it is and how it came about.

The source is always the participant: whoever reads out or taps, the answers are the participant's own (rule E58). Who
else recorded them is the author, without a name.
"""

from collections.abc import Callable, Iterator
from typing import assert_never

from retnet_pro.dataset.rows import Changed, FormRow, FormRows, ItemRow, ItemState
from retnet_pro.dataset.study_data import About
from retnet_pro.exchange.fhir_names import (
    ABSENT,
    COMPLETION_MODE,
    ORDINAL,
    OWN,
    PARTICIPATION,
    Resource,
    coding,
    identifier,
    made_id,
    marks,
    own_extension,
    participant,
)
from retnet_pro.exchange.fhir_questionnaire import answer_coding, canonical, is_number, not_applicable_coding
from retnet_pro.exchange.fhir_template import Template, json_text, whole
from retnet_pro.exchange.remembered import Remembered
from retnet_pro.instrument.model import Instrument, Item, ItemId
from retnet_pro.record.circumstance import Medium
from retnet_pro.record.response import AnsweredBy

_MODES = {
    Medium.TABLET: "ELECTRONIC",
    Medium.INTERVIEW: "FACE",
    Medium.TELEPHONE: "PHONE",
    Medium.PAPER: "HANDWRIT",
}


Entry = Callable[[Resource], Resource]
"""Returns the entry of a bundle that holds a resource."""
_Plain = tuple[ItemId, ItemState, int | None]
"""An item that was never corrected."""


def response_id(about: About, row: FormRow) -> str:
    """Return the id of a response. It stays when the response is corrected or filed elsewhere."""
    return made_id(about.trial, "response", str(row.response))


class ResponseMaker:
    """Makes the responses to one form. It has state because what is alike in all of them is made once."""

    def __init__(self, about: About, form: Instrument, entry: Entry) -> None:
        self._about, self._entry = about, entry
        self._marks = marks(about)
        self._canonical = canonical(form)
        self._answers = {(item.id, code): _answer(form, item, code) for item in form.items for code in item.scale.codes}
        self._plain = Remembered(self._written)

    def make(self, rows: FormRows) -> str:
        """Return the entry with the QuestionnaireResponse of a form that came."""
        row = rows.form
        resource: Resource = {
            "resourceType": "QuestionnaireResponse",
            "id": response_id(self._about, row),
            **self._marks,
            **({} if row.language is None else {"language": row.language}),
            "extension": list(_circumstances(row)),
            "identifier": identifier(self._about, "response", str(row.response)),
            "questionnaire": self._canonical,
            "status": "amended" if row.corrections else "completed",
            "subject": participant(self._about, row.subject),
            "authored": row.finished,
            **_author(row),
            "source": participant(self._about, row.subject),
            "item": whole("items"),
        }
        items = filter(None, map(self._item, rows.items))
        return Template(self._entry(resource)).filled({"items": f"[{','.join(items)}]"})

    def _item(self, row: ItemRow) -> str:
        """Return an item; '' for one that was not presented, unless a correction hid it."""
        plain = (row.item, row.state, row.code)
        return self._plain[plain] if row.original is None else self._written(plain, *_corrected(row.original))

    def _written(self, plain: _Plain, *said: Resource) -> str:
        item, state, code = plain
        extensions, answer = list(said), None
        match state:
            case ItemState.ANSWERED:
                assert code is not None, "an answered item has a code"
                answer = self._answers[item, code]
            case ItemState.NOT_APPLICABLE:
                answer = {"valueCoding": not_applicable_coding()}
            case ItemState.SKIPPED:
                extensions.append({"url": ABSENT, "valueCode": "asked-declined"})
            case ItemState.NOT_REACHED:
                extensions.append({"url": ABSENT, "valueCode": "unknown"})
            case ItemState.NOT_PRESENTED:
                if not said:
                    return ""
                extensions.append({"url": ABSENT, "valueCode": "not-asked"})
            case _:
                assert_never(state)
        return json_text(
            {
                **({"extension": extensions} if extensions else {}),
                "linkId": item,
                **({"answer": [answer]} if answer else {}),
            }
        )


def _author(row: FormRow) -> Resource:
    if row.medium is Medium.PAPER:
        return {"author": {"type": "Practitioner", "display": "staff, from paper"}}
    match row.answered_by:
        case AnsweredBy.STAFF_INTERVIEW | AnsweredBy.STAFF_TELEPHONE:
            return {"author": {"type": "Practitioner", "display": "staff"}}
        case AnsweredBy.HELPER_TAPS:
            return {"author": {"display": "helper"}}
        case AnsweredBy.INTERPRETER:
            return {"author": {"display": "interpreter"}}
        case AnsweredBy.ALONE | AnsweredBy.HELPER_READS | None:
            return {}
        case _:
            assert_never(row.answered_by)


def _circumstances(row: FormRow) -> Iterator[Resource]:
    """Yield what FHIR has no element for; nothing in words of staff."""
    if row.medium is not None:
        mode = {"coding": [coding(PARTICIPATION, _MODES[row.medium])]}
        yield {"url": COMPLETION_MODE, "valueCodeableConcept": mode}
    facts = (
        ("site", "String", row.site),
        ("visit", "String", row.visit),
        ("time-point", "String", row.time_point),
        ("cycle", "Integer", row.cycle),
        ("attempt", "Integer", row.attempt),
        ("started", "DateTime", row.started),
        ("answered-by", "Code", row.answered_by),
        ("help", "Code", row.help_why),
        ("mode", "Code", row.mode),
        ("demonstration-wording", "Boolean", row.is_demonstration),
        ("valid", "Boolean", row.is_valid),
        ("corrections", "Integer", row.corrections),
        ("form-sha256", "String", row.instrument_hash),
        ("wording-version", "String", row.wording_version),
        ("wording-sha256", "String", row.wording_hash),
        ("device", "String", row.device),
        ("event", "Integer", row.event),
        ("event-sha256", "String", row.event_hash),
        ("program", "String", row.program),
    )
    for name, kind, value in facts:
        if value is not None:
            yield own_extension(name, kind, value)
    for name in row.accommodations:
        yield own_extension("accommodation", "Code", name)


def _answer(form: Instrument, item: Item, code: int) -> Resource:
    if is_number(item):
        return {"valueInteger": code}
    weight = {"url": ORDINAL, "valueDecimal": code}
    return {"valueCoding": {"extension": [weight], **answer_coding(form, item, code)}}


def _corrected(was: Changed) -> Iterator[Resource]:
    """Yield what stood before corrections and why it was changed, in codes."""
    parts = (
        ("was-state", "Code", was.state),
        ("was-code", "Integer", was.code),
        ("why", "Code", was.why),
        ("source", "Code", was.source),
        ("at", "DateTime", was.at),
    )
    inner = [{"url": name, f"value{kind}": value} for name, kind, value in parts if value is not None]
    yield {"url": f"{OWN}/StructureDefinition/corrected", "extension": inner}
