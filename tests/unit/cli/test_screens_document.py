"""The commands of the document about screens books, run as they stand."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from retnet_pro.cli import commands
from retnet_pro.errors import Code, Refusal
from retnet_pro.report.screens_manifest import read_manifest
from tests.unit.instrument.conftest import FORM, WORDS, swap

HOUSE = Path(__file__).resolve().parents[3]
DOCUMENT = (HOUSE / "packaging" / "docs" / "screens.md").read_text(encoding="utf-8")
MAKE, COMPARE = [
    line for block in re.findall(r"```sh\n(.*?)```", DOCUMENT, re.DOTALL) for line in block.strip().splitlines()
]


def run(line: str, folder: Path) -> Result:
    words = {"FORM": "small", "LANGUAGE": "en", "FOLDER": str(folder)}
    program, *typed = shlex.split(re.sub(r"\b[A-Z]{4,}\b", lambda word: words[word[0]], line))
    assert program == "retnet-pro"
    return CliRunner().invoke(commands, typed)


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for path, text in (("forms/small.yaml", FORM), ("translations/small/en.yaml", WORDS)):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(text, "utf-8")
    monkeypatch.setenv("RETNET_PRO_SHARE", str(tmp_path))
    return tmp_path


@pytest.mark.rule("E142", "E143")
def test_a_book_is_made_and_a_changed_word_ends_a_strict_run(share: Path) -> None:
    made = run(MAKE, share)
    assert made.exit_code == 0, made.output
    assert (share / "book.pdf").read_bytes().startswith(b"%PDF")
    book = read_manifest((share / "book.json").read_text("utf-8"), "book.json")
    assert f"{book.sets[0].name}: {book.sets[0].hash}" in made.output

    same = run(COMPARE, share)
    assert same.exit_code == 0, same.output
    assert "0 screens differ" in same.output
    assert (share / "again.json").read_text("utf-8").count(book.hash) == 1

    kept = (share / "book.json").read_bytes()
    for name, code in (("book", Code.FILE_EXISTS), ("book.json", Code.FILE_UNFIT)):
        clash = run(COMPARE.replace("again.pdf", name), share)
        assert isinstance(clash.exception, Refusal) and clash.exception.code is code
    assert (share / "book.json").read_bytes() == kept, "the approved book stays what it was"

    (share / "translations/small/en.yaml").write_text(swap(WORDS, "a: First?", "a: Firstly?"), "utf-8")
    changed = run(COMPARE, share)
    assert changed.exit_code == 3, changed.output
    assert "0 screens differ" not in changed.output
    assert (share / "again.pdf").exists()


def test_the_document_shows_the_fields_a_wording_file_takes() -> None:
    for field in ("approval:", "id:", "book:", "pictures:"):
        assert field in DOCUMENT
