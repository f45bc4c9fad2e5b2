"""Kaplan-Meier curves with intervals, censoring marks and the number at risk, as one figure."""

from collections.abc import Mapping, Sequence
from typing import Any

from retnet_pro.analysis.canvas import INK, Caption, Look, Picture, head, looks, picture
from retnet_pro.analysis.results import Comparison, Curve, Estimate, NotComputable
from retnet_pro.analysis.time_to_event import Times
from retnet_pro.analysis.written import counted_words, estimate_words, left_out_words, methods_words, p_words

_BAND = 0.13
_ROW = 0.16
"""Inches for one row of the number at risk."""


def survival_figure(
    name: str,
    title: str,
    times: Times,
    curves: Sequence[Curve],
    *,
    test: Comparison | NotComputable,
    ratios: Sequence[Estimate | NotComputable],
    titles: Mapping[str, str],
    start: str,
    synthetic: bool,
) -> Picture:
    """Draw curves.

    Args:
        name: for a file.
        title: above the figure.
        times: what the curves are of; tells who is left out.
        curves: one per group.
        test: told in the figure, or why there is none.
        ratios: likewise.
        titles: the words for each group.
        start: what the time is counted from, e.g. ``first embolization``.
        synthetic: whether the data are.

    Raises:
        ValueError: there is no curve, or more than can be told apart.
    """
    if not curves:
        raise ValueError("a figure needs a curve")
    drawn = looks([curve.group for curve in curves])
    notes = [_note(test), *(_ratio(ratio, titles) for ratio in ratios)]
    methods = [curves[0].method, *(one.method for one in (test, *ratios) if not isinstance(one, NotComputable))]
    caption = Caption(
        title=title,
        counted=counted_words({titles.get(curve.group, curve.group): (curve.n, curve.events) for curve in curves}),
        missing=left_out_words(times.left_out) + "; lost to follow-up: censored (upright marks)",
        method=methods_words(methods),
        synthetic=synthetic,
        results=notes,
    )

    def draw(figure: Any, foot: float) -> None:
        height = figure.get_figheight()
        table = (len(curves) + 1.4) * _ROW / height
        bottom = foot + table + 0.55 / height
        axes = figure.add_axes((0.11, bottom, 0.86, 1 - bottom - 0.62 / height))
        for curve in curves:
            _draw_curve(axes, curve, drawn[curve.group], titles)
        head(axes, title, len(curves))
        axes.set_ylabel("Share without the event")
        axes.set_xlabel(f"Months from {start}")
        axes.set_ylim(0, 1.02)
        last = max(at.time for at in curves[0].at_risk) if curves[0].at_risk else None
        axes.set_xlim(0, last)
        axes.set_xticks([at.time for at in curves[0].at_risk])
        axes.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0%", "25%", "50%", "75%", "100%"])
        _draw_at_risk(figure, axes, curves, drawn, titles, foot, table)

    return picture(name, caption, _said(title, curves, notes, titles, start), draw)


def _note(test: Comparison | NotComputable) -> str:
    if isinstance(test, NotComputable):
        return f"No log-rank test: {test.reason}"
    return f"Log-rank test: chi-square {test.statistic:.2f}, {test.degrees} df, {p_words(test.p)}"


def _ratio(ratio: Estimate | NotComputable, titles: Mapping[str, str]) -> str:
    if isinstance(ratio, NotComputable):
        return f"No hazard ratio: {ratio.reason}"
    pair = f"{titles.get(ratio.group or '', ratio.group)} v {titles.get(ratio.reference or '', ratio.reference)}"
    return f"Hazard ratio, {pair}: {estimate_words(ratio, 2)}"


def _draw_curve(axes: Any, curve: Curve, look: Look, titles: Mapping[str, str]) -> None:
    when = [step.time for step in curve.steps]
    low, high = [step.low for step in curve.steps], [step.high for step in curve.steps]
    axes.fill_between(when, low, high, step="post", color=look.colour, alpha=_BAND, linewidth=0)
    axes.step(
        when, [step.value for step in curve.steps], where="post", color=look.colour, linestyle=look.line, linewidth=1.7,
        label=titles.get(curve.group, curve.group),
    )  # fmt: skip
    marks = [next(step.value for step in reversed(curve.steps) if step.time <= time) for time in curve.censored]
    axes.plot(curve.censored, marks, linestyle="", marker="|", markersize=5, color=look.colour, markeredgewidth=0.8)


def _draw_at_risk(
    figure: Any,
    axes: Any,
    curves: Sequence[Curve],
    drawn: Mapping[str, Look],
    titles: Mapping[str, str],
    foot: float,
    table: float,
) -> None:
    """Write the rows under the curve, each number under its month; a key of the line stands before the name."""
    place = axes.get_position()
    rows = figure.add_axes((place.x0, foot, place.width, table), sharex=axes)
    rows.set_axis_off()
    rows.set_ylim(len(curves) + 0.4, -1)
    rows.text(-0.115, -0.4, "Number at risk", transform=rows.get_yaxis_transform(), fontsize=8, weight="bold")
    for row, curve in enumerate(curves):
        look = drawn[curve.group]
        rows.plot(
            [-0.115, -0.075], [row + 0.45] * 2, transform=rows.get_yaxis_transform(), clip_on=False,
            color=look.colour, linestyle=look.line, linewidth=1.7,
        )  # fmt: skip
        for at in curve.at_risk:
            rows.text(at.time, row + 0.5, str(at.count), fontsize=8, ha="center", va="center", color=INK)


def _said(title: str, curves: Sequence[Curve], notes: Sequence[str], titles: Mapping[str, str], start: str) -> str:
    parts = [f"{title}, months from {start}."]
    for curve in curves:
        median = curve.median
        known = median.reason if isinstance(median, NotComputable) else f"median {estimate_words(median, 1)} months"
        parts.append(f"{titles.get(curve.group, curve.group)}: {curve.n} participants, {curve.events} events, {known}.")
    return " ".join([*parts, *(f"{note}." for note in notes)])
