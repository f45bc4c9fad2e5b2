import pytest
from lifelines.datasets import load_rossi

from retnet_pro.analysis.results import NotComputable
from retnet_pro.analysis.survival import hazard_ratios, kaplan_meier, log_rank
from retnet_pro.analysis.time_to_event import Times, TimeToEvent, by_group, regrouped


def one(days, happened=True, group="be", subject="S1"):
    return TimeToEvent(subject=subject, group=group, days=days, happened=happened, why="")


def arm(group, events, censored=0):
    return [one(30 * (day + 1), group=group) for day in range(events)] + [
        one(1000, happened=False, group=group) for _ in range(censored)
    ]


@pytest.fixture(scope="module")
def rossi():
    """Comes with lifelines; weeks stand in the place of days, as no estimate here depends on the unit."""
    frame = load_rossi()
    return [
        one(int(row.week), happened=bool(row.arrest), group=f"fin {row.fin}", subject=str(row.Index))
        for row in frame.itertuples()
    ]


def test_published_figures_are_met(rossi):
    """R survival 3.5-3, scikit-survival 0.28.0 and statsmodels 0.15.0 give the same on these data."""
    assert log_rank(rossi, what="arrest").statistic == pytest.approx(3.837570, abs=5e-7)
    everybody = [one(time.days, happened=time.happened) for time in rossi]
    (curve,) = kaplan_meier(everybody, what="arrest", look_at=(0,))
    assert curve.steps[-1].value == pytest.approx(0.736111, abs=5e-7)
    assert (curve.n, curve.events) == (432, 114)


def test_a_curve_counts_down_by_hand():
    """Four participants: event, event, lost, event. 3/4, then 1/2 of all; then the last one alone."""
    times = [one(30), one(60), one(90, happened=False), one(120)]
    (curve,) = kaplan_meier(times, what="x", look_at=(0.0, 2.0, 4.0))
    assert [step.value for step in curve.steps] == pytest.approx([1, 0.75, 0.5, 0.5, 0])
    assert [(at.time, at.count) for at in curve.at_risk] == [(0, 4), (2, 2), (4, 0)]
    assert curve.censored == pytest.approx([90 / 30.4375])
    assert curve.median.value == pytest.approx(90 / 30.4375), "the middle of the time at exactly a half, up to day 120"
    assert all(step.low <= step.value <= step.high for step in curve.steps)


@pytest.mark.parametrize(
    ("happened", "months", "ends"),
    [((1, 0, 1, 0, 1), 5, (1, None)), ((0, 0, 0, 0, 0, 0, 0, 0, 0, 1), 10, (None, None))],
)
def test_where_a_curve_ends_at_nought_the_median_has_no_end_there(happened, months, ends):
    """R survival 3.5-3, `survfit` with ``conf.type = "log-log"``, gives 5 (1 to NA) and 10 (NA to NA)."""
    (curve,) = kaplan_meier(
        [one(30.4375 * (month + 1), happened=bool(had)) for month, had in enumerate(happened)], what="x", look_at=()
    )
    assert (curve.median.value, curve.median.low, curve.median.high) == (months, *ends)


def test_a_median_that_is_not_reached_is_a_reason_and_no_number():
    (curve,) = kaplan_meier([one(30), *[one(60, happened=False)] * 9], what="x", look_at=())
    assert isinstance(curve.median, NotComputable)
    assert "not reached" in curve.median.reason


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    ("times", "words"),
    [
        ([], "No participant has a time"),
        (arm("be", 20), "one group only (be)"),
        ([*arm("be", 0, 9), *arm("ctace", 0, 9)], "Nobody had the event yet"),
        ([*arm("be", 20), *arm("ctace", 0, 9)], "1 of 2 groups had no event yet"),
        ([*arm("be", 5, 3), *arm("ctace", 4, 3)], "9 events are too few"),
        ([*arm("ctace", 12), *arm("deb", 12)], "reference group has no participant"),
        ([*arm("be", 20), *[one(1 + day, group="ctace") for day in range(20)]], "finds no stable value"),
    ],
)
def test_where_data_carry_no_ratio_there_is_a_reason_and_no_warning(times, words):
    (found,) = hazard_ratios(times, what="x", reference="be")
    assert isinstance(found, NotComputable)
    assert words in found.reason


@pytest.mark.parametrize("times", [[], arm("be", 20), [*arm("be", 0, 9), *arm("ctace", 0, 9)]])
def test_the_same_holds_for_the_log_rank_test(times):
    assert isinstance(log_rank(times, what="x"), NotComputable)


def test_no_time_no_curve():
    (found,) = kaplan_meier([], what="x", look_at=())
    assert isinstance(found, NotComputable)


def test_a_ratio_above_one_says_that_the_event_comes_sooner():
    times = [*arm("be", 15, 15), *[one(10 + 20 * day, group="ctace") for day in range(20)]]
    (ratio,) = hazard_ratios(times, what="x", reference="be")
    assert ratio.value > 1
    assert ratio.low < ratio.value < ratio.high
    assert (ratio.group, ratio.reference, ratio.n, ratio.events) == ("ctace", "be", 50, 35)


def test_groups_can_be_changed_and_who_has_none_is_told():
    times = Times(counted=(one(1, subject="A"), one(2, subject="B")))
    found = regrouped(times, {"A": "G1"}.get, "has no grade on record")
    assert list(by_group(found.counted)) == ["G1"]
    assert [(gone.subject, gone.reason) for gone in found.left_out] == [("B", "has no grade on record")]
    assert found.events == 1
