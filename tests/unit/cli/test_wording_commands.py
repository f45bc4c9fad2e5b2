"""``retnet-pro wording``: each command says what it found and ends with a verdict."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from retnet_pro.centre.folder import open_centre
from retnet_pro.cli import commands
from retnet_pro.errors import Code, RetnetError
from retnet_pro.phrases import sentence

HOUSE = Path(__file__).resolve().parents[3]
DIARY = (HOUSE / "translations" / "carcinoid-diary" / "en.yaml").read_text("utf-8")
WHY = ("--by", "clerk", "--reason", "rehearsed")
NEXT_YEAR = date(date.today().year + 1, 1, 31).isoformat()
REVIEWED = f"""\
demonstration: false
licence: {{owner: Owner, id: "17", study: S, expires: "{NEXT_YEAR}", copyright: (c) Owner}}
translation: {{certificate: C-1, reviewer: Reviewer Demo, reviewed: "2026-01-02"}}
"""


def run(*words: object) -> Result:
    return CliRunner().invoke(commands, [str(word) for word in words])


def refused(code: Code, *words: object) -> str:
    result = run(*words)
    assert isinstance(result.exception, RetnetError), (result.output, result.exception)
    assert result.exception.code is code, result.exception
    return sentence(result.exception)


@pytest.fixture
def reviewed() -> str:
    """The diary's own demonstration words, made out as if somebody had licensed and reviewed them."""
    notice = next(line for line in DIARY.splitlines() if line.startswith("notice:"))
    return DIARY.replace("demonstration: true\n", REVIEWED, 1).replace(notice, "notice: (c) Owner", 1)


@pytest.fixture
def words(tmp_path: Path, reviewed: str) -> Path:
    path = tmp_path / "en.yaml"
    path.write_text(reviewed, "utf-8")
    return path


@pytest.mark.rule("E130", "E131", "E132", "E141")
def test_check_ends_with_a_verdict_for_every_file(qapp, words: Path, reviewed: str) -> None:
    result = run("wording", "check", words)
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[-1] == "  verdict: could be activated for participants"
    words.write_text(reviewed.replace("(c) Owner}", "(c) Somebody}"), "utf-8")
    (words.parent / "broken.yaml").write_text("format: other\n", "utf-8")
    result = run("wording", "check", words.parent)
    assert result.exit_code == 3
    assert result.output.count("verdict: cannot be activated for participants") == 2
    assert "against: the copyright line of the licence" in result.output


@pytest.mark.rule("E130", "E140")
def test_check_without_screens_lets_nothing_go_live_and_demonstration_stays_one(words: Path) -> None:
    result = run("wording", "check", "--no-screens", words)
    assert result.exit_code == 3
    assert "its screens were not measured" in result.output
    result = run("wording", "check", "--no-screens", HOUSE / "translations" / "carcinoid-diary" / "de.yaml")
    assert result.exit_code == 0
    assert "for demonstration and practice only" in result.output


def test_check_names_a_form_that_is_not_here_and_a_place_without_words(words: Path, reviewed: str) -> None:
    words.write_text(reviewed.replace("instrument: carcinoid-diary", "instrument: other"), "utf-8")
    result = run("wording", "check", words)
    assert "there is no form other 1 here for these words" in result.output
    refused(Code.FILE_MISSING, "wording", "check", words.parent / "none")


@pytest.mark.rule("E04", "E05")
def test_compare_lists_each_difference_and_the_verdict(words: Path, tmp_path: Path, reviewed: str) -> None:
    new = tmp_path / "new.yaml"
    new.write_text(reviewed.replace('\nversion: "1"', '\nversion: "2"', 1), "utf-8")
    result = run("wording", "compare", words, new)
    assert result.output == (
        "version of the wording: cosmetic, a number, not a word\n  - 1\n  + 2\n1 differences. Verdict: cosmetic.\n"
    )
    assert "0 differences. Verdict: identical." in run("wording", "compare", words, words).output
    assert run("wording", "compare", words, new, "--device-word", "tick").exit_code == 2
    assert run("wording", "compare", words, new, "--device-word", "tick=tap").exit_code == 0


@pytest.mark.rule("E130", "E141")
def test_words_that_do_not_pass_the_check_are_not_signed(qapp, words: Path, reviewed: str, tmp_path: Path) -> None:
    centre = tmp_path / "centre"
    assert run("centre", "found", centre, "--trial", "T", "--id", "C").exit_code == 0
    words.write_text(reviewed.replace("notice: (c) Owner", "notice: Nothing"), "utf-8")
    said = refused(Code.PACK_UNFIT, "wording", "pack", words, "--sign", centre, *WHY)
    assert "en.yaml: the copyright line" in said
    assert list(open_centre(centre).drop.iterdir()) == []
    assert run("centre", "sign-pack", centre, "wording", words, *WHY).exit_code == 2, "there is one way only"
