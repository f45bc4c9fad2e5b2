"""The program's own words in other languages."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

import retnet_pro.gui
from retnet_pro.errors import Code, Refusal
from retnet_pro.gui.interface import available, install, read_words

ROOT = Path(retnet_pro.__file__).parents[1]
TRANSLATIONS = ROOT / "translations"
ROOM = Path(retnet_pro.gui.__file__).parent
PARTICIPANT = sorted((ROOM / "participant").glob("*.py"))


def sources(path):
    """Return every (context, text) that a module asks to translate."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == "translate":
            yield tuple(argument.value for argument in node.args[:2])


@pytest.mark.rule("E130", "E131")
@pytest.mark.parametrize("language", [language for language in available(TRANSLATIONS) if language != "en"])
def test_every_word_to_the_participant_is_translated(language):
    words = read_words(TRANSLATIONS / f"interface_{language}.ts")
    asked = {source for path in PARTICIPANT for source in sources(path)}
    assert len(asked) > 60
    assert asked - set(words) == set()


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


def test_a_broken_file_is_named(tmp_path):
    path = tmp_path / "interface_fr.ts"
    path.write_text("<TS><context>")
    with pytest.raises(Refusal) as refused:
        read_words(path)
    assert refused.value.code is Code.TABLE_BROKEN
    assert refused.value.facts["path"] == str(path)
