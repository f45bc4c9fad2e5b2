"""Change one's own passphrase: the old one, and a new one twice."""

from PySide6.QtCore import Qt

from retnet_pro.conduct import team
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.ports import Slots
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Rank, Tone, Voice, button, card, down, text
from retnet_pro.gui.staff.secret import NewSecret, SecretField
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID


class OwnPassphrasePage(Page):
    """Everybody's own; a refused passphrase stays in its field with the reason above it."""

    def __init__(self, room: Room, desk: Desk, slots: Slots) -> None:
        super().__init__(room, self.tr("My passphrase"), name="own", back=True)
        self._desk = desk
        self._slots = slots
        self._old = SecretField(self.theme, "own.old", self.tr("Your passphrase until now"))
        self._new = NewSecret(self.theme, "own.passphrase")
        self._confirm = button(self.tr("Change it"), "own.confirm", self.theme, rank=Rank.PRIMARY, sign=Sign.KEY)
        self._confirm.clicked.connect(self._do)
        self._old.changed.connect(self._judge)
        self._new.changed.connect(self._judge)
        column = down(
            down(text(self.tr("Your passphrase until now"), Voice.STRONG), self._old, spacing=GRID),
            self._new,
        )
        column.addWidget(self._confirm, 0, Qt.AlignmentFlag.AlignRight)
        self.body.addWidget(card(column, margin=3 * GRID))
        self.body.addStretch(1)

    def open(self) -> None:
        """Start with empty fields."""
        self.hush()
        self.head(self.tr("My passphrase"), self.tr("It counts on this device only."))
        self._old.setFocus()
        self._judge()

    def complain(self, error: Exception) -> None:
        """Show the failure; everything typed stays."""
        super().complain(error)
        self._judge()

    def _judge(self) -> None:
        self._confirm.setEnabled(bool(self._old.value() and self._new.agreed()))

    def _do(self) -> None:
        old, new = self._old.value(), self._new.agreed()
        self._confirm.setEnabled(False)
        self.hush()
        self.ask(lambda: team.change_passphrase(self._desk, self._slots, old, new), lambda _: self._done())

    def _done(self) -> None:
        self._old.forget()
        self._new.forget()
        self.notice(self.tr("Your passphrase was changed."), Sign.GOOD, Tone.ACCENT)
