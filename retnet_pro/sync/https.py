"""HTTPS as the road to the centre: TLS 1.3, and no certificate believed but the pinned one or what it signed.

Whoever stands in between can delay and nothing else (rule T13): what travels is sealed and signed already, and what
comes back is believed only once its own signature is verified elsewhere. This end takes nothing from the network but
files of our names, of at most their size, in a limited time; it follows no redirect, asks no proxy of the environment
and shows no word that the other end wrote. Every call is one connection and can be repeated.
"""

import asyncio
import hashlib
import socket
import ssl
from collections.abc import Iterator
from http import HTTPStatus
from urllib.parse import urlsplit

import httpx2

from retnet_pro.bundle.fingerprint import hex_fingerprint
from retnet_pro.bundle.naming import demand_limit, size_limit
from retnet_pro.errors import Code, Refusal, Tamper, WorldFault
from retnet_pro.sync.patience import Patience

LIST_LIMIT = 8 * 1024 * 1024
"""Largest list of names in bytes: room for more than 100,000."""
_ANSWER_LIMIT = 1024
_HEADERS = {"accept-encoding": "identity", "user-agent": "retnet-pro"}
_SAID = {
    HTTPStatus.FORBIDDEN: "the centre does not know this tablet yet, or has closed it",
    HTTPStatus.NOT_FOUND: "there is no such file at the centre",
    HTTPStatus.CONFLICT: "the centre lacks the signature of the bundle",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "the centre takes in no file of this size",
    HTTPStatus.UNPROCESSABLE_ENTITY: "the centre found the bundle not genuine",
    HTTPStatus.TOO_MANY_REQUESTS: "the centre asks to wait a while",
    HTTPStatus.SERVICE_UNAVAILABLE: "the centre's server is not ready",
}

_OF_CERTIFICATES = {
    9: "its certificate is not valid yet; is the clock of this tablet right?",
    10: "its certificate has ended, or the clock of this tablet is wrong",
    62: "its certificate is for another name",
    64: "its certificate is for another address",
}
"""What OpenSSL's numbers of a refused certificate mean."""
_WORDS: tuple[tuple[type[BaseException], str], ...] = (
    (httpx2.TimeoutException, "it was too slow"),
    (socket.gaierror, "its name cannot be found on this network"),
    (ConnectionRefusedError, "it refuses connections"),
    (httpx2.ProtocolError, "its answer was cut off or makes no sense"),
    (ConnectionError, "the connection was cut off"),
    (ssl.SSLEOFError, "the connection was cut off"),
    (ssl.SSLError, "what it sent is not TLS 1.3, or was changed on the way"),
    (httpx2.NetworkError, "the connection was cut off"),
    (BaseException, "the connection failed"),
)
"""The first kind that is among the causes of a failure tells it."""


