"""Everything a REDCap project needs to take our data, as files for its import pages: dictionary, events and records.

There is one file of records for every form, with the columns of that form alone: an import that lets blanks overwrite
then takes away what was withdrawn in this form and nothing of another.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from retnet_pro.dataset.codebook import Codebook
from retnet_pro.dataset.rows import FormStatus
from retnet_pro.dataset.study_data import StudyData
from retnet_pro.exchange.appearing import appearing_folder
from retnet_pro.exchange.csv_cells import line
from retnet_pro.exchange.redcap_dictionary import (
    PERSON,
    PERSON_EVENT,
    dictionary_lines,
    event_name,
    event_title,
    form_name,
    make_dictionary,
)
from retnet_pro.exchange.redcap_records import RecordMaker, columns_of, left_out
from retnet_pro.exchange.writer import ExportMade, Progress, made_file, with_progress
from retnet_pro.study.model import Anchor

LOSSES = (
    "what stood before corrections, and the events of the record",
    "items and scales that entered a score, devices, sums of events, windows of visits",
    "forms that may still come",
    "forms of staff: see the CSV bundle",
)


def write_redcap(data: StudyData, out: Path, progress: Progress) -> ExportMade:
    """Write dictionary, events and records into a new folder, or into a zip where the name ends so.

    Raises: as `writer.Writer`.
    """
    fields = make_dictionary(data.codebook)
    maker = RecordMaker(data.codebook, fields, is_synthetic=data.about.is_synthetic)
    forms = tuple(dict.fromkeys(one.form for one in fields.values()))
    people = done = second = 0
    rows: Counter[str] = Counter()
    with appearing_folder(out) as folder:
        _write(folder / "data_dictionary.csv", dictionary_lines(fields))
        _write(folder / "events.csv", _events(data.codebook))
        _write(folder / "forms_of_events.csv", _mapping(data.codebook))
        _write(folder / "repeating_forms.csv", _repeating(data.codebook))
        with ExitStack() as open_ones:
            records = {}
            for form in forms:
                path = folder / f"records_{form}.csv"
                records[form] = open_ones.enter_context(path.open("w", encoding="utf-8", newline=""))
                records[form].write(line(columns_of(form, fields)))
            for person in with_progress(data, progress):
                people += 1
                second += left_out(person)
                done += sum(one.form.status is FormStatus.DONE for one in person.forms)
                for entry in maker.entries(person):
                    records[entry.form].write(line(entry.row.values()))
                    rows[f"records_{entry.form}.csv"] += 1
        rows["data_dictionary.csv"] = len(fields)
        files = tuple(made_file(path, rows[path.name]) for path in sorted(folder.iterdir()))
    twice = (
        (f"{second} of several responses to one form and visit: only one that a person decided for is sent",)
        if second
        else ()
    )
    return ExportMade(
        format="redcap", out=out, files=files, participants=people, forms=done, left_out=(*LOSSES, *twice)
    )


def _write(path: Path, lines: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(line(map(str, one)) for one in lines)


def _events(codebook: Codebook) -> Iterator[tuple[object, ...]]:
    yield ("event_name", "arm_num", "day_offset", "offset_min", "offset_max", "unique_event_name")
    yield (PERSON, 1, 0, 0, 0, PERSON_EVENT)
    for point in codebook.study.time_points:
        window = (point.offset_days, point.early_days, point.late_days)
        yield (event_title(point), 1, *window, event_name(point))


def _mapping(codebook: Codebook) -> Iterator[tuple[object, ...]]:
    yield ("arm_num", "unique_event_name", "form")
    yield (1, PERSON_EVENT, PERSON)
    for point in codebook.study.time_points:
        for form in point.instruments:
            yield (1, event_name(point), form_name(form))


def _repeating(codebook: Codebook) -> Iterator[tuple[object, ...]]:
    yield ("event_name", "form_name", "custom_form_label")
    for point in codebook.study.time_points:
        if point.anchor is Anchor.EMBOLIZATION:
            for form in point.instruments:
                yield (event_name(point), form_name(form), "")
