"""The centre over the network: one card of the page Safe & sent, there only where a road is set."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from retnet_pro.gui.staff.pieces import Rank, Voice, across, button, card, clear, down, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme


class RoadLine(QWidget):
    """Says where the centre is; asks to exchange with it now."""

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("safe.road")
        self._theme = theme
        self._holder = down(spacing=0)
        self.setLayout(self._holder)

    def present(self, road: str, *, may_ask: bool) -> None:
        """Show this address, e.g. ``centre.example:8443``; without one there is nothing to see."""
        clear(self._holder)
        self.setVisible(bool(road))
        if not road:
            return
        said = down(
            text(self.tr("The centre over the network"), Voice.LEAD),
            text(road, Voice.QUIET, name="safe.road.place"),
            text(self.tr("This tablet sends by itself, at the lock screen too."), Voice.QUIET),
            spacing=GRID // 2,
        )
        now = button(
            self.tr("Send and look for receipts"), "safe.exchange", self._theme, rank=Rank.PRIMARY, sign=Sign.SEND
        )
        now.clicked.connect(self.asked)
        now.setEnabled(may_ask)
        now.setToolTip("" if may_ask else self.tr("Bundles are sent by a coordinator."))
        row = across(spacing=2 * GRID)
        row.addLayout(said, 1)
        row.addWidget(now, 0, Qt.AlignmentFlag.AlignVCenter)
        self._holder.addWidget(card(row))
