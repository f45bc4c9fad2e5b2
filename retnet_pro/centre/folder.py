"""The centre as a folder: its keys, its meeting place with the tablets, its inbox and its database.

``centre.json`` says who it is; ``keys/`` holds up to three secrets with mode 0600 (see `keys`): ``root.key`` and
``box.key`` belong offline, ``online.key`` to the machine that signs receipts. After a ceremony only the last is here.
``database.url`` is there where the database is not a file in this folder, ``objects.url`` where sealed files are not.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from retnet_pro.bundle.document import read_document, text, write_document
from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.packs import TrustPack, make_trust_pack
from retnet_pro.bundle.sshsig import public_line, read_public_line
from retnet_pro.centre.inbox import Inbox, SealedFiles
from retnet_pro.centre.keys import (
    BOX,
    ONLINE,
    ROOT,
    CentreKeys,
    make_keys,
    not_read,
    read_signing_key,
    write_secret,
)
from retnet_pro.centre.letter_room import LetterRoom
from retnet_pro.centre.url_files import DATABASE, OBJECTS, read_url
from retnet_pro.errors import Code, Refusal, fault_of_disk
from retnet_pro.record.signing import SigningKey
from retnet_pro.study.model import Mode

_KEYS = ("v", "trial", "centre", "mode", "recipient", "online", "root")
_ABOUT = "centre.json"
_TRUST = "trust.pack"


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
    def inbox(self) -> SealedFiles:
        """Where admitted bundles lie."""
        return self._sealed("inbox")

    @property
    def letters(self) -> LetterRoom:
        """Where letters between the tablets of a site lie, sealed to that site."""
        return LetterRoom(self.folder / "letters")

    @property
    def quarantine(self) -> SealedFiles:
        """Where bundles of closed tablets lie."""
        return self._sealed("quarantine")

    def _sealed(self, name: str) -> SealedFiles:
        url = self.objects
        if url is None:
            return Inbox(self.folder / name)
        # only here: the library it stands on is an optional part of the program
        from retnet_pro.centre.object_store import open_store

        try:
            return open_store(url, name)
        except ModuleNotFoundError as error:
            raise Refusal(Code.OBJECTS_UNFIT, why="its library (the extra object-store) is not installed") from error

    @property
    def objects(self) -> str | None:
        """URL of the object store for sealed files: what ``objects.url`` says; None for folders in this one.

        Raises:
            WorldFault: `DISK_FAULT`.
        """
        return read_url(self.folder, OBJECTS)

    @property
    def waiting(self) -> Path:
        """Where signatures of tablets lie that came over the network ahead of their bundle."""
        return self.folder / "waiting"

    @property
    def adopted(self) -> Path:
        """Where the log files of devices that will send no more are kept."""
        return self.folder / "adopted"

    @property
    def database(self) -> str:
        """URL of the store: what ``database.url`` says, or a file of SQLite in this folder.

        Raises:
            WorldFault: `DISK_FAULT`.
        """
        return read_url(self.folder, DATABASE) or f"sqlite:///{self.folder / 'centre.sqlite'}"

    @property
    def box(self) -> Path:
        """The key that opens everything, where this machine holds it."""
        return self.folder / "keys" / BOX

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
        WorldFault: `DISK_FULL` or `DISK_FAULT`; nothing is left behind.
    """
    if (folder / _ABOUT).exists() or (folder / "keys").exists():
        raise Refusal(Code.FILE_EXISTS, path=folder)
    keys = make_keys(chance)
    founded = Founded(trial=trial, centre=centre, mode=mode, issued=issued, expires=expires)
    with whole_folder(folder) as unfinished:
        write_centre(unfinished, founded, keys, keys.files(ROOT, ONLINE, BOX))
    return keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Founded:
    """What a new centre is called and how long its first trust pack is valid."""

    trial: str
    centre: str
    mode: Mode
    issued: date
    expires: date


def write_centre(folder: Path, founded: Founded, keys: CentreKeys, secrets: Mapping[str, str]) -> None:
    """Write the folder of a new centre, with its first trust pack and these of its secrets.

    Raises:
        OSError: when the disk refuses.
    """
    trust = TrustPack(
        trial=founded.trial,
        centre=founded.centre,
        recipient=keys.recipient,
        online=keys.online.public,
        version=1,
        issued=founded.issued,
        expires=founded.expires,
        root=fingerprint(keys.root.public),
    )
    (folder / "keys").mkdir(parents=True, mode=0o700)
    for name in ("drop", "inbox", "quarantine"):
        (folder / name).mkdir()
    for name, secret in secrets.items():
        write_secret(folder / "keys" / name, secret)
    (folder / _TRUST).write_bytes(make_trust_pack(trust, keys.root))
    (folder / _ABOUT).write_bytes(_about(trust, founded.mode, keys.root.public))


def replace_trust(centre: Centre, trust: TrustPack, root: SigningKey) -> Centre:
    """Put a new trust pack, signed by the root key, in the place of the old one; return the centre as it is then.

    Raises:
        WorldFault: `DISK_FULL` or `DISK_FAULT`; the old one stands, or both files are replaced at the next call.
    """
    try:
        _replace(centre.folder / _ABOUT, _about(trust, centre.mode, root.public))
        _replace(centre.trust_pack, make_trust_pack(trust, root))
    except OSError as error:
        raise fault_of_disk(error, centre.folder) from error
    return open_centre(centre.folder)


def _about(trust: TrustPack, mode: Mode, root: bytes) -> bytes:
    about = {
        "v": 1,
        "trial": trust.trial,
        "centre": trust.centre,
        "mode": mode.value,
        "recipient": trust.recipient,
        "online": public_line(trust.online),
        "root": public_line(root),
    }
    return (json.dumps(about, indent=2, ensure_ascii=False) + "\n").encode()


def _replace(path: Path, content: bytes) -> None:
    part = path.with_name(f"{path.name}.part")
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """Give a folder to write in; it takes its name when everything is written, else nothing is left behind.

    Raises:
        WorldFault: `DISK_FULL` or `DISK_FAULT`.
    """
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    try:
        shutil.rmtree(unfinished, ignore_errors=True)
        yield unfinished
        unfinished.replace(folder)
    except OSError as error:
        raise fault_of_disk(error, folder) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def open_centre(folder: Path) -> Centre:
    """Return the centre in a folder.

    Raises:
        Refusal: `FILE_MISSING`, when there is none; `CENTRE_BROKEN`, when its description cannot be read.
        WorldFault: `DISK_FAULT`, when the disk does not give it back.
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
        raise not_read(error, path) from error
    except (ValueError, RecursionError) as error:
        raise Refusal(Code.CENTRE_BROKEN, path=path, why=str(error)) from error


def read_trust_file(centre: Centre) -> bytes:
    """Return the trust pack as it is signed.

    Raises:
        Refusal: `FILE_MISSING`.
        WorldFault: `DISK_FAULT`, when the disk does not give it back.
    """
    try:
        return centre.trust_pack.read_bytes()
    except OSError as error:
        raise not_read(error, centre.trust_pack) from error


def read_online_key(centre: Centre) -> SigningKey:
    """Return the key that signs receipts.

    Raises:
        Refusal: `FILE_MISSING`, `CENTRE_BROKEN`.
    """
    return read_signing_key(centre.folder / "keys" / ONLINE)
