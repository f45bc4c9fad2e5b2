from datetime import date, timedelta

import pytest

from retnet_pro.analysis.cycles import NEXT, NO_NEXT, Treated, cycle_gaps, until_next
from retnet_pro.analysis.results import NotComputable

FIRST = date(2026, 1, 5)


def treated(subject, *days, group="be", known=400):
    return Treated(
        subject=subject,
        group=group,
        embolizations=[FIRST + timedelta(days=day) for day in days],
        last_known=FIRST + timedelta(days=known),
    )


PEOPLE = [treated("a", 0, 30, 90), treated("b", 0, 50), treated("c", 0), treated("d", 0, group="deb"), treated("e")]


def test_gaps_are_told_together_and_cycle_by_cycle_with_who_was_treated():
    found = [(one.group, one.cycle, one.treated) for one in cycle_gaps(PEOPLE)]
    assert found == [("be", None, 3), ("be", 1, 3), ("be", 2, 2), ("deb", None, 1)]
    together, first, second, none = (one.gaps for one in cycle_gaps(PEOPLE))
    assert (together.n, together.median, together.least, together.most) == (3, 50, 30, 60)
    assert (first.lower_quartile, first.median, first.upper_quartile, first.mean) == (35, 40, 45, 40)
    assert second.n == 1
    assert isinstance(none, NotComputable)


def test_until_the_next_embolization_who_had_none_is_censored_when_last_known():
    times = until_next(PEOPLE)
    assert [(one.subject, one.days, one.happened, one.why) for one in times.counted] == [
        ("a", 30, True, NEXT),
        ("b", 50, True, NEXT),
        ("c", 400, False, NO_NEXT),
        ("d", 400, False, NO_NEXT),
    ]
    assert [gone.reason for gone in times.left_out] == ["had no embolization 1"]


@pytest.mark.parametrize(("cycle", "days"), [(2, [60, 350]), (3, [310])])
def test_later_cycles_have_their_own_times(cycle, days):
    assert [one.days for one in until_next(PEOPLE, cycle=cycle).counted] == days


def test_an_embolization_after_the_last_known_day_is_not_known():
    assert [one.days for one in until_next([treated("a", 0, 60, known=40)]).counted] == [40]
