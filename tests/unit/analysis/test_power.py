import math
import random

import pytest
from lifelines.statistics import logrank_test
from scipy import stats

from retnet_pro.analysis.design import DESIGNS, HAZARD_RATIO, NEEDED, PER_ARM, Design, freedman_power, schoenfeld_power
from retnet_pro.analysis.power import power_of

SEED_DESIGN, NULL = DESIGNS[0], DESIGNS[-1]


def test_the_events_needed_are_those_that_were_worked_out_by_hand():
    """At 1.78 and 1.76: 94.4 and 98.2 for two arms, two-sided 0.05, 80 %; and so on."""
    assert [(round(line.events(HAZARD_RATIO), 1), round(line.events(1.76), 1)) for line in NEEDED] == [
        (94.4, 98.2),
        (74.4, 77.4),
        (114.4, 119.0),
        (106.2, 110.5),
        (142.2, 148.0),
    ]


def test_needed_events_give_the_power_they_were_needed_for():
    assert schoenfeld_power(SEED_DESIGN, NEEDED[0].events(HAZARD_RATIO)) == pytest.approx(0.8, abs=1e-4)


@pytest.fixture(scope="module")
def found():
    return power_of(SEED_DESIGN, seed=1, replicates=600)


def test_the_seed_design_is_the_public_one():
    assert (SEED_DESIGN.bland, SEED_DESIGN.chemo, SEED_DESIGN.hazard_ratio) == (PER_ARM, PER_ARM, 1.78)


def test_simulation_and_both_formulas_agree(found):
    assert found.power_low <= found.schoenfeld <= found.power_high
    assert found.power_low <= found.freedman <= found.power_high
    assert found.power_low < found.power < found.power_high
    assert found.events_low < found.events < found.events_high


def test_the_events_to_expect_are_those_of_the_integral(found):
    """Exponential survival and loss, entry even over the accrual: worked out without chance."""

    def share(median):
        hazard, loss = math.log(2) / median, -math.log(0.95) / 12
        both = hazard + loss
        first, last = SEED_DESIGN.follow_up, SEED_DESIGN.follow_up + SEED_DESIGN.accrual
        mean = (math.exp(-both * first) - math.exp(-both * last)) / (both * (last - first))
        return hazard / both * (1 - mean)

    expected = 60 * (share(SEED_DESIGN.bland_median) + share(SEED_DESIGN.chemo_median))
    assert found.events == pytest.approx(expected, abs=0.8)


def test_the_same_seed_gives_the_same_figures_and_another_one_others():
    small = {"replicates": 100}
    assert power_of(SEED_DESIGN, 5, **small) == power_of(SEED_DESIGN, 5, **small)
    assert power_of(SEED_DESIGN, 5, **small) != power_of(SEED_DESIGN, 6, **small)


def test_where_there_is_nothing_to_find_the_test_rejects_at_alpha():
    nothing = power_of(NULL, seed=1, replicates=600)
    assert nothing.power_low <= NULL.alpha <= nothing.power_high
    assert (nothing.schoenfeld, nothing.freedman, nothing.needed) == (None, None, None)


def test_the_closed_arm_is_a_scenario():
    assert any("DEB closed" in design.name for design in DESIGNS)


def test_progress_is_told_trial_by_trial():
    told = []
    power_of(SEED_DESIGN, 1, 100, played=lambda: told.append(1))
    assert len(told) == 100


def test_the_quick_test_equals_the_one_of_lifelines():
    """Ties and lost participants included."""
    chance = random.Random(4)
    for _ in range(5):
        times = [[float(chance.randint(1, 30)) for _ in range(25)] for _ in "ab"]
        seen = [[chance.random() < 0.7 for _ in range(25)] for _ in "ab"]
        quick = stats.logrank(
            *(
                stats.CensoredData(
                    uncensored=[time for time, yes in zip(t, s, strict=True) if yes],
                    right=[time for time, yes in zip(t, s, strict=True) if not yes],
                )
                for t, s in zip(times, seen, strict=True)
            )
        )
        slow = logrank_test(times[0], times[1], seen[0], seen[1])
        assert quick.statistic**2 == pytest.approx(slow.test_statistic, rel=1e-9)


def test_a_one_sided_design_has_more_power():
    one_sided = Design(name="x", bland=60, chemo=60, sides=1)
    assert freedman_power(one_sided, 50, 40) > freedman_power(SEED_DESIGN, 50, 40)
    assert schoenfeld_power(one_sided, 90) > schoenfeld_power(SEED_DESIGN, 90)
