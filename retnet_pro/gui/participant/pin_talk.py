"""What is asked about the study PIN and in which order: a known one up to three times, a new one twice (rule E59)."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from retnet_pro.record.pin import LEAST, MOST

TRIES = 3
"""After this many the sitting ends and the nurse must hand the tablet over again: that is the brake on guessing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PinView:
    """What is asked. The digits typed so far are the page's own and nobody else's."""

    title: str
    hint: str


class Ask(Enum):
    """What to do with digits that were entered."""

    CHECK = "check"
    KEEP = "keep"
    AGAIN = "again"


class PinTalk:
    """One participant at the page of the PIN."""

    def __init__(self, *, has_pin: bool) -> None:
        """Begin: with a PIN that is known, or one to be chosen."""
        self._has_pin = has_pin
        self._first: str | None = None
        self._differed = False
        self.wrong = 0
        """How many times the digits were not the right ones."""

    def start(self) -> PinView:
        """Return the first page; a choice half made begins anew."""
        self._first, self._differed = None, False
        return self.view()

    def take(self, pin: str) -> Ask:
        """Say what becomes of the digits."""
        if self._has_pin:
            return Ask.CHECK
        if self._first is None:
            self._first, self._differed = pin, False
            return Ask.AGAIN
        if self._first == pin:
            return Ask.KEEP
        self._first, self._differed = None, True
        return Ask.AGAIN

    def view(self) -> PinView:
        """Return what is asked now."""
        translate = QCoreApplication.translate
        if self._has_pin and not self.wrong:
            return PinView(
                title=translate("Participant", "Please enter your study PIN"),
                hint=translate("Participant", "If you do not remember it, ask the nurse for a new one."),
            )
        if self._has_pin:
            return PinView(
                title=translate("Participant", "Please enter your study PIN again"),
                hint=translate("Participant", "That was another number. You can try again."),
            )
        if self._first is not None:
            return PinView(
                title=translate("Participant", "Please enter the same PIN again"),
                hint=translate("Participant", "So that it is the one you meant."),
            )
        hint = translate("Participant", "{least} to {most} digits. You will need it at every visit.")
        if self._differed:
            hint = translate("Participant", "The two were not alike. Please choose again: {least} to {most} digits.")
        return PinView(
            title=translate("Participant", "Please choose a study PIN"), hint=hint.format(least=LEAST, most=MOST)
        )
