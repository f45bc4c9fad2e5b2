"""Enrol a participant: a study code, a day, a language; nothing that names anybody (rule P100)."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QLineEdit

from retnet_pro.conduct.desk import Desk
from retnet_pro.gui import words
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Choices, Rank, Voice, across, button, card, down, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID
from retnet_pro.study.subject import DIGITS, make_subject


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolView:
    """What the form starts with."""

    suggested: str
    """The next free study code; '' where the study gives none."""
    today: date
    languages: tuple[str, ...]


def enrol_view(desk: Desk) -> EnrolView:
    """Return what the form starts with."""
    return EnrolView(
        suggested=_free_subject(str(desk.site.provision["site"]), desk.site.study_codes()),
        today=desk.pen.clock().wall.date(),
        languages=desk.study.languages,
    )


def _free_subject(site: str, taken: Container[str]) -> str:
    codes = (make_subject(site, number) for number in range(1, 10**DIGITS))
    return next((code for code in codes if code not in taken), "")


class EnrolPage(Page):
    """Takes the facts of enrolment; a refused code stays in the field with the reason above it."""

    enrolled = Signal(str)
    """The study code."""

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room, self.tr("Enrol a participant"), name="enrol", back=True)
        self._desk = desk
        self._subject = QLineEdit()
        self._subject.setObjectName("enrol.subject")
        self._subject.setAccessibleName(self.tr("Study code"))
        self._day = date_field("enrol.day", self.tr("Enrolled on"))
        self._languages = Choices(self.theme, "enrol.language")
        self._confirm = button(self.tr("Enrol"), "enrol.confirm", self.theme, rank=Rank.PRIMARY, sign=Sign.ADD)
        self._confirm.clicked.connect(self._do)
        self._languages.chosen.connect(lambda _: self._judge())
        self._subject.textChanged.connect(lambda _: self._judge())
        self._subject.returnPressed.connect(self._do)
        self._lay_out_body()

    def open(self) -> None:
        """Start with an empty form."""
        self.hush()
        self.ask(lambda: enrol_view(self._desk), self.present)

    def present(self, view: EnrolView) -> None:
        """Show the form as it starts."""
        self._subject.setText(view.suggested)
        self._day.setMaximumDate(QDate(view.today.year, view.today.month, view.today.day))
        self._day.setDate(self._day.maximumDate())
        self._languages.offer((tag, words.language_name(tag)) for tag in view.languages)
        self._subject.setFocus()
        self._subject.selectAll()
        self._judge()

    def _do(self) -> None:
        if not self._confirm.isEnabled():
            return
        subject, language, day = self._subject.text().strip(), self._languages.current(), chosen_day(self._day)
        self._confirm.setEnabled(False)
        self.hush()

        def enrol() -> str:
            self._desk.enrol(subject, day, language)
            return subject

        self.ask(enrol, self.enrolled.emit)

    def complain(self, error: Exception) -> None:
        """Show the failure; everything typed stays."""
        super().complain(error)
        self._judge()

    def _judge(self) -> None:
        self._confirm.setEnabled(bool(self._subject.text().strip() and self._languages.current()))

    def _lay_out_body(self) -> None:
        said = self.tr("From the enrolment sheet. Never a name, initials or a date of birth.")
        left = down(
            down(text(self.tr("Study code"), Voice.STRONG), self._subject, text(said, Voice.CAPTION), spacing=GRID),
            down(text(self.tr("Enrolled on"), Voice.STRONG), self._day, spacing=GRID),
        )
        left.addStretch(1)
        right = down(text(self.tr("Language of the questionnaires"), Voice.STRONG), self._languages, spacing=GRID)
        right.addStretch(1)
        sides = across(spacing=4 * GRID)
        sides.addLayout(left, 1)
        sides.addLayout(right, 1)
        self.body.addWidget(card(sides, margin=3 * GRID))
        self.body.addWidget(self._confirm, 0, Qt.AlignmentFlag.AlignRight)
        self.body.addStretch(1)


def date_field(name: str, title: str) -> QDateEdit:
    """Return a field for a day, with a calendar."""
    field = QDateEdit()
    field.setObjectName(name)
    field.setAccessibleName(title)
    field.setCalendarPopup(True)
    field.setDisplayFormat("d MMM yyyy")
    return field


def chosen_day(field: QDateEdit) -> date:
    """Return the day in a field."""
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())
