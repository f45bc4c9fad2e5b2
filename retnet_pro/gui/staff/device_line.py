"""One quiet line about the tablet itself: battery, disk, what is unsent, clock; loud only where somebody must act."""

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QWidget

from retnet_pro.gui import words
from retnet_pro.gui.staff.house import DeviceState
from retnet_pro.gui.staff.pieces import Tone, across, chip, clear
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme

LOW_BATTERY = 20
"""Per cent below which a tablet that is not charging may not last through a visit. Choice of this project."""
LOW_DISK = 500_000_000
"""Bytes below which the disk is called nearly full; a year of questionnaires needs far less. Choice of this project."""


class DeviceLine(QWidget):
    """Shows how the device stands; what cannot be found out is left out."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("today.device")
        self._theme = theme
        self._row = across(spacing=2 * GRID)
        self.setLayout(self._row)

    def present(self, device: DeviceState, unsent: int, at: str, *, clock_jumped: bool) -> None:
        """Show these facts; `at` is what the clock of the device says."""
        clear(self._row)
        said = [
            (
                "battery",
                Sign.BATTERY,
                battery_said(device),
                device.battery is not None and device.battery < LOW_BATTERY and not device.is_charging,
            ),
            ("disk", Sign.DISK, disk_said(device), device.disk_free is not None and device.disk_free < LOW_DISK),
            ("unsent", Sign.SEND, unsent_said(unsent), False),
            ("clock", Sign.MINUTES, words.instant(at), clock_jumped),
        ]
        for name, sign, told, is_loud in said:
            if told:
                tone = Tone.AMBER if is_loud else Tone.PLAIN
                shown = Sign.ATTENTION if is_loud else sign
                self._row.addWidget(chip(told, shown, self._theme, tone=tone, name=f"today.device.{name}"))
        self._row.addStretch(1)


def battery_said(device: DeviceState) -> str:
    """Say how full the battery is; '' where nobody knows."""
    if device.battery is None:
        return ""
    if device.is_charging:
        return QCoreApplication.translate("device", "Battery {level} %, charging").format(level=device.battery)
    if device.battery < LOW_BATTERY:
        return QCoreApplication.translate("device", "Battery {level} %: plug it in").format(level=device.battery)
    return QCoreApplication.translate("device", "Battery {level} %").format(level=device.battery)


def disk_said(device: DeviceState) -> str:
    """Say how much room is left on the disk; '' where nobody knows."""
    if device.disk_free is None:
        return ""
    free = QLocale().formattedDataSize(device.disk_free, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
    if device.disk_free < LOW_DISK:
        return QCoreApplication.translate("device", "Disk nearly full: {free} free").format(free=free)
    return QCoreApplication.translate("device", "{free} free").format(free=free)


def unsent_said(unsent: int) -> str:
    """Say how many finished questionnaires are on this device only."""
    if not unsent:
        return QCoreApplication.translate("device", "Everything sent")
    return QCoreApplication.translate("device", "{count} not sent yet").format(count=QLocale().toString(unsent))
