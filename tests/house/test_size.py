"""A module is small enough to hold in the head, or says why it is not."""

import ast
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
WALL = 300
EXCUSE = f"Longer than {WALL} lines because"
MODULES = sorted((HOUSE / "retnet_pro").rglob("*.py"))


def names(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def is_too_long(source: str) -> bool:
    too_long = len(source.splitlines()) > WALL
    excuse = " ".join((ast.get_docstring(ast.parse(source)) or "").split())
    return too_long and EXCUSE not in excuse


def test_modules_are_found() -> None:
    assert len(MODULES) > 100


@pytest.mark.parametrize("path", MODULES, ids=names)
def test_no_module_is_longer_than_the_wall(path: Path) -> None:
    source = path.read_text("utf-8")
    assert not is_too_long(source), f"{len(source.splitlines())} lines"


@pytest.mark.parametrize("path", MODULES, ids=names)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_the_wall_itself() -> None:
    body = "x = 1\n" * WALL
    assert not is_too_long(body)
    assert is_too_long(f"{body}x = 1\n")
    assert is_too_long(f'"""A table."""\n{body}')
    assert not is_too_long(f'"""A table. {EXCUSE} the table is one."""\n{body}')


def test_no_room_is_a_drawer() -> None:
    drawers = {"utils", "util", "common", "helpers", "helper", "misc", "manager", "handler", "base"}
    assert [names(path) for path in MODULES if drawers & {path.stem, *path.parent.parts}] == []
