"""What the participant's window needs of a voice, written by the window; without one, nothing is offered."""

from collections.abc import Callable, Sequence
from typing import Protocol


class Voice(Protocol):
    """Says words aloud, one text at a time, and can be cut short."""

    def speaks(self, language: str) -> bool:
        """Whether words in this language (a BCP 47 tag) can be said by a voice of that language."""

    def say(self, texts: Sequence[str], language: str) -> None:
        """Say the texts one after another, once."""

    def stop(self) -> None:
        """Fall silent at once; what was not said yet is never said."""

    def when_silent(self, told: Callable[[], None]) -> None:
        """Tell when everything was said, or could not be."""
