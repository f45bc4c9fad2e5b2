"""A backup is complete, compared row by row before it gets its name, and never more than was promised of it."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from retnet_pro.conduct.backup import BackupFault, BackupPlan, PlaceKind
from retnet_pro.errors import Code, Tamper, WorldFault
from retnet_pro.record.event import EMPTY, Head
from retnet_pro.vault import backup as module
from retnet_pro.vault.backup import (
    BackupFolder,
    backup_name,
    is_backup_of,
    keep_fault,
    keep_plan,
    read_fault,
    read_plan,
)
from retnet_pro.vault.durable import sha256_of
from retnet_pro.vault.log import open_log
from retnet_pro.vault.rows import keep_setting
from retnet_pro.vault.verify import verify_log
from tests.unit.vault.conftest import DEVICE


@pytest.fixture
def stick(tmp_path):
    made = tmp_path / "stick"
    made.mkdir()
    return made


@pytest.fixture
def place(filled, bench, stick):
    return BackupFolder(stick, filled, DEVICE, bench.key.public)


@pytest.mark.rule("P81", "P06")
def test_a_copy_is_the_whole_log_checkpointed_and_closed(filled, place, stick):
    keep_setting(filled, "a", "b")
    copied = place.put(EMPTY)
    path = stick / copied.name
    assert [one.name for one in stick.iterdir()] == [copied.name], "nothing but the copy is left in the place"
    assert (copied.head, copied.size, copied.sha256) == (filled.head(), path.stat().st_size, sha256_of(path))
    found = verify_log(path)
    assert (found.head, found.events, found.first_break) == (filled.head(), 8, None)
    with open_log(path) as opened:
        assert list(opened.rows()) == list(filled.rows())
        assert opened.read("SELECT * FROM setting") == [("a", "b")]


def test_the_log_goes_on_after_a_copy_and_the_next_copy_holds_more(filled, place, grow):
    first = place.put(EMPTY)
    grow(filled, 3)
    second = place.put(first.head)
    assert (first.head.seq, second.head.seq) == (8, 11)
    assert place.names() == (first.name, second.name)


@pytest.mark.rule("P101", "T1")
def test_a_copy_is_named_by_device_number_and_hash_and_only_its_owner_may_read_it(place, stick, filled):
    copied = place.put(EMPTY)
    assert copied.name == f"device-1-0000000008-{filled.head().hash[:12]}.backup"
    assert (stick / copied.name).stat().st_mode & 0o777 == 0o600
    assert is_backup_of(copied.name, DEVICE)
    for other in ("device-2-0000000008-0123456789ab.backup", copied.name + "x", "site.db", f".{DEVICE}.part"):
        assert not is_backup_of(other, DEVICE)


def test_only_the_newest_are_kept_and_nothing_of_others_is_touched(place, filled, grow, stick):
    others = ["holiday.jpg", backup_name("device-2", Head(1, "a" * 64)), "device-1.backup"]
    for name in others:
        (stick / name).touch()
    names = []
    for _ in range(4):
        names.append(place.put(EMPTY).name)
        grow(filled, 1)
    place.keep_newest(2)
    assert sorted(one.name for one in stick.iterdir()) == sorted([*others, *names[2:]])


@pytest.mark.rule("P81")
def test_a_missing_place_is_named_and_is_not_made(filled, bench, tmp_path):
    gone = BackupFolder(tmp_path / "gone", filled, DEVICE, bench.key.public)
    for act in (lambda: gone.put(EMPTY), gone.names):
        with pytest.raises(WorldFault) as caught:
            act()
        assert caught.value.code is Code.TRANSPORT_UNREACHABLE
    gone.keep_newest(1)
    assert not (tmp_path / "gone").exists()


def test_a_place_that_may_not_be_written_is_named(place, stick, monkeypatch):
    def refuse(*_words, **_more):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(module, "new_file", refuse)
    with pytest.raises(WorldFault) as caught:
        place.put(EMPTY)
    assert (caught.value.code, caught.value.facts["why"]) == (
        Code.TRANSPORT_UNREACHABLE,
        "this program may not read or write there",
    )
    assert list(stick.iterdir()) == []


def spoil(statement):
    """Let the medium give back something else than what was written."""

    def spoiled(path: Path) -> None:
        raw = sqlite3.connect(path)
        triggers = raw.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute(statement)
        for _, text in triggers:
            raw.execute(text)
        raw.commit()
        raw.close()

    return spoiled


@pytest.mark.rule("P81", "P03")
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM event WHERE seq = 8",
        "UPDATE event SET sealed = NULL WHERE seq = 4",
        "UPDATE event SET hash = lower(hex(zeroblob(32))) WHERE seq = 2",
        "INSERT OR REPLACE INTO setting VALUES ('a', 'c')",
        "DELETE FROM setting",
    ],
)
def test_a_copy_that_reads_back_otherwise_is_thrown_away(filled, place, stick, monkeypatch, statement):
    keep_setting(filled, "a", "b")
    monkeypatch.setattr(module, "sync_file", spoil(statement))
    with pytest.raises(WorldFault) as caught:
        place.put(Head(8, filled.head().hash))
    assert caught.value.code is Code.TRANSPORT_UNREACHABLE
    assert list(stick.iterdir()) == []


@pytest.mark.rule("P81")
@pytest.mark.parametrize("length", [0, 100, 4096, 30_000])
def test_a_copy_that_was_cut_short_is_thrown_away(place, stick, monkeypatch, length):
    monkeypatch.setattr(module, "sync_file", lambda path: os.truncate(path, length))
    with pytest.raises(WorldFault):
        place.put(EMPTY)
    assert list(stick.iterdir()) == []


@pytest.mark.rule("T4", "P81")
def test_a_log_that_does_not_hold_together_is_not_passed_off_as_a_backup(filled, place, stick, bench):
    forged = bench.follow(Head(7, "a" * 64), ses="s1")
    row = (8, forged.hash, forged.header_bytes, forged.sealed, forged.sig)
    raw = filled._open()
    triggers = raw.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute("DELETE FROM event WHERE seq = 8")
    raw.execute("INSERT INTO event (seq, hash, header, sealed, sig) VALUES (?, ?, ?, ?, ?)", row)
    for _, text in triggers:
        raw.execute(text)
    with pytest.raises(Tamper) as caught:
        place.put(filled.get(6) and Head(6, filled.get(6).hash))
    assert (caught.value.code, caught.value.facts["seq"]) == (Code.CHAIN_BROKEN, 8)
    assert list(stick.iterdir()) == []


@pytest.mark.rule("T12")
def test_a_link_planted_under_the_name_of_the_copy_is_not_followed(place, stick, tmp_path):
    (tmp_path / "precious").write_text("precious")
    (stick / f".{DEVICE}.part").symlink_to(tmp_path / "precious")
    place.put(EMPTY)
    assert (tmp_path / "precious").read_text() == "precious"
    assert not any(one.is_symlink() for one in stick.iterdir())


def test_the_remains_of_a_copy_that_was_cut_off_are_taken_away_by_the_next(place, stick):
    (stick / f".{DEVICE}.part").write_bytes(b"half")
    copied = place.put(EMPTY)
    assert [one.name for one in stick.iterdir()] == [copied.name]


def test_inherited_logs_travel_along_once(filled, place, stick, path, tmp_path):
    folder = path.parent / "predecessors"
    folder.mkdir()
    older = backup_name("device-0", Head(4, "b" * 64))
    (folder / older).write_bytes(b"an older log")
    copied = place.put(EMPTY)
    assert (stick / older).read_bytes() == b"an older log"
    before = (stick / older).stat().st_mtime_ns
    (stick / copied.name).unlink()
    place.put(EMPTY)
    assert (stick / older).stat().st_mtime_ns == before
    (stick / older).write_bytes(b"a damaged one")
    place.put(EMPTY)
    assert (stick / older).read_bytes() == b"an older log"


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="no second file system here")
def test_a_place_on_the_same_disk_is_told_from_another(filled, place, bench, tmp_path):
    assert place.put(EMPTY).place is PlaceKind.SAME_DISK
    other = Path("/dev/shm") / f"retnet-{os.getpid()}"
    other.mkdir()
    try:
        assert BackupFolder(other, filled, DEVICE, bench.key.public).put(EMPTY).place is PlaceKind.OTHER_DISK
    finally:
        shutil.rmtree(other)


def test_plan_and_fault_are_remembered_and_forgotten(filled, tmp_path):
    assert read_plan(filled) is None and read_fault(filled) is None
    keep_plan(filled, BackupPlan(place=tmp_path, every_h=12))
    assert read_plan(filled) == BackupPlan(place=tmp_path, every_h=12)
    fault = BackupFault(at="2026-11-23T09:00:00.000+00:00", code=Code.DISK_FULL, facts={"path": "there"})
    keep_fault(filled, fault)
    assert read_fault(filled) == fault
    keep_fault(filled, None)
    assert read_fault(filled) is None
