"""The audit trail: every event of this device, newest first, filtered, looked at one by one, copied (rule P17)."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QProgressBar

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.site_facts import Delivery
from retnet_pro.conduct.trail import PAGE, Check, Trail, Wanted, check, narrow
from retnet_pro.conduct.trail_line import Line
from retnet_pro.gui import words
from retnet_pro.gui.staff import trail_said
from retnet_pro.gui.staff.audit_details import LineDetails
from retnet_pro.gui.staff.audit_filter import AuditFilter
from retnet_pro.gui.staff.audit_view import AuditView, audit
from retnet_pro.gui.staff.house import Paper, Printing
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Tone, Voice, across, button, text
from retnet_pro.gui.staff.signs import Sign, icon
from retnet_pro.gui.staff.table import Column, Table
from retnet_pro.gui.theme import GRID

PERSON_COLUMN, CONCERNS_COLUMN = 2, 4
"""Columns that make room for the details, which say the same."""


class AuditPage(Page):
    """Shows lines as somebody asks for more of them; each line can be opened beside the table."""

    def __init__(self, room: Room, desk: Desk, paper: Paper) -> None:
        super().__init__(room, self.tr("Audit trail"), name="audit")
        self._desk = desk
        self._paper = paper
        self._trail: Trail | None = None
        self._wanted = 0
        self._filter = AuditFilter(self.theme)
        self._filter.asked.connect(self.show_only)
        self._copies = {
            ending: button(title, f"audit.{ending}", self.theme, sign=sign)
            for ending, title, sign in (("csv", self.tr("Table"), Sign.TABLE), ("pdf", self.tr("PDF"), Sign.PAPER))
        }
        for ending, made in self._copies.items():
            made.clicked.connect(lambda _=False, ending=ending: self._choose_copy(ending))
            self.acts.addWidget(made)
        self._busy = QProgressBar()
        self._busy.setObjectName("audit.busy")
        self._busy.setTextVisible(False)
        self._busy.setRange(0, 0)
        self.table = Table("audit.table", self._columns(), sorts=False, wraps=True)
        self.table.selectionModel().currentRowChanged.connect(lambda index, _: self._open_line(index))
        self.table.chosen.connect(self._open_line)
        self._details = LineDetails(self.theme)
        self._details.closed.connect(self._close_details)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._close_details)
        self._count = text("", Voice.QUIET, name="audit.count")
        self._more = button(self.tr("Show more"), "audit.more", self.theme, sign=Sign.MORE)
        self._more.clicked.connect(self._ask_more)
        self.body.addWidget(self._filter)
        self.body.addWidget(self._busy)
        sides = across(self.table, self._details)
        sides.setStretch(0, 1)
        self.body.addLayout(sides, 1)
        below = across(spacing=GRID)
        below.addWidget(self._count, 1)
        below.addWidget(self._more)
        self.body.addLayout(below)
        self._busy.hide()
        self._details.hide()

    def open(self) -> None:
        """Open the trail as it stands now, without a filter; this is written down."""
        self.hush()
        self.ask(lambda: audit(self._desk), self.present)

    def present(self, view: AuditView) -> None:
        """Show the newest lines."""
        said = self.tr("Every event of this device, newest first. Looking here is written down as well.")
        self.head(self.tr("Audit trail"), said)
        self._filter.offer(view)
        self._begin(view.trail)

    def show_only(self, wanted: Wanted) -> None:
        """Show only what fits a filter."""
        self.hush()
        self._busy.show()
        self.ask(lambda: narrow(self._desk, wanted), self._begin)

    def save_copy(self, path: Path, *, as_table: bool) -> None:
        """Copy everything that fits the filter shown, as after the file dialog; the file is called as it was named."""
        trail = self._trail
        if trail is None:
            return
        self.hush()
        self._set_copying(True)
        wanted = trail.wanted
        self.room.errands.run(
            lambda: self._paper.trail(self._desk, wanted, path, as_table=as_table),
            lambda printing: self._go_on(printing, path),
            self.complain,
        )

    def complain(self, error: Exception) -> None:
        """Show the failure; what is shown stays."""
        self._set_copying(False)
        super().complain(error)

    def _begin(self, trail: Trail) -> None:
        self._trail = trail
        self._close_details()
        self.table.present(())
        self._ask_more()

    def _ask_more(self) -> None:
        self._wanted = self.table.rows_model.rowCount() + PAGE
        self._more.setEnabled(False)
        self._busy.show()
        self._read()

    def _read(self) -> None:
        trail = self._trail
        if trail is not None:
            self.ask(trail.more, lambda lines: self._add(trail, lines))

    def _add(self, trail: Trail, lines: tuple[Line, ...]) -> None:
        self.table.add(lines)
        if not trail.is_complete and self.table.rows_model.rowCount() < self._wanted:
            self._read()
            return
        self._busy.hide()
        self._more.setEnabled(True)
        self._more.setVisible(not trail.is_complete)
        self._count.setText(self._counted(trail))

    def _counted(self, trail: Trail) -> str:
        rows = self.table.rows_model.rows
        if not rows:
            return self.tr("No event fits.")
        if trail.is_complete:
            return self.tr("All {count} events that fit are shown.").format(count=trail_said.number(len(rows)))
        said = self.tr("{count} events shown, back to event {seq}. There are more.")
        return said.format(count=trail_said.number(len(rows)), seq=trail_said.number(rows[-1].seq))

    def _open_line(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        line: Line = self.table.row_at(index)
        self.room.errands.run(
            lambda: check(self._desk, line), lambda checked: self._show_line(line, checked), self.complain
        )

    def _show_line(self, line: Line, checked: Check) -> None:
        index = self.table.currentIndex()
        if not index.isValid() or self.table.row_at(index) is not line:
            return  # somebody is already at another line
        self._details.present(line, checked)
        self._show_details(True)
        self.table.scrollTo(index)

    def _close_details(self) -> None:
        self._show_details(False)
        self.table.setCurrentIndex(QModelIndex())

    def _show_details(self, shown: bool) -> None:
        self._details.setVisible(shown)
        for place in (PERSON_COLUMN, CONCERNS_COLUMN):
            self.table.setColumnHidden(place, shown)

    def _choose_copy(self, ending: str) -> None:
        title = self.tr("Save the audit trail")
        path, _ = QFileDialog.getSaveFileName(self, title, f"audit-trail.{ending}", f"{ending.upper()} (*.{ending})")
        if path:
            self.save_copy(Path(path), as_table=ending == "csv")

    def _go_on(self, printing: Printing, path: Path) -> None:
        self.room.errands.run(printing.advance, lambda more: self._copied(printing, path, more), self.complain)

    def _copied(self, printing: Printing, path: Path, more: bool) -> None:
        if more:
            self._count.setText(
                self.tr("Copying: {count} events so far").format(count=trail_said.number(printing.count))
            )
            self._go_on(printing, path)
            return
        self._set_copying(False)
        said = self.tr("{count} events are in {path}. The copy is written down in the trail.")
        self.notice(said.format(count=trail_said.number(printing.count), path=path), Sign.GOOD, Tone.ACCENT)

    def _set_copying(self, copying: bool) -> None:
        self._busy.setVisible(copying)
        for made in self._copies.values():
            made.setEnabled(not copying)
        if self._trail is not None and not copying:
            self._count.setText(self._counted(self._trail))

    def _columns(self) -> tuple[Column, ...]:
        tokens = self.theme.tokens
        received, waiting = icon(Sign.GOOD, tokens.accent), icon(Sign.MINUTES, tokens.muted)
        return (
            Column(
                title=self.tr("No."),
                says=lambda line: trail_said.number(line.seq),
                sign=lambda line: received if line.delivery is Delivery.RECEIVED else waiting,
                hint=lambda line: words.word(line.delivery),
                width_px=11 * GRID,
            ),
            Column(title=self.tr("Time"), says=trail_said.time, width_px=18 * GRID),
            Column(title=self.tr("Person"), says=trail_said.author, width_px=17 * GRID),
            Column(title=self.tr("Act"), says=trail_said.act, stretches=True),
            Column(title=self.tr("Concerns"), says=trail_said.concerns, stretches=True),
        )
