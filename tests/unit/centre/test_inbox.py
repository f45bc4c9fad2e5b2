"""Admitted bundles are kept durably, and nothing is overwritten."""

import hashlib
import os

import pytest

from retnet_pro.bundle.naming import BundleId
from retnet_pro.centre.inbox import Inbox
from retnet_pro.errors import Code, WorldFault

ID = BundleId("a" * 64)


def test_two_sealings_of_one_bundle_lie_side_by_side(tmp_path):
    inbox = Inbox(tmp_path / "inbox")
    files = [inbox.keep(ID, data) for data in (b"one", b"two", b"one")]
    assert files[0] == files[2] == hashlib.sha256(b"one").hexdigest()
    assert [inbox.read(ID, file) for file in files] == [b"one", b"two", b"one"]
    assert len(list((tmp_path / "inbox").iterdir())) == 2


def test_a_half_written_file_of_a_crash_is_replaced(tmp_path):
    inbox = Inbox(tmp_path)
    file = inbox.keep(ID, b"whole")
    (path,) = tmp_path.iterdir()
    path.write_bytes(b"who")
    assert inbox.keep(ID, b"whole") == file
    assert inbox.read(ID, file) == b"whole"


def test_a_refusing_disk_leaves_nothing_half(tmp_path, monkeypatch):
    inbox = Inbox(tmp_path)

    def fsync(_descriptor):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(WorldFault) as caught:
        inbox.keep(ID, b"data")
    assert caught.value.code is Code.DISK_FAULT
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_does_not_give_a_bundle_back_is_named(tmp_path):
    inbox = Inbox(tmp_path)
    file = inbox.keep(ID, b"data")
    (path,) = tmp_path.iterdir()
    path.unlink()
    path.mkdir()
    with pytest.raises(WorldFault) as caught:
        inbox.read(ID, file)
    assert caught.value.code is Code.DISK_FAULT


def test_a_full_disk_says_that_it_is_full(tmp_path, monkeypatch):
    def fsync(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(WorldFault) as caught:
        Inbox(tmp_path).keep(ID, b"data")
    assert caught.value.code is Code.DISK_FULL
