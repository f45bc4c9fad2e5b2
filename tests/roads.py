"""Certificates made for one test, and a TLS server on loopback that answers what a test tells it to.

Ports are chosen by the system, certificates live for a day, and nothing leaves this machine.
"""

import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

LOOPBACK = "127.0.0.1"
DAY = timedelta(days=1)


@dataclass(frozen=True)
class ServerFiles:
    """What a TLS server is given."""

    certificate: Path
    key: Path

    @property
    def pem(self) -> str:
        return self.certificate.read_text("ascii")

    def context(self, most: ssl.TLSVersion = ssl.TLSVersion.TLSv1_3) -> ssl.SSLContext:
        made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        made.maximum_version = most
        made.load_cert_chain(self.certificate, self.key)
        return made


class Authority:
    """Signs certificates of servers."""

    def __init__(self, name: str = "a centre for tests") -> None:
        self._name, self._key = _named(name), ec.generate_private_key(ec.SECP256R1())
        whole = _begun(self._name, self._name, self._key, datetime.now(UTC) - DAY)
        whole = whole.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        self.pem = whole.sign(self._key, SHA256()).public_bytes(Encoding.PEM).decode("ascii")

    def server(self, folder: Path, address: str = LOOPBACK, since: timedelta = -DAY) -> ServerFiles:
        """Return the files of a server at this address, valid for two days from this moment on, seen from now."""
        key = ec.generate_private_key(ec.SECP256R1())
        begun = _begun(_named("a server"), self._name, key, datetime.now(UTC) + since)
        names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))])
        made = begun.add_extension(names, critical=False).sign(self._key, SHA256())
        folder.mkdir(exist_ok=True, parents=True)
        files = ServerFiles(folder / "server.pem", folder / "server.key")
        files.certificate.write_bytes(made.public_bytes(Encoding.PEM))
        files.key.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        return files


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _begun(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, since: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(since)
        .not_valid_after(since + 2 * DAY)
    )


@dataclass
class Asked:
    """One request as it came."""

    line: str
    headers: dict[str, str]
    body: bytes


def answer(body: bytes = b"", status: str = "200 OK", *headers: str) -> bytes:
    """Return a whole answer."""
    lines = [f"HTTP/1.1 {status}", f"content-length: {len(body)}", "connection: close", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


Script = Callable[[ssl.SSLSocket, Asked], None]


@dataclass
class ScriptedServer:
    """Takes one request after the other and lets a script answer it."""

    context: ssl.SSLContext
    script: Script = lambda line, asked: line.sendall(answer())
    asked: list[Asked] = field(default_factory=list)

    def says(self, *answers: bytes) -> None:
        """Answer with these in turn; with the last one from then on."""
        left = list(answers)
        self.script = lambda line, asked: line.sendall(left.pop(0) if len(left) > 1 else left[0])

    @property
    def port(self) -> int:
        return int(self._listening.getsockname()[1])

    @property
    def address(self) -> str:
        return f"https://{LOOPBACK}:{self.port}"

    def __enter__(self) -> "ScriptedServer":
        self._listening = socket.create_server((LOOPBACK, 0))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join(10)
        assert not self._thread.is_alive()

    def _serve(self) -> None:
        while True:
            try:
                plain, _ = self._listening.accept()
            except OSError:
                return
            plain.settimeout(10)
            try:
                with plain, self.context.wrap_socket(plain, server_side=True) as line:
                    asked = _read(line)
                    self.asked.append(asked)
                    self.script(line, asked)
            except (OSError, ValueError):
                continue  # the other end left, as many a test wants it to


def _read(line: ssl.SSLSocket) -> Asked:
    got = b""
    while b"\r\n\r\n" not in got:
        got += _some(line)
    head, _, body = got.partition(b"\r\n\r\n")
    first, *rest = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, _, value in (one.partition(": ") for one in rest)}
    while len(body) < int(headers.get("content-length", 0)):
        body += _some(line)
    return Asked(first, headers, body)


def _some(line: ssl.SSLSocket) -> bytes:
    got = line.recv(65536)
    if not got:
        raise ValueError("the other end left")
    return got
