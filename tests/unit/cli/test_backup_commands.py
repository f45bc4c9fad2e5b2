"""Backups, drill and restore from a terminal: one sentence and an exit code for everything that goes wrong."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from retnet_pro.app.keeping import Keeper
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Role
from retnet_pro.record.event import Kind
from retnet_pro.vault.log import open_log
from tests.unit.cli.test_commands import run, sentence_of
from tests.unit.conduct.conftest import PASSPHRASE, Founded, found
from tests.unit.conduct.test_distrust import one_response

COORDINATOR = Person("coordinator", "Coordinator Demo", Role.COORDINATOR)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Founded]:
    monkeypatch.setenv("RETNET_PRO_KEYSTORE", "file")
    made = found(tmp_path)
    one_response(made)
    made.opened.log.close()
    (tmp_path / "stick").mkdir()
    (tmp_path / "phrase").write_text(PASSPHRASE + "\n")
    (tmp_path / "box.key").write_text(made.centre_identity)
    yield made


def at(tmp_path: Path) -> list[str | Path]:
    return ["--profile", tmp_path / "site", "--passphrase-file", tmp_path / "phrase"]


@pytest.mark.rule("P81")
def test_a_place_is_set_a_backup_made_and_both_are_listed(
    capsys: pytest.CaptureFixture[str], site: Founded, tmp_path: Path
) -> None:
    said = run(capsys, "site", "backup", "--profile", tmp_path / "site")
    assert said[0] == 0 and "No place for backups is set" in said[1]
    said = run(
        capsys, "site", "backup", "--to", tmp_path / "stick", "--every", "12h", "--by", "coordinator", *at(tmp_path)
    )
    assert said[0] == 0 and "read back" in said[1], said[2]
    said = run(capsys, "site", "backup", "--profile", tmp_path / "site")
    assert said[0] == 0 and "recent enough" in said[1]
    said = run(capsys, "site", "backup", "--by", "administrator", *at(tmp_path))
    assert said[0] == 0, said[2]
    said = run(capsys, "site", "backups", "--profile", tmp_path / "site", "--json")
    rows = json.loads(said[1])
    assert [row["by"] for row in rows] == ["coordinator", "administrator"] and all(row["is_there"] for row in rows)
    (tmp_path / "stick" / rows[0]["copy"]).unlink()
    said = run(capsys, "site", "backups", "--profile", tmp_path / "site")
    assert "2 backups." in said[1] and said[1].count("no longer in the place") == 1


@pytest.mark.rule("P41", "P81")
def test_what_goes_wrong_is_one_sentence(capsys: pytest.CaptureFixture[str], site: Founded, tmp_path: Path) -> None:
    to = ["site", "backup", "--to", tmp_path / "stick"]
    assert "may not look after this device" in sentence_of(run(capsys, *to, "--by", "nurse", *at(tmp_path)), 3)
    gone = ["site", "backup", "--to", tmp_path / "gone", "--by", "coordinator", *at(tmp_path)]
    assert "cannot be reached" in sentence_of(run(capsys, *gone), 4)
    (tmp_path / "phrase").write_text("four calm herons fly\n")
    assert "do not match" in sentence_of(run(capsys, *to, "--by", "coordinator", *at(tmp_path)), 3)
    assert run(capsys, *to, "--every", "soon")[0] == 2


@pytest.fixture
def backup(site: Founded, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    run(capsys, "site", "backup", "--to", tmp_path / "stick", "--by", "coordinator", *at(tmp_path))
    (made,) = (tmp_path / "stick").iterdir()
    return made


@pytest.mark.rule("P81", "P83")
def test_a_drill_reports_as_text_and_as_data_and_its_exit_code_says_whether_it_passed(
    capsys: pytest.CaptureFixture[str], backup: Path, tmp_path: Path
) -> None:
    said = run(capsys, "site", "drill", backup, "--by", "nurse", *at(tmp_path), "--report", tmp_path / "report.txt")
    assert said[0] == 0 and "The drill passed" in said[1], said[2]
    assert (tmp_path / "report.txt").read_text() == said[1]
    assert "could not be written down" not in said[2]
    with open_log(tmp_path / "site" / "site.db") as log:
        (event,) = log.events(kinds={Kind.DRILL})
        note = event.header.note or {}
        assert (event.header.who, note["outcome"], note["copy"]) == ("nurse", "passed", backup.name)
    with_key = ["site", "drill", backup, "--identity", tmp_path / "box.key", "--profile", tmp_path / "nowhere"]
    said = run(capsys, *with_key, "--json")
    assert said[0] == 0 and json.loads(said[1])["findings"] == []
    content = bytearray(backup.read_bytes())
    content[content.index(b'"kind":"answer"')] ^= 1
    backup.write_bytes(content)
    said = run(capsys, *with_key)
    assert said[0] == 5 and "DOES NOT FIT" in said[1]


@pytest.mark.rule("P81", "P03")
def test_a_drill_on_another_tablet_says_whose_backup_it_is(
    capsys: pytest.CaptureFixture[str], backup: Path, tmp_path: Path
) -> None:
    other = found(tmp_path / "other")
    other.opened.log.close()
    words = ["--profile", tmp_path / "other" / "site", "--passphrase-file", tmp_path / "phrase", "--by", "nurse"]
    said = sentence_of(run(capsys, "site", "drill", backup, *words), 3)
    assert "whose secret is not here" in said


@pytest.mark.rule("P83", "P05")
def test_a_restore_says_what_is_to_be_done_next(
    capsys: pytest.CaptureFixture[str], backup: Path, tmp_path: Path, site: Founded
) -> None:
    new = ["site", "restore", backup, "--profile", tmp_path / "new", "--passphrase-file", tmp_path / "phrase"]
    said = run(capsys, *new, "--identity", tmp_path / "box.key", "--user", "anew", "--name", "New Demo")
    assert said[0] == 0, said[2]
    for words in ("fingerprint", "centre adopt", "must not be used any more", "New Demo can log in"):
        assert words in said[1]
    kept = Path(said[1].splitlines()[-1].rpartition(": ")[2])
    assert kept.read_bytes() == backup.read_bytes()
    again = [*new[:4], tmp_path / "newer", *new[5:], "--by", "coordinator", "--secret-in", tmp_path / "site"]
    said = run(capsys, *again)
    assert said[0] == 0 and "Coordinator Demo can log in" in said[1], said[2]
    assert "never overwritten" in sentence_of(run(capsys, *again), 3)


def test_a_keeper_can_be_asked_at_any_time(site: Founded, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = found(tmp_path / "live")
    with made.opened.log:
        assert at_once(Keeper(made.opened).set_place(COORDINATOR, tmp_path / "stick"))
        live = ["--profile", tmp_path / "live" / "site"]
        assert "open in another window" in sentence_of(run(capsys, "site", "backup", *live), 3)
