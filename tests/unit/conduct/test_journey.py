"""A journey stops where it must wait for somewhere else, is told what came of it there, and goes on (rule P72)."""

import pytest

from retnet_pro.conduct.journey import Stop, at_once, elsewhere

pytestmark = pytest.mark.rule("P72")


def journey(seen):
    try:
        seen.append((yield from elsewhere(lambda: "there", 1, 2)))
        seen.append((yield from elsewhere(lambda: 1 // 0)))
    except ZeroDivisionError:
        seen.append("told")
    return len(seen)


def test_at_once_it_waits_at_every_stop_and_brings_back_what_it_returns() -> None:
    seen: list[str] = []
    assert at_once(journey(seen)) == 2
    assert seen == ["there", "told"]


def test_a_stop_says_how_far_it_has_come_and_nothing_is_done_before_somebody_does_it() -> None:
    stop = next(journey([]))
    assert isinstance(stop, Stop)
    assert (stop.done, stop.total) == (1, 2)


def test_what_it_does_not_expect_ends_it() -> None:
    def lost():
        yield from elsewhere(lambda: 1 // 0)

    with pytest.raises(ZeroDivisionError):
        at_once(lost())
