"""The named scoring methods, as exact fractions.

Codes are whole numbers, so every score is a fraction of two whole numbers; it becomes a decimal number exactly once,
at the end. That is the published arithmetic without its rounding noise: the same answers give the same last bit on the
tablet, at the centre and in a table of a million rows, and nothing is ever rounded on the way (rule E76).

Sources: EORTC QLQ-C30 scoring procedure (rules E70, E71); Giesinger 2016 for the summary score (rule E72); the
carcinoid symptom diary is defined by this project (rule E77).
"""

from collections.abc import Mapping, Sequence
from math import lcm
from typing import NamedTuple, assert_never

from retnet_pro.instrument.model import ItemId, Method

Ratio = tuple[int, int]
"""Numerator and denominator; the denominator is positive."""


class Formula(NamedTuple):
    """A method that needs only how many items are answered and their total.

    Score = (weight x total + shift x answered) / (divisor x answered + constant).
    """

    weight: int
    shift: int
    divisor: int
    constant: int


def formula(method: Method, *, is_reversed: bool, lowest: int, span: int) -> Formula | None:
    """Return a named method in whole numbers, or None for a method that needs more than a total.

    ``linear_0_100`` is ((raw - lowest) / span) x 100 with raw the mean of the answered items, and 100 minus that when
    the scale is reversed (rule E70). ``sum`` adds the answered items and fills nothing in for the others.
    """
    match method:
        case Method.LINEAR_0_100 if is_reversed:
            return Formula(-100, 100 * (lowest + span), span, 0)
        case Method.LINEAR_0_100:
            return Formula(100, -100 * lowest, span, 0)
        case Method.MEAN:
            return Formula(1, 0, 1, 0)
        case Method.SUM:
            return Formula(1, 0, 0, 1)
        case Method.COUNT_TIMES_SEVERITY | Method.MEAN_OF_SCALES:
            return None
        case _:
            assert_never(method)


def from_total(formula: Formula, total: int, answered: int) -> Ratio:
    """Return the score of a scale of which `answered` items, at least one, add up to `total`."""
    weight, shift, divisor, constant = formula
    return weight * total + shift * answered, divisor * answered + constant


def count_times_severity(items: Sequence[ItemId], codes: Mapping[ItemId, int]) -> int | None:
    """Return the burden: the sum over pairs of count x severity (rule E77).

    A count of 0 is a burden of 0 whatever the severity, because its severity is then not asked. Any other part that is
    missing makes the burden missing.
    """
    burden = 0
    for count_item, severity_item in zip(items[::2], items[1::2], strict=True):
        count, severity = codes.get(count_item), codes.get(severity_item)
        if count is None or (count and severity is None):
            return None
        burden += count * (severity or 0)
    return burden


def mean_of_scales(parts: Sequence[tuple[Ratio, bool]]) -> Ratio:
    """Return the mean of component scores, each as it is or as 100 minus it (rule E72)."""
    common = lcm(*[ratio[1] for ratio, _ in parts])
    total = 0
    for (numerator, denominator), is_reversed in parts:
        share = numerator * (common // denominator)
        total += 100 * common - share if is_reversed else share
    return total, len(parts) * common
