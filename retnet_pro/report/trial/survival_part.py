"""A time to event in a report: its figure, the table of groups, the comparison, and every step of the curves."""

from collections.abc import Mapping, Sequence

from retnet_pro.analysis.canvas import LOOKS
from retnet_pro.analysis.objectives import Compared, Survival
from retnet_pro.analysis.results import Comparison, NotComputable
from retnet_pro.analysis.survival import COX, KAPLAN_MEIER, LOG_RANK
from retnet_pro.analysis.survival_figure import survival_figure
from retnet_pro.analysis.time_to_event import by_group
from retnet_pro.analysis.written import counted_words, left_out_words, methods_words, p_words
from retnet_pro.report.trial.cells import count, estimate_cells, estimate_columns
from retnet_pro.report.trial.parts import Cell, Column, Piece, Row, Table, Words

GROUP_COLUMNS: Sequence[Column] = (
    Column(head="Group", code="group", width=2.2),
    Column(head="n", code="n", is_number=True, width=0.6),
    Column(head="Events", code="events", is_number=True, width=0.7),
    *estimate_columns("Median in months (95% interval)", "median", width=3.0),
)
RATIO_COLUMNS: Sequence[Column] = (
    Column(head="Comparison", code="", width=3.2),
    Column(head="", code="group"),
    Column(head="", code="reference"),
    *estimate_columns("Hazard ratio (95% interval)", "hazard_ratio", width=2.2, with_p=True),
)
CURVE_COLUMNS: Sequence[Column] = tuple(
    Column(head="", code=code) for code in ("group", "months", "share_without_event", "low", "high")
)
RISK_COLUMNS: Sequence[Column] = tuple(Column(head="", code=code) for code in ("group", "months", "at_risk"))


def survival_pieces(
    name: str, title: str, found: Survival, *, titles: Mapping[str, str], start: str, synthetic: bool
) -> list[Piece]:
    """Return everything about one time to event; a reason stands where there is no curve."""
    pieces: list[Piece] = list(survival_drawing(name, title, found, titles=titles, start=start, synthetic=synthetic))
    if not found.curves:
        return pieces
    counted = counted_of(found, titles)
    missing = f"{left_out_words(found.times.left_out)}; lost to follow-up is censored when last known"
    pieces += [
        Table(
            name=f"{name}-groups", title=f"{title}: groups", columns=GROUP_COLUMNS, rows=group_rows(found, titles),
            method=methods_words([KAPLAN_MEIER]), counted=counted, missing=missing,
        ),
        Words(test_words(found.test)),
        Table(
            name=f"{name}-ratios", title=f"{title}: comparison", columns=RATIO_COLUMNS, rows=ratio_rows(found, titles),
            method=methods_words([COX]), counted=counted, missing=missing,
        ),
        Table(
            name=f"{name}-curves", title=f"{title}: every step of the curves", columns=CURVE_COLUMNS,
            rows=curve_rows(found), method=methods_words([KAPLAN_MEIER]), is_shown=False,
            counted=counted, missing=missing,
        ),
        Table(
            name=f"{name}-at-risk", title=f"{title}: number at risk", columns=RISK_COLUMNS, rows=risk_rows(found),
            method="Counted just before each time", is_shown=False,
            counted=counted, missing=missing,
        ),
    ]  # fmt: skip
    return pieces


def survival_drawing(
    name: str, title: str, found: Survival, *, titles: Mapping[str, str], start: str, synthetic: bool
) -> list[Piece]:
    """Return the figure, or why there is none."""
    if not found.curves:
        reason = found.test.reason if isinstance(found.test, NotComputable) else "There is no curve"
        return [Words(f"No figure of {title.lower()}: {reason}.", is_warning=True)]
    if len(found.curves) > len(LOOKS):
        return [Words(f"No figure: {len(found.curves)} groups cannot be told apart in one.", is_warning=True)]
    return [
        survival_figure(
            name, title, found.times, found.curves, test=found.test, ratios=found.ratios, titles=titles, start=start,
            synthetic=synthetic,
        )
    ]  # fmt: skip


def counted_of(found: Survival, titles: Mapping[str, str]) -> str:
    """Return participants and events, of all and of each group."""
    return counted_words(
        {
            titles.get(group, group): (len(members), sum(one.happened for one in members))
            for group, members in by_group(found.times.counted).items()
        }
    )


def group_rows(found: Compared, titles: Mapping[str, str]) -> tuple[Row, ...]:
    """Return the rows of `GROUP_COLUMNS`."""
    return tuple(
        (_named(curve.group, titles), count(curve.n), count(curve.events), *estimate_cells(curve.median, 1))
        for curve in found.curves
    )


def ratio_rows(found: Compared, titles: Mapping[str, str]) -> tuple[Row, ...]:
    """Return the rows of `RATIO_COLUMNS`."""
    return tuple(
        (
            Cell(_pair(one.group, None if isinstance(one, NotComputable) else one.reference, titles)),
            Cell("", one.group),
            Cell("", None if isinstance(one, NotComputable) else one.reference),
            *estimate_cells(one, 2, with_p=True),
        )
        for one in found.ratios
    )


def curve_rows(found: Compared) -> tuple[Row, ...]:
    """Return the rows of `CURVE_COLUMNS`."""
    return tuple(
        tuple(Cell("", one) for one in (curve.group, step.time, step.value, step.low, step.high))
        for curve in found.curves
        for step in curve.steps
    )


def risk_rows(found: Survival) -> tuple[Row, ...]:
    """Return the rows of `RISK_COLUMNS`."""
    return tuple(
        tuple(Cell("", one) for one in (curve.group, at.time, at.count))
        for curve in found.curves
        for at in curve.at_risk
    )


def test_words(test: Comparison | NotComputable) -> str:
    """Return the test of whether groups differ, with what it takes for granted."""
    if isinstance(test, NotComputable):
        return f"No log-rank test: {test.reason}."
    return (
        f"{LOG_RANK.line}: chi-square {test.statistic:.2f} with {test.degrees} df, {p_words(test.p)}; "
        f"{test.n} participants, {test.events} events. Assumes: {LOG_RANK.assumes}."
    )


def _named(group: str, titles: Mapping[str, str]) -> Cell:
    return Cell(titles.get(group, group), group)


def _pair(group: str | None, reference: str | None, titles: Mapping[str, str]) -> str:
    if group is None:
        return "All groups"
    return f"{titles.get(group, group)} v {titles.get(reference or '', reference or 'reference')}"
