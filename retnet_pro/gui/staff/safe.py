"""Is everything safe? One sentence, four numbers, the last backup, and what has left this device with its receipts."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.site_exchange import Exchanged as Met
from retnet_pro.conduct.sticks import Stick
from retnet_pro.gui.staff.backup_line import BackupLine
from retnet_pro.gui.staff.busy_line import BusyLine
from retnet_pro.gui.staff.devices_card import DevicesCard
from retnet_pro.gui.staff.drill_line import DrillLine
from retnet_pro.gui.staff.house import Courier, DrillReport, Exchanged, ExportReport
from retnet_pro.gui.staff.keys_card import KeysCard
from retnet_pro.gui.staff.met_said import met_said
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.parcels_card import ParcelsCard
from retnet_pro.gui.staff.pieces import Rank, Tone, button
from retnet_pro.gui.staff.road_line import RoadLine
from retnet_pro.gui.staff.safe_answer import SafeAnswer
from retnet_pro.gui.staff.safe_view import SafeView, safe
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.staff.stick_card import StickCard, place_of
from retnet_pro.gui.staff.tries_card import TriesCard
from retnet_pro.gui.staff.whereabouts_card import WhereaboutsCard

_ENOUGH = 13
"""Signs of a file's name by which it is found; the whole of it does not fit on a line."""


class SafePage(Page):
    """Shows a `SafeView`; exports and looks for receipts."""

    leaving_asked = Signal()
    """This tablet goes to another site."""

    def __init__(self, room: Room, desk: Desk, courier: Courier) -> None:
        super().__init__(room, self.tr("Safe & sent"), name="safe")
        self._desk = desk
        self._courier = courier
        self._answer = SafeAnswer(self.theme)
        self._sticks = StickCard(self.theme, courier.sticks)
        self._sticks.confirmed.connect(self._copy_to_stick)
        self._export = button(
            self.tr("Export to a folder"), "safe.export", self.theme, rank=Rank.PRIMARY, sign=Sign.SEND
        )
        self._export.clicked.connect(self._choose_export)
        self._collect = button(self.tr("Look for receipts"), "safe.collect", self.theme, sign=Sign.COLLECT)
        self._collect.clicked.connect(self._choose_collect)
        self._busy = BusyLine(self.theme, room.errands.traveller)
        self._backup = BackupLine(self.theme)
        self._backup.now_asked.connect(self.back_up)
        self._backup.place_asked.connect(self._choose_backup)
        self._drill = DrillLine(self.theme)
        self._drill.asked.connect(self.drill)
        self._road = RoadLine(self.theme)
        self._road.asked.connect(self.exchange)
        self.acts.addWidget(self._collect)
        self.acts.addWidget(self._export)
        self._tries = TriesCard(self.theme)
        self._people = WhereaboutsCard(self.theme)
        self._keys = KeysCard(self.theme)
        self._devices = DevicesCard(self.theme)
        self._devices.asked.connect(self._choose_meeting)
        self._devices.leaving_asked.connect(self.leaving_asked)
        self._devices.road_asked.connect(lambda: self.meet(None))
        self._parcels = ParcelsCard(self.theme)
        self.body.addWidget(self._answer)
        self.body.addWidget(self._busy)
        self.body.addWidget(self._sticks)
        self.body.addWidget(self._road)
        self.body.addWidget(self._backup)
        self.body.addWidget(self._drill)
        self.body.addWidget(self._people)
        self.body.addWidget(self._tries)
        self.body.addWidget(self._parcels)
        self.body.addWidget(self._devices)
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
        self._answer.present(view)
        self._sticks.setVisible(view.may_export)
        self._road.present(view.road, may_ask=view.may_export)
        self._backup.present(view.backup, may_ask=view.may_back_up)
        self._drill.present(view.drills, may_ask=view.may_back_up)
        self._people.present(view.people)
        self._tries.present(view.tries)
        self._keys.present(view.keys)
        self._devices.present(view.devices, view.road, view.closing)
        self._parcels.present(view.parcels)

    def export_to(self, folder: Path, stick: str = "") -> None:
        """Export into a folder, as after the file dialog, or onto a stick of this name."""
        self._begin()
        self.travel(lambda: self._courier.export(self._desk, folder), lambda report: self._exported(report, stick))

    def collect_from(self, folder: Path) -> None:
        """Look for receipts in a folder, as after the file dialog."""
        self._begin()
        self.travel(lambda: self._courier.collect(self._desk, folder), self._collected)

    def exchange(self) -> None:
        """Send over the network what the centre has not received, and look for receipts there."""
        self._begin()
        self.travel(lambda: self._courier.exchange(self._desk), self._exchanged)

    def meet(self, folder: Path | None) -> None:
        """Exchange with the other tablets of the site in a folder, or with None over the network."""
        self._begin()
        self.travel(lambda: self._courier.meet(self._desk, folder), lambda done: self._met(done, folder))

    def drill(self) -> None:
        """Play a restore of the last backup through, without restoring."""
        self._begin(in_steps=True)
        self.travel(lambda: self._courier.drill(self._desk), self._drilled)

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

    def _copy_to_stick(self, stick: Stick) -> None:
        self.export_to(place_of(stick), stick.name)

    def _begin(self, *, in_steps: bool = False) -> None:
        self.hush()
        self._busy.begin(in_steps=in_steps)
        self._sticks.setEnabled(False)
        self._drill.setEnabled(False)
        self._export.setEnabled(False)
        self._collect.setEnabled(False)
        self._backup.setEnabled(False)
        self._road.setEnabled(False)
        self._devices.setEnabled(False)

    def _end(self) -> None:
        self._backup.setEnabled(True)
        self._drill.setEnabled(True)
        self._sticks.setEnabled(True)
        self._road.setEnabled(True)
        self._devices.setEnabled(True)
        self._busy.end()
        self._refresh()

    def _exported(self, report: ExportReport, stick: str) -> None:
        self._end()
        said = self.tr("Done: {responses} questionnaires, sealed, in {place} (bundles: {bundles}).").format(
            responses=report.responses, bundles=report.bundles, place=stick or report.place
        )
        said += " " + self.tr("Every file was read back from there and is the same.")
        if stick:
            said += " " + self.tr("You may take the stick out now.")
        if not report.odd:
            self.notice(said, Sign.GOOD, Tone.ACCENT)
            return
        odd = self.tr(
            "{name} lies there as well: it looks like a leftover of this program and is none. It was not opened "
            "and not removed. Ask whose stick this is."
        ).format(name=f"{report.odd[0][:_ENOUGH]}…")
        self.notice(f"{said}\n{odd}", Sign.ATTENTION, Tone.AMBER)

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

    def _met(self, done: Met, folder: Path | None) -> None:
        self._end()
        said = met_said(done, str(folder or ""), self._desk.person.user)
        is_whole = not (done.faults or done.strangers or any(one.lacks is not None for one in done.taken))
        sign, tone = (Sign.GOOD, Tone.ACCENT) if is_whole else (Sign.ATTENTION, Tone.AMBER)
        self.notice("\n".join(said), sign, tone)

    def _drilled(self, report: DrillReport) -> None:
        self._end()
        if not report.findings:
            self.notice(self.tr("The drill passed: everything can be restored."), Sign.GOOD, Tone.ACCENT)
            return
        failed = self.tr("The drill failed. Keep the backup, make a new one and call the centre. It found:")
        self.notice("\n".join((failed, *report.findings)), Sign.URGENT, Tone.RED)

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

    def _choose_meeting(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("Where do the tablets of the site leave their letters?")
        )
        if folder:
            self.meet(Path(folder))
