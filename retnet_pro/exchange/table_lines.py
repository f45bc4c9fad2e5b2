"""Lines of the scored table, a block at a time.

A scale takes few values, so every score is written once and then only picked.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby, product
from math import prod

import numpy as np
from numpy.typing import NDArray

from retnet_pro.exchange.table_blocks import Block
from retnet_pro.instrument.model import ScaleCode
from retnet_pro.scoring.batch import Lattice, StateColumn

_MOST_TEXTS = 4096
"""Neighbouring scales are written together as long as their states have no more combinations than this."""


@dataclass(frozen=True, slots=True, eq=False)
class ScoreTexts:
    """Neighbouring scales: how each combination of their states is written, with the separators that follow."""

    codes: tuple[ScaleCode, ...]
    sizes: tuple[int, ...]
    """How many states each scale has."""
    texts: NDArray[np.object_]


def score_texts(lattices: tuple[Lattice, ...]) -> tuple[ScoreTexts, ...]:
    """Write every attainable score once, in the shortest form that reads back as the same number (rule E76)."""
    groups: list[list[Lattice]] = []
    for lattice in lattices:
        if groups and prod(len(known.values) for known in (*groups[-1], lattice)) <= _MOST_TEXTS:
            groups[-1].append(lattice)
        else:
            groups.append([lattice])
    return tuple(_joined(group, b"\n" if group is groups[-1] else b",") for group in groups)


def _joined(group: list[Lattice], last_separator: bytes) -> ScoreTexts:
    columns = [[_text(float(value)) for value in lattice.values] for lattice in group]
    return ScoreTexts(
        tuple(lattice.states.code for lattice in group),
        tuple(len(column) for column in columns),
        np.array([b",".join(texts) + last_separator for texts in product(*columns)], np.object_),
    )


def _text(value: float) -> bytes:
    if np.isnan(value):
        return b""
    return (str(int(value)) if value.is_integer() else repr(value)).encode("ascii")


def runs(places: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Group column places into runs of neighbours, which are copied as one: (first, last)."""
    groups = groupby(enumerate(places), key=lambda pair: pair[1] - pair[0])
    found = [[place for _, place in group] for _, group in groups]
    return tuple((run[0], run[-1]) for run in found)


def lines(
    block: Block,
    kept: tuple[tuple[int, int], ...],
    texts: tuple[ScoreTexts, ...],
    states: Mapping[ScaleCode, StateColumn],
) -> bytes:
    """Return the lines of a block: the runs of columns passed through byte for byte, then the scores."""
    pieces = np.empty((len(block.rows), len(kept) + len(texts)), np.object_)
    for place, (first, last) in enumerate(kept):
        pieces[:, place] = _copied(block, first, last)
    for place, group in enumerate(texts, start=len(kept)):
        pieces[:, place] = group.texts[_combined(group, states)]
    return b"".join(pieces.ravel().tolist())


def _copied(block: Block, first: int, last: int) -> list[bytes]:
    """Return a run of cells of every record with the commas between and after them."""
    raw = block.raw
    spans = zip(block.starts[:, first].tolist(), block.ends[:, last].tolist(), strict=True)
    if last == block.ends.shape[1] - 1:  # a line end follows there, and no comma
        return [raw[start:end] + b"," for start, end in spans]
    return [raw[start : end + 1] for start, end in spans]


def _combined(group: ScoreTexts, states: Mapping[ScaleCode, StateColumn]) -> StateColumn:
    """Return which text of the group each row has."""
    combined = states[group.codes[0]]
    for code, size in zip(group.codes[1:], group.sizes[1:], strict=True):
        combined = combined * size + states[code]
    return combined
