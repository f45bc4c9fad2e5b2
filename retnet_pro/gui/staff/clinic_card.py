"""One part of a form that staff fill in, or one row of it, on a card; its items stay where they are and come and go."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from retnet_pro.answering.clinic_value import Place, RowDropped, place_of
from retnet_pro.gui.staff.clinic_field import Field
from retnet_pro.gui.staff.clinic_view import BlockView
from retnet_pro.gui.staff.pieces import Rank, Voice, across, button, down, text
from retnet_pro.gui.theme import GRID, Theme
from retnet_pro.instrument.clinic import ClinicWords


class ClinicCard(QFrame):
    """Shows a `BlockView`. Nothing in it is ever rebuilt, so that what somebody is typing is left in peace."""

    put = Signal(str, object)
    """The place and the `Put` there."""
    confirmed = Signal(str)
    """The place whose unusual value is right."""

    def __init__(self, block: BlockView, said: ClinicWords, theme: Theme) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self.fields: dict[Place, Field] = {}
        number = "" if block.row is None else f" {block.row}"
        top = across(spacing=GRID)
        top.addWidget(text(block.title + number, Voice.LEAD), 1)
        self._drop = button(self.tr("Take away"), f"sheet.drop.{block.part}.{block.row}", theme, rank=Rank.QUIET)
        self._drop.setAccessibleName(self.tr("Take away: {part}").format(part=block.title + number))
        self._drop.clicked.connect(lambda: self.put.emit(place_of(block.part, block.row), RowDropped()))
        top.addWidget(self._drop)
        column = down(top, spacing=2 * GRID)
        for one in block.fields:
            field = Field(one, said, theme)
            field.put.connect(lambda put, place=one.place: self.put.emit(place, put))
            field.confirmed.connect(lambda place=one.place: self.confirmed.emit(place))
            self.fields[one.place] = field
            column.addWidget(field)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        self.setLayout(column)

    def present(self, block: BlockView, *, ask_gaps: bool) -> None:
        """Show the part as it stands now."""
        self._drop.setVisible(block.row is not None and not block.is_empty)
        for one in block.fields:
            field = self.fields[one.place]
            field.present(one, ask_gap=ask_gaps)
            field.setVisible(one.is_asked)
        self.setVisible(any(one.is_asked for one in block.fields))

    def stops(self) -> Iterator[QWidget]:
        """Yield where the tab key stops, in order."""
        for field in self.fields.values():
            yield from field.stops()
        yield self._drop
