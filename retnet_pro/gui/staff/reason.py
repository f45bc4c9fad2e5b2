"""Why forms will not come, or not whole: always a coded reason, in somebody's name (rule E66)."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal

from retnet_pro.conduct import handover
from retnet_pro.conduct.absence import excuse
from retnet_pro.conduct.desk import Desk
from retnet_pro.gui import words
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Choices, Rank, Voice, button, card, down, text
from retnet_pro.gui.staff.today_view import Paused
from retnet_pro.gui.theme import GRID
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.study.absence import Absence


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """The forms of a visit that are still expected."""

    subject: str
    visit: str
    visit_title: str
    forms: tuple[InstrumentId, ...]
    titles: tuple[str, ...]


class ReasonPage(Page):
    """Asks for the reason; then closes an interrupted sitting, or records that a visit's forms will not come."""

    closed = Signal()

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room, "", name="reason", back=True)
        self._desk = desk
        self._act: Callable[[Absence], None] | None = None
        self._what = text("", Voice.STRONG, name="reason.what")
        self._means = text("", Voice.QUIET, name="reason.means")
        self._reasons = Choices(self.theme, "reason.choice", columns=2)
        self._confirm = button("", "reason.confirm", self.theme, rank=Rank.PRIMARY)
        self._reasons.chosen.connect(lambda _: self._confirm.setEnabled(True))
        self._confirm.clicked.connect(self._do)
        self.body.addWidget(card(down(self._what, self._means, spacing=GRID // 2)))
        self.body.addWidget(card(down(text(self.tr("Why?"), Voice.STRONG), self._reasons, spacing=GRID)))
        self.body.addWidget(self._confirm, 0, Qt.AlignmentFlag.AlignRight)
        self.body.addStretch(1)

    def open_stop(self, paused: Paused) -> None:
        """Ask why an interrupted sitting ends here."""

        def stop(reason: Absence) -> None:
            for session in paused.sessions:
                handover.stop(self._desk, session, reason.value)

        self._what.setText(" · ".join((paused.subject, paused.visit_title, *paused.forms)))
        self._means.setText(
            self.tr("What has been answered stays in the record. These forms cannot be continued afterwards.")
        )
        self._confirm.setText(self.tr("Close and keep the answers"))
        self._begin(self.tr("Close as partial"), stop, paused.interruption.said)

    def open_absence(self, expected: Expected) -> None:
        """Ask why the forms of a visit will not come."""

        def record(reason: Absence) -> None:
            for form in expected.forms:
                excuse(self._desk, expected.subject, expected.visit, form, reason)

        self._what.setText(" · ".join((expected.subject, expected.visit_title, *expected.titles)))
        self._means.setText(self.tr("The visit leaves the list and counts as missing for the reason you give."))
        self._confirm.setText(self.tr("Record the reason"))
        self._begin(self.tr("Will not come"), record)

    def complain(self, error: Exception) -> None:
        """Show the failure and let somebody try again."""
        super().complain(error)
        self._confirm.setEnabled(bool(self._reasons.current()))

    def _begin(self, title: str, act: Callable[[Absence], None], said: Absence | None = None) -> None:
        self.hush()
        self.head(title, "")
        self._act = act
        self._reasons.offer((reason.value, words.word(reason)) for reason in Absence)
        self._confirm.setEnabled(False)
        if said is not None:
            self._reasons.choose(said.value)  # in plain sight, and only recorded when somebody confirms it

    def _do(self) -> None:
        act, chosen = self._act, self._reasons.current()
        if act is None or not chosen:
            return
        self._confirm.setEnabled(False)
        self.ask(lambda: act(Absence(chosen)), lambda _: self.closed.emit())
