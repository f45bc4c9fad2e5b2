"""The left rail: where one can go, who is logged in, and the way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from retnet_pro.conduct.alerts import AlertCount
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Right, may
from retnet_pro.gui import words
from retnet_pro.gui.staff.pieces import Rank, Voice, button, down, hairline, text
from retnet_pro.gui.staff.signs import Sign, spaced_icon
from retnet_pro.gui.theme import GRID, Theme

WIDTH_PX = 26 * GRID


class Rail(QFrame):
    """Reports which place somebody asks for; shows which one is current."""

    asked = Signal(str)
    """`today`, `participants`, `alerts`, `study`, `safe`, `team` or `audit`."""
    passphrase_asked = Signal()
    locked = Signal()
    look_changed = Signal()

    def __init__(self, theme: Theme, person: Person, site: str, study_label: str) -> None:
        super().__init__()
        self.setProperty("card", "rail")
        self.setFixedWidth(WIDTH_PX)
        self._theme = theme
        self._places: dict[str, QPushButton] = {}
        column = down(spacing=GRID // 2)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.addWidget(text("RETNET-Pro", Voice.LEAD, name="rail.program"))
        column.addWidget(text(site, Voice.CAPTION, name="rail.site"))
        column.addSpacing(2 * GRID)
        if may(person.role, Right.READ_RESPONSES):
            self._add(column, "today", self.tr("Today"), Sign.TODAY)
            self._add(column, "participants", self.tr("Participants"), Sign.PEOPLE)
            self._add(column, "alerts", self.tr("Alerts"), Sign.ALERT)
            self._add(column, "study", self.tr("Completion"), Sign.COMPLETION)
        self._add(column, "safe", self.tr("Safe && sent"), Sign.SAFE)
        if may(person.role, Right.MANAGE_STAFF):
            self._add(column, "team", self.tr("Team"), Sign.TEAM)
        if may(person.role, Right.READ_TRAIL):
            self._add(column, "audit", self.tr("Audit trail"), Sign.AUDIT)
        column.addStretch(1)
        column.addWidget(_label_of_study(study_label))
        column.addSpacing(GRID)
        column.addWidget(hairline())
        column.addSpacing(GRID)
        self._add_person(column, person)
        self.setLayout(column)

    def stand_at(self, place: str) -> None:
        """Mark the current place."""
        for name, made in self._places.items():
            made.setChecked(name == place)

    def count_alerts(self, count: AlertCount) -> None:
        """Say beside the place of the alerts how many wait, and by a sign whether one waits for too long."""
        made = self._places["alerts"]
        title = self.tr("Alerts")
        made.setText(f"{title} ({count.open})" if count.open else title)
        tokens = self._theme.tokens
        sign, colour = (Sign.URGENT, tokens.red) if count.overdue else (Sign.ALERT, tokens.ink)
        made.setIcon(spaced_icon(sign, colour, tokens.muted))
        late = self.tr("{count} overdue").format(count=count.overdue)
        made.setToolTip(late if count.overdue else "")

    def _add(self, column: QVBoxLayout, place: str, title: str, sign: Sign) -> None:
        made = button(title, f"rail.{place}", self._theme, rank=Rank.RAIL, sign=sign, checkable=True)
        made.clicked.connect(lambda: self.asked.emit(place))
        self._places[place] = made
        column.addWidget(made)

    def _add_person(self, column: QVBoxLayout, person: Person) -> None:
        column.addWidget(text(person.name, Voice.STRONG, name="rail.person"))
        column.addWidget(text(words.word(person.role), Voice.CAPTION, name="rail.role"))
        column.addSpacing(GRID)
        passphrase = button(self.tr("My passphrase"), "rail.passphrase", self._theme, rank=Rank.RAIL, sign=Sign.KEY)
        passphrase.clicked.connect(self.passphrase_asked)
        look = button(self.tr("Colours"), "rail.look", self._theme, rank=Rank.RAIL, sign=Sign.CONTRAST)
        look.clicked.connect(self.look_changed)
        lock = button(self.tr("Lock"), "rail.lock", self._theme, sign=Sign.LOCK)
        lock.clicked.connect(self.locked)
        column.addWidget(passphrase)
        column.addWidget(look)
        column.addWidget(lock)


def _label_of_study(study_label: str) -> QWidget:
    label: QLabel = text(study_label, Voice.CAPTION, name="rail.label")
    label.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return label
