"""Datasets of SDTM or ADaM in one folder or zip: every dataset a file, and the define file that describes them all."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, time
from functools import partial
from pathlib import Path

from retnet_pro.dataset.rows import FormStatus
from retnet_pro.dataset.study_data import StudyData
from retnet_pro.exchange import dataset_csv, dataset_json, xpt
from retnet_pro.exchange.appearing import appearing_folder
from retnet_pro.exchange.define_xml import metadata_id, write_define
from retnet_pro.exchange.spool import Limits, Spool, Spooled
from retnet_pro.exchange.tabulation import MARK, Dataset, Package, study_id
from retnet_pro.exchange.writer import ExportMade, MadeFile, Progress, made_file, with_progress

DEFINE = "define.xml"


@dataclass(frozen=True, slots=True)
class Head:
    """What the files of a package have in common."""

    at: datetime
    """Time of the last event the data are made of; stands where formats ask when they were made."""
    study: str
    metadata: str
    program: str
    is_synthetic: bool

    def label(self, dataset: Dataset) -> str:
        """Return the label of a dataset, marked where the data are not of a study."""
        return MARK + dataset.label if self.is_synthetic else dataset.label


@dataclass(frozen=True, slots=True)
class Encoding:
    """One way a dataset becomes a file."""

    suffix: str
    limits: Limits
    write: Callable[[Spooled, Head, Path], None]


def _xpt(spooled: Spooled, head: Head, out: Path) -> None:
    xpt.write_xpt(spooled, head.at, head.label(spooled.dataset), out)


def _json(spooled: Spooled, head: Head, out: Path) -> None:
    label = head.label(spooled.dataset)
    dataset_json.write_dataset_json(
        spooled, head.at, label, out, study=head.study, metadata=head.metadata, program=head.program
    )


def _csv(spooled: Spooled, _head: Head, out: Path) -> None:
    dataset_csv.write_dataset_csv(spooled, out)


XPT = Encoding("xpt", xpt.LIMITS, _xpt)
DATASET_JSON = Encoding("json", dataset_json.LIMITS, _json)
CSV = Encoding("csv", dataset_csv.LIMITS, _csv)


def write_package(
    package: Package, name: str, encoding: Encoding, data: StudyData, out: Path, progress: Progress
) -> ExportMade:
    """Write a package into a new folder, or into a zip where the name ends so; the data are gone through once.

    Raises: as `writer.Writer`.
    """
    head = _head(package, data)
    participants = forms = 0
    with appearing_folder(out) as folder:
        with ExitStack() as open_ones:
            spools = [
                (one, open_ones.enter_context(Spool(one, encoding.limits, folder / f".{one.name}")))
                for one in package.datasets
            ]
            for person in with_progress(data, progress):
                participants += 1
                forms += sum(one.form.status is FormStatus.DONE for one in person.forms)
                for dataset, spool in spools:
                    for records in dataset.rows(person):
                        spool.add(records)
        spooled = [spool.done() for _, spool in spools]
        write = partial(_file, folder, encoding, head)
        files = [write(one) for one in spooled]
        define = folder / DEFINE
        write_define(package, spooled, head.at, head.study, encoding.suffix, head.program, define)
        files.append(made_file(define, 0))
    return ExportMade(
        format=name, out=out, files=tuple(files), participants=participants, forms=forms, left_out=package.left_out
    )


def _file(folder: Path, encoding: Encoding, head: Head, spooled: Spooled) -> MadeFile:
    path = folder / f"{spooled.dataset.name.lower()}.{encoding.suffix}"
    encoding.write(spooled, head, path)
    spooled.path.unlink()
    return made_file(path, spooled.records)


def _head(package: Package, data: StudyData) -> Head:
    about = data.about
    at = datetime.fromisoformat(about.last_at) if about.last_at else datetime.combine(about.cut_off, time())
    study = study_id(data)
    return Head(at, study, metadata_id(package, study), about.program, about.is_synthetic)
