"""How the signatures of one participant stand, as one line on the participant's page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from retnet_pro.gui.staff.pieces import Voice, across, button, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme


class PersonSigning(QWidget):
    """Shows how many milestones are signed; reports that somebody wants to see them."""

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._said = text("", Voice.BODY, name="person.signing")
        show = button(self.tr("Signatures"), "person.sign", theme, sign=Sign.WRITE)
        show.clicked.connect(self.asked)
        line = across(mark(Sign.AUDIT, theme), self._said, spacing=GRID)
        line.setStretch(1, 1)
        line.addWidget(show, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)

    def present(self, signed: int, count: int) -> None:
        """Show this; nothing where there is nothing to sign."""
        said = self.tr("Signed by an investigator: {signed} of {count} milestones")
        self._said.setText(said.format(signed=signed, count=count))
        self.setVisible(bool(count))
