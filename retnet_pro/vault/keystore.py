"""Where the two secrets of a device live: with the operating system, or in a file only its owner may read.

One item of 64 bytes: the seed of the signing key and the secret without which no passphrase opens a slot. Which kind
of place it is, is written into the first event of the device, so that an auditor sees it.
"""

import base64
import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from retnet_pro.errors import Bug, Code, Refusal, WorldFault, fault_of_disk
from retnet_pro.record.event import DeviceId
from retnet_pro.vault.durable import sync_folder
from retnet_pro.vault.wrap import RandomBytes

SERVICE = "retnet-pro"
"""The name under which the operating system's keystore keeps the item."""
_HALF = 32


@dataclass(frozen=True, slots=True, repr=False)
class DeviceSecrets:
    """The two secrets of a device. Never printed."""

    seed: bytes
    """Signs events and manifests."""
    secret: bytes
    """Second ingredient of every slot."""


class FileKeystore:
    """A file with mode 0600 in the profile; for devices whose system offers no keystore."""

    kind = "file"

    def __init__(self, folder: Path) -> None:
        """Take the folder of the site."""
        self._folder = folder

    def load(self, device: DeviceId) -> DeviceSecrets:
        """Return the secrets.

        Raises:
            Refusal: `DEVICE_SECRET_MISSING`.
            WorldFault: `DISK_FAULT`; the secret may well be there, and nobody must enrol the device anew.
        """
        path = self._path(device)
        try:
            path.chmod(0o600)  # a copy from a backup may have come back readable for others
            return _split(path.read_bytes(), str(path))
        except (FileNotFoundError, PermissionError) as error:
            raise Refusal(Code.DEVICE_SECRET_MISSING, place=path) from error
        except OSError as error:
            raise fault_of_disk(error, path) from error

    def create(self, device: DeviceId, random_bytes: RandomBytes) -> DeviceSecrets:
        """Make the secrets, on disk before this returns.

        Raises:
            Refusal: `FILE_EXISTS`.
            WorldFault: `DISK_FULL` or `DISK_FAULT`.
        """
        path, item = self._path(device), random_bytes(2 * _HALF)
        try:
            _write_new(path, item)
        except FileExistsError as error:
            raise Refusal(Code.FILE_EXISTS, path=path) from error
        except OSError as error:
            raise fault_of_disk(error, path) from error
        return _split(item, str(path))

    def keep_once(self, device: DeviceId, identity: str) -> None:
        """Keep the identity that one answer will be sealed to, on disk before this returns; replaces an older one.

        Raises:
            WorldFault: `DISK_FULL` or `DISK_FAULT`.
        """
        path = self._once(device)
        try:
            path.unlink(missing_ok=True)
            _write_new(path, identity.encode())
        except OSError as error:
            raise fault_of_disk(error, path) from error

    def load_once(self, device: DeviceId) -> str | None:
        """Return that identity, if an answer is awaited."""
        try:
            return self._once(device).read_text(encoding="ascii")
        except (OSError, ValueError):
            return None

    def forget_once(self, device: DeviceId) -> None:
        """Destroy that identity; doing so twice does nothing."""
        with suppress(OSError):
            self._once(device).unlink(missing_ok=True)
            sync_folder(self._folder)

    def _path(self, device: DeviceId) -> Path:
        return self._folder / f"{_plain(device)}.device"

    def _once(self, device: DeviceId) -> Path:
        return self._folder / _once_name(device)


class SystemKeystore:
    """The keystore of the operating system (Secret Service, Keychain, Credential Manager)."""

    kind = "system"

    def load(self, device: DeviceId) -> DeviceSecrets:
        """Return the secrets.

        Raises:
            Refusal: `DEVICE_SECRET_MISSING`.
        """
        import keyring
        from keyring.errors import KeyringError

        try:
            item = keyring.get_password(SERVICE, _plain(device))
        except KeyringError as error:
            raise Refusal(Code.DEVICE_SECRET_MISSING, place=f"system keystore, {type(error).__name__}") from error
        if item is None:
            raise Refusal(Code.DEVICE_SECRET_MISSING, place="system keystore")
        with suppress(ValueError):
            return _split(base64.b64decode(item, validate=True), "system keystore")
        raise Refusal(Code.DEVICE_SECRET_MISSING, place="system keystore, damaged")

    def create(self, device: DeviceId, random_bytes: RandomBytes) -> DeviceSecrets:
        """Make the secrets, and read them back before they are relied on.

        Raises:
            Refusal: `FILE_EXISTS`.
            WorldFault: `DISK_FAULT`, when the keystore did not keep them.
        """
        import keyring
        from keyring.errors import KeyringError

        item, name = random_bytes(2 * _HALF), _plain(device)
        try:
            if keyring.get_password(SERVICE, name) is not None:
                raise Refusal(Code.FILE_EXISTS, path=f"system keystore: {name}")
            keyring.set_password(SERVICE, name, base64.b64encode(item).decode())
            kept = keyring.get_password(SERVICE, name)
        except KeyringError as error:
            raise WorldFault(Code.DISK_FAULT, path="system keystore", why=type(error).__name__) from error
        if kept != base64.b64encode(item).decode():
            raise WorldFault(Code.DISK_FAULT, path="system keystore", why="it did not keep the item")
        return _split(item, "system keystore")

    def keep_once(self, device: DeviceId, identity: str) -> None:
        """Keep the identity that one answer will be sealed to; replaces an older one.

        Raises:
            WorldFault: `DISK_FAULT`, when the keystore did not keep it.
        """
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.set_password(SERVICE, _once_name(device), identity)
        except KeyringError as error:
            raise WorldFault(Code.DISK_FAULT, path="system keystore", why=type(error).__name__) from error
        if self.load_once(device) != identity:
            raise WorldFault(Code.DISK_FAULT, path="system keystore", why="it did not keep the item")

    def load_once(self, device: DeviceId) -> str | None:
        """Return that identity, if an answer is awaited."""
        import keyring
        from keyring.errors import KeyringError

        with suppress(KeyringError):
            return keyring.get_password(SERVICE, _once_name(device))
        return None

    def forget_once(self, device: DeviceId) -> None:
        """Destroy that identity; doing so twice does nothing."""
        import keyring
        from keyring.errors import KeyringError

        with suppress(KeyringError):
            keyring.delete_password(SERVICE, _once_name(device))


def open_keystore(profile: Path, prefer: str) -> SystemKeystore | FileKeystore:
    """Return the keystore asked for, `file` or else that of the system; where the system has none, the file."""
    if prefer != FileKeystore.kind and _has_system_keystore():
        return SystemKeystore()
    return FileKeystore(profile)


def _has_system_keystore() -> bool:
    import keyring

    # Placeholders for "none" and stores in plain files have a priority below 1.
    return float(keyring.get_keyring().priority) >= 1


def _split(item: bytes, place: str) -> DeviceSecrets:
    if len(item) != 2 * _HALF:
        raise Refusal(Code.DEVICE_SECRET_MISSING, place=f"{place}, damaged")
    return DeviceSecrets(item[:_HALF], item[_HALF:])


def _plain(device: DeviceId) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,63}", device):
        raise Bug(Code.UNEXPECTED, why="a device id that cannot be the name of a file")
    return device


def _once_name(device: DeviceId) -> str:
    return f"{_plain(device)}.once"


def _write_new(path: Path, item: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(item)
        file.flush()
        os.fsync(handle)
    sync_folder(path.parent)
