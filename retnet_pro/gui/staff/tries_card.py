"""What became of each try to send: when, where, by whom, and in plain words why it did not work."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from retnet_pro.conduct.sender import SCHEDULE
from retnet_pro.conduct.tries import Try
from retnet_pro.errors import RetnetError
from retnet_pro.gui import words
from retnet_pro.gui.staff.pieces import Rank, Tone, Voice, across, button, card, clear, down, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme

FEW = 3
"""Lines that are shown until somebody asks for all."""


class TriesCard(QWidget):
    """Shows tries, newest first; nothing, where there were none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("safe.tries")
        self._theme = theme
        self._all = False
        self._tries: tuple[Try, ...] = ()
        self._holder = down(spacing=0)
        self.setLayout(self._holder)

    def present(self, tries: tuple[Try, ...]) -> None:
        """Show these tries."""
        self._tries = tries
        clear(self._holder)
        self.setVisible(bool(tries))
        if not tries:
            return
        head = across(text(self.tr("Tries to send"), Voice.LEAD, wrap=False), spacing=GRID)
        head.addStretch(1)
        if len(tries) > FEW:
            said = self.tr("Show fewer") if self._all else self.tr("Show all {count}").format(count=len(tries))
            more = button(said, "safe.tries.more", self._theme, rank=Rank.QUIET)
            more.clicked.connect(self._turn)
            head.addWidget(more)
        column = down(spacing=2 * GRID)
        column.addLayout(head)
        for one in tries if self._all else tries[:FEW]:
            column.addLayout(self._line(one))
        self._holder.addWidget(card(column))

    def _turn(self) -> None:
        self._all = not self._all
        self.present(self._tries)

    def _line(self, one: Try) -> QHBoxLayout:
        sign, tone = (Sign.GOOD, Tone.ACCENT) if one.code is None else (Sign.ATTENTION, Tone.AMBER)
        row = across(spacing=GRID)
        row.addWidget(mark(sign, self._theme, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
        said = down(
            text(self._came(one), name="safe.tries.came"),
            text(self._when(one), Voice.QUIET, name="safe.tries.when"),
            spacing=0,
        )
        row.addLayout(said, 1)
        return row

    def _when(self, one: Try) -> str:
        who = self.tr("by itself") if one.who == SCHEDULE else self.tr("asked for by {who}").format(who=one.who)
        if one.times > 1:
            told = self.tr("{count} times, from {first} to {last}, to {place}, {who}")
            first, last = words.instant(one.at), words.instant(one.until)
            return told.format(count=one.times, first=first, last=last, place=one.place, who=who)
        return self.tr("{time}, to {place}, {who}").format(time=words.instant(one.at), place=one.place, who=who)

    def _came(self, one: Try) -> str:
        if one.code is not None:
            return words.sentence(RetnetError(one.code, **one.facts))
        if one.is_quiet:
            return self.tr("Reached. Nothing was waiting, and no new receipt was there.")
        told = self.tr("Reached. Bundles: {bundles}, with questionnaires: {responses}. New receipts: {receipts}.")
        return told.format(bundles=one.bundles, responses=one.responses, receipts=one.receipts)
