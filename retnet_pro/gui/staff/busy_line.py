"""What is under way: how far it has come, and a button that stops it. It says so itself when it hangs somewhere."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from retnet_pro.gui.staff.pieces import across, button, card, down, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme
from retnet_pro.gui.traveller import Traveller


class BusyLine(QWidget):
    """Shown from `begin` to `end`; meanwhile the rest of the program goes on."""

    def __init__(self, theme: Theme, traveller: Traveller, name: str = "safe") -> None:
        super().__init__()
        self.setObjectName(f"{name}.busy")
        self._in_steps = False
        self._said = text("", name=f"{name}.busy.said")
        self._bar = QProgressBar()
        self._bar.setObjectName(f"{name}.busy.bar")
        self._bar.setTextVisible(False)
        self._stop = button(self.tr("Stop"), f"{name}.stop", theme, sign=Sign.CLOSE)
        self._stop.clicked.connect(traveller.give_up)
        traveller.moved.connect(self._move)
        row = across(down(self._said, self._bar, spacing=GRID), spacing=2 * GRID)
        row.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(down(card(row), spacing=0))
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return not self.isHidden()

    def begin(self, *, in_steps: bool = False) -> None:
        """Show that something has begun; `in_steps` when what it counts are no files."""
        self._in_steps = in_steps
        self._move(0, 0)
        self.show()

    def end(self) -> None:
        """Show nothing more."""
        self.hide()
        self._bar.setRange(0, 1)

    def _move(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        waiting = self.tr("Under way. You can go on working meanwhile.")
        steps = self.tr("Step {done} of {total} is done. You can go on working meanwhile.")
        counted = self.tr("{done} of {total} files. You can go on working meanwhile.")
        counted = steps if self._in_steps else counted
        self._said.setText(counted.format(done=done, total=total) if total else waiting)
