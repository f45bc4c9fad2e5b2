import pytest
from scipy import stats

from retnet_pro.analysis.results import NotComputable
from retnet_pro.analysis.trajectories import ScoreAt, trajectories

VALUES = (50.0, 58.0, 75.0, 83.0)


def scores(group, at, *values):
    return [ScoreAt(subject=f"{group}{place}", group=group, at=at, value=value) for place, value in enumerate(values)]


def test_what_is_missing_is_counted_and_in_no_mean():
    (found,) = trajectories(scores("be", "baseline", *VALUES, None), what="QL2", order=("baseline",))
    assert (found.due, found.n, found.missing) == (5, 4, 1)
    assert found.mean.value == pytest.approx(66.5)
    assert found.sd == pytest.approx(15.154757, abs=1e-6)


def test_the_interval_is_that_of_students_t():
    (found,) = trajectories(scores("be", "baseline", *VALUES), what="QL2", order=("baseline",))
    reach = stats.t.ppf(0.975, 3) * 15.154757 / 2
    assert (found.mean.low, found.mean.high) == pytest.approx((66.5 - reach, 66.5 + reach), abs=1e-5)


def test_one_score_gives_no_interval_but_a_reason():
    found = trajectories(scores("be", "baseline", 50.0, None), what="QL2", order=("baseline", "week-12"))
    assert [(one.at, one.n, one.due, one.sd) for one in found] == [("baseline", 1, 2, None), ("week-12", 0, 0, None)]
    assert all(isinstance(one.mean, NotComputable) for one in found)
    assert found[0].mean.reason == "1 score(s) give no interval"


def test_groups_come_in_order_of_name_and_time_points_as_given():
    given = [*scores("ctace", "week-12", *VALUES), *scores("be", "baseline", *VALUES), *scores("be", "other", *VALUES)]
    found = trajectories(given, what="QL2", order=("week-12", "baseline"))
    assert [(one.group, one.at) for one in found] == [
        ("be", "week-12"),
        ("be", "baseline"),
        ("ctace", "week-12"),
        ("ctace", "baseline"),
    ]
