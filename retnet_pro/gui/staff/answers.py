"""The answers of one response, item by item, with every absence in words, what exactly was shown, and the history.

Beside each value stands whether it was changed since it was first put down. A row that is chosen, by a click or with
Enter, opens the history of its value below itself: every act, when, and what it replaced (rules P07, P15, P17, P18).
"""

from collections.abc import Callable, Iterator
from datetime import datetime

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QComboBox, QWidget

from retnet_pro.conduct.circumstances import PaperUsed
from retnet_pro.conduct.history import Act, History
from retnet_pro.gui import words
from retnet_pro.gui.staff.answer_rows import (
    ActRow,
    CorrectionRow,
    OfferRow,
    Row,
    answer_said,
    can_be_corrected,
    correction_said,
    rows_with_history,
)
from retnet_pro.gui.staff.form_view import AnswerRow, FormView, ResponseView
from retnet_pro.gui.staff.pieces import Voice, across, button, down, text
from retnet_pro.gui.staff.signs import Sign, icon
from retnet_pro.gui.staff.table import Column, Table
from retnet_pro.gui.theme import GRID, Theme
from retnet_pro.instrument.model import ItemId
from retnet_pro.record.event import SessionId

HASH_DIGITS = 8
"""How much of a hash is shown; the whole of it is in the tip."""
AskHistory = Callable[[SessionId, Callable[[History], None]], None]
"""Gets the history of a session and hands it over when it has come."""


