"""Completion: both rates of every visit with their counts, why forms did not come, question by question (rule E67)."""

from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QProgressBar, QWidget

from retnet_pro.conduct.completeness import ItemCounting
from retnet_pro.conduct.desk import Desk
from retnet_pro.gui import words
from retnet_pro.gui.staff import completion_said as said
from retnet_pro.gui.staff.completion_chart import Bars, CompletionChart
from retnet_pro.gui.staff.completion_view import CompletionView, completion_view, question_rows
from retnet_pro.gui.staff.house import Paper, Printing
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Rank, Tone, Voice, across, button, card, clear, down, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.staff.table import Column, Table
from retnet_pro.gui.theme import GRID
from retnet_pro.instrument.model import InstrumentId


class CompletionPage(Page):
    """Shows a `CompletionView`; the arm only where the view has it (rule P21)."""

    def __init__(self, room: Room, desk: Desk, paper: Paper) -> None:
        super().__init__(room, self.tr("Completion"), name="completion")
        self._desk = desk
        self._paper = paper
        self._view: CompletionView | None = None
        self._form: InstrumentId | None = None
        self._arm: str | None = None
        self._counted: InstrumentId | None = None
        copies = (("csv", self.tr("Table"), Sign.TABLE), ("pdf", self.tr("PDF"), Sign.PAPER))
        self._copies = {
            ending: button(title, f"completion.{ending}", self.theme, sign=sign) for ending, title, sign in copies
        }
        for ending, made in self._copies.items():
            made.clicked.connect(lambda _=False, ending=ending: self._choose_copy(ending))
            self.acts.addWidget(made)
        self._busy = QProgressBar()
        self._busy.setObjectName("completion.busy")
        self._busy.setTextVisible(False)
        self._forms: QHBoxLayout = across(spacing=0)
        self._arms: QHBoxLayout = across(spacing=GRID)
        self._valid = text("", Voice.STRONG, name="completion.valid")
        self._erased = text("", Voice.QUIET, name="completion.erased")
        self._none = text(self.tr("Nobody is randomised yet."), Voice.QUIET, name="completion.none")
        self._chart = CompletionChart(self.theme)
        self.rates = Table("completion.rates", self._rate_columns(), sorts=False, grows=True)
        self.reasons = Table("completion.reasons", self._reason_columns(), sorts=False, grows=True)
        self.questions = Table("completion.questions", self._question_columns(), sorts=False, grows=True)
        self._counted_said = text("", Voice.QUIET, name="completion.counted")
        self._parts = self._make_parts()
        self._lay_out_body()

    def open(self) -> None:
        """Show the rates as they stand now; this is written down."""
        self.hush()
        self.ask(lambda: completion_view(self._desk), self.present)

    def present(self, view: CompletionView) -> None:
        """Show these facts."""
        self._view = view
        self._counted = None
        found = view.found
        line = self.tr("As of {day}: {enrolled} enrolled, {population} randomised")
        self.head(
            self.tr("Completion"),
            line.format(day=words.day(found.as_of), enrolled=found.enrolled, population=found.population),
        )
        self._valid.setText(self.tr("Valid form: {rule}").format(rule=found.valid_form))
        self._erased.setText(
            self.tr("Erased by order: {forms} forms, counted as not come; {people} participants, not counted").format(
                forms=found.erased_forms, people=found.erased_participants
            )
        )
        self._erased.setVisible(bool(found.erased_forms or found.erased_participants))
        self._none.setVisible(not found.rows)
        self._area.setVisible(bool(found.rows))
        self._form, self._arm = next((form for form, _ in view.forms), None), None
        self._offer(self._forms, "form", [(form, title) for form, title in view.forms], Rank.TAB)
        arms = [("", self.tr("Everybody")), *((arm.id, arm.title) for arm in found.arms)] if found.arms else []
        self._offer(self._arms, "arm", arms, Rank.SEGMENT)
        self._show()

    def save_copy(self, path: Path, *, as_table: bool) -> None:
        """Copy the whole report, as after the file dialog; the file is called as it was named."""
        self.hush()
        self._set_busy(True)
        self.room.errands.run(
            lambda: self._paper.completion(self._desk, path, as_table=as_table),
            lambda printing: self._go_on(printing, path),
            self.complain,
        )

    def complain(self, error: Exception) -> None:
        """Show the failure; what is shown stays."""
        self._set_busy(False)
        super().complain(error)

    def _choose(self, kind: str, key: str) -> None:
        if kind == "form":
            self._form = InstrumentId(key)
        else:
            self._arm = key or None
        self._show()

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        rows = [row for row in view.found.of_group(self._arm) if row.instrument == self._form]
        self.rates.present(rows)
        self.reasons.present(rows)
        self._chart.present(
            [
                Bars(
                    name=row.visit,
                    completion=row.variable.share,
                    available=row.fixed.share,
                    said=said.visit(row),
                )
                for row in rows
            ]
        )
        if self._parts["questions"].isVisibleTo(self._area):
            self._ask_questions()

    def _show_part(self, shown: str) -> None:
        for key, part in self._parts.items():
            part.setVisible(key == shown)
        self._arm_row.setVisible(shown != "questions")
        if shown == "questions":
            self._ask_questions()

    def _ask_questions(self) -> None:
        form = self._form
        if form is None or self._counted == form:
            return
        self._counted = form
        self.questions.present(())
        self._counted_said.setText(self.tr("Opening the answers \u2026"))
        self._set_busy(True)
        self.ask(lambda: ItemCounting(self._desk, form), self._count_on)

    def _count_on(self, counting: ItemCounting) -> None:
        self.ask(counting.advance, lambda more: self._count_more(counting, more))

    def _count_more(self, counting: ItemCounting, more: bool) -> None:
        self._busy.setRange(0, max(counting.of, 1))
        self._busy.setValue(counting.done)
        if more:
            self._count_on(counting)
            return
        counts = counting.counts()
        self._set_busy(False)
        self.questions.present(question_rows(self._desk, counts))
        counted = self.tr("{count} finished responses of everybody, all visits together").format(count=counts.forms)
        others = self.tr("{count} to another version are not counted").format(count=counts.other_versions)
        self._counted_said.setText(f"{counted}; {others}" if counts.other_versions else counted)

    def _choose_copy(self, ending: str) -> None:
        title = self.tr("Save the completion report")
        path, _ = QFileDialog.getSaveFileName(self, title, f"completion.{ending}", f"{ending.upper()} (*.{ending})")
        if path:
            self.save_copy(Path(path), as_table=ending == "csv")

    def _go_on(self, printing: Printing, path: Path) -> None:
        self.room.errands.run(printing.advance, lambda more: self._copied(printing, path, more), self.complain)

    def _copied(self, printing: Printing, path: Path, more: bool) -> None:
        if more:
            self._go_on(printing, path)
            return
        self._set_busy(False)
        told = self.tr("The report is in {path}. The copy is written down in the audit trail.")
        self.notice(told.format(path=path), Sign.GOOD, Tone.ACCENT)

    def _set_busy(self, busy: bool) -> None:
        self._busy.setRange(0, 0)
        self._busy.setVisible(busy)
        for made in self._copies.values():
            made.setEnabled(not busy)

    def _offer(self, row: QHBoxLayout, kind: str, choices: list[tuple[str, str]], rank: Rank) -> None:
        clear(row)
        group = QButtonGroup(self)
        for place, (key, title) in enumerate(choices):
            made = button(title, f"completion.{kind}.{key or 'all'}", self.theme, rank=rank, checkable=True)
            made.setChecked(place == 0)
            made.clicked.connect(lambda _=False, key=key: self._choose(kind, key))
            group.addButton(made)
            row.addWidget(made)
        row.addStretch(1)

    def _make_parts(self) -> dict[str, QWidget]:
        means = text(
            self.tr(
                "Completion rate: of those expected, alive and in the study, whose window has closed."
                " Available data: of everybody randomised."
            ),
            Voice.CAPTION,
            name="completion.means",
        )
        legend = text(self.tr("Filled: completion rate. Outlined: available data."), Voice.CAPTION)
        rates, reasons, questions = QWidget(), QWidget(), QWidget()
        rates.setLayout(down(card(down(self._chart, legend, spacing=GRID)), means, self.rates))
        reasons.setLayout(down(self.reasons))
        questions.setLayout(down(self._counted_said, self.questions, spacing=GRID))
        return {"rates": rates, "reasons": reasons, "questions": questions}

    def _lay_out_body(self) -> None:
        titles = {"rates": self.tr("Rates"), "reasons": self.tr("Reasons"), "questions": self.tr("Questions")}
        chosen = QButtonGroup(self)
        bar = across(spacing=GRID)
        bar.addWidget(self._valid, 1)
        for key, title in titles.items():
            tab = button(title, f"completion.show.{key}", self.theme, rank=Rank.SEGMENT, checkable=True)
            tab.setChecked(key == "rates")
            tab.clicked.connect(lambda _=False, key=key: self._show_part(key))
            chosen.addButton(tab)
            bar.addWidget(tab)
        self._arm_row = QWidget()
        self._arm_row.setLayout(self._arms)
        self._area = QWidget()
        self._area.setLayout(down(self._forms, bar, self._arm_row, *self._parts.values()))
        self.body.addWidget(self._busy)
        self.body.addWidget(self._erased)
        self.body.addWidget(self._none)
        self.body.addWidget(self._area)
        self.body.addStretch(1)
        self._busy.hide()
        self._erased.hide()
        self._none.hide()
        self._show_part("rates")

    def _rate_columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("Visit"), says=lambda row: row.title, stretches=True),
            Column(
                title=self.tr("Completion rate"), says=lambda row: said.rate(row.variable), width_px=19 * GRID,
                is_number=True,
            ),
            Column(
                title=self.tr("Available data"), says=lambda row: said.rate(row.fixed), width_px=19 * GRID,
                is_number=True,
            ),
            Column(
                title=self.tr("Missing"), says=lambda row: said.count(row.variable.of - row.variable.valid),
                width_px=11 * GRID, is_number=True,
            ),
            Column(
                title=self.tr("Still awaited"), says=lambda row: said.count(row.awaited), width_px=15 * GRID,
                is_number=True,
            ),
        )  # fmt: skip

    def _reason_columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("Visit"), says=lambda row: row.title, stretches=True),
            Column(
                title=self.tr("Expected"), says=lambda row: said.count(row.variable.of), width_px=11 * GRID,
                is_number=True,
            ),
            Column(title=self.tr("Why forms are missing"), says=said.reasons, stretches=True),
            Column(
                title=self.tr("No reason yet"), says=lambda row: said.count(row.unexplained), width_px=21 * GRID,
                is_number=True,
            ),
        )  # fmt: skip

    def _question_columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("No."), says=lambda row: str(row.number), width_px=7 * GRID, is_number=True),
            Column(title=self.tr("Question"), says=lambda row: row.topic, stretches=True),
            Column(
                title=self.tr("Answered"), says=lambda row: said.rate(row.counts.rate), width_px=19 * GRID,
                is_number=True,
            ),
            Column(
                title=self.tr("Left out"), says=lambda row: said.count(row.counts.skipped), width_px=15 * GRID,
                is_number=True,
            ),
            Column(
                title=self.tr("Not reached"), says=lambda row: said.count(row.counts.not_reached),
                width_px=15 * GRID, is_number=True,
            ),
            Column(
                title=self.tr("Not asked"),
                says=lambda row: said.count(row.counts.not_applicable + row.counts.not_presented),
                width_px=15 * GRID, is_number=True,
            ),
        )  # fmt: skip
