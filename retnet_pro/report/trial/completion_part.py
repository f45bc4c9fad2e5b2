"""Completion by time point with both denominators, for everybody and by arm (rules E61 to E66)."""

from collections.abc import Iterable, Sequence

from retnet_pro.analysis.completion import WILSON, CompletionPoint
from retnet_pro.analysis.completion_figure import completion_figure
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.report.trial.cells import PERCENT, count, estimate_cells, estimate_columns
from retnet_pro.report.trial.parts import Cell, Column, Piece, Row, Section, Table, Words
from retnet_pro.report.trial.said import Said
from retnet_pro.report.words import absence_words

_COLUMNS: Sequence[Column] = (
    Column(head="Time point", code="time_point", width=1.82),
    Column(head="Arm", code="arm", width=2.33),
    Column(head="Valid / expected", code="", is_number=True, width=1.5),
    *estimate_columns("Completion rate (95% interval)", "completion", width=1.75),
    Column(head="Valid / all", code="", is_number=True, width=1.5),
    *estimate_columns("Available-data rate (95% interval)", "available", width=1.75),
    Column(head="", code="valid_forms"),
    Column(head="Not valid", code="invalid", is_number=True, width=0.76),
    Column(head="Absent, by reason", code="absent_by_reason", width=2.35),
    Column(head="", code="absent_with_reason"),
    Column(head="No reason", code="absent_without_reason", is_number=True, width=0.8),
    Column(head="Awaited", code="awaited", is_number=True, width=0.91),
    Column(head="Undecided", code="undecided", is_number=True, width=1.12),
)


def completion_sections(said: Said, points: Sequence[CompletionPoint]) -> list[Section]:
    """Return one section per form: a figure of everybody, and a table with the arms."""
    study = said.trial.study
    sections = [
        Section(
            name="completion",
            title="Completion of forms",
            begins_page=True,
            pieces=(
                Words(
                    "Completion rate: valid forms of those expected by now. Available-data rate: valid forms of "
                    "everybody randomised, whether or not still expected. They answer different questions."
                ),
                Words(
                    "Undecided: visits with several responses where nobody has decided yet which one counts. Until "
                    "then none of them counts, and the form stands among those without a reason or awaited."
                ),
                Words(f"{study.valid_form}. After death nothing is expected; expectations end with: "
                      f"{', '.join(study.stops)}."),
            ),
        )
    ]  # fmt: skip
    for instrument in said.trial.instruments:
        own = [point for point in points if point.instrument == instrument.id]
        if own:
            sections.append(_section(said, instrument.id, instrument.title, own))
    return sections


def _section(said: Said, code: InstrumentId, title: str, points: Sequence[CompletionPoint]) -> Section:
    titles = said.titles
    together = [point for point in points if point.group is None]
    pieces: list[Piece] = []
    if together:
        pieces.append(
            completion_figure(
                f"completion-{code}", f"Completion: {title}", together, titles=titles,
                valid_form=said.trial.study.valid_form, synthetic=said.synthetic,
            )
        )  # fmt: skip
    pieces.append(
        Table(
            name=f"completion-{code}",
            title=f"Completion by time point and arm: {title}",
            columns=_COLUMNS,
            rows=tuple(_rows(points, said)),
            counted=f"{said.randomised} randomised participants; forms and denominators in each row",
            missing="missing forms are what is counted; a time point after an embolization adds up its visits, and its "
            f"available-data rate is a lower bound; {said.left_out(code)}",
            method=WILSON.line,
        )
    )
    return Section(name=f"completion-{code}", title=title, level=1, pieces=tuple(pieces))


def _rows(points: Iterable[CompletionPoint], said: Said) -> Iterable[Row]:
    for point in points:
        absent = "; ".join(f"{absence_words(reason)}: {number}" for reason, number in point.absent.items())
        yield (
            Cell(said.titles.get(point.at, point.title), point.at),
            Cell("All" if point.group is None else said.titles.get(point.group, point.group), point.group or "all"),
            _of(point.variable),
            *estimate_cells(point.variable, PERCENT),
            _of(point.fixed),
            *estimate_cells(point.fixed, PERCENT),
            Cell("", getattr(point.fixed, "events", None)),
            count(point.invalid),
            Cell(absent or "\N{EN DASH}", absent),
            Cell("", sum(point.absent.values())),
            count(point.unexplained),
            count(point.awaited),
            count(_undecided(point, said)),
        )


def _undecided(point: CompletionPoint, said: Said) -> int:
    """Return at how many visits of randomised participants several responses wait for a person to decide."""
    arms = said.trial.arms
    return sum(
        one.is_undecided
        and (one.time_point, one.instrument) == (point.at, point.instrument)
        and (one.subject in arms if point.group is None else arms.get(one.subject) == point.group)
        for one in said.trial.left_out
    )


def _of(rate: object) -> Cell:
    of = getattr(rate, "n", None)
    return Cell("\N{EN DASH}" if of is None else f"{getattr(rate, 'events', None)} / {of}")
