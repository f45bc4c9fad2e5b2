from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

import pytest

from retnet_pro.simulation.chance import Chance
from retnet_pro.simulation.course import DAYS_PER_MONTH, allocate, clinic_day, enrolment_days, make_course

START = date(2024, 1, 1)


@pytest.fixture(scope="module")
def courses(shapes):
    return [
        make_course(f"S-{number}", "be", START, ("en", "de"), shapes.numbers, Chance(5, "course", number))
        for number in range(3000)
    ]


@pytest.mark.parametrize(("grade", "months", "slack"), [("G1", 18.5, 0.1), ("G2", 12.2, 0.1), ("G3", 4.9, 0.25)])
def test_liver_progression_has_the_published_median_by_grade(courses, grade, months, slack):
    """Chen 2017; deaths and withdrawals censor, so the median is taken by the Kaplan-Meier method."""
    times = []
    for course in courses:
        person = course.participant
        if person.grade == grade and person.embolizations:
            end = person.progressed or min(day for day in (person.died, person.withdrew) if day)
            times.append(((end - person.embolizations[0]).days / DAYS_PER_MONTH, person.progressed is not None))
    assert kaplan_meier_median(times) == pytest.approx(months, rel=slack)


def kaplan_meier_median(times):
    free, at_risk = 1.0, len(times)
    for time, progressed in sorted(times):
        if progressed:
            free *= 1 - 1 / at_risk
        at_risk -= 1
        if free <= 0.5:
            return time
    return None


def test_embolizations_are_one_to_four_four_to_eight_weeks_apart(courses):
    seen = Counter(len(course.participant.embolizations) for course in courses)
    assert set(seen) <= {0, 1, 2, 3, 4}
    assert all(seen[cycles] > 50 for cycles in (1, 2, 3, 4))
    assert seen[0] < 30
    for course in courses:
        days = course.participant.embolizations
        assert len(course.relapses) == len(days)
        for before, after in pairwise(days):
            assert 27 <= (after - before).days <= 57


def test_dates_follow_each_other_as_in_life(courses):
    for course in courses:
        person = course.participant
        assert person.enrolled <= person.randomised
        assert all(person.randomised < day < person.died for day in person.embolizations)
        assert person.withdrew is None or person.withdrew < person.died
        if person.progressed is not None:
            assert person.progressed <= person.died
            assert person.withdrew is None or person.progressed <= person.withdrew
            assert all(day <= person.progressed for day in person.embolizations)


def test_symptoms_grades_and_types_have_the_shares_of_the_table(courses, shapes):
    def share(is_so):
        return sum(map(is_so, (course.participant for course in courses))) / len(courses)

    assert share(lambda one: one.symptomatic) == pytest.approx(shapes.numbers.symptomatic, abs=0.03)
    assert share(lambda one: one.grade == "G1") == pytest.approx(shapes.numbers.grade_g1, abs=0.03)
    assert share(lambda one: one.histology == "carcinoid") == pytest.approx(
        shapes.numbers.histology_carcinoid, abs=0.03
    )
    assert share(lambda one: one.language == "de") == pytest.approx(1 / 6, abs=0.03)


def test_relief_lasts_its_median(courses, shapes):
    lasting = [
        (relapse - day).days
        for course in courses
        for relapse, day in zip(course.relapses, course.participant.embolizations, strict=True)
    ]
    assert median(lasting) == pytest.approx(shapes.numbers.relief_days, rel=0.08)


@pytest.mark.parametrize("participants", [1, 7, 60, 180])
def test_arms_are_even_and_a_closed_arm_takes_nobody_late(study, shapes, participants):
    arms = allocate(study, participants, shapes.numbers, Chance(6, "arms"))
    assert len(arms) == participants
    late = arms[round(participants * shapes.numbers.closed_arm_share) + 2 * len(study.arms) :]
    assert "deb" not in late
    counts = Counter(arms)
    assert abs(counts["be"] - counts["ctace"]) <= 2
    if participants == 180:
        assert counts["deb"] >= 25


def test_enrolment_is_staggered_in_order_and_on_working_days(shapes):
    days = enrolment_days(START, 24, 50, shapes.numbers, Chance(7, "enrolment"))
    assert days == sorted(days)
    assert days[0] >= START
    assert days[-1] <= START + timedelta(days=24 * DAYS_PER_MONTH * shapes.numbers.recruiting_share + 1)
    assert len(set(days)) > 40
    assert all(day.weekday() < 5 for day in days)


def test_no_clinic_on_weekends():
    monday = date(2024, 1, 1)
    assert [clinic_day(monday + timedelta(days=n)).weekday() for n in range(7)] == [0, 1, 2, 3, 4, 4, 0]
