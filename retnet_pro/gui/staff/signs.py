"""The icons of the staff's pages. The icon package is loaded with the first icon, so login comes up without it."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from retnet_pro.gui.theme import GRID, Theme

ICON_PX = 20
"""Side of an icon beside a line of text."""
SPACED_ICON = QSize(ICON_PX + GRID // 2, ICON_PX)
"""An icon in a button, with room after it."""


class Sign(StrEnum):
    """Every icon, by what it says."""

    TODAY = "ph.house"
    PEOPLE = "ph.users"
    SAFE = "ph.shield-check"
    LOCK = "ph.lock-simple"
    CONTRAST = "ph.circle-half"
    ATTENTION = "ph.warning"
    URGENT = "ph.warning-circle"
    INFORMATION = "ph.info"
    UNSURE = "ph.question"
    GOOD = "ph.check-circle"
    DONE = "ph.check-circle-fill"
    EMPTY = "ph.circle"
    CLOSING = "ph.hourglass-medium"
    OPEN = "ph.calendar-blank"
    OVERDUE = "ph.calendar-x"
    UPCOMING = "ph.calendar-plus"
    PAUSED = "ph.pause-circle"
    MINUTES = "ph.clock"
    LANGUAGE = "ph.translate"
    TABLET = "ph.device-tablet"
    BACK = "ph.arrow-left"
    GO_ON = "ph.play"
    CLOSE = "ph.x-circle"
    ADD = "ph.plus"
    WRITE = "ph.pencil-simple"
    PAPER = "ph.file-pdf"
    SEND = "ph.paper-plane-tilt"
    COLLECT = "ph.download-simple"
    SEARCH = "ph.magnifying-glass"
    PERSON = "ph.user"
    ARM = "ph.first-aid"
    SAME = "ph.equals"


def icon(sign: Sign, colour: str) -> QIcon:
    """Return an icon in a colour given as ``#rrggbb``."""
    import qtawesome

    return QIcon(qtawesome.icon(sign.value, color=colour))


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
    sharp = icon(sign, colour).pixmap(QSize(side, side), 2.0)
    sharp.setDevicePixelRatio(2.0)
    return sharp


def _with_room(drawn: QPixmap) -> QPixmap:
    wide = QPixmap(SPACED_ICON * 2)
    wide.setDevicePixelRatio(2.0)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return wide
