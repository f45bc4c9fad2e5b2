"""The ways by which the tablet changes hands: a visit handed over, an interrupted sitting continued."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.handover import resume
from retnet_pro.gui.staff.handover import HandOverPage
from retnet_pro.gui.staff.line_check import LineCheckPage
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.today import TodayPage
from retnet_pro.gui.staff.today_view import Paused
from retnet_pro.record.response import AnsweredBy


class HandOverWays(QObject):
    """Holds the pages on which a sitting begins, and leads to them from the day's list."""

    started = Signal(object)
    """The `Sitting`."""

    def __init__(
        self, room: Room, desk: Desk, today: TodayPage, show: Callable[[Page], None], back: Callable[[], None]
    ) -> None:
        super().__init__()
        self._desk = desk
        self._today = today
        self._show = show
        self.page = HandOverPage(room, desk)
        self.line = LineCheckPage(room, desk)
        self.pages: tuple[Page, ...] = (self.page, self.line)
        today.hand_over_asked.connect(self.open)
        today.resume_asked.connect(self._resume)
        today.new_pin_asked.connect(lambda paused: self._resume(paused, new_pin=True))
        self.page.started.connect(self.started)
        self.line.started.connect(self.started)
        for page in self.pages:
            page.left.connect(back)

    def open(self, subject: str, visit: str) -> None:
        """Show one visit for confirmation."""
        self._show(self.page)
        self.page.open(subject, visit)

    def _resume(self, paused: Paused, *, new_pin: bool = False) -> None:
        if paused.sessions[0].answered_by is AnsweredBy.STAFF_TELEPHONE:
            self._show(self.line)
            self.line.open(paused)
        else:
            self._today.ask(lambda: resume(self._desk, paused.sitting, new_pin=new_pin), self.started.emit)
