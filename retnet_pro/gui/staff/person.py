"""One participant: course, scores and why some are missing, answers. Opening it is written down (rule P10)."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QWidget

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.event_name import event_name
from retnet_pro.conduct.history import History, history_of
from retnet_pro.gui import words
from retnet_pro.gui.staff.answers import AnswerTable
from retnet_pro.gui.staff.form_status import FormStatus
from retnet_pro.gui.staff.form_view import FormView
from retnet_pro.gui.staff.house import Paper
from retnet_pro.gui.staff.marks import Legend
from retnet_pro.gui.staff.other_tablets import OtherTablets
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.paper_list import PaperList
from retnet_pro.gui.staff.person_alerts import PersonAlerts
from retnet_pro.gui.staff.person_chips import ending_chips, fact_chips
from retnet_pro.gui.staff.person_shown import PersonShown
from retnet_pro.gui.staff.person_signing import PersonSigning
from retnet_pro.gui.staff.person_view import PersonView, person, with_scan
from retnet_pro.gui.staff.person_visits import PersonVisits
from retnet_pro.gui.staff.pieces import Rank, Tone, Voice, across, button, card, clear, down, text
from retnet_pro.gui.staff.placings import PlacingList
from retnet_pro.gui.staff.scores import ScoreTable
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.staff.timeline import TimeLine
from retnet_pro.gui.staff.trends import Span, TrendGrid
from retnet_pro.gui.theme import GRID
from retnet_pro.record.event import SessionId


class PersonPage(Page):
    """Shows a `PersonView`; reports what somebody wants to record."""

    record_asked = Signal(str)
    withdrawal_asked = Signal(str)
    erasure_asked = Signal(str)
    signing_asked = Signal(str)
    alert_asked = Signal(object)
    """The `AlertRow`."""
    alerts_asked = Signal(str)
    """Study code of whoever has more open alerts than the page shows."""
    forms_asked = Signal(str)
    correction_asked = Signal(str, str, str)
    """Study code, session and item of the answer to be put right."""
    misplaced_asked = Signal(str, str)
    """Study code and session of what belongs elsewhere."""
    decision_asked = Signal(str)
    """Name of a proposal that waits for a second person."""
    paper_asked = Signal(str)
    """Study code of whoever filled in a form on paper."""
    reading_asked = Signal(str)
    """Session of a form on paper that is to be read again."""
    because_asked = Signal(str, str, str)
    """Study code, session and scale of the score somebody wants to follow."""
    scan_shown = Signal(str, str)
    """Study code and session of the form on paper whose scan somebody wants to see."""

    def __init__(self, room: Room, desk: Desk, paper: Paper) -> None:
        super().__init__(room, "", name="person", back=True)
        self._desk = desk
        self._paper = paper
        self._view: PersonView | None = None
        self._wanted: SessionId | None = None
        self._form: FormView | None = None
        self._record = button(self.tr("Record a fact"), "person.record", self.theme, sign=Sign.WRITE)
        self._record.clicked.connect(lambda: self.record_asked.emit(self._view.subject if self._view else ""))
        self._filled = button("", "person.forms", self.theme, sign=Sign.AUDIT)
        self._filled.clicked.connect(lambda: self.forms_asked.emit(self._view.subject if self._view else ""))
        self._print = button(self.tr("PDF"), "person.pdf", self.theme, sign=Sign.PAPER)
        self._print.clicked.connect(self._choose_pdf)
        self._withdraw = button(self.tr("Withdrawal"), "person.withdrawal", self.theme)
        self._withdraw.clicked.connect(lambda: self.withdrawal_asked.emit(self._view.subject if self._view else ""))
        self._erase = button(self.tr("Erase\u2026"), "person.erase", self.theme)
        self._erase.clicked.connect(lambda: self.erasure_asked.emit(self._view.subject if self._view else ""))
        for act in (self._record, self._withdraw, self._erase, self._print):
            self.acts.addWidget(act)
        self._facts: QHBoxLayout = across(spacing=3 * GRID)
        self._endings: QHBoxLayout = across(spacing=3 * GRID)
        self._erased = down(spacing=0)
        self._timeline = TimeLine(self.theme)
        self._alerts = PersonAlerts(self.theme)
        self._alerts.asked.connect(self.alert_asked)
        self._alerts.rest_asked.connect(lambda: self.alerts_asked.emit(self._view.subject if self._view else ""))
        self._signing = PersonSigning(self.theme)
        self._signing.asked.connect(lambda: self.signing_asked.emit(self._view.subject if self._view else ""))
        self._visits = PersonVisits(self.theme, desk, paper, self._save)
        self._forms: QHBoxLayout = across(spacing=0)
        self._status = FormStatus(self.theme)
        self._trends, self._scores = TrendGrid(self.theme), ScoreTable()
        self._scores.because_asked.connect(
            lambda ses, scale: self.because_asked.emit(self._view.subject if self._view else "", ses, scale)
        )
        self._answers = AnswerTable(self.theme, self._ask_history)
        self._answers.correction_asked.connect(
            lambda ses, item: self.correction_asked.emit(self._view.subject if self._view else "", ses, item)
        )
        self._answers.misplaced_asked.connect(
            lambda ses: self.misplaced_asked.emit(self._view.subject if self._view else "", ses)
        )
        self._answers.scan_asked.connect(self._show_scan)
        self._placings = PlacingList(self.theme)
        self._placings.decision_asked.connect(self.decision_asked)
        self._elsewhere = OtherTablets(self.theme)
        self._papers = PaperList(self.theme)
        self._papers.new_asked.connect(lambda: self.paper_asked.emit(self._view.subject if self._view else ""))
        self._papers.reading_asked.connect(self.reading_asked)
        self._papers.scan_asked.connect(self._choose_scan)
        self._papers.show_asked.connect(self._show_scan)
        self._shown = PersonShown(self.theme, self._trends, self._scores, self._answers)
        self._shown.picture_asked.connect(self.save_picture)
        self._shown.table_asked.connect(self.save_table)
        self._none = text(self.tr("No finished questionnaire yet."), Voice.QUIET, name="person.none")
        self._lay_out_body()

    def open(self, subject: str, ses: SessionId | None = None) -> None:
        """Show a participant as things stand now; where a session is given, the form it belongs to."""
        self.hush()
        self._wanted = ses
        self.ask(lambda: person(self._desk, subject), self.present)

    def present(self, view: PersonView) -> None:
        """Show these facts."""
        self._view = view
        self.head(view.subject, self.tr("Enrolled {day}").format(day=words.day(view.enrolled)))
        self._filled.setText(self.tr("Forms of staff: {count}").format(count=view.staff_forms))
        self._record.setVisible(view.may_record)
        self._withdraw.setVisible(view.may_record)
        self._erase.setVisible(view.may_erase)
        clear(self._erased)
        for one in view.erased:
            said = self.tr("{visit}, {form}: erased by order, event {seq}").format(
                visit=one.visit_title, form=one.form, seq=words.event_number(event_name(self._desk, one.seq))
            )
            self._erased.addWidget(text(said, Voice.QUIET, name=f"person.erased.{one.seq}"))
        for row, chips in (
            (self._facts, fact_chips(view, self.theme)),
            (self._endings, ending_chips(view, self.theme, self._timeline.said)),
        ):
            clear(row)
            for one_chip in chips:
                row.addWidget(one_chip)
            row.addStretch(1)
        self._elsewhere.present(view.elsewhere, dict(view.visits), {form.id: form.title for form in view.forms})
        self._placings.present(view.placings)
        self._papers.present(view.papers, may_enter=view.may_enter_paper)
        self._timeline.present(view.moments, view.today)
        self._alerts.present(view.alerts)
        self._signing.present(*view.to_sign)
        self._visits.present(view.subject, view.visits)
        self._offer_forms(view)

    def save_pdf(self, path: Path) -> None:
        """Write the report, as after the file dialog."""
        view = self._view
        if view is None:
            return
        said = self.tr("The report is in {path}.").format(path=path)
        self._save(lambda: self._paper.participant_pdf(self._desk, view.subject, path), said)

    def save_table(self, path: Path) -> None:
        """Write all scores as a table, as after the file dialog."""
        if (view := self._view) is not None:
            said = self.tr("The table is in {path}.").format(path=path)
            self._save(lambda: self._paper.scores(self._desk, view.subject, path), said)

    def save_picture(self, path: Path) -> None:
        """Write the trends of the form as a picture, as after the file dialog."""
        view, form = self._view, self._form
        if view is None or form is None:
            return
        facts = (view.subject, form.title, words.day(view.today), words.word(form.status), words.word(self._desk.mode))
        title = " – ".join(facts)
        picture = self._trends.as_picture(title)
        said = self.tr("The picture is in {path}.").format(path=path)
        self._save(lambda: self._paper.trends(self._desk, view.subject, form.id, picture, path), said)

    def _save(self, write: Callable[[], None], said: str) -> None:
        self.hush()
        self.ask(write, lambda _: self.notice(said, Sign.GOOD, Tone.ACCENT))

    def attach_scan(self, ses: SessionId, path: Path) -> None:
        """Seal the scan of a paper form, as after the file dialog; the file itself stays where it is."""
        view = self._view
        if view is None:
            return
        self.hush()
        said = self.tr("The scan is sealed into the record. Delete the file if it is not needed any more.")

        def done(again: PersonView) -> None:
            self.present(again)
            self.notice(said, Sign.GOOD, Tone.ACCENT)

        self.ask(lambda: with_scan(self._desk, view.subject, ses, path), done)

    def _choose_scan(self, ses: str) -> None:
        kinds = "PDF, PNG, JPEG (*.pdf *.png *.jpg *.jpeg)"
        path, _ = QFileDialog.getOpenFileName(self, self.tr("The scan of the paper"), "", kinds)
        if path:
            self.attach_scan(SessionId(ses), Path(path))

    def _show_scan(self, ses: str) -> None:
        self.scan_shown.emit(self._view.subject if self._view else "", ses)

    def _ask_history(self, ses: SessionId, done: Callable[[History], None]) -> None:
        self.room.errands.run(lambda: history_of(self._desk, ses), done, self.complain)

    def _choose_pdf(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the report"), "", "PDF (*.pdf)")
        if path:
            self.save_pdf(Path(path))

    def _offer_forms(self, view: PersonView) -> None:
        clear(self._forms)
        self._group = QButtonGroup(self)
        first = self._first_form(view)
        for form in view.forms:
            tab = button(form.title, f"person.form.{form.id}", self.theme, rank=Rank.TAB, checkable=True)
            tab.clicked.connect(lambda _=False, form=form: self._show_form(form))
            tab.setChecked(form is first)
            self._group.addButton(tab)
            self._forms.addWidget(tab)
        self._forms.addStretch(1)
        self._none.setVisible(not view.forms)
        self._area.setVisible(bool(view.forms))
        if first is not None:
            self._show_form(first)

    def _first_form(self, view: PersonView) -> FormView | None:
        """Return the form of the session that somebody comes back to, else the first one."""
        wanted = (form for form in view.forms if any(one.response.ses == self._wanted for one in form.responses))
        return next(wanted, view.forms[0] if view.forms else None)

    def _show_form(self, form: FormView) -> None:
        if self._view is None:
            return
        self._form = form
        self._status.present(form)
        days = [point.day for view in self._view.forms for course in view.courses for point in course.points]
        events = tuple(moment.day for moment in self._view.moments if moment.number)
        span = Span(min(days), max(days), tuple(day for day in events if min(days) <= day <= max(days)))
        may_correct, wanted = self._view.may_correct, self._wanted
        self._shown.present(
            {
                self._trends: lambda: self._trends.present(form, span),
                self._scores: lambda: self._scores.present(form),
                self._answers: lambda: self._answers.present(form, may_correct=may_correct, ses=wanted),
            }
        )

    def _lay_out_body(self) -> None:
        ways = across(self._filled, self._papers.new, self._signing, spacing=GRID)
        ways.addStretch(1)
        self.body.addWidget(
            card(
                down(
                    self._facts,
                    self._endings,
                    self._elsewhere,
                    self._placings,
                    self._papers,
                    self._erased,
                    self._alerts,
                    self._timeline,
                    Legend(self.theme),
                    ways,
                    self._visits,
                    spacing=GRID,
                )
            )
        )
        self.body.addWidget(self._none)
        self._area = QWidget()
        bar = across()
        bar.addWidget(self._status, 1)
        bar.addWidget(self._shown)
        column = down(spacing=2 * GRID)
        column.addLayout(self._forms)
        column.addLayout(bar)
        for part in (self._trends, self._scores, self._answers):
            column.addWidget(part)
        column.addStretch(1)
        self._area.setLayout(column)
        self.body.addWidget(self._area)
        self.body.addStretch(1)
        self._shown.show_part(self._trends)
