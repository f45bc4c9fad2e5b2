"""How strongly a person is affected on one scale, so that scored answers have a given mean and standard deviation.

Each item is a count of successes out of its steps (codes less one) with one probability per person and day; that
probability follows a beta distribution. Over n steps in all items of a scale the mean score is then exactly the mean m
of the beta, and its variance ``v + (m(1-m) - v)/n``; solved for v. Scores so lie on the attainable lattice and pile up
at the floor where the mean is near it. The beta is drawn through its quantiles, which lets days and scales correlate.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

_CELLS = 2000
_POINTS = 1001
_LEAST_ROOM = 0.05
"""The beta keeps at least this share of the largest variance its mean allows away from both extremes."""


@dataclass(frozen=True, slots=True)
class Propensity:
    """The distribution of one scale's burden: 0 is the best answer throughout, 1 the worst."""

    mean: float
    quantiles: tuple[float, ...]
    """At equally spaced shares from 0 to 1."""

    def at(self, share: float) -> float:
        """Return the burden below which this share of people lies."""
        place = share * (len(self.quantiles) - 1)
        below = min(int(place), len(self.quantiles) - 2)
        low, high = self.quantiles[below], self.quantiles[below + 1]
        return low + (high - low) * (place - below)

    def worsened(self, burden: float, by: float) -> float:
        """Move a burden so that the mean over all people moves by this much and nobody leaves the range."""
        if by >= 0:
            return min(burden + by * (1 - burden) / (1 - self.mean), 1.0)
        return max(burden * (1 + by / self.mean), 0.0)


@lru_cache(maxsize=256)
def propensity(mean: float, sd: float, steps: int) -> Propensity:
    """Return the distribution for a mean and standard deviation of the score (0 to 1, 1 worst) over this many steps.

    A standard deviation outside what the steps allow is brought to the nearest one they do.
    """
    room = mean * (1 - mean)
    spread = (sd**2 - room / steps) / (1 - 1 / steps) if steps > 1 else room * 0.5
    spread = min(max(spread, room * _LEAST_ROOM), room * (1 - _LEAST_ROOM))
    concentration = room / spread - 1
    return Propensity(mean, _beta_quantiles(mean * concentration, (1 - mean) * concentration))


def _beta_quantiles(alpha: float, beta: float) -> tuple[float, ...]:
    """Return quantiles of a beta distribution: each half by the midpoint rule, from its own end."""
    low, low_mass = _half(alpha, beta)
    high, high_mass = _half(beta, alpha)
    edges = np.concatenate([low, 1 - high[-2::-1]])
    mass = np.concatenate([low_mass, high_mass[::-1]])
    cumulated = np.concatenate([[0.0], np.cumsum(mass)]) / mass.sum()
    return tuple(float(x) for x in np.interp(np.linspace(0, 1, _POINTS), cumulated, edges))


def _half(alpha: float, beta: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return cell edges from 0 to one half and the mass of each cell.

    In ``y = x**alpha`` the density has no pole at 0, where it would otherwise be infinite for alpha below 1.
    """
    edges = np.linspace(0.0, 0.5**alpha, _CELLS + 1)
    centres = (edges[:-1] + edges[1:]) / 2
    mass = (1 - centres ** (1 / alpha)) ** (beta - 1) * (edges[1] / alpha)
    return edges ** (1 / alpha), mass
