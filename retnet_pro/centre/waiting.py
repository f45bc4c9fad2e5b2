"""Where a tablet's signature waits for its bundle, and a tablet that is not enrolled for a person.

One file for each tablet, named by the fingerprint of its key, so that nobody fills the disk: the next signature takes
the place of the last. Of a tablet nobody knows nothing else is kept; whose key it is, a person finds out (rule P48).
"""

from collections.abc import Collection, Iterator
from pathlib import Path

from retnet_pro.bundle.fingerprint import hex_fingerprint
from retnet_pro.bundle.naming import SIGNATURE_LIMIT
from retnet_pro.bundle.sshsig import signer_of
from retnet_pro.centre.inbox import write_durably
from retnet_pro.errors import fault_of_disk

STRANGERS = 200
"""So many tablets that are not enrolled may wait; the next one must ask again later."""
_SUFFIX = ".sig"


class WaitingRoom:
    """The signatures that came ahead of their bundles."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is made when the first signature comes."""
        self._folder = folder

    def keep(self, public: bytes, armor: bytes) -> None:
        """Keep the newest signature of a tablet.

        Raises:
            WorldFault: `DISK_FULL` or `DISK_FAULT`.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_durably(self._folder / f"{hex_fingerprint(public)}{_SUFFIX}", armor)
        except OSError as error:
            raise fault_of_disk(error, self._folder) from error

    def keep_stranger(self, public: bytes, armor: bytes, known: Collection[bytes]) -> bool:
        """Keep the signature of a tablet that is not enrolled; return whether there was room.

        Raises:
            WorldFault: `DISK_FULL` or `DISK_FAULT`.
        """
        strangers = {one for one in self.signers() if one not in known}
        if public not in strangers and len(strangers) >= STRANGERS:
            return False
        self.keep(public, armor)
        return True

    def read(self, public: bytes) -> bytes | None:
        """Return the newest signature of a tablet, if one is here."""
        return _read(self._folder / f"{hex_fingerprint(public)}{_SUFFIX}")

    def signers(self) -> tuple[bytes, ...]:
        """Return the keys whose signatures are here, in order of fingerprint."""
        return tuple(self._signers())

    def _signers(self) -> Iterator[bytes]:
        for path in sorted(self._folder.glob(f"*{_SUFFIX}")):
            public = signer_of(_read(path) or b"")
            if public is not None and path.stem == hex_fingerprint(public):
                yield public


def _read(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(SIGNATURE_LIMIT)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise fault_of_disk(error, path) from error
