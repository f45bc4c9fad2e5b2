"""People of a site from the command line, with the same rules and the same record as on the screen."""

import json
from pathlib import Path

import pytest

from tests.unit.cli.test_commands import run, sentence_of
from tests.unit.conduct.conftest import PASSPHRASE, found, reopened

NEW = "seven damp green umbrellas"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    found(tmp_path).opened.log.close()
    (tmp_path / "own").write_text(PASSPHRASE + "\n")
    (tmp_path / "new").write_text(NEW + "\n")
    (tmp_path / "wrong").write_text("not what it is at all\n")
    return tmp_path


def do(
    capsys: pytest.CaptureFixture[str],
    site: Path,
    command: str,
    *more: str | Path,
    by: str = "coordinator",
    own: str = "own",
) -> tuple[int, str, str]:
    who = ("--profile", site / "site", "--by", by, "--by-passphrase-file", site / own)
    return run(capsys, "site", command, *who, *more)


@pytest.mark.rule("P10", "P40", "P43")
def test_people_come_and_go_and_the_list_tells_it(capsys: pytest.CaptureFixture[str], site: Path) -> None:
    person = ("--user", "new.nurse", "--name", "New Demo", "--role", "nurse", "--passphrase-file", site / "new")
    assert do(capsys, site, "add-person", *person)[0] == 0
    with reopened(site) as door:
        assert door.login("new.nurse", NEW).person.name == "New Demo"
    assert "never given twice" in sentence_of(do(capsys, site, "add-person", *person), 3)
    code, said, _ = do(capsys, site, "remove-person", "--user", "new.nurse")
    assert code == 0 and "rotate-key" in said
    assert do(capsys, site, "rotate-key", by="administrator")[0] == 0
    listed = json.loads(do(capsys, site, "access", "--json")[1])
    (gone,) = (one for one in listed if one["user"] == "new.nurse")
    assert (gone["role"], gone["given_by"], gone["ended_by"]) == ("nurse", "coordinator", "coordinator")
    assert gone["from"] < gone["until"] and "hand over the tablet" in gone["rights"]
    assert do(capsys, site, "access", "--on", "2999-01-01")[1].count("can log in") == 5


@pytest.mark.rule("P46", "P64")
def test_a_passphrase_is_changed_by_its_owner_or_replaced_by_who_manages_staff(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    new = ("--passphrase-file", site / "new")
    assert do(capsys, site, "new-passphrase", *new, by="monitor")[0] == 0
    assert "do not match" in sentence_of(do(capsys, site, "access", by="monitor"), 3)
    assert do(capsys, site, "access", by="monitor", own="new")[0] == 0
    refused = do(capsys, site, "new-passphrase", "--user", "nurse", *new, by="monitor", own="new")
    assert "may not manage staff" in sentence_of(refused, 3)
    assert do(capsys, site, "new-passphrase", "--user", "nurse", *new)[0] == 0
    with reopened(site) as door:
        assert door.login("nurse", NEW).person.user == "nurse"


@pytest.mark.rule("P41", "P44")
def test_who_may_not_or_is_not_who_they_say_changes_nothing(capsys: pytest.CaptureFixture[str], site: Path) -> None:
    assert "may not" in sentence_of(do(capsys, site, "rotate-key", by="nurse"), 3)
    assert "do not match" in sentence_of(do(capsys, site, "remove-person", "--user", "monitor", own="wrong"), 3)
    with reopened(site) as door:
        assert len(door.people()) == 5
