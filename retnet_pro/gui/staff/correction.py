"""Put one answer of a finished form right: what stands, what should stand, why, and how that is known (rule E101)."""

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QVBoxLayout

from retnet_pro.answering.correcting import Settled, choices
from retnet_pro.conduct import correction
from retnet_pro.conduct.desk import Desk
from retnet_pro.gui import words
from retnet_pro.gui.staff.answer_rows import CorrectionRow, answer_said, correction_rows, correction_said, label
from retnet_pro.gui.staff.form_view import AnswerRow, answer_row, events_of, words_shown
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Choices, Rank, Voice, across, button, card, clear, down, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID
from retnet_pro.instrument.model import ItemId
from retnet_pro.record.amendment import NOTE_LIMIT, Source, WhyAmended, since_entry
from retnet_pro.record.event import SessionId
from retnet_pro.study.visits import planned_visits

MOST_ROWS = 12
"""Up to as many answers are rows to tap; more, such as counts, are a list that opens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionView:
    """One answer and what it can be corrected to."""

    subject: str
    ses: SessionId
    visit: str
    form: str
    finished: str
    since: timedelta
    """How long ago the form was finished."""
    row: AnswerRow
    earlier: tuple[CorrectionRow, ...]
    """Corrections before this one."""
    choices: tuple[Settled, ...]


def correction_view(desk: Desk, subject: str, ses: SessionId, item: ItemId) -> CorrectionView:
    """Return how one answer stands.

    Raises:
        Refusal: `NOT_ALLOWED`, `PARTICIPANT_UNKNOWN`, `PARTICIPANT_ERASED`, `RESPONSE_UNKNOWN` or `FORM_UNKNOWN`.
    """
    taken = correction.finished(desk, subject, ses)
    response = taken.response
    instrument = desk.library.instrument(response.form.id, response.form.version)
    asked = instrument.by_id[item]
    row = answer_row(asked, taken, words_shown(desk, instrument, response))
    titles = {visit.id: visit.title for visit in planned_visits(desk.study, desk.participant(subject))}
    return CorrectionView(
        subject=subject,
        ses=ses,
        visit=titles.get(response.visit, response.visit),
        form=instrument.title,
        finished=taken.original.finished,
        since=since_entry(taken.original, desk.pen.clock().at),
        row=row,
        earlier=tuple(correction_rows(row, taken.original, events_of(desk, taken))),
        choices=tuple(one for one in choices(asked) if one != row.answer),
    )


class CorrectionPage(Page):
    """Shows a `CorrectionView`; what was chosen stays when something is refused."""

    recorded = Signal(str, str)
    """Study code and session."""

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room, self.tr("Correct an answer"), name="correction", back=True)
        self._desk = desk
        self._view: CorrectionView | None = None
        self._standing: QVBoxLayout = down(spacing=GRID)
        self._few = Choices(self.theme, "correction.new")
        self._many = QComboBox()
        self._many.setObjectName("correction.new-of-many")
        self._many.setAccessibleName(self.tr("What should stand there?"))
        self._why = Choices(self.theme, "correction.why")
        self._source = Choices(self.theme, "correction.source")
        self._note = QLineEdit()
        self._note.setObjectName("correction.note")
        self._note.setAccessibleName(self.tr("The reason in a few words"))
        self._note.setPlaceholderText(self.tr("The reason in a few words"))
        self._note.setMaxLength(NOTE_LIMIT)
        self._missing = text("", Voice.CAPTION, name="correction.missing")
        self._confirm = button(
            self.tr("Record the correction"), "correction.confirm", self.theme, rank=Rank.PRIMARY, sign=Sign.WRITE
        )
        for part in (self._few, self._why, self._source):
            part.chosen.connect(lambda _: self._judge())
        self._many.currentIndexChanged.connect(lambda _: self._judge())
        self._note.textChanged.connect(lambda _: self._judge())
        self._confirm.clicked.connect(self._do)
        self.body.addWidget(self._make_standing())
        self.body.addWidget(self._make_asking())
        self.body.addStretch(1)

    def open(self, subject: str, ses: SessionId, item: ItemId) -> None:
        """Start with nothing chosen."""
        self.hush()
        self._view = None
        self._note.clear()
        self.ask(lambda: correction_view(self._desk, subject, ses, item), self.present)

    def present(self, view: CorrectionView) -> None:
        """Show how the answer stands and what can be chosen."""
        self._view = view
        self.head(self.tr("Correct an answer"), " \u00b7 ".join((view.subject, view.visit, view.form)))
        clear(self._standing)
        self._standing.addWidget(
            text(f"{view.row.number}  {view.row.question}", Voice.LEAD, name="correction.question")
        )
        self._standing.addWidget(text(answer_said(view.row), Voice.STRONG, name="correction.now"))
        said = self.tr("Form finished {time}, that is {span} ago").format(
            time=words.instant(view.finished), span=words.span(view.since)
        )
        self._standing.addWidget(text(said, Voice.QUIET, name="correction.since"))
        for row in view.earlier:
            self._standing.addWidget(text(correction_said(row), Voice.CAPTION))
        offered = [(str(place), _said(view.row, one)) for place, one in enumerate(view.choices)]
        is_long = len(offered) > MOST_ROWS
        self._few.offer([] if is_long else offered)
        self._many.clear()
        for key, said in offered if is_long else []:
            self._many.addItem(said, key)
        self._many.setCurrentIndex(-1)
        self._few.setVisible(not is_long)
        self._many.setVisible(is_long)
        self._why.offer((one.value, words.word(one)) for one in WhyAmended)
        self._source.offer((one.value, words.word(one)) for one in Source)
        self.to_top()
        self._judge()

    def complain(self, error: Exception) -> None:
        """Show the failure; everything chosen stays."""
        super().complain(error)
        self.to_top()
        self._judge()

    def _new(self) -> Settled | None:
        key = self._few.current() or self._many.currentData()
        return None if self._view is None or not key else self._view.choices[int(key)]

    def _judge(self) -> None:
        """The button comes alive once everything that must be said is said; until then stands what is missing."""
        lacking = [
            said
            for said, is_there in (
                (self.tr("the right answer"), self._new() is not None),
                (self.tr("what happened"), bool(self._why.current())),
                (self.tr("how that is known"), bool(self._source.current())),
                (self.tr("the reason in words"), bool(self._note.text().strip())),
            )
            if not is_there
        ]
        self._confirm.setEnabled(not lacking)
        self._missing.setText(self.tr("Still missing: {what}").format(what=", ".join(lacking)) if lacking else "")

    def _do(self) -> None:
        view, new, note = self._view, self._new(), self._note.text()
        if view is None or new is None:
            return
        why, source = WhyAmended(self._why.current()), Source(self._source.current())
        self._confirm.setEnabled(False)

        def record() -> tuple[str, str]:
            correction.correct(
                self._desk, view.subject, view.ses, view.row.item, new, why=why, note=note, source=source
            )
            return view.subject, view.ses

        self.ask(record, lambda done: self.recorded.emit(*done))

    def _make_standing(self) -> QFrame:
        line = across(spacing=GRID)
        line.addWidget(mark(Sign.INFORMATION, self.theme), 0, Qt.AlignmentFlag.AlignTop)
        said = self.tr("What was answered first stays in the record. Scores are computed again, and both are shown.")
        line.addWidget(text(said, Voice.QUIET), 1)
        column = down(self._standing, line, spacing=2 * GRID)
        return card(column, margin=3 * GRID)

    def _make_asking(self) -> QFrame:
        left = down(
            down(text(self.tr("What should stand there?"), Voice.STRONG), self._few, self._many, spacing=GRID),
            down(text(self.tr("How is that known?"), Voice.STRONG), self._source, spacing=GRID),
        )
        right = down(
            down(text(self.tr("What happened?"), Voice.STRONG), self._why, spacing=GRID),
            down(
                text(self.tr("In words"), Voice.STRONG),
                self._note,
                text(self.tr("No names; it is sealed into the record."), Voice.CAPTION),
                spacing=GRID,
            ),
        )
        left.addStretch(1)
        right.addStretch(1)
        right.addWidget(self._missing)
        right.addWidget(self._confirm, 0, Qt.AlignmentFlag.AlignRight)
        sides = across(spacing=4 * GRID)
        sides.addLayout(left, 1)
        sides.addLayout(right, 1)
        return card(sides, margin=3 * GRID)


def _said(row: AnswerRow, given: Settled) -> str:
    return label(row, given) or words.answer_state(given)
