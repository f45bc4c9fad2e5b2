"""Let a new person in: a name, an account name, a role, and a passphrase that only they should know."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from retnet_pro.conduct import team
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.ports import Person, Slots
from retnet_pro.conduct.roles import Role
from retnet_pro.gui import words
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Choices, Rank, Voice, across, button, card, down, text
from retnet_pro.gui.staff.secret import NewSecret, SecretField
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID


class AddMemberPage(Page):
    """Takes the facts of a new account; what is refused stays in its field with the reason above it."""

    added = Signal(str)
    """The shown name."""

    def __init__(self, room: Room, desk: Desk, slots: Slots) -> None:
        super().__init__(room, self.tr("Add a person"), name="add", back=True)
        self._desk = desk
        self._slots = slots
        self._name = _line("add.name", self.tr("Name"))
        self._user = _line("add.user", self.tr("Account name"))
        self._roles = Choices(self.theme, "add.role")
        self._new = NewSecret(self.theme, "add.passphrase")
        self._own = SecretField(self.theme, "add.own", self.tr("Your own passphrase"))
        self._confirm = button(self.tr("Add"), "add.confirm", self.theme, rank=Rank.PRIMARY, sign=Sign.ADD)
        self._confirm.clicked.connect(self._do)
        for one in (self._name.textChanged, self._user.textChanged, self._roles.chosen):
            one.connect(lambda _: self._judge())
        for field in (self._new, self._own):
            field.changed.connect(self._judge)
        self._lay_out_body()

    def open(self) -> None:
        """Start with an empty form."""
        self.hush()
        self._name.clear()
        self._user.clear()
        self._roles.offer((role.value, words.word(role)) for role in Role)
        self._name.setFocus()
        self._judge()

    def complain(self, error: Exception) -> None:
        """Show the failure; everything typed stays."""
        super().complain(error)
        self._judge()

    def _judge(self) -> None:
        typed = self._name.text().strip() and self._user.text().strip()
        self._confirm.setEnabled(bool(typed and self._roles.current() and self._new.agreed() and self._own.value()))

    def _do(self) -> None:
        person = Person(self._user.text().strip(), self._name.text().strip(), Role(self._roles.current()))
        new, own = self._new.agreed(), self._own.value()
        self._confirm.setEnabled(False)
        self.hush()
        self.ask(
            lambda: team.let_in(self._desk, self._slots, person, new, own=own), lambda _: self.added.emit(person.name)
        )

    def _lay_out_body(self) -> None:
        account = self.tr("Stands in the record beside everything they do. Small letters, digits, dots; never changed.")
        shown = self.tr("Shown at login. Stays on this device.")
        left = down(
            down(text(self.tr("Name"), Voice.STRONG), self._name, text(shown, Voice.CAPTION), spacing=GRID),
            down(text(self.tr("Account name"), Voice.STRONG), self._user, text(account, Voice.CAPTION), spacing=GRID),
            down(text(self.tr("Role"), Voice.STRONG), self._roles, spacing=GRID),
        )
        left.addStretch(1)
        said = self.tr("Let the new person type it. You do not need to know it.")
        right = down(
            self._new,
            text(said, Voice.CAPTION),
            down(
                text(self.tr("Your own passphrase"), Voice.STRONG),
                self._own,
                text(self.tr("So that nobody else gives access at your desk."), Voice.CAPTION),
                spacing=GRID,
            ),
        )
        right.addStretch(1)
        right.addWidget(self._confirm, 0, Qt.AlignmentFlag.AlignRight)
        sides = across(spacing=4 * GRID)
        sides.addLayout(left, 1)
        sides.addLayout(right, 1)
        self.body.addWidget(card(sides, margin=3 * GRID))
        self.body.addStretch(1)


def _line(name: str, title: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setAccessibleName(title)
    return field
