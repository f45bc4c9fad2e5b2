"""Kaplan-Meier curves, the log-rank test and Cox models, by group (lifelines; equal to R `survival` in the tests).

Those who were lost are censored when last known. That is right only if losing them has nothing to do with what would
have become of them (non-informative censoring); nothing here can tell. A participant without a time is in no number and
is told beside it (`Times.left_out`).

Where data cannot carry a number there is none, but a reason: no event at all, one group only, a group without an event
(its hazard ratio would be nought or without end), fewer events than `EVENTS_PER_RATIO` for each hazard ratio.
"""

import warnings
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import lifelines
import pandas as pd
from lifelines.exceptions import ConvergenceError, ConvergenceWarning
from lifelines.statistics import multivariate_logrank_test
from lifelines.utils import median_survival_times

from retnet_pro.analysis.results import LEVEL, AtRisk, Comparison, Curve, Estimate, Method, NotComputable, Step, tool
from retnet_pro.analysis.time_to_event import TimeToEvent, by_group

EVENTS_PER_RATIO = 10
"""Fewest events for each hazard ratio of a model (Peduzzi 1995, J Clin Epidemiol 48:1503)."""
_TOOL = tool("lifelines", lifelines.__version__)
_MISSING = "Lost to follow-up is censored when last known; participants without a start are left out and counted"
KAPLAN_MEIER = Method(
    name="Kaplan-Meier, log-log interval",
    source="Kaplan and Meier 1958, J Am Stat Assoc 53:457; Greenwood variance; median by Brookmeyer and Crowley 1982",
    tool=_TOOL,
    assumes="Censoring has nothing to do with the event",
    missing=_MISSING,
)
LOG_RANK = Method(
    name="Log-rank test",
    source="Mantel 1966, Cancer Chemother Rep 50:163",
    tool=_TOOL,
    assumes="Censoring has nothing to do with the event; unweighted, so strongest where hazards are proportional",
    missing=_MISSING,
)
COX = Method(
    name="Cox model, ties after Efron, Wald interval",
    source="Cox 1972, J R Stat Soc B 34:187; Efron 1977, J Am Stat Assoc 72:557",
    tool=_TOOL,
    assumes="Hazards are proportional over the whole time; censoring has nothing to do with the event",
    missing=_MISSING,
)
_PRECISION: Mapping[str, float] = {"precision": 1e-12, "r_precision": 1e-15}
"""Stops the search for the maximum late enough for six equal digits in another program."""

_HALF, _TIE = 0.5, 1e-9
"""The height of the median, and how far from it a product of fractions may come out."""


def kaplan_meier(
    times: Iterable[TimeToEvent], *, what: str, look_at: Sequence[float]
) -> tuple[Curve | NotComputable, ...]:
    """Return the curve of each group, groups in order of name.

    Args:
        times: one time per participant.
        what: what is counted, for titles.
        look_at: months at which the number at risk is told.
    """
    groups = by_group(times)
    if not groups:
        return (NotComputable(what=what, reason="No participant has a time"),)
    return tuple(_curve(members, what, group, look_at) for group, members in groups.items())


def _curve(members: Sequence[TimeToEvent], what: str, group: str, look_at: Sequence[float]) -> Curve:
    months = [one.months for one in members]
    happened = [one.happened for one in members]
    fitted: Any = lifelines.KaplanMeierFitter(alpha=1 - LEVEL).fit(months, happened)
    values, bounds = fitted.survival_function_.iloc[:, 0], fitted.confidence_interval_
    steps = tuple(
        Step(time=float(time), value=float(value), low=_or(low, float(value)), high=_or(high, float(value)))
        for time, value, low, high in zip(values.index, values, bounds.iloc[:, 0], bounds.iloc[:, 1], strict=True)
    )
    return Curve(
        what=what,
        group=group,
        n=len(members),
        events=sum(happened),
        steps=steps,
        censored=tuple(sorted({one.months for one in members if not one.happened})),
        at_risk=tuple(AtRisk(time=time, count=sum(month >= time for month in months)) for time in look_at),
        median=_median(fitted, what, group, len(members), sum(happened)),
        method=KAPLAN_MEIER,
    )


def _or(value: float, otherwise: float) -> float:
    """Return a bound; where the curve is at its ends the library has none, and the value itself is drawn."""
    return otherwise if pd.isna(value) else float(value)


