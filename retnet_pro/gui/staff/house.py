"""What the staff's window needs from the house around it, written by the window. The composition root hands it in.

Every method here may touch the disk or take a while, so the window calls them in its lane only. Where one has to wait
for a network, a stick or a share it returns a `Journey`, so that the lane does not wait with it.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from retnet_pro.conduct.backup import BackupState
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.drilled import DrillState
from retnet_pro.conduct.journey import Journey
from retnet_pro.conduct.pen import Leaving
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.road import RoadKeys
from retnet_pro.conduct.site_exchange import Exchanged as Met
from retnet_pro.conduct.sticks import Stick
from retnet_pro.conduct.trail import Wanted
from retnet_pro.conduct.tries import Try
from retnet_pro.gui.staff.house_files import FileMaker
from retnet_pro.study.model import Mode


class Door(Protocol):
    """The way in, before anybody is logged in."""

    @property
    def site_title(self) -> str:
        """Name of the site."""

    @property
    def mode(self) -> Mode:
        """What the data of this site are for."""

    @property
    def study_label(self) -> str:
        """What must be said wherever the schedule is shown."""

    def people(self) -> tuple[Person, ...]:
        """Return who may try to log in."""

    def leaving(self) -> Leaving | None:
        """Return where this device goes, once its site has closed it; None while it is in use."""

    def login(self, user: str, passphrase: str) -> Desk:
        """Open the record for a person.

        Raises:
            Refusal: `WRONG_PASSPHRASE`, `LOGIN_THROTTLED` or `DEVICE_SECRET_MISSING`.
        """


class ExportReport(Protocol):
    """What an export did."""

    @property
    def bundles(self) -> int:
        """Files written."""

    @property
    def responses(self) -> int:
        """Finished questionnaires in them."""

    @property
    def place(self) -> str:
        """Where they are."""

    @property
    def odd(self) -> tuple[str, ...]:
        """Names there that look like a leftover of this program and are none."""


class Exchanged(Protocol):
    """What one exchange with the centre over the network did."""

    @property
    def sent(self) -> ExportReport | None:
        """What was sent; None, when there was nothing to send."""

    @property
    def receipts(self) -> int:
        """New receipts, all verified."""


class DrillReport(Protocol):
    """What a restore drill found."""

    @property
    def findings(self) -> tuple[str, ...]:
        """What does not fit, in English sentences; none when the drill has passed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceState:
    """How the tablet itself stands; None for what cannot be found out."""

    battery: int | None
    """In per cent."""
    is_charging: bool
    disk_free: int | None
    """Bytes."""


class Courier(FileMaker, Protocol):
    """Carries things between this device and other places: bundles out, receipts in, backups away."""

    def export(self, desk: Desk, folder: Path) -> Journey[ExportReport]:
        """Write what the centre has not received into a folder or onto a stick.

        Raises:
            Refusal: `NOT_ALLOWED` or `NOTHING_TO_SEND`.
            WorldFault: the place cannot be written; nothing is lost and it can be tried again.
        """

    def collect(self, desk: Desk, folder: Path) -> Journey[int]:
        """Look for receipts of the centre; return how many new ones were verified.

        Raises:
            WorldFault: the place cannot be read.
            Tamper: a receipt is not genuine.
        """

    def sticks(self) -> tuple[Stick, ...]:
        """Return the sticks that are in now. The only call that belongs neither to the lane nor to a journey."""

    def road(self) -> str:
        """Return where the centre is on the network, or '' where no road is set."""

    def road_keys(self) -> RoadKeys:
        """Return what is compared over the telephone about that road."""

    def exchange(self, desk: Desk) -> Journey[Exchanged]:
        """Send what the centre has not received over the network, then look for receipts and packs.

        Raises:
            Refusal: `NOT_ALLOWED` or `ROAD_UNFIT`.
            WorldFault: the centre cannot be reached; nothing is lost and it can be tried again.
            Tamper: a receipt or pack is not genuine.
        """

    def meet(self, desk: Desk, folder: Path | None) -> Journey[Met]:
        """Exchange letters with the other tablets of the site in a folder, or with None over the network.

        Raises:
            Refusal: `NOT_ALLOWED` or `ROAD_UNFIT`.
            WorldFault: the place cannot be reached; nothing is lost and it can be tried again.
        """

    def tries(self) -> tuple[Try, ...]:
        """Return what became of the last tries to send, newest first."""

    def device(self) -> DeviceState:
        """Return how the tablet itself stands."""

    def backups(self) -> BackupState:
        """Return how backups of this device stand."""

    def drills(self) -> DrillState:
        """Return how restore drills with them stand."""

    def drill(self, desk: Desk) -> Journey[DrillReport]:
        """Play a restore of the last backup through without restoring, and write down what came of it.

        Raises:
            Refusal: `NOT_ALLOWED`, `BACKUP_UNPLANNED` or `FILE_MISSING`.
            Tamper: the backup is damaged beyond reading.
        """

    def back_up(self, desk: Desk) -> Journey[None]:
        """Make a backup in the place that is set.

        Raises:
            Refusal: `NOT_ALLOWED` or `BACKUP_UNPLANNED`.
            WorldFault: the place is missing, full or broken; nothing is lost.
        """

    def back_up_to(self, desk: Desk, folder: Path) -> Journey[None]:
        """Set another place for backups and make one there.

        Raises:
            Refusal: `NOT_ALLOWED`.
            WorldFault: the place is missing, full or broken; nothing is lost.
        """


