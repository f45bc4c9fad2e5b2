"""Score a response again with the same code as the tablet, and say in which scale they differ (promise 6)."""

from collections.abc import Callable, Iterable

from retnet_pro.instrument.model import Instrument
from retnet_pro.record.response import FormUsed, Response
from retnet_pro.scoring.compute import score
from retnet_pro.scoring.plan import Plan, make_plan
from retnet_pro.scoring.score import Score

TOLERANCE = 1e-9
"""Largest difference that is rounding and not disagreement (design part 7)."""

Plans = Callable[[FormUsed, str], Plan | None]
"""Finds how to score a form in a variant, or None when the centre does not know this form to the byte."""
Forms = Callable[[FormUsed], Instrument | None]
"""Finds a form, or None when the centre does not know it to the byte."""


def forms_of(instruments: Iterable[Instrument]) -> Forms:
    """Return a way to find the instruments the centre knows."""
    known = {FormUsed(each.id, each.version, each.hash): each for each in instruments}
    return known.get


def plans_of(instruments: Iterable[Instrument]) -> Plans:
    """Return the plans of the instruments the centre knows, each made once."""
    known = {(each.id, each.version, each.hash): each for each in instruments}
    made: dict[tuple[FormUsed, str], Plan] = {}

    def find(form: FormUsed, variant: str) -> Plan | None:
        instrument = known.get((form.id, form.version, form.hash))
        variants = [each.id for each in instrument.variants] or [""] if instrument else []
        if instrument is None or variant not in variants:
            return None
        if (form, variant) not in made:
            made[form, variant] = make_plan(instrument, variant)
        return made[form, variant]

    return find


def disagreement(response: Response, plans: Plans) -> str | None:
    """Return why the scores of a response cannot be confirmed, or None when they are exactly what the answers give.

    Raises:
        Refusal: `PAYLOAD_BROKEN`, when an answer is no option of its item.
    """
    variants = {one.variant for one in response.scores}
    if len(variants) > 1:
        return "its scores are of more than one variant"
    plan = plans(response.form, next(iter(variants), ""))
    if plan is None:
        return f"the form {response.form.id} {response.form.version} is not known here in these very bytes and variant"
    if len(response.answers) != len(plan.items) or not all(item.id in response.answers for item in plan.items):
        return "its answers are not those of the items of its form"
    return _difference(response.scores, score(plan, response.answers))


def _difference(stated: tuple[Score, ...], ours: tuple[Score, ...]) -> str | None:
    if [one.code for one in stated] != [one.code for one in ours]:
        return "its scores are not those of the scales of its form"
    for theirs, again in zip(stated, ours, strict=True):
        if not _is_same(theirs, again):
            return f"scored again, scale {again.code} differs"
    return None


def _is_same(one: Score, other: Score) -> bool:
    if (one.why, one.used, one.of, one.version) != (other.why, other.used, other.of, other.version):
        return False
    if one.value is None or other.value is None:
        return one.value is other.value
    return abs(one.value - other.value) <= TOLERANCE
