"""A participant wants no more questionnaires, or wants them again: explained first, then written down (rule P105)."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from retnet_pro.conduct import withdrawal
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.event_name import event_name
from retnet_pro.conduct.roles import Right
from retnet_pro.conduct.withdrawal import Withdrawal, withdrawals_of
from retnet_pro.gui import words
from retnet_pro.gui.staff.enrol import chosen_day, date_field
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Choices, Rank, Voice, across, button, card, clear, down, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID
from retnet_pro.study.withdrawal import WithdrawalReason


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalView:
    """How things stand for one participant."""

    subject: str
    today: date
    withdrew: date | None
    history: tuple[Withdrawal, ...]
    may_take_back: bool


def withdrawal_view(desk: Desk, subject: str) -> WithdrawalView:
    """Return how things stand."""
    known = desk.participant(subject)
    return WithdrawalView(
        subject=subject,
        today=desk.pen.clock().wall.date(),
        withdrew=known.withdrew,
        history=withdrawals_of(desk, subject),
        may_take_back=desk.may(Right.TAKE_BACK),
    )


class WithdrawalPage(Page):
    """Shows a `WithdrawalView`; what was typed stays when something is refused."""

    recorded = Signal(str)
    """The study code."""

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room, self.tr("Withdrawal"), name="withdrawal", back=True)
        self._desk = desk
        self._view: WithdrawalView | None = None
        self._day = date_field("withdrawal.day", self.tr("From which day on?"))
        self._reasons = Choices(self.theme, "withdrawal.reason")
        self._note = _note("withdrawal.note", self.tr("Note"))
        self._confirm = button(
            self.tr("Record the withdrawal"), "withdrawal.confirm", self.theme, rank=Rank.PRIMARY, sign=Sign.WRITE
        )
        self._back_note = _note("withdrawal.back-note", self.tr("Why is it taken back?"))
        self._take_back = button(self.tr("Take the withdrawal back"), "withdrawal.take-back", self.theme)
        self._only = text(self.tr("Only a coordinator can take a withdrawal back."), Voice.QUIET)
        self._history = down(spacing=GRID)
        self._confirm.clicked.connect(self._do)
        self._take_back.clicked.connect(self._do_take_back)
        self._reasons.chosen.connect(lambda _: self._judge())
        self._back_note.textChanged.connect(lambda _: self._judge())
        self._asking, self._standing = self._make_asking(), self._make_standing()
        self.body.addWidget(self._make_meaning())
        self.body.addWidget(self._asking)
        self.body.addWidget(self._standing)
        self.body.addStretch(1)

    def open(self, subject: str) -> None:
        """Start with nothing chosen."""
        self.hush()
        self._view = None
        self._note.clear()
        self._back_note.clear()
        self.ask(lambda: withdrawal_view(self._desk, subject), self.present)

    def present(self, view: WithdrawalView) -> None:
        """Show how things stand."""
        self._view = view
        self.head(self.tr("Withdrawal"), view.subject)
        self._reasons.offer((reason.value, words.word(reason)) for reason in WithdrawalReason)
        self._day.setMaximumDate(QDate(view.today.year, view.today.month, view.today.day))
        self._day.setDate(self._day.maximumDate())
        clear(self._history)
        for one in view.history:
            self._history.addWidget(text(self._said(one)))
        self._asking.setVisible(view.withdrew is None)
        self._standing.setVisible(view.withdrew is not None)
        for part in (self._back_note, self._take_back):
            part.setVisible(view.may_take_back)
        self._only.setVisible(not view.may_take_back)
        self._judge()

    def complain(self, error: Exception) -> None:
        """Show the failure; everything chosen stays."""
        super().complain(error)
        self._judge()

    def _said(self, one: Withdrawal) -> str:
        if one.reason is None:
            said = self.tr("Taken back on {day}: {note}.").format(day=words.day(one.day), note=one.note.rstrip("."))
        else:
            said = self.tr("Withdrawn from {day} on. {reason}.").format(
                day=words.day(one.day), reason=words.word(one.reason)
            )
            if one.note:
                said += " " + self.tr("Note: {note}.").format(note=one.note.rstrip("."))
        return self.tr("{said} Recorded by {who}, {at}, event {seq}.").format(
            said=said,
            who=one.who,
            at=words.instant(one.at),
            seq=words.event_number(event_name(self._desk, one.seq)),
        )

    def _judge(self) -> None:
        self._confirm.setEnabled(bool(self._reasons.current()))
        self._take_back.setEnabled(bool(self._back_note.text().strip()))

    def _do(self) -> None:
        view = self._view
        if view is None:
            return
        day, note = chosen_day(self._day), self._note.text().strip()
        reason = WithdrawalReason(self._reasons.current())
        self._confirm.setEnabled(False)

        def record() -> str:
            withdrawal.withdraw(self._desk, view.subject, day, reason, note)
            return view.subject

        self.ask(record, self.recorded.emit)

    def _do_take_back(self) -> None:
        view, note = self._view, self._back_note.text()
        if view is None:
            return
        self._take_back.setEnabled(False)

        def record() -> str:
            withdrawal.take_back(self._desk, view.subject, note)
            return view.subject

        self.ask(record, self.recorded.emit)

    def _make_meaning(self) -> QFrame:
        points = down(text(self.tr("What this means"), Voice.LEAD), spacing=GRID)
        for said in (
            self.tr("From that day on nobody is asked for answers. An open questionnaire is closed as partial."),
            self.tr("Everything collected so far is kept. A withdrawal does not undo what was obtained before it."),
            self.tr("A reason is never needed. Removing data is another act, done only by written order."),
        ):
            line = across(spacing=GRID)
            line.addWidget(mark(Sign.INFORMATION, self.theme), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(text(said), 1)
            points.addLayout(line)
        return card(points, margin=3 * GRID)

    def _make_asking(self) -> QFrame:
        left = down(text(self.tr("Did the participant say why?"), Voice.STRONG), self._reasons, spacing=GRID)
        left.addStretch(1)
        right = down(
            down(text(self.tr("From which day on?"), Voice.STRONG), self._day, spacing=GRID),
            down(
                text(self.tr("Note, if there is anything to add"), Voice.STRONG),
                self._note,
                text(self.tr("No names; it is sealed into the record."), Voice.CAPTION),
                spacing=GRID,
            ),
        )
        right.addStretch(1)
        right.addWidget(self._confirm, 0, Qt.AlignmentFlag.AlignRight)
        sides = across(spacing=4 * GRID)
        sides.addLayout(left, 1)
        sides.addLayout(right, 1)
        return card(sides, margin=3 * GRID)

    def _make_standing(self) -> QFrame:
        column = down(text(self.tr("As it stands in the record"), Voice.LEAD), self._history, self._only)
        column.addWidget(self._back_note)
        column.addWidget(self._take_back, 0, Qt.AlignmentFlag.AlignRight)
        return card(column, margin=3 * GRID)


def _note(name: str, title: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setAccessibleName(title)
    field.setPlaceholderText(title)
    field.setMaxLength(300)
    return field
