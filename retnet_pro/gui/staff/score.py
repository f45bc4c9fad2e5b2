"""How one score came about: its questions, the formula with the numbers put in, the threshold (rules E76, E78)."""

from PySide6.QtWidgets import QComboBox, QFrame, QVBoxLayout

from retnet_pro.conduct.desk import Desk
from retnet_pro.gui import words
from retnet_pro.gui.staff.answer_rows import answer_said
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Tone, Voice, across, card, chip, clear, down, text
from retnet_pro.gui.staff.score_account import ItemRow, PartRow, ScoreAccount, score_account
from retnet_pro.gui.staff.score_said import counted_said, formula_said, method_said, number, result_said, threshold_said
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.staff.table import Column, Table
from retnet_pro.gui.theme import GRID
from retnet_pro.instrument.model import ScaleCode, Status
from retnet_pro.record.event import SessionId
from retnet_pro.scoring.interpretation import NoThreshold

HASH_DIGITS = 8


class ScorePage(Page):
    """Shows a `ScoreAccount`; a list leads to the same score of another response."""

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room, self.tr("How this score came about"), name="score", back=True)
        self._desk = desk
        self._account: ScoreAccount | None = None
        self._which = QComboBox()
        self._which.setObjectName("score.which")
        self._which.setAccessibleName(self.tr("Which response"))
        self._which.activated.connect(self._choose)
        self._result = down(spacing=GRID // 2)
        self._counted = text("", Voice.BODY, name="score.counted")
        self._items = Table("score.items", self._item_columns(), sorts=False, grows=True)
        self._parts = Table("score.parts", self._part_columns(), sorts=False, grows=True)
        self._formula = down(spacing=GRID)
        self._threshold = down(spacing=GRID // 2)
        self._scoring = down(spacing=GRID // 2)
        self.body.addWidget(card(down(self._which, self._result, spacing=GRID)))
        self.body.addWidget(self._titled(self.tr("What counts"), down(self._counted, self._items, self._parts)))
        self.body.addWidget(self._titled(self.tr("Formula"), self._formula))
        self.body.addWidget(self._titled(self.tr("Threshold"), self._threshold))
        self.body.addWidget(self._titled(self.tr("Scoring"), self._scoring))
        self.body.addStretch(1)

    def open(self, subject: str, ses: SessionId, code: ScaleCode) -> None:
        """Show how the score of a scale at a response came about."""
        self.hush()
        self.to_top()
        self.ask(lambda: score_account(self._desk, subject, ses, code), self.present)

    def present(self, account: ScoreAccount) -> None:
        """Show these facts."""
        self._account = account
        whose = f"{words.scale_name(account.name)} \u00b7 {account.subject} \u00b7 {account.form}"
        self.head(self.tr("How this score came about"), whose)
        self._which.clear()
        for other in account.others:
            self._which.addItem(f"{other.visit}, {words.instant(other.finished)}")
        sessions = [other.ses for other in account.others]
        self._which.setCurrentIndex(sessions.index(account.response.ses))
        self._say_result(account)
        self._counted.setText(counted_said(account.explanation))
        for table, rows in ((self._items, account.items), (self._parts, account.parts)):
            table.setVisible(bool(rows))
            table.present(rows)
        self._say_formula(account)
        self._say_threshold(account)
        self._say_scoring(account)

    def _titled(self, title: str, part: QVBoxLayout) -> QFrame:
        return card(down(text(title, Voice.LEAD), part, spacing=GRID))

    def _say_result(self, account: ScoreAccount) -> None:
        clear(self._result)
        score, response = account.explanation.score, account.response
        shown = words.points(score.value) if score.value is not None else "\u2013"
        top = across(text(shown, Voice.NUMBER, name="score.value", wrap=False), spacing=2 * GRID)
        top.addWidget(text(words.word(account.explanation.direction), Voice.QUIET), 1)
        self._result.addLayout(top)
        for place, said in enumerate(result_said(account)):
            self._result.addWidget(text(said, Voice.BODY, name=f"score.result.{place}"))
        facts = (words.language_name(response.wording.language), words.word(response.answered_by))
        self._result.addWidget(text(" \u00b7 ".join(facts), Voice.QUIET, name="score.response"))

    def _say_formula(self, account: ScoreAccount) -> None:
        clear(self._formula)
        self._formula.addWidget(text(method_said(account.explanation), Voice.BODY, name="score.method"))
        steps = formula_said(account.explanation)
        for place, step in enumerate(steps):
            self._formula.addWidget(text(step, Voice.STRONG, name=f"score.step.{place}"))
        rounded = self.tr(
            "Numbers in the formula have at most four decimals here; it is computed with exact fractions."
        )
        none = self.tr("There is nothing to put in, because there is no score.")
        self._formula.addWidget(text(rounded if steps else none, Voice.CAPTION))

    def _say_threshold(self, account: ScoreAccount) -> None:
        clear(self._threshold)
        verdict = account.verdict
        self._threshold.addWidget(text(threshold_said(verdict), Voice.BODY, name="score.threshold"))
        if not isinstance(verdict, NoThreshold):
            self._source(self._threshold, verdict.threshold.source, verdict.threshold.status, "score.threshold.status")

    def _say_scoring(self, account: ScoreAccount) -> None:
        clear(self._scoring)
        why, form = account.explanation, account.response.form
        said = [
            self.tr("Scoring version {version}").format(version=why.score.version),
            self.tr("form {version} ({hash})").format(version=form.version, hash=form.hash[:HASH_DIGITS]),
        ]
        if account.variant is not None:
            said.append(account.variant.title)
        self._scoring.addWidget(text(" \u00b7 ".join(said), Voice.BODY, name="score.version"))
        if account.is_same_again:
            again = self.tr("Scored again from these answers just now: the same as on record.")
            self._scoring.addWidget(chip(again, Sign.GOOD, self.theme, name="score.again"))
        else:
            again = self.tr("Scored again from these answers just now, something else comes out than on record.")
            self._scoring.addWidget(text(again, Voice.STRONG, name="score.again", tone=Tone.AMBER))
        self._source(self._scoring, why.source, why.status, "score.status")

    def _source(self, column: QVBoxLayout, source: str, status: Status, name: str) -> None:
        """Say where something is from and how far that can be trusted, with a mark where it is no fact."""
        column.addWidget(text(source, Voice.QUIET))
        is_fact = status.may_be_shown_as_fact
        sign, tone = (Sign.INFORMATION, Tone.PLAIN) if is_fact else (Sign.UNSURE, Tone.AMBER)
        column.addWidget(chip(words.word(status), sign, self.theme, tone=tone, name=name))

    def _choose(self, place: int) -> None:
        if self._account is not None:
            self.open(self._account.subject, self._account.others[place].ses, self._account.explanation.score.code)

    def _item_columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("No."), says=lambda row: str(row.answer.number), is_number=True, width_px=6 * GRID),
            Column(
                title=self.tr("Question"),
                says=lambda row: row.answer.question,
                hint=lambda row: f"{row.answer.item}\n{row.answer.question}",
                stretches=True,
            ),
            Column(title=self.tr("Answer"), says=lambda row: answer_said(row.answer), width_px=28 * GRID),
            Column(title=self.tr("Counts"), says=self._counts, width_px=16 * GRID),
        )

    def _counts(self, row: ItemRow) -> str:
        return self.tr("counts") if row.counts else self.tr("does not count")

    def _part_columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("Score"), says=lambda row: words.scale_name(row.name), stretches=True),
            Column(title=self.tr("Value"), says=_value, is_number=True, width_px=16 * GRID),
            Column(title=self.tr("Enters as"), says=self._enters, width_px=30 * GRID),
        )

    def _enters(self, row: PartRow) -> str:
        value = row.used.score.value
        if value is None:
            return words.why_missing(row.used.score)
        if not row.used.reversed:
            return self.tr("as it is")
        return f"100 \u2212 {number(value)} = {number(100 - value)}"


def _value(row: PartRow) -> str:
    value = row.used.score.value
    return "\u2013" if value is None else number(value)
