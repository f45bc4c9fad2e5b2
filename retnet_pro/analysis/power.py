"""The power of a design by simulation: many trials are played and the log-rank test is asked each time.

Survival is exponential in both groups, entry even over the accrual, loss exponential, and the analysis on one calendar
day; departures from each of these change the power. Seeded: the same seed gives the same figures. The test is that of
scipy, which equals the one of lifelines and R and is thirty times faster.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from scipy import stats
from statsmodels.stats.proportion import proportion_confint

from retnet_pro.analysis.design import Design, freedman_power, schoenfeld_events, schoenfeld_power
from retnet_pro.analysis.results import LEVEL
from retnet_pro.simulation.chance import Chance

REPLICATES = 2000
"""Trials played per design: the interval of a power near 80 % is then less than 2 points to each side."""
_AIMED_AT = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerFound:
    """What a design can find."""

    design: Design
    replicates: int
    events: float
    """Events to expect at the analysis."""
    events_low: int
    """The 2.5 % of trials with the fewest have at most these."""
    events_high: int
    progressed: float
    """Share of participants with the event at the analysis."""
    power: float
    """Share of trials in which the test rejects."""
    power_low: float
    power_high: float
    schoenfeld: float | None
    """Power by the formula at the expected events; None where there is no difference to find."""
    freedman: float | None
    needed: float | None
    """Events needed for 80 % power by Schoenfeld's formula."""


@dataclass(frozen=True, slots=True)
class _Group:
    """The times of one group in one trial."""

    ended: Sequence[float]
    censored: Sequence[float]


def power_of(
    design: Design, seed: int, replicates: int = REPLICATES, played: Callable[[], None] = lambda: None
) -> PowerFound:
    """Play a design.

    Args:
        design: what is assumed.
        seed: gives the same figures again.
        replicates: how many trials are played.
        played: called after each trial.
    """
    bland_events: list[int] = []
    chemo_events: list[int] = []
    rejected = 0
    for bland, chemo in _trials(design, seed, replicates):
        bland_events.append(len(bland.ended))
        chemo_events.append(len(chemo.ended))
        rejected += _rejects(design, bland, chemo)
        played()
    totals = sorted(a + b for a, b in zip(bland_events, chemo_events, strict=True))
    events = fmean(totals)
    low, high = proportion_confint(rejected, replicates, alpha=1 - LEVEL, method="wilson")
    is_different = design.hazard_ratio != 1
    share = design.bland / (design.bland + design.chemo)
    needed = None
    if is_different:
        needed = schoenfeld_events(
            hazard_ratio=design.hazard_ratio,
            alpha=design.alpha,
            sides=design.sides,
            power=_AIMED_AT,
            first_share=share,
        )
    return PowerFound(
        design=design,
        replicates=replicates,
        events=events,
        events_low=totals[int(0.025 * replicates)],
        events_high=totals[min(int(0.975 * replicates), replicates - 1)],
        progressed=events / (design.bland + design.chemo),
        power=rejected / replicates,
        power_low=float(low),
        power_high=float(high),
        schoenfeld=schoenfeld_power(design, events) if is_different else None,
        freedman=freedman_power(design, fmean(bland_events), fmean(chemo_events)) if is_different else None,
        needed=needed,
    )


def _trials(design: Design, seed: int, replicates: int) -> Iterator[tuple[_Group, _Group]]:
    """Yield trials; each group has its own stream, so that more trials leave the first ones as they were."""
    bland, chemo = Chance(seed, "power", design.name, "bland"), Chance(seed, "power", design.name, "chemo")
    for _ in range(replicates):
        yield (
            _group(design, design.bland, design.bland_median, bland),
            _group(design, design.chemo, design.chemo_median, chemo),
        )


def _group(design: Design, size: int, median: float, chance: Chance) -> _Group:
    """Play one group. Half a year's loss of a rate is its median: ln 2 over the rate."""
    rate = -math.log(1 - design.lost_per_year) / 12
    ended: list[float] = []
    censored: list[float] = []
    for _ in range(size):
        event = chance.waiting(median)
        until_analysis = design.follow_up + design.accrual * chance.share()
        lost = chance.waiting(math.log(2) / rate) if rate > 0 else math.inf
        followed = min(until_analysis, lost)
        (ended if event <= followed else censored).append(min(event, followed))
    return _Group(ended, censored)


def _rejects(design: Design, bland: _Group, chemo: _Group) -> bool:
    if not bland.ended and not chemo.ended:
        return False
    bland_data = stats.CensoredData(uncensored=bland.ended, right=bland.censored)
    chemo_data = stats.CensoredData(uncensored=chemo.ended, right=chemo.censored)
    score = float(stats.logrank(bland_data, chemo_data).statistic)
    return abs(score) > design.critical if design.sides == 2 else score > design.critical
