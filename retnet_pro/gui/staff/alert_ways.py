"""The ways to, from and between the pages of alerts, and the count beside their place in the rail."""

from collections.abc import Callable

from retnet_pro.gui.staff.alert import AlertPage
from retnet_pro.gui.staff.alerts import AlertsPage
from retnet_pro.gui.staff.alerts_view import AlertRow
from retnet_pro.gui.staff.page import Page
from retnet_pro.gui.staff.person import PersonPage
from retnet_pro.gui.staff.rail import Rail
from retnet_pro.gui.staff.today import TodayPage


class AlertWays:
    """Knows how one comes to an alert and goes back to where one came from."""

    def __init__(
        self,
        alerts: AlertsPage,
        one: AlertPage,
        today: TodayPage,
        person: PersonPage,
        rail: Rail,
        *,
        show: Callable[[Page], None],
        go: Callable[[str], None],
        open_participant: Callable[[str], None],
    ) -> None:
        self._alerts = alerts
        self._one = one
        self._person = person
        self._show = show
        self._go = go
        self._open_participant = open_participant
        self._from_person = ""
        alerts.counted.connect(rail.count_alerts)
        today.alerts_counted.connect(rail.count_alerts)
        today.alerts_asked.connect(lambda: go("alerts"))
        alerts.alert_asked.connect(self._open)
        person.alert_asked.connect(self._open_from_person)
        one.participant_asked.connect(open_participant)
        one.left.connect(self._back)
        one.answered.connect(self._back)

    def _open(self, row: AlertRow, subject: str = "") -> None:
        self._from_person = subject
        self._show(self._one)
        self._one.open(row)

    def _open_from_person(self, row: AlertRow) -> None:
        self._open(row, row.listed.subject)

    def _back(self) -> None:
        if self._from_person:
            self._open_participant(self._from_person)
        else:
            self._go("alerts")
