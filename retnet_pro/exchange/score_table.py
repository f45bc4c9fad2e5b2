"""Score a table of answers: one row per response in, the same row with its scores out.

Nothing is written unless every row could be read; then the result appears under its name in one step.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import IO

import numpy as np

from retnet_pro.errors import Bug, Code, Refusal
from retnet_pro.exchange.appearing import appearing
from retnet_pro.exchange.table_blocks import Block, TableFinding, TableReader
from retnet_pro.exchange.table_cells import Column, read_codes, wrong_cells
from retnet_pro.exchange.table_lines import lines, runs, score_texts
from retnet_pro.instrument.model import Instrument, InstrumentId, ItemId, ScaleCode
from retnet_pro.scoring.batch import Lattice, are_options, make_lattices, state_columns
from retnet_pro.scoring.plan import Plan
from retnet_pro.scoring.score import SCORING_VERSION

_MOST_FINDINGS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReport:
    """What was scored, and how (rules E73, E76)."""

    form: InstrumentId
    form_version: str
    variant: str
    scoring_version: str
    rows: int
    kept: tuple[str, ...]
    """Columns passed through unchanged, in order."""
    scored: Mapping[ScaleCode, int]
    """Per scale: in how many rows there is a score."""
    out: Path


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where things stand in the table."""

    names: tuple[str, ...]
    item_places: Mapping[ItemId, int]
    kept_places: tuple[int, ...]


def score_table(
    plan: Plan, instrument: Instrument, untrusted_csv: Path, out: Path, *, overwrite: bool = False
) -> TableReport:
    """Score every row of a comma-separated table and write columns passed through, then one column per scale.

    Item columns are named by item id (``q1`` …), in any order and case; a missing answer is an empty cell. The result
    is readable only by its owner, because it holds answers of people.

    Raises:
        Refusal: `TABLE_BROKEN` with up to 20 findings that name row and column; `FILE_MISSING`; `FILE_EXISTS`.
        WorldFault: `DISK_FULL` or `DISK_FAULT`; nothing is left behind.
    """
    if plan.form_hash != instrument.hash:
        raise Bug(Code.UNEXPECTED, why=f"the scoring plan is not of this version of {instrument.id}")
    _refuse_places(untrusted_csv, out, overwrite=overwrite)
    lattices = make_lattices(plan)
    with _opened(untrusted_csv) as table, appearing(out) as target:
        try:
            reader = TableReader(table)
            layout = _layout(reader.header(), instrument, plan)
            rows, scored = _score_rows(reader, layout, instrument, lattices, target)
        except TableFinding as found:
            raise Refusal(Code.TABLE_BROKEN, path=untrusted_csv, findings="; ".join(found.findings)) from None
    return TableReport(
        form=plan.form,
        form_version=plan.form_version,
        variant=plan.variant,
        scoring_version=SCORING_VERSION,
        rows=rows,
        kept=tuple(layout.names[place] for place in layout.kept_places),
        scored={planned.code: scored[planned.code] for planned in plan.scales},
        out=out,
    )


def _score_rows(
    reader: TableReader, layout: _Layout, instrument: Instrument, lattices: tuple[Lattice, ...], target: IO[bytes]
) -> tuple[int, Counter[ScaleCode]]:
    """Write the scored table; return how many rows it has and how many scores each scale has.

    After the first finding it only reads on for more of them.
    """
    kept, texts = runs(layout.kept_places), score_texts(lattices)
    is_score = {lattice.states.code: ~np.isnan(lattice.values) for lattice in lattices}
    target.write(_header([layout.names[place] for place in layout.kept_places], list(is_score)))
    rows, scored, findings = 0, Counter[ScaleCode](), list[str]()
    for block in reader.blocks(len(layout.names)):
        codes, wrong = _codes(block, layout, instrument)
        findings += [*block.findings, *wrong]
        if len(findings) >= _MOST_FINDINGS:
            break
        if findings or not len(block.rows):
            continue
        states = state_columns(lattices, codes)
        target.write(lines(block, kept, texts, states))
        rows += len(block.rows)
        for code, column in states.items():
            scored[code] += int(np.count_nonzero(is_score[code].take(column, mode="clip")))
    if findings:
        raise TableFinding(*findings[:_MOST_FINDINGS], *(["and more"] if len(findings) >= _MOST_FINDINGS else []))
    return rows, scored


def _codes(block: Block, layout: _Layout, instrument: Instrument) -> tuple[dict[ItemId, Column], list[str]]:
    """Return the codes of every item, and what is wrong with them by row and column."""
    codes = read_codes(block, {layout.item_places[item.id]: item for item in instrument.items})
    wrong: list[tuple[int, int, str]] = []
    for item in instrument.items:
        place, column = layout.item_places[item.id], codes[item.id]
        if not are_options(item, column):
            wrong += [
                (row, place, complaint)
                for row, complaint in wrong_cells(block, place, item, column, at_most=_MOST_FINDINGS)
            ]
    return codes, [f"row {row}, column {layout.names[place]}: {complaint}" for row, place, complaint in sorted(wrong)]


def _layout(names: tuple[str, ...], instrument: Instrument, plan: Plan) -> _Layout:
    """Find the item columns and what is passed through.

    Raises:
        TableFinding: naming columns that are missing, twice there, or would collide with a column of scores.
    """
    plain = [name.strip().casefold() for name in names]
    findings = list(_name_findings(names, plain, instrument, plan))
    if findings:
        raise TableFinding(*findings)
    item_places = {item.id: plain.index(item.id.casefold()) for item in instrument.items}
    kept = tuple(place for place in range(len(names)) if place not in item_places.values())
    return _Layout(names, item_places, kept)


def _name_findings(names: tuple[str, ...], plain: list[str], instrument: Instrument, plan: Plan) -> Iterator[str]:
    missing = [item.id for item in instrument.items if item.id.casefold() not in plain]
    if missing:
        yield f"no column named {', '.join(missing)}"
    if len(names) == 1 and any(separator in names[0] for separator in ";\t|"):
        yield "its columns are not separated by commas (save it as a comma-separated table)"
    twice = [name for name, count in Counter(filter(None, plain)).items() if count > 1]
    if twice:
        yield f"more than one column named {', '.join(twice)}"
    scores = {planned.code.casefold() for planned in plan.scales}
    taken = [name for name, key in zip(names, plain, strict=True) if key in scores]
    if taken:
        yield f"columns named like the scores, {', '.join(taken)} (rename or remove them)"


def _header(kept: list[str], scores: list[ScaleCode]) -> bytes:
    line = StringIO()
    csv.writer(line, lineterminator="\n").writerow([*kept, *scores])
    return line.getvalue().encode("utf-8")


def _refuse_places(untrusted_csv: Path, out: Path, *, overwrite: bool) -> None:
    if not untrusted_csv.is_file():
        raise Refusal(Code.FILE_MISSING, path=untrusted_csv)
    if not out.parent.is_dir():
        raise Refusal(Code.FILE_MISSING, path=out.parent)
    if out.exists() and (not overwrite or not out.is_file() or out.samefile(untrusted_csv)):
        raise Refusal(Code.FILE_EXISTS, path=out)


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    try:
        file = path.open("rb")
    except OSError as fault:
        raise Refusal(Code.TABLE_BROKEN, path=path, findings=f"it cannot be opened ({fault.strerror})") from fault
    with file:
        yield file
