"""The reason inside the sentence of a failure is in the language of the interface, like the sentence (P82)."""

import ast
import inspect
from pathlib import Path

import pytest

from retnet_pro.conduct import cause
from retnet_pro.errors import Code, WorldFault
from retnet_pro.gui import words
from retnet_pro.gui.interface import install
from retnet_pro.gui.reason_words import PATTERNS, REASONS
from retnet_pro.sync import folder, https, sftp

HOUSE = Path(__file__).parents[2]
pytestmark = pytest.mark.rule("P82")


@pytest.fixture
def german(qapp):
    translator = install(HOUSE / "translations", "de")
    yield
    qapp.removeTranslator(translator)


def told_by(module):
    """The words a module gives as reasons: sentences that begin with a small letter and are no docstrings."""
    tree = ast.parse(inspect.getsource(module))
    found = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return {one for one in found if one.startswith(("it ", "its ", "the ", "there ", "this ", "what ")) and " " in one}


def test_every_reason_of_the_roads_can_be_translated():
    own = set().union(*map(told_by, (https, sftp, folder, cause)))
    beginnings = {pattern.partition("{")[0] for pattern in PATTERNS}
    at_the_command_only = {
        one for one in own if one.startswith(("the address must", "the file must", "the certificate file"))
    }
    assert len(own) > 30
    assert own - set(REASONS) - at_the_command_only - beginnings == set()


def test_the_reason_is_german_inside_a_german_sentence(german):
    fault = WorldFault(Code.TRANSPORT_UNREACHABLE, place="centre.example", why="it was too slow")
    assert words.sentence(fault).startswith("centre.example ist nicht erreichbar (es war zu langsam).")
    fault = WorldFault(Code.TRANSPORT_UNREACHABLE, place="STICK", why="it holds more than 100000 files")
    assert "(es enthält mehr als 100000 Dateien)" in words.sentence(fault)
    fault = WorldFault(Code.TRANSPORT_UNREACHABLE, place="STICK", why="Broken by no one we know")
    assert "(Broken by no one we know)" in words.sentence(fault)


def test_every_reason_has_its_german(german):
    same = [one for one in (*REASONS, *PATTERNS) if words.QCoreApplication.translate("words", str(one)) == str(one)]
    assert same == []
