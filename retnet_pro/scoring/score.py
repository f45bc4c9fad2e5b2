"""What a score is: a value, or the reason why there is none."""

from enum import StrEnum
from typing import NamedTuple

from retnet_pro.instrument.model import ScaleCode

SCORING_VERSION = "1"
"""Grows when any input could score differently; stored with every score (rule E76)."""


class Why(StrEnum):
    """Why a score is missing."""

    TOO_FEW_ANSWERED = "too-few-answered"
    """Fewer items answered than the procedure asks for (rule E71)."""
    COMPONENT_MISSING = "component-missing"
    """A score built from scores, one of which is missing (rule E72)."""


class Score(NamedTuple):
    """One scale of one response. Exactly one of `value` and `why` is None. A named tuple, because it is made often."""

    code: ScaleCode
    value: float | None
    """Full precision; rounding is for display only."""
    why: Why | None
    used: int
    """Items (or component scales) that entered."""
    of: int
    """Items (or component scales) of the scale."""
    variant: str
    """Name of the scoring variant, '' where the instrument has only one."""
    version: str
    """`SCORING_VERSION` at the time."""
