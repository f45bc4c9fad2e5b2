"""Words are measured together with the language of the program itself."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from retnet_pro.app import measuring
from retnet_pro.app.measuring import hush, measured
from retnet_pro.instrument.library import open_library
from retnet_pro.instrument.model import InstrumentId

HOUSE = Path(__file__).resolve().parents[3]


@pytest.mark.rule("E130", "E131")
def test_words_in_a_language_the_program_does_not_speak_are_measured_all_the_same(qapp) -> None:
    library = open_library(HOUSE / "forms", HOUSE / "translations", None)
    form = library.instrument(InstrumentId("carcinoid-diary"))
    words = library.wording(form, "de")
    assert [one for one in measured(form, words, HOUSE / "translations") if one.stands_against] == []
    strange = replace(words, language="tlh")
    assert [one for one in measured(form, strange, HOUSE / "translations") if one.stands_against] == []


@pytest.mark.rule("E130")
def test_the_program_speaks_the_language_while_it_is_measured_and_not_after(qapp, monkeypatch) -> None:
    heard = []

    def listening(*_: object, **__: object) -> tuple[()]:
        heard.append(QCoreApplication.translate("Participant", "Next"))
        return ()

    monkeypatch.setattr(measuring, "measure", listening)
    library = open_library(HOUSE / "forms", HOUSE / "translations", None)
    form = library.instrument(InstrumentId("carcinoid-diary"))
    measured(form, library.wording(form, "de"), HOUSE / "translations")
    assert heard == ["Weiter"]
    assert QCoreApplication.translate("Participant", "Next") == "Next"


def test_qt_is_heard_but_for_size_hints(capsys: pytest.CaptureFixture[str]) -> None:
    hush(None, None, "This plugin does not support propagateSizeHints()")  # type: ignore[arg-type]
    hush(None, None, "something else")  # type: ignore[arg-type]
    assert capsys.readouterr().err == "something else\n"
