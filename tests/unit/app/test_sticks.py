"""What Qt tells of disks becomes the sticks that are offered; a disk that is not ready is passed over (P72)."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from retnet_pro.app import sticks as sticks_module
from retnet_pro.app.sticks import sticks

pytestmark = pytest.mark.rule("P72")


class FakeVolume:
    """As much of a `QStorageInfo` as is asked for."""

    def __init__(self, root: str, name: str = "", *, ready: bool = True, read_only: bool = False) -> None:
        self._root, self._name, self._ready, self._read_only = root, name, ready, read_only

    def isValid(self) -> bool:
        return True

    def isReady(self) -> bool:
        return self._ready

    def rootPath(self) -> str:
        return self._root

    def name(self) -> str:
        return self._name

    def device(self) -> QByteArray:
        return QByteArray(f"/dev/of{self._root}".encode())

    def isReadOnly(self) -> bool:
        return self._read_only

    def bytesAvailable(self) -> int:
        return 12_000_000_000


def test_sticks_that_are_in_are_told_with_their_space(monkeypatch: pytest.MonkeyPatch) -> None:
    volumes = [
        FakeVolume("/"),
        FakeVolume("/home"),
        FakeVolume("/media/nurse/RETNET", "RETNET"),
        FakeVolume("/media/nurse/locked", read_only=True),
        FakeVolume("/media/nurse/empty-drive", ready=False),
    ]

    class FakeStorage:
        @staticmethod
        def root() -> FakeVolume:
            return volumes[0]

        @staticmethod
        def mountedVolumes() -> list[FakeVolume]:
            return volumes

    monkeypatch.setattr(sticks_module, "QStorageInfo", FakeStorage)
    locked, free = sticks()
    assert (free.name, free.root, free.free, free.is_read_only) == (
        "RETNET",
        Path("/media/nurse/RETNET"),
        12_000_000_000,
        False,
    )
    assert (locked.name, locked.is_read_only) == ("locked", True)


def test_the_real_disks_of_this_machine_can_be_asked() -> None:
    assert all(one.name and one.free >= 0 for one in sticks())
