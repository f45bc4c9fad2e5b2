"""Biomarkers by group and time (secondary objective: biomarkers of effect): chromogranin A and 5-HIAA.

Laboratories differ in assay and unit, so that values are told as multiples of the laboratory's own upper limit, and a
change only between samples of the same assay and matter. Multiples are skewed: medians and quartiles, no test. Only
participants with a sample are in a number, and how many have none is told; samples are taken less often from who is
worse, so that later medians may look better than they are.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from retnet_pro.analysis.results import NotComputable
from retnet_pro.analysis.spread import Spread, spread
from retnet_pro.analysis.staff_forms import Sample


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A stretch of days after the first embolization, both ends included. Of several samples in it the last counts."""

    name: str
    first: int
    last: int


BASELINE = "baseline"
"""The last sample up to the day of the first embolization."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkerLine:
    """One marker in one group at one time."""

    marker: str
    group: str
    window: str
    treated: int
    """Participants of the group who were treated."""
    ratio: Spread | NotComputable
    """Multiples of the upper limit of normal."""
    change: Spread | NotComputable
    """The same divided by the participant's own baseline: below 1 is a fall."""

    @property
    def missing(self) -> int:
        """Treated participants without this marker in this window."""
        return self.treated - (self.ratio.n if isinstance(self.ratio, Spread) else 0)


def biomarkers(
    samples: Iterable[Sample],
    first_treated: Mapping[str, date],
    arms: Mapping[str, str],
    windows: Sequence[Window],
) -> tuple[MarkerLine, ...]:
    """Return one line per marker, group and window, baseline first.

    Args:
        samples: all samples.
        first_treated: the first embolization of each treated subject.
        arms: the group of each subject.
        windows: the times to tell, after baseline.
    """
    treated: dict[str, list[str]] = {}
    for subject in sorted(first_treated):
        if subject in arms:
            treated.setdefault(arms[subject], []).append(subject)
    taken: dict[tuple[str, str], list[tuple[int, float]]] = {}
    for one in sorted(samples, key=lambda sample: sample.on):
        if one.subject in first_treated and one.subject in arms:
            days = (one.on - first_treated[one.subject]).days
            taken.setdefault((one.marker, one.subject), []).append((days, one.ratio))
    lines: list[MarkerLine] = []
    for marker in sorted({marker for marker, _ in taken}):
        for group in sorted(treated):
            courses = [taken.get((marker, subject), []) for subject in treated[group]]
            if any(courses):
                lines += _lines(marker, group, courses, windows)
    return tuple(lines)


def _lines(
    marker: str, group: str, courses: Sequence[Sequence[tuple[int, float]]], windows: Sequence[Window]
) -> list[MarkerLine]:
    before = [_last(course, None, 0) for course in courses]
    found = [_line(marker, group, BASELINE, before, None)]
    for window in windows:
        within = [_last(course, window.first, window.last) for course in courses]
        found.append(_line(marker, group, window.name, within, before))
    return found


def _last(course: Sequence[tuple[int, float]], first: int | None, last: int) -> float | None:
    within = [ratio for days, ratio in course if (first is None or days >= first) and days <= last]
    return within[-1] if within else None


def _line(
    marker: str, group: str, window: str, values: Sequence[float | None], before: Sequence[float | None] | None
) -> MarkerLine:
    what = f"{marker}, {window}, multiple of the upper limit"
    name = f"{marker}, {window}, multiple of baseline"
    change: Spread | NotComputable = NotComputable(what=name, group=group, reason="Baseline is what changes start from")
    if before is not None:
        pairs = zip(values, before, strict=True)
        change = spread([now / then for now, then in pairs if now is not None and then], what=name, group=group)
    return MarkerLine(
        marker=marker,
        group=group,
        window=window,
        treated=len(values),
        ratio=spread([value for value in values if value is not None], what=what, group=group),
        change=change,
    )
