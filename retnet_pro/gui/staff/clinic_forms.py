"""The forms of one participant that staff fill in: which can be begun, which wait, which are closed."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout

from retnet_pro.conduct.desk import Desk
from retnet_pro.gui import words
from retnet_pro.gui.staff import clinic_said
from retnet_pro.gui.staff.clinic_list_view import Closed, FormsView, Offer, Waiting, forms_view
from retnet_pro.gui.staff.house import Paper
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Tone, Voice, across, button, card, chip, clear, down, hairline, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID


class ClinicFormsPage(Page):
    """Shows a `FormsView`; reports which form somebody wants."""

    begun = Signal(str, str)
    """Study code and form."""
    gone_on = Signal(str, str)
    """Study code and id of the open form."""
    read = Signal(str, str)
    """Study code and id of the closed form."""

    def __init__(self, room: Room, desk: Desk, paper: Paper) -> None:
        super().__init__(room, self.tr("Forms"), name="forms", back=True)
        self._desk = desk
        self._paper = paper
        self._copy = button(self.tr("Copy as CSV"), "forms.copy", self.theme, sign=Sign.COPY)
        self._copy.clicked.connect(self._choose_copy)
        self.acts.addWidget(self._copy)
        self._subject = ""
        self._offers, self._waiting, self._closed = down(spacing=GRID), down(spacing=GRID), down(spacing=GRID)
        self._label = text("", Voice.CAPTION, name="forms.label")
        self._waiting_card = self._make_card(self.tr("Begun, not closed"), self._waiting)
        begin = self._make_card(self.tr("Fill in"), self._offers)
        self.body.addWidget(self._waiting_card)
        self.body.addWidget(begin)
        self.body.addWidget(self._make_card(self.tr("Closed"), self._closed))
        self.body.addWidget(self._label)
        self.body.addStretch(1)

    @property
    def subject(self) -> str:
        """The study code whose forms are shown."""
        return self._subject

    def open(self, subject: str) -> None:
        """Show the forms of a participant as they stand now."""
        self.hush()
        self._subject = subject
        language = clinic_said.language()
        self.ask(lambda: forms_view(self._desk, subject, language), self.present)

    def present(self, view: FormsView) -> None:
        """Show these forms."""
        self.head(self.tr("Forms"), view.subject)
        self._label.setText(view.label)
        for column in (self._offers, self._waiting, self._closed):
            clear(column)
        for offer in view.offers:
            self._offers.addLayout(self._offer_row(view.subject, offer))
        for waiting in view.waiting:
            self._waiting.addLayout(self._waiting_row(view.subject, waiting))
        for place, closed in enumerate(view.closed):
            if place:
                self._closed.addWidget(hairline())
            self._closed.addLayout(self._closed_row(view.subject, closed))
        if not view.closed:
            self._closed.addWidget(text(self.tr("No form is closed yet."), Voice.QUIET, name="forms.none"))
        self._waiting_card.setVisible(bool(view.waiting))
        self._copy.setEnabled(any(closed.may_read for closed in view.closed))

    def save_copy(self, path: Path) -> None:
        """Write the closed forms as a table, as after the file dialog."""
        self.hush()
        said = self.tr("The forms are in {path}. The copy is written down in the trail.").format(path=path)
        self.ask(
            lambda: self._paper.clinic_forms(self._desk, self._subject, path),
            lambda _: self.notice(said, Sign.GOOD, Tone.ACCENT),
        )

    def _choose_copy(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the forms of staff"), "forms.csv", "CSV (*.csv)")
        if path:
            self.save_copy(Path(path))

    def _offer_row(self, subject: str, offer: Offer) -> QVBoxLayout:
        row = across(spacing=GRID)
        said, named = self.tr("Begin"), self.tr("Begin: {form}")
        if offer.is_begun:
            said, named = self.tr("Go on"), self.tr("Go on: {form}")
        begin = button(said, f"forms.begin.{offer.form}", self.theme, sign=Sign.WRITE)
        begin.setAccessibleName(named.format(form=offer.title))
        begin.setEnabled(offer.may_begin)
        begin.clicked.connect(lambda: self.begun.emit(subject, offer.form))
        row.addWidget(begin)
        row.addWidget(text(offer.title, Voice.STRONG), 1)
        if offer.hidden:
            row.addWidget(chip(self.tr("Tells the treatment, not for your role"), Sign.LOCK, self.theme))
        elif offer.too_early:
            row.addWidget(chip(self.tr("After randomisation"), Sign.UPCOMING, self.theme))
        elif not offer.may_begin:
            row.addWidget(chip(self.tr("Not to be begun now"), Sign.LOCK, self.theme))
        return down(row, spacing=0)

    def _waiting_row(self, subject: str, waiting: Waiting) -> QVBoxLayout:
        one = waiting.one
        row = across(spacing=GRID)
        go_on = button(self.tr("Go on"), f"forms.go-on.{one.ses}", self.theme, sign=Sign.GO_ON)
        go_on.setAccessibleName(self.tr("Go on: {form}").format(form=waiting.title))
        go_on.setEnabled(waiting.may_go_on)
        go_on.clicked.connect(lambda: self.gone_on.emit(subject, one.ses))
        said = self.tr("begun by {who}, {at}") if not one.why else self.tr("opened to correct it by {who}, {at}")
        row.addWidget(go_on)
        by = text(said.format(who=one.who, at=words.instant(one.at)), Voice.QUIET)
        row.addLayout(down(text(waiting.title, Voice.STRONG), by, spacing=0), 1)
        return down(row, spacing=0)

    def _closed_row(self, subject: str, closed: Closed) -> QVBoxLayout:
        one = closed.one
        row = across(spacing=GRID)
        look = button(self.tr("Open"), f"forms.read.{one.ses}", self.theme, sign=Sign.SEARCH)
        look.setAccessibleName(self.tr("Open: {form}").format(form=closed.title))
        look.setEnabled(closed.may_read)
        look.clicked.connect(lambda: self.read.emit(subject, one.ses))
        day = f" \u00b7 {clinic_said.day(one.day)}" if one.day else ""
        row.addWidget(look)
        said = self.tr("closed by {who}, {at}") if one.revision == 1 else self.tr("corrected by {who}, {at}")
        title = text(closed.title + day, Voice.STRONG, name=f"forms.closed.{one.ses}")
        by = text(said.format(who=one.who, at=words.instant(one.at)), Voice.QUIET)
        row.addLayout(down(title, by, spacing=0), 1)
        if closed.disagrees:
            said = self.tr("The course says otherwise")
            row.addWidget(chip(said, Sign.ATTENTION, self.theme, tone=Tone.AMBER, name=f"forms.differs.{one.ses}"))
        return down(row, spacing=0)

    def _make_card(self, title: str, inside: QVBoxLayout) -> QFrame:
        framed = card(down(text(title, Voice.LEAD), inside, spacing=2 * GRID), margin=3 * GRID)
        framed.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return framed
