"""Scores as calculated items of a FHIR Questionnaire (SDC): a courtesy copy of our formulas for whoever shows the form.

They stand only in a form that is handed out on its own, never in data that are sent: our scorer stays the one that
counts. The rule for missing items is in the formulas; "does not apply" is no number and so counts as missing.

A variable holds the answered codes of a scale, another one its score, so that a score made of scores can use them. In
FHIRPath whatever is computed from nothing is nothing: a score without a value leaves its item empty.
"""

from collections.abc import Iterator, Sequence

from retnet_pro.exchange.fhir_codes import codes_of_scale
from retnet_pro.exchange.fhir_names import Resource, code_system, coding
from retnet_pro.exchange.fhir_questionnaire import is_number
from retnet_pro.instrument.model import Instrument, Item
from retnet_pro.scoring.methods import Formula
from retnet_pro.scoring.plan import Plan, PlannedScale, make_plan

CALCULATED = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"
VARIABLE = "http://hl7.org/fhir/StructureDefinition/variable"
SCORES = "SCORES"
"""Link id of the group of scores; no item has capitals in its id."""
_LANGUAGE = "text/fhirpath"


def score_link(scale: str) -> str:
    """Return the link id of a score."""
    return f"score-{scale}"


def with_scores(questionnaire: Resource, form: Instrument, variant: str | None = None) -> Resource:
    """Return the Questionnaire of a form with an item for every score, below all others, which a program computes.

    Without a variant the scores are those of the form's declared default.

    Raises:
        Refusal: `VARIANT_UNKNOWN`, `FORM_BROKEN`.
    """
    plan = make_plan(form, variant)
    named = f"Scores ({plan.variant})" if plan.variant else "Scores"
    group = {"linkId": SCORES, "text": named, "type": "group", "item": [_item(form, one) for one in plan.scales]}
    return {
        **questionnaire,
        "extension": [*questionnaire.get("extension", []), *_variables(form, plan)],
        "item": [*questionnaire["item"], group],
    }


def _item(form: Instrument, planned: PlannedScale) -> Resource:
    own = coding(code_system(f"{form.id}-score"), planned.code, planned.scale.name)
    return {
        "extension": [_computed(CALCULATED, f"%{planned.code}")],
        "linkId": score_link(planned.code),
        "code": [own, *codes_of_scale(form, planned.code)],
        "text": planned.scale.name,
        "type": "decimal",
        "readOnly": True,
    }


def _variables(form: Instrument, plan: Plan) -> Iterator[Resource]:
    """Yield what is computed, in an order in which nothing is used before it is there.

    The name of a variable is of type ``id`` in R4, which has no underscore; a code of a score has no small letters.
    """
    for planned in plan.from_items:
        if planned.formula is None:
            yield _computed(VARIABLE, _burden(form, planned), planned.code)
            continue
        yield _computed(VARIABLE, _answered([form.by_id[item] for item in planned.items]), f"{planned.code}answered")
        yield _computed(VARIABLE, _from_total(planned, planned.formula), planned.code)
    for _, planned in plan.from_scales:
        yield _computed(VARIABLE, _mean_of_scales(planned), planned.code)


def _from_total(planned: PlannedScale, formula: Formula) -> str:
    answered = f"%{planned.code}answered"
    count = f"{answered}.count()"
    total = f"{answered}.aggregate($this + $total, 0)"
    above = f"{formula.weight} * {total} + {formula.shift} * {count}"
    return (
        f"iif({count} >= {planned.minimum_answered}, "
        f"({above}) / ({formula.divisor} * {count} + {formula.constant}), {{}})"
    )


def _burden(form: Instrument, planned: PlannedScale) -> str:
    """Return the sum of counts times severities; a count of 0 is a burden of 0, whose severity is not asked."""
    pairs = zip(planned.items[::2], planned.items[1::2], strict=True)
    each = ((_answered([form.by_id[count]]), _answered([form.by_id[severity]])) for count, severity in pairs)
    return " + ".join(f"iif({count} = 0, 0, {count} * {severity})" for count, severity in each)


def _mean_of_scales(planned: PlannedScale) -> str:
    parts = planned.scale.components
    total = " + ".join(f"(100 - %{code})" if is_turned else f"%{code}" for code, is_turned in parts)
    return f"({total}) / {len(parts)}"


def _answered(items: Sequence[Item]) -> str:
    """Return the answered codes of items as numbers; what is no number is left out."""
    found = [
        _at([item.id for item in items if is_number(item) is numbers]) + ("" if numbers else _AS_NUMBERS)
        for numbers in (True, False)
        if any(is_number(item) is numbers for item in items)
    ]
    return found[0] if len(found) == 1 else f"{found[0]}.combine({found[1]})"


_AS_NUMBERS = ".code.select($this.toInteger())"


def _at(items: Sequence[str]) -> str:
    wanted = " or ".join(f"linkId = '{item}'" for item in items)
    return f"%resource.item.where({wanted}).answer.value"


def _computed(url: str, expression: str, name: str | None = None) -> Resource:
    named = {} if name is None else {"name": name}
    return {"url": url, "valueExpression": {**named, "language": _LANGUAGE, "expression": expression}}
