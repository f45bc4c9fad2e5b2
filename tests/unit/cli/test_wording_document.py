"""The commands of the document about wordings, run as they stand, from a source to a signed pack."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from retnet_pro.centre.folder import open_centre
from retnet_pro.cli import commands

HOUSE = Path(__file__).resolve().parents[3]
DOCUMENT = (HOUSE / "packaging" / "docs" / "wording.md").read_text(encoding="utf-8")
LINES = [line for block in re.findall(r"```sh\n(.*?)```", DOCUMENT, re.DOTALL) for line in block.strip().splitlines()]
SOURCE = [
    "part,number,name,code,text",
    "title,,,,A diary",
    "instruction,,,,Please circle one.",
    "notice,,,,(c) Owner Demo",
]


def source_of(diary: Path) -> str:
    """Make a table of made-up words for the diary, whatever its items are."""
    from retnet_pro.instrument.load import load_instrument
    from retnet_pro.instrument.wording_words import places_of

    form = load_instrument(diary)
    rows = list(SOURCE)
    numbers = {item.id: item.number for item in form.items}
    for place in places_of(form):
        match place:
            case ("recalls", name):
                rows.append(f"recall,,{name},,Made-up time")
            case ("labels", scale, code):
                rows.append(f"label,,{scale},{code},Made-up answer {code}")
            case ("items", item):
                rows.append(f"item,{numbers[item]},,,Made-up question {numbers[item]}?")  # type: ignore[index]
            case ("not_applicable", item):
                rows.append(f"not_applicable,{numbers[item]},,,Not for me")  # type: ignore[index]
    return "\n".join(rows) + "\n"


@pytest.mark.rule("E04", "E05", "E130", "E132", "E141")
def test_the_commands_in_the_document_work_as_they_stand(qapp, tmp_path: Path) -> None:
    run = CliRunner()
    folder, centre = tmp_path / "words", tmp_path / "centre"
    folder.mkdir()
    assert run.invoke(commands, ["centre", "found", str(centre), "--trial", "T", "--id", "C"]).exit_code == 0
    text = source_of(HOUSE / "forms" / "carcinoid-diary.yaml")
    (tmp_path / "source.csv").write_text(text, "utf-8")
    (tmp_path / "new.csv").write_text(text.replace("circle", "tap"), "utf-8")
    words = {
        "SOURCE": str(tmp_path / "source.csv"), "NEWSOURCE": str(tmp_path / "new.csv"), "FORM": "carcinoid-diary",
        "LANGUAGE": "en", "PRIVATE": str(tmp_path / "private"), "REVIEWER": "Reviewer Demo", "CLERK": "Clerk Demo",
        "REASON": "rehearsed", "CENTRE": str(centre), "FOLDER": str(folder), "FIRST": str(folder / "one.yaml"),
        "SECOND": str(folder / "en.yaml"),
    }  # fmt: skip
    said = []
    for line in LINES:
        filled = [words.get(word, word) for word in shlex.split(line)]
        assert not [word for word in filled if re.fullmatch(r"[A-Z]{3,}", word)], line
        result = run.invoke(commands, filled[1:])
        assert result.exit_code == 0, (line, result.output, result.exception)
        said.append(result.output)
    assert len(said) == len(LINES) == 6
    assert said[1].count("verdict: could be activated for participants") == 1
    assert "differs: instruction: 'Please circle one.' before, 'Please tap one.' now" in said[3]
    assert "only device words the owner allows: 'circle' to 'tap' (E05)" in said[4]
    assert "Verdict: re-approval needed." in said[4], "another certificate is approved"
    assert "The wording pack carcinoid-diary/en, version 1" in said[5]
    assert len(list(open_centre(centre).drop.iterdir())) == 1
