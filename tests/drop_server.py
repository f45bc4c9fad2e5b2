"""A real OpenSSH server on loopback for one test: its own host key, one login key, SFTP only, a folder to itself."""

import getpass
import os
import shutil
import socket
import subprocess
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import pytest

LOOPBACK = "127.0.0.1"
SSHD = shutil.which("sshd", path="/usr/sbin:/usr/local/sbin:/usr/bin")
_SFTP_SERVERS = (Path("/usr/lib/openssh/sftp-server"), Path("/usr/libexec/sftp-server"))
SFTP_SERVER = next(filter(Path.is_file, _SFTP_SERVERS), None)
needs_sshd = pytest.mark.skipif(
    SSHD is None or SFTP_SERVER is None or shutil.which("ssh-keygen") is None,
    reason="OpenSSH's server is not here; packaging/prepare tools installs it",
)
_CONFIG = """
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host_key
PidFile {folder}/pid
AuthorizedKeysFile {folder}/authorized_keys
AuthenticationMethods publickey
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
StrictModes no
LogLevel VERBOSE
Subsystem sftp {server} -d {drop} {options}
"""


class DropServer:
    """Runs ``sshd`` until the block ends; what it keeps lies in `drop`."""

    def __init__(self, folder: Path, login: str, options: str = "") -> None:
        """Take a folder of its own, the line of the login key that is let in, and options of ``sftp-server``."""
        self.drop = folder / "drop"
        self.drop.mkdir(parents=True)
        self._folder = folder
        with socket.create_server((LOOPBACK, 0)) as free:
            self.port: int = free.getsockname()[1]
        make_host_key(folder / "host_key")
        self.let_in(login)
        config = _CONFIG.format(port=self.port, folder=folder, server=SFTP_SERVER, drop=self.drop, options=options)
        (folder / "config").write_text(config)

    @property
    def host_key(self) -> str:
        return (self._folder / "host_key.pub").read_text("ascii")

    def address(self, port: int | None = None) -> str:
        """Return the address of the drop folder, through another port where a proxy stands in between."""
        return f"sftp://{getpass.getuser()}@{LOOPBACK}:{port or self.port}"

    def let_in(self, login: str) -> None:
        (self._folder / "authorized_keys").write_text(f"{login}\n")

    def __enter__(self) -> "DropServer":
        assert SSHD is not None
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)  # as its service does: run by root, it asks for this
        self._server = subprocess.Popen(
            [SSHD, "-D", "-e", "-f", self._folder / "config"], stderr=subprocess.PIPE, text=True
        )
        assert self._server.stderr is not None
        said = iter(self._server.stderr.readline, "")
        assert any("listening" in line for line in said), "the server did not start"
        self._drain = threading.Thread(target=lambda: [None for _ in said], daemon=True)
        self._drain.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.terminate()
        self._server.wait(10)
        self._drain.join(10)
        assert self._server.stderr is not None
        self._server.stderr.close()


def make_host_key(path: Path) -> str:
    """Make a host key pair; return the public line."""
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", path], check=True)
    return Path(f"{path}.pub").read_text("ascii")


class CutWire:
    """Stands before a server and cuts a connection once so many bytes went up; None lets everything through."""

    def __init__(self, server: int) -> None:
        self.budget: int | None = None
        self._server = server
        self._door = socket.create_server((LOOPBACK, 0))
        self.port: int = self._door.getsockname()[1]

    def __enter__(self) -> "CutWire":
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._door.accept()
                far = socket.create_connection((LOOPBACK, self._server))
                for end in (near, far):  # what waits for more to send together waits 40 ms at every step of a handshake
                    end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                for way in ((near, far, self.budget), (far, near, None)):
                    threading.Thread(target=self._pass_on, args=way, daemon=True).start()

    def _pass_on(self, source: socket.socket, target: socket.socket, budget: int | None) -> None:
        passed = 0
        with suppress(OSError):
            while (data := source.recv(4096)) and (budget is None or passed < budget):
                target.sendall(data if budget is None else data[: budget - passed])
                passed += len(data)
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            if budget is None:
                end.close()
