"""The voice of the tablet: Qt's TextToSpeech over the voices of the operating system, where that package is installed.

The package (PySide6-Addons) is optional and is looked for only here. Nothing of it is loaded before a wording allows
reading aloud.
"""

from collections import deque
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import Any

from PySide6.QtCore import QLocale

from retnet_pro.gui.participant.voice import Voice

PACKAGE = "PySide6.QtTextToSpeech"
SILENT_ENGINES = frozenset({"mock"})
"""Engines of Qt that make no sound; they are there for tests."""


def system_voice() -> Voice | None:
    """Return the voice of this machine, or None where the optional package is not installed."""
    return None if find_spec(PACKAGE) is None else SystemVoice(open_engine)


def open_engine() -> Any:
    """Return Qt's default engine, or None where none is there or its libraries are missing."""
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError:  # the package is there, a library of the system it stands on is not
        return None
    engines = [engine for engine in QTextToSpeech.availableEngines() if engine not in SILENT_ENGINES]
    return QTextToSpeech() if engines else None


class SystemVoice:
    """Says texts one after another. It holds the texts not said yet, hence its state."""

    def __init__(self, open_engine: Callable[[], Any]) -> None:
        """Take what opens the engine; it is called once, when somebody first asks for a language."""
        self._open = open_engine
        self._engine: Any = None
        self._is_open = False
        self._waiting: deque[str] = deque()
        self._is_speaking = False
        self._told: Callable[[], None] = lambda: None

    def speaks(self, language: str) -> bool:
        """Whether a voice of the machine has this language and script."""
        return self._locale_of(language) is not None

    def say(self, texts: Sequence[str], language: str) -> None:
        """Say the texts one after another; where the language cannot be spoken, be silent at once."""
        self.stop()
        locale = self._locale_of(language)
        if locale is None or not texts:
            self._told()
            return
        self._engine.setLocale(locale)
        self._waiting.extend(texts)
        self._is_speaking = True
        self._engine.say(self._waiting.popleft())

    def stop(self) -> None:
        """Fall silent at once."""
        self._waiting.clear()
        if self._is_speaking:
            self._is_speaking = False
            self._engine.stop()

    def when_silent(self, told: Callable[[], None]) -> None:
        """Tell when everything was said, or the engine failed."""
        self._told = told

    def _locale_of(self, language: str) -> QLocale | None:
        """Return the voice's locale for a language, the one of the tag's own country first."""
        if not self._is_open:
            self._is_open = True
            self._engine = self._open()
            if self._engine is not None:
                self._engine.stateChanged.connect(self._follow)
        wanted = QLocale(language)
        known = [] if self._engine is None else self._engine.availableLocales()
        fit = [one for one in known if (one.language(), one.script()) == (wanted.language(), wanted.script())]
        return next((one for one in fit if one.territory() == wanted.territory()), fit[0] if fit else None)

    def _follow(self, state: Any) -> None:
        """Go on with the next text when one was said; an engine that fails is silent."""
        if not self._is_speaking or state.name not in ("Ready", "Error"):
            return
        if state.name == "Ready" and self._waiting:
            self._engine.say(self._waiting.popleft())
            return
        self._waiting.clear()
        self._is_speaking = False
        self._told()