def _median(fitted: Any, what: str, group: str, n: int, events: int) -> Estimate | NotComputable:
    """Return the median; where the curve ends at nought it has no interval, and the median no end there, as in R."""
    curve = fitted.survival_function_.iloc[:, 0]
    value = _half_time(curve)
    if value is None:
        reason = "The median is not reached: more than half had no event while followed"
        return NotComputable(what=f"Median, {what}", group=group, reason=reason)
    bounds = median_survival_times(fitted.confidence_interval_[curve > 0])
    low, high = (float(bounds.iloc[0, place]) for place in (0, 1))
    return Estimate(
        what=f"Median, {what} (months)",
        value=value,
        low=_finite(low),
        high=_finite(high),
        n=n,
        events=events,
        group=group,
        method=KAPLAN_MEIER,
    )


def _half_time(curve: Any) -> float | None:
    """Return when the curve reaches a half; where it stands at exactly a half for a while, the middle of that while.

    The library has the begin of that while; the middle is what R and SAS print. None where a half is not reached.
    """
    reached = curve[curve < _HALF + _TIE]
    if reached.empty:
        return None
    first = float(reached.index[0])
    below = reached[reached < _HALF - _TIE]
    stands = float(reached.iloc[0]) > _HALF - _TIE and not below.empty
    return (first + float(below.index[0])) / 2 if stands else first


def _finite(value: float) -> float | None:
    return None if value == float("inf") or pd.isna(value) else value


def log_rank(times: Iterable[TimeToEvent], *, what: str) -> Comparison | NotComputable:
    """Test whether the curves of all groups are one."""
    groups = by_group(times)
    everybody = [one for members in groups.values() for one in members]
    if reason := _too_little(groups):
        return NotComputable(what=f"Log-rank test, {what}", reason=reason)
    tested = multivariate_logrank_test(
        [one.months for one in everybody], [one.group for one in everybody], [one.happened for one in everybody]
    )
    return Comparison(
        what=what,
        groups=tuple(groups),
        statistic=float(tested.test_statistic),
        degrees=len(groups) - 1,
        p=float(tested.p_value),
        n=len(everybody),
        events=sum(one.happened for one in everybody),
        method=LOG_RANK,
    )


def hazard_ratios(times: Iterable[TimeToEvent], *, what: str, reference: str) -> tuple[Estimate | NotComputable, ...]:
    """Return the hazard ratio of each other group against one group, from one model.

    Above 1 the event comes sooner in the other group. `n` and `events` are those of the two groups compared.
    """
    groups = by_group(times)
    others = [group for group in groups if group != reference]
    name = f"Hazard ratio, {what}"
    if reason := _too_little(groups) or _too_thin(groups, reference, len(others)):
        return (NotComputable(what=name, reason=reason),)
    everybody = [one for members in groups.values() for one in members]
    frame = pd.DataFrame(
        {"months": [one.months for one in everybody], "happened": [one.happened for one in everybody]}
        | {f"g{place}": [float(one.group == group) for one in everybody] for place, group in enumerate(others)}
    )
    model = lifelines.CoxPHFitter(alpha=1 - LEVEL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", ConvergenceWarning)
            model.fit(frame, "months", "happened", fit_options=dict(_PRECISION))
    except (ConvergenceError, ConvergenceWarning):
        return (NotComputable(what=name, reason="The model finds no stable value in these data"),)
    rows: Any = model.summary
    return tuple(
        Estimate(
            what=name,
            value=float(rows.loc[f"g{place}", "exp(coef)"]),
            low=float(rows.loc[f"g{place}", f"exp(coef) lower {LEVEL:.0%}"]),
            high=float(rows.loc[f"g{place}", f"exp(coef) upper {LEVEL:.0%}"]),
            error=float(rows.loc[f"g{place}", "se(coef)"]),
            p=float(rows.loc[f"g{place}", "p"]),
            n=len(groups[group]) + len(groups[reference]),
            events=sum(one.happened for one in (*groups[group], *groups[reference])),
            group=group,
            reference=reference,
            method=COX,
        )
        for place, group in enumerate(others)
    )


def _too_little(groups: Mapping[str, Sequence[TimeToEvent]]) -> str | None:
    """Return why groups cannot be compared at all."""
    if len(groups) < 2:
        return f"There is one group only ({', '.join(groups)})" if groups else "No participant has a time"
    if not any(one.happened for members in groups.values() for one in members):
        return "Nobody had the event yet"
    return None


def _too_thin(groups: Mapping[str, Sequence[TimeToEvent]], reference: str, ratios: int) -> str | None:
    """Return why no ratio can be estimated."""
    if reference not in groups:
        return "The reference group has no participant"
    without = [group for group, members in groups.items() if not any(one.happened for one in members)]
    if without:
        return f"{len(without)} of {len(groups)} groups had no event yet, so that a ratio would have no end"
    events = sum(one.happened for members in groups.values() for one in members)
    if events < EVENTS_PER_RATIO * ratios:
        return (
            f"{events} events are too few: {EVENTS_PER_RATIO * ratios} are asked for, {EVENTS_PER_RATIO} for each ratio"
        )
    return None
