"""The pages that put collected data right or show where it comes from, and the ways there from a participant's page."""

from collections.abc import Callable

from retnet_pro.conduct.desk import Desk
from retnet_pro.gui.staff.correction import CorrectionPage
from retnet_pro.gui.staff.misplaced import MisplacedPage
from retnet_pro.gui.staff.misplaced_decision import DecisionPage
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.paper import PaperPage
from retnet_pro.gui.staff.person import PersonPage
from retnet_pro.gui.staff.scan import ScanPage
from retnet_pro.gui.staff.score import ScorePage
from retnet_pro.instrument.model import ItemId, ScaleCode
from retnet_pro.record.event import EventHash, SessionId


class DataPages:
    """Knows the ways between these pages and nothing else."""

    def __init__(
        self,
        room: Room,
        desk: Desk,
        person: PersonPage,
        show: Callable[[Page], None],
        reopen: Callable[..., None],
    ) -> None:
        """Take the page they start from, how a page is shown, and how a participant is opened, at a session or not."""
        self.correction = CorrectionPage(room, desk)
        self.misplaced = MisplacedPage(room, desk)
        self.decision = DecisionPage(room, desk)
        self.paper = PaperPage(room, desk)
        self.scan = ScanPage(room, desk)
        self.score = ScorePage(room, desk)
        self._show = show
        person.correction_asked.connect(self._open_correction)
        self.correction.recorded.connect(reopen)
        person.misplaced_asked.connect(self._open_misplaced)
        person.decision_asked.connect(self._open_decision)
        self.misplaced.recorded.connect(reopen)
        self.decision.decided.connect(reopen)
        person.paper_asked.connect(self._open_paper)
        person.reading_asked.connect(self._open_reading)
        self.paper.recorded.connect(reopen)
        person.scan_shown.connect(self._open_scan)
        person.because_asked.connect(self._open_score)
        for page in self.pages:
            page.left.connect(lambda: show(person))

    @property
    def pages(self) -> tuple[Page, ...]:
        """All of them."""
        return (self.correction, self.misplaced, self.decision, self.paper, self.scan, self.score)

    def _open_correction(self, subject: str, ses: str, item: str) -> None:
        self._show(self.correction)
        self.correction.open(subject, SessionId(ses), ItemId(item))

    def _open_misplaced(self, subject: str, ses: str) -> None:
        self._show(self.misplaced)
        self.misplaced.open(subject, SessionId(ses))

    def _open_decision(self, proposal: str) -> None:
        self._show(self.decision)
        self.decision.open(EventHash(proposal))

    def _open_paper(self, subject: str) -> None:
        self._show(self.paper)
        self.paper.open_first(subject)

    def _open_scan(self, subject: str, ses: str) -> None:
        self._show(self.scan)
        self.scan.open(subject, SessionId(ses))

    def _open_score(self, subject: str, ses: str, scale: str) -> None:
        self._show(self.score)
        self.score.open(subject, SessionId(ses), ScaleCode(scale))

    def _open_reading(self, ses: str) -> None:
        self._show(self.paper)
        self.paper.open_next(SessionId(ses))
