"""SFTP as the road to the centre: a key logs in, and no server is believed but the one whose host key is pinned.

As with every road (rule T13), whoever stands in between can delay and nothing else: what travels is sealed and signed.
A file is uploaded under a name that nobody looks at and renamed at the end, so it is there whole or not at all. Nothing
of the person's own SSH is used: no configuration file, no agent, no known hosts, no password; a host key that is not
the pinned one ends the call before this device says who it is. Every call is one connection and can be repeated.

The library is loaded only where there is such a road: while it loads it looks for system libraries with tools of the
system, and nothing of that belongs into the start of the program.
"""

import asyncio
import errno
import hashlib
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import unquote, urlsplit

from retnet_pro.bundle.naming import demand_limit, size_limit
from retnet_pro.errors import Code, Refusal, Tamper, WorldFault
from retnet_pro.sync.patience import Patience

if TYPE_CHECKING:
    import asyncssh

ENTRY_LIMIT = 100_000
"""A folder with more entries than this is not a meeting place but an attempt to keep us busy."""
_PORT = 22
_KEY_TYPES = ("ssh-ed25519", "ecdsa-sha2-", "ssh-rsa")
_LIKE = "the address must look like sftp://user@host:22/folder"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Address:
    user: str
    host: str
    port: int
    folder: str
    """Relative to where the login arrives."""


class SftpTransport:
    """Put, list and get in one folder of an SFTP server. Every call can be repeated without harm."""

    def __init__(self, address: str, host_key: str, login_key: str, patience: Patience | None = None) -> None:
        """Take the address, the server's public key in OpenSSH's form and the private key that logs in.

        Raises:
            Refusal: `ROAD_UNFIT`, when the address is not plain ``sftp://user@host`` or the text holds no host key.
        """
        self._address = _read_address(address)
        self._host_key = _read_host_key(host_key, address)
        self._login_key = login_key
        self._place = urlsplit(address).netloc.rpartition("@")[2]
        self._patience = patience or Patience()

    def put(self, name: str, data: bytes) -> None:
        """Store the bytes under the name: whole at the server when this returns, else not there under that name.

        Raises:
            ValueError: when the name or the size is not one of ours.
            WorldFault: `TRANSPORT_UNREACHABLE`; it may be there all the same, and can be put again.
        """
        if len(data) > demand_limit(name):
            raise ValueError(f"{len(data)} bytes are too many for {name}")

        async def upload(sftp: "asyncssh.SFTPClient") -> None:
            path, part = self._path(name), self._path(f".{name}.part")
            if await _holds(sftp, path, data):
                return
            await _write_through(sftp, part, data)
            await _rename(sftp, part, path)

        self._call(upload)

    def names(self) -> tuple[str, ...]:
        """Return the names of our files, in order. Everything else that lies there is passed over.

        Raises:
            WorldFault: `TRANSPORT_UNREACHABLE`.
        """

        async def listed(sftp: "asyncssh.SFTPClient") -> tuple[str, ...]:
            from asyncssh import FILEXFER_TYPE_REGULAR

            found: list[str] = []
            seen = 0
            async for entry in sftp.scandir(self._address.folder):
                seen += 1
                if seen > ENTRY_LIMIT:
                    raise OSError(errno.EMFILE, f"it holds more than {ENTRY_LIMIT} files")
                name = entry.filename
                if isinstance(name, bytes):
                    name = name.decode("ascii", "replace")
                if size_limit(name) is not None and entry.attrs.type == FILEXFER_TYPE_REGULAR:
                    found.append(name)
            return tuple(sorted(found))

        return self._call(listed)

    def get(self, name: str) -> bytes:
        """Return the bytes under the name.

        Raises:
            ValueError: when the name is not one of ours.
            Tamper: `BUNDLE_TOO_LARGE`, when it holds more than a file of this name may.
            WorldFault: `TRANSPORT_UNREACHABLE`, also when there is no such file.
        """
        limit = demand_limit(name)
        data = self._call(lambda sftp: _read(sftp, self._path(name), limit + 1))
        if len(data) > limit:
            raise Tamper(Code.BUNDLE_TOO_LARGE, path=name, limit=limit)
        return data

    def _path(self, name: str) -> str:
        return f"{self._address.folder}/{name}"

    def _call(self, work: Callable[["asyncssh.SFTPClient"], Awaitable[T]]) -> T:
        from asyncssh import Error

        try:
            return asyncio.run(self._within(work))
        except TimeoutError as error:
            raise self._unreachable("it was too slow") from error
        except (Error, OSError) as error:
            raise self._unreachable(_in_words(error)) from error

    async def _within(self, work: Callable[["asyncssh.SFTPClient"], Awaitable[T]]) -> T:
        import asyncssh

        at, patience = self._address, self._patience
        # The library's limits start again with every byte; the one around everything does not.
        async with asyncio.timeout(patience.total):
            connecting = asyncssh.connect(
                at.host,
                at.port,
                config=None,
                known_hosts=([asyncssh.import_public_key(self._host_key)], [], []),
                username=at.user,
                client_keys=[asyncssh.import_private_key(self._login_key)],
                agent_path=None,
                preferred_auth="publickey",
                password_auth=False,
                kbdint_auth=False,
                client_version="retnet-pro",
                connect_timeout=patience.connect,
                login_timeout=patience.silence,
                keepalive_interval=patience.silence / 3,
                keepalive_count_max=3,
            )
            async with connecting as connection, connection.start_sftp_client() as sftp:
                return await work(sftp)

    def _unreachable(self, why: str) -> WorldFault:
        return WorldFault(Code.TRANSPORT_UNREACHABLE, place=self._place, why=why)


