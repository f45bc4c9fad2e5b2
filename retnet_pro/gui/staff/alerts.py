"""The worklist of alerts by deadline, and the history of all; a row leads to one alert, a button to a copy (E85)."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QLineEdit

from retnet_pro.conduct.desk import Desk
from retnet_pro.gui import words
from retnet_pro.gui.staff import alert_said
from retnet_pro.gui.staff.alerts_view import AlertRow, AlertsView, alerts
from retnet_pro.gui.staff.house import Paper
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Rank, Tone, Voice, across, button, text
from retnet_pro.gui.staff.signs import Sign, icon
from retnet_pro.gui.staff.table import Column, Table
from retnet_pro.gui.theme import GRID

LINES_PX = 8 * GRID
_SUBJECT = 1
"""Column of the study code."""


class AlertsPage(Page):
    """Shows an `AlertsView`; reports which alert is to be opened."""

    alert_asked = Signal(object)
    """The `AlertRow`."""
    counted = Signal(object)
    """The `AlertCount`."""

    def __init__(self, room: Room, desk: Desk, paper: Paper) -> None:
        super().__init__(room, self.tr("Alerts"), name="alerts")
        self._desk = desk
        self._paper = paper
        for ending, title, sign in (("csv", self.tr("Table"), Sign.TABLE), ("pdf", self.tr("PDF"), Sign.PAPER)):
            made = button(title, f"alerts.{ending}", self.theme, sign=sign)
            made.clicked.connect(lambda _=False, ending=ending: self._choose_copy(ending))
            self.acts.addWidget(made)
        self.table = Table("alerts.table", self._columns(), sorts=False, wraps=True, row_px=LINES_PX)
        self.table.chosen.connect(self._open)
        self.search = self._make_search()
        self._none = text(self.tr("No alert waits for anybody."), Voice.QUIET, name="alerts.none")
        self._kinds = QButtonGroup(self)
        bar = across(spacing=GRID)
        for key, title in (("open", self.tr("Open")), ("all", self.tr("All"))):
            tab = button(title, f"alerts.show.{key}", self.theme, rank=Rank.SEGMENT, checkable=True)
            tab.clicked.connect(lambda _=False, key=key: self._ask(whole=key == "all"))
            tab.setChecked(key == "open")
            self._kinds.addButton(tab)
            bar.addWidget(tab)
        bar.addWidget(self.search)
        bar.addStretch(1)
        self._open_tab = self._kinds.buttons()[0]
        self.body.addLayout(bar)
        self.body.addWidget(self._none)
        self.body.addWidget(self.table, 1)

    def open(self) -> None:
        """Show the open alerts of everybody as they stand now."""
        self.hush()
        self.search.clear()
        self._open_tab.setChecked(True)
        self._ask(whole=False)

    def present(self, view: AlertsView) -> None:
        """Show these facts."""
        self.head(self.tr("Alerts"), alert_said.counted(view.count))
        self.counted.emit(view.count)
        self._none.setVisible(not view.rows)
        self.table.setVisible(bool(view.rows))
        self.table.present(view.rows)

    def save_copy(self, path: Path, *, as_table: bool) -> None:
        """Copy the history of all alerts, as after the file dialog."""
        self.hush()
        said = self.tr("The history of the alerts is in {path}. The copy is written down in the trail.").format(
            path=path
        )
        self.ask(
            lambda: self._paper.alerts(self._desk, path, as_table=as_table),
            lambda _: self.notice(said, Sign.GOOD, Tone.ACCENT),
        )

    def _make_search(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("alerts.search")
        field.setPlaceholderText(self.tr("Study code"))
        field.setAccessibleName(self.tr("Search by study code"))
        field.setClearButtonEnabled(True)
        field.addAction(icon(Sign.SEARCH, self.theme.tokens.muted), QLineEdit.ActionPosition.LeadingPosition)
        field.setMaximumWidth(26 * GRID)
        self.table.proxy.setFilterKeyColumn(_SUBJECT)
        field.textChanged.connect(self.table.proxy.setFilterFixedString)
        return field

    def _ask(self, *, whole: bool) -> None:
        self.ask(lambda: alerts(self._desk, whole=whole), self.present)

    def _open(self, index: QModelIndex) -> None:
        self.alert_asked.emit(self.table.row_at(index))

    def _choose_copy(self, ending: str) -> None:
        title = self.tr("Save the history of the alerts")
        path, _ = QFileDialog.getSaveFileName(self, title, f"alerts.{ending}", f"{ending.upper()} (*.{ending})")
        if path:
            self.save_copy(Path(path), as_table=ending == "csv")

    def _sign(self, row: AlertRow) -> QIcon:
        tokens = self.theme.tokens
        if row.is_overdue:
            return icon(Sign.URGENT, tokens.red)
        if row.listed.fact.is_open:
            return icon(Sign.CLOSING, tokens.amber)
        return icon(Sign.GOOD, tokens.accent)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(
                title=self.tr("Deadline"),
                says=lambda row: f"{alert_said.deadline(row)}\n{words.instant(row.listed.fact.deadline.isoformat())}",
                sign=self._sign,
                width_px=27 * GRID,
            ),
            Column(
                title=self.tr("Study code"),
                says=lambda row: f"{row.listed.subject}\n{row.listed.visit_title}",
                width_px=18 * GRID,
            ),
            Column(
                title=self.tr("What was answered"),
                says=lambda row: f"{alert_said.what(row.listed)}\n{alert_said.value(row.listed)}",
                stretches=True,
            ),
            Column(
                title=self.tr("State"),
                says=lambda row: "\n".join((alert_said.state(row), self._whose(row))),
                stretches=True,
            ),
        )

    def _whose(self, row: AlertRow) -> str:
        age = self.tr("{span} old").format(span=alert_said.lasting(row.age))
        return f"{self.tr('For: {who}').format(who=row.listed.fact.alert.who)} · {age}"
