"""Take this site's data out into open files: what for, where to, what will be in them, and a question before that."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.taking_out import Outlook, outlook
from retnet_pro.gui.staff.busy_line import BusyLine
from retnet_pro.gui.staff.house import Courier
from retnet_pro.gui.staff.house_files import TakenOut
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Choices, Rank, Tone, Voice, across, button, card, clear, down, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.staff.stick_card import StickCard, place_of
from retnet_pro.gui.staff.takeout_words import offered, purpose
from retnet_pro.gui.theme import GRID
from retnet_pro.study.model import Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOutView:
    """What would leave, and how it could."""

    found: Outlook
    formats: tuple[str, ...]


class TakeOutPage(Page):
    """Asks for purpose and place, says what that means, and writes only after a second yes."""

    def __init__(self, room: Room, desk: Desk, courier: Courier) -> None:
        super().__init__(room, self.tr("Take data out"), name="takeout", back=True)
        self._desk = desk
        self._courier = courier
        self._view: TakeOutView | None = None
        self._place: tuple[Path, str] | None = None
        self._busy = BusyLine(self.theme, room.errands.traveller, "takeout")
        self._question: QVBoxLayout = down(spacing=0)
        self._result: QVBoxLayout = down(spacing=0)
        self._points: QVBoxLayout = down(spacing=GRID)
        self._formats = Choices(self.theme, "takeout.format", columns=2)
        self._formats.chosen.connect(lambda _: self._ask_first())
        self._sticks = StickCard(self.theme, courier.sticks, "takeout", asks=False)
        self._sticks.confirmed.connect(lambda stick: self._choose(place_of(stick), stick.name))
        self._folder = button(self.tr("Into a folder"), "takeout.folder", self.theme, sign=Sign.DISK)
        self._folder.clicked.connect(self._choose_folder)
        self.body.addWidget(self._busy)
        self.body.addLayout(self._question)
        self.body.addLayout(self._result)
        self.body.addWidget(card(self._points, Tone.AMBER))
        self.body.addWidget(card(down(text(self.tr("What are they for?"), Voice.LEAD), self._formats, spacing=GRID)))
        self.body.addWidget(self._sticks)
        self.body.addWidget(self._make_folder())
        self.body.addStretch(1)

    def open(self) -> None:
        """Show what would leave now; what is under way goes on."""
        self.hush()
        self._forget_place()
        clear(self._result)
        self.ask(
            lambda: TakeOutView(found=outlook(self._desk), formats=self._courier.formats()),
            self.present,
        )
        self.to_top()

    def present(self, view: TakeOutView) -> None:
        """Show these facts."""
        self._view = view
        found = view.found
        line = self.tr("{participants} participants with {forms} finished questionnaires of this site")
        self.head(self.tr("Take data out"), line.format(participants=found.participants, forms=found.forms))
        clear(self._points)
        self._points.addWidget(text(self.tr("Everybody who has these files can read them"), Voice.LEAD))
        for sign, said in self._says(found):
            row = across(spacing=GRID)
            tone = Tone.AMBER if sign is Sign.ATTENTION else Tone.PLAIN
            row.addWidget(mark(sign, self.theme, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(text(said), 1)
            self._points.addLayout(row)
        chosen = self._formats.current()
        self._formats.offer(offered(view.formats))
        self._formats.choose(chosen or "csv")

    def take_out_to(self, folder: Path) -> None:
        """Ask whether to write into a folder, as after the file dialog."""
        self._choose(folder, str(folder))

    def complain(self, error: Exception) -> None:
        """Show the failure; nothing is left where the files were to be."""
        self._set_busy(False)
        super().complain(error)
        self.to_top()

    def _says(self, found: Outlook) -> tuple[tuple[Sign, str], ...]:
        return (
            (
                Sign.ATTENTION,
                self.tr("The answers stand in them in the clear: study codes, arms, answers, scores, days and events."
                        " What the centre needs goes sealed, under Safe & sent."),
            ),
            (
                Sign.INFORMATION,
                self.tr("No names of participants: this program knows none. Remarks that staff typed can be in them."),
            ),
            (
                Sign.INFORMATION,
                self.tr("Of several answers to the same form and visit all are in them, marked as disputed."),
            ),
            (Sign.INFORMATION, self._words(found)),
            (
                Sign.INFORMATION,
                self.tr("These are data of the study.") if found.mode is Mode.STUDY
                else self.tr("These are no data of a study; every file says so."),
            ),
            (
                Sign.INFORMATION,
                self.tr("Who takes them out, when, in which format and how many is written down before."),
            ),
        )  # fmt: skip

    def _words(self, found: Outlook) -> str:
        """Say which words of questionnaires go along, and which stay because of their licence."""
        leave = ", ".join(title for title, may_leave in found.words if may_leave)
        stay = ", ".join(title for title, may_leave in found.words if not may_leave)
        said: list[str] = []
        if leave:
            said.append(
                self.tr("Words of the questions are in them, where the format has room: {forms}.").format(forms=leave)
            )
        if leave and found.has_demonstration:
            said.append(self.tr("They are marked as demonstration wording."))
        if stay:
            told = self.tr("Words of the questions stay here, as their licence says: {forms}.")
            said.append(told.format(forms=stay))
        return " ".join(said)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Write the files into which folder?"))
        if folder:
            self.take_out_to(Path(folder))

    def _choose(self, folder: Path, name: str) -> None:
        self._place = (folder, name)
        self._ask_first()
        self.to_top()

    def _forget_place(self) -> None:
        self._place = None
        clear(self._question)

    def _ask_first(self) -> None:
        """Ask before anything is written; asked again when another purpose is chosen."""
        clear(self._question)
        key = self._formats.current()
        if self._place is None or not key or self._busy.is_busy:
            return
        self.hush()
        clear(self._result)
        _, name = self._place
        asked = self.tr("Write open files to {place}?").format(place=name)
        told = self.tr("{purpose}. The answers stand in it in the clear: keep it as you keep a patient's file.").format(
            purpose=purpose(key)
        )
        now = button(self.tr("Write the files"), "takeout.confirm", self.theme, rank=Rank.PRIMARY, sign=Sign.COLLECT)
        now.clicked.connect(self._do)
        back = button(self.tr("Do not write"), "takeout.refuse", self.theme)
        back.clicked.connect(self._forget_place)
        row = across(spacing=GRID)
        row.addStretch(1)
        row.addWidget(back)
        row.addWidget(now)
        said = down(text(asked, Voice.LEAD, name="takeout.asked"), text(told, name="takeout.told"), spacing=GRID)
        said.addLayout(row)
        self._question.addWidget(card(said, Tone.ACCENT))

    def _do(self) -> None:
        assert self._place is not None
        (folder, _), key = self._place, self._formats.current()
        self._forget_place()
        self.hush()
        self._set_busy(True)
        self.travel(lambda: self._courier.take_out(self._desk, key, folder), self._written)

    def _written(self, done: TakenOut) -> None:
        self._set_busy(False)
        said = self.tr("Written and read back: {participants} participants with {forms} questionnaires, in {place}.")
        told = said.format(participants=done.participants, forms=done.forms, place=done.out)
        self.notice(told, Sign.GOOD, Tone.ACCENT)
        listed = down(text(self.tr("Files with their SHA-256"), Voice.LEAD), spacing=GRID)
        for number, one in enumerate(done.files):
            name = text(one.name, Voice.STRONG, name=f"takeout.file.{number}")
            sha256 = text(one.sha256, Voice.CAPTION, name=f"takeout.sum.{number}")
            sha256.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            listed.addLayout(down(name, sha256, spacing=0))
        self._result.addWidget(card(listed))
        self.to_top()

    def _set_busy(self, busy: bool) -> None:
        if busy:
            self._busy.begin(in_steps=True)
        else:
            self._busy.end()
        for one in (self._formats, self._sticks, self._folder):
            one.setEnabled(not busy)

    def _make_folder(self) -> QFrame:
        row = across(spacing=0)
        row.addWidget(self._folder)
        row.addStretch(1)
        return card(down(text(self.tr("Or into a folder"), Voice.LEAD), row, spacing=GRID))
