"""Is everything safe? One sentence, four numbers, the last backup, and what has left this device with its receipts."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.site_facts import Delivery
from retnet_pro.gui import words
from retnet_pro.gui.staff.backup_line import BackupLine
from retnet_pro.gui.staff.busy_line import BusyLine
from retnet_pro.gui.staff.house import Courier, Exchanged, ExportReport
from retnet_pro.gui.staff.keys_card import KeysCard
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Rank, Tone, Voice, across, button, card, clear, down, mark, text
from retnet_pro.gui.staff.road_line import RoadLine
from retnet_pro.gui.staff.safe_view import Parcel, SafeView, safe
from retnet_pro.gui.staff.signs import Sign, icon
from retnet_pro.gui.staff.table import Column, Table
from retnet_pro.gui.staff.tries_card import TriesCard
from retnet_pro.gui.staff.whereabouts_card import WhereaboutsCard
from retnet_pro.gui.theme import GRID

BUNDLE_DIGITS = 12
"""How much of a bundle's id is shown; the whole of it is in the tip."""


class SafePage(Page):
    """Shows a `SafeView`; exports and looks for receipts."""

    def __init__(self, room: Room, desk: Desk, courier: Courier) -> None:
        super().__init__(room, self.tr("Safe & sent"), name="safe")
        self._desk = desk
        self._courier = courier
        self._answer = down(spacing=GRID)
        self._counts = across()
        self._export = button(
            self.tr("Export to a folder or stick"), "safe.export", self.theme, rank=Rank.PRIMARY, sign=Sign.SEND
        )
        self._export.clicked.connect(self._choose_export)
        self._collect = button(self.tr("Look for receipts"), "safe.collect", self.theme, sign=Sign.COLLECT)
        self._collect.clicked.connect(self._choose_collect)
        self._busy = BusyLine(self.theme, room.errands.traveller)
        self._backup = BackupLine(self.theme)
        self._backup.now_asked.connect(self.back_up)
        self._backup.place_asked.connect(self._choose_backup)
        self._road = RoadLine(self.theme)
        self._road.asked.connect(self.exchange)
        self.acts.addWidget(self._collect)
        self.acts.addWidget(self._export)
        self._tries = TriesCard(self.theme)
        self._people = WhereaboutsCard(self.theme)
        self._keys = KeysCard(self.theme)
        self._none = text(self.tr("Nothing has left this device yet."), Voice.QUIET, name="safe.none")
        self.table = Table("safe.table", self._columns(), sorts=False, grows=True)
        self.body.addLayout(self._answer)
        self.body.addLayout(self._counts)
        self.body.addWidget(self._busy)
        self.body.addWidget(self._road)
        self.body.addWidget(self._backup)
        self.body.addWidget(self._people)
        self.body.addWidget(self._tries)
        self.body.addWidget(text(self.tr("Bundles and receipts"), Voice.LEAD))
        self.body.addWidget(self._none)
        self.body.addWidget(self.table)
        self.body.addWidget(self._keys)
        self.body.addStretch(1)

    def open(self) -> None:
        """Show where everything stands now; what was asked for elsewhere and is under way goes on."""
        self.hush()
        self._refresh()

    def look_again(self) -> None:
        """Show anew where everything stands, if anybody looks and nothing is under way here."""
        if self.isVisible() and not self._busy.is_busy:
            self._refresh()

    def present(self, view: SafeView) -> None:
        """Show these facts."""
        self.head(self.tr("Safe & sent"), "")
        for act in (self._export, self._collect):
            act.setEnabled(view.may_export and not self._busy.is_busy)
        tip = "" if view.may_export else self.tr("Exports are made by a coordinator.")
        self._export.setToolTip(tip)
        self._collect.setToolTip(tip)
        clear(self._answer)
        self._answer.addWidget(self._answer_card(view))
        if view.trust_ended is not None:
            said = self.tr("The centre's keys were good until {day}. Work goes on; ask it for a new trust pack.")
            line = across(spacing=GRID)
            line.addWidget(mark(Sign.ATTENTION, self.theme, tone=Tone.AMBER), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(text(said.format(day=words.day(view.trust_ended)), name="safe.trust"), 1)
            self._answer.addWidget(card(line, Tone.AMBER))
        clear(self._counts)
        for count in self._count_cards(view):
            self._counts.addWidget(count, 1)
        self._road.present(view.road, may_ask=view.may_export)
        self._backup.present(view.backup, may_ask=view.may_back_up)
        self._people.present(view.people)
        self._tries.present(view.tries)
        self._keys.present(view.keys)
        self.table.present(view.parcels)
        self.table.setVisible(bool(view.parcels))
        self._none.setVisible(not view.parcels)

    def export_to(self, folder: Path) -> None:
        """Export into a folder, as after the file dialog."""
        self._begin()
        self.travel(lambda: self._courier.export(self._desk, folder), self._exported)

    def collect_from(self, folder: Path) -> None:
        """Look for receipts in a folder, as after the file dialog."""
        self._begin()
        self.travel(lambda: self._courier.collect(self._desk, folder), self._collected)

    def exchange(self) -> None:
        """Send over the network what the centre has not received, and look for receipts there."""
        self._begin()
        self.travel(lambda: self._courier.exchange(self._desk), self._exchanged)

    def back_up(self) -> None:
        """Make a backup in the place that is set."""
        self._begin()
        self.travel(lambda: self._courier.back_up(self._desk), lambda _: self._backed_up())

    def back_up_to(self, folder: Path) -> None:
        """Set a place for backups and make one there, as after the file dialog."""
        self._begin()
        self.travel(lambda: self._courier.back_up_to(self._desk, folder), lambda _: self._backed_up())

    def complain(self, error: Exception) -> None:
        """Show the failure; everything stays as it was."""
        self._end()
        super().complain(error)

    def _refresh(self) -> None:
        self.ask(lambda: safe(self._desk, self._courier), self.present)

    def _begin(self) -> None:
        self.hush()
        self._busy.begin()
        self._export.setEnabled(False)
        self._collect.setEnabled(False)
        self._backup.setEnabled(False)
        self._road.setEnabled(False)

    def _end(self) -> None:
        self._backup.setEnabled(True)
        self._road.setEnabled(True)
        self._busy.end()
        self._refresh()

    def _exported(self, report: ExportReport) -> None:
        self._end()
        said = self.tr("Done: {responses} questionnaires, sealed, in {place} (bundles: {bundles}).").format(
            responses=report.responses, bundles=report.bundles, place=report.place
        )
        self.notice(said, Sign.GOOD, Tone.ACCENT)

    def _collected(self, found: int) -> None:
        self._end()
        if found:
            self.notice(self.tr("{count} new receipts, all genuine.").format(count=found), Sign.GOOD, Tone.ACCENT)
        else:
            self.notice(self.tr("No new receipts there."), Sign.INFORMATION, Tone.PLAIN)

    def _exchanged(self, done: Exchanged) -> None:
        self._end()
        sent = self.tr("Nothing was waiting to be sent.")
        if done.sent is not None:
            sent = self.tr("Sent: {responses} questionnaires, sealed, to {place} (bundles: {bundles}).").format(
                responses=done.sent.responses, bundles=done.sent.bundles, place=done.sent.place
            )
        found = self.tr("{count} new receipts, all genuine.").format(count=done.receipts)
        if not done.receipts:
            found = self.tr("No new receipts there.")
        self.notice(f"{sent} {found}", Sign.GOOD, Tone.ACCENT)

    def _backed_up(self) -> None:
        self._end()
        self.notice(self.tr("The backup is made and was read back."), Sign.GOOD, Tone.ACCENT)

    def _choose_backup(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Back up to which stick, share or folder?"))
        if folder:
            self.back_up_to(Path(folder))

    def _choose_export(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Export to which folder or stick?"))
        if folder:
            self.export_to(Path(folder))

    def _choose_collect(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where are the receipts?"))
        if folder:
            self.collect_from(Path(folder))

    def _answer_card(self, view: SafeView) -> QFrame:
        said, sign, tone = self._answer_of(view)
        line = across(spacing=2 * GRID)
        line.addWidget(mark(sign, self.theme, tone=tone), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(text(said, Voice.LEAD, name="safe.answer"), 1)
        return card(line, tone, margin=3 * GRID)

    def _answer_of(self, view: SafeView) -> tuple[str, Sign, Tone]:
        safety = view.safety
        if safety.all_received:
            if not safety.received:
                return self.tr("There is no finished questionnaire on this device yet."), Sign.GOOD, Tone.ACCENT
            return self.tr("Everything is with the centre."), Sign.GOOD, Tone.ACCENT
        return " ".join(self._waiting(view)), Sign.ATTENTION, Tone.RED if view.is_late else Tone.AMBER

    def _waiting(self, view: SafeView) -> Iterator[str]:
        safety = view.safety
        if safety.on_device == 1:
            yield self.tr("1 questionnaire is only on this device.")
        elif safety.on_device:
            yield self.tr("{count} questionnaires are only on this device.").format(count=safety.on_device)
        if safety.inherited:
            told = self.tr("From the device before this one: {count}; the centre must take in that device's log file.")
            yield told.format(count=safety.inherited)
        if safety.sent == 1:
            yield self.tr("1 was sent and has no receipt yet.")
        elif safety.sent:
            yield self.tr("{count} were sent and have no receipt yet.").format(count=safety.sent)
        if safety.oldest_unreceived is not None:
            since = words.instant(safety.oldest_unreceived)
            yield self.tr("The oldest was answered {time}.").format(time=since)

    def _count_cards(self, view: SafeView) -> tuple[QFrame, ...]:
        safety = view.safety
        return (
            _count("safe.on-device", safety.on_device, words.word(Delivery.ON_DEVICE)),
            _count("safe.sent", safety.sent, words.word(Delivery.SENT)),
            _count("safe.received", safety.received, words.word(Delivery.RECEIVED)),
            _count("safe.interrupted", safety.interrupted, self.tr("Interrupted, not finished")),
        )

    def _columns(self) -> tuple[Column, ...]:
        tokens = self.theme.tokens
        received, waiting = icon(Sign.GOOD, tokens.accent), icon(Sign.MINUTES, tokens.muted)
        return (
            Column(
                title=self.tr("Bundle"),
                says=lambda parcel: parcel.sent.bundle[:BUNDLE_DIGITS],
                hint=lambda parcel: parcel.sent.bundle,
                sign=lambda parcel: received if parcel.receipt else waiting,
                width_px=20 * GRID,
            ),
            Column(title=self.tr("Sent"), says=lambda parcel: words.instant(parcel.sent.at), stretches=True),
            Column(title=self.tr("To"), says=lambda parcel: parcel.sent.place, stretches=True),
            Column(title=self.tr("Receipt of the centre"), says=self._receipt, stretches=True),
        )

    def _receipt(self, parcel: Parcel) -> str:
        if parcel.receipt is None:
            return self.tr("none yet")
        return f"{parcel.receipt.status}, {words.instant(parcel.receipt.centre_at)}"


def _count(name: str, number: int, said: str) -> QFrame:
    column = down(text(str(number), Voice.NUMBER, name=name), text(said, Voice.QUIET), spacing=0)
    column.addStretch(1)
    return card(column)
