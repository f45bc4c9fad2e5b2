"""Simulated imagings: every twelve weeks until progression, which is on the day the course says."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from retnet_pro.answering.clinic_value import Absent, Dated, Measured
from retnet_pro.answering.sheet import Answered
from retnet_pro.simulation.chance import Chance
from retnet_pro.simulation.imaging import imagings
from retnet_pro.study.participant import Participant

FIRST = date(2026, 2, 2)
LAST = date(2027, 2, 2)


def person(progressed=None, embolizations=(FIRST,)):
    return Participant(
        subject="BER-0016", arm="be", enrolled=date(2026, 1, 5), embolizations=embolizations, progressed=progressed
    )


def days(made):
    return [one["imaged_on"].first for one in made]


def test_an_imaging_comes_every_twelve_weeks_after_the_first_embolization_and_ends_with_the_data():
    made = list(imagings(person(), LAST, Chance(1, "x")))
    assert days(made) == [FIRST + timedelta(days=84 * number) for number in range(1, 5)]
    assert all(one["verdict"] != Answered(4) for one in made)


def test_who_was_never_embolized_is_never_imaged():
    assert list(imagings(person(embolizations=()), LAST, Chance(1, "x"))) == []


@given(seed=st.integers(0, 500), after=st.integers(1, 500))
def test_progression_is_the_last_imaging_on_its_day_and_never_told_before_it_happened(seed, after):
    progressed = FIRST + timedelta(days=after)
    made = list(imagings(person(progressed), LAST, Chance(seed, "x")))
    told = [one for one in made if one["verdict"] == Answered(4)]
    assert days(made) == sorted(days(made))
    assert (told == []) == (progressed > LAST)
    if told:
        assert made[-1] == told[0]
        assert made[-1]["progressed_on"] == made[-1]["imaged_on"] == Dated(progressed.isoformat())


@given(seed=st.integers(0, 500))
def test_lesions_are_measured_in_millimetres_unless_the_images_cannot_be_judged(seed):
    for one in imagings(person(), LAST, Chance(seed, "x")):
        sizes = [value for name, value in one.items() if name.startswith("lesion_diameter")]
        assert sizes
        judged = one["verdict"] != Answered(5)
        assert all(isinstance(size, Measured if judged else Absent) for size in sizes)
