"""The line on top that says what the data are for, whenever they are not study data (design part 3)."""

from PySide6.QtWidgets import QFrame

from retnet_pro.gui import words
from retnet_pro.gui.staff.pieces import Tone, across, chip
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme
from retnet_pro.study.model import Mode


def mode_banner(mode: Mode, theme: Theme) -> QFrame | None:
    """Return the banner, or None for study data."""
    if mode is Mode.STUDY:
        return None
    line = across(chip(words.word(mode), Sign.ATTENTION, theme, tone=Tone.AMBER, name="banner.mode"))
    line.addStretch(1)
    line.setContentsMargins(3 * GRID, GRID // 2, 3 * GRID, GRID // 2)
    banner = QFrame()
    banner.setObjectName("banner")
    banner.setProperty("card", "banner")
    banner.setLayout(line)
    return banner
