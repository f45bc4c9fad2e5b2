"""The quiet minutes: counts them, says so one minute before the end, and lets the person stay (rule P45).

Nothing on the page is touched while the notice stands, so what was typed is kept when the person stays.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from retnet_pro.gui.staff.pieces import Tone, across, button, card, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme

WARNING_MS = 60_000
"""How long before the lock the notice comes; for very short times half of them."""


class QuietMinutes(QObject):
    """Counts from the last sign of life."""

    nearly_over = Signal()
    over = Signal()
    interrupted = Signal()
    """There was a sign of life after `nearly_over`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rest = self._single_shot(self._warn)
        self._last = self._single_shot(self.over.emit)

    def begin(self, minutes: float) -> None:
        """Count from now on."""
        whole = round(minutes * 60_000)
        self._last.setInterval(min(WARNING_MS, whole // 2))
        self._rest.setInterval(whole - self._last.interval())
        self._rest.start()

    def alive(self) -> None:
        """Start counting again, if there is anything to count."""
        if self._last.isActive():
            self._last.stop()
            self._rest.start()
            self.interrupted.emit()
        elif self._rest.isActive():
            self._rest.start()

    def stop(self) -> None:
        """Count no more."""
        self._rest.stop()
        self._last.stop()

    def _warn(self) -> None:
        self._last.start()
        self.nearly_over.emit()

    def _single_shot(self, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer


class IdleNotice(QFrame):
    """A strip over the foot of the window; the page below stays as it is."""

    stay = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("idle")
        self._over = parent
        said = self.tr("Nobody has touched anything for a while. The desk locks in a minute.")
        stay = button(self.tr("Stay logged in"), "idle.stay", theme)
        stay.clicked.connect(self.stay)
        line = across(spacing=2 * GRID)
        line.addWidget(mark(Sign.MINUTES, theme, tone=Tone.AMBER), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(text(said, name="idle.said"), 1)
        line.addWidget(stay)
        self._whole = across(card(line, Tone.AMBER), spacing=0)
        self.setLayout(self._whole)
        self.place()
        self.show()
        self.raise_()

    def place(self) -> None:
        """Lie over the foot of the window, a little away from its edges."""
        width = min(self._over.width() - 4 * GRID, 90 * GRID)
        height = self._whole.heightForWidth(width)
        self.setGeometry((self._over.width() - width) // 2, self._over.height() - height - 2 * GRID, width, height)
