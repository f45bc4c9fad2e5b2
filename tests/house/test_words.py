"""Every code has a word, every kind of question a face, and no language of the participant has a gap."""

import ast
import string
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import get_args

import pytest

from retnet_pro.answering.sheet import Answer, Answered
from retnet_pro.conduct.site_facts import Delivery
from retnet_pro.conduct.trail_line import Group, Openness
from retnet_pro.gui import words
from retnet_pro.gui.interface import SOURCE_LANGUAGE, available, read_words
from retnet_pro.gui.participant.faces import FACES
from retnet_pro.instrument.model import ItemKind, Method
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
    assert words.is_worded(code)
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
    assert all(words.is_worded(kind) for kind in Kind)
    assert set(GROUP_WORDS) == set(Group)
    assert set(OPENNESS_WORDS) == set(Openness)
    assert set(DELIVERY_WORDS) == set(Delivery)


def said_to_the_participant() -> Iterator[str]:
    """Yield every text the program shows to participants, from the source."""
    for path in sorted((HOUSE / "retnet_pro").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and len(call.args) >= 2:
                context, source = call.args[:2]
                if isinstance(context, ast.Constant) and context.value == "Participant":
                    assert isinstance(source, ast.Constant), f"{path}:{call.lineno} is not one whole text"
                    yield str(source.value)


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def test_there_is_something_to_translate() -> None:
    assert len(set(said_to_the_participant())) > 20
    assert "de" in LANGUAGES


@pytest.mark.rule("E130", "E131")
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_of_the_participant_has_a_gap(language: str) -> None:
    known = read_words(TRANSLATIONS / f"interface_{language}.ts")
    assert [said for said in said_to_the_participant() if not known.get(("Participant", said), "").strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_places_of_its_source(language: str) -> None:
    known = read_words(TRANSLATIONS / f"interface_{language}.ts")
    assert [source for (_, source), text in known.items() if placeholders(source) != placeholders(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_left_over(language: str) -> None:
    said = set(said_to_the_participant())
    known = read_words(TRANSLATIONS / f"interface_{language}.ts")
    assert [source for context, source in known if context == "Participant" and source not in said] == []