class HttpsTransport:
    """Put, list and get at a centre's server. Every call can be repeated without harm."""

    def __init__(self, address: str, certificate: str, public: bytes, patience: Patience | None = None) -> None:
        """Take the address, the pinned certificate (PEM; its own or that of who signed it) and this tablet's key.

        Raises:
            Refusal: `ROAD_UNFIT`, when the address is not plain ``https://`` or the text holds no certificate.
        """
        self._base = f"{_checked(address)}/v1/tablets/{hex_fingerprint(public)}/"
        self._trust = _pinned(certificate, address)
        self._place = urlsplit(address).netloc
        self._patience = patience or Patience()

    def put(self, name: str, data: bytes) -> None:
        """Store the bytes under the name: durable at the centre when this returns.

        Raises:
            ValueError: when the name or the size is not one of ours.
            WorldFault: `TRANSPORT_UNREACHABLE`; it may be there all the same, and can be put again.
        """
        if len(data) > demand_limit(name):
            raise ValueError(f"{len(data)} bytes are too many for {name}")
        said = self._call("PUT", name, _ANSWER_LIMIT, data)
        if said != hashlib.sha256(data).hexdigest().encode("ascii"):
            raise self._unreachable("it did not confirm what was sent")

    def names(self) -> tuple[str, ...]:
        """Return the names of the receipts and packs that lie there for this tablet's site, in order.

        Raises:
            WorldFault: `TRANSPORT_UNREACHABLE`, also when a single name is not one of ours.
        """
        listed = self._call("GET", "names", LIST_LIMIT)
        if len(listed) > LIST_LIMIT:
            raise self._unreachable("its list of files has no end")
        names = listed.decode("ascii", "replace").splitlines()
        if any(size_limit(name) is None for name in names):
            raise self._unreachable("its answer is not a list of files")
        return tuple(sorted(set(names)))

    def get(self, name: str) -> bytes:
        """Return the bytes under the name.

        Raises:
            ValueError: when the name is not one of ours.
            Tamper: `BUNDLE_TOO_LARGE`, when it holds more than a file of this name may.
            WorldFault: `TRANSPORT_UNREACHABLE`, also when there is no such file.
        """
        limit = demand_limit(name)
        data = self._call("GET", name, limit)
        if len(data) > limit:
            raise Tamper(Code.BUNDLE_TOO_LARGE, path=name, limit=limit)
        return data

    def _call(self, method: str, name: str, limit: int, data: bytes | None = None) -> bytes:
        """Return the answer, of which no more than shows that it is too large was read."""
        try:
            return asyncio.run(self._exchange(method, self._base + name, limit, data))
        except TimeoutError as error:
            raise self._unreachable("it was too slow") from error
        except (httpx2.HTTPError, OSError) as error:
            raise self._unreachable(_in_words(error)) from error

    async def _exchange(self, method: str, url: str, limit: int, data: bytes | None) -> bytes:
        patience = self._patience
        timeout = httpx2.Timeout(patience.silence, connect=patience.connect)
        # The library's limits start again with every byte; the one around everything does not.
        async with (
            asyncio.timeout(patience.total),
            httpx2.AsyncClient(verify=self._trust, trust_env=False, timeout=timeout, headers=_HEADERS) as client,
            client.stream(method, url, content=data) as answer,
        ):
            if answer.status_code != HTTPStatus.OK:
                raise self._unreachable(_refusal(answer.status_code))
            got = bytearray()
            async for piece in answer.aiter_raw():
                got += piece
                if len(got) > limit:
                    break
            return bytes(got)

    def _unreachable(self, why: str) -> WorldFault:
        return WorldFault(Code.TRANSPORT_UNREACHABLE, place=self._place, why=why)


def _checked(address: str) -> str:
    try:
        parts = urlsplit(address)
        plain = parts.scheme == "https" and parts.hostname and parts.port != 0
        httpx2.URL(address)
        plain = plain and "@" not in parts.netloc and not parts.query and not parts.fragment and address.isascii()
    except (ValueError, httpx2.InvalidURL):
        plain = False
    if not plain or any(sign.isspace() for sign in address):
        raise Refusal(Code.ROAD_UNFIT, address=address, why="the address must look like https://centre.example:8443")
    return address.rstrip("/")


def _pinned(certificate: str, address: str) -> ssl.SSLContext:
    """Return what believes this certificate and what it signed, and nothing that the system believes."""
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    trust.minimum_version = ssl.TLSVersion.TLSv1_3
    trust.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    try:
        trust.load_verify_locations(cadata=certificate)
    except (ssl.SSLError, ValueError, TypeError) as error:  # the last, when it is not even ASCII
        why = "the certificate file holds no certificate that can be read"
        raise Refusal(Code.ROAD_UNFIT, address=address, why=why) from error
    return trust


def _refusal(status: int) -> str:
    if status in _SAID:
        return _SAID[HTTPStatus(status)]
    if status in range(300, 400):
        return "it points to another address, which is not followed"
    return f"its answer is {status}, which is not one of ours"


def _in_words(error: BaseException) -> str:
    """Return what happened, from the causes that the libraries name."""
    causes = tuple(_causes(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return _OF_CERTIFICATES.get(cause.verify_code, "its certificate is not the pinned one")
    return next(words for kind, words in _WORDS if any(isinstance(cause, kind) for cause in causes))


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
