"""One closed form: what stands in it, the history beside each value, and the way to correct it with a reason."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from retnet_pro.answering.clinic_value import Place, Put, Value, place_of, split_place
from retnet_pro.conduct.clinic import WhyAgain
from retnet_pro.conduct.clinic_reading import ClinicAct
from retnet_pro.conduct.desk import Desk
from retnet_pro.gui import words
from retnet_pro.gui.staff import clinic_said
from retnet_pro.gui.staff.clinic_list_view import ClosedView, closed_view
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Choices, Tone, Voice, across, button, card, chip, clear, down, hairline, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID
from retnet_pro.record.event import SessionId


class ClinicReadPage(Page):
    """Shows a `ClosedView`."""

    correct_asked = Signal(str, str, str, str)
    """Study code, id of the form, coded reason, reason in words."""

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room, "", name="closed", back=True)
        self._desk = desk
        self._view: ClosedView | None = None
        self._correct = button(self.tr("Correct\u2026"), "closed.correct", self.theme, sign=Sign.WRITE)
        self._correct.clicked.connect(self._toggle_asking)
        self.acts.addWidget(self._correct)
        self._reasons = Choices(self.theme, "closed.why", columns=2)
        self._note = QLineEdit()
        self._note.setObjectName("closed.note")
        self._note.setAccessibleName(self.tr("What is wrong, and where the right value stands"))
        self._note.setPlaceholderText(self.tr("What is wrong, and where the right value stands"))
        self._note.setMaxLength(300)
        self._again = button(self.tr("Open the form again"), "closed.again", self.theme)
        self._reasons.chosen.connect(lambda _: self._judge())
        self._note.textChanged.connect(lambda _: self._judge())
        self._again.clicked.connect(self._ask_correction)
        self._asking = self._make_asking()
        self._differs = chip(
            self.tr("The participant's course says otherwise now"),
            Sign.ATTENTION,
            self.theme,
            tone=Tone.AMBER,
            name="closed.differs",
        )
        self._values = down()
        self.body.addWidget(self._asking)
        self.body.addWidget(self._differs)
        self.body.addLayout(self._values)
        self.body.addStretch(1)

    def open(self, subject: str, ses: SessionId) -> None:
        """Show a closed form."""
        self.hush()
        self._view = None
        clear(self._values)
        self._asking.hide()
        self._differs.hide()
        self._correct.hide()
        language = clinic_said.language()
        self.ask(lambda: closed_view(self._desk, subject, ses, language), self.present)

    def present(self, view: ClosedView) -> None:
        """Show what stands in it."""
        self._view = view
        one = view.one
        said = (
            self.tr("{subject} \u00b7 closed by {who}, {at}")
            if one.revision == 1
            else self.tr("{subject} \u00b7 corrected by {who}, {at}")
        )
        self.head(view.words.title, said.format(subject=view.subject, who=one.who, at=words.instant(one.at)))
        self._correct.setVisible(view.may_correct)
        self._differs.setVisible(view.disagrees)
        self._reasons.offer((why.value, words.word(why)) for why in WhyAgain)
        self._note.clear()
        self._judge()
        clear(self._values)
        values = view.record.values
        for part in view.form.parts:
            ids = {item.id for item in part.items}
            rows = sorted({row or 0 for item, row in map(split_place, values) if item in ids})
            for row in rows:
                here = [place_of(item.id, row or None) for item in part.items]
                title = view.words.parts[part.id] + (f" {row}" if row else "")
                self._values.addWidget(self._block(view, title, [place for place in here if place in values]))

    def _block(self, view: ClosedView, title: str, places: list[Place]) -> QFrame:
        column = down(text(title, Voice.LEAD), spacing=GRID)
        for number, place in enumerate(places):
            if number:
                column.addWidget(hairline())
            item, _ = split_place(place)
            row = across(spacing=2 * GRID)
            row.addWidget(text(view.words.items[item]), 1)
            shown = text(self._said(view, place, view.record.values[place]), Voice.STRONG, name=f"closed.value.{place}")
            row.addWidget(shown, 1)
            column.addLayout(row)
            acts = view.history.get(place, ())
            if len(acts) > 1 or any(act.entry.refused or act.entry.confirmed for act in acts):
                for act in acts:
                    column.addWidget(text(self._history_line(view, place, act), Voice.CAPTION))
        return card(column, margin=3 * GRID)

    def _history_line(self, view: ClosedView, place: Place, act: ClinicAct) -> str:
        entry = act.entry
        said = self._said(view, place, entry.put)
        if entry.refused:
            why = " ".join(clinic_said.doubt(one) for one in entry.refused)
            what = self.tr("{value} not taken: {why}").format(value=said, why=why)
        elif entry.confirmed:
            why = " ".join(clinic_said.doubt(one) for one in entry.confirmed)
            what = self.tr("{value} confirmed; asked was: {why}").format(value=said, why=why)
        else:
            what = said
        if act.why in list(WhyAgain):
            what += f" \u00b7 {words.word(WhyAgain(act.why))}"
        return self.tr("{at}, {who}: {what}").format(at=words.instant(act.at), who=act.who, what=what)

    def _said(self, view: ClosedView, place: Place, put: Value | Put) -> str:
        return clinic_said.value(view.form, view.words, split_place(place)[0], put)

    def _toggle_asking(self) -> None:
        self._asking.setVisible(not self._asking.isVisible())

    def _judge(self) -> None:
        self._again.setEnabled(bool(self._reasons.current() and self._note.text().strip()))

    def _ask_correction(self) -> None:
        view = self._view
        if view is not None:
            self.correct_asked.emit(view.subject, view.one.ses, self._reasons.current(), self._note.text().strip())

    def _make_asking(self) -> QFrame:
        said = self.tr("What stands here counts until the form is closed again; nothing is ever hidden.")
        column = down(
            text(self.tr("Why is it corrected?"), Voice.STRONG),
            self._reasons,
            self._note,
            text(said, Voice.CAPTION),
            spacing=GRID,
        )
        column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignRight)
        return card(column)
