"""What was said about where a participant's questionnaires belong, on the page of either participant (rule E102)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.misplaced import placings_of
from retnet_pro.conduct.placing import Proposed
from retnet_pro.conduct.roles import Right
from retnet_pro.errors import Refusal
from retnet_pro.gui import words
from retnet_pro.gui.staff.pieces import Tone, Voice, across, button, clear, down, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme
from retnet_pro.record.event import SessionId
from retnet_pro.study.visits import planned_visits


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacingRow:
    """One proposal in words."""

    one: Proposed
    forms: tuple[str, ...]
    """Titles; empty where they were erased since."""
    visit: str
    to_visit: str
    """Titles where the participant is still here."""
    may_decide: bool
    is_own: bool
    """Whether the person who looks proposed it."""


def placing_rows(desk: Desk, subject: str) -> tuple[PlacingRow, ...]:
    """Return what was proposed about a participant's questionnaires, oldest first.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN` or `PARTICIPANT_ERASED`.
    """
    return tuple(placing_row(desk, one) for one in placings_of(desk, subject))


def placing_row(desk: Desk, one: Proposed) -> PlacingRow:
    """Return one proposal in words."""
    asked = one.proposal
    return PlacingRow(
        one=one,
        forms=_forms(desk, asked.sessions, (asked.subject, asked.to_subject)),
        visit=_visit_title(desk, asked.subject, asked.visit),
        to_visit=_visit_title(desk, asked.to_subject, asked.to_visit),
        may_decide=desk.may(Right.CONFIRM_PLACE),
        is_own=one.who == desk.person.user,
    )


def _forms(desk: Desk, sessions: Sequence[SessionId], subjects: tuple[str, str]) -> tuple[str, ...]:
    courses = (desk.site.courses.get(subject) for subject in dict.fromkeys(subjects))
    filed = (one for course in courses if course is not None for one in course.filed)
    return tuple(desk.library.instrument(one.instrument).title for one in filed if one.ses in sessions)


def _visit_title(desk: Desk, subject: str, visit_id: str) -> str:
    try:
        planned = planned_visits(desk.study, desk.participant(subject))
    except Refusal:  # everything about that participant was erased
        return visit_id
    return next((visit.title for visit in planned if visit.id == visit_id), visit_id)


class PlacingList(QWidget):
    """Shows `PlacingRow`s: what waits stands out, what was decided is told quietly."""

    decision_asked = Signal(str)
    """Name of the proposal."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows = down(spacing=GRID)
        self.setLayout(self._rows)

    def present(self, rows: Sequence[PlacingRow]) -> None:
        """Show these; nothing at all where nothing was ever proposed."""
        clear(self._rows)
        self.setVisible(bool(rows))
        for row in rows:
            self._rows.addWidget(self._shown(row))

    def _shown(self, row: PlacingRow) -> QWidget:
        holder = QWidget()
        line = across(spacing=GRID)
        is_open = row.one.decided is None
        tone = Tone.AMBER if is_open else Tone.PLAIN
        sign = Sign.ATTENTION if is_open else Sign.INFORMATION
        line.addWidget(mark(sign, self._theme, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
        name = f"person.placing.{row.one.seq}"
        line.addWidget(text(self.said(row), Voice.BODY if is_open else Voice.QUIET, name=name), 1)
        if is_open and row.may_decide:
            decide = button(self.tr("Decide\u2026"), f"person.decide.{row.one.seq}", self._theme)
            decide.clicked.connect(lambda: self.decision_asked.emit(row.one.hash))
            line.addWidget(decide)
        holder.setLayout(line)
        return holder

    def said(self, row: PlacingRow) -> str:
        """Say what was proposed and what became of it."""
        asked, decided = row.one.proposal, row.one.decided
        said = self.tr("{forms}: from {subject}, {visit} to {to_subject}, {to_visit}").format(
            forms=", ".join(row.forms) or self.tr("erased questionnaires"),
            subject=asked.subject,
            visit=row.visit,
            to_subject=asked.to_subject,
            to_visit=row.to_visit,
        )
        proposed = self.tr("proposed by {who}, {time}").format(who=row.one.who, time=words.instant(row.one.at))
        if decided is None:
            begin = self.tr("Place disputed until a second person decides.")
            return f"{begin} {said}; {proposed}."
        verdict = (
            self.tr("accepted by {who}, {time}")
            if decided.decision.accepted
            else self.tr("not accepted by {who}, {time}")
        )
        return f"{said}; {proposed}, {verdict.format(who=decided.who, time=words.instant(decided.at))}."
