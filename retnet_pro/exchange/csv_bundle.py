"""The plain export: one folder, or zip, of CSV files with a codebook, a manifest and sums that ``sha256sum -c`` checks.

Two exports of the same data are alike to the byte: no moment of writing is in them, and everything is in a fixed order.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from itertools import repeat
from operator import getitem
from pathlib import Path
from typing import Generic, TextIO

from retnet_pro.dataset.left_out import left_out, undecided_and_beside
from retnet_pro.dataset.rows import FormStatus, PersonRows
from retnet_pro.dataset.study_data import WATERMARK, About, StudyData
from retnet_pro.exchange.appearing import BLOCK, appearing_folder
from retnet_pro.exchange.csv_cells import RULE, cell, line, quoted_cell
from retnet_pro.exchange.csv_codebook import HEADER, codebook_lines
from retnet_pro.exchange.csv_columns import EVENT, FORM, ITEM, SUBJECT, Column, Row, items_of, score_columns, scored
from retnet_pro.exchange.remembered import Remembered
from retnet_pro.exchange.staff_columns import STAFF_FORM, STAFF_VALUE, values_of
from retnet_pro.exchange.writer import ExportMade, MadeFile, Progress, made_file, with_progress

FORMAT = "retnet-pro csv bundle"
VERSION = 1
MANIFEST, SUMS = "manifest.json", "SHA256SUMS"
MARK = "synthetic"
"""Stands in the last column, `mark`, of every line of data that are not of a study."""
_OFFSET = 6
"""Characters of an offset such as ``+01:00``."""


def write_csv_bundle(data: StudyData, out: Path, progress: Progress) -> ExportMade:
    """Write the rows as CSV files into a new folder, or into a zip where the name ends so.

    Raises: as `writer.Writer`.
    """
    scores = score_columns(data.codebook)
    counts: Counter[str] = Counter()
    offsets: Counter[str] = Counter()
    mark = MARK if data.about.is_synthetic else ""
    with appearing_folder(out) as folder:
        with ExitStack() as open_ones:
            enter = open_ones.enter_context
            subjects = enter(_table(folder / "subjects.csv", SUBJECT, mark))
            forms = enter(_table(folder / "forms.csv", FORM, mark))
            items = enter(_table(folder / "items.csv", ITEM, mark))
            wide = enter(_table(folder / "scores.csv", scores, mark))
            events = enter(_table(folder / "events.csv", EVENT, mark))
            sheets = enter(_table(folder / "staff-forms.csv", STAFF_FORM, mark))
            values = enter(_table(folder / "staff-values.csv", STAFF_VALUE, mark))
            for person in with_progress(data, progress):
                subjects.add([person.subject])
                forms.add([one.form for one in person.forms])
                items.add(items_of(person))
                wide.add([scored(one) for one in person.forms if one.form.status is FormStatus.DONE])
                events.add(person.events)
                sheets.add(person.staff)
                for sheet in person.staff:
                    there = tuple(values_of(sheet, data.codebook))
                    values.add(there)
                    counts["staff_values"] += len(there)
                _count(person, counts, offsets)
            told = [
                *_documented("subjects.csv", SUBJECT),
                *_documented("forms.csv", FORM),
                *_documented("items.csv", ITEM),
                *_documented("scores.csv", scores),
                *_documented("events.csv", EVENT),
                *_documented("staff-forms.csv", STAFF_FORM),
                *_documented("staff-values.csv", STAFF_VALUE),
            ]
            lines = [[*map(cell, one), mark] for one in codebook_lines(data.codebook, told)]
            codes = enter((folder / "codebook.csv").open("w", encoding="utf-8", newline=""))
            codes.writelines(map(line, ([*HEADER, "mark"], *lines)))
        rows = {
            "codebook.csv": len(lines),
            "subjects.csv": counts["participants"],
            "forms.csv": counts["form_rows"],
            "items.csv": counts["items"],
            "scores.csv": counts["forms"],
            "events.csv": counts["events"],
            "staff-forms.csv": counts["staff_forms"],
            "staff-values.csv": counts["staff_values"],
        }
        files = [made_file(folder / name, rows[name]) for name in sorted(rows)]
        manifest = folder / MANIFEST
        manifest.write_bytes(_manifest(data.about, files, counts, offsets))
        files.append(made_file(manifest, 0))
        sums = folder / SUMS
        sums.write_bytes("".join(f"{one.sha256}  {one.name}\n" for one in files).encode("ascii"))
        files.append(made_file(sums, 0))
    return ExportMade(
        format="csv", out=out, files=tuple(files), participants=counts["participants"], forms=counts["forms"]
    )


class _Table(Generic[Row]):
    """A file that rows of one kind are written to. It has state because rows come participant by participant."""

    def __init__(self, file: TextIO, columns: Sequence[Column[Row]], mark: str) -> None:
        self._file = file
        self._columns = [(column.of, Remembered(quoted_cell)) for column in columns]
        self._end = f"{mark}\n"
        file.write(line([*(column.name for column in columns), "mark"]))

    def add(self, rows: Sequence[Row]) -> None:
        """Write rows. They are gone through column by column, without a step of this program for every cell."""
        cells = [map(getitem, repeat(known), map(of, rows)) for of, known in self._columns]
        self._file.writelines(map(",".join, zip(*cells, repeat(self._end))))


@contextmanager
def _table(path: Path, columns: Sequence[Column[Row]], mark: str) -> Iterator[_Table[Row]]:
    with path.open("w", BLOCK, encoding="utf-8", newline="") as file:
        yield _Table(file, columns, mark)


def _documented(file: str, columns: Sequence[Column[Row]]) -> list[tuple[str, str, str]]:
    return [(file, column.name, column.says) for column in columns]


def _count(person: PersonRows, counts: Counter[str], offsets: Counter[str]) -> None:
    undecided, beside = undecided_and_beside(left_out(person.forms))
    counts["forms_undecided"] += undecided
    counts["forms_set_beside"] += beside
    counts["participants"] += 1
    counts["events"] += len(person.events)
    counts["staff_forms"] += len(person.staff)
    for one in person.forms:
        counts["form_rows"] += 1
        counts["items"] += len(one.items)
        if one.form.status is FormStatus.DONE:
            counts["forms"] += 1
            offsets.update(at[-_OFFSET:] for at in (one.form.started, one.form.finished) if at)


def _manifest(about: About, files: Sequence[MadeFile], counts: Mapping[str, int], offsets: Mapping[str, int]) -> bytes:
    facts = {
        "format": FORMAT,
        "format_version": VERSION,
        "watermark": WATERMARK if about.is_synthetic else None,
        **{name: value for name, value in asdict(about).items() if name not in {"cut_off", "upto"}},
        "cut_off": about.cut_off.isoformat(),
        "upto": {dev: {"event": seq, "sha256": name} for dev, (seq, name) in about.upto.items()},
        "counts": dict(sorted(counts.items())),
        "offsets": dict(sorted(offsets.items())),
        "text": RULE,
        "files": [asdict(one) for one in files],
    }
    return (json.dumps(facts, ensure_ascii=False, indent=2) + "\n").encode()
