"""Writing that is on the medium, and that never follows a link."""

import hashlib

import pytest

from retnet_pro.vault import durable
from retnet_pro.vault.durable import copy_file, new_file, sha256_of, sync_file, sync_folder


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "source"
    path.write_bytes(b"x" * 3_000_000)
    return path


def test_a_copy_comes_up_whole_and_leaves_nothing_else(tmp_path, source):
    copy_file(source, tmp_path / ".part", tmp_path / "final")
    assert (tmp_path / "final").read_bytes() == source.read_bytes()
    assert not (tmp_path / ".part").exists()
    assert sha256_of(tmp_path / "final") == hashlib.sha256(source.read_bytes()).hexdigest()


def test_a_copy_that_reads_back_otherwise_is_no_copy(tmp_path, source, monkeypatch):
    monkeypatch.setattr(durable, "sync_file", lambda path: path.write_bytes(b"y"))
    with pytest.raises(OSError, match="read back"):
        copy_file(source, tmp_path / ".part", tmp_path / "final")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["source"]


@pytest.mark.rule("T12")
def test_links_are_replaced_when_written_and_refused_when_read(tmp_path, source):
    (tmp_path / "link").symlink_to(source)
    for read in (sha256_of, sync_file):
        with pytest.raises(OSError):
            read(tmp_path / "link")
    new_file(tmp_path / "link")
    assert source.stat().st_size == 3_000_000 and not (tmp_path / "link").is_symlink()
    assert (tmp_path / "link").stat().st_mode & 0o777 == 0o600


def test_a_folder_that_cannot_be_synced_is_no_failure(tmp_path):
    sync_folder(tmp_path / "gone")
