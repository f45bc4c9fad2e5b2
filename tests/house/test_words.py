"""Every code has a word, every kind of question a face, and no language of the participant has a gap."""

import ast
import string
import subprocess
import sys
from collections.abc import Iterator
from enum import Enum
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from retnet_pro.answering.sheet import Answer, Answered
from retnet_pro.conduct.site_facts import Delivery
from retnet_pro.conduct.trail_kinds import Group
from retnet_pro.conduct.trail_line import Openness
from retnet_pro.gui import words
from retnet_pro.gui.interface import available, read_words
from retnet_pro.gui.participant.faces import FACES
from retnet_pro.instrument.model import ItemKind, Method
from retnet_pro.instrument.tongue import STATUS_FILE, read_entries, tongues_in
from retnet_pro.instrument.translation import (
    INTERFACE,
    SOURCE_LANGUAGE,
    gaps_of,
    plural_forms,
    read_translation,
    translation_file,
)
from retnet_pro.record.event import Kind
from retnet_pro.report.trail_words import DELIVERY_WORDS, GROUP_WORDS, KIND_WORDS, OPENNESS_WORDS
from retnet_pro.report.words import answer_words, method_words

HOUSE = Path(__file__).resolve().parents[2]
TRANSLATIONS = HOUSE / "translations"
KINDS: tuple[type[Enum], ...] = get_args(words.Coded)
LANGUAGES = [language for language in available(TRANSLATIONS) if language != SOURCE_LANGUAGE]
STATES = [state() if state is not Answered else Answered(1) for state in get_args(Answer)]


@pytest.mark.parametrize("code", [code for kind in KINDS for code in kind], ids=repr)
def test_every_code_has_a_word_on_the_glass(code: Enum) -> None:
    assert words.word(code).strip()  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_no_two_codes_of_a_kind_share_a_word(kind: type[Enum]) -> None:
    assert len({words.word(code) for code in kind}) == len(kind)  # type: ignore[arg-type]


@pytest.mark.rule("E42")
def test_every_state_of_an_answer_has_its_own_word_on_glass_and_paper() -> None:
    assert len(STATES) == 5
    assert len({words.answer_state(state) for state in STATES}) == 5
    assert len({answer_words(state) for state in STATES}) == 5


def test_every_kind_of_question_has_a_face_and_every_method_a_name() -> None:
    assert set(FACES) == set(ItemKind)
    assert len({method_words(method) for method in Method}) == len(Method)


@pytest.mark.rule("P10", "P17")
def test_every_kind_of_event_can_be_told_on_glass_and_paper() -> None:
    assert set(KIND_WORDS) == set(Kind)
    assert len(set(KIND_WORDS.values())) == len(Kind)
    assert set(GROUP_WORDS) == set(Group)
    assert set(OPENNESS_WORDS) == set(Openness)
    assert set(DELIVERY_WORDS) == set(Delivery)


@cache
def said_to_the_participant() -> tuple[tuple[str, str], ...]:
    """Return (context, text) of everything the program says to participants, from the source."""
    return tuple(_said())


def _said() -> Iterator[tuple[str, str]]:
    for path in sorted((HOUSE / "retnet_pro").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and len(call.args) >= 2:
                context, source = call.args[:2]
                if isinstance(context, ast.Constant) and context.value == "Participant":
                    assert isinstance(source, ast.Constant), f"{path}:{call.lineno} is not one whole text"
                    yield "Participant", str(source.value)
    yield from counted()


def counted() -> Iterator[tuple[str, str]]:
    """Yield the texts with a number in them."""
    path = HOUSE / "retnet_pro" / "gui" / "participant" / "counts.py"
    for call in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "tr":
            assert isinstance(call.args[0], ast.Constant)
            yield "Counts", str(call.args[0].value)


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def test_there_is_something_to_translate() -> None:
    assert len(set(said_to_the_participant())) > 70
    assert len(set(counted())) >= 1


def test_the_interface_speaks_twelve_languages() -> None:
    assert set(available(TRANSLATIONS)) >= {"en", "de", "fr", "es", "it", "nl", "pl", "pt", "he", "ar", "zh", "ja"}


@pytest.mark.rule("E130", "E131")
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_of_the_participant_has_a_gap(language: str) -> None:
    words = read_translation(translation_file(TRANSLATIONS, INTERFACE, language))
    assert [key for key in said_to_the_participant() if key not in {*words.words, *words.plurals}] == []
    assert gaps_of(TRANSLATIONS, language, words) == ()


@pytest.mark.rule("E130")
@pytest.mark.parametrize("language", available(TRANSLATIONS))
def test_the_files_of_the_interface_list_what_is_said_and_nothing_else(language: str) -> None:
    """`make words` brings them up to date; the English file is what a language is held against on the tablet."""
    assert read_translation(translation_file(TRANSLATIONS, INTERFACE, language)).asked == set(said_to_the_participant())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_places_of_its_source(language: str) -> None:
    known = read_words(TRANSLATIONS / f"interface_{language}.ts")
    assert [source for (_, source), text in known.items() if placeholders(source) != placeholders(text)] == []


@pytest.mark.parametrize("language", available(TRANSLATIONS))
def test_every_form_of_a_number_says_it_unless_it_is_a_word(language: str) -> None:
    """One, two and none may be words of their own, e.g. in Arabic and Hebrew; the form for many never is."""
    for forms in read_translation(translation_file(TRANSLATIONS, INTERFACE, language)).plurals.values():
        assert len(forms) == plural_forms(language)
        assert "%n" in forms[-1]


@pytest.mark.rule("E130")
def test_the_tool_of_the_translators_finds_every_text(tmp_path: Path) -> None:
    """What Qt's tool reads from the source is what the program says; else `make words` would lose texts."""
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    found = tmp_path / "interface_en.ts"
    sources = sorted((HOUSE / "retnet_pro" / "gui" / "participant").glob("*.py"))
    subprocess.run([tool, "-silent", "-locations", "none", *sources, "-ts", found], check=True, capture_output=True)
    assert read_translation(found).asked == set(said_to_the_participant())


def test_every_file_of_the_interface_has_its_state_and_every_state_its_file() -> None:
    entries, findings = read_entries((TRANSLATIONS / STATUS_FILE).read_bytes(), STATUS_FILE)
    assert findings == ()
    assert entries is not None
    assert set(entries) == set(available(TRANSLATIONS)) == set(tongues_in(TRANSLATIONS))
