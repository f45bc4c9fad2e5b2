"""The commands of the document about paper, run as they stand."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from retnet_pro.cli import commands
from retnet_pro.errors import Code, Refusal

HOUSE = Path(__file__).resolve().parents[3]
DOCUMENT = (HOUSE / "packaging" / "docs" / "paper.md").read_text(encoding="utf-8")
LINES = [line for block in re.findall(r"```sh\n(.*?)```", DOCUMENT, re.DOTALL) for line in block.strip().splitlines()]


def run(line: str, folder: Path, **over: str) -> Result:
    words = {
        "FORM": "carcinoid-diary",
        "LANGUAGE": "de",
        "FOLDER": str(folder),
        "SUBJECT": "RN-01-0016",
        "VISIT": "baseline",
    } | over
    program, *typed = shlex.split(re.sub(r"\b[A-Z]{4,}\b", lambda word: words[word[0]], line))
    assert program == "retnet-pro"
    return CliRunner().invoke(commands, typed)


@pytest.mark.rule("E91")
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("line", LINES)
def test_a_form_is_printed(line: str, language: str, tmp_path: Path) -> None:
    done = run(line, tmp_path, LANGUAGE=language)
    assert done.exit_code == 0, (done.output, done.exception)
    (pdf,) = tmp_path.iterdir()
    assert pdf.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("over", "code"),
    [
        ({"SUBJECT": "RN-01-0013"}, Code.BAD_STUDY_CODE),
        ({"VISIT": "someday"}, Code.TIME_POINT_UNKNOWN),
        ({"VISIT": "baseline-x"}, Code.TIME_POINT_UNKNOWN),
        ({"LANGUAGE": "tlh"}, Code.WORDING_MISSING),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(tmp_path: Path, over: dict[str, str], code: Code) -> None:
    done = run(LINES[-1], tmp_path, **over)
    assert isinstance(done.exception, Refusal)
    assert done.exception.code is code
    assert list(tmp_path.iterdir()) == []
