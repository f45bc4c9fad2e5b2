"""The rows as Apache Parquet, for whoever analyses in Arrow, DuckDB or Spark: one file a table, with types.

The types are declared and never guessed, so that a table without a single death has the same columns as any other.
Local times stay text, because their offset is part of them. Rows are written in groups as they come.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from enum import Enum
from functools import partial
from itertools import repeat
from operator import getitem
from pathlib import Path
from typing import Any, Generic

from retnet_pro.dataset.rows import FormStatus
from retnet_pro.dataset.study_data import WATERMARK, About, StudyData
from retnet_pro.errors import Code, Refusal
from retnet_pro.exchange.appearing import appearing_folder
from retnet_pro.exchange.csv_columns import EVENT, FORM, ITEM, SCORE, SUBJECT, Column, Row, items_of, scores_of
from retnet_pro.exchange.remembered import Remembered
from retnet_pro.exchange.staff_columns import STAFF_FORM, STAFF_VALUE, values_of
from retnet_pro.exchange.writer import ExportMade, Progress, made_file, with_progress

MARK = "synthetic"
GROUP = 10_000
"""Rows of a group: memory grows with it, and with the table only by what the end of the file says of every group."""
_DAYS = frozenset(("enrolled", "randomised", "progressed", "died", "withdrew", "target", "opens", "closes"))
_NUMBERS = frozenset(
    (
        "sequence",
        "cycle",
        "attempt",
        "event",
        "corrections",
        "number",
        "code",
        "original_code",
        "used",
        "of",
        "revision",
        "row",
    )
)
_YES_OR_NO = frozenset(("symptomatic", "disputed", "provisional", "expected", "valid", "demonstration"))
_LISTS = frozenset(("embolizations", "accommodations", "states"))
_SCORE = "score"
_TYPED = frozenset((*_DAYS, *_NUMBERS, *_YES_OR_NO, _SCORE))
"""Columns whose values are taken as they are."""
Taken = Callable[[Sequence[Row]], Iterable[object]]
"""Takes a column from rows."""
LOSSES = ("the codebook, which is in the CSV export",)


def write_parquet(data: StudyData, out: Path, progress: Progress) -> ExportMade:
    """Write seven tables into a new folder, or into a zip where the name ends so.

    Raises: as `writer.Writer`, and
        Refusal: `LIBRARY_MISSING`.
    """
    people = done = 0
    with appearing_folder(out) as folder:
        with ExitStack() as open_ones:
            enter = open_ones.enter_context
            subjects = enter(_table(folder / "subjects.parquet", SUBJECT, data.about))
            forms = enter(_table(folder / "forms.parquet", FORM, data.about))
            items = enter(_table(folder / "items.parquet", ITEM, data.about))
            scores = enter(_table(folder / "scores.parquet", SCORE, data.about))
            events = enter(_table(folder / "events.parquet", EVENT, data.about))
            sheets = enter(_table(folder / "staff-forms.parquet", STAFF_FORM, data.about))
            values = enter(_table(folder / "staff-values.parquet", STAFF_VALUE, data.about))
            for person in with_progress(data, progress):
                people += 1
                done += sum(one.form.status is FormStatus.DONE for one in person.forms)
                subjects.add([person.subject])
                forms.add([one.form for one in person.forms])
                items.add(items_of(person))
                scores.add(scores_of(person))
                events.add(person.events)
                sheets.add(person.staff)
                values.add([one for sheet in person.staff for one in values_of(sheet, data.codebook)])
        tables = (subjects, forms, items, scores, events, sheets, values)
        rows = {f"{table.name}.parquet": table.rows for table in tables}
        files = tuple(made_file(folder / name, rows[name]) for name in sorted(rows))
    return ExportMade(format="parquet", out=out, files=files, participants=people, forms=done, left_out=LOSSES)


class _Table(Generic[Row]):
    """A file that rows of one kind are written to, a group at a time."""

    def __init__(self, name: str, writer: Any, columns: Sequence[Column[Row]], mark: str | None) -> None:
        self.name, self.rows = name, 0
        self._writer, self._mark = writer, mark
        self._columns: list[tuple[Taken[Row], list[object]]] = [(_taken(column), []) for column in columns]

    def add(self, rows: Sequence[Row]) -> None:
        """Take rows, and write a group when it is full."""
        for taken, held in self._columns:
            held.extend(taken(rows))
        self.rows += len(rows)
        while len(self._columns[0][1]) >= GROUP:
            self.write()

    def write(self) -> None:
        """Write as many of the rows as make a group, or all that are held."""
        import pyarrow

        groups = [held[:GROUP] for _, held in self._columns]
        groups.append([self._mark] * len(groups[0]))
        schema = self._writer.schema
        arrays = [pyarrow.array(group, field.type) for group, field in zip(groups, schema, strict=True)]
        if groups[0]:
            self._writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))
        for _, held in self._columns:
            del held[:GROUP]


def _taken(column: Column[Row]) -> Taken[Row]:
    """Return what takes a column from rows, without a step of this program for every cell."""
    if column.name in _TYPED:
        return partial(map, column.of)
    plain = Remembered(_plain)
    return lambda rows: map(getitem, repeat(plain), map(column.of, rows))


@contextmanager
def _table(path: Path, columns: Sequence[Column[Row]], about: About) -> Iterator[_Table[Row]]:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise Refusal(Code.LIBRARY_MISSING, what="Parquet files", extra="parquet") from error
    named = [pyarrow.field(one.name, _type(pyarrow, one.name), metadata={"says": one.says}) for one in columns]
    schema = pyarrow.schema([*named, pyarrow.field("mark", pyarrow.string())], metadata=_facts(about))
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        table = _Table(path.stem, writer, columns, MARK if about.is_synthetic else None)
        yield table
        table.write()


def _type(pyarrow: Any, name: str) -> Any:
    if name in _DAYS:
        return pyarrow.date32()
    if name in _NUMBERS:
        return pyarrow.int64()
    if name in _YES_OR_NO:
        return pyarrow.bool_()
    if name in _LISTS:
        return pyarrow.list_(pyarrow.string())
    return pyarrow.float64() if name == _SCORE else pyarrow.string()


def _plain(value: object) -> object:
    """Return a value as a type of Parquet; text that is empty is no value."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [str(one) for one in value]
    return None if value == "" else value


def _facts(about: About) -> Mapping[str, str]:
    """Return what the data are of, for the metadata of every file."""
    facts = {
        "trial": about.trial,
        "study": f"{about.study} {about.study_version} {about.study_hash}",
        "mode": about.mode.value,
        "source": about.source,
        "sites": " ".join(about.sites),
        "cut_off": about.cut_off.isoformat(),
        "last_at": about.last_at,
        "upto": json.dumps({device: list(upto) for device, upto in sorted(about.upto.items())}),
        "program": about.program,
        "scoring_version": about.scoring_version,
    }
    return {**facts, "watermark": WATERMARK} if about.is_synthetic else facts
