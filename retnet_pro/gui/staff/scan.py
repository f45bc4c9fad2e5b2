"""The scan of a form on paper beside what was read from it: how a monitor verifies source data (rules E93, P10)."""

from dataclasses import dataclass

from retnet_pro.conduct.circumstances import circumstances_of
from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.scans import Scan, open_scan
from retnet_pro.gui import words
from retnet_pro.gui.staff.answer_rows import answer_said
from retnet_pro.gui.staff.form_view import AnswerRow, answer_row, words_shown
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Voice, across, card, down, text
from retnet_pro.gui.staff.scan_view import ScanView
from retnet_pro.gui.staff.table import Column, Table
from retnet_pro.gui.theme import GRID
from retnet_pro.instrument.model import ItemId
from retnet_pro.record.event import SessionId
from retnet_pro.record.transcript import Oddity
from retnet_pro.study.visits import planned_visits


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """One question and what was read for it."""

    answer: AnswerRow
    oddity: Oddity | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanFacts:
    """A scan and what stands beside it."""

    scan: Scan
    form: str
    visit: str
    rows: tuple[ReadRow, ...]
    """None while the form waits: the first reading is not shown to whoever does the second."""


def scan_facts(desk: Desk, subject: str, ses: SessionId) -> ScanFacts:
    """Open a scan, which is written down, and gather the answers that were read from it.

    Raises:
        Refusal: as `scans.open_scan`.
        Tamper: as `scans.open_scan`.
    """
    scan = open_scan(desk, subject, ses)
    titles = {visit.id: visit.title for visit in planned_visits(desk.study, desk.participant(subject))}
    taken = next((one for one in desk.responses_of(subject) if one.response.ses == ses), None)
    rows: tuple[ReadRow, ...] = ()
    if taken is not None:
        form = desk.library.instrument(taken.response.form.id, taken.response.form.version)
        wording = words_shown(desk, form, taken.response)
        paper = circumstances_of(desk, ses).paper
        odd: dict[ItemId, Oddity] = dict(paper.oddities) if paper is not None else {}
        rows = tuple(ReadRow(answer=answer_row(item, taken, wording), oddity=odd.get(item.id)) for item in form.items)
    return ScanFacts(
        scan=scan,
        form=desk.library.instrument(scan.instrument).title,
        visit=titles.get(scan.visit, scan.visit),
        rows=rows,
    )


class ScanPage(Page):
    """Shows `ScanFacts`; what was read on the left, the paper on the right."""

    def __init__(self, room: Room, desk: Desk) -> None:
        super().__init__(room, self.tr("Scan of the paper form"), name="scan", back=True)
        self._desk = desk
        self._table = Table("scan.answers", self._columns(), sorts=False, wraps=True)
        self._table.setFixedWidth(34 * GRID)
        self._waits = text(
            self.tr("This form is not recorded yet, so no answers stand beside it."), Voice.QUIET, name="scan.waits"
        )
        self._name = text("", Voice.CAPTION, name="scan.name")
        self._view = ScanView(self.theme, self.ask)
        self._view.forgotten.connect(self._forget)
        both = across(self._table, spacing=2 * GRID)
        both.addWidget(self._view, 1)
        whole = down(self._waits, spacing=GRID)
        whole.addLayout(both, 1)
        whole.addWidget(self._name)
        self.body.addWidget(card(whole), 1)

    def open(self, subject: str, ses: SessionId) -> None:
        """Open the scan of a form on paper of this participant."""
        self.hush()
        self._forget()
        self.ask(lambda: scan_facts(self._desk, subject, ses), self.present)

    def present(self, facts: ScanFacts) -> None:
        """Show a scan."""
        scan = facts.scan
        self.head(self.tr("Scan of the paper form"), f"{scan.subject} \u00b7 {facts.form} \u00b7 {facts.visit}")
        self._waits.setVisible(not facts.rows)
        self._table.setVisible(bool(facts.rows))
        self._table.present(facts.rows)
        self._name.setText(
            self.tr("Attached by {who}, {time}. SHA-256 {hash}").format(
                who=scan.who, time=words.instant(scan.at), hash=scan.name
            )
        )
        self._view.present(scan.data)

    def _forget(self) -> None:
        self._waits.hide()
        self._table.present(())
        self._name.setText("")

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("No."), says=lambda row: str(row.answer.number), is_number=True, width_px=6 * GRID),
            Column(title=self.tr("Read as"), says=_read_as, hint=lambda row: row.answer.question, stretches=True),
        )


def _read_as(row: ReadRow) -> str:
    said = answer_said(row.answer)
    return said if row.oddity is None else f"{said}\n({words.word(row.oddity)})"
