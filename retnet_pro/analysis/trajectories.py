"""A score over the time points of the study, by group: how many, how many missing, mean, spread and interval.

Only what was observed enters: nothing is imputed beyond the rule of the instrument itself (rule E69). A mean of those
who still answer is a mean of those who still answer; `mixed_model` compares groups under a weaker assumption. Intervals
are those of a mean with Student's t, each time point on its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import statsmodels
from statsmodels.stats.weightstats import DescrStatsW

from retnet_pro.analysis.results import LEVEL, Estimate, Method, NotComputable, tool

MEAN = Method(
    name="Mean with t interval",
    source="Student 1908, Biometrika 6:1",
    tool=tool("statsmodels", statsmodels.__version__),
    assumes="Means are close to normal, which scores from 0 to 100 are once a group has some tens of participants",
    missing="Observed scores only; right where scores are missing completely at random",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreAt:
    """One scale of one participant at one time point that was due."""

    subject: str
    group: str
    at: str
    """The time point."""
    value: float | None
    """None where the form did not come or the scale could not be scored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointSummary:
    """One group at one time point."""

    group: str
    at: str
    due: int
    """Participants of whom a score was due."""
    n: int
    """Participants with a score."""
    mean: Estimate | NotComputable
    sd: float | None
    """None below two scores."""

    @property
    def missing(self) -> int:
        """Participants without a score that was due."""
        return self.due - self.n


def trajectories(scores: Iterable[ScoreAt], *, what: str, order: Sequence[str]) -> tuple[PointSummary, ...]:
    """Return one summary per group and time point: groups in order of name, time points as they are given.

    Args:
        scores: at most one per participant and time point.
        what: name of the scale, for titles.
        order: the time points to tell; others are left out.
    """
    cells: dict[tuple[str, str], list[float | None]] = {}
    for one in scores:
        cells.setdefault((one.group, one.at), []).append(one.value)
    groups = sorted({group for group, _ in cells})
    return tuple(_summary(what, group, at, cells.get((group, at), [])) for group in groups for at in order)


def _summary(what: str, group: str, at: str, values: Sequence[float | None]) -> PointSummary:
    known = [value for value in values if value is not None]
    if len(known) < 2:
        reason = f"{len(known)} score(s) give no interval"
        mean: Estimate | NotComputable = NotComputable(what=f"Mean, {what}", group=group, at=at, reason=reason)
        return PointSummary(group=group, at=at, due=len(values), n=len(known), mean=mean, sd=None)
    described = DescrStatsW(known, ddof=1)
    low, high = described.tconfint_mean(alpha=1 - LEVEL)
    mean = Estimate(
        what=f"Mean, {what}",
        value=float(described.mean),
        low=float(low),
        high=float(high),
        error=float(described.std_mean),
        n=len(known),
        group=group,
        at=at,
        method=MEAN,
    )
    return PointSummary(group=group, at=at, due=len(values), n=len(known), mean=mean, sd=float(described.std_ddof(1)))
