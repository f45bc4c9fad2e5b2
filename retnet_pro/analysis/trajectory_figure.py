"""The course of one score by group: means with intervals over the time points, and how many are behind each of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from retnet_pro.analysis.canvas import Caption, Picture, head, looks, picture
from retnet_pro.analysis.mixed_model import MixedModel
from retnet_pro.analysis.results import Estimate, NotComputable
from retnet_pro.analysis.trajectories import MEAN, PointSummary
from retnet_pro.analysis.written import methods_words
from retnet_pro.instrument.model import Direction

_APART = 0.07
"""How far groups stand apart at one time point, so that no interval hides another."""
_ROW = 0.16


def trajectory_figure(
    name: str,
    title: str,
    points: Sequence[PointSummary],
    *,
    direction: Direction,
    model: MixedModel | NotComputable,
    titles: Mapping[str, str],
    synthetic: bool,
) -> Picture:
    """Draw a course.

    Args:
        name: for a file.
        title: above the figure.
        points: one per group and time point.
        direction: told at the axis: a reader must not guess which way is better.
        model: the comparison; what it is and what it assumes stands under the figure.
        titles: the words for groups and time points.
        synthetic: whether the data are.

    Raises:
        ValueError: no point, or more groups than can be told apart.
    """
    if not points:
        raise ValueError("a figure needs a point")
    groups = list(dict.fromkeys(point.group for point in points))
    order = list(dict.fromkeys(point.at for point in points))
    drawn = looks(groups)
    if isinstance(model, MixedModel):
        missing, methods = "the model takes scores to be missing at random", [MEAN, model.method]
    else:
        missing, methods = f"no model: {model.reason}", [MEAN]
    absent, due = sum(point.missing for point in points), sum(point.due for point in points)
    caption = Caption(
        title=title,
        counted="scores, and participants of whom one was due, stand under each time point; fewer than two scores give "
        "no mean; intervals are cut at the ends of the scale",
        missing=f"{absent} of {due} scores that were due; observed scores only, nothing imputed; {missing}",
        method=methods_words(methods),
        synthetic=synthetic,
    )

    def draw(figure: Any, foot: float) -> None:
        height = figure.get_figheight()
        table = (len(groups) + 1.4) * _ROW / height
        bottom = foot + table + 0.42 / height
        axes = figure.add_axes((0.11, bottom, 0.86, 1 - bottom - 0.62 / height))
        for place, group in enumerate(groups):
            look = drawn[group]
            shift = (place - (len(groups) - 1) / 2) * _APART
            known = [point.mean for point in points if point.group == group and isinstance(point.mean, Estimate)]
            below = [mean.value - (mean.low or 0) for mean in known]
            above = [(mean.high or 0) - mean.value for mean in known]
            axes.errorbar(
                [order.index(mean.at or "") + shift for mean in known], [mean.value for mean in known],
                yerr=[below, above], color=look.colour, linestyle=look.line, marker=look.mark, markersize=5,
                linewidth=1.5, elinewidth=1, capsize=2.5, label=titles.get(group, group),
            )  # fmt: skip
        better = "higher is better" if direction is Direction.HIGHER_BETTER else "higher is worse"
        head(axes, title, len(groups))
        axes.set_ylabel(f"Mean score, 0 to 100 ({better})")
        axes.set_ylim(0, 100)
        axes.set_xlim(-0.4, len(order) - 0.6)
        axes.set_xticks(range(len(order)), [titles.get(at, at) for at in order])
        _draw_counts(figure, axes, points, groups, order, titles, foot, table)

    return picture(name, caption, _said(title, points, model, titles), draw)


def _draw_counts(
    figure: Any,
    axes: Any,
    points: Sequence[PointSummary],
    groups: Sequence[str],
    order: Sequence[str],
    titles: Mapping[str, str],
    foot: float,
    table: float,
) -> None:
    place = axes.get_position()
    drawn = looks(groups)
    rows = figure.add_axes((place.x0, foot, place.width, table), sharex=axes)
    rows.set_axis_off()
    rows.set_ylim(len(groups) + 0.4, -1)
    rows.text(-0.115, -0.4, "Scores / due", transform=rows.get_yaxis_transform(), fontsize=8, weight="bold")
    for row, group in enumerate(groups):
        look = drawn[group]
        rows.plot(
            [-0.115, -0.095, -0.075], [row + 0.45] * 3, transform=rows.get_yaxis_transform(), clip_on=False,
            color=look.colour, linestyle=look.line, marker=look.mark, markersize=4, markevery=[1], linewidth=1.5,
        )  # fmt: skip
        for point in points:
            if point.group == group:
                words = f"{point.n} / {point.due}"
                rows.text(order.index(point.at), row + 0.5, words, fontsize=8, ha="center", va="center")


def _said(
    title: str, points: Sequence[PointSummary], model: MixedModel | NotComputable, titles: Mapping[str, str]
) -> str:
    parts = [f"{title}."]
    for point in points:
        mean = point.mean
        known = mean.reason if isinstance(mean, NotComputable) else f"mean {mean.value:.1f}"
        group, at = titles.get(point.group, point.group), titles.get(point.at, point.at)
        parts.append(f"{group}, {at}: {point.n} of {point.due} scores, {known}.")
    if isinstance(model, NotComputable):
        parts.append(f"No model: {model.reason}.")
    return " ".join(parts)
