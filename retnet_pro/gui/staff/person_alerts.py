"""The alerts of one participant, as lines on the participant's page: the most urgent, and how many others there are."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from retnet_pro.gui.staff import alert_said
from retnet_pro.gui.staff.alerts_view import AlertRow
from retnet_pro.gui.staff.pieces import Rank, Tone, Voice, across, button, chip, clear, down, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme

SHOWN = 2
"""Open alerts that have a line of their own, so that the page stays that of the participant. Choice of this project."""


class PersonAlerts(QWidget):
    """Shows rows of alerts; reports which one is to be opened."""

    asked = Signal(object)
    """The `AlertRow`."""
    rest_asked = Signal()
    """The open ones that have no line here."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines = down(spacing=GRID // 2)
        self._settled = button("", "person.alerts.settled", theme, rank=Rank.QUIET)
        self._settled.setCheckable(True)
        self._settled.toggled.connect(lambda _: self._show())
        self._rest = button("", "person.alerts.rest", theme, rank=Rank.QUIET)
        self._rest.clicked.connect(self.rest_asked)
        self._rows: tuple[AlertRow, ...] = ()
        whole = down(self._lines, spacing=0)
        whole.addWidget(self._rest, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self._settled, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(whole)

    def present(self, rows: tuple[AlertRow, ...]) -> None:
        """Show these, the open ones first and by deadline; nothing at all where there never was an alert."""
        is_open = [row.listed.fact.is_open for row in rows]
        settled, rest = is_open.count(False), is_open.count(True) - SHOWN
        self._rows = (*rows[:SHOWN], *(row for row in rows[SHOWN:] if not row.listed.fact.is_open))
        self._rest.setText(self.tr("Open alerts not shown here: {count}").format(count=rest))
        self._rest.setVisible(rest > 0)
        self._settled.setChecked(False)
        self._settled.setText(self.tr("Settled alerts: {count}").format(count=settled))
        self._settled.setVisible(bool(settled))
        self.setVisible(bool(rows))
        self._show()

    def _show(self) -> None:
        clear(self._lines)
        for row in self._rows:
            if row.listed.fact.is_open or self._settled.isChecked():
                self._lines.addWidget(self._line(row))

    def _line(self, row: AlertRow) -> QWidget:
        fact = row.listed.fact
        tone = Tone.RED if row.is_overdue else Tone.AMBER if fact.is_open else Tone.PLAIN
        sign = Sign.URGENT if row.is_overdue else Sign.ALERT if fact.is_open else Sign.GOOD
        said = f"{row.listed.visit_title} \N{MIDDLE DOT} {alert_said.what(row.listed)}"
        show = button(self.tr("Show the alert"), f"person.alert.{fact.seq}.{fact.alert.rule}", self._theme)
        show.clicked.connect(lambda: self.asked.emit(row))
        line = across(chip(alert_said.deadline(row), sign, self._theme, tone=tone), spacing=2 * GRID)
        line.addWidget(text(said, Voice.BODY), 1)
        line.addWidget(show, 0, Qt.AlignmentFlag.AlignVCenter)
        holder = QWidget()
        holder.setLayout(line)
        return holder
