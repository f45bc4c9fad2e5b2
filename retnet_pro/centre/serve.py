"""The centre on the network: what tablets may ask, how large, how long and how often; everything else is refused.

    PUT  /v1/tablets/<fingerprint>/<id>.age.sig   first the signature
    PUT  /v1/tablets/<fingerprint>/<id>.age       then the bundle; the answer is its SHA-256
    PUT  /v1/tablets/<fingerprint>/<id>.letter.sig, <id>.letter   a letter to the other tablets of its site, alike
    GET  /v1/tablets/<fingerprint>/names          receipts, packs and letters for the tablet's site, one name a line
    GET  /v1/tablets/<fingerprint>/<name>         one of them
    GET  /health, /metrics                        for this machine only

A refusal is one short sentence. The log names tablets and bundles by the first digits of their hashes and nobody's
address.
"""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from retnet_pro.bundle.naming import bundle_of, letter_of, size_limit
from retnet_pro.centre.allowance import Allowances, Rate
from retnet_pro.centre.reception import Outcome, Reception, Reply
from retnet_pro.centre.tally import Tally
from retnet_pro.errors import RetnetError

_TABLET = re.compile(r"[0-9a-f]{64}")
_STRANGERS = "strangers"
"""Whoever is not an enrolled tablet shares one allowance."""
_HERE = frozenset({"127.0.0.1", "::1"})
_DIGITS = 12
_HEADERS = {"cache-control": "no-store", "x-content-type-options": "nosniff"}
_REFUSALS = {
    Outcome.STRANGER: (HTTPStatus.FORBIDDEN, "This tablet is not enrolled at this centre."),
    Outcome.CLOSED: (HTTPStatus.FORBIDDEN, "This tablet was closed at this centre."),
    Outcome.UNSIGNED: (HTTPStatus.CONFLICT, "Send the signature first."),
    Outcome.NOT_GENUINE: (HTTPStatus.UNPROCESSABLE_ENTITY, "The signature is not genuine."),
    Outcome.MISSING: (HTTPStatus.NOT_FOUND, "There is no such file."),
}
TABLET_RATE, STRANGERS_RATE = Rate(burst=1000, per_s=5), Rate(burst=60, per_s=1)
_TROUBLE = "The centre cannot take this in now."


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one server bears. Choice of this project."""

    tablet: Rate = TABLET_RATE
    """For each enrolled tablet."""
    strangers: Rate = STRANGERS_RATE
    """For all others together."""
    body_s: float = 300
    """Seconds in which the body of a request must be here."""


class _Refused(Exception):
    """A request is refused before the reception is asked."""

    def __init__(self, status: HTTPStatus, sentence: str) -> None:
        super().__init__(status, sentence)
        self.status, self.sentence = status, sentence


class Counter:
    """Where requests come in; reads each within its limits and lets the reception answer."""

    def __init__(
        self, reception: Reception, limits: Limits, seconds: Callable[[], float], note: Callable[[str], None]
    ) -> None:
        """Take who answers, the limits, what tells the seconds, and where a line for the log goes."""
        self._reception, self._limits, self._seconds, self._note = reception, limits, seconds, note
        self._tablets = Allowances(limits.tablet, seconds)
        self._strangers = Allowances(limits.strangers, seconds)
        self.tally = Tally()

    async def tablet(self, request: Request) -> Response:
        """Answer one request about one file, or about the list of them."""
        began, received = self._seconds(), 0
        asked, outcome = "nothing", "refused"
        tablet, name = request.path_params["tablet"], request.path_params["name"]
        try:
            asked = _asked(request.method, tablet, name)
            self._demand_allowance(tablet)
            data = await self._body(request, size_limit(name) or 0) if request.method == "PUT" else b""
            received = len(data)
            reply = await run_in_threadpool(self._answer, asked, tablet, name, data)
            outcome = reply.outcome.value
            return _response(reply)
        except _Refused as refused:
            outcome = refused.status.phrase.lower().replace(" ", "-")
            return _sentence(refused.status, refused.sentence)
        except RetnetError as fault:
            outcome = fault.code.value
            return _sentence(HTTPStatus.SERVICE_UNAVAILABLE, _TROUBLE)
        except ClientDisconnect:
            outcome = "left"
            return Response(status_code=HTTPStatus.BAD_REQUEST)  # nobody reads it
        finally:
            self.tally.note(asked=asked, outcome=outcome, received=received, seconds=self._seconds() - began)
            whose = f"tablet={tablet[:_DIGITS]} file={name[:_DIGITS]}" if asked != "nothing" else "-"
            self._note(f"{asked} {outcome} {whose} bytes={received}")

    async def health(self, request: Request) -> Response:
        """Say whether this server can take bundles in."""
        _demand_here(request)
        is_well = await run_in_threadpool(self._reception.is_well)
        return _sentence(HTTPStatus.OK, "ok") if is_well else _sentence(HTTPStatus.SERVICE_UNAVAILABLE, _TROUBLE)

    async def metrics(self, request: Request) -> Response:
        """Return what was counted."""
        _demand_here(request)
        try:
            counted = await run_in_threadpool(self._reception.counts)
        except RetnetError:
            return _sentence(HTTPStatus.SERVICE_UNAVAILABLE, _TROUBLE)
        return PlainTextResponse(self.tally.text(**counted), media_type="text/plain; version=0.0.4")

    def _demand_allowance(self, tablet: str) -> None:
        """Let a request pass, or not; before the first one of a tablet was answered it is a stranger like any other."""
        met = self._reception.has_met(tablet)
        if not (self._tablets.spend(tablet) if met else self._strangers.spend(_STRANGERS)):
            raise _Refused(HTTPStatus.TOO_MANY_REQUESTS, "Ask again later.")

    async def _body(self, request: Request, limit: int) -> bytes:
        got = bytearray()
        try:
            async with asyncio.timeout(self._limits.body_s):
                async for piece in request.stream():
                    got += piece
                    if len(got) > limit:
                        raise _Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"A file of this name has {limit} bytes.")
        except TimeoutError as error:
            raise _Refused(HTTPStatus.REQUEST_TIMEOUT, "It took too long.") from error
        return bytes(got)

    def _answer(self, asked: str, tablet: str, name: str, data: bytes) -> Reply:
        match asked:
            case "put-signature":
                return self._reception.take_signature(tablet, data)
            case "put-bundle":
                bundle = bundle_of(name)
                assert bundle is not None, name
                return self._reception.take_bundle(tablet, bundle, data)
            case "put-letter":
                letter = letter_of(name)
                assert letter is not None, name
                return self._reception.take_letter(tablet, letter, data)
            case "list":
                return self._reception.names(tablet)
        return self._reception.file(tablet, name)


def make_app(
    reception: Reception, *, limits: Limits, seconds: Callable[[], float], note: Callable[[str], None]
) -> Starlette:
    """Return the server's program; `note` gets one line for each request."""
    counter = Counter(reception, limits, seconds, note)
    return Starlette(
        routes=[
            Route("/v1/tablets/{tablet}/{name}", counter.tablet, methods=["GET", "PUT"]),
            Route("/health", counter.health, methods=["GET"]),
            Route("/metrics", counter.metrics, methods=["GET"]),
        ],
        exception_handlers={HTTPException: _refuse, Exception: partial(_failed, note)},
    )


