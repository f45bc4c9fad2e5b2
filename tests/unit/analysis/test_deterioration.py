import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retnet_pro.analysis.deterioration import (
    PUBLISHED,
    Confirmation,
    DeteriorationRule,
    End,
    Reference,
    ScoreCourse,
    ScoreOn,
    time_to_deterioration,
)
from retnet_pro.instrument.model import Direction

DATA = Path(__file__).parents[2] / "data"
FALLS, RISES = Direction.HIGHER_BETTER, Direction.HIGHER_WORSE


def rows(name):
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def oracle_courses():
    by_id = {}
    for row in rows("ttd_oracle_input.csv"):
        by_id.setdefault(row["id"], []).append((int(row["date"]), float(row["QoL"]) if row["QoL"] else None))
    for name, visits in by_id.items():
        later = [ScoreOn(day, value) for day, value in visits if day > 0]
        yield ScoreCourse(subject=name, group="all", baseline=dict(visits)[0], later=later)


EXPECTED = {row["id"]: row for row in rows("ttd_oracle_expected.csv")}


@pytest.mark.parametrize("name", PUBLISHED)
def test_every_published_definition_equals_an_independent_program(name):
    """40 courses for each of five definitions; four of them make the 160."""
    found = time_to_deterioration(oracle_courses(), PUBLISHED[name], FALLS).counted
    assert len(found) == 40
    assert {one.subject: (int(one.happened), one.months) for one in found} == {
        key: (int(row[f"{name}_event"]), pytest.approx(float(row[f"{name}_months"]), abs=1e-6))
        for key, row in EXPECTED.items()
    }


def only(baseline, later, direction=FALLS, died_on=None, **rule):
    visits = [ScoreOn(30 * place, value) for place, value in enumerate(later, start=1)]
    course = ScoreCourse(subject="S1", group="be", baseline=baseline, later=visits, died_on=died_on)
    (one,) = time_to_deterioration([course], DeteriorationRule(**{"threshold": 10, **rule}), direction).counted
    return one.days, one.happened, one.why


def test_a_fall_of_exactly_the_threshold_counts_also_where_fractions_come_out_a_bit_below_it():
    assert only(60, [50]) == (30, True, End.WORSE)
    assert only(60, [50.1]) == (30, False, End.LAST_SCORE)
    assert only(200 / 3, [200 / 3 - 10]) == (30, True, End.WORSE)


@pytest.mark.parametrize(
    ("later", "counts"),
    [
        ([40, 75], {Confirmation.NONE}),
        ([40, 70], {Confirmation.NONE, Confirmation.NO_IMPROVEMENT_OVER_REFERENCE}),
        (
            [20, 40],
            {Confirmation.NONE, Confirmation.NO_IMPROVEMENT_OVER_REFERENCE, Confirmation.HOLDS, Confirmation.NEXT},
        ),
        ([40, 50, 50], set(Confirmation)),
        ([45, 55], set(Confirmation) - {Confirmation.HOLDS, Confirmation.NEXT}),
        ([50, 50, 60], set(Confirmation) - {Confirmation.HOLDS}),
    ],
)
def test_the_definitions_part_where_later_scores_rise(later, counts):
    """From 60: a rise to exactly 70 is no improvement over it, and 40 is one over 20 by more than the threshold."""
    found = {way for way in Confirmation if only(60, later, confirmation=way)[:2] == (30, True)}
    assert found == counts


def test_deterioration_of_a_symptom_is_a_rise():
    assert only(20, [10, 30], RISES) == (60, True, End.WORSE)
    assert only(20, [30, 10], FALLS) == (60, True, End.WORSE)


def test_the_next_score_confirms_or_not_and_an_unasked_last_one_does_not():
    assert only(60, [40, 60, 40, 50], confirmation=Confirmation.NEXT) == (90, True, End.WORSE)
    assert only(60, [60, 40], confirmation=Confirmation.NEXT) == (60, False, End.LAST_SCORE)


def test_death_is_an_event_or_censors_at_the_last_score():
    assert only(60, [60], died_on=70) == (30, False, End.LAST_SCORE)
    assert only(60, [60], died_on=70, death_counts=True) == (70, True, End.DEATH)
    assert only(60, [40], died_on=70, death_counts=True) == (30, True, End.WORSE)


def test_missed_visits_are_passed_over_or_end_the_time():
    later = [60, None, None, 40]
    assert only(60, later) == (120, True, End.WORSE)
    assert only(60, later, missed_at_most=2) == (120, True, End.WORSE)
    assert only(60, later, missed_at_most=1) == (30, False, End.GAP)
    assert only(60, later, missed_at_most=1, died_on=130, death_counts=True) == (30, False, End.GAP)


def test_who_has_no_baseline_or_no_later_score_is_told_apart():
    assert only(None, [60, 40]) == (0, False, End.NO_BASELINE)
    assert only(60, []) == (1, False, End.NO_FOLLOW_UP)
    assert only(60, [None]) == (1, False, End.NO_FOLLOW_UP)


def test_the_definition_is_said_in_full():
    rule = DeteriorationRule(threshold=10, reference=Reference.BEST, missed_at_most=1)
    assert rule.in_words(RISES) == (
        "a rise of 10 points or more against the best score so far; confirmation: none: the first worse score counts; "
        "death: censored at the last score; missed visits: at most 1 in a row"
    )


points = st.integers(0, 12).map(lambda twelfth: twelfth * 100 / 12)


@given(points, st.lists(st.none() | points, max_size=6))
def test_a_stricter_definition_never_comes_sooner(baseline, later):
    """Definition 2 asks more than 1; 1 and 3 ask more than the first worse score alone."""

    def when(confirmation):
        days, happened, _ = only(baseline, later, confirmation=confirmation)
        return days if happened else float("inf")

    strict = when(Confirmation.HOLDS)
    for between in (Confirmation.NO_IMPROVEMENT_OVER_REFERENCE, Confirmation.NO_IMPROVEMENT_OVER_WORSE):
        assert when(Confirmation.NONE) <= when(between)
    assert when(Confirmation.NO_IMPROVEMENT_OVER_REFERENCE) <= strict


@given(points, st.lists(st.none() | points, max_size=6))
def test_a_scale_and_its_mirror_deteriorate_together(baseline, later):
    mirrored = [None if value is None else 100 - value for value in later]
    assert only(baseline, later, FALLS) == only(100 - baseline, mirrored, RISES)
