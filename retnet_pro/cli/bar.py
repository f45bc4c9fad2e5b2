"""How far something long is, drawn as a bar where somebody watches. Ctrl-C ends what the bar is for."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@contextmanager
def bar_of(label: str) -> Iterator[Callable[[int, int], None]]:
    """Yield a way to tell how many of how many things are done."""
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def progress(done: int, of: int) -> None:
            bar.length = max(1, of)
            bar.update(done - bar.pos)

        yield progress
