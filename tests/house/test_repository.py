"""What must never stand in the repository: other people's hosts, a machine's paths, a second lock file, broken data.

The patterns are put together from pieces, so that this file does not contain what it looks for.
"""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from retnet_pro.instrument.clinic_load import load_clinic_form, load_clinic_words
from retnet_pro.instrument.load import load_instrument
from retnet_pro.instrument.tongue import tongues_in
from retnet_pro.instrument.wording import load_wording
from retnet_pro.study.load import load_study

HOUSE = Path(__file__).resolve().parents[2]
DOT, SLASH = r"\.", "/"


def any_of(*parts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join("".join(one) for one in parts), re.IGNORECASE)


FORBIDDEN = {
    "a package registry": any_of(
        ("py", "pi", DOT, "org"),
        ("python", "hosted", DOT, "org"),
        ("npm", "js", DOT, "(org|com)"),
        ("crates", DOT, "io"),
        ("ana", "conda", DOT, "(org|com)"),
        ("proxy", DOT, "golang", DOT, "org"),
        ("ruby", "gems", DOT, "org"),
        ("maven", DOT, "org"),
        ("docker", DOT, "io"),
        ("index", "-url"),
    ),
    "a path of one machine": any_of(
        (r"(?<![\w.])", SLASH, "work", SLASH),
        (r"(?<![\w.])", SLASH, "root", SLASH),
        (r"(?<![\w.])", SLASH, "home", SLASH, r"\w"),
        (r"(?<![\w.])", SLASH, "Users", SLASH, r"\w"),
        ("[A-Z]:", r"\\", "Users"),
    ),
    "the tools of its making": any_of(
        ("co-", "authored", "-by"), ("BRIEF", DOT, "md"), ("chat", "gpt"), ("anth", "ropic")
    ),
}


def tracked() -> list[Path]:
    """Every file of the repository; outside a checkout (an unpacked release) there is nothing to ask git about."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=HOUSE, capture_output=True, text=True, check=False)
    names = [name for name in listed.stdout.split("\0") if name]
    return [HOUSE / name for name in names if (HOUSE / name).is_file()]


def text_of(path: Path) -> str:
    content = path.read_bytes()
    return "" if b"\0" in content[:4096] else content.decode("utf-8", "replace")


TRACKED = tracked()
pytestmark = pytest.mark.skipif(not TRACKED, reason="not a git checkout")


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_names(what: str) -> None:
    pattern = FORBIDDEN[what]
    found = [
        f"{path.relative_to(HOUSE)}:{number}"
        for path in TRACKED
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if pattern.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("a package registry", "see https://" + "pypi" + ".org/simple"),
        ("a path of one machine", "open('" + "/ro" + "ot/x')"),
        ("the tools of its making", "Co-" + "Authored-By: x"),
    ],
)
def test_the_patterns_can_find_something(what: str, line: str) -> None:
    assert FORBIDDEN[what].search(line)


def test_there_is_one_lock_and_no_font_database_or_key() -> None:
    never = {".ttf", ".otf", ".woff", ".woff2", ".db", ".sqlite", ".pem", ".key", ".age", ".pyc", ".qm"}
    vectors = HOUSE / "tests"
    names = [path.relative_to(HOUSE).as_posix() for path in TRACKED]
    assert [name for name in names if name.endswith("uv.lock")] == []
    strays = [path for path in TRACKED if path.suffix in never and vectors not in path.parents]
    assert strays == []


READERS: dict[str, Callable[[Path], object]] = {
    "forms/*.yaml": load_instrument,
    "forms/studies/*.yaml": load_study,
    "translations/*.yaml": lambda path: tongues_in(path.parent),
    "translations/*/*.yaml": load_wording,
    "forms/clinic/*.yaml": load_clinic_form,
    "translations/clinic/*/*.yaml": lambda path: load_clinic_words(
        path, load_clinic_form(HOUSE / f"forms/clinic/{path.parent.name}.yaml")
    ),
}


@pytest.mark.parametrize(
    "path",
    [path for glob in READERS for path in sorted(HOUSE.glob(glob))],
    ids=lambda path: path.relative_to(HOUSE).as_posix(),
)
def test_every_data_file_checks_clean(path: Path) -> None:
    place = path.relative_to(HOUSE)
    read = next(
        reader for glob, reader in READERS.items() if place.match(glob) and len(place.parts) == glob.count("/") + 1
    )
    assert read(path) is not None


def test_no_data_file_is_left_unread() -> None:
    kept = {path for folder in ("forms", "translations") for path in (HOUSE / folder).rglob("*.y*ml")}
    assert kept == {path for glob in READERS for path in HOUSE.glob(glob)}
