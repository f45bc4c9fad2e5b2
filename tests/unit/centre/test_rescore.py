"""Plans are found by the very bytes of a form, and made once."""

from dataclasses import replace

import pytest

from retnet_pro.centre.rescore import disagreement, plans_of
from retnet_pro.instrument.model import ContentHash, Status, Variant


def test_a_plan_is_found_for_a_known_form_and_made_once(kit):
    plans = plans_of([kit.INSTRUMENT])
    form = kit.make_response("s").form
    assert plans(form, "") is plans(form, "")
    assert plans(form, "other") is None
    assert plans(replace(form, hash=ContentHash("0" * 64)), "") is None


@pytest.mark.rule("E73")
def test_a_response_is_scored_again_in_the_variant_it_names(kit):
    variants = tuple(
        Variant(id=name, title=name, source="made for the tests", status=Status.PROJECT) for name in ("a", "b")
    )
    instrument = replace(kit.INSTRUMENT, variants=variants)
    plans = plans_of([instrument])
    response = kit.make_response("s")
    (one,) = response.scores
    for variant, known in (("a", True), ("b", True), ("", False), ("c", False)):
        found = disagreement(replace(response, scores=(one._replace(variant=variant),)), plans)
        assert (found is None) is known
