"""Letters between the tablets of a site, passed on by the centre as the sealed bytes they are.

They are sealed to the site and no key of the centre opens them. What the centre proves is that a tablet of that very
site signed them; everything else is the other tablet's to prove.
"""

from pathlib import Path

from retnet_pro.bundle.letter_label import read_label, tag_of
from retnet_pro.bundle.naming import (
    BUNDLE_LIMIT,
    SIGNATURE_LIMIT,
    LetterId,
    letter_file,
    letter_of,
    letter_signature_file,
    size_limit,
)
from retnet_pro.bundle.sshsig import Namespace, is_signed
from retnet_pro.centre.gate_ledger import Device
from retnet_pro.centre.inbox import write_durably
from retnet_pro.errors import fault_of_disk


class LetterRoom:
    """A folder with one folder for each site. A letter that lies there is never replaced."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is made when the first letter comes."""
        self.folder = folder

    def is_genuine(self, device: Device, letter: LetterId, data: bytes, armor: bytes) -> bool:
        """Whether this tablet signed these sealed bytes as a letter of its own."""
        label = read_label(letter)
        is_own = label is not None and label.tag == tag_of(device.dev)
        is_small = len(data) <= BUNDLE_LIMIT and len(armor) <= SIGNATURE_LIMIT
        return is_own and is_small and is_signed(device.public, Namespace.LETTER, data, armor)

    def keep(self, site: str, letter: LetterId, data: bytes, armor: bytes) -> bool:
        """Store a genuine letter durably, its signature first; return False when one of this name is there already.

        Raises:
            WorldFault: `DISK_FULL` or `DISK_FAULT`.
        """
        folder = self._of(site)
        if (folder / letter_file(letter)).is_file():
            return False
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_durably(folder / letter_signature_file(letter), armor)
            write_durably(folder / letter_file(letter), data)
        except OSError as error:
            raise fault_of_disk(error, folder) from error
        return True

    def names(self, site: str) -> tuple[str, ...]:
        """Return the names of the letters of a site and their signatures, in order."""
        folder = self._of(site)
        if not folder.is_dir():
            return ()
        letters = [letter for letter in (letter_of(path.name) for path in folder.iterdir()) if letter is not None]
        return tuple(sorted(name for one in letters for name in (letter_file(one), letter_signature_file(one))))

    def read(self, site: str, name: str) -> bytes | None:
        """Return a file of a site, or None when there is none of this name.

        Raises:
            WorldFault: `DISK_FAULT`.
        """
        if size_limit(name) is None or name not in self.names(site):
            return None
        path = self._of(site) / name
        try:
            return path.read_bytes()
        except OSError as error:
            raise fault_of_disk(error, path) from error

    def _of(self, site: str) -> Path:
        """Return the folder of a site. Its id may hold signs that no file name takes, so it stands in hex."""
        return self.folder / site.encode().hex()
