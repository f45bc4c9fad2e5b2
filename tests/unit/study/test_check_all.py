"""`forms check` looks at every file and at how they fit together."""

import shutil
from pathlib import Path

import pytest

from retnet_pro.study.check import check_all

HOUSE = Path(__file__).resolve().parents[3]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(HOUSE / "forms", tmp_path / "forms")
    for words in (HOUSE / "translations").glob("*/*.yaml"):
        (tmp_path / "words" / words.parent.name).mkdir(parents=True, exist_ok=True)
        shutil.copy(words, tmp_path / "words" / words.parent.name)
    return tmp_path


def found(copy: Path, private: Path | None = None) -> list[str]:
    findings = check_all(copy / "forms", copy / "words", private)
    return [str(finding).replace(f"{copy}/", "") for finding in findings]


def test_a_sound_installation_has_no_findings(copy: Path) -> None:
    assert found(copy) == []
    assert found(copy, copy / "not there") == []


def test_every_broken_file_is_named(copy: Path) -> None:
    form = copy / "forms/qlq-c30.yaml"
    form.write_text(form.read_text().replace("minutes: 11", "minutes: eleven"))
    words = copy / "words/carcinoid-diary/de.yaml"
    words.write_text(words.read_text().replace("  wheeze:", "  weeze:"))
    said = "\n".join(found(copy))
    assert "forms/qlq-c30.yaml:11: 'eleven' is not a whole number" in said
    assert "words/qlq-c30/en.yaml:1: there is no usable form qlq-c30 3.0 for these words" in said
    assert "[wheeze] the words are missing: item 'wheeze'" in said
    assert "[weeze] these words belong to nothing: item 'weeze'" in said
    assert "studies/retnet.yaml" in said
    assert "there is no form 'qlq-c30'" in said


@pytest.mark.rule("E130")
def test_a_study_in_a_language_without_words_is_a_finding(copy: Path) -> None:
    (copy / "words/qlq-ginet21/de.yaml").unlink()
    assert found(copy) == [
        "forms/studies/retnet.yaml:1: there is no complete wording of 'qlq-ginet21' in language 'de'"
    ]


def test_a_file_nobody_would_find_is_a_finding(copy: Path) -> None:
    (copy / "forms/qlq-c30.yaml").rename(copy / "forms/core.yaml")
    (copy / "words/carcinoid-diary/de.yaml").rename(copy / "words/carcinoid-diary/german.yaml")
    shutil.copytree(copy / "words/qlq-c30", copy / "words/c30")
    said = "\n".join(found(copy))
    assert (
        "forms/core.yaml:1: the file is not found under this name; call it 'qlq-c30.yaml' or 'qlq-c30@3.0.yaml'" in said
    )
    assert "words/carcinoid-diary/german.yaml:1: the file is not found under this name; call it 'de.yaml'" in said
    assert "words/c30/de.yaml:1: the file is not found in this folder; put it into 'qlq-c30'" in said


def test_packs_of_a_site_are_checked_too(copy: Path) -> None:
    private = copy / "private"
    (private / "forms").mkdir(parents=True)
    (private / "qlq-c30").mkdir()
    (private / "qlq-c30/fr.yaml").write_text("format: something else\n")
    (private / "forms/own.yaml").write_text("{\n")
    said = "\n".join(found(copy, private))
    assert "private/forms/own.yaml" in said
    assert "private/qlq-c30/fr.yaml:1: 'something else' is not one of retnet-pro/wording/1" in said
