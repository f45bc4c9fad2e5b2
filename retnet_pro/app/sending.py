"""Sends by itself: from time to time, at the lock screen and at the desk, while nobody waits for it.

It needs no key but that of the device: bundles are sealed already, and receipts and packs are judged by who signed
them. It never waits in the lane, makes room for whatever a person asks for, and shows nothing: what became of it stands
on the page Safe & sent.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from retnet_pro.app.courier import SiteCourier
from retnet_pro.conduct.schedule import wait_s
from retnet_pro.gui.lane import Lane
from retnet_pro.gui.traveller import Traveller

_MS = 1000


class SendsByItself(QObject):
    """One clock for one open site. Nothing happens where no road over the network is set."""

    told = Signal()
    """A try has ended, well or not."""

    def __init__(
        self, courier: SiteCourier, lane: Lane, traveller: Traveller, chance: Callable[[], float], unit_ms: float = _MS
    ) -> None:
        """Take who knows the way, who goes it, and what gives a number from 0 to 1; `unit_ms` is for tests."""
        super().__init__()
        self._courier, self._lane, self._traveller = courier, lane, traveller
        self._chance, self._unit_ms = chance, unit_ms
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._try)

    def begin(self) -> None:
        """Set the clock for the first try, a moment from now, so that whoever is just logging in goes first."""
        self._lane.run(self._courier.failures, self._wait, lambda _: self._wait(1))

    def stop(self) -> None:
        """Try no more."""
        self._clock.stop()

    def _wait(self, failures: int) -> None:
        self._clock.start(round(wait_s(max(1, failures), self._chance()) * self._unit_ms))

    def _rest(self) -> None:
        self._clock.start(round(wait_s(0, self._chance()) * self._unit_ms))

    def _try(self) -> None:
        if self._traveller.is_away:
            self._wait(1)
            return
        self._traveller.travel(self._courier.exchange_by_itself, lambda _: self._ended(), lambda _: self._failed())

    def _ended(self) -> None:
        self._rest()
        self.told.emit()

    def _failed(self) -> None:
        self.begin()
        self.told.emit()
