"""How far something long is, drawn as a bar where somebody watches. Ctrl-C ends what the bar is for."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import accumulate

import click

_FINE = 10
"""Steps of the bar in a hundredth."""


@contextmanager
def bar_of(label: str) -> Iterator[Callable[[int, int], None]]:
    """Yield a way to tell how many of how many things are done."""
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def progress(done: int, of: int) -> None:
            bar.length = max(1, of)
            bar.update(done - bar.pos)

        yield progress


@contextmanager
def bar_in_phases(shares: Mapping[str, int]) -> Iterator[Callable[[str, int, int], None]]:
    """Yield a way to tell how many of how many things of a phase are done; the bar is full when all of it has ended.

    Args:
        shares: for each phase, in order, how much of the bar it takes.
    """
    begins = dict(zip(shares, accumulate(shares.values(), initial=0), strict=False))
    whole = sum(shares.values()) * _FINE
    with click.progressbar(length=whole, label=next(iter(shares)), file=sys.stderr) as bar:

        def told(phase: str, done: int, of: int) -> None:
            bar.label = phase
            bar.update(begins[phase] * _FINE + shares[phase] * _FINE * done // max(1, of) - bar.pos)

        yield told
        bar.update(whole - bar.pos)
