"""The centre as a folder: its keys, its meeting place with the tablets, its inbox and its database.

``centre.json`` says who it is; ``keys/`` holds three secrets with mode 0600: ``root.key`` and ``box.key`` belong
offline, ``online.key`` to the machine that signs receipts. ``box.key`` is an ordinary identity file for ``age -d -i``.
"""

import json
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from retnet_pro.bundle.document import read_document, text, write_document
from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.packs import TrustPack, make_trust_pack
from retnet_pro.bundle.sshsig import public_line, read_public_line
from retnet_pro.centre.inbox import Inbox
from retnet_pro.errors import Code, Refusal, WorldFault
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import make_identity
from retnet_pro.study.model import Mode

_KEYS = ("v", "trial", "centre", "mode", "recipient", "online", "root")
_ABOUT = "centre.json"
_TRUST = "trust.pack"


@dataclass(frozen=True, slots=True, repr=False)
class CentreKeys:
    """The three secrets of a centre; never printed."""

    root: SigningKey
    online: SigningKey
    identity: str
    """age identity that opens everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Centre:
    """What everybody may know about a centre, and where its things are."""

    folder: Path
    trial: str
    id: str
    mode: Mode
    recipient: str
    online: bytes
    root: bytes

    @property
    def drop(self) -> Path:
        """The meeting place: bundles come in, receipts go out."""
        return self.folder / "drop"

    @property
    def inbox(self) -> Inbox:
        """Where admitted bundles lie."""
        return Inbox(self.folder / "inbox")

    @property
    def quarantine(self) -> Inbox:
        """Where bundles of closed tablets lie."""
        return Inbox(self.folder / "quarantine")

    @property
    def adopted(self) -> Path:
        """Where the log files of devices that will send no more are kept."""
        return self.folder / "adopted"

    @property
    def database(self) -> str:
        """URL of the store."""
        return f"sqlite:///{self.folder / 'centre.sqlite'}"

    @property
    def trust_pack(self) -> Path:
        """The signed pack that tablets are provisioned with."""
        return self.folder / _TRUST


def init_centre(
    folder: Path,
    *,
    trial: str,
    centre: str,
    mode: Mode,
    issued: date,
    expires: date,
    chance: Callable[[int], bytes],
) -> CentreKeys:
    """Make the keys, the trust pack and the folders of a new centre.

    `chance` returns that many secret random bytes.

    Raises:
        Refusal: `FILE_EXISTS`, when there is a centre already; nothing is overwritten.
        WorldFault: `DISK_FAULT`; nothing is left behind.
    """
    if (folder / _ABOUT).exists() or (folder / "keys").exists():
        raise Refusal(Code.FILE_EXISTS, path=folder)
    identity, recipient = make_identity()
    root_seed, online_seed = chance(32), chance(32)
    keys = CentreKeys(SigningKey(root_seed), SigningKey(online_seed), identity)
    trust = TrustPack(
        trial=trial,
        centre=centre,
        recipient=recipient,
        online=keys.online.public,
        version=1,
        issued=issued,
        expires=expires,
        root=fingerprint(keys.root.public),
    )
    about = {
        "v": 1,
        "trial": trial,
        "centre": centre,
        "mode": mode.value,
        "recipient": recipient,
        "online": public_line(keys.online.public),
        "root": public_line(keys.root.public),
    }
    secrets = {"root.key": root_seed.hex(), "online.key": online_seed.hex(), "box.key": identity}
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    try:
        shutil.rmtree(unfinished, ignore_errors=True)
        _write_centre(unfinished, secrets, make_trust_pack(trust, keys.root), about)
        unfinished.replace(folder)
    except OSError as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise WorldFault(Code.DISK_FAULT, path=folder, why=error.strerror or "unknown") from error
    return keys


def _write_centre(folder: Path, secrets: Mapping[str, str], trust: bytes, about: Mapping[str, object]) -> None:
    (folder / "keys").mkdir(parents=True, mode=0o700)
    for name in ("drop", "inbox", "quarantine"):
        (folder / name).mkdir()
    for name, secret in secrets.items():
        _write_secret(folder / "keys" / name, secret)
    (folder / _TRUST).write_bytes(trust)
    (folder / _ABOUT).write_text(json.dumps(about, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def open_centre(folder: Path) -> Centre:
    """Return the centre in a folder.

    Raises:
        Refusal: `FILE_MISSING`, when there is none; `CENTRE_BROKEN`, when its description cannot be read.
    """
    path = folder / _ABOUT
    try:
        about = read_document(write_document(json.loads(path.read_text(encoding="utf-8"))), _KEYS)
        return Centre(
            folder=folder,
            trial=text(about, "trial"),
            id=text(about, "centre"),
            mode=Mode(text(about, "mode")),
            recipient=text(about, "recipient"),
            online=read_public_line(text(about, "online")),
            root=read_public_line(text(about, "root")),
        )
    except OSError as error:
        raise Refusal(Code.FILE_MISSING, path=path) from error
    except (ValueError, RecursionError) as error:
        raise Refusal(Code.CENTRE_BROKEN, path=path, why=str(error)) from error


def read_online_key(centre: Centre) -> SigningKey:
    """Return the key that signs receipts.

    Raises:
        Refusal: `FILE_MISSING`, `CENTRE_BROKEN`.
    """
    path = centre.folder / "keys" / "online.key"
    try:
        return SigningKey(bytes.fromhex(_read_secret(path)))
    except ValueError as error:
        raise Refusal(Code.CENTRE_BROKEN, path=path, why="it is no key of 32 bytes in hex") from error


def read_identity(centre: Centre) -> str:
    """Return the age identity that opens everything; it belongs on the inner host only.

    Raises:
        Refusal: `FILE_MISSING`.
    """
    return _read_secret(centre.folder / "keys" / "box.key")


def _write_secret(path: Path, secret: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secret + "\n")
        file.flush()
        os.fsync(descriptor)


def _read_secret(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise Refusal(Code.FILE_MISSING, path=path) from error
