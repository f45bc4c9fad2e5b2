"""The ways between the pages of forms that staff fill in, and from the participant's page to them and back."""

from collections.abc import Callable

from retnet_pro.conduct.clinic import WhyAgain
from retnet_pro.conduct.desk import Desk
from retnet_pro.gui.staff.clinic_forms import ClinicFormsPage
from retnet_pro.gui.staff.clinic_read import ClinicReadPage
from retnet_pro.gui.staff.clinic_sheet import ClinicSheetPage
from retnet_pro.gui.staff.house import Paper
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.instrument.clinic import ClinicFormId
from retnet_pro.record.event import SessionId


class ClinicWays:
    """Holds the three pages and leads from one to another."""

    def __init__(
        self, room: Room, desk: Desk, paper: Paper, show: Callable[[Page], None], leave: Callable[[str], None]
    ) -> None:
        """Take how a page is shown, and how the participant's page is opened again."""
        self.forms = ClinicFormsPage(room, desk, paper)
        self.sheet = ClinicSheetPage(room, desk)
        self.closed = ClinicReadPage(room, desk)
        self.pages: tuple[Page, ...] = (self.forms, self.sheet, self.closed)
        self._show = show
        self.forms.begun.connect(self._begin)
        self.forms.gone_on.connect(self._go_on)
        self.forms.read.connect(self._read)
        self.forms.left.connect(lambda: leave(self.forms.subject))
        self.sheet.closed.connect(self.open)
        self.sheet.put_away.connect(self.open)
        self.closed.correct_asked.connect(self._correct)
        for page in (self.sheet, self.closed):
            page.left.connect(lambda: self.open(self.forms.subject))

    def open(self, subject: str) -> None:
        """Show the forms of a participant."""
        self._show(self.forms)
        self.forms.open(subject)

    def _begin(self, subject: str, form: str) -> None:
        self._show(self.sheet)
        self.sheet.begin(subject, ClinicFormId(form))

    def _go_on(self, subject: str, ses: str) -> None:
        self._show(self.sheet)
        self.sheet.go_on(subject, SessionId(ses))

    def _read(self, subject: str, ses: str) -> None:
        self._show(self.closed)
        self.closed.open(subject, SessionId(ses))

    def _correct(self, subject: str, ses: str, why: str, note: str) -> None:
        self._show(self.sheet)
        self.sheet.correct(subject, SessionId(ses), WhyAgain(why), note)
