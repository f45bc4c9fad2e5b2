from datetime import date

from retnet_pro.analysis.liver_record import last_known, liver_record
from retnet_pro.analysis.staff_forms import LiverReading
from retnet_pro.study.completion import arm_of
from retnet_pro.study.participant import Participant

UNTIL = date(2026, 12, 31)
DAY = date(2026, 1, 5)


def person(subject, **over):
    facts = {"arm": "be", "enrolled": DAY, "randomised": DAY, "embolizations": (date(2026, 2, 3), date(2026, 1, 20))}
    return Participant(subject=subject, **{**facts, **over})


def reading(subject, month, progressed=None, judged=True):
    return LiverReading(subject=subject, on=date(2026, month, 1), judged=judged, progressed=progressed)


def only(one, *readings):
    record = liver_record([one], readings, arm_of, UNTIL)
    (course,) = record.courses
    return course, record.without_readings


def test_the_first_progression_read_in_the_liver_decides_and_not_the_fact_of_the_course():
    readings = [reading("a", 9, date(2026, 9, 1)), reading("a", 6, date(2026, 5, 30)), reading("a", 3)]
    course, without = only(person("a", progressed=date(2026, 4, 1)), *readings)
    assert (course.progressed, course.last_imaged, without) == (date(2026, 5, 30), date(2026, 9, 1), 0)
    assert course.first_embolization == date(2026, 1, 20)


def test_progression_elsewhere_and_an_image_nobody_could_judge_are_none():
    course, _ = only(person("a", progressed=date(2026, 4, 1)), reading("a", 3), reading("a", 6, judged=False))
    assert (course.progressed, course.last_imaged) == (None, date(2026, 3, 1))


def test_without_any_reading_the_fact_of_the_course_stands_in_and_is_counted():
    course, without = only(person("a", progressed=date(2026, 4, 1), withdrew=date(2026, 8, 1)))
    assert (course.progressed, course.last_imaged, without) == (date(2026, 4, 1), date(2026, 8, 1), 1)


def test_who_was_not_randomised_is_not_in_it():
    assert liver_record([person("a", randomised=None)], [], arm_of, UNTIL).courses == ()


def test_a_participant_is_known_until_death_withdrawal_or_the_end_of_the_data():
    assert last_known(person("a"), UNTIL) == UNTIL
    assert last_known(person("a", died=date(2026, 7, 1), withdrew=date(2026, 6, 1)), UNTIL) == date(2026, 6, 1)
