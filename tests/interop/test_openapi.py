"""The description of the centre's interface is valid OpenAPI and says what the server does: no more, no less."""

import re
from pathlib import Path

import pytest
import yaml
from openapi_spec_validator import OpenAPIV31SpecValidator
from starlette.testclient import TestClient

from retnet_pro.bundle.fingerprint import hex_fingerprint
from retnet_pro.centre.allowance import Rate
from retnet_pro.centre.reception import Reception
from retnet_pro.centre.serve import Limits, make_app
from retnet_pro.moment import Moment
from tests.unit.centre.conftest import NOW, Bench

DOCUMENT = yaml.safe_load(
    (Path(__file__).resolve().parents[2] / "packaging" / "docs" / "openapi.yaml").read_text(encoding="utf-8")
)
FREE = Rate(burst=1000, per_s=1)


@pytest.fixture
def centre(tmp_path):
    bench = Bench(tmp_path / "centre")
    yield bench
    bench.store.close()


def server(bench, limits=None, client="127.0.0.1"):
    reception = Reception(bench.centre, bench.store, bench.drop, lambda: Moment(NOW, 0, "boot"))
    limits = limits or Limits(tablet=FREE, strangers=FREE)
    app = make_app(reception, limits=limits, seconds=lambda: 0.0, note=lambda _line: None)
    return app, TestClient(app, client=(client, 4), raise_server_exceptions=False)


def test_the_description_is_valid_openapi():
    assert [error.message for error in OpenAPIV31SpecValidator(DOCUMENT).iter_errors()] == []


def test_every_route_is_described_and_nothing_else(centre):
    app, _ = server(centre)
    served = {(route.path, method.lower()) for route in app.routes for method in route.methods - {"HEAD"}}
    described = {
        (path, verb) for path, verbs in DOCUMENT["paths"].items() for verb in verbs if verb in ("get", "put", "post")
    }
    assert served == described


def test_every_answer_is_one_that_is_described(centre):
    tablet, stranger = centre.tablet(), centre.tablet("tab-2", b"u" * 32, enrolled=False)
    closed = centre.tablet("tab-3", b"v" * 32)
    for one in (tablet, stranger, closed):
        one.session("ses-1")
    with centre.store.writing() as ledger:
        ledger.revoke(closed.dev, NOW.isoformat())
    _, web = server(centre)
    _, far = server(centre, client="192.0.2.1")
    _, poor = server(centre, limits=Limits(tablet=Rate(burst=0, per_s=0), strangers=Rate(burst=0, per_s=0)))
    seen = set()

    def ask(who, verb, path, data=b""):
        got = who.request(verb, path, content=data) if verb == "put" else who.request(verb, path)
        pattern = next(known for known in DOCUMENT["paths"] if matches(known, path))
        assert str(got.status_code) in DOCUMENT["paths"][pattern][verb]["responses"], (verb, path, got.status_code)
        seen.add((verb, got.status_code))
        return got

    for one in (tablet, stranger, closed):
        address = f"/v1/tablets/{hex_fingerprint(one.key.public)}"
        bundle = centre.bundle(one)
        files = dict(bundle.files)
        ask(web, "put", f"{address}/{bundle.id}.age", files[f"{bundle.id}.age"])
        ask(web, "put", f"{address}/{bundle.id}.age.sig", b"no signature")
        ask(web, "put", f"{address}/{bundle.id}.age.sig", files[f"{bundle.id}.age.sig"])
        ask(web, "put", f"{address}/{bundle.id}.age", b"other bytes")
        ask(web, "put", f"{address}/{bundle.id}.age", files[f"{bundle.id}.age"])
        ask(web, "put", f"{address}/{bundle.id}.receipt", b"receipts are not handed in")
        ask(web, "put", f"{address}/{bundle.id}.age.sig", b"x" * 100_000)
        ask(web, "get", f"{address}/names")
        ask(web, "get", f"{address}/{'0' * 64}.receipt")
        ask(poor, "get", f"{address}/names")
        ask(poor, "put", f"{address}/{bundle.id}.age", b"")
    for path in ("/health", "/metrics"):
        ask(web, "get", path)
        ask(far, "get", path)
    assert seen >= {("put", code) for code in (200, 403, 404, 409, 413, 422, 429)}
    assert seen >= {("get", code) for code in (200, 403, 404, 429)}


def matches(known, path):
    return re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", known), path) is not None
