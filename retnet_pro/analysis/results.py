"""What an analysis hands on: numbers with their method beside them, or a reason why there is no number.

A page lays these out and calculates nothing. Values are unrounded; they are rounded where they are shown. Every
interval is two-sided at `LEVEL`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

LEVEL = 0.95
"""Coverage of every interval: the convention of the field, no setting of the trial."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How a number came about; it is printed wherever the number is."""

    name: str
    source: str
    """The publication the method is from."""
    tool: str
    """Library and version that calculated it."""
    assumes: str
    missing: str
    """What is done about missing data and what that takes for granted."""

    @property
    def line(self) -> str:
        """Name and tool, for the foot of a table or figure."""
        return f"{self.name} ({self.tool})"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotComputable:
    """There is no number, and this is why. Never shown as a blank."""

    what: str
    reason: str
    """One plain sentence without a full stop."""
    group: str | None = None
    at: str | None = None
    """The time point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """One number with its interval."""

    what: str
    value: float
    low: float | None
    """None where the data set no lower end."""
    high: float | None
    """None where the data set no upper end."""
    n: int
    """Participants (or forms, where `what` says so) it rests on."""
    method: Method
    group: str | None = None
    reference: str | None = None
    """The group it is compared with."""
    at: str | None = None
    """The time point."""
    events: int | None = None
    error: float | None = None
    """Standard error, on the scale the method works on: of the logarithm for a ratio."""
    p: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Where a curve stands from one time on."""

    time: float
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AtRisk:
    """How many are still followed, and still without the event, just before a time."""

    time: float
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A curve over time in months, from 1 at time 0."""

    what: str
    group: str
    n: int
    events: int
    steps: Sequence[Step]
    censored: Sequence[float]
    """Times at which somebody was last seen without the event, each once."""
    at_risk: Sequence[AtRisk]
    median: "Estimate | NotComputable"
    method: Method


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A test of whether groups differ."""

    what: str
    groups: Sequence[str]
    statistic: float
    """Chi-square."""
    degrees: int
    p: float
    n: int
    events: int
    method: Method


def tool(name: str, version: str) -> str:
    """Return library and version as they are printed."""
    return f"{name} {version}"
