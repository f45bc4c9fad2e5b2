"""Per participant: what is only here, what was sent, what the centre has, and by which receipt."""

from datetime import date

from PySide6.QtWidgets import QWidget

from retnet_pro.conduct.whereabouts import Whereabouts
from retnet_pro.gui import words
from retnet_pro.gui.staff.pieces import Rank, Voice, across, button, down, text
from retnet_pro.gui.staff.signs import Sign, icon
from retnet_pro.gui.staff.table import Column, Table
from retnet_pro.gui.theme import GRID, Theme

DIGITS = 12
"""How much of a bundle's id is shown; the whole of it is in the tip."""


class WhereaboutsCard(QWidget):
    """Shows those whose questionnaires are not all with the centre; the others when somebody asks."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("safe.people")
        self._theme = theme
        self._all = False
        self._people: tuple[Whereabouts, ...] = ()
        self._none = text(
            self.tr("The centre has everything of every participant."), Voice.QUIET, name="safe.people.none"
        )
        self._more = button("", "safe.people.more", theme, rank=Rank.QUIET)
        self._more.clicked.connect(self._turn)
        self.table = Table("safe.people.table", self._columns(), sorts=False, grows=True)
        head = across(text(self.tr("By participant"), Voice.LEAD, wrap=False), spacing=GRID)
        head.addStretch(1)
        head.addWidget(self._more)
        column = down(spacing=GRID)
        column.addLayout(head)
        column.addWidget(self._none)
        column.addWidget(self.table)
        self.setLayout(column)

    def present(self, people: tuple[Whereabouts, ...]) -> None:
        """Show these participants; without any there is nothing to see."""
        self._people = people
        waiting = tuple(one for one in people if not one.is_all_received)
        shown = people if self._all else waiting
        self.table.present(shown)
        self.table.setVisible(bool(shown))
        self._none.setVisible(not waiting)
        many = self.tr("Show all {count}").format(count=len(people))
        self._more.setText(self.tr("Show only those who wait") if self._all else many)
        self._more.setVisible(len(waiting) < len(people))
        self.setVisible(bool(people))

    def _turn(self) -> None:
        self._all = not self._all
        self.present(self._people)

    def _columns(self) -> tuple[Column, ...]:
        tokens = self._theme.tokens
        received, waiting = icon(Sign.GOOD, tokens.accent), icon(Sign.MINUTES, tokens.muted)
        return (
            Column(
                title=self.tr("Participant"),
                says=lambda one: one.subject,
                sign=lambda one: received if one.is_all_received else waiting,
                width_px=15 * GRID,
            ),
            Column(title=self.tr("Only here"), says=lambda one: str(one.on_device), is_number=True),
            Column(title=self.tr("In bundle"), says=lambda one: str(one.in_bundle), is_number=True),
            Column(title=self.tr("Sent"), says=lambda one: str(one.sent), is_number=True),
            Column(title=self.tr("Received"), says=lambda one: str(one.received), is_number=True),
            Column(
                title=self.tr("Oldest"),
                says=lambda one: words.day(date.fromisoformat(one.oldest[:10])) if one.oldest else "",
                stretches=True,
            ),
            Column(
                title=self.tr("Receipt"),
                says=lambda one: one.receipt[:DIGITS],
                hint=lambda one: one.receipt,
                stretches=True,
            ),
        )
