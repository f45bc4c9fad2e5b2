"""Scores as FHIR R4 Observations: one a scale, with its reason where there is none, and one panel that holds them."""

from collections.abc import Iterator
from typing import NamedTuple

from retnet_pro.dataset.rows import FormRows
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
from retnet_pro.exchange.fhir_response import Entry, response_id
from retnet_pro.exchange.fhir_template import Template, filling, inner, json_text, whole, within
from retnet_pro.exchange.remembered import Remembered
from retnet_pro.instrument.model import Instrument, Scale, ScaleCode
from retnet_pro.scoring.score import Why

_SURVEY = [{"coding": [coding(CATEGORY, "survey", "Survey")]}]
_WHY = {
    Why.TOO_FEW_ANSWERED: "too few items answered for this score",
    Why.COMPONENT_MISSING: "a score it is made of is missing",
}


class _Alike(NamedTuple):
    """What the Observations that one template is for have in common."""

    status: str
    scale: ScaleCode
    variant: str
    why: Why | None
    scoring_version: str


class ScoreMaker:
    """Makes the Observations of one form. It has state because what is alike in all of them is made once."""

    def __init__(self, about: About, form: Instrument, entry: Entry) -> None:
        self._about, self._entry = about, entry
        self._marks = marks(about)
        self._scales = {
            (scale.code, variant): (scale, _code_of(form, scale))
            for scale in form.scales
            for variant in scale.variants or ("", *(one.id for one in form.variants))
        }
        own = coding(code_system("instrument"), form.id, form.title)
        self._panel_code = {"coding": [own, *codes_of_form(form)], "text": f"{form.title}: scores"}
        self._scores = Remembered(self._score)
        self._panels = Remembered(self._panel)
        self._values = Remembered[float | None, str](json_text)
        self._member = Template(reference("Observation", within("id")))

    def make(self, rows: FormRows) -> Iterator[str]:
        """Yield the entry of every scale of a response, and after them of a panel for each way to score."""
        row, trial, response = rows.form, self._about.trial, str(rows.form.response)
        status = "amended" if row.corrections else "final"
        known = {
            **filling("response", response),
            "subject": inner(row.subject),
            "at": json_text(row.finished),
            "response_id": response_id(self._about, row),
        }
        for variant in dict.fromkeys(score.variant for score in rows.scores):
            members = []
            for score in rows.scores:
                if score.variant == variant:
                    made = made_id(trial, "score", _key(response, score.scale, variant))
                    members.append(self._member.filled({"id": made}))
                    own = {"id": made, "value": self._values[score.value], "used": str(score.used), "of": str(score.of)}
                    alike = _Alike(status, score.scale, variant, score.why, score.scoring_version)
                    yield self._scores[alike].filled(known | own)
            own = {"id": made_id(trial, "panel", _key(response, variant)), "members": f"[{','.join(members)}]"}
            yield self._panels[status, variant].filled(known | own)

    def _panel(self, of: tuple[str, str]) -> Template:
        status, variant = of
        return Template(
            self._entry(
                {
                    **self._named("panel", variant),
                    **self._shared(status),
                    **({"extension": list(_variant(variant))} if variant else {}),
                    "code": self._panel_code,
                    "hasMember": whole("members"),
                }
            )
        )

    def _score(self, alike: _Alike) -> Template:
        scale, code = self._scales[alike.scale, alike.variant]
        return Template(
            self._entry(
                {
                    **self._named("score", alike.scale, alike.variant),
                    **self._shared(alike.status),
                    "extension": [
                        own_extension("entered", "Integer", whole("used")),
                        own_extension("entered-of", "Integer", whole("of")),
                        *_variant(alike.variant),
                    ],
                    "code": code,
                    **_value(alike.why),
                    "method": {"text": _method(scale, alike)},
                }
            )
        )

    def _named(self, kind: str, *keys: str) -> Resource:
        return {
            "resourceType": "Observation",
            "id": within("id"),
            "identifier": [identifier(self._about, kind, _key(within("response"), *keys))],
        }

    def _shared(self, status: str) -> Resource:
        return {
            **self._marks,
            "status": status,
            "category": _SURVEY,
            "subject": participant(self._about, within("subject")),
            "effectiveDateTime": whole("at"),
            "derivedFrom": [reference("QuestionnaireResponse", within("response_id"))],
        }


def _key(*keys: str) -> str:
    return "/".join(filter(None, keys))


def _code_of(form: Instrument, scale: Scale) -> Resource:
    own = coding(code_system(f"{form.id}-score"), scale.code, scale.name)
    return {"coding": [own, *codes_of_scale(form, scale.code)], "text": scale.name}


def _value(why: Why | None) -> Resource:
    if why is None:
        return {"valueQuantity": {"value": whole("value"), "unit": "score", "system": UCUM, "code": "{score}"}}
    reasons = [coding(ABSENT_CODES, "unknown", "Unknown"), coding(code_system("score-absent"), why)]
    return {"dataAbsentReason": {"coding": reasons, "text": _WHY[why]}}


def _method(scale: Scale, alike: _Alike) -> str:
    variant = f"; variant {alike.variant}" if alike.variant else ""
    return f"{scale.source}{variant}; RETNET-Pro scoring version {alike.scoring_version}"


def _variant(variant: str) -> Iterator[Resource]:
    if variant:
        yield own_extension("scoring-variant", "String", variant)
