"""What the page that takes data out needs from the house around it; see `house`, whose courier can do this as well."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.journey import Journey


class WrittenFile(Protocol):
    """One file that was written and read back."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def sha256(self) -> str:
        """The SHA-256 of its bytes."""


class TakenOut(Protocol):
    """What was written."""

    @property
    def out(self) -> Path:
        """The new folder, or the one file."""

    @property
    def files(self) -> Sequence[WrittenFile]:
        """What is in it, by name."""

    @property
    def participants(self) -> int:
        """How many participants."""

    @property
    def forms(self) -> int:
        """How many finished questionnaires."""


class FileMaker(Protocol):
    """Writes open files. `formats` belongs into the lane."""

    def formats(self) -> tuple[str, ...]:
        """Return the formats this installation can write."""

    def take_out(self, desk: Desk, fmt: str, place: Path) -> Journey[TakenOut]:
        """Write the data of this site into new files at a place.

        Raises:
            Refusal: `NOT_ALLOWED`, `FILE_MISSING`, `SENDING_STOPPED` or `DATA_UNFIT`.
            WorldFault: the place is full or cannot be written; nothing is left there.
            Tamper: the record is damaged.
        """
