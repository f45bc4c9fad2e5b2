"""Change the key of the site: says what that does and what it cannot do, then does it."""

from PySide6.QtCore import Qt, Signal

from retnet_pro.conduct import team
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.ports import Slots
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Rank, across, button, card, down, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID


class SiteKeyPage(Page):
    """Asks once more, because the act is for all; it can be repeated without harm."""

    changed = Signal()

    def __init__(self, room: Room, desk: Desk, slots: Slots) -> None:
        super().__init__(room, self.tr("Change the key of the site"), name="key", back=True)
        self._desk = desk
        self._slots = slots
        self._confirm = button(self.tr("Change the key"), "key.confirm", self.theme, rank=Rank.PRIMARY, sign=Sign.KEY)
        self._confirm.clicked.connect(self._do)
        points = down(spacing=GRID)
        for sign, said in (
            (Sign.GOOD, self.tr("Everything written from now on is sealed to a new key.")),
            (
                Sign.GOOD,
                self.tr("Everybody on the page Team gets it at the next login, with the passphrase they have."),
            ),
            (Sign.GOOD, self.tr("The centre gets a sealed copy with the next export.")),
            (
                Sign.ATTENTION,
                self.tr("What was written before stays under the old key: whoever kept that key can still open it."),
            ),
        ):
            line = across(spacing=GRID)
            line.addWidget(mark(sign, self.theme), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(text(said), 1)
            points.addLayout(line)
        self.body.addWidget(card(points, margin=3 * GRID))
        self.body.addWidget(self._confirm, 0, Qt.AlignmentFlag.AlignRight)
        self.body.addStretch(1)

    def open(self) -> None:
        """Ask."""
        self.hush()
        self._confirm.setEnabled(True)

    def complain(self, error: Exception) -> None:
        """Show the failure and let somebody try again."""
        super().complain(error)
        self._confirm.setEnabled(True)

    def _do(self) -> None:
        self._confirm.setEnabled(False)
        self.hush()
        self.ask(lambda: team.change_key(self._desk, self._slots), lambda _: self.changed.emit())
