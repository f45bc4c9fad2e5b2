from datetime import UTC, date, datetime, timedelta
from itertools import groupby, pairwise

import pytest

from retnet_pro.conduct.fact import Fact
from retnet_pro.record.response import AnsweredBy
from retnet_pro.simulation.clinic import Block, Phase, in_turn
from retnet_pro.simulation.happening import FactRecorded, FormTaken

DAY = date(2026, 3, 2)


def at(hour, minute=0):
    return datetime(2026, 3, 2, hour, minute, tzinfo=UTC)


def forms(subject, minutes):
    taken = tuple(
        FormTaken(
            taken_on=at(12) + timedelta(minutes=start),
            subject=subject,
            visit="baseline",
            instrument=f"form{start}",
            given={},
            language="en",
            answered_by=AnsweredBy.ALONE,
            reason="",
        )
        for start in minutes
    )
    lasts = timedelta(minutes=minutes[-1] + 10)
    return Block(day=DAY, phase=Phase.FORMS, happenings=taken, lasts=lasts)


def record(subject, when, phase):
    fact = FactRecorded(at=when, subject=subject, fact=Fact.GRADE, value="G1", arm="")
    return Block(day=DAY, phase=phase, happenings=(fact,), lasts=timedelta())


@pytest.mark.parametrize("people", [1, 3, 60])
def test_one_tablet_goes_from_hand_to_hand_however_many_come(people):
    blocks = [
        record("S-0", at(10), Phase.MORNING),
        record("S-1", at(9), Phase.MORNING),
        *(forms(f"S-{number}", (0, 12, 20)) for number in range(people)),
        record("S-0", at(17, 30), Phase.EVENING),
    ]
    happenings = list(in_turn(blocks))
    assert len(happenings) == 3 + 3 * people
    assert all(before.at <= after.at for before, after in pairwise(happenings))
    turns = [subject for subject, _ in groupby(happenings[2:-1], key=lambda form: form.subject)]
    assert turns == [f"S-{number}" for number in range(people)]


def test_a_form_keeps_its_distance_from_the_one_before():
    first, second, third = in_turn([forms("S-0", (0, 12, 20))])
    assert second.at - first.at == timedelta(minutes=12)
    assert third.at - second.at == timedelta(minutes=8)
