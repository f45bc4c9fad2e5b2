from datetime import date, timedelta

import pytest

from retnet_pro.analysis.results import NotComputable
from retnet_pro.analysis.staff_forms import AdverseEvent, Asked
from retnet_pro.analysis.toxicity import toxicity

TREATED = date(2026, 3, 1)
ARMS = dict.fromkeys("abcd", "be") | {"e": "deb"}
FIRST = dict.fromkeys("abce", TREATED)
"""d was never treated."""
ASKED = [Asked(subject=name, on=TREATED + timedelta(days=14)) for name in "abd"]
"""c and e were treated and never asked."""


def event(subject, kind=4, grade=2, after=3, **over):
    facts = {"related": 2, "serious": False, "began_last": None if after is None else TREATED + timedelta(days=after)}
    return AdverseEvent(subject=subject, kind=kind, grade=grade, **{**facts, **over})


def be(*events):
    groups = toxicity(events, ASKED, FIRST, ARMS)
    assert [one.group for one in groups] == ["be", "deb"]
    return groups[0]


def test_the_denominator_is_who_was_treated_and_asked_afterwards():
    group = be()
    assert (group.treated, group.asked) == (3, 2)
    (line,) = group.lines
    assert (line.kind, line.any_grade.events, line.any_grade.n) == (None, 0, 2)


def test_a_participant_counts_once_per_kind_with_the_worst_grade():
    anything, fever, pain = be(event("a", grade=1), event("a", grade=3), event("a", kind=3), event("b")).lines
    assert (anything.worst, anything.events) == ({2: 1, 3: 1}, 4)
    assert (fever.kind, fever.worst, pain.kind, pain.worst) == (3, {2: 1}, 4, {2: 1, 3: 1})
    assert (pain.any_grade.value, pain.severe.value, pain.severe.events) == (1, 0.5, 1)


def test_the_interval_is_exact():
    assert (be(event("a", grade=3)).lines[0].severe.low, be(event("a", grade=3)).lines[0].severe.high) == pytest.approx(
        (0.012579, 0.987421), abs=1e-6
    )


def test_serious_and_related_count_participants():
    line = be(event("a", serious=True), event("a", serious=True), event("b", related=1)).lines[0]
    assert (line.serious, line.related) == (1, 1)


@pytest.mark.parametrize(("after", "counted"), [(0, 1), (-1, 0), (None, 1)])
def test_what_may_have_begun_after_treatment_counts(after, counted):
    assert be(event("a", after=after)).lines[0].events == counted


def test_who_was_never_asked_has_no_share_and_not_none():
    deb = toxicity([event("e")], ASKED, FIRST, ARMS)[1]
    assert (deb.treated, deb.asked) == (1, 0)
    assert isinstance(deb.lines[0].any_grade, NotComputable)
