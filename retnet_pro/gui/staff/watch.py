"""The watch: while people work, the whole record is followed from its first event, a stretch at a time."""

from PySide6.QtCore import QObject, QTimer, Signal

from retnet_pro.conduct.desk import Desk
from retnet_pro.gui.staff.errand import Errands

PAUSE_MS = 200
"""Between two stretches, so that somebody who asks for a page never waits behind more than one of them."""


class Watch(QObject):
    """Follows the record of one desk until its end or until it breaks."""

    damaged = Signal()
    """The record does not hold together; `Desk.damage` says where."""

    def __init__(self, desk: Desk, errands: Errands, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._errands = errands
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look)

    def begin(self) -> None:
        """Start following, or say at once what the login has found."""
        if self._desk.damage is not None:
            self.damaged.emit()
        else:
            self._pause.start()

    def _look(self) -> None:
        self._errands.run(self._desk.inspect, self._looked, lambda _: None)

    def _looked(self, is_more: bool) -> None:
        if self._desk.damage is not None:
            self.damaged.emit()
        elif is_more:
            self._pause.start()
