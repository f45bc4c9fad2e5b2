"""The tablet's voice: one text after another, cut short at once, and no voice where the system has none."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLocale

from retnet_pro.app.speaking import PACKAGE, SystemVoice, system_voice


class Engine:
    """Says nothing; tells its state when the test lets it."""

    def __init__(self, *locales: str) -> None:
        self.heard: list[str] = []
        self.locale = ""
        self.stops = 0
        self.stateChanged = SimpleNamespace(connect=self._connect)
        self._locales = [QLocale(one) for one in locales]

    def _connect(self, told) -> None:
        self._told = told

    def availableLocales(self) -> list[QLocale]:
        return self._locales

    def setLocale(self, locale: QLocale) -> None:
        self.locale = locale.bcp47Name()

    def say(self, text: str) -> None:
        self.heard.append(text)
        self.tell("Speaking")

    def stop(self) -> None:
        self.stops += 1
        self.tell("Ready")

    def tell(self, state: str) -> None:
        self._told(SimpleNamespace(name=state))


def voice_of(engine: Engine | None) -> tuple[SystemVoice, list[str]]:
    voice, silences = SystemVoice(lambda: engine), []
    voice.when_silent(lambda: silences.append("silent"))
    return voice, silences


def test_texts_are_said_one_after_another_and_once() -> None:
    engine = Engine("en-US")
    voice, silences = voice_of(engine)
    voice.say(["Think of the last week.", "How was it?"], "en")
    assert engine.heard == ["Think of the last week."]
    engine.tell("Ready")
    assert (engine.heard[1:], silences) == (["How was it?"], [])
    engine.tell("Ready")
    engine.tell("Ready")
    assert (len(engine.heard), silences) == (2, ["silent"])


def test_what_was_cut_short_is_never_said() -> None:
    engine = Engine("en-US")
    voice, silences = voice_of(engine)
    voice.say(["One.", "Two."], "en")
    voice.stop()
    engine.tell("Ready")
    assert (engine.heard, engine.stops, silences) == (["One."], 1, [])


def test_an_engine_that_fails_is_silent() -> None:
    engine = Engine("en-US")
    voice, silences = voice_of(engine)
    voice.say(["One.", "Two."], "en")
    engine.tell("Error")
    assert (engine.heard, silences) == (["One."], ["silent"])


@pytest.mark.parametrize(
    ("language", "chosen"),
    [("en", "en"), ("en-GB", "en-GB"), ("pt-BR", "pt-PT"), ("zh-Hant", ""), ("he", "")],
)
def test_a_language_is_spoken_by_a_voice_of_that_language_and_script(language: str, chosen: str) -> None:
    engine = Engine("en-US", "en-GB", "pt-PT", "zh-CN")
    voice, _ = voice_of(engine)
    assert voice.speaks(language) is bool(chosen)
    voice.say(["One."], language)
    assert (engine.locale, len(engine.heard)) == (chosen, int(bool(chosen)))


def test_a_machine_without_an_engine_speaks_no_language() -> None:
    voice, silences = voice_of(None)
    assert not voice.speaks("en")
    voice.say(["One."], "en")
    voice.stop()
    assert silences == ["silent"]


def test_without_the_optional_package_there_is_no_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retnet_pro.app.speaking.find_spec", lambda name: None if name == PACKAGE else name)
    assert system_voice() is None
