"""All participants of the site in one table that sorts and filters; a click opens a participant."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.erased import Erasure
from retnet_pro.gui import words
from retnet_pro.gui.staff.house import Paper
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.people_view import PeopleView, PersonRow, people
from retnet_pro.gui.staff.pieces import Rank, Tone, Voice, button, clear, down, text
from retnet_pro.gui.staff.signs import Sign, icon
from retnet_pro.gui.staff.table import Column, Table
from retnet_pro.gui.theme import GRID

ARM_COLUMN = 2


class PeoplePage(Page):
    """Shows a `PeopleView`; reports who is to be opened."""

    participant_asked = Signal(str)
    enrol_asked = Signal()

    def __init__(self, room: Room, desk: Desk, paper: Paper) -> None:
        super().__init__(room, self.tr("Participants"), name="participants")
        self._desk = desk
        self._paper = paper
        self._copy = button(self.tr("Forms as CSV"), "participants.copy", self.theme, sign=Sign.COPY)
        self._copy.clicked.connect(self._choose_copy)
        self.acts.addWidget(self._copy)
        self._enrol = button(
            self.tr("Enrol a participant"), "participants.enrol", self.theme, rank=Rank.PRIMARY, sign=Sign.ADD
        )
        self._enrol.clicked.connect(self.enrol_asked)
        self.acts.addWidget(self._enrol)
        self.table = Table("participants.table", self._columns(), row_px=7 * GRID)
        self.table.chosen.connect(self._open)
        self.body.addWidget(self._make_filter())
        self.body.addWidget(self.table, 1)
        self._erased = down(spacing=GRID)
        self.body.addLayout(self._erased)

    def open(self) -> None:
        """Show the participants as they stand now."""
        self.hush()
        self.ask(lambda: people(self._desk), self.present)

    def present(self, view: PeopleView) -> None:
        """Show these facts; the arm's column exists only for roles that may see it (rule P21)."""
        self.head(self.tr("Participants"), self.tr("{count} at this site").format(count=len(view.rows)))
        self._enrol.setVisible(view.may_enrol)
        self._copy.setEnabled(bool(view.rows))
        self.table.setColumnHidden(ARM_COLUMN, not view.sees_arm)
        self.table.present(view.rows)
        clear(self._erased)
        if view.erasures:
            self._erased.addWidget(text(self.tr("Erased by order"), Voice.STRONG))
        for one, is_confirmed in view.erasures:
            self._erased.addWidget(text(self._gone(one, is_confirmed), name=f"participants.erased.{one.seq}"))

    def save_copy(self, path: Path) -> None:
        """Write the closed forms of staff of all participants as a table, as after the file dialog."""
        self.hush()
        said = self.tr("The forms are in {path}. The copy is written down in the trail.").format(path=path)
        self.ask(
            lambda: self._paper.clinic_forms(self._desk, "", path), lambda _: self.notice(said, Sign.GOOD, Tone.ACCENT)
        )

    def _choose_copy(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the forms of staff"), "forms.csv", "CSV (*.csv)")
        if path:
            self.save_copy(Path(path))

    def _open(self, index: QModelIndex) -> None:
        self.participant_asked.emit(self.table.row_at(index).subject)

    def _make_filter(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("participants.filter")
        field.setPlaceholderText(self.tr("Filter: study code, visit …"))
        field.setAccessibleName(self.tr("Filter"))
        field.setClearButtonEnabled(True)
        field.addAction(icon(Sign.SEARCH, self.theme.tokens.muted), QLineEdit.ActionPosition.LeadingPosition)
        field.textChanged.connect(self.table.proxy.setFilterFixedString)
        return field

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("Study code"), says=lambda row: row.subject, width_px=14 * GRID),
            Column(
                title=self.tr("Enrolled"),
                says=lambda row: words.day(row.enrolled),
                sorts=_order("enrolled"),
                width_px=14 * GRID,
            ),
            Column(title=self.tr("Arm"), says=lambda row: row.arm or "\u2013", stretches=True),
            Column(
                title=self.tr("Cycles"),
                width_px=9 * GRID,
                hint=lambda row: self.tr("{count} embolizations").format(count=row.embolizations),
                says=lambda row: str(row.embolizations),
                sorts=lambda row: row.embolizations,
                is_number=True,
            ),
            Column(
                title=self.tr("Answered"),
                width_px=14 * GRID,
                says=lambda row: words.day(row.last_response) if row.last_response else "\u2013",
                sorts=_order("last_response"),
            ),
            Column(title=self.tr("Next visit"), says=self._coming, sorts=_order("next_opens"), stretches=True),
        )

    def _gone(self, one: Erasure, is_confirmed: bool) -> str:
        what = self.tr("everything") if one.is_whole else self.tr("questionnaires: {n}").format(n=len(one.sessions))
        said = self.tr("{subject}, {what}. Ordered by {authority}, {reference}; carried out {at}, event {seq}.").format(
            subject=one.subject, what=what, authority=one.order.authority, reference=one.order.reference,
            at=words.instant(one.at), seq=one.seq,
        )  # fmt: skip
        if is_confirmed:
            return f"{said} " + self.tr("The centre has confirmed that it erased them too.")
        return f"{said} " + self.tr("Not yet confirmed by the centre: send and fetch receipts.")

    def _coming(self, row: PersonRow) -> str:
        if row.stopped:
            return self.tr("Died") if row.stopped == "died" else self.tr("Withdrew")
        if row.next_opens is None:
            return "\u2013"
        return f"{row.next_visit} · {words.day(row.next_opens)}"


def _order(name: str) -> Callable[[PersonRow], str]:
    """Sort by a date; rows without one come last."""
    return lambda row: (getattr(row, name) or date.max).isoformat()
