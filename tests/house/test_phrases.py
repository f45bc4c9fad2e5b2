"""Every failure has its sentence, and whoever raises it gives the facts the sentence needs."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from retnet_pro.errors import Bug, Code, Refusal, RetnetError, Tamper, WorldFault
from retnet_pro.gui.interface import read_words
from retnet_pro.phrases import SENTENCES, fill, sentence

HOUSE = Path(__file__).resolve().parents[2]
FAMILIES = {family.__name__ for family in (Refusal, WorldFault, Tamper, Bug)}


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def raised() -> Iterator[tuple[str, Code, frozenset[str]]]:
    """Yield where each failure is made, its code and the facts given; calls with ``**facts`` are left out."""
    for path in sorted((HOUSE / "retnet_pro").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in FAMILIES):
                continue
            code = call.args[0] if call.args else None
            given = [keyword.arg for keyword in call.keywords]
            if isinstance(code, ast.Attribute) and None not in given:
                where = f"{path.relative_to(HOUSE).as_posix()}:{call.lineno}"
                yield where, Code[code.attr], frozenset(filter(None, given))


RAISED = tuple(raised())


ONLY_IN_A_TERMINAL = frozenset(
    {
        Code.FORM_BROKEN, Code.VARIANT_UNKNOWN, Code.STUDY_BROKEN, Code.TABLE_BROKEN, Code.FILE_UNFIT,
        Code.ALREADY_PROVISIONED, Code.ACTION_REFUSED, Code.BUNDLE_BROKEN, Code.BUNDLE_UNSIGNED, Code.BUNDLE_FOREIGN,
        Code.BUNDLE_TOO_LARGE, Code.DEVICE_UNKNOWN, Code.DEVICE_EXISTS, Code.FINGERPRINT_DIFFERS, Code.CENTRE_BROKEN,
        Code.QT_LIBRARIES_MISSING, Code.DEVICE_REVOKED, Code.ESCROW_MISSING, Code.CEREMONY_STOPPED, Code.WELCOME_BROKEN,
        Code.WELCOME_FOREIGN, Code.WELCOME_GIVEN, Code.JOIN_NOT_BEGUN, Code.RECOVERY_NOT_ASKED, Code.SPOKEN_DIFFERS,
        Code.ASIDE_MISSING, Code.DISPUTE_MISSING, Code.OBJECTS_UNFIT, Code.OBJECTS_REFUSED,
        Code.OBJECTS_UNREACHABLE, Code.OBJECTS_FULL, Code.TRANSFER_UNFIT, Code.TRANSFER_EXISTS, Code.TRANSFER_UNREADY,
        Code.PROFILE_USED,
    }
)  # fmt: skip
"""Failures of commands, of the centre and of files in preparation, which are said in English."""


@pytest.mark.parametrize("language", ["de"])
def test_every_failure_a_screen_can_show_is_said_in_the_language_of_the_staff(language: str) -> None:
    known = read_words(HOUSE / "translations" / f"staff_{language}.ts")
    said = {code: known.get(("phrases", sentence), "") for code, sentence in SENTENCES.items()}
    assert [code.value for code, words in said.items() if not words and code not in ONLY_IN_A_TERMINAL] == []
    assert [
        code.value for code, words in said.items() if words and placeholders(words) != placeholders(SENTENCES[code])
    ] == []


@pytest.mark.parametrize("code", list(Code))
def test_every_code_has_a_sentence_that_can_be_filled(code: Code) -> None:
    template = SENTENCES[code]
    names = placeholders(template)
    assert all(name.isidentifier() for name in names), "only names, no positions and no expressions"
    filled = fill(template, {name: f"<{name}>" for name in names})
    assert all(f"<{name}>" in filled for name in names)
    assert "{" not in filled


@pytest.mark.parametrize("code", list(Code))
def test_every_sentence_is_whole_and_calm(code: Code) -> None:
    template = SENTENCES[code]
    assert template[0].isupper() or template[0] in "{'"
    assert "!" not in template
    assert "  " not in template
    assert template.rstrip("}'")[-1] in "." or template.endswith("}")


def test_there_is_no_sentence_without_a_code() -> None:
    assert set(SENTENCES) == set(Code)


def test_failures_are_found_in_the_source() -> None:
    assert len(RAISED) > 50
    assert {code for _, code, _ in RAISED} > {Code.NOT_ALLOWED, Code.DISK_FULL, Code.SEAL_BROKEN}


@pytest.mark.parametrize(("where", "code", "given"), RAISED, ids=[f"{where} {code}" for where, code, _ in RAISED])
def test_whoever_raises_a_failure_gives_what_its_sentence_says(where: str, code: Code, given: frozenset[str]) -> None:
    assert placeholders(SENTENCES[code]) <= given, where


def test_a_missing_fact_never_fails_inside_a_failure() -> None:
    assert sentence(RetnetError(Code.DISK_FULL)).startswith("The disk is full at -.")


def test_every_command_a_sentence_names_exists() -> None:
    from retnet_pro.cli import commands

    named = [words for text in SENTENCES.values() for words in re.findall(r"'retnet-pro ([a-z -]+?)'", text)]
    assert named
    for words in named:
        group = commands
        for word in words.split():
            assert word in group.commands, f"retnet-pro {words}"
            group = group.commands[word]
