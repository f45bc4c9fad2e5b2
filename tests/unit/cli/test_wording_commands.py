"""``retnet-pro wording``: each command says what it found and ends with a verdict."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from retnet_pro.centre.folder import open_centre
from retnet_pro.cli import commands
from retnet_pro.errors import Code, RetnetError
from retnet_pro.instrument.load import read_instrument
from retnet_pro.instrument.wording import load_wording, load_wording_of
from retnet_pro.phrases import sentence
from tests.unit.instrument.conftest import FORM

HOUSE = Path(__file__).resolve().parents[3]
DATA = HOUSE / "tests" / "data" / "wording"
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


TABLE = "number,text\n1,First?\n2,Second?\n"


@pytest.fixture
def private(tmp_path: Path) -> Path:
    """A folder of packs with the small form of the tests."""
    folder = tmp_path / "private" / "forms"
    folder.mkdir(parents=True)
    (folder / "small.yaml").write_text(FORM, "utf-8")
    return folder.parent


def bring_in(source: Path, out: Path, private: Path, *more: object, language: str = "en") -> Result:
    form = ("--form", "small", "--language", language, "--private", private)
    return run("wording", "import", source, *form, "-o", out, *more)


@pytest.mark.rule("E04", "E130")
@pytest.mark.parametrize("name", ["table.csv", "redcap.csv", "questionnaire-r4.json", "questionnaire-r5.json"])
def test_import_writes_a_wording_that_can_be_used_from_every_kind_of_source(
    tmp_path: Path, private: Path, name: str
) -> None:
    out = tmp_path / "en.yaml"
    result = bring_in(DATA / name, out, private, "--demonstration")
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[-1].startswith("16 matched") and str(out) in result.output
    form, _ = read_instrument(FORM.encode(), "f")
    assert form is not None
    wording = load_wording_of(form, out)
    assert wording.items["b"] == 'Second, or "second"?'  # type: ignore[index]
    assert (wording.demonstration, wording.version, wording.right_to_left) == (True, "1", False)


def test_a_private_folder_is_checked_without_its_forms(tmp_path: Path, private: Path) -> None:
    (private / "small").mkdir()
    assert bring_in(DATA / "table.csv", private / "small" / "en.yaml", private, "--demonstration").exit_code == 0
    (private / "about.yaml").write_text("format: no wording\n", "utf-8")
    result = run("wording", "check", private, "--private", private, "--no-screens")
    assert (result.exit_code, result.output.count("verdict")) == (0, 1)


@pytest.mark.rule("E130")
def test_an_incomplete_import_is_written_ends_with_3_and_the_check_names_what_is_missing(
    tmp_path: Path, private: Path
) -> None:
    source, out = tmp_path / "s.csv", tmp_path / "en.yaml"
    source.write_text(TABLE, "utf-8")
    result = bring_in(source, out, private)
    assert result.exit_code == 3
    assert "missing: item 3 ('c')" in result.output
    assert "look at: 'translation' is still to be written" in result.output
    checked = run("wording", "check", out, "--private", private, "--no-screens")
    assert checked.exit_code == 3
    assert "the key 'title' is missing" in checked.output
    assert "First?" in out.read_text("utf-8")


@pytest.mark.rule("E131", "E132", "E134", "E141")
def test_a_next_version_keeps_licence_and_direction_and_not_the_review(tmp_path: Path, private: Path) -> None:
    first, second = tmp_path / "1.yaml", tmp_path / "2.yaml"
    review = ("--certificate", "C-1", "--reviewer", "Reviewer Demo", "--reviewed", "2026-01-02")
    result = bring_in(DATA / "table.csv", first, private, *review, language="he")
    assert "right to left" in result.output
    licence = 'licence: {owner: O, id: "1", study: S, copyright: (c) O}\n'
    licence += "numbers_from_right: [seven]\n"
    first.write_text(first.read_text("utf-8").replace("translation:", licence + "translation:"), "utf-8")
    result = bring_in(DATA / "table.csv", second, private, "--previous", first, language="he")
    assert result.exit_code == 0, result.output
    wording = load_wording(second)
    assert (wording.version, wording.right_to_left, wording.translation) == ("2", True, None)
    assert wording.licence is not None and wording.licence.owner == "O"
    assert wording.numbers_from_right == {"seven"}
    assert "differs" not in result.output
    other = tmp_path / "3.yaml"
    assert "holds words of small in 'he', not of small in 'en'" in refused(
        Code.WORDING_SOURCE_UNFIT, "wording", "import", DATA / "table.csv", "--form", "small", "--language", "en",
        "--private", private, "--previous", first, "-o", other,
    )  # fmt: skip
    assert not other.exists()


def test_wrong_turns_of_import_are_named_and_write_nothing(tmp_path: Path, private: Path) -> None:
    out, bad = tmp_path / "en.yaml", tmp_path / "bad.csv"
    bad.write_text("a,b\n", "utf-8")
    words = ("--form", "small", "--private", private, "-o", out)
    refused(Code.WORDING_SOURCE_UNFIT, "wording", "import", bad, "--language", "en", *words)
    refused(Code.FILE_MISSING, "wording", "import", tmp_path / "none", "--language", "en", *words)
    refused(Code.FORM_UNKNOWN, "wording", "import", DATA / "table.csv", "--language", "en", "--form", "none", "-o", out)
    for wrong in (
        ["--language", "English!"],
        ["--language", "en", "--version", "a b"],
        ["--language", "en", "--reviewer", "R"],
    ):
        assert run("wording", "import", DATA / "table.csv", *wrong, *words).exit_code == 2
    assert not out.exists()
    out.write_text("kept", "utf-8")
    refused(Code.FILE_EXISTS, "wording", "import", DATA / "table.csv", "--language", "en", *words)
    assert out.read_text("utf-8") == "kept"


def test_a_version_that_is_no_number_has_no_next_one(tmp_path: Path, private: Path) -> None:
    first = tmp_path / "1.yaml"
    assert bring_in(DATA / "table.csv", first, private, "--version", "2026a").exit_code == 0
    out = tmp_path / "2.yaml"
    assert bring_in(DATA / "table.csv", out, private, "--previous", first).exit_code == 2
    assert bring_in(DATA / "table.csv", out, private, "--previous", first, "--version", "2026b").exit_code == 0
