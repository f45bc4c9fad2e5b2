"""Record a dated fact of a participant's course: randomisation, embolization, symptoms, progression, the end."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.fact import Fact
from retnet_pro.conduct.roles import Right
from retnet_pro.gui import words
from retnet_pro.gui.staff.enrol import chosen_day, date_field
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Choices, Rank, Tone, Voice, across, button, card, down, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID
from retnet_pro.study.findings import Grade, Histology

_ENDING = (Fact.DIED,)
_YES, _NO = "yes", "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """What can be recorded for one participant."""

    subject: str
    today: date
    facts: tuple[Fact, ...]
    arms: tuple[tuple[str, str], ...]
    """(id, title) of the arms open to randomisation; nothing for roles that may not see arms (rule P21)."""
    known: Mapping[Fact, date | str | bool]
    """What is recorded already and would be replaced."""


def fact_view(desk: Desk, subject: str) -> FactView:
    """Return what can be recorded for a participant by the person who is logged in."""
    participant = desk.participant(subject)
    facts = [Fact.EMBOLIZATION, Fact.SYMPTOMATIC, Fact.HISTOLOGY, Fact.GRADE, Fact.PROGRESSED, Fact.DIED]
    arms: tuple[tuple[str, str], ...] = ()
    if desk.may(Right.SEE_ARM):
        arms = tuple((arm.id, arm.title) for arm in desk.study.arms if arm.open_to_randomisation)
        if participant.randomised is None:
            facts.insert(0, Fact.RANDOMISED)
    recorded = {
        Fact.SYMPTOMATIC: participant.symptomatic,
        Fact.HISTOLOGY: participant.histology,
        Fact.GRADE: participant.grade,
        Fact.PROGRESSED: participant.progressed,
        Fact.DIED: participant.died,
    }
    known = {fact: value for fact, value in recorded.items() if value is not None}
    return FactView(subject=subject, today=desk.pen.clock().wall.date(), facts=tuple(facts), arms=arms, known=known)


class FactPage(Page):
    """Takes one fact and its day."""

    recorded = Signal(str)
    """The study code."""

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room, self.tr("Record a fact"), name="fact", back=True)
        self._desk = desk
        self._view: FactView | None = None
        self._kinds = Choices(self.theme, "fact.kind")
        self._day = date_field("fact.day", self.tr("Day"))
        self._arm = QComboBox()
        self._arm.setObjectName("fact.arm")
        self._values = Choices(self.theme, "fact.value")
        self._confirm = button(self.tr("Record"), "fact.confirm", self.theme, rank=Rank.PRIMARY, sign=Sign.WRITE)
        self._kinds.chosen.connect(self._offer_values)
        self._values.chosen.connect(lambda _: self._judge())
        self._arm.currentIndexChanged.connect(lambda _: self._judge())
        self._confirm.clicked.connect(self._do)
        self._lay_out_body()

    def open(self, subject: str) -> None:
        """Start with nothing chosen."""
        self.hush()
        self._view = None
        self.ask(lambda: fact_view(self._desk, subject), self.present)

    def present(self, view: FactView) -> None:
        """Show what can be recorded."""
        self._view = view
        self.head(self.tr("Record a fact"), view.subject)
        self._kinds.offer((fact.value, words.word(fact)) for fact in view.facts)
        self._values.offer(())
        self._arm.clear()
        self._arm.addItem(self.tr("Choose the arm"), "")
        for arm, title in view.arms:
            self._arm.addItem(title, arm)
        self._day.setMaximumDate(QDate(view.today.year, view.today.month, view.today.day))
        self._day.setDate(self._day.maximumDate())
        self._judge()

    def _offer_values(self, kind: str) -> None:
        """Offer the values of a coded fact; each fact starts with nothing chosen."""
        self.hush()
        self._values_title.setText(words.word(Fact(kind)))
        self._values.offer(self._values_of(Fact(kind)))
        self._judge()

    def _values_of(self, fact: Fact) -> list[tuple[str, str]]:
        match fact:
            case Fact.SYMPTOMATIC:
                return [(_YES, self.tr("Yes")), (_NO, self.tr("No"))]
            case Fact.HISTOLOGY:
                return [(one.value, words.word(one)) for one in Histology]
            case Fact.GRADE:
                return [(one.value, words.word(one)) for one in Grade]
            case _:
                return []

    def _judge(self) -> None:
        kind = self._kinds.current()
        is_coded = bool(kind) and bool(self._values_of(Fact(kind)))
        dated = bool(kind) and not is_coded
        self._day_part.setVisible(dated)
        self._arm_part.setVisible(kind == Fact.RANDOMISED.value)
        self._values_part.setVisible(is_coded)
        self._ending.setVisible(kind in {fact.value for fact in _ENDING})
        self._judge_known(kind)
        has_arm = kind != Fact.RANDOMISED.value or bool(self._arm.currentData())
        self._confirm.setEnabled(bool(kind) and has_arm and (dated or bool(self._values.current())))

    def _judge_known(self, kind: str) -> None:
        """Say what would be replaced, before it is (rule P12); an embolization is only ever one more."""
        known = None if self._view is None or not kind else self._view.known.get(Fact(kind))
        self._known.setVisible(known is not None)
        self._confirm.setText(self.tr("Record") if known is None else self.tr("Replace"))
        if known is not None:
            said = self.tr("Recorded so far: %1. What you enter takes its place; both stay in the record.")
            self._known_said.setText(said.replace("%1", self._in_words(Fact(kind), known)))

    def _in_words(self, fact: Fact, value: date | str | bool) -> str:
        if isinstance(value, date):
            return words.day(value)
        code = value if isinstance(value, str) else _YES if value else _NO
        return dict(self._values_of(fact)).get(code, code)

    def _do(self) -> None:
        view = self._view
        if view is None:
            return
        fact, day, arm = Fact(self._kinds.current()), chosen_day(self._day), str(self._arm.currentData() or "")
        chosen = self._values.current()
        value: date | str | bool = chosen or day
        if fact is Fact.SYMPTOMATIC:
            value = chosen == _YES
        self._confirm.setEnabled(False)

        def record() -> str:
            self._desk.record_fact(view.subject, fact, value, arm=arm)
            return view.subject

        self.ask(record, self.recorded.emit)

    def complain(self, error: Exception) -> None:
        """Show the failure; everything chosen stays."""
        super().complain(error)
        self._judge()

    def _lay_out_body(self) -> None:
        self._day_part = _part(text(self.tr("Day"), Voice.STRONG), self._day)
        self._arm_part = _part(text(self.tr("Arm, as randomised"), Voice.STRONG), self._arm)
        self._values_title = text("", Voice.STRONG)
        self._values_part = _part(self._values_title, self._values)
        warning = across(mark(Sign.ATTENTION, self.theme, tone=Tone.AMBER), spacing=GRID)
        said = self.tr("From this day on no questionnaire is handed over to this participant. What is recorded stays.")
        warning.addWidget(text(said, name="fact.ending"), 1)
        self._ending = card(warning, Tone.AMBER)
        replacing = across(mark(Sign.ATTENTION, self.theme, tone=Tone.AMBER), spacing=GRID)
        self._known_said = text("", name="fact.known")
        replacing.addWidget(self._known_said, 1)
        self._known = card(replacing, Tone.AMBER)
        left = down(text(self.tr("What happened?"), Voice.STRONG), self._kinds, spacing=GRID)
        left.addStretch(1)
        right = down(self._day_part, self._arm_part, self._values_part, self._known, self._ending)
        right.addStretch(1)
        sides = across(spacing=4 * GRID)
        sides.addLayout(left, 1)
        sides.addLayout(right, 1)
        self.body.addWidget(card(sides, margin=3 * GRID))
        self.body.addWidget(self._confirm, 0, Qt.AlignmentFlag.AlignRight)
        self.body.addStretch(1)


def _part(*widgets: QWidget) -> QFrame:
    part = card(down(*widgets, spacing=GRID), margin=0)
    part.setProperty("card", "none")
    return part
