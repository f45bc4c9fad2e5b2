from datetime import date, timedelta

from retnet_pro.analysis.symptom_free import first_intervals, symptom_free_counts
from retnet_pro.study.completion import arm_of
from retnet_pro.study.participant import Participant
from retnet_pro.study.symptom_free import Ending, Interval

DAY = date(2026, 1, 5)


def person(subject, symptomatic=True, arm="be"):
    return Participant(subject=subject, arm=arm, enrolled=DAY, randomised=DAY, symptomatic=symptomatic)


def interval(subject, cycle, ending, days=None, censored=False):
    start = None if days is None else DAY
    end = None if days is None else DAY + timedelta(days=days)
    return Interval(subject=subject, cycle=cycle, start=start, end=end, ending=ending, censored=censored)


PEOPLE = [
    person("a"),
    person("b"),
    person("c"),
    person("d"),
    person("e", False),
    person("f", None),
    person("g", arm=None),
]
FOUND = [
    interval("a", 2, Ending.LAST_DIARY, 99, censored=True),
    interval("a", 1, Ending.RETURNED, 40),
    interval("b", 1, Ending.NEVER_FREE),
    interval("b", 2, Ending.NEXT_EMBOLIZATION, 30, censored=True),
    interval("c", 1, Ending.NEVER_FREE),
    interval("c", 2, Ending.NOT_ASKED),
]


def test_the_first_interval_of_each_participant_is_a_time():
    times = first_intervals(PEOPLE, FOUND, arm_of)
    assert [(one.subject, one.days, one.happened, one.why) for one in times.counted] == [
        ("a", 40, True, "symptoms came back"),
        ("b", 30, False, "next embolization"),
    ]


def test_everybody_else_is_left_out_with_a_reason_the_asymptomatic_too():
    assert {gone.subject: gone.reason for gone in first_intervals(PEOPLE, FOUND, arm_of).left_out} == {
        "c": "never free of symptoms after an embolization",
        "d": "was not embolized",
        "e": "had no tumour symptoms at baseline",
        "f": "nobody recorded whether there were symptoms at baseline",
        "g": "has no group on record",
    }


def test_the_denominator_is_the_symptomatic_only():
    (counts,) = symptom_free_counts(PEOPLE, FOUND, arm_of)
    assert (counts.group, counts.participants, counts.symptomatic) == ("be", 6, 4)
    assert (counts.not_symptomatic, counts.not_determined) == (1, 1)
    assert counts.embolizations == sum(counts.endings.values()) == 6
    assert counts.endings[Ending.NEVER_FREE] == 2
