from statistics import mean, median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retnet_pro.simulation.chance import Chance


def test_the_stream_of_a_seed_is_a_golden_fact():
    """Changes only if the bit generator or this arithmetic does; then every demonstration changes."""
    chance = Chance(1, "golden")
    assert [round(chance.share(), 6) for _ in range(3)] == [0.088973, 0.893585, 0.666661]


@given(seed=st.integers(0, 2**32), names=st.lists(st.text(max_size=5) | st.integers(0, 99), max_size=3))
def test_equal_names_give_equal_streams_and_other_names_other_ones(seed, names):
    first, again, other = Chance(seed, *names), Chance(seed, *names), Chance(seed, *names, "more")
    drawn = [first.share() for _ in range(5)]
    assert drawn == [again.share() for _ in range(5)]
    assert drawn != [other.share() for _ in range(5)]
    assert all(0 < share < 1 for share in drawn)


@given(seed=st.integers(0, 1000), least=st.integers(-5, 5), width=st.integers(0, 9))
def test_between_reaches_both_ends_and_never_beyond(seed, least, width):
    chance = Chance(seed, "between")
    seen = {chance.between(least, least + width) for _ in range(60 * (width + 1))}
    assert seen == set(range(least, least + width + 1))


def test_waiting_times_have_the_median_asked_for():
    chance = Chance(2, "waiting")
    assert median(chance.waiting(18.5) for _ in range(4000)) == pytest.approx(18.5, rel=0.06)


@pytest.mark.parametrize("wanted", [0.4, 4.0])
def test_episodes_are_counted_with_the_mean_asked_for(wanted):
    chance = Chance(3, "episodes")
    assert mean(chance.episodes(wanted) for _ in range(4000)) == pytest.approx(wanted, rel=0.06)


def test_weights_are_kept():
    chance = Chance(4, "weights")
    drawn = [chance.weigh({"G1": 0.5, "G2": 0.42, "G3": 0.08}) for _ in range(4000)]
    assert drawn.count("G3") / len(drawn) == pytest.approx(0.08, abs=0.02)
    assert drawn.count("G1") / len(drawn) == pytest.approx(0.5, abs=0.03)


@given(things=st.lists(st.integers(), max_size=9), seed=st.integers(0, 99))
def test_shuffling_keeps_everything(things, seed):
    assert sorted(Chance(seed, "shuffle").shuffled(things)) == sorted(things)
