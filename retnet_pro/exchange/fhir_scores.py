"""Scores as FHIR R4 Observations: one a scale, with its reason where there is none, and one panel that holds them."""

from collections.abc import Iterator

from retnet_pro.dataset.rows import FormRow, FormRows, ScoreRow
from retnet_pro.dataset.study_data import About
from retnet_pro.exchange.fhir_codes import codes_of_form, codes_of_scale
from retnet_pro.exchange.fhir_names import (
    ABSENT_CODES,
    CATEGORY,
    UCUM,
    Resource,
    code_system,
    coding,
    identifier,
    made_id,
    marks,
    own_extension,
    participant,
    reference,
)
from retnet_pro.exchange.fhir_response import response_id
from retnet_pro.instrument.model import Instrument, Scale
from retnet_pro.scoring.score import Why

_SURVEY = [{"coding": [coding(CATEGORY, "survey", "Survey")]}]
_WHY = {
    Why.TOO_FEW_ANSWERED: "too few items answered for this score",
    Why.COMPONENT_MISSING: "a score it is made of is missing",
}


class ScoreMaker:
    """Makes the Observations of one form. It has state because what is alike in all of them is made once."""

    def __init__(self, about: About, form: Instrument) -> None:
        self._about = about
        self._marks = marks(about)
        self._scales = {
            (scale.code, variant): (scale, _code_of(form, scale))
            for scale in form.scales
            for variant in scale.variants or ("", *(one.id for one in form.variants))
        }
        own = coding(code_system("instrument"), form.id, form.title)
        self._panel_code = {"coding": [own, *codes_of_form(form)], "text": f"{form.title}: scores"}

    def make(self, rows: FormRows) -> Iterator[Resource]:
        """Yield an Observation for every scale of a response, and after them a panel for each way to score."""
        row = rows.form
        shared = {
            **self._marks,
            "status": "amended" if row.corrections else "final",
            "category": _SURVEY,
            "subject": participant(self._about, row.subject),
            "effectiveDateTime": row.finished,
            "derivedFrom": [reference("QuestionnaireResponse", response_id(self._about, row))],
        }
        for variant in dict.fromkeys(score.variant for score in rows.scores):
            made = [self._score(row, shared, score) for score in rows.scores if score.variant == variant]
            yield from made
            yield {
                **self._named("panel", row, variant),
                **shared,
                **({"extension": list(_variant(variant))} if variant else {}),
                "code": self._panel_code,
                "hasMember": [reference("Observation", one["id"]) for one in made],
            }

    def _score(self, row: FormRow, shared: Resource, score: ScoreRow) -> Resource:
        scale, code = self._scales[score.scale, score.variant]
        return {
            **self._named("score", row, score.scale, score.variant),
            **shared,
            "extension": [
                own_extension("entered", "Integer", score.used),
                own_extension("entered-of", "Integer", score.of),
                *_variant(score.variant),
            ],
            "code": code,
            **_value(score),
            "method": {"text": _method(scale, score)},
        }

    def _named(self, kind: str, row: FormRow, *keys: str) -> Resource:
        key = "/".join((str(row.response), *filter(None, keys)))
        return {
            "resourceType": "Observation",
            "id": made_id(self._about.trial, kind, key),
            "identifier": [identifier(self._about, kind, key)],
        }


def _code_of(form: Instrument, scale: Scale) -> Resource:
    own = coding(code_system(f"{form.id}-score"), scale.code, scale.name)
    return {"coding": [own, *codes_of_scale(form, scale.code)], "text": scale.name}


def _value(score: ScoreRow) -> Resource:
    if score.why is None:
        return {"valueQuantity": {"value": score.value, "unit": "score", "system": UCUM, "code": "{score}"}}
    reasons = [coding(ABSENT_CODES, "unknown", "Unknown"), coding(code_system("score-absent"), score.why)]
    return {"dataAbsentReason": {"coding": reasons, "text": _WHY[score.why]}}


def _method(scale: Scale, score: ScoreRow) -> str:
    variant = f"; variant {score.variant}" if score.variant else ""
    return f"{scale.source}{variant}; RETNET-Pro scoring version {score.scoring_version}"


def _variant(variant: str) -> Iterator[Resource]:
    if variant:
        yield own_extension("scoring-variant", "String", variant)
