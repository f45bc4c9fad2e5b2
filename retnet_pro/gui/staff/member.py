"""One colleague: give a new passphrase to somebody who forgot theirs, or take their access away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from retnet_pro.conduct import team
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.ports import Slots
from retnet_pro.gui import words
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Rank, Tone, Voice, across, button, card, down, mark, text
from retnet_pro.gui.staff.secret import NewSecret, SecretField
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.staff.team_view import Member
from retnet_pro.gui.theme import GRID


class MemberPage(Page):
    """Shows a `Member`; a refused passphrase stays in its field with the reason above it."""

    renewed = Signal(str)
    """The shown name of who has a new passphrase."""
    removed = Signal(str)
    """The shown name of who cannot log in any more."""

    def __init__(self, room: Room, desk: Desk, slots: Slots) -> None:
        super().__init__(room, "", name="member", back=True)
        self._desk = desk
        self._slots = slots
        self._user = self._called = ""
        self._new = NewSecret(self.theme, "member.passphrase")
        self._own = SecretField(self.theme, "member.own", self.tr("Your own passphrase"))
        self._give = button(
            self.tr("Give this passphrase"), "member.give", self.theme, rank=Rank.PRIMARY, sign=Sign.KEY
        )
        self._give.clicked.connect(self._do_give)
        self._new.changed.connect(self._judge)
        self._own.changed.connect(self._judge)
        self._ask = button(self.tr("Remove"), "member.remove", self.theme, sign=Sign.REMOVE)
        self._ask.clicked.connect(lambda: self._be_sure(True))
        self._sure = self._make_sure()
        self._forgotten = self._make_forgotten()
        self._leaving = self._make_leaving()
        self._self = text(
            self.tr("This is you. Change your own passphrase with the button at the bottom left; removing you is up to"
                    " a colleague."),
            name="member.self",
        )  # fmt: skip
        for part in (self._self, self._forgotten, self._leaving):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def open(self, member: Member) -> None:
        """Show this colleague."""
        self.hush()
        self._user, self._called = member.person.user, member.person.name
        line = [member.person.user, words.word(member.person.role)]
        if member.since:
            line.append(self.tr("since {time}").format(time=words.instant(member.since)))
        self.head(member.person.name, "  ·  ".join(line))
        self._self.setVisible(member.is_self)
        self._forgotten.setVisible(not member.is_self)
        self._leaving.setVisible(not member.is_self)
        self._be_sure(False)
        self._judge()

    def complain(self, error: Exception) -> None:
        """Show the failure; everything typed stays."""
        super().complain(error)
        self._be_sure(False)
        self._judge()

    def _judge(self) -> None:
        self._give.setEnabled(bool(self._new.agreed() and self._own.value()))

    def _do_give(self) -> None:
        user, called, new, own = self._user, self._called, self._new.agreed(), self._own.value()
        self._give.setEnabled(False)
        self.hush()
        self.ask(
            lambda: team.give_passphrase(self._desk, self._slots, user, new, own=own),
            lambda _: self.renewed.emit(called),
        )

    def _do_remove(self) -> None:
        user, called = self._user, self._called
        self._sure.setEnabled(False)
        self.hush()
        self.ask(lambda: team.remove(self._desk, self._slots, user), lambda _: self.removed.emit(called))

    def _be_sure(self, asking: bool) -> None:
        self._ask.setVisible(not asking)
        self._sure.setVisible(asking)
        self._sure.setEnabled(True)

    def _make_sure(self) -> QWidget:
        yes = button(self.tr("Yes, remove"), "member.remove.yes", self.theme, rank=Rank.PRIMARY, sign=Sign.REMOVE)
        yes.clicked.connect(self._do_remove)
        no = button(self.tr("No, keep"), "member.remove.no", self.theme)
        no.clicked.connect(lambda: self._be_sure(False))
        line = across(spacing=GRID)
        line.addStretch(1)
        line.addWidget(no)
        line.addWidget(yes)
        asked = QWidget()
        asked.setLayout(line)
        return asked

    def _make_forgotten(self) -> QFrame:
        said = self.tr(
            "For somebody who forgot theirs. Let them type it themselves; the old one opens nothing any more. It is"
            " written down that you did this."
        )
        column = down(
            down(text(self.tr("A new passphrase"), Voice.LEAD), text(said, Voice.QUIET), spacing=GRID // 2),
            self._new,
            down(
                text(self.tr("Your own passphrase"), Voice.STRONG),
                self._own,
                text(self.tr("So that nobody else gives access at your desk."), Voice.CAPTION),
                spacing=GRID,
            ),
        )
        column.addWidget(self._give, 0, Qt.AlignmentFlag.AlignRight)
        return card(column, margin=3 * GRID)

    def _make_leaving(self) -> QFrame:
        points = down(spacing=GRID)
        for sign, said in (
            (Sign.GOOD, self.tr("They can no longer log in on this device, from this moment on.")),
            (
                Sign.GOOD,
                self.tr("What they did stays in the record under their name; the name is never given again."),
            ),
            (
                Sign.ATTENTION,
                self.tr("They may have kept the key of this site. Change the key afterwards; the page Team offers it."),
            ),
            (Sign.ATTENTION, self.tr("On every other device of this site they must be removed as well.")),
        ):
            line = across(spacing=GRID)
            line.addWidget(mark(sign, self.theme), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(text(said), 1)
            points.addLayout(line)
        column = down(text(self.tr("Remove from this device"), Voice.LEAD), points)
        column.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self._sure)
        framed = card(column, Tone.PLAIN, margin=3 * GRID)
        framed.setObjectName("member.leaving")
        return framed
