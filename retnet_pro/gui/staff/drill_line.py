"""When a backup was last proved to open, by whom, and when that is due again: one card of the page Safe & sent."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from retnet_pro.conduct.drilled import KEY_FILE, Drilled, DrillState
from retnet_pro.gui import words
from retnet_pro.gui.staff.pieces import Tone, Voice, across, button, card, clear, down, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme


class DrillLine(QWidget):
    """Shows a `DrillState`; says when somebody wants a drill now."""

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("safe.drill")
        self._theme = theme
        self._holder = down(spacing=0)
        self.setLayout(self._holder)

    def present(self, state: DrillState, *, may_ask: bool) -> None:
        """Show these facts; without a backup, or the right to look after the device, the button says why it rests."""
        clear(self._holder)
        failed = state.last is not None and not state.last.is_passed
        tone = Tone.RED if failed else Tone.AMBER if state.is_overdue else Tone.PLAIN
        sign = Sign.URGENT if failed else Sign.ATTENTION if state.is_overdue else Sign.GOOD
        if state.last is None and not state.is_overdue:
            sign = Sign.INFORMATION
        said = down(text(self._headline(state), Voice.LEAD, name="safe.drill.headline"), spacing=GRID // 2)
        for line in self._details(state):
            said.addWidget(text(line, Voice.QUIET, name="safe.drill.detail"))
        row = across(spacing=2 * GRID)
        signed = mark(sign, self._theme, tone=Tone.ACCENT if tone is Tone.PLAIN else tone)
        row.addWidget(signed, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        now = button(self.tr("Run the drill now"), "safe.drill.now", self._theme, sign=Sign.GO_ON)
        now.clicked.connect(self.asked)
        now.setEnabled(may_ask and state.has_backup)
        tip = "" if may_ask else self.tr("Drills are run by a coordinator or an administrator.")
        now.setToolTip(tip if tip or state.has_backup else self.tr("Make a backup first."))
        row.addWidget(now, 0, Qt.AlignmentFlag.AlignTop)
        self._holder.addWidget(card(row, tone))

    def _headline(self, state: DrillState) -> str:
        if state.last is None:
            return self.tr("Nobody has tried yet whether a backup of this device opens.")
        time = words.instant(state.last.at)
        if state.last.is_passed:
            return self.tr("Restore drill passed {time}.").format(time=time)
        return self.tr("The restore drill failed {time}. Call the coordinating centre.").format(time=time)

    def _details(self, state: DrillState) -> tuple[str, ...]:
        lines = [] if state.last is None else [self._what(state.last)]
        if not state.has_backup:
            return (*lines, self.tr("There is no backup to try yet."))
        if state.due is None:
            return (*lines, self.tr("It is due now, then every three months. Nothing is restored or changed by it."))
        due = self.tr("It was due {day}.") if state.is_overdue else self.tr("The next one is due {day}.")
        return (*lines, due.format(day=words.day(state.due)))

    def _what(self, last: Drilled) -> str:
        who = self.tr("somebody with a key file") if last.who == KEY_FILE else last.who
        if last.payloads is None:
            return self.tr("By {who}: the backup does not hold together; nothing in it was opened.").format(who=who)
        told = self.tr("By {who}: {payloads} sealed records opened; rebuilt: {people} participants, {done} forms.")
        said = told.format(who=who, payloads=last.payloads, people=last.participants, done=last.responses)
        if last.findings:
            said += " " + self.tr("Things that do not fit: {count}.").format(count=last.findings)
        return said
