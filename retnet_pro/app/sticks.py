"""The disks of this device as Qt tells of them, on every system alike.

Asking may take as long as a share that does not answer, so whoever asks does not wait for it in the window's thread nor
in the lane.
"""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QStorageInfo

from retnet_pro.conduct.sticks import Disk, Stick, sticks_among


def sticks() -> tuple[Stick, ...]:
    """Return the sticks that are in now."""
    return sticks_among(_disks())


def _disks() -> Iterator[Disk]:
    system = QStorageInfo.root().rootPath()
    for one in QStorageInfo.mountedVolumes():
        if one.isValid() and one.isReady():
            yield Disk(
                root=Path(one.rootPath()),
                label=one.name(),
                device=bytes(one.device().data()).decode("utf-8", "replace"),
                is_read_only=one.isReadOnly(),
                is_system=one.rootPath() == system,
                free=one.bytesAvailable(),
            )
