"""Writes a site's own data into open files on a stick or into a folder, while the window goes on.

The rows are read in the lane, one participant at a time; writing waits for the stick elsewhere. What is written appears
complete and read back, or nothing of it is left there: not when it is stopped, and not when the window closes.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from threading import Event
from typing import TYPE_CHECKING

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.journey import Journey, Stop, elsewhere
from retnet_pro.conduct.taking_out import demand_may_take_out, take_out
from retnet_pro.errors import Code, Refusal, WorldFault, fault_of_disk
from retnet_pro.study.model import Mode

if TYPE_CHECKING:
    from retnet_pro.dataset.study_data import StudyData
    from retnet_pro.exchange.writer import ExportMade, MadeFile, Writer

PATIENCE_S = 5
"""Seconds a closing window waits until what was being written is taken away again. Choice of this project."""
_NEEDS = {"parquet": "pyarrow"}
"""Formats that need a package not every tablet has."""
_ONE_FILE = {"fhir": ".json", "fhir-transaction": ".json"}
"""Formats that are one file and no folder."""


class OpenFiles:
    """It has state for one reason: whoever closes the window must be able to stop what is being written."""

    def __init__(self) -> None:
        self._halt, self._gone = Event(), _set()

    def formats(self) -> tuple[str, ...]:
        """Return the formats this installation can write."""
        from retnet_pro.exchange.formats import FORMATS

        return tuple(name for name in FORMATS if name not in _NEEDS or find_spec(_NEEDS[name]) is not None)

    def take_out(self, desk: Desk, fmt: str, place: Path) -> Journey["ExportMade"]:
        """Write the data down as taken out, then into new files at a place, which are read back.

        Raises:
            Refusal: `NOT_ALLOWED`, `FORMAT_UNKNOWN`; `FILE_MISSING`, when there is no such place; `SENDING_STOPPED`;
                `DATA_UNFIT`, naming row and column.
            WorldFault: `DISK_FULL` or `DISK_FAULT`; nothing is left at the place.
            Tamper: as `taking_out.take_out`.
        """
        from retnet_pro.exchange.formats import writer_of

        demand_may_take_out(desk)
        writer, site, today = writer_of(fmt), str(desk.site.provision["site"]), desk.pen.clock().wall.date()
        out = yield from elsewhere(lambda: _free(place, _name(site, fmt, today), _ONE_FILE.get(fmt, "")))
        data = take_out(desk, fmt, synthetic=desk.mode is not Mode.STUDY)
        people = []
        for person in data.people():
            people.append(person)
            yield Stop(_nothing, len(people), data.participants + 1)
        self._halt = halt = Event()
        ready = replace(data, people=lambda: iter(people))
        try:
            return (yield from elsewhere(partial(_write, writer, ready, out, halt, self._gone)))
        finally:
            halt.set()

    def end(self) -> None:
        """Stop what is being written, and wait a little until it is taken away."""
        self._halt.set()
        self._gone.wait(PATIENCE_S)


def _set() -> Event:
    event = Event()
    event.set()
    return event


def _nothing() -> None:
    """Let the lane do what others asked of it meanwhile."""


def _name(site: str, fmt: str, today: date) -> str:
    return f"data-{site}-{fmt}-{today.isoformat()}"


def _free(place: Path, name: str, ending: str) -> Path:
    """Return a path at a place where nothing stands yet, after trying whether the place can be written to."""
    if not place.is_dir():
        raise Refusal(Code.FILE_MISSING, path=place)
    try:
        Path(mkdtemp(dir=place, prefix=f".{name}.", suffix=".part")).rmdir()
    except OSError as error:
        raise fault_of_disk(error, place) from error
    number = 1
    while (out := place / f"{name}{f'-{number}' if number > 1 else ''}{ending}").exists():
        number += 1
    return out


def _write(writer: "Writer", data: "StudyData", out: Path, halt: Event, gone: Event) -> "ExportMade":
    """Write and read back; runs elsewhere and can be stopped between two participants."""

    def progress(_done: int, _of: int) -> None:
        if halt.is_set():
            raise Refusal(Code.SENDING_STOPPED)

    gone.clear()
    try:
        made = writer(data, out, progress)
        try:
            _compare(made.files, out, progress)
        except (Refusal, WorldFault):
            _remove(out)
            raise
    finally:
        gone.set()
    return made


def _compare(files: "tuple[MadeFile, ...]", out: Path, progress: Callable[[int, int], None]) -> None:
    """Read every file back and compare it with what was written.

    Raises:
        WorldFault: `DISK_FAULT`.
    """
    from retnet_pro.exchange.writer import made_file

    for done, one in enumerate(files):
        progress(done, len(files))
        path = out / one.name if out.is_dir() else out
        try:
            found = made_file(path, one.rows)
        except OSError as error:
            raise fault_of_disk(error, path) from error
        if found != one:
            raise WorldFault(Code.DISK_FAULT, path=path, why="what was written could not be read back")
    progress(len(files), len(files))


def _remove(out: Path) -> None:
    if out.is_dir():
        rmtree(out, ignore_errors=True)
    else:
        out.unlink(missing_ok=True)
