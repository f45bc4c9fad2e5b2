"""Signatures of one participant: how each milestone stands, and signing one with the passphrase (rules P60–P66)."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.ports import Slots
from retnet_pro.conduct.signature_fact import Signature
from retnet_pro.conduct.signatures import STATEMENT, SignOff, sign
from retnet_pro.gui.staff.house import Paper
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Rank, Tone, Voice, across, button, card, clear, down, text
from retnet_pro.gui.staff.secret import SecretField
from retnet_pro.gui.staff.signing_cards import covered_lines, milestone_card, renewed_said, station_said
from retnet_pro.gui.staff.signing_view import SigningView, signing
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID


class SigningPage(Page):
    """Shows a `SigningView`; a refused passphrase stays in its field with the reason above it."""

    signed = Signal()

    def __init__(self, room: Room, desk: Desk, slots: Slots, paper: Paper) -> None:
        super().__init__(room, self.tr("Signatures"), name="signing", back=True)
        self._desk = desk
        self._slots = slots
        self._paper = paper
        self._view: SigningView | None = None
        self._chosen: SignOff | None = None
        for ending, title, mark in (("csv", self.tr("Signing list"), Sign.TABLE), ("pdf", self.tr("PDF"), Sign.PAPER)):
            made = button(title, f"signing.{ending}", self.theme, sign=mark)
            made.clicked.connect(lambda _=False, ending=ending: self._choose_copy(ending))
            self.acts.addWidget(made)
        self._list = down()
        self._about = down(spacing=GRID)
        self._secret = SecretField(self.theme, "signing.passphrase", self.tr("Your passphrase"))
        self._agree = QCheckBox(self.tr("I confirm this statement"))
        self._agree.setObjectName("signing.agree")
        self._statement = text("", name="signing.statement")
        self._confirm = button(self.tr("Sign"), "signing.confirm", self.theme, rank=Rank.PRIMARY, sign=Sign.WRITE)
        self._cancel = button(self.tr("Do not sign"), "signing.cancel", self.theme)
        self._secret.changed.connect(self._judge)
        self._agree.toggled.connect(lambda _: self._judge())
        self._confirm.clicked.connect(self._do)
        self._cancel.clicked.connect(lambda: self._choose(None))
        self._asking = self._make_asking()
        self._none = text(
            self.tr("Nothing to sign yet: no questionnaire is finished."), Voice.QUIET, name="signing.none"
        )
        self.body.addWidget(self._asking)
        self.body.addWidget(self._none)
        self.body.addLayout(self._list)
        self.body.addStretch(1)

    def open(self, subject: str) -> None:
        """Show how things stand now, with nothing chosen."""
        self.hush()
        self._chosen = None
        self._secret.forget()
        self.ask(lambda: signing(self._desk, subject), self.present)

    def present(self, view: SigningView) -> None:
        """Show these facts."""
        self._view = view
        self.head(self.tr("Signatures"), view.subject)
        self._choose(None)
        self._none.setVisible(not view.sign_offs)
        clear(self._list)
        for one in view.sign_offs:
            self._list.addWidget(milestone_card(one, view, self.theme, self._choose))

    def complain(self, error: Exception) -> None:
        """Show the failure; everything typed stays."""
        super().complain(error)
        self._judge()

    def save_copy(self, path: Path, *, as_table: bool) -> None:
        """Copy the signing list of the site, as after the file dialog."""
        self.hush()
        said = self.tr("The signing list is in {path}. The copy is written down in the trail.").format(path=path)
        self.ask(
            lambda: self._paper.signatures(self._desk, path, as_table=as_table),
            lambda _: self.notice(said, Sign.GOOD, Tone.ACCENT),
        )

    def _choose(self, one: SignOff | None) -> None:
        self._chosen = one
        self._secret.forget()
        self._agree.setChecked(False)
        self._asking.setVisible(one is not None)
        view = self._view
        if one is None or view is None:
            return
        clear(self._about)
        self._about.addWidget(text(station_said(one.station), Voice.LEAD, name="signing.chosen"))
        self._about.addWidget(text(self.tr("Signature of {name}, meaning:").format(name=view.name), Voice.STRONG))
        self._about.addWidget(text(one.station.meaning, name="signing.meaning"))
        self._about.addWidget(text(self.tr("What it covers"), Voice.STRONG))
        self._about.addLayout(covered_lines(one, view))
        if view.renewed is not None:
            self._about.addWidget(text(renewed_said(view.renewed), tone=Tone.AMBER, name="signing.renewed"))
        for part in (self._statement, self._agree):
            part.setVisible(view.must_confirm)
        self._statement.setText(QCoreApplication.translate("signing", STATEMENT))
        self._judge()
        self.to_top()
        self._secret.setFocus()

    def _judge(self) -> None:
        agreed = self._view is not None and (not self._view.must_confirm or self._agree.isChecked())
        self._confirm.setEnabled(agreed and bool(self._secret.value()))

    def _do(self) -> None:
        view, one = self._view, self._chosen
        if view is None or one is None:
            return
        passphrase, agreed = self._secret.value(), self._statement.text() if self._agree.isChecked() else ""
        self._confirm.setEnabled(False)
        self.hush()

        def work() -> Signature:
            return sign(
                self._desk,
                self._slots,
                view.subject,
                one.station.id,
                expected=one.digest,
                passphrase=passphrase,
                agreed=agreed,
            )

        self.ask(work, lambda _: self._done(view.subject, station_said(one.station)))

    def _done(self, subject: str, title: str) -> None:
        self._secret.forget()
        self.open(subject)
        self.notice(self.tr("Signed: {title}.").format(title=title), Sign.GOOD, Tone.ACCENT)
        self.signed.emit()

    def _choose_copy(self, ending: str) -> None:
        title = self.tr("Save the signing list")
        path, _ = QFileDialog.getSaveFileName(self, title, f"signatures.{ending}", f"{ending.upper()} (*.{ending})")
        if path:
            self.save_copy(Path(path), as_table=ending == "csv")

    def _make_asking(self) -> QFrame:
        acts = across(spacing=GRID)
        acts.addStretch(1)
        acts.addWidget(self._cancel)
        acts.addWidget(self._confirm)
        secret = down(text(self.tr("Your passphrase"), Voice.STRONG), self._secret, spacing=GRID)
        column = down(self._about, self._statement, spacing=2 * GRID)
        column.addWidget(self._agree, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(secret)
        column.addLayout(acts)
        return card(column)