def _asked(method: str, tablet: str, name: str) -> str:
    """Return what a request is about, in one of our words."""
    kind = name.partition(".")[2]
    word = {
        ("PUT", "age.sig"): "put-signature",
        ("PUT", "age"): "put-bundle",
        ("PUT", "letter.sig"): "put-signature",
        ("PUT", "letter"): "put-letter",
        ("GET", "letter.sig"): "get-letter",
        ("GET", "letter"): "get-letter",
        ("GET", "receipt"): "get-receipt",
        ("GET", "pack"): "get-pack",
    }.get((method, kind))
    if (method, name) == ("GET", "names"):
        word = "list"
    elif size_limit(name) is None:
        word = None
    if word is None or not _TABLET.fullmatch(tablet):
        raise _Refused(HTTPStatus.NOT_FOUND, "There is nothing here.")
    return word


def _demand_here(request: Request) -> None:
    if request.client is None or request.client.host not in _HERE:
        raise HTTPException(HTTPStatus.NOT_FOUND)


def _response(reply: Reply) -> Response:
    if reply.outcome in _REFUSALS:
        return _sentence(*_REFUSALS[reply.outcome])
    return Response(reply.body, media_type="application/octet-stream", headers=_HEADERS)


def _sentence(status: HTTPStatus, sentence: str) -> Response:
    return PlainTextResponse(f"{sentence}\n", status, headers=_HEADERS)


async def _refuse(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _sentence(HTTPStatus(error.status_code), "There is nothing here.")


async def _failed(note: Callable[[str], None], _request: Request, error: Exception) -> Response:
    note(f"failed {type(error).__name__}")
    return _sentence(HTTPStatus.INTERNAL_SERVER_ERROR, "Something went wrong here.")
