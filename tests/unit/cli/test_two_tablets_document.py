"""The commands of the document about two tablets, run as they stand."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from retnet_pro.app import opening
from retnet_pro.app.opening import close_site, open_site
from retnet_pro.app.senses import system_clock
from retnet_pro.bundle.fingerprint import grouped
from retnet_pro.cli import commands
from retnet_pro.conduct.neighbours import neighbourhood
from retnet_pro.errors import RetnetError
from retnet_pro.phrases import sentence as sentence_of
from retnet_pro.settings import read_settings
from tests.two_tablets import make_pair
from tests.unit.conduct.conftest import CHEAP, HOUSE, PASSPHRASE

DOCUMENT = (HOUSE / "packaging" / "docs" / "two-tablets.md").read_text(encoding="utf-8")
LINES = [line for block in re.findall(r"```sh\n(.*?)```", DOCUMENT, re.DOTALL) for line in block.strip().splitlines()]


@pytest.fixture
def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A pair of which the first tablet does not know the second one yet."""
    monkeypatch.setenv("RETNET_PRO_KEYSTORE", "file")
    monkeypatch.setattr(opening, "COST", CHEAP)
    make_pair(tmp_path, both_ways=False)
    (tmp_path / "stick").mkdir()
    (tmp_path / "phrase").write_text(f"{PASSPHRASE}\n")
    second = open_site(read_settings(tmp_path / "two"), system_clock(), cost=CHEAP)
    close_site(second)
    return {
        "FIRST": str(tmp_path / "one" / "site"),
        "SECOND": str(tmp_path / "two"),
        "STICK": str(tmp_path / "stick"),
        "PHRASE": str(tmp_path / "phrase"),
        "DEVICE": second.founding.device,
        "FINGERPRINT": grouped(second.founding.public),
    }


def run(words: dict[str, str], line: str) -> str:
    line = line.replace("coordinator1", "coordinator").replace("coordinator2", "coordinator")
    program, *given = shlex.split(re.sub(r"\b[A-Z]{4,}\b", lambda word: shlex.quote(words[word[0]]), line))
    assert program == "retnet-pro"
    done: Result = CliRunner().invoke(commands, given)
    assert done.exit_code == 0, (line, done.output, done.exception)
    return done.output


@pytest.mark.rule("P47", "P06")
def test_two_tablets_become_known_exchange_and_part(words: dict[str, str]) -> None:
    first_letter, told, known, *exchanges, parted = LINES
    assert "Letters written: 1." in run(words, first_letter)
    assert words["DEVICE"] in run(words, told)
    assert "believed from now on" in run(words, known)
    assert f"Tablet {words['DEVICE']}: " in run(words, exchanges[0])
    assert "events taken in" in run(words, exchanges[1])
    assert "Nothing more" in run(words, parted)
    assert "Letters written" in run(words, exchanges[0])
    first = open_site(read_settings(Path(words["FIRST"])), system_clock(), cost=CHEAP)
    (neighbour,) = neighbourhood(first.log, first.pen.key.public).neighbours
    close_site(first)
    assert neighbour.parted_at and neighbour.upto.seq


@pytest.mark.rule("T9", "P47")
def test_a_tablet_whose_fingerprint_differs_or_that_wrote_nothing_is_not_believed(words: dict[str, str]) -> None:
    first_letter, _, known, *_ = LINES
    for before, fingerprint, said in (
        (False, words["FINGERPRINT"], "Compare its fingerprint"),
        (True, grouped(b"w" * 32), "signed by"),
    ):
        if before:
            run(words, first_letter)
        line = known.replace("coordinator1", "coordinator").replace("FINGERPRINT", f"'{fingerprint}'")
        _, *given = shlex.split(re.sub(r"\b[A-Z]{4,}\b", lambda word: words.get(word[0], word[0]), line))
        done = CliRunner().invoke(commands, given)
        assert done.exception is not None
        assert isinstance(done.exception, RetnetError) and sentence_of(done.exception).count(said)
    first = open_site(read_settings(Path(words["FIRST"])), system_clock(), cost=CHEAP)
    assert neighbourhood(first.log, first.pen.key.public).neighbours == ()
    close_site(first)


def test_without_a_folder_and_a_road_it_says_what_to_give(words: dict[str, str]) -> None:
    line = LINES[0].replace("coordinator2", "coordinator").replace("--folder STICK ", "")
    given = shlex.split(re.sub(r"\b[A-Z]{4,}\b", lambda word: shlex.quote(words[word[0]]), line))[1:]
    done = CliRunner().invoke(commands, given)
    assert done.exit_code == 2 and "no road over the network is set" in done.output
