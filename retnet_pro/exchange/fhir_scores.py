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


def make_scores(about: About, form: Instrument, rows: FormRows) -> Iterator[Resource]:
    """Yield an Observation for every scale of a response, and after them a panel for each way to score."""
    frame = _Frame(about, form, rows.form)
    for variant in dict.fromkeys(score.variant for score in rows.scores):
        made = [_score(frame, score) for score in rows.scores if score.variant == variant]
        yield from made
        yield _panel(frame, variant, made)


class _Frame:
    """What all Observations of one response share."""

    def __init__(self, about: About, form: Instrument, row: FormRow) -> None:
        self.form = form
        self._about = about
        self._response = str(row.response)
        self._first = {
            **marks(about),
            "status": "amended" if row.corrections else "final",
            "category": _SURVEY,
            "subject": participant(about, row.subject),
            "effectiveDateTime": row.finished,
            "derivedFrom": [reference("QuestionnaireResponse", response_id(about, row))],
        }

    def observation(self, kind: str, *keys: str) -> Resource:
        """Return the beginning of an Observation."""
        key = "/".join((self._response, *filter(None, keys)))
        return {
            "resourceType": "Observation",
            "id": made_id(self._about.trial, kind, key),
            "identifier": [identifier(self._about, kind, key)],
            **self._first,
        }


def _score(frame: _Frame, score: ScoreRow) -> Resource:
    form = frame.form
    scale = next(
        one for one in form.scales if one.code == score.scale and (not one.variants or score.variant in one.variants)
    )
    own = coding(code_system(f"{form.id}-score"), score.scale, scale.name)
    return {
        **frame.observation("score", score.scale, score.variant),
        "extension": [
            own_extension("entered", "Integer", score.used),
            own_extension("entered-of", "Integer", score.of),
            *_variant(score.variant),
        ],
        "code": {"coding": [own, *codes_of_scale(form, score.scale)], "text": scale.name},
        **_value(score),
        "method": {"text": _method(scale, score)},
    }


def _value(score: ScoreRow) -> Resource:
    if score.why is None:
        return {"valueQuantity": {"value": score.value, "unit": "score", "system": UCUM, "code": "{score}"}}
    reasons = [coding(ABSENT_CODES, "unknown", "Unknown"), coding(code_system("score-absent"), score.why)]
    return {"dataAbsentReason": {"coding": reasons, "text": _WHY[score.why]}}


def _method(scale: Scale, score: ScoreRow) -> str:
    variant = f"; variant {score.variant}" if score.variant else ""
    return f"{scale.source}{variant}; RETNET-Pro scoring version {score.scoring_version}"


def _panel(frame: _Frame, variant: str, members: list[Resource]) -> Resource:
    form = frame.form
    return {
        **frame.observation("panel", variant),
        **({"extension": list(_variant(variant))} if variant else {}),
        "code": {
            "coding": [coding(code_system("instrument"), form.id, form.title), *codes_of_form(form)],
            "text": f"{form.title}: scores",
        },
        "hasMember": [reference("Observation", one["id"]) for one in members],
    }


def _variant(variant: str) -> Iterator[Resource]:
    if variant:
        yield own_extension("scoring-variant", "String", variant)
