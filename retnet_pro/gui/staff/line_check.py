"""Who is on the line, stated again before a telephone interview goes on after an interruption (rules E51, E59)."""

from PySide6.QtCore import Qt, Signal

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.handover import resume
from retnet_pro.gui import words
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Choices, Rank, Voice, button, card, down, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.staff.today_view import Paused
from retnet_pro.gui.theme import GRID
from retnet_pro.record.circumstance import LineCheck


class LineCheckPage(Page):
    """Asks how it was made sure, then goes on with the interview."""

    started = Signal(object)
    """The `Sitting`; the staff process ends now."""

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room, self.tr("Continue the telephone interview"), name="line", back=True)
        self._desk = desk
        self._sitting = ""
        self._who = text("", Voice.NUMBER, name="line.subject", wrap=False)
        self._what = text("", Voice.STRONG, name="line.visit")
        self._forms = text("", Voice.QUIET, name="line.forms")
        self._how = Choices(self.theme, "line.how", columns=3)
        said = text(
            self.tr(
                "Number and details are those in the patient file. "
                "Keep the tablet, read out the questions as they stand and tap the answers."
            )
        )
        asked = text(self.tr("How did you make sure who is on the line? (needed)"), Voice.STRONG)
        self._go_on = button(
            self.tr("Continue the interview"), "line.confirm", self.theme, rank=Rank.PRIMARY, sign=Sign.GO_ON
        )
        self._how.chosen.connect(lambda _: self._judge())
        self._go_on.clicked.connect(self._continue)
        self.body.addWidget(card(down(self._who, self._what, self._forms, spacing=GRID // 2)))
        self.body.addWidget(card(down(asked, self._how, said, spacing=GRID)))
        self.body.addWidget(self._go_on, 0, Qt.AlignmentFlag.AlignRight)
        self.body.addStretch(1)

    def open(self, paused: Paused) -> None:
        """Ask for one sitting; nothing is chosen for staff, because nobody checked anything yet."""
        self.hush()
        self._sitting = paused.sitting
        self._who.setText(paused.subject)
        self._what.setText(paused.visit_title)
        self._forms.setText(" · ".join((*paused.forms, words.language_name(paused.language))))
        self._how.offer((how.value, words.word(how)) for how in LineCheck)
        self._judge()

    def complain(self, error: Exception) -> None:
        """Show the failure and let somebody try again."""
        super().complain(error)
        self._judge()

    def _judge(self) -> None:
        self._go_on.setEnabled(bool(self._how.current()))

    def _continue(self) -> None:
        line = LineCheck(self._how.current())
        self._go_on.setEnabled(False)
        self.ask(lambda: resume(self._desk, self._sitting, line=line), self.started.emit)
