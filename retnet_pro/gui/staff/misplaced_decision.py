"""A second person decides where forms belong that somebody else found in the wrong place (rule E102)."""

from PySide6.QtCore import Signal

from retnet_pro.conduct import misplaced
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.event_name import event_name
from retnet_pro.errors import Code, Refusal
from retnet_pro.gui import words
from retnet_pro.gui.staff.misplaced import note_field
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Rank, Voice, across, button, card, down, text
from retnet_pro.gui.staff.placings import PlacingRow, placing_row
from retnet_pro.gui.theme import GRID
from retnet_pro.record.event import EventHash


def decision_view(desk: Desk, proposal: EventHash) -> PlacingRow:
    """Return a proposal that waits.

    Raises:
        Refusal: `PLACE_DECIDED`, when it waits no more.
    """
    waiting = next((one for one in desk.site.placing.pending() if one.hash == proposal), None)
    if waiting is None:
        raise Refusal(Code.PLACE_DECIDED)
    return placing_row(desk, waiting)


class DecisionPage(Page):
    """Shows one `PlacingRow` that waits; whoever proposed it can only read it."""

    decided = Signal(str)
    """Study code of where it stands now."""

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room, self.tr("Where does it belong?"), name="decision", back=True)
        self._desk = desk
        self._row: PlacingRow | None = None
        self._forms = text("", Voice.LEAD, name="decision.forms")
        self._from = text("", Voice.BODY, name="decision.from")
        self._to = text("", Voice.STRONG, name="decision.to")
        self._why = text("", Voice.BODY, name="decision.why")
        self._who = text("", Voice.QUIET, name="decision.who")
        self._own = text(
            self.tr("You proposed this yourself, so another person has to decide."), Voice.STRONG, name="decision.own"
        )
        self._note = note_field("decision.note", self.tr("What did you check?"))
        self._accept = button(self.tr("Yes, it belongs there"), "decision.accept", self.theme, rank=Rank.PRIMARY)
        self._leave = button(self.tr("No, it stays where it is"), "decision.refuse", self.theme)
        self._note.textChanged.connect(lambda _: self._judge())
        self._accept.clicked.connect(lambda: self._do(accepted=True))
        self._leave.clicked.connect(lambda: self._do(accepted=False))
        self.body.addWidget(
            card(down(self._forms, self._from, self._to, self._why, self._who, spacing=GRID), margin=3 * GRID)
        )
        acts = across(spacing=2 * GRID)
        acts.addStretch(1)
        acts.addWidget(self._leave)
        acts.addWidget(self._accept)
        asked = down(text(self.tr("What did you check?"), Voice.STRONG), self._note, spacing=GRID)
        asked.addWidget(text(self.tr("No names; it is sealed into the record."), Voice.CAPTION))
        self.body.addWidget(card(down(self._own, asked, acts), margin=3 * GRID))
        self.body.addStretch(1)

    def open(self, proposal: EventHash) -> None:
        """Start with nothing written."""
        self.hush()
        self._row = None
        self._note.clear()
        self._judge()
        self.ask(lambda: decision_view(self._desk, proposal), self.present)

    def present(self, row: PlacingRow) -> None:
        """Show what is proposed."""
        self._row = row
        asked = row.one.proposal
        self.head(self.tr("Where does it belong?"), asked.subject)
        self._forms.setText(", ".join(row.forms))
        self._from.setText(self.tr("Stands at {subject}, {visit}").format(subject=asked.subject, visit=row.visit))
        self._to.setText(
            self.tr("Is said to belong to {subject}, {visit}").format(subject=asked.to_subject, visit=row.to_visit)
        )
        self._why.setText(f"{words.word(asked.why)}: {asked.note}")
        said = self.tr("Proposed by {who}, {time}, event {seq}")
        number = words.event_number(event_name(self._desk, row.one.seq))
        self._who.setText(said.format(who=row.one.who, time=words.instant(row.one.at), seq=number))
        self._judge()

    def complain(self, error: Exception) -> None:
        """Show the failure; what was written stays."""
        super().complain(error)
        self._judge()

    def _judge(self) -> None:
        is_own = self._row is not None and self._row.is_own
        self._own.setVisible(is_own)
        self._note.setEnabled(not is_own)
        can = self._row is not None and not is_own and bool(self._note.text().strip())
        for act in (self._accept, self._leave):
            act.setEnabled(can)

    def _do(self, *, accepted: bool) -> None:
        row, note = self._row, self._note.text()
        if row is None:
            return
        for act in (self._accept, self._leave):
            act.setEnabled(False)

        def record() -> str:
            misplaced.decide(self._desk, row.one.hash, accepted=accepted, note=note)
            return row.one.proposal.to_subject if accepted else row.one.proposal.subject

        self.ask(record, self.decided.emit)
