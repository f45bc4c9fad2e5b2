"""The named scoring methods, as exact fractions.

Codes are whole numbers, so every score is a fraction of two whole numbers; it becomes a decimal number exactly once,
at the end. That is the published arithmetic without its rounding noise: the same answers give the same last bit on the
tablet, at the centre and in a table of a million rows, and nothing is ever rounded on the way (rule E76).

Sources: EORTC QLQ-C30 scoring procedure (rules E70, E71); Giesinger 2016 for the summary score (rule E72); the
carcinoid symptom diary is defined by this project (rule E77).
"""

from collections.abc import Mapping, Sequence
from math import lcm

from retnet_pro.instrument.model import ItemId, Method
from retnet_pro.scoring.plan import PlannedScale

Ratio = tuple[int, int]
"""Numerator and denominator; the denominator is positive."""


def from_total(planned: PlannedScale, total: int, answered: int) -> Ratio | None:
    """Return the score of a scale whose answered items add up to `total`, or None when too few are answered.

    ``linear_0_100`` is ((raw - lowest) / range) x 100 with raw the mean of the answered items, and 100 minus that when
    the scale is reversed (rule E70). ``sum`` adds the answered items and fills nothing in for the others.
    """
    if answered < planned.minimum_answered:
        return None
    match planned.scale.method:
        case Method.LINEAR_0_100:
            gained, whole = total - answered * planned.lowest, answered * planned.span
            return 100 * (whole - gained if planned.scale.reversed else gained), whole
        case Method.MEAN:
            return total, answered
        case _:
            return total, 1


def count_times_severity(items: Sequence[ItemId], codes: Mapping[ItemId, int]) -> tuple[Ratio | None, int]:
    """Return the burden, the sum over pairs of count x severity, and how many parts were there (rule E77).

    A count of 0 is a burden of 0 whatever the severity, because its severity is then not asked. Any other part that is
    missing makes the burden missing.
    """
    burden: int | None = 0
    for count_item, severity_item in zip(items[::2], items[1::2], strict=True):
        count, severity = codes.get(count_item), codes.get(severity_item)
        if count == 0 or burden is None:
            continue
        burden = None if count is None or severity is None else burden + count * severity
    return (None if burden is None else (burden, 1)), sum(item in codes for item in items)


def mean_of_scales(parts: Sequence[tuple[Ratio, bool]]) -> Ratio:
    """Return the mean of component scores, each as it is or as 100 minus it (rule E72)."""
    common = lcm(*[denominator for (_, denominator), _ in parts])
    total = 0
    for (numerator, denominator), is_reversed in parts:
        share = numerator * (common // denominator)
        total += 100 * common - share if is_reversed else share
    return total, len(parts) * common
