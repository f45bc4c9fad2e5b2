"""How the signatures of one participant stand, as one button on the participant's page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from retnet_pro.gui.staff.pieces import across, button
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import Theme


class PersonSigning(QWidget):
    """Shows how many milestones are signed; reports that somebody wants to see them."""

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._show = button("", "person.sign", theme, sign=Sign.WRITE)
        self._show.clicked.connect(self.asked)
        self.setLayout(across(self._show))

    def present(self, signed: int, count: int) -> None:
        """Show this; nothing where there is nothing to sign."""
        self._show.setText(self.tr("Signatures: {signed} of {count}").format(signed=signed, count=count))
        self.setVisible(bool(count))
