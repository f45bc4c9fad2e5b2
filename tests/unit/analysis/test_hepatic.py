from datetime import date, timedelta

import pytest

from retnet_pro.analysis.hepatic import LiverCourse, LiverEnd, LiverRule, LiverStart, hepatic_progression_free

TREATED = date(2026, 3, 1)
USUAL = LiverRule()


def after(days):
    return TREATED + timedelta(days=days)


def course(**over):
    facts = {
        "subject": "S1-0019",
        "group": "be",
        "randomised": after(-10),
        "first_embolization": TREATED,
        "progressed": None,
        "died": None,
        "last_imaged": after(200),
    }
    return LiverCourse(**{**facts, **over})


def only(rule=USUAL, **over):
    times = hepatic_progression_free([course(**over)], rule)
    if times.left_out:
        return times.left_out[0].reason
    (one,) = times.counted
    return one.days, one.happened, one.why


def test_progression_in_the_liver_is_the_event_counted_from_the_first_embolization():
    assert only(progressed=after(90)) == (90, True, LiverEnd.PROGRESSION)
    assert only(LiverRule(start=LiverStart.RANDOMISATION), progressed=after(90)) == (100, True, LiverEnd.PROGRESSION)


def test_death_is_an_event_or_censors_as_the_rule_says():
    assert only(died=after(120)) == (120, True, LiverEnd.DEATH)
    assert only(LiverRule(death_counts=False), died=after(120)) == (120, False, LiverEnd.LAST_IMAGING)
    assert only(LiverRule(death_counts=False), died=after(300)) == (200, False, LiverEnd.LAST_IMAGING)


def test_the_earlier_of_progression_and_death_counts():
    assert only(progressed=after(90), died=after(80)) == (80, True, LiverEnd.DEATH)
    assert only(progressed=after(80), died=after(80)) == (80, True, LiverEnd.PROGRESSION)


def test_who_is_free_of_it_is_censored_when_last_looked_at():
    assert only() == (200, False, LiverEnd.LAST_IMAGING)
    assert only(last_imaged=None) == (1, False, LiverEnd.NOT_IMAGED)
    assert only(last_imaged=TREATED) == (1, False, LiverEnd.NOT_IMAGED)


@pytest.mark.parametrize(
    ("over", "reason"),
    [
        ({"first_embolization": None}, "was not embolized"),
        ({"group": None}, "has no group on record"),
        ({"progressed": after(-1)}, "had the event before the start of the time"),
    ],
)
def test_nobody_is_left_out_without_a_reason(over, reason):
    assert only(**over) == reason


def test_who_was_not_randomised_has_no_time_from_randomisation():
    assert only(LiverRule(start=LiverStart.RANDOMISATION), randomised=None) == "was not randomised"
