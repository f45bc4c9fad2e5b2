"""This tablet goes to another site: what that means, what is still to be done here, where it goes and why."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFrame, QLineEdit

from retnet_pro.conduct import leaving
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.leaving import Unfinished
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Tone, Voice, across, button, card, clear, down, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID

Left = Mapping[Unfinished, int]


class LeavingPage(Page):
    """Closes the tablet once the other site and a reason are said, and nothing is left or somebody insists."""

    closed = Signal()

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room, self.tr("This tablet goes to another site"), name="leaving", back=True)
        self._desk = desk
        self._left: Left | None = None
        self._todo = down(spacing=GRID)
        self._to = _line("leaving.to", self.tr("Which site does it go to?"))
        self._why = _line("leaving.why", self.tr("Why does it go there?"))
        self._insist = QCheckBox(self.tr("It must go all the same; what is left here is written into the record"))
        self._insist.setObjectName("leaving.insist")
        self._confirm = button(self.tr("Close this tablet"), "leaving.confirm", self.theme, sign=Sign.LOCK)
        for line in (self._to, self._why):
            line.textChanged.connect(lambda _: self._judge())
        self._insist.toggled.connect(lambda _: self._judge())
        self._confirm.clicked.connect(self._do)
        self.body.addWidget(self._make_meaning())
        self.body.addWidget(card(self._todo, margin=3 * GRID))
        self.body.addWidget(self._make_asking())
        self.body.addStretch(1)

    def open(self) -> None:
        """Start with nothing filled in, and look at what is still to be done."""
        self.hush()
        self._left = None
        self._to.clear()
        self._why.clear()
        self._insist.setChecked(False)
        self._judge()
        self.ask(self._look, self.present)

    def present(self, left: Left) -> None:
        """Show what is still to be done."""
        self._left = left
        clear(self._todo)
        if left:
            self._todo.addWidget(text(self.tr("Still to be done here"), Voice.LEAD))
            for said in self._said(left):
                self._todo.addLayout(self._point(Sign.ATTENTION, said, Tone.AMBER, "leaving.todo"))
        else:
            done = self.tr("Everything here is finished, and the centre has received it.")
            self._todo.addLayout(self._point(Sign.GOOD, done, Tone.ACCENT, "leaving.done"))
        self._insist.setVisible(bool(left))
        self._judge()

    def complain(self, error: Exception) -> None:
        """Show the failure; what was typed stays."""
        super().complain(error)
        self._judge()

    def _look(self) -> Left:
        self._desk.catch_up()
        return leaving.unfinished(self._desk)

    def _said(self, left: Left) -> Iterator[str]:
        told = {
            Unfinished.SITTINGS: self.tr(
                "Questionnaires that were begun: {count}. Finish them, or close them as partial."
            ),
            Unfinished.PAPERS: self.tr("Forms on paper that are not read in twice: {count}."),
            Unfinished.FORMS: self.tr("Forms of staff that are open: {count}. Close them, or set them aside."),
            Unfinished.PLACES: self.tr("Answers in the wrong place, not decided about: {count}."),
            Unfinished.ALERTS: self.tr("Alerts that were raised here and are open: {count}. Answer them."),
            Unfinished.UNRECEIVED: self.tr("Records without a receipt: {count}. Send them, then look for receipts."),
            Unfinished.BEFORE: self.tr("Questionnaires of the device before this one, not with the centre: {count}."),
            Unfinished.UNTOLD: self.tr("Records the other tablets do not know: {count}. Exchange with them."),
        }
        yield from (told[what].format(count=count) for what, count in left.items())

    def _judge(self) -> None:
        is_said = bool(self._to.text().strip() and self._why.text().strip())
        may_go = self._left is not None and (not self._left or self._insist.isChecked())
        self._confirm.setEnabled(is_said and may_go)

    def _do(self) -> None:
        to, why, insists = self._to.text(), self._why.text(), self._insist.isChecked()
        self._confirm.setEnabled(False)
        self.hush()
        self.ask(
            lambda: leaving.leave(self._desk, to, why, is_forced=insists),
            lambda _: self.closed.emit(),
        )

    def _make_meaning(self) -> QFrame:
        points = down(text(self.tr("This cannot be undone"), Voice.LEAD), spacing=GRID)
        for said in (
            self.tr("From then on nobody answers on it and nothing is recorded; it only sends what it holds."),
            self.tr("Its record stays with this site. At the other site it is set up anew, with nothing from here."),
            self.tr("Participants go on with another tablet of this site. Make a last backup before."),
        ):
            points.addLayout(self._point(Sign.INFORMATION, said))
        return card(points, margin=3 * GRID)

    def _make_asking(self) -> QFrame:
        column = down(
            down(text(self.tr("Which site does it go to?"), Voice.STRONG), self._to, spacing=GRID),
            down(text(self.tr("Why does it go there?"), Voice.STRONG), self._why, spacing=GRID),
            text(self.tr("No names; the reason is sealed into the record, the centre reads both."), Voice.CAPTION),
            self._insist,
        )
        column.addWidget(self._confirm, 0, Qt.AlignmentFlag.AlignRight)
        return card(column, margin=3 * GRID)

    def _point(self, sign: Sign, said: str, tone: Tone = Tone.PLAIN, name: str = "") -> QBoxLayout:
        line = across(spacing=GRID)
        line.addWidget(mark(sign, self.theme, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(text(said, name=name), 1)
        return line


def _line(name: str, title: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setAccessibleName(title)
    field.setMaxLength(200)
    return field
