"""Plant one defect in a copy of the house and see whether the tests notice."""

import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

HOUSE = Path(__file__).resolve().parents[2]
TABLE = Path(__file__).with_name("table.toml")
COPIED = ("retnet_pro", "tests", "forms", "translations", "packaging", "pyproject.toml", "README.md", "Makefile")
LIMIT_S = 300
"""Tests that do not end have noticed something too, but nobody wants to wait for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """One planted defect."""

    name: str
    breaks: str
    """The promise it takes away, with the rules it belongs to."""
    file: str
    old: str
    new: str
    tests: tuple[str, ...]
    """Files or folders, one of whose tests must fail."""
    fast: bool = False
    """Whether `make test` runs it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the tests said."""

    caught: bool
    by: str
    """The first test that failed, or why none could."""


class Misplanted(Exception):
    """The source is no longer what the table says."""


def read_table(path: Path = TABLE) -> tuple[Defect, ...]:
    """Return the defects, in order."""
    rows = tomllib.loads(path.read_text("utf-8"))["defect"]
    return tuple(Defect(**{**row, "tests": tuple(row["tests"])}) for row in rows)


def planted(defect: Defect, house: Path = HOUSE) -> str:
    """Return the source with the defect in it.

    Raises:
        Misplanted: when the old text does not stand there exactly once.
    """
    path = house / defect.file
    source = path.read_text("utf-8") if path.is_file() else ""
    found = source.count(defect.old)
    if found != 1:
        raise Misplanted(f"{defect.file}: the text to replace stands there {found} times")
    return source.replace(defect.old, defect.new)


def hunt(defect: Defect) -> Outcome:
    """Copy the house, plant the defect, run the tests that must notice.

    Raises:
        Misplanted: when the defect cannot be planted, or when a test it names does not exist.
    """
    source = planted(defect)
    for test in defect.tests:
        if not (HOUSE / test).exists():
            raise Misplanted(f"there is no {test}")
    with TemporaryDirectory(prefix="mutant-") as folder:
        copy = Path(folder)
        for name in COPIED:
            _copy(HOUSE / name, copy / name)
        (copy / defect.file).write_text(source, "utf-8")
        return _run(copy, defect.tests)


def _copy(place: Path, to: Path) -> None:
    if place.is_dir():
        shutil.copytree(place, to, ignore=shutil.ignore_patterns("__pycache__"))
    elif place.is_file():
        shutil.copy(place, to)


def _run(copy: Path, tests: tuple[str, ...]) -> Outcome:
    words = [sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "--tb=no", *tests]
    environment = {**os.environ, "PYTHONPATH": str(copy), "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("RETNET_PRO_TORTURE", None)
    try:
        done = subprocess.run(
            words, cwd=copy, env=environment, capture_output=True, text=True, timeout=LIMIT_S, check=False
        )
    except subprocess.TimeoutExpired:
        return Outcome(True, f"the tests did not end in {LIMIT_S} s")
    if done.returncode == 0:
        return Outcome(False, "all tests passed")
    failed = [line.partition(" - ")[0] for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    # 1: tests ran and failed. Anything else (no test found, the copy broken) proves nothing.
    return Outcome(done.returncode == 1 and bool(failed), failed[0] if failed else done.stdout[-200:].strip())
