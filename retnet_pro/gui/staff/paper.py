"""Read in a form on paper: a first reading, a second by somebody else, or a look at where they differ (rule E93)."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame

from retnet_pro.conduct import transcription
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.paper_reading import discrepancies, transcript_of
from retnet_pro.conduct.paper_recording import is_agreed, record
from retnet_pro.errors import Code, Refusal
from retnet_pro.gui import words
from retnet_pro.gui.staff.enrol import chosen_day, date_field
from retnet_pro.gui.staff.misplaced import note_field
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.paper_marks import MarkGrid, MarkRow, mark_row
from retnet_pro.gui.staff.pieces import Choices, Rank, Voice, across, button, card, down, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID
from retnet_pro.instrument.model import InstrumentId
from retnet_pro.record.event import SessionId
from retnet_pro.record.transcript import Round, WhyPaper
from retnet_pro.study.visits import planned_visits


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """What the page starts with."""

    subject: str
    round: Round
    today: date
    enrolled: date
    line: str
    """Visit and form, once they are known."""
    forms: tuple[tuple[str, InstrumentId, str], ...] = ()
    """For a first reading: visit, form, and both in words."""
    languages: tuple[str, ...] = ()
    language: str = ""
    ses: SessionId | None = None
    rows: tuple[MarkRow, ...] = ()
    is_agreed: bool = False
    """Only the recording is left, which stopped half-way."""


def first_view(desk: Desk, subject: str) -> PaperView:
    """Return the forms of a participant that could have come on paper.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN` or `PARTICIPANT_ERASED`.
    """
    known, course = desk.participant(subject), desk.course(subject)
    today = desk.pen.clock().wall.date()
    forms = (
        (visit.id, form, f"{visit.title} \u00b7 {desk.library.instrument(form).title}")
        for visit in planned_visits(desk.study, known)
        if visit.opens <= today
        for form in visit.instruments
        if form not in course.done(visit.id)
    )
    return PaperView(
        subject=subject,
        round=Round.FIRST,
        today=today,
        enrolled=known.enrolled,
        line="",
        forms=tuple(forms),
        languages=desk.study.languages,
        language=known.language,
    )


def form_rows(desk: Desk, instrument: InstrumentId, language: str) -> tuple[MarkRow, ...]:
    """Return every question of a form.

    Raises:
        Refusal: `WORDING_MISSING`.
    """
    form = desk.library.instrument(instrument)
    wording = desk.library.wording(form, language)
    return tuple(mark_row(item, wording) for item in form.items)


def next_view(desk: Desk, ses: SessionId) -> PaperView:
    """Return the second reading of a form, with nothing of the first, or what two readings differ in, or nothing else.

    Raises:
        Refusal: `NOT_ALLOWED`, `PAPER_UNKNOWN` or `WORDING_MISSING`.
    """
    paper = desk.site.papers.get(ses)
    if paper is None:
        raise Refusal(Code.PAPER_UNKNOWN)
    read = transcript_of(desk, paper, Round.FIRST)
    form = desk.library.instrument(paper.instrument)
    known = desk.participant(paper.subject)
    titles = {visit.id: visit.title for visit in planned_visits(desk.study, known)}
    is_settling, done = Round.SECOND in paper.readings, is_agreed(desk, ses)
    if done:
        rows: tuple[MarkRow, ...] = ()
    elif is_settling:
        wording = desk.library.wording(form, read.language)
        rows = tuple(
            mark_row(form.by_id[one.item], wording, (one.first, one.second)) for one in discrepancies(desk, ses)
        )
    else:
        rows = form_rows(desk, form.id, read.language)
    return PaperView(
        subject=paper.subject,
        round=Round.SETTLED if is_settling else Round.SECOND,
        today=desk.pen.clock().wall.date(),
        enrolled=known.enrolled,
        line=f"{titles.get(paper.visit, paper.visit)} \u00b7 {form.title} \u00b7 {words.day(read.day)}",
        ses=ses,
        rows=rows,
        is_agreed=done,
    )


class PaperPage(Page):
    """Shows a `PaperView`; what was chosen stays when something is refused."""

    recorded = Signal(str)
    """The study code."""

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room, "", name="paper", back=True)
        self._desk = desk
        self._view: PaperView | None = None
        self._form = _list("paper.form", self.tr("Which form?"))
        self._language = _list("paper.language", self.tr("Language of the paper"))
        self._day = date_field("paper.day", self.tr("The participant's own date on it"))
        self._day.setSpecialValueText(self.tr("Choose the day"))
        self._day.dateChanged.connect(lambda _: self._judge())
        self._why = Choices(self.theme, "paper.why")
        self._note = note_field("paper.note", self.tr("In words, where the list does not do"))
        self._means = text("", Voice.QUIET, name="paper.means")
        self.grid = MarkGrid()
        self._confirm = button(
            self.tr("Record this reading"), "paper.confirm", self.theme, rank=Rank.PRIMARY, sign=Sign.WRITE
        )
        self._form.currentIndexChanged.connect(lambda _: self._get_rows())
        self._language.currentIndexChanged.connect(lambda _: self._get_rows())
        for changed in (self._why.chosen, self._note.textChanged, self.grid.changed):
            changed.connect(lambda *_: self._judge())
        self._confirm.clicked.connect(self._do)
        self._asking = self._make_asking()
        self.body.addWidget(self._means)
        self.body.addWidget(self._asking)
        self._marks = card(down(self.grid), margin=3 * GRID)
        self.body.addWidget(self._marks)
        self.body.addWidget(self._confirm, 0, Qt.AlignmentFlag.AlignRight)
        self.body.addStretch(1)

    def open_first(self, subject: str) -> None:
        """Start a first reading."""
        self._begin()
        self.ask(lambda: first_view(self._desk, subject), self.present)

    def open_next(self, ses: SessionId) -> None:
        """Go on with the second reading, or with what differs."""
        self._begin()
        self.ask(lambda: next_view(self._desk, ses), self.present)

    def present(self, view: PaperView) -> None:
        """Show what is to be read."""
        self._view = view
        titles = {
            Round.FIRST: self.tr("Read in a paper form"),
            Round.SECOND: self.tr("Second reading"),
            Round.SETTLED: self.tr("Look at the paper"),
        }
        meanings = {
            Round.FIRST: self.tr("Put down what stands on the paper, also what is odd. Another person reads it again."),
            Round.SECOND: self.tr("Read the paper yourself. What the first person put down is not shown."),
            Round.SETTLED: self.tr("These questions were read differently. Choose what the paper shows."),
        }
        if view.is_agreed:
            title = self.tr("Finish recording")
            means = self.tr("Both readings are in the record. Recording was interrupted; it goes on from there.")
        else:
            title, means = titles[view.round], meanings[view.round]
        self.head(title, " \u00b7 ".join(filter(None, (view.subject, view.line))))
        self._means.setText(means)
        self._marks.setVisible(not view.is_agreed)
        self._confirm.setText(self.tr("Record the form") if view.is_agreed else self.tr("Record this reading"))
        self._asking.setVisible(view.round is Round.FIRST)
        self._offer(view)
        self.grid.present(view.rows)
        self.to_top()
        self._judge()

    def complain(self, error: Exception) -> None:
        """Show the failure; everything chosen stays."""
        super().complain(error)
        self.to_top()
        self._judge()

    def _begin(self) -> None:
        self.hush()
        self._view = None
        self._note.clear()

    def _offer(self, view: PaperView) -> None:
        for box in (self._form, self._language):
            box.blockSignals(True)
            box.clear()
        for visit, form, said in view.forms:
            self._form.addItem(said, (visit, form))
        self._form.setCurrentIndex(-1)
        for tag in view.languages:
            self._language.addItem(words.language_name(tag), tag)
        self._language.setCurrentIndex(self._language.findData(view.language))
        for box in (self._form, self._language):
            box.blockSignals(False)
        self._why.offer((one.value, words.word(one)) for one in WhyPaper)
        self._day.setMinimumDate(_day_of(view.enrolled).addDays(-1))
        self._day.setMaximumDate(_day_of(view.today))
        self._day.setDate(self._day.minimumDate())  # reads as nothing chosen: no day stands there by itself

    def _get_rows(self) -> None:
        chosen, language = self._form.currentData(), str(self._language.currentData() or "")
        if chosen and language:
            self.ask(lambda: form_rows(self._desk, chosen[1], language), self._show_rows)

    def _show_rows(self, rows: tuple[MarkRow, ...]) -> None:
        self.grid.present(rows)
        self._judge()

    def _judge(self) -> None:
        view = self._view
        is_said = view is not None and (
            view.round is not Round.FIRST
            or bool(self._form.currentData() and self._why.current() and self._day.date() > self._day.minimumDate())
        )
        self._confirm.setEnabled(is_said and self.grid.is_whole())

    def _do(self) -> None:
        view, marks, note = self._view, self.grid.marks(), self._note.text()
        if view is None:
            return
        chosen, day, why = self._form.currentData(), chosen_day(self._day), self._why.current()
        language = str(self._language.currentData() or "")
        self._confirm.setEnabled(False)

        def write() -> str:
            if view.ses is None:
                transcription.enter_first(
                    self._desk,
                    view.subject,
                    chosen[0],
                    chosen[1],
                    marks,
                    day=day,
                    language=language,
                    why=WhyPaper(why),
                    note=note,
                )
            elif view.is_agreed:
                record(self._desk, view.ses)
            elif view.round is Round.SECOND:
                transcription.enter_second(self._desk, view.ses, marks)
            else:
                transcription.settle(self._desk, view.ses, marks)
            return view.subject

        self.ask(write, self.recorded.emit)

    def _make_asking(self) -> QFrame:
        left = down(
            down(text(self.tr("Which form?"), Voice.STRONG), self._form, spacing=GRID),
            down(text(self.tr("The participant's own date on it"), Voice.STRONG), self._day, spacing=GRID),
            down(text(self.tr("Language of the paper"), Voice.STRONG), self._language, spacing=GRID),
        )
        left.addStretch(1)
        right = down(text(self.tr("Why paper?"), Voice.STRONG), self._why, self._note, spacing=GRID)
        sides = across(spacing=4 * GRID)
        sides.addLayout(left, 1)
        sides.addLayout(right, 1)
        return card(sides, margin=3 * GRID)


def _day_of(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _list(name: str, title: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(title)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box
