"""Toxicity and biomarkers, from the forms of staff."""

from collections.abc import Iterable, Sequence

from retnet_pro.analysis.biomarkers import MarkerLine
from retnet_pro.analysis.spread import SPREAD
from retnet_pro.analysis.toxicity import EXACT, GroupToxicity
from retnet_pro.report.trial.cells import (
    PERCENT,
    count,
    estimate_cells,
    estimate_columns,
    spread_cells,
    spread_columns,
)
from retnet_pro.report.trial.parts import Cell, Column, Piece, Row, Section, Table, Words
from retnet_pro.report.trial.said import Said

_GRADES = (1, 2, 3, 4, 5)
_TOXICITY: Sequence[Column] = (
    Column(head="Event", code="", width=2.0),
    Column(head="", code="event"),
    Column(head="Arm", code="arm", width=2.1),
    Column(head="Asked", code="asked", is_number=True, width=0.6),
    *estimate_columns("Any grade (95% interval)", "any_grade", width=1.9),
    *estimate_columns("Grade 3 or worse (95% interval)", "severe", width=1.9),
    *(Column(head=f"G{grade}", code=f"worst_grade_{grade}", is_number=True, width=0.45) for grade in _GRADES),
    Column(head="Serious", code="serious", is_number=True, width=0.7),
    Column(head="Related", code="related", is_number=True, width=0.7),
    Column(head="Events", code="events", is_number=True, width=0.7),
)
_TREATED: Sequence[Column] = (
    Column(head="Arm", code="arm", width=2.0),
    Column(head="Treated", code="treated", is_number=True),
    Column(head="Asked afterwards", code="asked", is_number=True),
    Column(head="Never asked", code="never_asked", is_number=True),
)
_MARKERS: Sequence[Column] = (
    Column(head="Marker", code="marker", width=1.0),
    Column(head="Arm", code="arm", width=1.6),
    Column(head="When", code="window", width=0.8),
    Column(head="Treated", code="treated", is_number=True, width=0.6),
    Column(head="Missing", code="missing", is_number=True, width=0.6),
    *spread_columns("Multiple of the upper limit: median (quartiles; range)", "ratio"),
    *spread_columns("Multiple of own baseline: median (quartiles; range)", "change"),
)


def toxicity_section(said: Said, groups: Sequence[GroupToxicity]) -> Section:
    """Return adverse events by arm, each participant once per kind with the worst grade."""
    pieces: list[Piece] = [
        Words("Grades are those staff recorded. An event counts from the first embolization on. Denominator: the "
              "treated who were asked afterwards: nobody who was never asked is taken to have had nothing.")
    ]  # fmt: skip
    if not groups:
        pieces.append(Words("No table: nobody was treated.", is_warning=True))
    else:
        missing = "; ".join(
            f"{said.titles.get(one.group, one.group)}: {one.treated - one.asked} treated and never asked"
            for one in groups
        )
        counted = f"{sum(one.asked for one in groups)} participants treated and asked; each once per row"
        pieces += [
            Table(
                name="toxicity-asked", title="Who was asked about adverse events", columns=_TREATED,
                rows=tuple(
                    (_arm(one.group, said), count(one.treated), count(one.asked), count(one.treated - one.asked))
                    for one in groups
                ),
                counted=f"{sum(one.treated for one in groups)} treated participants", missing=missing, method="Counted",
            ),
            Table(
                name="toxicity", title="Adverse events by kind and arm, worst grade of each participant",
                columns=_TOXICITY, rows=tuple(_toxicity_rows(groups, said)), counted=counted, missing=missing,
                method=EXACT.line,
            ),
        ]  # fmt: skip
    return Section(name="toxicity", title="Toxicity", pieces=pieces, begins_page=True)


def biomarker_section(said: Said, lines: Sequence[MarkerLine]) -> Section:
    """Return biomarkers by arm and time."""
    pieces: list[Piece] = [
        Words("Values are multiples of the laboratory's own upper limit; nothing is converted. Changes are taken "
              "only between samples of the same assay. No test is made: the values are skewed and described."),
        Words("Assumption: stretches of twelve weeks from the first embolization; of several samples the last counts.",
              is_warning=True),
    ]  # fmt: skip
    if not lines:
        pieces.append(
            Words("No table: no sample with its upper limit was recorded for anybody treated.", is_warning=True)
        )
    else:
        pieces.append(
            Table(
                name="biomarkers", title="Biomarkers by arm and time", columns=_MARKERS,
                rows=tuple(
                    (
                        _marker(one.marker), _arm(one.group, said), Cell(one.window, one.window),
                        count(one.treated), count(one.missing),
                        *spread_cells(one.ratio, 2), *spread_cells(one.change, 2),
                    )
                    for one in lines
                ),
                counted="participants with a sample, in the columns n; treated participants beside them",
                missing="treated without a sample, in each row; samples are taken less often from who is worse",
                method=SPREAD.line,
            )
        )  # fmt: skip
    return Section(name="biomarkers", title="Biomarkers", pieces=pieces)


def _toxicity_rows(groups: Sequence[GroupToxicity], said: Said) -> Iterable[Row]:
    """Yield kind by kind, the arms below each other: what is compared stands together."""
    for place in range(len(groups[0].lines)):
        for group in groups:
            line = group.lines[place]
            kind = "any" if line.kind is None else str(line.kind)
            words = "Any event" if line.kind is None else said.event_words.get(line.kind, f"code {line.kind}")
            yield (
                Cell(words),
                Cell("", kind),
                _arm(group.group, said),
                count(group.asked),
                *estimate_cells(line.any_grade, PERCENT),
                *estimate_cells(line.severe, PERCENT),
                *(count(line.worst.get(grade, 0)) for grade in _GRADES),
                count(line.serious),
                count(line.related),
                count(line.events),
            )


def _marker(name: str) -> Cell:
    return Cell(name.replace("cga", "CgA").replace("hiaa", "5-HIAA"), name)


def _arm(group: str, said: Said) -> Cell:
    return Cell(said.titles.get(group, group), group)
