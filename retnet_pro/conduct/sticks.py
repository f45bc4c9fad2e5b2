"""Which of the disks of this device are sticks that somebody put in, to be offered as places for bundles."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath, PureWindowsPath

_PLACES = tuple(map(PurePosixPath, ("/media", "/run/media", "/mnt", "/Volumes")))
"""Below these Linux and macOS put what was put in; /mnt is where people put it by hand."""
FULL_BELOW = 1_000_000
"""Bytes. A stick with less space is called full. Choice of this project."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disk:
    """One disk or part of one, as the operating system tells of it."""

    root: PurePath
    label: str
    device: str
    """What it is called by the system; two views of one disk share it."""
    is_read_only: bool
    is_system: bool
    """Whether the operating system itself is on it."""
    free: int
    """Bytes this program may still write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stick:
    """One stick."""

    name: str
    root: PurePath
    free: int
    is_read_only: bool

    @property
    def is_full(self) -> bool:
        """Whether next to nothing fits on it any more."""
        return self.free < FULL_BELOW


def sticks_among(disks: Iterable[Disk]) -> tuple[Stick, ...]:
    """Return the sticks, by name. A share that is mounted there counts as one: it is a place just as well."""
    found: dict[str, Stick] = {}
    for disk in disks:
        if not disk.is_system and _is_put_in(disk.root):
            name = disk.label or disk.root.name or str(disk.root)
            stick = Stick(name=name, root=disk.root, free=disk.free, is_read_only=disk.is_read_only)
            found.setdefault(disk.device or str(disk.root), stick)
    return tuple(sorted(found.values(), key=lambda one: (one.name.casefold(), str(one.root))))


def _is_put_in(root: PurePath) -> bool:
    if isinstance(root, PureWindowsPath):
        return root.drive != "" and root == PureWindowsPath(root.anchor)
    return any(place in root.parents for place in _PLACES)
