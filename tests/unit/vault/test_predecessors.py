"""A closed log is read as any other and never written; a log that was never closed is read from a closed copy."""

import shutil

import pytest

from retnet_pro.errors import Bug, Refusal, Tamper, WorldFault
from retnet_pro.record.event import Kind, SessionId
from retnet_pro.vault import predecessors
from retnet_pro.vault.predecessors import ClosedLog, closed_file, keep_predecessor, predecessor_files
from retnet_pro.vault.verify import verify_log


@pytest.fixture
def closed(filled, path, tmp_path):
    filled.checkpoint()
    copy = tmp_path / "copy.backup"
    shutil.copy(path, copy)
    return copy


@pytest.mark.rule("P06")
def test_a_closed_log_reads_what_the_open_one_reads_and_is_not_touched(filled, closed, bench):
    closed.chmod(0o400)
    before = closed.read_bytes()
    with ClosedLog(closed) as log:
        assert log.head() == filled.head()
        assert list(log.events()) == list(filled.events())
        assert list(log.events(2, {Kind.ANSWER})) == list(filled.events(2, {Kind.ANSWER}))
        assert list(log.session_events(SessionId("s1"))) == list(filled.session_events(SessionId("s1")))
        for write in (
            lambda: log.append(bench.follow(log.head(), ses="s1")),
            lambda: log.change(("DELETE FROM slot", ())),
        ):
            with pytest.raises((Bug, WorldFault)):
                write()
    assert closed.read_bytes() == before
    assert [one.name for one in closed.parent.iterdir() if one.name.startswith("copy")] == ["copy.backup"]
    with pytest.raises(Bug):
        log.head()


@pytest.mark.rule("P03")
def test_a_file_that_is_no_log_is_named(tmp_path):
    (tmp_path / "photo").write_bytes(b"JFIF" * 2000)
    with pytest.raises(Tamper):
        ClosedLog(tmp_path / "photo")


def test_a_closed_file_is_read_where_it_is_and_an_open_one_from_a_closed_copy(filled, path, closed, tmp_path, grow):
    with closed_file(closed) as found:
        assert found == closed
    grow(filled, 2)
    with closed_file(path) as found:
        assert found != path and verify_log(found).events == 10
        assert not found.with_name(f"{found.name}-wal").exists()
    with pytest.raises(Refusal), closed_file(tmp_path / "gone"):
        pass


def test_a_predecessor_is_kept_read_only_and_twice_does_no_harm(closed, tmp_path):
    profile = tmp_path / "profile"
    profile.mkdir()
    assert predecessor_files(profile) == ()
    for _ in range(2):
        kept = keep_predecessor(profile, closed, "device-1-0000000008-abc.backup")
        assert kept.read_bytes() == closed.read_bytes() and kept.stat().st_mode & 0o777 == 0o400
    (kept.parent / ".left.part").touch()
    assert predecessor_files(profile) == (kept,)


def test_a_disk_that_refuses_is_named(closed, tmp_path, monkeypatch):
    def full(*_words):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(predecessors, "copy_file", full)
    with pytest.raises(WorldFault):
        keep_predecessor(tmp_path, closed, "x.backup")
