"""The program's own words in other languages."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

import retnet_pro
from retnet_pro.errors import Code, Refusal
from retnet_pro.gui.interface import available, install, read_words
from retnet_pro.gui.participant.counts import Counts
from retnet_pro.instrument.translation import INTERFACE

ROOT = Path(retnet_pro.__file__).parents[1]
TRANSLATIONS = ROOT / "translations"


@pytest.mark.rule("E130")
@pytest.mark.parametrize("path", sorted(TRANSLATIONS.glob("*.ts")), ids=lambda path: path.name)
def test_every_translation_keeps_the_places_for_facts(path):
    for (_, source), translation in read_words(path).items():
        assert sorted(fields(source)) == sorted(fields(translation)), source


def fields(text):
    return [part.split("}")[0] for part in text.split("{")[1:]]


@pytest.mark.rule("E131")
def test_a_language_without_words_is_refused_and_not_replaced_silently(qapp):
    with pytest.raises(Refusal) as refused:
        install(TRANSLATIONS, "xx")
    assert refused.value.code is Code.WORDING_MISSING


def test_german_is_spoken_once_installed(qapp):
    translator = install(TRANSLATIONS, "de-AT")
    try:
        assert QCoreApplication.translate("Participant", "Next") == "Weiter"
        assert QCoreApplication.translate("Participant", "no such words") == "no such words"
    finally:
        QCoreApplication.removeTranslator(translator)
    assert QCoreApplication.translate("Participant", "Next") == "Next"


def test_english_needs_no_file(tmp_path):
    assert install(tmp_path, "en-GB") is None
    assert available(tmp_path) == ("en",)


def test_unfinished_translations_are_not_used_and_entities_are_read(tmp_path):
    path = tmp_path / "interface_fr.ts"
    path.write_text(
        "<TS><context><name>A</name>"
        "<message><source>one &amp; two</source><translation>un &amp; deux</translation></message>"
        '<message><source>three</source><translation type="unfinished">trois</translation></message>'
        "</context></TS>"
    )
    assert read_words(path) == {("A", "one & two"): "un & deux"}


@pytest.mark.rule("E130", "E131")
def test_a_language_with_one_missing_text_is_refused(qapp, tmp_path):
    for name in ("interface_en.ts", "interface_nl.ts"):
        (tmp_path / name).write_text((TRANSLATIONS / name).read_text("utf-8"), "utf-8")
    nl = tmp_path / "interface_nl.ts"
    nl.write_text(nl.read_text("utf-8").replace("<translation>Terug</translation>", "<translation></translation>"))
    with pytest.raises(Refusal) as refused:
        install(tmp_path, "nl")
    assert refused.value.code is Code.INTERFACE_MISSING
    assert refused.value.facts["count"] == 1
    assert QCoreApplication.translate("Participant", "Next") == "Next"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", {1: "1 question. ", 2: "2 questions. ", 21: "21 questions. "}),
        ("fr", {0: "0 question. ", 1: "1 question. ", 2: "2 questions. "}),
        ("pl", {1: "1 pytanie. ", 3: "3 pytania. ", 5: "5 pytań. ", 12: "12 pytań. ", 22: "22 pytania. "}),
        ("he", {1: "שאלה אחת. ", 30: "30 שאלות. "}),
        ("ar", {1: "سؤال واحد. ", 2: "سؤالان. ", 6: "6 أسئلة. ", 30: "30 سؤالًا. ", 100: "100 سؤال. "}),
        ("zh-Hans-CN", {1: "1 个问题。", 30: "30 个问题。"}),
    ],
)
def test_a_number_is_said_as_the_language_says_it(qapp, language, said):
    """Digits are the same in every language: those of the study code, the paper form and the keys (languages.md)."""
    translator = install(TRANSLATIONS, language)
    try:
        for n, words in said.items():
            assert Counts().questions(n).startswith(words)
    finally:
        QCoreApplication.removeTranslator(translator)


def test_only_the_words_for_participants_are_read_where_staff_never_looks(qapp):
    translator = install(TRANSLATIONS, "de", INTERFACE)
    try:
        assert QCoreApplication.translate("Participant", "Next") == "Weiter"
        assert QCoreApplication.translate("LockPage", "Log in") == "Log in"
    finally:
        QCoreApplication.removeTranslator(translator)


def test_a_broken_file_is_named(tmp_path):
    path = tmp_path / "interface_fr.ts"
    path.write_text("<TS><context>")
    with pytest.raises(Refusal) as refused:
        read_words(path)
    assert refused.value.code is Code.TABLE_BROKEN
    assert refused.value.facts["path"] == str(path)
