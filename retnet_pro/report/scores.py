"""The scores of every instrument at every response; where there is none, the reason stands beneath the table."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from retnet_pro.instrument.model import Instrument, Method, Scale
from retnet_pro.record.amendment import changed_scores
from retnet_pro.report.course import score_of, scored_scales
from retnet_pro.report.page import Align, Block
from retnet_pro.report.paper import Filed, ParticipantPaper
from retnet_pro.report.style import QUIET, TINY, WIDTH, Fonts
from retnet_pro.report.tables import Cell, Column, Heading, Row, section_blocks, text_blocks
from retnet_pro.report.words import direction_words, mark, method_words, score_words, short_day, why_missing
from retnet_pro.scoring.score import Score

PER_TABLE = 11
"""Responses side by side; more go on in a further table, so that the type stays readable."""
_NAME_WIDTH = 130.0
_DIRECTION_WIDTH = 26.0


def score_blocks(paper: ParticipantPaper, fonts: Fonts) -> list[Block]:
    """Return a table of scores for every instrument that has a response."""
    blocks: list[Block] = []
    for instrument in paper.used_instruments():
        filed = paper.of_instrument(instrument.id)
        scales = tuple(scored_scales(instrument, filed))
        for number, part in enumerate(parts(filed)):
            title = f"Scores: {instrument.title}" + (", continued" if number else "")
            heading = Heading(title, f"scores-{instrument.id}-{number}", _scored_as(part))
            blocks += _table(heading, scales, part, fonts)
        for note in _notes(instrument, scales):
            blocks += text_blocks(fonts, note, TINY, grey=QUIET)
    return blocks


def parts(filed: Sequence[Filed]) -> list[Sequence[Filed]]:
    """Deal the responses out to as few tables as need be, evenly, in order."""
    tables = max(1, -(-len(filed) // PER_TABLE))
    width = -(-len(filed) // tables)
    return [filed[start : start + width] for start in range(0, len(filed), width or 1)]


def response_columns(part: Sequence[Filed], room: float) -> tuple[Column, ...]:
    """Return one column for each response: its visit and the day it was answered."""
    return tuple(
        Column(head=(filed.response.visit, short_day(filed.answered_on)), width=room / PER_TABLE, align=Align.RIGHT)
        for filed in part
    )


def _table(heading: Heading, scales: Sequence[Scale], part: Sequence[Filed], fonts: Fonts) -> Iterator[Block]:
    columns = (
        Column(head=("Scale",), width=_NAME_WIDTH),
        Column(head=("Better",), width=_DIRECTION_WIDTH),
        *response_columns(part, WIDTH - _NAME_WIDTH - _DIRECTION_WIDTH),
    )
    footnotes: dict[str, str] = {}
    rows = [_row(scale, part, footnotes) for scale in scales]
    yield from section_blocks(fonts, heading, columns, rows)
    for text, letter in footnotes.items():
        yield from text_blocks(fonts, f"{letter}  {text}", TINY)


def _row(scale: Scale, part: Sequence[Filed], footnotes: dict[str, str]) -> Row:
    unsure = mark(scale.status)
    better = "high" if direction_words(scale.direction).endswith("better") else "low"
    cells = [_corrected(_cell(score_of(filed, scale), scale, footnotes), filed, scale, footnotes) for filed in part]
    return (Cell(f"{scale.name} ({scale.code})" + (f" {unsure}" if unsure else "")), Cell(better, grey=QUIET), *cells)


def _cell(score: Score | None, scale: Scale, footnotes: dict[str, str]) -> Cell:
    if score is None:
        return Cell(f"– {_letter(footnotes, 'not scored with this form')}", grey=QUIET)
    if score.value is None:
        return Cell(f"– {_letter(footnotes, 'missing: ' + why_missing(score, scale))}", bold=True)
    is_complete = score.used == score.of or scale.method is Method.COUNT_TIMES_SEVERITY
    if not is_complete:  # with a count of 0 the form does not ask for the severity, so nothing is lacking
        note = f"from {score.used} of {score.of} items, as the procedure allows"
        return Cell(f"{score_words(score.value)} {_letter(footnotes, note)}")
    return Cell(score_words(score.value))


def _corrected(cell: Cell, filed: Filed, scale: Scale, footnotes: dict[str, str]) -> Cell:
    """Return the cell with the original value below, where a correction made it another (rule E101)."""
    changed = () if filed.original is None else changed_scores(filed.original, filed.response)
    before = next((before for before, _ in changed if before.code == scale.code), None)
    if before is None:
        return cell
    said = why_missing(before, scale) if before.value is None else score_words(before.value)
    return replace(cell, text=f"{cell.text} {_letter(footnotes, f'corrected; originally {said}')}")


def _letter(footnotes: dict[str, str], text: str) -> str:
    number = len(footnotes)
    fresh = "abcdefghijklmnopqrstuvwxyz"[number % 26] * (number // 26 + 1)
    return footnotes.setdefault(text, fresh)


def _scored_as(part: Sequence[Filed]) -> str:
    ways = {(score.variant, score.version): None for filed in part for score in filed.response.scores}
    said = [
        f"variant {variant}, scoring version {version}" if variant else f"scoring version {version}"
        for variant, version in ways
    ]
    return "; ".join(said)


def _notes(instrument: Instrument, scales: Sequence[Scale]) -> Iterator[str]:
    """Yield how the scores came about and how far that can be trusted."""
    methods = dict.fromkeys(method_words(scale.method) for scale in scales)
    sources = dict.fromkeys(f"{scale.source} ({scale.status.value})" for scale in scales)
    yield f"Method: {'; '.join(methods)}. Source: {'; '.join(sources)}. Scores are rounded here for display only."
    held_back = dict.fromkeys(
        f"{cut.source} ({cut.status.value})" for cut in instrument.thresholds if not cut.status.may_be_shown_as_fact
    )
    if held_back:
        yield f"Thresholds on file are not shown because nobody has checked them yet: {'; '.join(held_back)}."
    elif instrument.thresholds:
        yield f"Thresholds: {'; '.join(dict.fromkeys(cut.source for cut in instrument.thresholds))}."
    else:
        yield "No published threshold."
    for rule in dict.fromkeys(instrument.changes):
        scope = "" if rule.scale is None else f" of {rule.scale}"
        yield f"Counted as change{scope}: {rule.points:g} points or more. Source: {rule.source} ({rule.status.value})."
    if not instrument.changes:
        yield "No change rule is published for these scales."
    if instrument.to_confirm:
        yield f"To be confirmed against the licensed scoring sheet before study use: {' '.join(instrument.to_confirm)}"
