"""The imports of the house hold to its contract, and the contract catches what it is there for."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
LINTER = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint(house: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LINTER, "--no-cache"], cwd=house, capture_output=True, text=True, check=False
    )


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    return " ".join((done.stdout + done.stderr).split())


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(HOUSE / "retnet_pro", tmp_path / "retnet_pro", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(HOUSE / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_house_keeps_its_contract() -> None:
    done = lint(HOUSE)
    assert done.returncode == 0, done.stdout + done.stderr


def at_the_end(room: str, line: str) -> Callable[[Path], None]:
    def plant(package: Path) -> None:
        module = package / room
        module.write_text(f"{module.read_text('utf-8')}\n\n{line}\n", "utf-8")

    return plant


def new_room(package: Path) -> None:
    (package / "utils").mkdir()
    (package / "utils" / "__init__.py").write_text('"""A drawer."""\n', "utf-8")


UPWARDS = "def planted() -> None:\n    import retnet_pro.conduct.desk"
ONLY_TYPES = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import retnet_pro.vault.log"
FAULTS = {
    "upwards, inside a function": (
        at_the_end("scoring/methods.py", UPWARDS),
        "retnet_pro.scoring.methods -> retnet_pro.conduct.desk",
    ),
    "upwards, for types only": (
        at_the_end("study/visits.py", ONLY_TYPES),
        "retnet_pro.study.visits -> retnet_pro.vault.log",
    ),
    "between rooms of one floor": (
        at_the_end("report/words.py", "import retnet_pro.vault.log"),
        "retnet_pro.report.words -> retnet_pro.vault.log",
    ),
    "Qt in the core": (
        at_the_end("record/event.py", "import PySide6.QtCore"),
        "retnet_pro.record.event -> PySide6",
    ),
    "a second door": (at_the_end("study/model.py", "import yaml"), "retnet_pro.study.model -> yaml"),
    "the participant opens": (
        at_the_end("conduct/take.py", "import retnet_pro.record.unseal"),
        "retnet_pro.conduct.take -> retnet_pro.record.unseal",
    ),
    "a circle": (at_the_end("record/event.py", "import retnet_pro.record.chain"), ".event -> .chain"),
    "a room without a floor": (new_room, "retnet_pro.utils"),
}
"""How each fault is planted, and the words the contract must find for it."""


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_planted_fault_is_caught_and_named(copy: Path, fault: str) -> None:
    plant, name = FAULTS[fault]
    plant(copy / "retnet_pro")
    done = lint(copy)
    assert done.returncode != 0
    assert name in one_line(done)
    assert name not in one_line(lint(HOUSE))


def test_the_optional_voice_has_one_door() -> None:
    """The contract above knows whole packages only; this one is a part of PySide6 that need not be installed."""
    found = [
        path for path in (HOUSE / "retnet_pro").rglob("*.py") if "PySide6.QtTextToSpeech" in path.read_text("utf-8")
    ]
    assert found == [HOUSE / "retnet_pro" / "app" / "speaking.py"]
