"""Chance, handed in and repeatable.

Everything is drawn from uniform numbers with arithmetic written out here, so that a seed gives the same trial with
every version of the number library; only the raw stream of a named bit generator is promised to stay.
"""

import math
import zlib
from collections.abc import Mapping, Sequence
from statistics import NormalDist
from typing import TypeVar

import numpy as np

_T = TypeVar("_T")
_NORMAL = NormalDist()
_LEAST = 1e-12
"""Keeps the ends of the unit interval out of logarithms and inverse distributions."""


class Chance:
    """A stream of uniform numbers. It has state because a stream has a place."""

    def __init__(self, seed: int, *names: str | int) -> None:
        """Start the stream that belongs to a seed and to what it is for; other names give unrelated streams."""
        words = [zlib.crc32(name.encode()) if isinstance(name, str) else name for name in names]
        self._generator = np.random.Generator(np.random.PCG64([seed, *words]))

    def share(self) -> float:
        """Return a number from 0 to 1, ends excluded."""
        return min(max(float(self._generator.random()), _LEAST), 1 - _LEAST)

    def happens(self, probability: float) -> bool:
        """Decide something with this probability."""
        return self.share() < probability

    def between(self, least: float, most: float) -> int:
        """Return a whole number, both ends included."""
        low, high = math.ceil(least), math.floor(most)
        return low + int(self.share() * (high - low + 1))

    def normal(self) -> float:
        """Return a standard normal number."""
        return _NORMAL.inv_cdf(self.share())

    def waiting(self, median: float) -> float:
        """Return an exponential waiting time with this median."""
        return -median / math.log(2) * math.log(self.share())

    def successes(self, trials: int, probability: float) -> int:
        """Return how many of some trials succeed."""
        return sum(self.happens(probability) for _ in range(trials))

    def episodes(self, mean: float) -> int:
        """Return a Poisson count, by multiplying uniforms until they fall below exp(-mean)."""
        limit, product, count = math.exp(-mean), self.share(), 0
        while product > limit:
            product *= self.share()
            count += 1
        return count

    def pick(self, among: Sequence[_T]) -> _T:
        """Return one of several, each as likely."""
        return among[int(self.share() * len(among))]

    def weigh(self, weights: Mapping[_T, float]) -> _T:
        """Return one of several with these weights."""
        point = self.share() * sum(weights.values())
        for choice, weight in weights.items():
            point -= weight
            if point < 0:
                return choice
        return list(weights)[-1]

    def shuffled(self, things: Sequence[_T]) -> list[_T]:
        """Return the things in a new order."""
        return sorted(things, key=lambda _: self.share())


def normal_share(value: float) -> float:
    """Return how much of a standard normal distribution lies below a value."""
    return _NORMAL.cdf(value)
