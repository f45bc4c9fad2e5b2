"""The participant's own step before the first question: the code confirmed, a PIN where the study asks (rule E59)."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from retnet_pro.gui.participant.desk import ParticipantDesk
from retnet_pro.gui.participant.pin_talk import TRIES, Ask, PinTalk
from retnet_pro.study.model import Identification


class InLane(Protocol):
    """Runs work in the lane and goes on with its result."""

    def __call__(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Run `work` there, then `done` here."""


class Identity(QObject):
    """Leads through the step, as often as the study allows."""

    asked = Signal(object)
    """A `PinView` to show."""
    shown = Signal()
    """The participant has shown who they are, and it is recorded."""
    refused = Signal()
    """Too many tries: the nurse is needed."""

    def __init__(self, desk: ParticipantDesk, in_lane: InLane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._in_lane = in_lane
        self._talk = PinTalk(has_pin=desk.has_pin)

    def begin(self) -> None:
        """Take the step after the study code was confirmed."""
        match self._desk.identification:
            case Identification.PIN:
                self.asked.emit(self._talk.start())
            case Identification.STATED:
                self.shown.emit()  # staff stated it before the tablet changed hands
            case Identification.CONFIRM:
                self._in_lane(lambda: self._desk.identify(Identification.CONFIRM), lambda _: self.shown.emit())

    def enter(self, pin: str) -> None:
        """Follow digits that were entered."""
        match self._talk.take(pin):
            case Ask.CHECK:
                self._in_lane(lambda: self._desk.try_pin(pin), self._judge)
            case Ask.KEEP:
                self._in_lane(lambda: self._desk.choose_pin(pin), lambda _: self.shown.emit())
            case Ask.AGAIN:
                self.asked.emit(self._talk.view())

    def _judge(self, fits: bool) -> None:
        self._talk.wrong += not fits
        if fits:
            self.shown.emit()
        elif self._talk.wrong < TRIES:
            self.asked.emit(self._talk.view())
        else:
            self.refused.emit()
