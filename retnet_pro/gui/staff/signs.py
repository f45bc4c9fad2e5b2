"""The icons of the staff pages: glyphs of the Phosphor font that a package brings, in the colours of the theme."""

import json
from enum import StrEnum
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPixmap

from retnet_pro.errors import Bug, Code
from retnet_pro.gui.theme import GRID, Theme

ICON_PX = 20
"""Side of an icon beside a line of text."""
DENSITY = 2
"""Pixels of a picture for each pixel of a plain screen, so that it stays sharp on a dense one."""
SPACED_ICON = QSize(ICON_PX + GRID // 2, ICON_PX)
"""An icon in a button, with room after it."""


class Sign(StrEnum):
    """Every icon, by what it says."""

    TODAY = "house"
    PEOPLE = "users"
    SAFE = "shield-check"
    TEAM = "identification-card"
    KEY = "key"
    REMOVE = "user-minus"
    LOCK = "lock-simple"
    CONTRAST = "circle-half"
    ALERT = "bell"
    ATTENTION = "warning"
    URGENT = "warning-circle"
    INFORMATION = "info"
    UNSURE = "question"
    GOOD = "check-circle"
    DONE = "check-circle-fill"
    EMPTY = "circle"
    CLOSING = "hourglass-medium"
    OPEN = "calendar-blank"
    OVERDUE = "calendar-x"
    UPCOMING = "calendar-plus"
    PAUSED = "pause-circle"
    MINUTES = "clock"
    LANGUAGE = "translate"
    BATTERY = "battery-medium"
    DISK = "hard-drives"
    TABLET = "device-tablet"
    BACK = "arrow-left"
    GO_ON = "play"
    ADD = "plus"
    WRITE = "pencil-simple"
    PAPER = "file-pdf"
    PICTURE = "image"
    SEND = "paper-plane-tilt"
    COLLECT = "download-simple"
    COPY = "copy"
    SEARCH = "magnifying-glass"
    ARM = "first-aid"
    SAME = "equals"
    COMPLETION = "chart-bar"
    AUDIT = "clipboard-text"
    TABLE = "table"
    MORE = "caret-down"
    CLOSE = "x"
    CHANGED = "clock-counter-clockwise"


@cache
def _typeface() -> tuple[str, dict[str, str]]:
    """Return the family of the icon font and the code of each icon.

    Font and codes come from the installed package; its own drawing code is not loaded, because that would load all of
    Qt and keep the lock screen waiting.
    """
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise Bug(Code.UNEXPECTED, why="the icon package is not installed")
    fonts = Path(spec.origin).parent / "fonts"
    number = QFontDatabase.addApplicationFont(str(next(fonts.glob("phosphor-*.ttf"))))
    codes = json.loads(next(fonts.glob("phosphor-charmap-*.json")).read_text(encoding="ascii"))
    return QFontDatabase.applicationFontFamilies(number)[0], codes


def icon(sign: Sign, colour: str) -> QIcon:
    """Return an icon in a colour given as ``#rrggbb``."""
    return QIcon(picture(sign, colour))


def spaced_icon(sign: Sign, colour: str, disabled: str) -> QIcon:
    """Return an icon with room after it, for buttons, which would set their words too close."""
    both = QIcon(_with_room(picture(sign, colour)))
    both.addPixmap(_with_room(picture(sign, disabled)), QIcon.Mode.Disabled)
    return both


def choice_icon(theme: Theme) -> QIcon:
    """Return the icon of a row that can be chosen: a ring, and a tick when it is chosen."""
    both = QIcon(_with_room(picture(Sign.EMPTY, theme.tokens.line)))
    both.addPixmap(_with_room(picture(Sign.DONE, theme.tokens.accent)), QIcon.Mode.Normal, QIcon.State.On)
    return both


def picture(sign: Sign, colour: str, side: int = ICON_PX) -> QPixmap:
    """Return an icon as a picture, sharp on screens of double density too."""
    family, codes = _typeface()
    sharp = QPixmap(QSize(side, side) * DENSITY)
    sharp.setDevicePixelRatio(DENSITY)
    sharp.fill(Qt.GlobalColor.transparent)
    font = QFont(family)
    font.setPixelSize(side)
    painter = QPainter(sharp)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(QRect(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, chr(int(codes[sign.value], 16)))
    painter.end()
    return sharp


def _with_room(drawn: QPixmap) -> QPixmap:
    wide = QPixmap(SPACED_ICON * DENSITY)
    wide.setDevicePixelRatio(DENSITY)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return wide