class Printing(Protocol):
    """A copy on its way into a file."""

    @property
    def count(self) -> int:
        """How much was copied so far: events of the trail, responses of the completion report."""

    def advance(self) -> bool:
        """Do the next stretch; return whether there is more to do. After the last one the file is there.

        Raises:
            Refusal: `TRAIL_TOO_LONG` for paper.
            WorldFault: the place cannot be written.
        """


class Paper(Protocol):
    """Prints."""

    def participant_pdf(self, desk: Desk, subject: str, path: Path) -> None:
        """Write the report of one participant.

        Raises:
            Refusal: `NOT_ALLOWED` or `PARTICIPANT_UNKNOWN`.
            WorldFault: the place cannot be written.
        """

    def visit_record(self, desk: Desk, subject: str, visit: str, path: Path) -> None:
        """Write the record of one visit of a participant, in the language of the staff.

        Raises:
            Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN` or `TIME_POINT_UNKNOWN`.
            WorldFault: the place cannot be written.
        """

    def scores(self, desk: Desk, subject: str, path: Path) -> None:
        """Write all scores of one participant as a table.

        Raises:
            Refusal: `NOT_ALLOWED` or `PARTICIPANT_UNKNOWN`.
            WorldFault: the place cannot be written.
        """

    def clinic_forms(self, desk: Desk, subject: str, path: Path) -> None:
        """Write the forms that staff filled in about one participant, or with '' about all, as a table.

        Raises:
            Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN` or `PARTICIPANT_ERASED`.
            WorldFault: the place cannot be written.
        """

    def trends(self, desk: Desk, subject: str, form: str, picture: bytes, path: Path) -> None:
        """Write the trends of one form as a picture that the page has drawn.

        Raises:
            Refusal: `NOT_ALLOWED` or `PARTICIPANT_UNKNOWN`.
            WorldFault: the place cannot be written.
        """

    def alerts(self, desk: Desk, path: Path, *, as_table: bool) -> None:
        """Write the history of all alerts, as a table or as a PDF.

        Raises:
            Refusal: `NOT_ALLOWED`.
            WorldFault: the place cannot be written.
        """

    def signatures(self, desk: Desk, path: Path, *, as_table: bool) -> None:
        """Write the signing list, as a table or as a PDF.

        Raises:
            Refusal: `NOT_ALLOWED`.
            WorldFault: the place cannot be written.
        """

    def trail(self, desk: Desk, wanted: Wanted, path: Path, *, as_table: bool) -> Printing:
        """Begin a copy of the audit trail, as a table or as a PDF.

        Raises:
            Refusal: `NOT_ALLOWED` or `PARTICIPANT_UNKNOWN`.
        """

    def completion(self, desk: Desk, path: Path, *, as_table: bool) -> Printing:
        """Begin a copy of the completion report, as a table or as a PDF.

        Raises:
            Refusal: `NOT_ALLOWED`.
        """
