"""How far the facts of a form may be believed, and by which variant it was scored; stands above its scores."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from retnet_pro.gui import words
from retnet_pro.gui.staff.form_view import FormView
from retnet_pro.gui.staff.pieces import Tone, Voice, across, clear, down, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme
from retnet_pro.instrument.model import Status


class FormStatus(QWidget):
    """Says nothing where there is nothing to doubt."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines = down(spacing=0)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._lines)

    def present(self, form: FormView) -> None:
        """Show what is to be said of this form."""
        clear(self._lines)
        if not form.status.may_be_shown_as_fact:
            doubt = across(mark(Sign.UNSURE, self._theme, tone=Tone.AMBER), spacing=GRID // 2)
            doubt.addWidget(text(words.word(form.status), name="person.status", tone=Tone.AMBER), 1)
            self._lines.addLayout(doubt)
        elif form.status is Status.PROJECT:
            self._lines.addWidget(text(words.word(form.status), Voice.CAPTION, name="person.status"))
        if form.variant is not None:
            said = QCoreApplication.translate("PersonPage", "Scoring: {title} – {status}").format(
                title=form.variant.title, status=words.word(form.variant.status)
            )
            self._lines.addWidget(text(said, Voice.CAPTION, name="person.variant"))
