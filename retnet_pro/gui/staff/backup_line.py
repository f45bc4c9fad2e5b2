"""When was this device last copied to a second place, and how to do it now: one card of the page Safe & sent."""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from retnet_pro.conduct.backup import Backup, BackupFault, BackupState, PlaceKind
from retnet_pro.errors import RetnetError
from retnet_pro.gui import words
from retnet_pro.gui.staff.pieces import Tone, Voice, across, button, card, clear, down, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme

_HOUR = timedelta(hours=1)
_DAYS_FROM = 48
"""Hours from which an age is told in days."""


class BackupLine(QWidget):
    """Shows a `BackupState`; says when somebody wants a backup now, or another place for it."""

    now_asked = Signal()
    place_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("safe.backup")
        self._theme = theme
        self._holder = down(spacing=0)
        self.setLayout(self._holder)

    def present(self, state: BackupState, *, may_ask: bool) -> None:
        """Show these facts; without the right to look after the device, the buttons say who has it."""
        clear(self._holder)
        sign, tone = (Sign.ATTENTION, Tone.AMBER) if state.is_overdue else (Sign.GOOD, Tone.PLAIN)
        said = down(text(self._headline(state), Voice.LEAD, name="safe.backup.headline"), spacing=GRID // 2)
        for line in self._details(state):
            said.addWidget(text(line, Voice.QUIET, name="safe.backup.detail"))
        sign_of = mark(sign, self._theme, tone=Tone.ACCENT if tone is Tone.PLAIN else tone)
        row = across(spacing=2 * GRID)
        row.addWidget(sign_of, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        now = button(self.tr("Back up now"), "safe.backup.now", self._theme, sign=Sign.COPY)
        place = button(self.tr("Another place"), "safe.backup.place", self._theme)
        now.clicked.connect(self.now_asked if state.plan else self.place_asked)
        place.clicked.connect(self.place_asked)
        for made in (now, place):
            made.setEnabled(may_ask)
            made.setToolTip("" if may_ask else self.tr("Backups are set up by a coordinator or an administrator."))
        if state.plan is not None:
            row.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(now, 0, Qt.AlignmentFlag.AlignTop)
        self._holder.addWidget(card(row, tone))

    def _headline(self, state: BackupState) -> str:
        if state.plan is None:
            return self.tr("No place for backups is set.")
        if state.last is None or state.age is None:
            return self.tr("No backup has been made yet.")
        if state.age < timedelta(0):
            return self.tr("The last backup has a time that is still to come: check the clock of this device.")
        return self.tr("Last backup: {age}.").format(age=self._age(state.age))

    def _details(self, state: BackupState) -> tuple[str, ...]:
        if state.plan is None:
            return (
                self.tr("If this device breaks, what the centre has not received is lost. Choose a stick or a share."),
            )
        due = self.tr("One is due every {hours} hours, when somebody logs out. Place: {place}")
        lines = [due.format(hours=state.plan.every_h, place=state.plan.place)]
        if state.last is not None:
            lines.insert(0, self._what(state.last))
        if state.fault is not None:
            lines.append(self._why(state.fault))
        return tuple(lines)

    def _what(self, last: Backup) -> str:
        same = last.copied.place is PlaceKind.SAME_DISK
        where = (
            self.tr("to a folder on the same disk, which does not help when the disk breaks")
            if same
            else self.tr("to another disk")
        )
        return self.tr("{time}, up to event {seq}, read back, {where}.").format(
            time=words.instant(last.at), seq=last.copied.head.seq, where=where
        )

    def _why(self, fault: BackupFault) -> str:
        failed = words.sentence(RetnetError(fault.code, **fault.facts))
        return self.tr("The newest try failed {time}: {why}").format(time=words.instant(fault.at), why=failed)

    def _age(self, age: timedelta) -> str:
        hours = age // _HOUR
        if hours < 1:
            return self.tr("less than an hour ago")
        if hours == 1:
            return self.tr("1 hour ago")
        if hours < _DAYS_FROM:
            return self.tr("{hours} hours ago").format(hours=hours)
        return self.tr("{days} days ago").format(days=age.days)
