"""Requests to the API of a REDCap server, over TLS unless it is on this very machine.

The token is in the body of a request and nowhere else: not in an address, a log line or a failure. A certificate is
believed as the system believes it, or when it is the one that was handed in or is signed by it. No redirect is
followed, so that the token goes to nobody else, and no word of the server is shown: it may repeat an answer.
"""

import asyncio
import ipaddress
import ssl
from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import urlsplit

import httpx2

from retnet_pro.errors import Code, Refusal, WorldFault
from retnet_pro.sync.patience import Patience

ANSWER_LIMIT = 64 * 1024 * 1024
"""Largest answer in bytes that is read."""
_SAID = {
    HTTPStatus.BAD_REQUEST: "it refused what was sent as not fitting its project",
    HTTPStatus.UNAUTHORIZED: "it does not know the token",
    HTTPStatus.FORBIDDEN: "the token is not valid there, or may not do this",
    HTTPStatus.NOT_FOUND: "there is no API at this address; it ends with /api/",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "it takes in no request of this size",
}


class RedcapServer:
    """Sends requests with a token to one address. Never prints the token."""

    def __init__(
        self, address: str, token: str, certificate: str | None = None, patience: Patience | None = None
    ) -> None:
        """Take the address of the API, the token of the project and, where the system does not know it, a certificate.

        Raises:
            Refusal: `REDCAP_UNFIT`, when the address is not ``https://`` and not on this machine, the token is none
                or the certificate cannot be read.
        """
        self._address, self._place = _checked(address)
        if not token.isascii() or not token.isalnum():
            raise Refusal(Code.REDCAP_UNFIT, why="the token is not one of letters and digits")
        self._token = token
        self._trust = _trust(certificate)
        self._patience = patience or Patience()

    def post(self, fields: Mapping[str, str]) -> bytes:
        """Send a request and return the answer.

        Raises:
            Refusal: `REDCAP_UNFIT`, when the server refuses it.
            WorldFault: `TRANSPORT_UNREACHABLE`; it may have been done all the same, and can be repeated.
        """
        try:
            status, said = asyncio.run(self._exchange(fields))
        except (TimeoutError, httpx2.TimeoutException):
            raise self._unreachable("it was too slow") from None
        except (httpx2.HTTPError, OSError) as error:
            raise self._unreachable(_in_words(error)) from None  # what the library holds includes the token
        if status in _SAID:
            raise Refusal(Code.REDCAP_UNFIT, why=_SAID[HTTPStatus(status)])
        if status != HTTPStatus.OK:
            raise self._unreachable(f"its answer is {status}")
        return said

    async def _exchange(self, fields: Mapping[str, str]) -> tuple[int, bytes]:
        patience = self._patience
        timeout = httpx2.Timeout(patience.silence, connect=patience.connect)
        async with (
            asyncio.timeout(patience.total),
            httpx2.AsyncClient(verify=self._trust, trust_env=False, timeout=timeout) as client,
            client.stream("POST", self._address, data={**fields, "token": self._token}) as answer,
        ):
            got = bytearray()
            async for piece in answer.aiter_bytes():
                got += piece
                if len(got) > ANSWER_LIMIT:
                    raise self._unreachable("its answer has no end")
            return answer.status_code, bytes(got)

    def _unreachable(self, why: str) -> WorldFault:
        return WorldFault(Code.TRANSPORT_UNREACHABLE, place=self._place, why=why)


def _checked(address: str) -> tuple[str, str]:
    try:
        parts = urlsplit(address)
        httpx2.URL(address)
        is_safe = parts.scheme == "https" or (parts.scheme == "http" and _is_this_machine(parts.hostname or ""))
        is_plain = parts.hostname and parts.port != 0 and "@" not in parts.netloc and not parts.query
        fits = bool(is_safe and is_plain and not parts.fragment and address.isascii())
    except (ValueError, httpx2.InvalidURL):
        fits = False
    if not fits or any(sign.isspace() for sign in address):
        raise Refusal(Code.REDCAP_UNFIT, why="the address must look like https://redcap.example/api/")
    return address, parts.netloc


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _trust(certificate: str | None) -> ssl.SSLContext:
    trust = ssl.create_default_context()
    trust.minimum_version = ssl.TLSVersion.TLSv1_2
    if certificate is not None:
        trust.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
        try:
            trust.load_verify_locations(cadata=certificate)
        except (ssl.SSLError, ValueError, TypeError) as error:
            raise Refusal(Code.REDCAP_UNFIT, why="the certificate file holds no certificate") from error
    return trust


def _in_words(error: BaseException) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return "its certificate is not one that is trusted here; hand it in with --certificate"
        if isinstance(cause, ssl.SSLError):
            return "what it sent is not TLS 1.2 or later"
        cause = cause.__cause__ or cause.__context__
    return "the connection failed or was cut off"
