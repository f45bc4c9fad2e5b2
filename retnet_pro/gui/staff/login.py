"""The lock screen: choose a name, type a passphrase, get in. It never waits for the slow key derivation."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout, QWidget

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.pen import Leaving
from retnet_pro.conduct.ports import Person
from retnet_pro.errors import Code, Refusal
from retnet_pro.gui import words
from retnet_pro.gui.staff.banner import mode_banner
from retnet_pro.gui.staff.errand import Errands
from retnet_pro.gui.staff.house import Door
from retnet_pro.gui.staff.pieces import Choices, Rank, Tone, Voice, across, button, card, clear, down, mark, text
from retnet_pro.gui.staff.secret import SecretField
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme

CARD_PX = 60 * GRID


class LoginPage(QWidget):
    """Reports the desk of whoever has logged in."""

    tried = Signal()
    """A passphrase is being tried, which takes a moment."""
    opened = Signal(object)
    """The `Desk`."""

    def __init__(self, door: Door, errands: Errands, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("login")
        self.setProperty("ground", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._door = door
        self._errands = errands
        self._theme = theme
        self._wait_s = 0
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._count_down)
        self._passphrase = SecretField(theme, "login.passphrase", self.tr("Passphrase"), show_name="login.show")
        self._passphrase.entered.connect(self._try)
        self._people = Choices(theme, "login.user")
        self._people.chosen.connect(lambda _: self._passphrase.setFocus())
        self._enter = button(self.tr("Log in"), "login.enter", theme, rank=Rank.PRIMARY)
        self._enter.clicked.connect(self._try)
        self._busy = _busy_line()
        self._message = down(spacing=0)
        self._lay_out()
        errands.run(door.people, self._offer, self._complain)
        errands.run(door.leaving, self._say_gone, self._complain)

    def _offer(self, people: tuple[Person, ...]) -> None:
        self._people.offer((person.user, f"{person.name}  ·  {words.word(person.role)}") for person in people)
        if len(people) == 1:
            self._people.choose(people[0].user)

    def _say_gone(self, gone: Leaving | None) -> None:
        """Say to whoever finds the tablet, also to a participant, that nobody is to use it here."""
        if gone is not None:
            self._say(words.sentence(Refusal(Code.DEVICE_LEFT, site=gone.to, at=gone.at[:10])))

    def _try(self) -> None:
        if not self._enter.isEnabled():
            return
        user, passphrase = self._people.current(), self._passphrase.value()
        if not user:
            self._say(self.tr("Choose your name first."))
        elif not passphrase:
            self._say(self.tr("Type your passphrase."))
        else:
            self._set_busy(True)
            self._errands.run(self._knock(user, passphrase), self._let_in, self._complain)
            self.tried.emit()

    def _knock(self, user: str, passphrase: str) -> Callable[[], Desk]:
        return lambda: self._door.login(user, passphrase)

    def _let_in(self, desk: Desk) -> None:
        self._passphrase.forget()
        self._set_busy(False)
        self.opened.emit(desk)

    def _complain(self, error: Exception) -> None:
        self._set_busy(False)
        self._passphrase.line.selectAll()
        self._passphrase.setFocus()
        self._say(words.sentence(error))
        if isinstance(error, Refusal) and error.code is Code.LOGIN_THROTTLED:
            self._begin_wait(error.facts.get("seconds"))

    def _begin_wait(self, seconds: object) -> None:
        self._wait_s = max(1, round(seconds)) if isinstance(seconds, int | float) else 1
        self._enter.setEnabled(False)
        self._second.start()

    def _count_down(self) -> None:
        self._wait_s -= 1
        if self._wait_s > 0:
            self._say(words.sentence(Refusal(Code.LOGIN_THROTTLED, seconds=self._wait_s)))
            return
        self._second.stop()
        self._enter.setEnabled(True)
        self._say(self.tr("You can try again now."))

    def _say(self, said: str) -> None:
        clear(self._message)
        line = across(mark(Sign.INFORMATION, self._theme, tone=Tone.AMBER), spacing=GRID)
        line.addWidget(text(said, name="login.message"), 1)
        self._message.addWidget(card(line, Tone.AMBER))

    def _set_busy(self, busy: bool) -> None:
        self._busy.setRange(0, 0 if busy else 1)
        self._busy.setVisible(busy)
        self._passphrase.setEnabled(not busy)
        self._enter.setEnabled(not busy and not self._wait_s)

    def _lay_out(self) -> None:
        whole = down(spacing=0)
        banner = mode_banner(self._door.mode, self._theme)
        if banner is not None:
            whole.addWidget(banner)
        whole.addStretch(2)
        middle = across(spacing=0)
        middle.addStretch(1)
        middle.addWidget(self._form())
        middle.addStretch(1)
        whole.addLayout(middle)
        label = text(self._door.study_label, Voice.CAPTION, name="login.study", wrap=False)
        whole.addSpacing(2 * GRID)
        whole.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)
        self.setLayout(whole)

    def _form(self) -> QFrame:
        column: QVBoxLayout = down(
            down(
                text("RETNET-Pro", Voice.TITLE, wrap=False),
                text(self._door.site_title, Voice.QUIET, name="login.site", wrap=False),
                spacing=0,
            ),
            down(text(self.tr("Who are you?"), Voice.STRONG), self._people, spacing=GRID),
            down(text(self.tr("Passphrase"), Voice.STRONG), self._passphrase, spacing=GRID),
            self._message,
            down(self._enter, self._busy, spacing=GRID),
        )
        form = card(column, margin=4 * GRID)
        form.setFixedWidth(CARD_PX)
        return form


def _busy_line() -> QProgressBar:
    line = QProgressBar()
    line.setObjectName("login.busy")
    line.setTextVisible(False)
    line.setRange(0, 1)
    policy = line.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    line.setSizePolicy(policy)
    line.hide()
    return line
