"""Which disks are offered as sticks: what somebody put in, on every system, once each, and never the system's own."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from retnet_pro.conduct.sticks import FULL_BELOW, Disk, sticks_among

pytestmark = pytest.mark.rule("P72")


def disk(root, **other):
    facts = {"label": "", "device": str(root), "is_read_only": False, "is_system": False, "free": 10**9} | other
    return Disk(root=root, **facts)


@pytest.mark.parametrize(
    ("root", "is_stick"),
    [
        (PurePosixPath("/media/nurse/RETNET"), True),
        (PurePosixPath("/run/media/nurse/RETNET"), True),
        (PurePosixPath("/mnt/stick"), True),
        (PurePosixPath("/Volumes/RETNET"), True),
        (PurePosixPath("/"), False),
        (PurePosixPath("/home"), False),
        (PurePosixPath("/media"), False),
        (PurePosixPath("/mediation/x"), False),
        (PureWindowsPath("E:/"), True),
        (PureWindowsPath("E:/folder"), False),
    ],
)
def test_sticks_are_told_by_where_they_are(root, is_stick):
    assert [one.root for one in sticks_among([disk(root)])] == ([root] if is_stick else [])


def test_the_disk_of_the_system_is_no_stick():
    assert sticks_among([disk(PureWindowsPath("C:/"), is_system=True)]) == ()


def test_sticks_stand_in_order_of_their_names_once_each():
    found = sticks_among([
        disk(PurePosixPath("/media/n/b"), label="Beta"),
        disk(PurePosixPath("/media/n/a")),
        disk(PurePosixPath("/mnt/again"), device="/media/n/a"),
    ])  # fmt: skip
    assert [one.name for one in found] == ["a", "Beta"]


def test_a_stick_without_space_is_full():
    root = PurePosixPath("/media/n/a")
    assert [sticks_among([disk(root, free=free)])[0].is_full for free in (FULL_BELOW - 1, FULL_BELOW)] == [True, False]
