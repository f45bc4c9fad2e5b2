"""Of several responses for one time point, which do not count and whether that is because nobody has decided."""

from dataclasses import replace

import pytest

from retnet_pro.dataset.left_out import left_out, undecided_and_beside
from retnet_pro.dataset.rows import FormStatus
from tests import fakes_rows as fakes

DONE = next(one for one in fakes.first_person().forms if one.form.status is FormStatus.DONE)


def forms(*disputed, visit="baseline", status=FormStatus.DONE):
    return [replace(DONE, form=replace(DONE.form, visit=visit, is_disputed=each, status=status)) for each in disputed]


@pytest.mark.rule("P72")
@pytest.mark.parametrize(
    ("disputed", "responses", "is_undecided"),
    [((True, True), 2, True), ((False, True, True), 2, False), ((True,), 1, True)],
    ids=["nobody decided", "decided", "the one that counted is gone"],
)
def test_it_is_undecided_as_long_as_none_counts(disputed, responses, is_undecided):
    (found,) = left_out(forms(*disputed))
    assert (found.subject, found.visit, found.instrument) == (fakes.SUBJECT, "baseline", DONE.form.instrument)
    assert (found.responses, found.is_undecided) == (responses, is_undecided)


@pytest.mark.rule("P72")
def test_time_points_are_told_apart_and_what_counts_or_did_not_come_is_not_left_out():
    both = [*forms(True, True), *forms(False, True, visit="month3"), *forms(False, visit="month6")]
    found = list(left_out([*both, *forms(True, visit="month9", status=FormStatus.MISSED)]))
    assert [one.visit for one in found] == ["baseline", "month3"]
    assert undecided_and_beside(found) == (2, 1)
