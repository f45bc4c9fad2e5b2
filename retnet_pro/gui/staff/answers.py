"""The answers of one response, item by item, with every absence in words and what exactly was shown."""

from PySide6.QtWidgets import QComboBox, QWidget

from retnet_pro.gui import words
from retnet_pro.gui.staff.form_view import AnswerRow, FormView, ResponseView
from retnet_pro.gui.staff.pieces import Voice, down, text
from retnet_pro.gui.staff.table import Column, Table
from retnet_pro.gui.theme import GRID

HASH_DIGITS = 8
"""How much of a hash is shown; the whole of it is in the tip."""


class AnswerTable(QWidget):
    """Shows one response of a form; a list chooses which."""

    def __init__(self) -> None:
        super().__init__()
        self._form: FormView | None = None
        self._which = QComboBox()
        self._which.setObjectName("person.answers.which")
        self._which.setAccessibleName(self.tr("Which response"))
        self._which.currentIndexChanged.connect(self._show)
        self._facts = text("", Voice.CAPTION, name="person.answers.facts")
        self.table = Table("person.answers", self._columns(), sorts=False, grows=True)
        self.setLayout(down(self._which, self._facts, self.table, spacing=GRID))

    def present(self, form: FormView) -> None:
        """Show the newest response of a form."""
        self._form = form
        self._which.blockSignals(True)
        self._which.clear()
        for shown in form.responses:
            self._which.addItem(f"{shown.visit}, {words.instant(shown.response.finished)}")
        self._which.blockSignals(False)
        self._show(0)

    def _show(self, place: int) -> None:
        if self._form is None or place < 0:
            return
        shown = self._form.responses[place]
        self._facts.setText(self.facts(shown))
        self._facts.setToolTip(f"{shown.response.form.hash}\n{shown.response.wording.hash}")
        self.table.present(shown.rows)

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
            words.word(response.answered_by),
            response.app,
            words.word(shown.delivery),
        ]
        if not shown.words_at_hand:
            said.append(self.tr("the words shown then are not on this device; neutral topics are listed instead"))
        return " · ".join(said)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("No."), says=lambda row: str(row.number), is_number=True, width_px=6 * GRID),
            Column(title=self.tr("Question"), says=lambda row: row.question, stretches=True),
            Column(title=self.tr("Answer"), says=_answer, width_px=34 * GRID),
        )


def _answer(row: AnswerRow) -> str:
    return row.label or words.answer_state(row.answer)
