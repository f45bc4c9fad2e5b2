"""Both completion rates of one form over the time points, as pairs of bars with their numbers (rules E61 to E65)."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from retnet_pro.analysis.canvas import LOOKS, Caption, Look, Picture, picture
from retnet_pro.analysis.completion import WILSON, CompletionPoint
from retnet_pro.analysis.results import Estimate, NotComputable

_BAR = 0.36
_INCH_PER_POINT = 0.42
_TITLE_LETTERS = 22
_VARIABLE, _FIXED = LOOKS[1], LOOKS[2]


def completion_figure(
    name: str,
    title: str,
    points: Sequence[CompletionPoint],
    *,
    titles: Mapping[str, str],
    valid_form: str,
    synthetic: bool,
) -> Picture:
    """Draw the rates of one form in one group.

    Args:
        name: for a file.
        title: above the figure.
        points: the time points, from top to bottom.
        titles: the words for time points.
        valid_form: the rule by which a form counts, printed with the rate (rule E65).
        synthetic: whether the data are.

    Raises:
        ValueError: there is no time point.
    """
    if not points:
        raise ValueError("a figure needs a time point")
    missing = sum(sum(point.absent.values()) for point in points)
    without = sum(point.unexplained for point in points)
    awaited = sum(point.awaited for point in points)
    caption = Caption(
        title=title,
        counted=f"valid forms and denominator stand beside each bar. {valid_form}",
        missing=f"{missing} expected forms absent with a reason, {without} without one; {awaited} not due yet and in no"
        " completion rate; nothing is expected after death; a time point after an embolization adds up its visits",
        method=WILSON.line,
        synthetic=synthetic,
    )

    def draw(figure: Any, foot: float) -> None:
        height = figure.get_figheight()
        bottom = foot + 0.5 / height
        axes = figure.add_axes((0.21, bottom, 0.67, 1 - bottom - 0.62 / height))
        for place, point in enumerate(points):
            labels = ("completion: of forms expected by now", "available data: of all randomised")
            first, second = labels if place == 0 else (None, None)
            _bar(axes, place - _BAR / 2, point.variable, _VARIABLE, first)
            _bar(axes, place + _BAR / 2, point.fixed, _FIXED, second)
        axes.set_ylim(len(points) - 0.5, -0.5)
        axes.set_yticks(range(len(points)), [_wrapped(titles.get(point.at, point.title)) for point in points])
        axes.set_xlim(0, 1)
        axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0%", "25%", "50%", "75%", "100%"])
        axes.set_xlabel("Valid forms, with 95% interval")
        axes.grid(axis="y", visible=False)
        axes.text(1.02, -0.62, "valid / of", fontsize=7.5, weight="bold", va="bottom")
        figure.text(0.02, 1 - 0.22 / height, title, fontsize=10.5, weight="bold")
        axes.legend(loc="lower right", bbox_to_anchor=(1.0, 1.0), ncols=2, borderaxespad=0.2, columnspacing=1.2)

    height = max(3.4, 1.9 + _INCH_PER_POINT * len(points))
    return picture(name, caption, _said(title, points, titles), draw, height)


def _bar(axes: Any, place: float, rate: Estimate | NotComputable, look: Look, label: str | None) -> None:
    """Draw one bar, its interval and its numbers; where there is no rate, say why in its place."""
    if isinstance(rate, NotComputable):
        axes.text(0.01, place, rate.reason.lower(), fontsize=7, va="center")
        return
    axes.barh(place, rate.value, _BAR, facecolor="white", edgecolor=look.colour, hatch=look.hatch, label=label)
    low, high = rate.value - (rate.low or 0), (rate.high or 0) - rate.value
    axes.errorbar(rate.value, place, xerr=[[max(low, 0)], [max(high, 0)]], color="black", capsize=2, linewidth=0.9)
    axes.text(1.02, place, f"{rate.events} / {rate.n}", fontsize=7.5, va="center")


def _wrapped(title: str) -> str:
    return "\n".join(textwrap.wrap(title, _TITLE_LETTERS))


def _said(title: str, points: Sequence[CompletionPoint], titles: Mapping[str, str]) -> str:
    parts = [f"{title}."]
    for point in points:
        rates = [
            one.reason if isinstance(one, NotComputable) else f"{one.events} of {one.n} ({one.value:.0%})"
            for one in (point.variable, point.fixed)
        ]
        parts.append(f"{titles.get(point.at, point.title)}: completion {rates[0]}, available data {rates[1]}.")
    return " ".join(parts)
