"""Lines of the scored table, a block at a time.

Every field is laid out in its own width, padded with zero bytes, and the padding is taken out of the whole block in one
stroke: the input is known to hold no zero byte, so nothing else can go with it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from retnet_pro.exchange.table_blocks import Block, Bytes, Places
from retnet_pro.instrument.model import ScaleCode
from retnet_pro.scoring.batch import Lattice, StateColumn

_PADDED_BYTES = 8 << 20
"""A block is written in parts when one long cell would make its padded form larger than this."""


@dataclass(frozen=True, slots=True, eq=False)
class ScoreTexts:
    """One scale: how each of its states is written, with the separator that follows."""

    code: ScaleCode
    texts: NDArray[np.bytes_]


def score_texts(lattices: tuple[Lattice, ...]) -> tuple[ScoreTexts, ...]:
    """Write every attainable score once, in the shortest form that reads back as the same number (rule E76)."""
    last = len(lattices) - 1
    return tuple(
        ScoreTexts(
            lattice.states.code,
            np.array([_text(float(value)) + (b"\n" if place == last else b",") for value in lattice.values]),
        )
        for place, lattice in enumerate(lattices)
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
) -> Iterator[bytearray]:
    """Yield the lines of a block: the runs of columns passed through as they are, then the scores."""
    spans = [(block.starts[:, first], block.ends[:, last]) for first, last in kept]
    width = sum(_widest(starts, ends) + 1 for starts, ends in spans) + sum(text.texts.itemsize for text in texts)
    step = max(1, _PADDED_BYTES // width)
    for start in range(0, len(block.rows), step):
        part = slice(start, start + step)
        yield _part(
            block.data,
            [(starts[part], ends[part]) for starts, ends in spans],
            [(text.texts, states[text.code][part]) for text in texts],
        )


def _part(
    data: Bytes, spans: list[tuple[Places, Places]], scores: list[tuple[NDArray[np.bytes_], StateColumn]]
) -> bytearray:
    rows = len(scores[0][1])
    width = sum(_widest(starts, ends) + 1 for starts, ends in spans) + sum(texts.itemsize for texts, _ in scores)
    padded = bytearray(rows * width)
    canvas = np.frombuffer(padded, np.uint8).reshape(rows, width)
    left = 0
    for starts, ends in spans:
        right = left + _widest(starts, ends)
        canvas[:, left:right] = _padded(data, starts, ends)
        canvas[:, right] = ord(",")
        left = right + 1
    for texts, column in scores:
        right = left + texts.itemsize
        canvas[:, left:right] = texts.take(column, mode="clip").view(np.uint8).reshape(rows, texts.itemsize)
        left = right
    return padded.translate(None, b"\0")


def _padded(data: Bytes, starts: Places, ends: Places) -> Bytes:
    """Return cells as rows of equal width."""
    offsets = np.arange(_widest(starts, ends))
    cells = data.take(starts[:, None] + offsets, mode="clip")
    cells *= offsets < (ends - starts)[:, None]
    return cells


def _widest(starts: Places, ends: Places) -> int:
    return int((ends - starts).max(initial=0))
