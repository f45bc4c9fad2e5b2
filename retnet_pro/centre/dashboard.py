"""The web page of the centre: read-only, rendered here, works without scripts. Counts only, never an answer or a code.

    GET  /                     the network; ?order=site|completion|alerts|heard, ?part=2 of a long list
    GET  /sites/<site>         one site
    GET  /records              whether every record is accounted for
    GET  /login, POST /login   come in
    POST /logout               go
    GET  /style.css

It reads the numbers `counting` keeps and holds no key. A browser is told to run no scripts, load nothing from elsewhere
and show the page in no other page.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qs

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from retnet_pro.centre.allowance import Allowances, Rate
from retnet_pro.centre.overview import Order, Overview, read_overview, read_site_page
from retnet_pro.centre.page_words import FILTERS, MODES
from retnet_pro.centre.store import Store
from retnet_pro.centre.visitors import Door
from retnet_pro.errors import RetnetError
from retnet_pro.moment import Clock
from retnet_pro.study.model import Mode

COOKIE = "__Host-retnet"
"""The browser gives a cookie of this name back to this very host alone, and never without TLS."""
TRIES = Rate(burst=10, per_s=0.1)
"""Of passphrases, from everybody together. Choice of this project."""
_DIGITS = 6
_FORM_LIMIT, _FORM_S = 4096, 10.0
_HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'",
    "cross-origin-opener-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
Page = Callable[[Request, str], Awaitable[Response]]


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What stands on every page."""

    trial: str
    centre: str
    mode: Mode


class Dashboard:
    """Answers browsers. It has state for one reason: it remembers how often passphrases were tried."""

    def __init__(
        self,
        store: Store,
        about: About,
        door: Door,
        clock: Clock,
        seconds: Callable[[], float],
        note: Callable[[str], None],
    ) -> None:
        """Take where the counts are, what stands on every page, who may come in, and where a line for the log goes."""
        self._store, self._door, self._clock, self._note = store, door, clock, note
        self._tries = Allowances(TRIES, seconds)
        self._pages = Environment(
            loader=PackageLoader("retnet_pro.centre", "pages"), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip
        self._pages.globals |= {"about": about, "mode": MODES[about.mode]}
        self._pages.filters |= FILTERS

    def app(self) -> Starlette:
        """Return the server's program."""
        return Starlette(
            routes=[
                Route("/", self._inside(self._network)),
                Route("/sites/{site}", self._inside(self._site)),
                Route("/records", self._inside(self._records)),
                Route("/login", self._ask, methods=["GET"]),
                Route("/login", self._come_in, methods=["POST"]),
                Route("/logout", self._go, methods=["POST"]),
                Route("/style.css", self._style),
            ],
            exception_handlers={HTTPException: self._missing, Exception: self._failed},
        )

    def _inside(self, page: Page) -> Callable[[Request], Awaitable[Response]]:
        """Show a page to who is in; anybody else is asked to come in."""

        async def answer(request: Request) -> Response:
            try:
                name = self._door.who(request.cookies.get(COOKIE, ""))
                if name is None or not await run_in_threadpool(self._door.is_welcome, name):
                    return RedirectResponse("/login", HTTPStatus.SEE_OTHER, headers=_HEADERS)
                return await page(request, name)
            except RetnetError as fault:
                self._note(f"trouble {fault.code.value}")
                return self._html("trouble.html", HTTPStatus.SERVICE_UNAVAILABLE)

        return answer

    async def _network(self, request: Request, name: str) -> Response:
        wanted = request.query_params.get("order", "")
        order = Order(wanted) if wanted in set(Order) else Order.SITE
        read = await run_in_threadpool(read_overview, self._store, self._clock().wall, order)
        part = _part(request, read)
        return self._html(
            "network.html", who=name, here="network", overview=read, now=read.now, part=part, order=order.value
        )

    async def _records(self, request: Request, name: str) -> Response:
        read = await run_in_threadpool(read_overview, self._store, self._clock().wall)
        part = _part(request, read)
        return self._html("records.html", who=name, here="records", overview=read, now=read.now, part=part)

    async def _site(self, request: Request, name: str) -> Response:
        site = request.path_params["site"]
        page = await run_in_threadpool(read_site_page, self._store, site, self._clock().wall)
        if page is None:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        return self._html("site.html", who=name, here="site", page=page, now=page.now)

    async def _ask(self, _request: Request) -> Response:
        return self._html("login.html", said="")

    async def _come_in(self, request: Request) -> Response:
        given = await _form(request)
        name, passphrase = given.get("name", "").strip().lower(), given.get("passphrase", "")
        if not self._tries.spend("everybody"):
            self._note("login too-often")
            return self._html("login.html", HTTPStatus.TOO_MANY_REQUESTS, said="Too many tries. Wait ten seconds.")
        try:
            is_right = await run_in_threadpool(self._door.is_right, name, passphrase)
        except RetnetError as fault:
            self._note(f"trouble {fault.code.value}")
            return self._html("trouble.html", HTTPStatus.SERVICE_UNAVAILABLE)
        if not is_right:
            self._note("login refused")
            said = "Name and passphrase do not belong together. Check both and try again."
            return self._html("login.html", HTTPStatus.FORBIDDEN, said=said)
        self._note(f"login {name}")
        answer = RedirectResponse("/", HTTPStatus.SEE_OTHER, headers=_HEADERS)
        answer.set_cookie(COOKIE, self._door.let_in(name), secure=True, httponly=True, samesite="strict", path="/")
        return answer

    async def _go(self, request: Request) -> Response:
        self._door.let_out(request.cookies.get(COOKIE, ""))
        answer = RedirectResponse("/login", HTTPStatus.SEE_OTHER, headers=_HEADERS)
        answer.delete_cookie(COOKIE, secure=True, httponly=True, samesite="strict", path="/")
        return answer

    async def _style(self, _request: Request) -> Response:
        style = self._pages.get_template("style.css").render()
        return Response(style, media_type="text/css", headers={**_HEADERS, "cache-control": "max-age=600"})

    async def _missing(self, _request: Request, _error: Exception) -> Response:
        return self._html("missing.html", HTTPStatus.NOT_FOUND)

    async def _failed(self, _request: Request, error: Exception) -> Response:
        self._note(f"failed {type(error).__name__}")
        return self._html("trouble.html", HTTPStatus.INTERNAL_SERVER_ERROR)

    def _html(self, template: str, status: HTTPStatus = HTTPStatus.OK, **facts: object) -> Response:
        facts = {"who": "", "here": "", **facts}
        return HTMLResponse(self._pages.get_template(template).render(facts), status, headers=_HEADERS)


def _part(request: Request, overview: Overview) -> int:
    """Return which part of the list of sites is asked for; the first, where it is none."""
    wanted = request.query_params.get("part", "")
    is_one = wanted.isascii() and wanted.isdecimal() and len(wanted) < _DIGITS
    return int(wanted) if is_one and 0 < int(wanted) <= overview.parts else 1


async def _form(request: Request) -> Mapping[str, str]:
    """Return the fields of a small form; of one that is larger or slower than a person's, none."""
    got = bytearray()
    try:
        async with asyncio.timeout(_FORM_S):
            async for piece in request.stream():
                got += piece
                if len(got) > _FORM_LIMIT:
                    return {}
    except TimeoutError:
        return {}
    fields = parse_qs(bytes(got).decode("utf-8", "replace"), max_num_fields=8)
    return {name: values[0] for name, values in fields.items()}
