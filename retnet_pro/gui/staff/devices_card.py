"""The devices of the site and what is known here of each: one card of the page Safe & sent."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from retnet_pro.conduct.devices import Link, SiteDevice
from retnet_pro.gui import words
from retnet_pro.gui.staff.pieces import Tone, Voice, across, card, clear, down, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme


class DevicesCard(QWidget):
    """Shows devices; nothing for whoever is not told of them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("safe.devices")
        self._theme = theme
        self._holder = down(spacing=0)
        self.setLayout(self._holder)

    def present(self, devices: tuple[SiteDevice, ...]) -> None:
        """Show these devices."""
        clear(self._holder)
        self.setVisible(bool(devices))
        if not devices:
            return
        column = down(text(self.tr("Devices of this site"), Voice.LEAD), spacing=GRID)
        for one in devices:
            said = down(
                text(one.device, Voice.STRONG, name="safe.device"),
                text(self._what(one), Voice.QUIET, name="safe.device.what"),
                spacing=0,
            )
            is_waiting = bool(one.unreceived)
            sign = Sign.ATTENTION if is_waiting else Sign.UNSURE if one.unreceived is None else Sign.GOOD
            tone = Tone.AMBER if is_waiting else Tone.PLAIN if one.unreceived is None else Tone.ACCENT
            row = across(spacing=GRID)
            row.addWidget(mark(sign, self._theme, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(said, 1)
            column.addLayout(row)
        self._holder.addWidget(card(column))

    def _what(self, one: SiteDevice) -> str:
        day = words.instant(one.since)
        match one.link:
            case Link.THIS:
                said = self.tr("This tablet, set up {time}.").format(time=day)
            case Link.BEFORE:
                told = self.tr("The device before this one, set up {time}. It must not be used any more.")
                said = told.format(time=day)
            case Link.LET_IN:
                told = self.tr("Let in from here {time} by {who}. It sends by itself; look on it for what it holds.")
                return told.format(time=day, who=one.by)
        if one.unreceived:
            return said + " " + self.tr("Questionnaires without a receipt: {count}.").format(count=one.unreceived)
        return said + " " + self.tr("The centre has every finished questionnaire of it.")
