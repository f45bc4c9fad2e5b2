"""The filter above the audit trail: person, kind, participant, days. Nothing happens before somebody asks for it."""

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDateEdit, QWidget

from retnet_pro.conduct.trail import Wanted
from retnet_pro.conduct.trail_kinds import Group
from retnet_pro.gui import words
from retnet_pro.gui.staff import trail_said
from retnet_pro.gui.staff.audit_view import AuditView
from retnet_pro.gui.staff.enrol import chosen_day, date_field
from retnet_pro.gui.staff.pieces import Voice, across, button, down, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme


class AuditFilter(QWidget):
    """Reports the filter that somebody asked for."""

    asked = Signal(object)
    """The `Wanted`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._first = self._today = date.min
        self._who = _choice("audit.who", self.tr("Person"))
        self._group = _choice("audit.group", self.tr("Kind of event"))
        self._subject = _choice("audit.subject", self.tr("Participant"))
        self._from = date_field("audit.from", self.tr("From"))
        self._to = date_field("audit.to", self.tr("To"))
        self._apply = button(self.tr("Show"), "audit.apply", theme, sign=Sign.SEARCH)
        self._apply.clicked.connect(self._ask)
        # Enter in any field does what the button does, as in a search.
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._ask)
        above = across(self._who, self._group, self._subject, spacing=GRID)
        for place, share in enumerate((5, 6, 5)):
            above.setStretch(place, share)
        below = across(
            text(self.tr("From"), Voice.QUIET, wrap=False),
            self._from,
            text(self.tr("To"), Voice.QUIET, wrap=False),
            self._to,
            spacing=GRID,
        )
        below.addStretch(1)
        below.addWidget(self._apply)
        self.setLayout(down(above, below, spacing=GRID))

    def offer(self, view: AuditView) -> None:
        """Start with nothing narrowed."""
        self._first, self._today = view.first, view.today
        self._who.clear()
        self._who.addItem(self.tr("Everybody"), "")
        for who in view.people:
            self._who.addItem(trail_said.person(who), who)
        self._group.clear()
        self._group.addItem(self.tr("All kinds of events"), "")
        for group in Group:
            self._group.addItem(words.word(group), group.value)
        self._subject.setVisible(view.subjects is not None)
        self._subject.clear()
        self._subject.addItem(self.tr("All participants"), "")
        for subject in view.subjects or ():
            self._subject.addItem(subject, subject)
        for field, day in ((self._from, view.first), (self._to, view.today)):
            field.setDate(QDate(day.year, day.month, day.day))

    def wanted(self) -> Wanted:
        """Return the filter as it is set; days that were left as they were do not narrow."""
        group = str(self._group.currentData() or "")
        return Wanted(
            who=str(self._who.currentData() or ""),
            group=Group(group) if group else None,
            subject=str(self._subject.currentData() or ""),
            first=_moved(self._from, self._first),
            last=_moved(self._to, self._today),
        )

    def _ask(self) -> None:
        self.asked.emit(self.wanted())


def _choice(name: str, title: str) -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setToolTip(title)
    made.setMinimumWidth(1)
    return made


def _moved(field: QDateEdit, start: date) -> date | None:
    day = chosen_day(field)
    return None if day == start else day
