from itertools import pairwise
from statistics import mean

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from retnet_pro.simulation.propensity import propensity

means = st.floats(0.02, 0.98)
sds = st.floats(0.02, 0.6)
steps = st.integers(1, 15)


def burdens(distribution, points=4000):
    return [distribution.at((place + 0.5) / points) for place in range(points)]


@given(mean_=means, sd=sds, n=steps)
def test_the_mean_is_kept_and_burdens_grow_with_the_share(mean_, sd, n):
    found = burdens(propensity(mean_, sd, n), 1000)
    assert mean(found) == pytest.approx(mean_, abs=0.02)
    assert found == sorted(found)
    assert 0 <= found[0] <= found[-1] <= 1


@pytest.mark.parametrize(("mean_", "sd", "n"), [(0.08, 0.15, 6), (0.31, 0.32, 3), (0.37, 0.22, 12), (0.2, 0.2, 15)])
def test_the_spread_of_the_score_is_the_one_asked_for(mean_, sd, n):
    """Variance of the score = variance of the burden + mean of the binomial variance of n steps."""
    found = burdens(propensity(mean_, sd, n))
    of_burden = mean(b * b for b in found) - mean(found) ** 2
    of_items = mean(b * (1 - b) for b in found) / n
    assert (of_burden + of_items) ** 0.5 == pytest.approx(sd, abs=0.005)


@given(mean_=means, sd=sds, n=steps, by=st.floats(-0.3, 0.3))
def test_worsening_moves_the_mean_by_as_much_and_nobody_leaves_the_range(mean_, sd, n, by):
    assume(-mean_ < by < 1 - mean_)
    distribution = propensity(mean_, sd, n)
    before = burdens(distribution, 500)
    after = [distribution.worsened(burden, by) for burden in before]
    assert mean(after) - mean(before) == pytest.approx(by, abs=0.02)
    assert all(0 <= burden <= 1 for burden in after)
    assert all(worse >= better - 1e-12 for better, worse in pairwise(after))
