from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retnet_pro.errors import Code, Refusal
from retnet_pro.study.participant import Participant
from retnet_pro.study.visits import last_expected_day, may_be_asked, planned_visits, visit_by_id, visits

RANDOMISED = date(2026, 1, 10)
DAY = timedelta(days=1)


def ids(found):
    return [visit.id for visit in found]


@pytest.mark.rule("E60")
def test_windows_are_counted_in_days_from_the_anchor(study, participant_with):
    baseline, week12 = visits(study, participant_with())
    assert (baseline.opens, baseline.target, baseline.closes) == (date(2026, 1, 3), RANDOMISED, date(2026, 1, 13))
    assert (week12.opens, week12.target, week12.closes) == (date(2026, 3, 25), date(2026, 4, 4), date(2026, 4, 14))


@pytest.mark.rule("E60")
def test_both_edges_of_a_window_belong_to_it(study, participant_with):
    baseline = visits(study, participant_with())[0]
    assert [baseline.is_open(baseline.opens - DAY), baseline.is_open(baseline.opens)] == [False, True]
    assert [baseline.is_open(baseline.closes), baseline.is_open(baseline.closes + DAY)] == [True, False]


def test_each_embolization_has_its_own_visit_in_order_of_date(study, participant_with):
    person = participant_with(embolizations=(date(2026, 3, 1), date(2026, 1, 20)))
    found = visits(study, person)
    assert ids(found) == ["baseline", "post2w-1", "post2w-2", "week12"]
    assert [visit.target for visit in found if visit.cycle] == [date(2026, 2, 3), date(2026, 3, 15)]
    assert [visit.cycle for visit in found] == [None, 1, 2, None]
    assert found[1].title == "Title of post2w (1)"


def test_before_randomisation_only_what_precedes_it_can_be_asked(study, participant_with):
    (baseline,) = visits(study, participant_with(randomised=None))
    enrolled = date(2026, 1, 1)
    assert (baseline.id, baseline.opens, baseline.target) == ("baseline", enrolled, enrolled)
    assert (baseline.closes, baseline.is_provisional) == (date(2026, 1, 8), True)
    assert not visits(study, participant_with())[0].is_provisional


def test_nothing_else_is_planned_before_its_anchor_is_known(study, participant_with):
    found = visits(study, participant_with(randomised=None, embolizations=(RANDOMISED,)))
    assert ids(found) == ["baseline", "post2w-1"]


@pytest.mark.rule("E57")
def test_a_visit_keeps_the_order_of_its_forms(study, participant_with):
    assert visits(study, participant_with())[1].instruments == study.time_points[2].instruments


@pytest.mark.rule("E60")
@pytest.mark.parametrize("stop", ["withdrew", "progressed"])
def test_the_day_of_withdrawal_or_progression_is_the_last_expected_target(study, participant_with, stop):
    target = RANDOMISED + timedelta(days=84)
    assert ids(visits(study, participant_with(**{stop: target}))) == ["baseline", "week12"]
    assert ids(visits(study, participant_with(**{stop: target - DAY}))) == ["baseline"]


@pytest.mark.rule("E64")
def test_the_day_of_death_is_not_expected_any_more(study, participant_with):
    target = RANDOMISED + timedelta(days=84)
    assert ids(visits(study, participant_with(died=target + DAY))) == ["baseline", "week12"]
    assert ids(visits(study, participant_with(died=target))) == ["baseline"]


@pytest.mark.rule("E60")
def test_only_the_stops_named_by_the_study_end_expectations_and_death_always(study_with, participant_with):
    study = study_with(stops=("withdrew",))
    early = RANDOMISED + DAY
    assert last_expected_day(study, participant_with(progressed=early)) is None
    assert last_expected_day(study, participant_with(progressed=early, withdrew=early + DAY)) == early + DAY
    assert last_expected_day(study, participant_with(died=early)) == early - DAY


def test_a_participant_of_a_closed_arm_stays_in_follow_up(study, participant_with):
    assert not study.arms[2].open_to_randomisation
    assert visits(study, participant_with(arm="deb")) == visits(study, participant_with(arm="be"))


@pytest.mark.rule("E68")
def test_a_visit_keeps_its_id_and_window_after_expectations_stopped(study, participant_with):
    person = participant_with(withdrew=RANDOMISED + DAY)
    assert visit_by_id(study, person, "week12").target == RANDOMISED + timedelta(days=84)


def test_a_visit_nobody_planned_is_refused_by_name(study, participant_with):
    with pytest.raises(Refusal) as refused:
        visit_by_id(study, participant_with(), "post2w-1")
    assert refused.value.code is Code.TIME_POINT_UNKNOWN
    assert refused.value.facts["time_point"] == "post2w-1"


@pytest.mark.rule("E60", "P105")
def test_the_dead_and_the_withdrawn_are_not_asked_from_that_day_on(participant_with):
    assert may_be_asked(participant_with(died=RANDOMISED), RANDOMISED - DAY)
    assert not may_be_asked(participant_with(died=RANDOMISED), RANDOMISED)
    assert may_be_asked(participant_with(withdrew=RANDOMISED), RANDOMISED - DAY)
    assert not may_be_asked(participant_with(withdrew=RANDOMISED), RANDOMISED)
    assert may_be_asked(participant_with(progressed=RANDOMISED), RANDOMISED + DAY)


@pytest.mark.rule("P105")
def test_a_withdrawal_the_study_does_not_count_leaves_what_is_expected(study_with, participant_with):
    withdrawn = participant_with(withdrew=RANDOMISED)
    assert last_expected_day(study_with(stops=()), withdrawn) is None
    assert last_expected_day(study_with(stops=("withdrew",)), withdrawn) == RANDOMISED


days = st.dates(date(2025, 1, 1), date(2028, 12, 31))
people = st.builds(
    Participant,
    subject=st.just("S1-001"),
    arm=st.sampled_from(["be", "ctace", "deb", None]),
    enrolled=days,
    randomised=st.none() | days,
    embolizations=st.lists(days, max_size=4, unique=True).map(tuple),
    withdrew=st.none() | days,
    progressed=st.none() | days,
    died=st.none() | days,
)


@pytest.mark.rule("E60", "E64")
@given(person=people)
def test_expected_visits_are_planned_visits_up_to_the_stop_in_order_with_unique_ids(study, person):
    planned, expected = planned_visits(study, person), visits(study, person)
    last = last_expected_day(study, person)
    assert [visit for visit in planned if last is None or visit.target <= last] == list(expected)
    assert [visit.target for visit in planned] == sorted(visit.target for visit in planned)
    assert len({visit.id for visit in planned}) == len(planned)
    assert all(visit.opens <= visit.target <= visit.closes for visit in planned)
    assert person.died is None or all(visit.target < person.died for visit in expected)


@given(person=people, later=days)
def test_a_further_embolization_at_the_end_changes_no_earlier_visit(study, person, later):
    if any(later <= day for day in person.embolizations):
        return
    more = replace(person, embolizations=(*person.embolizations, later))
    assert set(planned_visits(study, person)) <= set(planned_visits(study, more))
