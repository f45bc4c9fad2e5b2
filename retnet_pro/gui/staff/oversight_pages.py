"""The pages on which staff answer alerts and an investigator signs, and the ways to them and back."""

from collections.abc import Callable

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.ports import Slots
from retnet_pro.gui.staff.alert import AlertPage
from retnet_pro.gui.staff.alerts import AlertsPage
from retnet_pro.gui.staff.alerts_view import AlertRow
from retnet_pro.gui.staff.house import Paper
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.person import PersonPage
from retnet_pro.gui.staff.rail import Rail
from retnet_pro.gui.staff.signing import SigningPage
from retnet_pro.gui.staff.today import TodayPage


class OversightPages:
    """Knows how one comes to these pages and goes back to where one came from, and keeps the count in the rail."""

    def __init__(
        self,
        room: Room,
        desk: Desk,
        paper: Paper,
        slots: Slots,
        today: TodayPage,
        person: PersonPage,
        *,
        show: Callable[[Page], None],
        go: Callable[[str], None],
        open_participant: Callable[[str], None],
    ) -> None:
        """Take the pages they start from, how a page is shown, and how a place or a participant is opened."""
        self.alerts = AlertsPage(room, desk, paper)
        self.alert = AlertPage(room, desk)
        self.signing = SigningPage(room, desk, slots, paper)
        self._show = show
        self._go = go
        self._open_participant = open_participant
        self._subject = ""
        """Whose page the way began at; '' for the list of alerts."""
        self._today = today
        today.alerts_asked.connect(lambda: go("alerts"))
        self.alerts.alert_asked.connect(self._open_alert)
        person.alert_asked.connect(lambda row: self._open_alert(row, row.listed.subject))
        person.alerts_asked.connect(self._open_alerts)
        self.alert.participant_asked.connect(open_participant)
        self.alert.left.connect(self._back)
        self.alert.answered.connect(self._back)
        person.signing_asked.connect(self._open_signing)
        self.signing.left.connect(self._back)

    @property
    def pages(self) -> tuple[Page, ...]:
        """All of them."""
        return (self.alerts, self.alert, self.signing)

    def count_in(self, rail: Rail) -> None:
        """Keep the count of open alerts beside their place in the rail."""
        for page in (self.alerts.counted, self._today.alerts_counted):
            page.connect(rail.count_alerts)

    def _open_alert(self, row: AlertRow, subject: str = "") -> None:
        self._subject = subject
        self._show(self.alert)
        self.alert.open(row)

    def _open_alerts(self, subject: str) -> None:
        self._go("alerts")
        self.alerts.search.setText(subject)

    def _open_signing(self, subject: str) -> None:
        self._subject = subject
        self._show(self.signing)
        self.signing.open(subject)

    def _back(self) -> None:
        if self._subject:
            self._open_participant(self._subject)
        else:
            self._open_alerts(self.alerts.search.text())
