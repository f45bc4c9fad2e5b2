"""A tar file of plain files in fixed order, the smallest form of USTAR (POSIX.1-1988): no links, no folders, no times.

Reading knows no tar at all: each header must be, byte for byte, the one this module writes for that name and size. So
there is nothing that a link, an absolute path, a duplicate, an extension header or a sparse file could do (rule T12).
"""

import re
from collections.abc import Iterable

_BLOCK = 512
_END = bytes(2 * _BLOCK)
_NAME_LIMIT = 100
_SIZE = slice(124, 135)
_OCTAL = re.compile(rb"[0-7]{11}")
_FIXED = (
    (100, b"0000644\0"),
    (108, b"0000000\0"),
    (116, b"0000000\0"),
    (136, b"00000000000\0"),
    (148, b"        "),
    (156, b"0"),
    (257, b"ustar\x0000"),
)
"""Where the fields stand that are the same for every file: mode, owner, group, time, checksum space, kind, magic."""


def write_tar(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the members as one tar file."""
    parts: list[bytes] = []
    for name, data in members:
        parts += (_header(name, len(data)), data, bytes(-len(data) % _BLOCK))
    return b"".join([*parts, _END])


def tar_size(data_size: int) -> int:
    """Return how much room a member of this size takes."""
    return _BLOCK + data_size + -data_size % _BLOCK


class TarReader:
    """Takes members out in order; the caller always knows which name comes next."""

    def __init__(self, untrusted: bytes) -> None:
        """Take the bytes of the whole tar file."""
        self._view = memoryview(untrusted)
        self._at = 0

    def take(self, name: str, limit: int) -> bytes:
        """Return the next member, which must have this name and at most this size.

        Raises:
            ValueError: when it is anything else.
        """
        header = bytes(self._view[self._at : self._at + _BLOCK])
        octal = header[_SIZE]
        size = int(octal, 8) if _OCTAL.fullmatch(octal) else -1
        if not 0 <= size <= limit or header != _header(name, size):
            raise ValueError(f"'{name}' is not where it should be")
        start = self._at + _BLOCK
        self._at += tar_size(size)
        padding = self._view[start + size : self._at]
        if len(self._view) < self._at or bytes(padding) != bytes(len(padding)):
            raise ValueError(f"'{name}' is cut short")
        return bytes(self._view[start : start + size])

    def end(self) -> None:
        """Return if nothing follows.

        Raises:
            ValueError: when something does.
        """
        if bytes(self._view[self._at :]) != _END:
            raise ValueError("something follows the last file")


def _header(name: str, size: int) -> bytes:
    encoded = name.encode("ascii")
    if len(encoded) > _NAME_LIMIT:
        raise ValueError("name too long for a tar header")
    header = bytearray(_BLOCK)
    for start, field in ((0, encoded), *_FIXED):
        header[start : start + len(field)] = field
    header[124:136] = b"%011o\0" % size
    header[148:156] = b"%06o\0 " % sum(header)
    return bytes(header)
