"""Quality of life by arm: for each scale its course, the mixed model, and time to deterioration in every definition."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from retnet_pro.analysis.canvas import LOOKS
from retnet_pro.analysis.deterioration import PUBLISHED
from retnet_pro.analysis.mixed_model import MIXED, MixedModel
from retnet_pro.analysis.objectives import Compared, ScaleFindings, other_definitions, scale_findings
from retnet_pro.analysis.survival import COX, KAPLAN_MEIER
from retnet_pro.analysis.trajectories import MEAN
from retnet_pro.analysis.trajectory_figure import trajectory_figure
from retnet_pro.analysis.written import left_out_words, methods_words
from retnet_pro.instrument.model import Instrument, Scale
from retnet_pro.report.trial.cells import NONE, count, estimate_cells, estimate_columns, number, text
from retnet_pro.report.trial.parts import Cell, Column, Listing, Piece, Row, Section, Table, Words
from retnet_pro.report.trial.said import Said
from retnet_pro.report.trial.survival_part import (
    CURVE_COLUMNS,
    GROUP_COLUMNS,
    RATIO_COLUMNS,
    curve_rows,
    group_rows,
    ratio_rows,
    survival_drawing,
    test_words,
)
from retnet_pro.report.words import direction_words

MAIN = "ttd"
"""The definition that is drawn: the one of NETTER-1."""
RowsOf = Callable[[Compared, Mapping[str, str]], Iterable[Row]]
_SCALE = (Column(head="Form", code="form", width=0.9), Column(head="Scale", code="scale", width=1.6))
_POINTS: Sequence[Column] = (
    *_SCALE,
    Column(head="Group", code="group", width=1.8),
    Column(head="Time point", code="time_point", width=1.0),
    Column(head="n", code="n", is_number=True, width=0.5),
    Column(head="Due", code="due", is_number=True, width=0.5),
    Column(head="Missing", code="missing", is_number=True, width=0.7),
    *estimate_columns("Mean (95% interval)", "mean"),
    Column(head="SD", code="sd", is_number=True, width=0.6),
)
_MODEL: Sequence[Column] = (
    *_SCALE,
    Column(head="Comparison", code="group", width=3.2),
    Column(head="", code="reference"),
    Column(head="Time point", code="time_point", width=1.0),
    *estimate_columns("Difference in change (95% interval)", "difference", width=2.2, with_p=True),
    Column(head="", code="between_sd"),
    Column(head="", code="within_sd"),
    Column(head="", code="participants"),
    Column(head="", code="scores"),
    Column(head="", code="time_points_left_out"),
)
_DEFINED = (*_SCALE, Column(head="Definition", code="definition", width=0.8))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScalePart:
    """One scale: its section with the figures, and what it adds to the tables of all scales."""

    section: Section
    found: ScaleFindings
    by_definition: Mapping[str, Compared]
    """Time to deterioration under each published definition."""


def scale_part(said: Said, instrument: Instrument, scale: Scale) -> ScalePart:
    """Return everything about one scale."""
    found = scale_findings(said.trial, instrument, scale, PUBLISHED[MAIN])
    others = {name: rule for name, rule in PUBLISHED.items() if name != MAIN}
    others_found = other_definitions(said.trial, instrument, scale, others)
    return ScalePart(
        section=_section(said, found),
        found=found,
        by_definition={name: others_found.get(name, found.deterioration) for name in PUBLISHED},
    )


def score_sections(said: Said, scales: Sequence[ScalePart]) -> list[Section]:
    """Return the tables of all scales, then the section of each scale."""
    overview = Section(
        name="scores",
        title="Quality of life by arm",
        begins_page=True,
        pieces=(*_preface(scales), *_tables(said, scales)),
    )
    return [overview, *(one.section for one in scales)]


def _preface(scales: Sequence[ScalePart]) -> list[Piece]:
    models = sum(isinstance(one.found.model, MixedModel) for one in scales)
    return [
        Words(
            f"{len(scales)} scales are shown and {models} have a model. No p value is adjusted "
            "for the number of scales, time points and definitions, and some fall below 0.05 by chance alone.",
            is_warning=True,
        ),
        Words(f"Mixed model: {MIXED.line}. Assumes: {MIXED.assumes}. Missing data: {MIXED.missing}. No data can prove "
              "that; participants who stop because they feel worse break it."),
        Words(f"Means: {MEAN.line}. {MEAN.missing}."),
        Listing(
            "Time to deterioration: the published definitions (packaging/docs/analysis.md)",
            tuple(f"{name}: {_rule_words(name)}" for name in PUBLISHED),
        ),
        Words("Who died is censored at the last score: death is no event in these definitions. A missed visit is "
              "passed over, which takes for granted that it was not missed for being worse."),
    ]  # fmt: skip


def _rule_words(name: str) -> str:
    rule = PUBLISHED[name]
    return (
        f"worse by {rule.threshold:g} points or more than the {rule.reference}; confirmation: {rule.confirmation}"
    )  # fmt: skip


def _tables(said: Said, scales: Sequence[ScalePart]) -> list[Table]:
    counted = f"{said.randomised} randomised participants"
    with_scores = f"{counted}; scores in each row"
    defined = [(name, one, of) for one in scales for name, of in one.by_definition.items()]
    missing = "nobody left out for a missing baseline: their time is 0 and censored; missed visits are passed over"
    return [
        Table(
            name="score-differences", title="Difference in change from baseline, by the mixed model", columns=_MODEL,
            rows=tuple(row for one in scales for row in _model_rows(one.found, said)), counted=with_scores,
            missing=MIXED.missing, method=MIXED.line,
        ),
        Table(
            name="score-means", title="Means by arm and time point", columns=_POINTS,
            rows=tuple(row for one in scales for row in _point_rows(one.found, said)), counted=with_scores,
            missing="scores that were due and did not come, or could not be computed, in each row; nothing imputed",
            method=MEAN.line, is_shown=False,
        ),
        Table(
            name="deterioration-ratios", title="Time to deterioration: comparison of arms, by definition",
            columns=(*_DEFINED, *RATIO_COLUMNS), rows=tuple(_defined(defined, said, ratio_rows)), counted=counted,
            missing=missing, method=methods_words([COX]),
        ),
        Table(
            name="deterioration-groups", title="Time to deterioration: medians by arm and definition",
            columns=(*_DEFINED, *GROUP_COLUMNS), rows=tuple(_defined(defined, said, group_rows)), counted=counted,
            missing=missing, method=methods_words([KAPLAN_MEIER]), is_shown=False,
        ),
        Table(
            name="deterioration-curves", title="Time to deterioration: every step of the curves",
            columns=(*_DEFINED, *CURVE_COLUMNS), rows=tuple(_defined(defined, said, lambda of, _: curve_rows(of))),
            counted=counted, missing=missing, method=methods_words([KAPLAN_MEIER]), is_shown=False,
        ),
    ]  # fmt: skip


def _section(said: Said, found: ScaleFindings) -> Section:
    titles = said.titles
    name = f"{found.instrument.id}-{found.scale.code}".lower()
    title = f"{found.scale.name} ({found.scale.code})"
    pieces = [
        *_course_drawing(f"course-{name}", f"{title}: course", found, said),
        *survival_drawing(
            f"deterioration-{name}", f"{title}: time to deterioration", found.deterioration, titles=titles,
            start="randomisation", synthetic=said.synthetic,
        ),
    ]  # fmt: skip
    lost = left_out_words(found.deterioration.times.left_out).capitalize()
    pieces.append(
        Words(
            f"{direction_words(found.scale.direction).capitalize()}. Deterioration: "
            f"{found.rule.in_words(found.scale.direction)}. {test_words(found.deterioration.test)} {lost}."
        )
    )
    if isinstance(found.model, MixedModel) and found.model.left_out:
        gone = ", ".join(titles.get(at, at) for at in found.model.left_out)
        pieces.append(Words(f"Too few scores for the model at: {gone}.", is_warning=True))
    return Section(
        name=f"scale-{name}", title=f"{found.instrument.title}: {title}", level=1, pieces=pieces, begins_page=True
    )


def _course_drawing(name: str, title: str, found: ScaleFindings, said: Said) -> list[Piece]:
    groups = {point.group for point in found.points}
    if not groups or len(groups) > len(LOOKS):
        why = f"there are {len(groups)} groups with scores that were due"
        return [Words(f"No figure of the course: {why}.", is_warning=True)]
    return [
        trajectory_figure(
            name, title, found.points, direction=found.scale.direction, model=found.model, titles=said.titles,
            synthetic=said.synthetic,
        )
    ]  # fmt: skip


def _lead(found: ScaleFindings) -> Row:
    return (Cell(found.instrument.title, found.instrument.id), Cell(found.scale.name, found.scale.code))


def _point_rows(found: ScaleFindings, said: Said) -> Iterable[Row]:
    for point in found.points:
        yield (
            *_lead(found),
            Cell(said.titles.get(point.group, point.group), point.group),
            Cell(said.titles.get(point.at, point.at), point.at),
            count(point.n),
            count(point.due),
            count(point.missing),
            *estimate_cells(point.mean, 1),
            number(point.sd, 1),
        )


def _model_rows(found: ScaleFindings, said: Said) -> Iterable[Row]:
    model = found.model
    if not isinstance(model, MixedModel):
        blank = Cell("\N{EN DASH}")
        yield (*_lead(found), blank, NONE, blank, *estimate_cells(model, 1, with_p=True), *[NONE] * 5)
        return
    whole = (model.between_sd, model.within_sd, model.participants, model.scores, " ".join(model.left_out))
    for one in model.differences:
        group, reference = one.group or "", one.reference or ""
        yield (
            *_lead(found),
            Cell(f"{said.titles.get(group, group)} v {said.titles.get(reference, reference)}", group),
            Cell("", reference),
            Cell(said.titles.get(one.at or "", one.at or ""), one.at),
            *estimate_cells(one, 1, with_p=True),
            *(Cell("", part) for part in whole),
        )


def _defined(defined: Iterable[tuple[str, ScalePart, Compared]], said: Said, rows: RowsOf) -> Iterable[Row]:
    for name, one, found in defined:
        for row in rows(found, said.titles):
            yield (*_lead(one.found), text(name), *row)
