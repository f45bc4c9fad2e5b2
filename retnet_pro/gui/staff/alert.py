"""One alert: what raised it, what was done about it, and the place to write down what is done now (rule E83)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from retnet_pro.conduct.alert_fact import AlertAct
from retnet_pro.conduct.alerts import NOTE_LIMIT, answer_alert, needs_note
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.event_name import event_name
from retnet_pro.conduct.roles import Role
from retnet_pro.gui import words
from retnet_pro.gui.staff import alert_said
from retnet_pro.gui.staff.alerts_view import AlertRow, AlertView, alert
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Choices, Rank, Tone, Voice, button, card, chip, clear, down, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID
from retnet_pro.study.alert_act import AlertAction, AlertOutcome


class AlertPage(Page):
    """Shows an `AlertView`; what was typed stays when something is refused."""

    answered = Signal()
    participant_asked = Signal(str)

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room, self.tr("Alert"), name="alert", back=True)
        self._desk = desk
        self._row: AlertRow | None = None
        person = button(self.tr("Open the participant's page"), "alert.person", self.theme, sign=Sign.PEOPLE)
        person.clicked.connect(lambda: self.participant_asked.emit(self._row.listed.subject if self._row else ""))
        self.acts.addWidget(person)
        self._raised = down(spacing=GRID // 2)
        self._history = down(spacing=GRID)
        self._outcomes = Choices(self.theme, "alert.outcome", columns=2)
        self._actions = Choices(self.theme, "alert.action", columns=2)
        self._which = text(self.tr("What was done?"), Voice.STRONG)
        self._note = QLineEdit()
        self._note.setObjectName("alert.note")
        self._note.setMaxLength(NOTE_LIMIT)
        self._note_title = text("", Voice.STRONG, name="alert.note-title")
        self._stays = text(
            self.tr("The alert stays open until somebody settles it. Every attempt is kept."),
            Voice.QUIET,
            name="alert.stays",
        )
        self._confirm = button(self.tr("Record"), "alert.confirm", self.theme, rank=Rank.PRIMARY, sign=Sign.WRITE)
        self._outcomes.chosen.connect(lambda _: self._judge())
        self._actions.chosen.connect(lambda _: self._judge())
        self._note.textChanged.connect(lambda _: self._judge())
        self._confirm.clicked.connect(self._do)
        self._reads = text(self.tr("Your role reads alerts and does not answer them."), Voice.QUIET, name="alert.reads")
        self._asking = self._make_asking()
        self.body.addWidget(card(self._raised, margin=2 * GRID))
        self._past: QWidget = card(down(text(self.tr("What was done"), Voice.LEAD), self._history, spacing=GRID))
        self.body.addWidget(self._past)
        self.body.addWidget(self._reads)
        self.body.addWidget(self._asking)
        self.body.addStretch(1)

    def open(self, row: AlertRow) -> None:
        """Start with nothing chosen."""
        self.hush()
        self._row = None
        self._note.clear()
        fact = row.listed.fact
        self.ask(lambda: alert(self._desk, row.listed.subject, fact.hash, fact.alert.rule), self.present)

    def present(self, view: AlertView) -> None:
        """Show how things stand."""
        row = self._row = view.row
        listed, fact = row.listed, row.listed.fact
        self.head(self.tr("Alert"), f"{listed.subject} · {listed.visit_title}")
        self._outcomes.offer((one.value, words.word(one)) for one in AlertOutcome)
        self._actions.offer((one.value, words.word(one)) for one in AlertAction)
        clear(self._raised)
        tone = Tone.RED if row.is_overdue else Tone.AMBER if fact.is_open else Tone.ACCENT
        sign = Sign.URGENT if row.is_overdue else Sign.CLOSING if fact.is_open else Sign.GOOD
        self._raised.addWidget(chip(alert_said.deadline(row), sign, self.theme, tone=tone, name="alert.deadline"))
        self._raised.addWidget(text(alert_said.what(listed), Voice.LEAD, name="alert.what"))
        self._raised.addWidget(text(alert_said.value(listed), Voice.STRONG, name="alert.value"))
        for said in self._circumstances(row):
            self._raised.addWidget(text(said, Voice.QUIET))
        clear(self._history)
        for act in fact.acts:
            self._history.addWidget(text(self._said(act), name=f"alert.act.{act.seq}"))
        self._past.setVisible(bool(fact.acts))
        self._asking.setVisible(view.may_answer)
        self._reads.setVisible(not view.may_answer)
        self._judge()
        self.to_top()

    def complain(self, error: Exception) -> None:
        """Show the failure; everything chosen stays."""
        super().complain(error)
        self._judge()

    def _circumstances(self, row: AlertRow) -> tuple[str, ...]:
        fact = row.listed.fact
        finished = self.tr("Finished {at}, {span} ago. To be looked at by {deadline}, for: {who}.")
        rule = self.tr("Rule {rule}: {status}. Source: {source}.")
        return (
            finished.format(
                at=words.instant(fact.at),
                span=alert_said.lasting(row.age),
                deadline=words.instant(fact.deadline.isoformat()),
                who=fact.alert.who,
            ),
            rule.format(
                rule=fact.alert.rule, status=words.word(fact.alert.status), source=fact.alert.source.rstrip(".")
            ),
        )

    def _said(self, act: AlertAct) -> str:
        said = self.tr("{outcome}. {who} ({role}), {at}, event {seq}.").format(
            outcome=alert_said.outcome(act),
            who=act.who,
            role=words.word(Role(act.role)),
            at=words.instant(act.at),
            seq=words.event_number(event_name(self._desk, act.seq)),
        )
        return f"{said} {self.tr('Note: {note}').format(note=act.note)}" if act.note else said

    def _chosen(self) -> AlertOutcome | None:
        current = self._outcomes.current()
        return AlertOutcome(current) if current else None

    def _judge(self) -> None:
        outcome = self._chosen()
        is_action = outcome is AlertOutcome.ACTION
        for part in (self._which, self._actions):
            part.setVisible(is_action)
        self._stays.setVisible(outcome is AlertOutcome.NOT_REACHABLE)
        wants_note = outcome is not None and needs_note(outcome)
        titles = {
            AlertOutcome.ACTION: self.tr("Note: what exactly"),
            AlertOutcome.REFERRED: self.tr("Note: to whom, by function"),
        }
        plain = self.tr("Note, if there is anything to add")
        title = plain if outcome is None else titles.get(outcome, plain)
        self._note_title.setText(title)
        self._note.setAccessibleName(title)
        enough = outcome is not None and (not wants_note or bool(self._note.text().strip()))
        self._confirm.setEnabled(enough and (not is_action or bool(self._actions.current())))

    def _do(self) -> None:
        row, outcome = self._row, self._chosen()
        if row is None or outcome is None:
            return
        action = AlertAction(self._actions.current()) if outcome is AlertOutcome.ACTION else None
        subject, fact, note = row.listed.subject, row.listed.fact, self._note.text()
        self._confirm.setEnabled(False)
        self.ask(
            lambda: answer_alert(self._desk, subject, fact.hash, fact.alert.rule, outcome, action=action, note=note),
            lambda _: self.answered.emit(),
        )

    def _make_asking(self) -> QFrame:
        left = down(text(self.tr("What came of it?"), Voice.STRONG), self._outcomes, self._stays, spacing=GRID)
        note = down(
            self._note_title,
            self._note,
            text(self.tr("No names; it is sealed into the record."), Voice.CAPTION),
            spacing=GRID,
        )
        column = down(left, down(self._which, self._actions, spacing=GRID), note)
        column.addWidget(self._confirm, 0, Qt.AlignmentFlag.AlignRight)
        return card(column, margin=2 * GRID)
