"""The line on top that says what the data are for, whenever they are not study data (design part 3)."""

from PySide6.QtWidgets import QFrame, QLabel

from retnet_pro.gui import words
from retnet_pro.gui.staff.pieces import Tone, across, chip, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme
from retnet_pro.study.model import Mode


def damage_banner(theme: Theme) -> tuple[QFrame, QLabel]:
    """Return the line that says where the record stops holding together, hidden, and its text."""
    return _said_banner("banner.damage", Sign.URGENT, Tone.RED, theme)


def gone_banner(theme: Theme) -> tuple[QFrame, QLabel]:
    """Return the line that says that the tablet goes to another site, hidden, and its text."""
    return _said_banner("banner.gone", Sign.ATTENTION, Tone.AMBER, theme)


def _said_banner(name: str, sign: Sign, tone: Tone, theme: Theme) -> tuple[QFrame, QLabel]:
    said = text("", name=name, tone=tone)
    line = across(mark(sign, theme, tone=tone), spacing=GRID)
    line.addWidget(said, 1)
    line.setContentsMargins(3 * GRID, GRID, 3 * GRID, GRID)
    banner = QFrame()
    banner.setProperty("card", "banner")
    banner.setLayout(line)
    banner.hide()
    return banner, said


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
