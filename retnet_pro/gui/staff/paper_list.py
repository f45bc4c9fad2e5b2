"""The forms on paper of a participant that two people have not both read in yet (rule E93)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.paper import PaperForm
from retnet_pro.conduct.paper_recording import is_agreed
from retnet_pro.conduct.roles import Right
from retnet_pro.gui import words
from retnet_pro.gui.staff.pieces import Tone, Voice, across, button, clear, down, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme
from retnet_pro.record.transcript import Round
from retnet_pro.study.visits import planned_visits


class Next(StrEnum):
    """What a form on paper waits for."""

    SECOND = "second"
    OTHER_PERSON = "other-person"
    """The second reading, which this person cannot do."""
    SETTLE = "settle"
    RECORD = "record"
    """Nothing but the recording, which stopped half-way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """One form on paper in words."""

    one: PaperForm
    form: str
    visit: str
    next: Next


def paper_rows(desk: Desk, subject: str) -> tuple[PaperRow, ...]:
    """Return the forms on paper of a participant that wait; none for roles that cannot read them in."""
    if not desk.may(Right.HAND_OVER):
        return ()
    titles = {visit.id: visit.title for visit in planned_visits(desk.study, desk.participant(subject))}
    return tuple(
        PaperRow(
            one=one,
            form=desk.library.instrument(one.instrument).title,
            visit=titles.get(one.visit, one.visit),
            next=_next(desk, one),
        )
        for one in desk.site.papers.values()
        if one.subject == subject
    )


def _next(desk: Desk, one: PaperForm) -> Next:
    if Round.SECOND in one.readings:
        return Next.RECORD if is_agreed(desk, one.ses) else Next.SETTLE
    return Next.OTHER_PERSON if one.readings[Round.FIRST].who == desk.person.user else Next.SECOND


class PaperList(QWidget):
    """Shows `PaperRow`s, and the way to read in another form."""

    new_asked = Signal()
    reading_asked = Signal(str)
    """The session; whether a second reading or a look at the paper is due stands in the record."""
    scan_asked = Signal(str)
    """The session of a form that has no scan yet."""
    show_asked = Signal(str)
    """The session of a form whose scan somebody wants to see."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows = down(spacing=GRID)
        self.new = button(self.tr("Read in a paper form\u2026"), "person.paper", theme, sign=Sign.PAPER)
        """The way to another form; the page puts it where its other ways are."""
        self.new.clicked.connect(self.new_asked)
        self.setLayout(down(self._rows, spacing=GRID))

    def present(self, rows: Sequence[PaperRow], *, may_enter: bool) -> None:
        """Show these; nothing at all for roles that do not read in paper."""
        clear(self._rows)
        self.new.setVisible(may_enter)
        self.setVisible(may_enter and bool(rows))
        for row in rows:
            self._rows.addWidget(self._shown(row))

    def _shown(self, row: PaperRow) -> QWidget:
        holder, ses = QWidget(), row.one.ses
        line = across(spacing=GRID)
        line.addWidget(mark(Sign.PAPER, self._theme, tone=Tone.AMBER), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(text(self._said(row), Voice.BODY, name=f"person.paper.{ses}"), 1)
        if row.one.scan:
            scan = button(self.tr("Show the scan"), f"person.paper-show.{ses}", self._theme)
            scan.clicked.connect(lambda: self.show_asked.emit(ses))
        else:
            scan = button(self.tr("Scan\u2026"), f"person.paper-scan.{ses}", self._theme)
            scan.clicked.connect(lambda: self.scan_asked.emit(ses))
        line.addWidget(scan)
        if row.next is not Next.OTHER_PERSON:
            said = {
                Next.SECOND: self.tr("Second reading\u2026"),
                Next.SETTLE: self.tr("Settle\u2026"),
                Next.RECORD: self.tr("Finish recording\u2026"),
            }
            go = button(said[row.next], f"person.paper-next.{ses}", self._theme)
            go.clicked.connect(lambda: self.reading_asked.emit(ses))
            line.addWidget(go)
        holder.setLayout(line)
        return holder

    def _said(self, row: PaperRow) -> str:
        first = row.one.readings[Round.FIRST]
        said = self.tr("{form}, {visit}, on paper: read in by {who}, {time}.").format(
            form=row.form, visit=row.visit, who=first.who, time=words.instant(first.at)
        )
        waits = {
            Next.SECOND: self.tr("A second person reads it in, without seeing the first."),
            Next.OTHER_PERSON: self.tr("Another person has to read it in a second time."),
            Next.SETTLE: self.tr("Two readings differ: look at the paper."),
            Next.RECORD: self.tr("Both readings are there, but recording them was interrupted."),
        }[row.next]
        scan = self.tr("Scan {hash}.").format(hash=row.one.scan[:8]) if row.one.scan else self.tr("No scan yet.")
        return f"{said} {waits} {scan}"
