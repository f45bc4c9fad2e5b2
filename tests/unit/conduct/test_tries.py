"""The story of the tries: bounded, and the same outcome time after time is one line of it (rule P75)."""

import pytest

from retnet_pro.conduct.sender import SCHEDULE
from retnet_pro.conduct.tries import KEPT, Try, failures_in_a_row, with_try
from retnet_pro.errors import Code

pytestmark = pytest.mark.rule("P75")


def one(minute: int, **came) -> Try:
    at = f"2026-11-23T12:{minute:02}:00.000+00:00"
    return Try(at=at, until=at, **{"place": "centre.example", "who": SCHEDULE, **came})


def story(*tries: Try) -> tuple[Try, ...]:
    kept: tuple[Try, ...] = ()
    for new in tries:
        kept = with_try(kept, new)
    return kept


SLOW = {"code": Code.TRANSPORT_UNREACHABLE, "facts": {"place": "centre.example", "why": "it was too slow"}}


def test_the_same_failure_again_is_counted_with_its_first_and_last_time() -> None:
    (only,) = story(one(1, **SLOW), one(2, **SLOW), one(3, **SLOW))
    assert (only.times, only.at[14:16], only.until[14:16]) == (3, "01", "03")


def test_another_reason_place_or_author_is_another_line() -> None:
    other = {"code": Code.TRANSPORT_UNREACHABLE, "facts": {"place": "centre.example", "why": "it refuses connections"}}
    kept = story(one(1, **SLOW), one(2, **other), one(3, **{**other, "who": "coordinator"}), one(4, place="STICK"))
    assert [each.times for each in kept] == [1, 1, 1, 1]


def test_quiet_tries_are_one_line_and_what_moved_something_always_its_own() -> None:
    kept = story(one(1), one(2), one(3, bundles=1, responses=2), one(4, bundles=1, responses=2), one(5), one(6))
    assert [each.times for each in kept] == [2, 1, 1, 2]


def test_no_more_than_so_many_are_kept_and_the_newest_stay() -> None:
    kept = story(*(one(minute % 60, receipts=minute + 1) for minute in range(KEPT + 5)))
    assert len(kept) == KEPT
    assert kept[-1].receipts == KEPT + 5


def test_failures_are_counted_since_the_last_success_of_that_author() -> None:
    assert failures_in_a_row((), SCHEDULE) == 0
    kept = story(one(1, **SLOW), one(2), one(3, **SLOW), one(4, **SLOW), one(5, who="coordinator"))
    assert failures_in_a_row(kept, SCHEDULE) == 2
