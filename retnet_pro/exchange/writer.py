"""What every export format has in common: how it is called, how it tells how far it is, what it says it made.

A format is one module with one function of type `Writer`, and one line in `formats`. To stop a long export, the
progress function raises; then nothing is left behind.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from retnet_pro.dataset.rows import PersonRows
from retnet_pro.dataset.study_data import StudyData
from retnet_pro.exchange.appearing import BLOCK

Progress = Callable[[int, int], None]
"""Told how many participants are written, and of how many. What it raises ends the export."""


@dataclass(frozen=True, slots=True)
class MadeFile:
    """One file of an export."""

    name: str
    rows: int
    """Records in it; 0 where it holds none."""
    size: int
    """Bytes."""
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportMade:
    """What an export wrote."""

    format: str
    out: Path
    files: tuple[MadeFile, ...]
    """By name."""
    participants: int
    forms: int
    """Forms that came."""
    left_out: tuple[str, ...] = ()
    """What the format cannot say and is therefore not in it, in words."""


Writer = Callable[[StudyData, Path, Progress], ExportMade]
"""Writes all rows under a name where nothing stands yet.

Raises:
    Refusal: `FILE_EXISTS`, `FILE_MISSING`, or `DATA_UNFIT` naming row and column; nothing was written.
    WorldFault: the disk failed; nothing was written.
"""


def quiet(_done: int, _of: int) -> None:
    """Tell nobody how far an export is."""


def with_progress(data: StudyData, progress: Progress) -> Iterator[PersonRows]:
    """Yield every participant, telling how far it is before the first and after each."""
    progress(0, data.participants)
    for done, person in enumerate(data.people(), 1):
        yield person
        progress(done, max(done, data.participants))


def made_file(path: Path, rows: int) -> MadeFile:
    """Return what a file that was written is."""
    told, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            told.update(block)
            size += len(block)
    return MadeFile(path.name, rows, size, told.hexdigest())