async def _holds(sftp: "asyncssh.SFTPClient", path: str, data: bytes) -> bool:
    """Whether exactly these bytes lie under the path; they are only fetched where their number is right."""
    from asyncssh import SFTPNoSuchFile

    try:
        if (await sftp.lstat(path)).size != len(data):
            return False
        found = await _read(sftp, path, len(data) + 1)
    except SFTPNoSuchFile:
        return False
    return hashlib.sha256(found).digest() == hashlib.sha256(data).digest()


async def _write_through(sftp: "asyncssh.SFTPClient", part: str, data: bytes) -> None:
    """Write a new file to the server's disk, as far as the server can be asked to."""
    from asyncssh import SFTPNoSuchFile, SFTPOpUnsupported

    with suppress(SFTPNoSuchFile):
        await sftp.remove(part)
    async with sftp.open(part, "xb") as file:
        await file.write(data)
        with suppress(SFTPOpUnsupported):
            await file.fsync()
    if (await sftp.lstat(part)).size != len(data):
        raise OSError(errno.EIO, "it kept less than was sent")


async def _rename(sftp: "asyncssh.SFTPClient", part: str, path: str) -> None:
    """Give the file its name in one step; a server that cannot replace a file is asked to remove the old one first."""
    from asyncssh import SFTPNoSuchFile, SFTPOpUnsupported

    try:
        await sftp.posix_rename(part, path)
    except SFTPOpUnsupported:
        with suppress(SFTPNoSuchFile):
            await sftp.remove(path)
        await sftp.rename(part, path)


async def _read(sftp: "asyncssh.SFTPClient", path: str, most: int) -> bytes:
    async with sftp.open(path, "rb") as file:
        data = await file.read(most)
    assert isinstance(data, bytes)
    return data[:most]


def _read_address(address: str) -> _Address:
    try:
        parts = urlsplit(address)
        host, user, port = parts.hostname, parts.username, parts.port
    except ValueError:
        host, user, port, parts = None, None, None, urlsplit("")
    plain = parts.scheme == "sftp" and host and user and parts.password is None and port != 0
    if not plain or parts.query or parts.fragment or not address.isascii() or any(map(str.isspace, address)):
        raise Refusal(Code.ROAD_UNFIT, address=address, why=_LIKE)
    assert host is not None and user is not None
    folder = unquote(parts.path).removeprefix("/").rstrip("/") or "."
    return _Address(unquote(user), host, port or _PORT, folder)


def _read_host_key(text: str, address: str) -> str:
    """Return the one key in the text, which may be a line of ``known_hosts`` or the server's own public key file.

    Names of hosts in a line of ``known_hosts`` are not looked at: the key is pinned for this address.
    """
    from asyncssh import KeyImportError, import_public_key

    lines = [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    words = lines[0] if len(lines) == 1 else []
    at = next((at for at, word in enumerate(words) if word.startswith(_KEY_TYPES)), len(words))
    line = " ".join(words[at : at + 2])
    try:
        import_public_key(line)
    except KeyImportError as error:
        why = "the file must hold one public host key in one line, such as ssh-ed25519 AAAA"
        raise Refusal(Code.ROAD_UNFIT, address=address, why=why) from error
    return line


def _in_words(error: BaseException) -> str:
    """Return what happened; no word of the other end is repeated."""
    import asyncssh

    said: tuple[tuple[type[BaseException], str], ...] = (
        (asyncssh.HostKeyNotVerifiable, "its host key is not the pinned one"),
        (asyncssh.PermissionDenied, "it does not let this tablet in; does it know the tablet's login key?"),
        (
            asyncssh.KeyExchangeFailed,
            "it offers no way to agree on keys that this tablet takes, or has another host key",
        ),
        (asyncssh.SFTPNoSuchFile, "there is no such file or folder"),
        (asyncssh.SFTPPermissionDenied, "the folder may not be read or written by this login"),
        (asyncssh.SFTPNoSpaceOnFilesystem, "its disk is full"),
        (asyncssh.SFTPQuotaExceeded, "its disk is full"),
        (asyncssh.SFTPConnectionLost, "the connection was cut off"),
        (asyncssh.SFTPError, "it refused the file"),
        (asyncssh.ChannelOpenError, "it offers no SFTP to this login"),
        (asyncssh.ConnectionLost, "the connection was cut off"),
        (asyncssh.Error, "its answer makes no sense, or it ended the connection"),
        (socket.gaierror, "its name cannot be found on this network"),
        (ConnectionRefusedError, "it refuses connections"),
        (ConnectionError, "the connection was cut off"),
    )
    own = error.strerror if type(error) is OSError and error.errno in (errno.EIO, errno.EMFILE) else None
    return own or next((words for kind, words in said if isinstance(error, kind)), "the connection failed")