class AnswerTable(QWidget):
    """Shows one response of a form; a list chooses which."""

    correction_asked = Signal(str, str)
    """The session and the item whose answer is to be put right."""
    misplaced_asked = Signal(str)
    """The session that belongs elsewhere."""
    scan_asked = Signal(str)
    """The session of a form on paper whose scan somebody wants to see."""

    def __init__(self, theme: Theme, ask_history: AskHistory) -> None:
        super().__init__()
        self._form: FormView | None = None
        self._shown: ResponseView | None = None
        self._ask_history = ask_history
        self._history: History | None = None
        self._open: frozenset[ItemId] = frozenset()
        self._may_correct = False
        self._write = icon(Sign.WRITE, theme.tokens.accent)
        self._changed = icon(Sign.CHANGED, theme.tokens.amber)
        self._which = QComboBox()
        self._which.setObjectName("person.answers.which")
        self._which.setAccessibleName(self.tr("Which response"))
        self._which.currentIndexChanged.connect(self._show)
        self._facts = text("", Voice.CAPTION, name="person.answers.facts")
        self._how = text("", Voice.CAPTION, name="person.answers.how")
        self.table = Table("person.answers", self._columns(), sorts=False, grows=True)
        self.table.chosen.connect(self._turn)
        self._misplaced = button(self.tr("Wrong participant or visit\u2026"), "person.answers.misplaced", theme)
        self._misplaced.clicked.connect(
            lambda: self.misplaced_asked.emit(self._shown.response.ses if self._shown else "")
        )
        self._scan = button(self.tr("Show the scan"), "person.answers.scan", theme, sign=Sign.PICTURE)
        self._scan.clicked.connect(lambda: self.scan_asked.emit(self._shown.response.ses if self._shown else ""))
        facts = across(spacing=2 * GRID)
        facts.addWidget(self._facts, 1)
        facts.addWidget(self._scan)
        how = across(spacing=2 * GRID)
        how.addWidget(self._how, 1)
        how.addWidget(self._misplaced)
        self.setLayout(down(self._which, facts, how, self.table, spacing=GRID))

    def present(self, form: FormView, *, may_correct: bool, ses: SessionId | None = None) -> None:
        """Show a response of a form: that of a session, else the newest one."""
        self._form = form
        self._may_correct = may_correct
        self._misplaced.setVisible(may_correct)
        self._how.setText(
            self.tr("Choose a row to see everything that was ever put down for it, and to correct it.")
            if may_correct
            else self.tr("Choose a row to see everything that was ever put down for it.")
        )
        self._which.blockSignals(True)
        self._which.clear()
        for shown in form.responses:
            self._which.addItem(f"{shown.visit}, {words.instant(shown.response.finished)}")
        sessions = [shown.response.ses for shown in form.responses]
        place = 0 if ses is None or ses not in sessions else sessions.index(ses)
        self._which.setCurrentIndex(place)
        self._which.blockSignals(False)
        self._show(place)

    def showEvent(self, event: QShowEvent) -> None:
        """Open the single answers only when somebody looks at them."""
        super().showEvent(event)
        self._get_history()

    def _show(self, place: int) -> None:
        if self._form is None or place < 0:
            return
        self._shown = self._form.responses[place]
        self._history, self._open = None, frozenset()
        self._facts.setText(self.facts(self._shown))
        paper = self._shown.circumstances.paper
        self._scan.setVisible(paper is not None and bool(paper.scan))
        self._facts.setToolTip(f"{self._shown.response.form.hash}\n{self._shown.response.wording.hash}")
        self._fill()
        if self.isVisible():
            self._get_history()

    def _get_history(self) -> None:
        if self._shown is None or self._history is not None:
            return
        ses = self._shown.response.ses

        def arrived(history: History) -> None:
            if self._shown is not None and self._shown.response.ses == ses:
                self._history = history
                self._fill()

        self._ask_history(ses, arrived)

    def _fill(self) -> None:
        if self._shown is not None:
            rows = rows_with_history(self._shown, self._history, self._open, may_correct=self._may_correct)
            self.table.present(rows)

    def _turn(self, index: QModelIndex) -> None:
        """Open the history of a value, or close it again; below it stands the way to correct the value."""
        row = self.table.row_at(index) if index.isValid() else None
        if isinstance(row, OfferRow) and self._shown is not None:
            self.correction_asked.emit(self._shown.response.ses, row.item)
        if not isinstance(row, AnswerRow) or not self._opens(row):
            return
        self._open ^= {row.item}
        self._fill()
        rows = self.table.rows_model.rows
        place = next(place for place, one in enumerate(rows) if isinstance(one, AnswerRow) and one.item == row.item)
        self.table.setCurrentIndex(self.table.model().index(place, 0))

    def _opens(self, row: AnswerRow) -> bool:
        return bool(self._acts(row) or row.corrections) or (self._may_correct and can_be_corrected(row))

    def _acts(self, row: AnswerRow) -> tuple[Act, ...]:
        return (self._history or {}).get(row.item, ())

    def facts(self, shown: ResponseView) -> str:
        """Say which words were shown, by what, to whom, and where the record is."""
        response = shown.response
        wording = self.tr("Wording {version}, {language}").format(
            version=response.wording.version, language=words.language_name(response.wording.language)
        )
        kind = self.tr("demonstration wording, not the licensed questionnaire")
        said = [
            f"{wording} ({response.wording.hash[:HASH_DIGITS]})"
            + (f" – {kind}" if response.wording.demonstration else ""),
            self.tr("Form {version} ({hash})").format(
                version=response.form.version, hash=response.form.hash[:HASH_DIGITS]
            ),
            *self._how_it_came(shown),
            response.app,
            words.word(shown.delivery),
        ]
        if not shown.words_at_hand:
            said.append(self.tr("the words shown then are not on this device; neutral topics are listed instead"))
        if (shown.original.subject, shown.original.visit) != (shown.response.subject, shown.response.visit):
            first = self.tr("first recorded for {subject}, {visit}")
            said.append(first.format(subject=shown.original.subject, visit=shown.original.visit))
        if shown.corrections == 1:
            said.append(self.tr("one answer was corrected by the site since"))
        elif shown.corrections:
            said.append(self.tr("{count} corrections by the site since").format(count=shown.corrections))
        if shown.clock_jumped:
            said.append(self.tr("the clock of the device jumped while this was answered; its times are not certain"))
        return " · ".join(said)

    def _how_it_came(self, shown: ResponseView) -> Iterator[str]:
        """Say who answered and why not alone, how the participant was identified, and what was not as planned."""
        about = shown.circumstances
        yield words.word(shown.response.answered_by)
        for one in about.helped:
            if one.why is not None:
                yield one.reason or words.word(one.why)
        if len(about.helped) > 1:
            yield self.tr("who answers changed on the way")
        if about.medium is not None:
            yield words.word(about.medium)
        if about.paper is not None:
            yield self._paper_said(about.paper)
        if about.identified is not None:
            yield words.word(about.identified)
        for stated in about.stated:
            yield f"{stated.who}: {words.word(stated.how)}"
        yield from map(words.word, about.deviations)

    def _paper_said(self, paper: PaperUsed) -> str:
        """Say when a form on paper was filled in and read in, by whom, and where its scan is (rule E93)."""
        late = datetime.fromisoformat(paper.recorded_at).date() - paper.day
        said = self.tr("paper of {day}, read in by {who}, {count} days later").format(
            day=words.day(paper.day), who=", ".join(dict.fromkeys(paper.readers.values())), count=late.days
        )
        odd = [f"{item} {words.word(oddity)}" for item, oddity in paper.oddities.items()]
        scan = self.tr("scan {hash}").format(hash=paper.scan[:HASH_DIGITS]) if paper.scan else self.tr("no scan")
        return " \u00b7 ".join((said, words.word(paper.why), *odd, scan))

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("No."), says=_number, is_number=True, width_px=6 * GRID),
            Column(title=self.tr("Question"), says=self._asked, sign=self._offer, stretches=True),
            Column(title=self.tr("Answer"), says=answer_said, width_px=28 * GRID),
            Column(title=self.tr("Since first entry"), says=self._since, sign=self._sign, width_px=22 * GRID),
        )

    def _asked(self, row: Row) -> str:
        if isinstance(row, AnswerRow):
            return row.question
        if isinstance(row, CorrectionRow):
            return correction_said(row)
        if isinstance(row, OfferRow):
            return self.tr("Correct this answer\u2026")
        said = self.tr("Entry {place} of {count}, {time}, event {seq}")
        number = words.event_number(row.act.event)
        return said.format(place=row.place, count=row.count, time=words.second(row.act.at), seq=number)

    def _since(self, row: Row) -> str:
        """Say whether a value was changed; of a single act, whether it came after the skip question."""
        if isinstance(row, OfferRow):
            return ""
        if isinstance(row, CorrectionRow):
            return self.tr("{span} after completion").format(span=words.span(row.since))
        if isinstance(row, AnswerRow) and row.corrections:
            return self.tr("corrected by the site")
        if isinstance(row, ActRow):
            if row.act.prompted:
                return self.tr("after the skip question")
            return self.tr("first entry") if row.act.replaces is None else self.tr("changed")
        if self._history is None:
            return "\u2026"
        changes = len(self._acts(row)) - 1
        if changes < 1:
            return self.tr("not changed") if self._acts(row) else self.tr("nothing put down")
        if changes == 1:
            return self.tr("changed once")
        return self.tr("changed {count} times").format(count=changes)

    def _offer(self, row: Row) -> QIcon | None:
        return self._write if isinstance(row, OfferRow) else None

    def _sign(self, row: Row) -> QIcon | None:
        is_changed = isinstance(row, AnswerRow) and (len(self._acts(row)) > 1 or bool(row.corrections))
        return self._changed if is_changed else None


def _number(row: Row) -> str:
    return str(row.number) if isinstance(row, AnswerRow) else ""
