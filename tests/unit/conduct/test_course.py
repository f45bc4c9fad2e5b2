"""Courses: what came and what did not, kept as a line of text until somebody asks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retnet_pro.conduct.course import Course, Courses, Filed, Shelved, read_course, write_course
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.event import SessionId
from retnet_pro.study.absence import Absence
from retnet_pro.study.due import due_list, listed_span
from retnet_pro.study.load import load_study
from retnet_pro.study.participant import Participant
from tests.fakes import HOUSE

STUDY = load_study(HOUSE / "forms" / "studies" / "retnet.yaml")
FORMS = ("qlq-c30", "qlq-ginet21", "carcinoid-diary")
VISITS = ("baseline", "post-2w-1", "post-5w-1", "week-12", "week-24", "week-96")
DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


@st.composite
def courses(draw: st.DrawFn) -> Course:
    known = Participant(
        subject="AB-0016",
        arm=draw(st.sampled_from([None, "be"])),
        enrolled=draw(DAYS),
        randomised=draw(st.none() | DAYS),
        embolizations=tuple(sorted(draw(st.sets(DAYS, max_size=3)))),
        symptomatic=draw(st.none() | st.booleans()),
        histology=draw(st.none() | st.just("carcinoid")),
        grade=draw(st.none() | st.just("G2")),
        language="de",
        withdrew=draw(st.none() | DAYS),
        progressed=draw(st.none() | DAYS),
        died=draw(st.none() | DAYS),
    )
    slots = draw(st.lists(st.tuples(st.sampled_from(VISITS), st.sampled_from(FORMS)), unique=True))
    course = Course(participant=known)
    for number, (visit, form) in enumerate(slots):
        instrument = InstrumentId(form)
        match draw(st.integers(0, 2)):
            case 0:
                filed = Filed(number + 1, SessionId(f"s{number}"), visit, instrument, "2026-11-23T09:00:00+00:00", 15)
                course = course.with_filed(filed)
            case 1:
                course = course.with_stopped(visit, instrument, "too-ill")
            case _:
                course = course.with_absent(visit, instrument, Absence.REFUSED)
    return course


@given(courses())
def test_a_course_reads_back_as_it_was_written(course: Course) -> None:
    assert read_course(write_course(course)) == course


@pytest.mark.rule("E60", "E68")
@settings(max_examples=300)
@given(courses(), DAYS)
def test_no_participant_is_left_out_of_a_day_that_concerns_them(course: Course, day: date) -> None:
    person, done, excused = course.participant, course.finished(), course.excused()
    named = due_list(STUDY, [person], done, day, minutes={}, excused=excused)
    span = listed_span(STUDY, person, done, excused)
    if named:
        assert span is not None and span[0] <= day <= span[1]


def filed(number: int) -> Filed:
    return Filed(number, SessionId(f"s{number}"), "baseline", InstrumentId("qlq-c30"), "2026-11-23T09:00:00+00:00", 15)


def test_the_same_form_closed_twice_is_filed_once() -> None:
    course = Course(participant=Participant(subject="AB-0016", arm=None, enrolled=date(2026, 1, 1)))
    once = course.with_filed(filed(7))
    assert once.with_filed(replace(filed(7), seq=9)) is once
    assert [one.seq for one in once.filed] == [7]


def test_shelved_courses_stay_on_the_shelf_until_somebody_asks_or_their_day_comes() -> None:
    here = Course(participant=Participant(subject="AB-0016", arm=None, enrolled=date(2026, 1, 1)))
    there = replace(here, participant=replace(here.participant, subject="AB-0024"))
    shelf = {
        "AB-0016": Shelved(write_course(here), "2026-01-01", "2026-02-01"),
        "AB-0024": Shelved(write_course(there), "", ""),
    }
    kept = Courses(shelf)
    assert len(kept) == 2 and kept.subjects() == ("AB-0016", "AB-0024") and "AB-0024" in kept
    assert kept.to_look_at(date(2026, 2, 1) + timedelta(days=1)) == ()
    assert kept.to_look_at(date(2026, 2, 1)) == (here,)
    assert set(kept.shelved()) == {"AB-0024"}
    assert kept.get("AB-0024") == there and kept.get("AB-0032") is None
    assert set(kept.shelved()) == set() and len(kept) == 2
