"""All objectives on a simulated trial of 90 participants: each is answered, and with the right people in it."""

from collections import Counter
from datetime import timedelta

import pytest

from retnet_pro.analysis.deterioration import End
from retnet_pro.analysis.mixed_model import MixedModel
from retnet_pro.analysis.objectives import (
    biomarker_findings,
    completion_findings,
    cycle_findings,
    every_scale,
    look_at,
    primary,
    scale_findings,
    symptom_free_findings,
    toxicity_findings,
)
from retnet_pro.analysis.regular import regular_time_points
from retnet_pro.analysis.results import Comparison, Estimate
from retnet_pro.analysis.time_to_event import Times, TimeToEvent
from retnet_pro.analysis.trial_facts import score_courses, scores_at
from retnet_pro.simulation.chance import Chance
from retnet_pro.simulation.staff_forms import forms_for
from retnet_pro.study.completion import pro_population
from tests.analysed_trial import END, analysed_trial


@pytest.fixture(scope="module")
def trial(record_with):
    played = analysed_trial(people=90, diary=True)
    staff = [
        record_with(
            one.form, person.subject, **{place.replace(".", "__"): value for place, value in one.values.items()}
        )
        for person in played.people.values()
        for one in forms_for(person, END, Chance(1, "staff forms", person.subject))
    ]
    return played.facts(staff)


@pytest.fixture(scope="module")
def treated(trial):
    return {person.subject for person in trial.people if person.embolizations}


def test_the_primary_objective_is_answered_by_arm_histology_and_grade(trial, treated):
    found = primary(trial)
    assert [one.by for one in found.survivals] == ["arm", "histology", "grade"]
    for one in found.survivals:
        assert {time.subject for time in one.times.counted} == treated
        assert isinstance(one.test, Comparison)
        assert {curve.group for curve in one.curves} == {time.group for time in one.times.counted}
    assert found.survivals[0].reference == "be"
    assert 0 < found.without_readings < len(pro_population(trial.people)) / 2, "most have an imaging form"


def test_every_scale_of_the_core_form_is_analysed_once(trial):
    codes = [scale.code for _, scale in every_scale(trial)]
    assert len(codes) == len(set(codes)) == 16


@pytest.fixture(scope="module")
def global_health(trial):
    (found,) = (scale_findings(trial, *pair) for pair in every_scale(trial) if pair[1].code == "QL2")
    return found


def test_a_scale_has_its_course_its_model_and_its_time_to_deterioration(trial, global_health):
    assert {point.at for point in global_health.points} == set(regular_time_points(trial.study, "qlq-c30"))
    assert isinstance(global_health.model, MixedModel)
    assert {one.reference for one in global_health.model.differences} == {"be"}
    randomised = {person.subject for person in pro_population(trial.people)}
    assert {time.subject for time in global_health.deterioration.times.counted} == randomised


def test_due_scores_are_those_of_the_completion_rate_and_never_fewer_than_came(trial, global_health):
    """A form that came although none was expected any more is a score all the same."""
    rows = {
        (point.at, point.group): point.variable.n
        for point in completion_findings(trial)
        if isinstance(point.variable, Estimate) and point.group is not None
    }
    for point in global_health.points:
        assert point.due >= rows.get((point.at, point.group), 0)
        assert point.n <= point.due


def test_a_course_counts_days_from_randomisation_and_keeps_what_was_missed(trial):
    courses = list(score_courses(trial, "qlq-c30", "QL2"))
    assert any(visit.value is None for course in courses for visit in course.later)
    assert all(visit.day >= 1 for course in courses for visit in course.later)
    given = sum(one.value is not None for one in scores_at(trial, "qlq-c30", "QL2"))
    kept = sum(visit.value is not None for course in courses for visit in course.later)
    assert given == kept + sum(course.baseline is not None for course in courses)


def test_who_has_no_baseline_score_is_told(global_health):
    why = Counter(time.why for time in global_health.deterioration.times.counted)
    assert why[End.WORSE] > 0
    assert set(why) <= {end.value for end in End}


def test_completion_is_told_for_everybody_and_by_arm(trial):
    found = completion_findings(trial)
    assert {point.group for point in found} == {None, "be", "ctace", "deb"}
    baseline = next(point for point in found if point.at == "baseline" and point.instrument == "qlq-c30")
    assert baseline.fixed.n == len(pro_population(trial.people))


def test_cycles_are_told_as_gaps_and_as_time_to_the_next(trial, treated):
    gaps, until = cycle_findings(trial)
    assert {one.group for one in gaps} == {"be", "ctace", "deb"}
    assert {time.subject for time in until.times.counted} == treated


def test_symptom_free_intervals_are_of_symptomatic_participants_only(trial):
    counts, free = symptom_free_findings(trial)
    symptomatic = {person.subject for person in trial.people if person.symptomatic}
    assert len(free.times.counted) > 5
    assert {time.subject for time in free.times.counted} <= symptomatic
    assert sum(one.symptomatic for one in counts) <= len(symptomatic) < len(trial.people)
    assert len(free.times.counted) + len(free.times.left_out) == len(pro_population(trial.people))


def test_toxicity_and_biomarkers_are_told_by_arm(trial, treated):
    groups = toxicity_findings(trial)
    assert [one.group for one in groups] == ["be", "ctace", "deb"]
    assert sum(one.treated for one in groups) == len(treated)
    assert all(0 < one.asked <= one.treated for one in groups)
    lines = biomarker_findings(trial)
    assert {line.marker for line in lines} == {"cga serum", "hiaa urine"}
    assert all(line.ratio.n <= line.treated for line in lines if line.window == "baseline")


@pytest.mark.parametrize(
    ("days", "months"),
    [
        (600, (0, 3, 6, 9, 12, 15, 18, 21)),
        (1200, (0, 6, 12, 18, 24, 30, 36, 42)),
        (20, (0, 3)),
        (0, (0, 3)),
    ],
)
def test_numbers_at_risk_stand_at_round_months_past_the_longest_time(days, months):
    time = TimeToEvent(subject="a", group="be", days=days, happened=False, why="")
    assert look_at(Times(counted=[time])) == months
    assert months[-1] * 30.4375 >= timedelta(days=days).days
