"""The three keys of a centre: how they are made, written and read. There is one way of each.

``root.key`` and ``online.key`` hold 32 bytes in hex; ``box.key`` is an identity file as ``age -d -i`` takes it, with
one identity a line, newest first. Spaces do not matter, so that a key can be typed again from its printed copy.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from retnet_pro.errors import Code, Refusal, RetnetError, fault_of_disk
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import make_identity, recipient_of

ROOT, ONLINE, BOX = "root.key", "online.key", "box.key"
_SEED = 32


@dataclass(frozen=True, slots=True, repr=False)
class CentreKeys:
    """The three secrets of a centre; never printed on a screen."""

    root_seed: bytes
    online_seed: bytes
    identity: str
    """age identity that opens everything."""

    @property
    def root(self) -> SigningKey:
        """Signs trust packs only."""
        return SigningKey(self.root_seed)

    @property
    def online(self) -> SigningKey:
        """Signs receipts and all other packs."""
        return SigningKey(self.online_seed)

    @property
    def recipient(self) -> str:
        """What everything is sealed to."""
        return recipient_of(self.identity)

    def files(self, *names: str) -> dict[str, str]:
        """Return the content of these key files."""
        all_of_them = {ROOT: self.root_seed.hex(), ONLINE: self.online_seed.hex(), BOX: self.identity}
        return {name: all_of_them[name] for name in names}


def make_keys(chance: Callable[[int], bytes]) -> CentreKeys:
    """Make the keys of a new centre; `chance` returns that many secret random bytes."""
    identity, _ = make_identity()
    return CentreKeys(chance(_SEED), chance(_SEED), identity)


def write_secret(path: Path, secret: str) -> None:
    """Write a new file that only its owner may read, on disk when this returns.

    Raises:
        OSError: also when the file exists.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secret + "\n")
        file.flush()
        os.fsync(descriptor)


def read_signing_key(path: Path) -> SigningKey:
    """Return the key in a file ``root.key`` or ``online.key``.

    Raises:
        Refusal: `FILE_MISSING`, `CENTRE_BROKEN`.
    """
    try:
        return SigningKey(bytes.fromhex(read_secret(path)))
    except ValueError as error:
        raise Refusal(Code.CENTRE_BROKEN, path=path, why="it is no key of 32 bytes in hex") from error


def read_identities(path: Path) -> tuple[str, ...]:
    """Return the age identities in a file ``box.key``, newest first.

    Raises:
        Refusal: `FILE_MISSING`, `CENTRE_BROKEN`.
    """
    lines = ("".join(line.split()) for line in read_secret(path).splitlines())
    identities = tuple(line for line in lines if line and not line.startswith("#"))
    try:
        if not identities:
            raise ValueError("none")
        for identity in identities:
            recipient_of(identity)
    except ValueError as error:
        raise Refusal(Code.CENTRE_BROKEN, path=path, why="it holds no age identity") from error
    return identities


def read_secret(path: Path) -> str:
    """Return what a key file holds.

    Raises:
        Refusal: `FILE_MISSING`, `CENTRE_BROKEN` when it is no plain text.
    """
    try:
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise not_read(error, path) from error
    except UnicodeDecodeError as error:
        raise Refusal(Code.CENTRE_BROKEN, path=path, why="it is no key file") from error


def not_read(error: OSError, path: Path) -> RetnetError:
    """Return the failure: a file that is not there is another matter than a disk that does not give it back."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Refusal(Code.FILE_MISSING, path=path)
    return fault_of_disk(error, path)
