"""Remove data by written order: who ordered it, what goes, what that means, and the study code typed to confirm."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit

from retnet_pro.conduct import erasure
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.erased import Ground, Order
from retnet_pro.conduct.erasure import Piece
from retnet_pro.gui import words
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Choices, Tone, Voice, across, button, card, down, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID
from retnet_pro.record.event import SessionId

EVERYTHING = ""
"""Stands in the list of what goes for the whole participant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureView:
    """What can be removed of one participant."""

    subject: str
    pieces: tuple[Piece, ...]


class ErasurePage(Page):
    """Takes the order; nothing goes before the study code was typed."""

    erased = Signal(str, bool)
    """The study code, and whether everything about the participant is gone."""

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room, self.tr("Erase by order"), name="erasure", back=True)
        self._desk = desk
        self._view: ErasureView | None = None
        self._authority = _line("erasure.authority", self.tr("Who ordered it"))
        self._reference = _line("erasure.reference", self.tr("Reference of the written order"))
        self._typed = _line("erasure.typed", self.tr("Study code"))
        self._what = QComboBox()
        self._what.setObjectName("erasure.what")
        self._what.setAccessibleName(self.tr("What is erased?"))
        self._grounds = Choices(self.theme, "erasure.ground")
        self._confirm = button(self.tr("Erase for good"), "erasure.confirm", self.theme, sign=Sign.REMOVE)
        self._type_it = text("", Voice.STRONG, name="erasure.type-it")
        for line in (self._authority, self._reference, self._typed):
            line.textChanged.connect(lambda _: self._judge())
        self._grounds.chosen.connect(lambda _: self._judge())
        self._confirm.clicked.connect(self._do)
        self.body.addWidget(self._make_meaning())
        self.body.addWidget(self._make_order())
        self.body.addStretch(1)

    def open(self, subject: str) -> None:
        """Start with nothing filled in."""
        self.hush()
        self._view = None
        self.head(self.tr("Erase by order"), subject)
        for line in (self._authority, self._reference, self._typed):
            line.clear()
        self._what.clear()
        self._judge()
        self.ask(
            lambda: ErasureView(subject=subject, pieces=erasure.pieces(self._desk, subject)),
            self.present,
        )

    def present(self, view: ErasureView) -> None:
        """Show what can be removed."""
        self._view = view
        self._grounds.offer((ground.value, words.word(ground)) for ground in Ground)
        self._what.clear()
        self._what.addItem(self.tr("Everything about this participant"), EVERYTHING)
        for piece in view.pieces:
            self._what.addItem(self._said(piece), piece.ses)
        self._type_it.setText(self.tr("Type the study code {subject} to confirm").format(subject=view.subject))
        self._judge()

    def complain(self, error: Exception) -> None:
        """Show the failure; everything typed stays."""
        super().complain(error)
        self._judge()

    def _said(self, piece: Piece) -> str:
        form = self._desk.library.instrument(piece.instrument).title
        state = "" if piece.is_finished else self.tr("in part") if piece.stopped else self.tr("open")
        return " · ".join(part for part in (piece.visit_title, form, words.day(piece.day), state) if part)

    def _judge(self) -> None:
        view = self._view
        is_typed = view is not None and self._typed.text().strip().upper() == view.subject
        has_order = bool(self._authority.text().strip() and self._reference.text().strip())
        self._confirm.setEnabled(is_typed and has_order and bool(self._grounds.current()))

    def _do(self) -> None:
        view = self._view
        if view is None:
            return
        order = Order(
            authority=self._authority.text(), reference=self._reference.text(), ground=Ground(self._grounds.current())
        )
        typed, chosen = self._typed.text(), str(self._what.currentData() or EVERYTHING)
        only: Collection[SessionId] | None = None if chosen == EVERYTHING else (SessionId(chosen),)
        self._confirm.setEnabled(False)
        self.hush()
        self.ask(
            lambda: erasure.erase(self._desk, view.subject, order, confirmed=typed, only=only),
            lambda _: self.erased.emit(view.subject, only is None),
        )

    def _make_meaning(self) -> QFrame:
        points = down(text(self.tr("This cannot be undone"), Voice.LEAD), spacing=GRID)
        for sign, said in (
            (
                Sign.ATTENTION,
                self.tr("Only on the written order of who decides about the data. To end the questionnaires, record a"
                        " withdrawal instead."),
            ),
            (
                Sign.INFORMATION,
                self.tr("The answers go for good from this device. That something stood there, and by which order it"
                        " went, stays in the record."),
            ),
            (
                Sign.INFORMATION,
                self.tr("The centre is told with the next sending and confirms with its receipt. Backups made before"
                        " hold the data until newer ones have replaced them."),
            ),
        ):  # fmt: skip
            line = across(spacing=GRID)
            tone = Tone.AMBER if sign is Sign.ATTENTION else Tone.PLAIN
            line.addWidget(mark(sign, self.theme, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(text(said), 1)
            points.addLayout(line)
        return card(points, Tone.AMBER, margin=3 * GRID)

    def _make_order(self) -> QFrame:
        left = down(
            _part(self.tr("Who ordered it?"), self._authority),
            _part(self.tr("Reference of the written order"), self._reference),
        )
        left.addStretch(1)
        right = down(_part(self.tr("On what ground?"), self._grounds), down(self._type_it, self._typed, spacing=GRID))
        right.addStretch(1)
        right.addWidget(self._confirm, 0, Qt.AlignmentFlag.AlignRight)
        sides = across(spacing=4 * GRID)
        sides.addLayout(left, 1)
        sides.addLayout(right, 1)
        what = _part(self.tr("What is erased?"), self._what)
        return card(down(what, sides, spacing=3 * GRID), margin=3 * GRID)


def _part(title: str, widget: QComboBox | QLineEdit | Choices) -> QFrame:
    part = card(down(text(title, Voice.STRONG), widget, spacing=GRID), margin=0)
    part.setProperty("card", "none")
    return part


def _line(name: str, title: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setAccessibleName(title)
    field.setMaxLength(200)
    return field
