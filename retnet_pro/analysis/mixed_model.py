"""Whether the score of one group changed differently from that of another: a linear mixed model (statsmodels).

Time points are categories, so that no shape of the course is assumed; group and time point interact; each participant
has a random intercept; fitted by restricted maximum likelihood. What is told is the interaction: the change from the
first time point in one group minus that in the reference group. Estimates, standard errors and both spreads equal those
of R `nlme` in the tests. The standard errors are those of generalised least squares at the fitted spreads, as there;
those the library prints come from a numerical second derivative and differ from them in the fourth digit.

Missing scores: everybody with at least one score enters with what was observed. That is right where scores are *missing
at random*: whether one is missing may depend on group, time point and the scores that were seen, but not on the one
that was not seen. No data can prove that; participants who stop because they feel worse than they last told break it.
"""

import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import statsmodels
from statsmodels.regression.linear_model import OLS
from statsmodels.regression.mixed_linear_model import MixedLM

from retnet_pro.analysis.results import LEVEL, Estimate, Method, NotComputable, tool
from retnet_pro.analysis.trajectories import ScoreAt

LEAST_IN_CELL = 2
"""Fewest scores of every group at a time point; a time point with fewer is left out for all groups, and told."""
MIXED = Method(
    name="Linear mixed model, random intercept, REML, Wald interval",
    source="Laird and Ware 1982, Biometrics 38:963",
    tool=tool("statsmodels", statsmodels.__version__),
    assumes="Residuals and intercepts are normal with one spread; scores of one participant correlate equally",
    missing="Missing at random, given group, time point and the scores that were seen; nothing is imputed",
)
_GRADIENTS = (1e-10, 1e-8, 1e-5)
"""Gradients at which the search may end: the first gives six equal digits in another program; not all data reach it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MixedModel:
    """A fitted model."""

    what: str
    differences: Sequence[Estimate]
    """Difference in change from the first time point, per other group and later time point."""
    between_sd: float
    """Standard deviation of the intercepts: how much participants differ."""
    within_sd: float
    """Standard deviation of what is left within a participant."""
    participants: int
    scores: int
    left_out: Sequence[str]
    """Time points with too few scores in some group."""
    method: Method = MIXED


def difference_in_change(
    scores: Iterable[ScoreAt], *, what: str, order: Sequence[str], reference: str
) -> MixedModel | NotComputable:
    """Fit the model.

    Args:
        scores: at most one per participant and time point.
        what: name of the scale, for titles.
        order: the time points of the model, the first of them the one changes are counted from.
        reference: the group others are compared with.
    """
    name = f"Difference in change, {what}"
    seen = [one for one in scores if one.value is not None and one.at in order]
    groups = [reference, *sorted({one.group for one in seen} - {reference})]
    if len(groups) < 2 or not any(one.group == reference for one in seen):
        return NotComputable(what=name, reason="There are not two groups with scores")
    points = [at for at in order if all(_count(seen, group, at) >= LEAST_IN_CELL for group in groups)]
    if len(points) < 2 or points[0] != order[0]:
        return NotComputable(what=name, reason=f"Too few scores at {order[0]} or at all later time points")
    used = sorted((one for one in seen if one.at in points), key=lambda one: (one.subject, points.index(one.at)))
    columns = _columns(used, groups, points)
    fitted = _fit(used, columns)
    if fitted is None:
        return NotComputable(what=name, reason="The model finds no stable value in these data")
    fixed, between, within = fitted
    return MixedModel(
        what=name,
        differences=tuple(
            _difference(fixed, name, used, group, reference, at) for group in groups[1:] for at in points[1:]
        ),
        between_sd=between**0.5,
        within_sd=within**0.5,
        participants=len({one.subject for one in used}),
        scores=len(used),
        left_out=tuple(at for at in order if at not in points),
    )


def _count(seen: Iterable[ScoreAt], group: str, at: str) -> int:
    return sum(one.group == group and one.at == at for one in seen)


def _fit(used: Sequence[ScoreAt], columns: pd.DataFrame) -> tuple[Any, float, float] | None:
    """Return the fixed effects and the variance between and within participants; None where no search ends well."""
    values = pd.Series([one.value for one in used], dtype=float)
    subjects = pd.Series([one.subject for one in used])
    for gradient in _GRADIENTS:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                fitted: Any = MixedLM(values, columns, groups=subjects).fit(reml=True, method=["bfgs"], gtol=gradient)
                between, within = float(fitted.cov_re.iloc[0, 0]), float(fitted.scale)
                return _fixed_effects(values, columns, subjects, between, within), between, within
        except (Warning, ValueError, ArithmeticError):  # a matrix that cannot be inverted is a ValueError
            continue
    return None


def _fixed_effects(
    values: "pd.Series[float]", columns: pd.DataFrame, subjects: "pd.Series[str]", between: float, within: float
) -> Any:
    """Return generalised least squares at given variances.

    With a random intercept that is ordinary least squares after a share of each participant's own mean is taken off
    everything, a share that grows with the number of scores (Fuller and Battese 1973, J Am Stat Assoc 68:626).
    """
    scores = subjects.groupby(subjects).transform("size")
    share = 1 - (within / (within + scores * between)) ** 0.5
    freed = columns - columns.groupby(subjects).transform("mean").mul(share, axis=0)
    return OLS(values - values.groupby(subjects).transform("mean") * share, freed).fit(use_t=False)


def _columns(used: Sequence[ScoreAt], groups: Sequence[str], points: Sequence[str]) -> pd.DataFrame:
    """Return the design: intercept, later time points, other groups, and their products."""
    columns: dict[str, list[float]] = {"all": [1.0] * len(used)}
    for at in points[1:]:
        columns[at] = [float(one.at == at) for one in used]
    for group in groups[1:]:
        columns[f":{group}"] = [float(one.group == group) for one in used]
        for at in points[1:]:
            columns[f"{at}:{group}"] = [float(one.group == group and one.at == at) for one in used]
    return pd.DataFrame(columns)


def _difference(fixed: Any, name: str, used: Sequence[ScoreAt], group: str, reference: str, at: str) -> Estimate:
    column = f"{at}:{group}"
    low, high = fixed.conf_int(alpha=1 - LEVEL).loc[column]
    return Estimate(
        what=name,
        value=float(fixed.params[column]),
        low=float(low),
        high=float(high),
        error=float(fixed.bse[column]),
        p=float(fixed.pvalues[column]),
        n=sum(one.at == at and one.group in (group, reference) for one in used),
        group=group,
        reference=reference,
        at=at,
        method=MIXED,
    )
