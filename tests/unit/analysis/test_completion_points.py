import pytest

from retnet_pro.analysis.completion import completion_points
from retnet_pro.analysis.results import NotComputable
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.study.absence import Absence
from retnet_pro.study.completion import Completion, Rate


def row(visit="week-12", point="week-12", group=None, variable=(8, 10), fixed=(8, 12), absent=None, **over):
    facts = {
        "visit": visit,
        "time_point": point,
        "title": point.title(),
        "cycle": None,
        "instrument": InstrumentId("core"),
        "group": group,
        "variable": Rate(*variable),
        "fixed": Rate(*fixed),
        "invalid": 1,
        "absent": absent or {},
        "unexplained": 1,
        "awaited": 0,
    }
    return Completion(**{**facts, **over})


@pytest.mark.rule("E61", "E62", "E63")
def test_both_rates_stand_with_their_numbers_and_an_interval():
    (point,) = completion_points([row()])
    assert (point.variable.events, point.variable.n, point.variable.value) == (8, 10, 0.8)
    assert (point.fixed.events, point.fixed.n) == (8, 12)
    assert (point.variable.low, point.variable.high) == pytest.approx((0.490162, 0.943318), abs=1e-6)


def test_the_interval_stays_within_nothing_and_everything():
    empty, full = completion_points([row(variable=(0, 5)), row(point="week-24", variable=(5, 5))])
    assert empty.variable.low == pytest.approx(0)
    assert full.variable.high == pytest.approx(1)


@pytest.mark.rule("E66")
def test_visits_after_each_embolization_are_added_up_with_their_reasons():
    reason, other = list(Absence)[:2]
    first = row("post-5w-1", "post-5w", variable=(8, 10), fixed=(8, 12), absent={reason: 2})
    second = row("post-5w-2", "post-5w", variable=(3, 6), fixed=(3, 12), absent={reason: 1, other: 1})
    (point,) = completion_points([first, second])
    assert (point.variable.events, point.variable.n) == (11, 16)
    assert (point.fixed.events, point.fixed.n) == (11, 24)
    assert point.absent == {reason: 3, other: 1}
    assert (point.invalid, point.unexplained) == (2, 2)


def test_where_nothing_was_expected_there_is_a_reason_and_no_nought():
    (point,) = completion_points([row(variable=(0, 0))])
    assert isinstance(point.variable, NotComputable)
    assert point.fixed.n == 12


def test_groups_and_forms_stay_apart_in_their_order():
    rows = [row(), row(group="be"), row(group="ctace"), row(instrument=InstrumentId("module"))]
    found = [(point.instrument, point.group) for point in completion_points(rows)]
    assert found == [("core", None), ("core", "be"), ("core", "ctace"), ("module", None)]
