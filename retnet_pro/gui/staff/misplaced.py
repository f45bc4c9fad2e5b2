"""Say that finished forms belong to another participant or visit; a second person decides about it (rule E102)."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit

from retnet_pro.conduct import misplaced
from retnet_pro.conduct.correction import finished
from retnet_pro.conduct.desk import Desk
from retnet_pro.gui import words
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Choices, Rank, Voice, across, button, card, down, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID
from retnet_pro.record.amendment import NOTE_LIMIT
from retnet_pro.record.event import SessionId
from retnet_pro.record.placement import WhyMisplaced
from retnet_pro.study.visits import planned_visits

ONLY, ALL = "only", "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class MisplacedView:
    """Finished forms of one visit, and who else they could belong to."""

    subject: str
    visit: str
    visit_title: str
    ses: SessionId
    form: str
    sessions: tuple[SessionId, ...]
    """All finished forms of the visit."""
    forms: tuple[str, ...]
    subjects: tuple[str, ...]


def misplaced_view(desk: Desk, subject: str, ses: SessionId) -> MisplacedView:
    """Return what can be moved.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN`, `PARTICIPANT_ERASED` or `RESPONSE_UNKNOWN`.
    """
    response = finished(desk, subject, ses).response
    of_visit = [one.response for one in desk.responses_of(subject) if one.response.visit == response.visit]
    titles = {visit.id: visit.title for visit in planned_visits(desk.study, desk.participant(subject))}
    return MisplacedView(
        subject=subject,
        visit=response.visit,
        visit_title=titles.get(response.visit, response.visit),
        ses=ses,
        form=desk.library.instrument(response.form.id).title,
        sessions=tuple(one.ses for one in of_visit),
        forms=tuple(desk.library.instrument(one.form.id).title for one in of_visit),
        subjects=desk.site.courses.subjects(),
    )


def visit_choices(desk: Desk, subject: str) -> tuple[tuple[str, str], ...]:
    """Return the visits of a participant as id and title.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN` or `PARTICIPANT_ERASED`.
    """
    return tuple((visit.id, visit.title) for visit in planned_visits(desk.study, desk.participant(subject)))


class MisplacedPage(Page):
    """Shows a `MisplacedView`; what was chosen stays when something is refused."""

    recorded = Signal(str)
    """Study code of where it stands now."""

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room, self.tr("Wrong participant or visit"), name="misplaced", back=True)
        self._desk = desk
        self._view: MisplacedView | None = None
        self._which = Choices(self.theme, "misplaced.which")
        self._forms = text("", Voice.CAPTION, name="misplaced.forms")
        self._subject = _list("misplaced.subject", self.tr("Study code"))
        self._visit = _list("misplaced.visit", self.tr("Visit"))
        self._why = Choices(self.theme, "misplaced.why")
        self._note = note_field("misplaced.note", self.tr("The reason in a few words"))
        self._confirm = button(self.tr("Propose"), "misplaced.confirm", self.theme, rank=Rank.PRIMARY, sign=Sign.WRITE)
        for part in (self._which, self._why):
            part.chosen.connect(lambda _: self._judge())
        self._subject.currentIndexChanged.connect(lambda _: self._get_visits())
        self._visit.currentIndexChanged.connect(lambda _: self._judge())
        self._note.textChanged.connect(lambda _: self._judge())
        self._confirm.clicked.connect(self._do)
        self.body.addWidget(self._make_meaning())
        self.body.addWidget(self._make_asking())
        self.body.addStretch(1)

    def open(self, subject: str, ses: SessionId) -> None:
        """Start with nothing chosen."""
        self.hush()
        self._view = None
        self._note.clear()
        self.ask(lambda: misplaced_view(self._desk, subject, ses), self.present)

    def present(self, view: MisplacedView) -> None:
        """Show what can be moved, and to whom."""
        self._view = view
        self.head(self.tr("Wrong participant or visit"), f"{view.subject} \u00b7 {view.visit_title}")
        rows = [(ONLY, self.tr("Only {form}").format(form=view.form))]
        if len(view.forms) > 1:
            rows.append((ALL, self.tr("All {count} forms of the visit").format(count=len(view.forms))))
        self._which.offer(rows)
        self._forms.setText(", ".join(view.forms))
        self._why.offer((one.value, words.word(one)) for one in WhyMisplaced)
        self._subject.blockSignals(True)
        self._subject.clear()
        for subject in view.subjects:
            self._subject.addItem(subject, subject)
        self._subject.setCurrentIndex(-1)
        self._subject.blockSignals(False)
        self._visit.clear()
        self.to_top()
        self._judge()

    def complain(self, error: Exception) -> None:
        """Show the failure; everything chosen stays."""
        super().complain(error)
        self.to_top()
        self._judge()

    def _get_visits(self) -> None:
        subject = self._subject.currentData()
        self._visit.clear()
        if subject is not None:
            self.ask(lambda: visit_choices(self._desk, subject), self._offer_visits)

    def _offer_visits(self, visits: tuple[tuple[str, str], ...]) -> None:
        for key, title in visits:
            self._visit.addItem(title, key)
        self._visit.setCurrentIndex(-1)
        self._judge()

    def _judge(self) -> None:
        chosen = (self._which.current(), self._why.current(), self._visit.currentData(), self._note.text().strip())
        self._confirm.setEnabled(all(chosen))

    def _do(self) -> None:
        view, note = self._view, self._note.text()
        if view is None:
            return
        sessions = view.sessions if self._which.current() == ALL else (view.ses,)
        to_subject, to_visit = str(self._subject.currentData()), str(self._visit.currentData())
        why = WhyMisplaced(self._why.current())
        self._confirm.setEnabled(False)

        def record() -> str:
            misplaced.propose(
                self._desk, view.subject, sessions, to_subject=to_subject, to_visit=to_visit, why=why, note=note
            )
            return view.subject

        self.ask(record, self.recorded.emit)

    def _make_meaning(self) -> QFrame:
        points = down(text(self.tr("What this means"), Voice.LEAD), spacing=GRID)
        for said in (
            self.tr("A second person decides, under their own name. Until then both places say that it is disputed."),
            self.tr("Nothing is deleted. Where the answers stood first stays visible at both participants."),
        ):
            line = across(spacing=GRID)
            line.addWidget(mark(Sign.INFORMATION, self.theme), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(text(said), 1)
            points.addLayout(line)
        return card(points, margin=3 * GRID)

    def _make_asking(self) -> QFrame:
        left = down(
            down(text(self.tr("What is in the wrong place?"), Voice.STRONG), self._which, self._forms, spacing=GRID),
            down(
                text(self.tr("Where does it belong?"), Voice.STRONG),
                text(self.tr("Study code"), Voice.CAPTION),
                self._subject,
                text(self.tr("Visit"), Voice.CAPTION),
                self._visit,
                spacing=GRID,
            ),
        )
        right = down(
            down(text(self.tr("How did it happen?"), Voice.STRONG), self._why, spacing=GRID),
            down(
                text(self.tr("In words"), Voice.STRONG),
                self._note,
                text(self.tr("No names; it is sealed into the record."), Voice.CAPTION),
                spacing=GRID,
            ),
        )
        left.addStretch(1)
        right.addStretch(1)
        right.addWidget(self._confirm, 0, Qt.AlignmentFlag.AlignRight)
        sides = across(spacing=4 * GRID)
        sides.addLayout(left, 1)
        sides.addLayout(right, 1)
        return card(sides, margin=3 * GRID)


def note_field(name: str, title: str) -> QLineEdit:
    """Return a line for a reason in words."""
    field = QLineEdit()
    field.setObjectName(name)
    field.setAccessibleName(title)
    field.setPlaceholderText(title)
    field.setMaxLength(NOTE_LIMIT)
    return field


def _list(name: str, title: str) -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    made.setAccessibleName(title)
    return made
