"""The pages that put collected data right, and how the participant's page leads to them and back."""

from collections.abc import Callable

from retnet_pro.conduct.desk import Desk
from retnet_pro.gui.staff.correction import CorrectionPage
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.person import PersonPage
from retnet_pro.instrument.model import ItemId
from retnet_pro.record.event import SessionId


class DataPages:
    """Knows the ways between these pages and nothing else."""

    def __init__(
        self,
        room: Room,
        desk: Desk,
        person: PersonPage,
        show: Callable[[Page], None],
        reopen: Callable[[str, SessionId], None],
    ) -> None:
        """Take the page they start from, how a page is shown, and how a participant is opened at a session."""
        self.correction = CorrectionPage(room, desk)
        self._show = show
        person.correction_asked.connect(self._open_correction)
        self.correction.recorded.connect(reopen)
        self.correction.left.connect(lambda: show(person))

    @property
    def pages(self) -> tuple[Page, ...]:
        """All of them."""
        return (self.correction,)

    def _open_correction(self, subject: str, ses: str, item: str) -> None:
        self._show(self.correction)
        self.correction.open(subject, SessionId(ses), ItemId(item))
