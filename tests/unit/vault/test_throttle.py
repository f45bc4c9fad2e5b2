"""How long a guesser waits."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retnet_pro.errors import Refusal
from retnet_pro.moment import Moment
from retnet_pro.vault.throttle import (
    FREE_FAILS,
    LONGEST_WAIT_S,
    count_attempt,
    demand_patience,
    forgive,
    wait_after,
)

pytestmark = pytest.mark.rule("P44")


def test_waits_double_from_half_a_minute_to_an_hour():
    assert [wait_after(fails) for fails in (0, 4, 5, 6, 7, 11, 12, 13, 99)] == [
        *(0, 0, 30, 60, 120, 1920, 3600, 3600, 3600)
    ]


@given(st.integers(0, 10**9))
def test_a_wait_never_shrinks_and_never_grows_without_end(fails):
    assert 0 <= wait_after(fails) <= wait_after(fails + 1) <= LONGEST_WAIT_S


def seconds_left(log, now):
    try:
        demand_patience(log, "a", now)
    except Refusal as refusal:
        return refusal.facts["seconds"]
    return 0


def test_turning_the_clock_changes_nothing(log, bench):
    for _ in range(FREE_FAILS):
        count_attempt(log, "a", bench.moment())
    later = bench.moment(10)
    for days in (-400, 0, 400):
        turned = Moment(later.wall + timedelta(days=days), later.up_ms, later.boot)
        assert seconds_left(log, turned) == 20


def test_another_boot_starts_the_wait_again_once(log, bench):
    for _ in range(FREE_FAILS + 1):
        count_attempt(log, "a", bench.moment(1000))
    assert seconds_left(log, bench.moment(1, "boot-2")) == 60
    assert seconds_left(log, bench.moment(31, "boot-2")) == 30
    assert seconds_left(log, bench.moment(61, "boot-2")) == 0


def test_before_the_fifth_failure_nobody_waits(log, bench):
    for _ in range(FREE_FAILS - 1):
        count_attempt(log, "a", bench.moment())
        assert seconds_left(log, bench.moment()) == seconds_left(log, bench.moment(0, "boot-2")) == 0


def test_who_came_in_starts_afresh(log, bench):
    for _ in range(FREE_FAILS):
        count_attempt(log, "a", bench.moment())
    forgive(log, "a")
    count_attempt(log, "a", bench.moment())
    assert seconds_left(log, bench.moment()) == 0
