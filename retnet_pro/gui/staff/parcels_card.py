"""Every bundle that left this device with the receipt it got: the last ones at once, more when somebody asks.

A site sends for years, and a row takes time to lay out; nobody who looks whether all is well waits for old ones.
"""

from PySide6.QtWidgets import QWidget

from retnet_pro.gui import words
from retnet_pro.gui.staff.pieces import Rank, Voice, button, down, text
from retnet_pro.gui.staff.safe_view import Parcel
from retnet_pro.gui.staff.signs import Sign, icon
from retnet_pro.gui.staff.table import Column, Table
from retnet_pro.gui.theme import GRID, Theme

FEW = 10
"""Rows that are shown, and that are added whenever somebody asks for more."""
BUNDLE_DIGITS = 12
"""How much of a bundle's id is shown; the whole of it is in the tip."""


class ParcelsCard(QWidget):
    """Shows bundles, newest first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parcels: tuple[Parcel, ...] = ()
        self._none = text(self.tr("Nothing has left this device yet."), Voice.QUIET, name="safe.none")
        self.table = Table("safe.table", self._columns(), sorts=False, grows=True)
        self._more = button(self.tr("Show more"), "safe.table.more", theme, rank=Rank.QUIET, sign=Sign.MORE)
        self._more.clicked.connect(self._show_more)
        column = down(text(self.tr("Bundles and receipts"), Voice.LEAD), self._none, self.table)
        column.addWidget(self._more)
        self.setLayout(column)

    def present(self, parcels: tuple[Parcel, ...]) -> None:
        """Show the last of these bundles, and as many as somebody had asked for."""
        self._parcels = parcels
        self.table.present(parcels[: max(FEW, len(self.table.rows_model.rows))])
        self._settle()

    def _show_more(self) -> None:
        shown = len(self.table.rows_model.rows)
        self.table.add(self._parcels[shown : shown + FEW])
        self._settle()

    def _settle(self) -> None:
        self.table.setVisible(bool(self._parcels))
        self._none.setVisible(not self._parcels)
        self._more.setVisible(len(self.table.rows_model.rows) < len(self._parcels))

    def _columns(self) -> tuple[Column, ...]:
        tokens = self._theme.tokens
        received, waiting = icon(Sign.GOOD, tokens.accent), icon(Sign.MINUTES, tokens.muted)
        return (
            Column(
                title=self.tr("Bundle"),
                says=lambda parcel: parcel.sent.bundle[:BUNDLE_DIGITS],
                hint=lambda parcel: parcel.sent.bundle,
                sign=lambda parcel: received if parcel.receipt else waiting,
                width_px=20 * GRID,
            ),
            Column(title=self.tr("Sent"), says=lambda parcel: words.instant(parcel.sent.at), stretches=True),
            Column(title=self.tr("To"), says=lambda parcel: parcel.sent.place, stretches=True),
            Column(title=self.tr("Receipt of the centre"), says=self._receipt, stretches=True),
        )

    def _receipt(self, parcel: Parcel) -> str:
        if parcel.receipt is None:
            return self.tr("none yet")
        return f"{parcel.receipt.status}, {words.instant(parcel.receipt.centre_at)}"
