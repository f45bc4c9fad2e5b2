"""HTTPS as a road: only the pinned certificate is believed, no answer holds the tablet up or makes it read more."""

import gzip
import hashlib
import ssl
import threading
from datetime import timedelta

import pytest

from retnet_pro.bundle.fingerprint import hex_fingerprint
from retnet_pro.bundle.naming import RECEIPT_LIMIT, SIGNATURE_LIMIT, BundleId, bundle_file, receipt_file, signature_file
from retnet_pro.errors import Code, Refusal, Tamper, WorldFault
from retnet_pro.phrases import sentence
from retnet_pro.sync import https as https_module
from retnet_pro.sync.https import HttpsTransport
from retnet_pro.sync.patience import Patience
from tests.roads import Authority, ScriptedServer, answer

PUBLIC = bytes(range(32))
BUNDLE, RECEIPT = bundle_file(BundleId("a" * 64)), receipt_file(BundleId("b" * 64))
CONFIRMED = answer(hashlib.sha256(b"sealed").hexdigest().encode())
SHORT = Patience(connect=5, silence=0.2, total=5)
pytestmark = pytest.mark.rule("T13")


@pytest.fixture(scope="module")
def authority():
    return Authority()


@pytest.fixture(scope="module")
def files(authority, tmp_path_factory):
    return authority.server(tmp_path_factory.mktemp("server"))


@pytest.fixture
def server(files):
    with ScriptedServer(files.context()) as running:
        yield running


@pytest.fixture
def road(server, authority):
    return HttpsTransport(server.address, authority.pem, PUBLIC)


def why(act, *words) -> str:
    """Return why the place could not be reached; the sentence tells it."""
    with pytest.raises(WorldFault) as caught:
        act(*words)
    assert caught.value.code is Code.TRANSPORT_UNREACHABLE
    assert str(caught.value.facts["why"]) in sentence(caught.value)
    return str(caught.value.facts["why"])


@pytest.mark.rule("P72")
def test_what_is_put_is_said_by_its_name_and_confirmed_by_its_hash(road, server):
    server.says(CONFIRMED)
    road.put(BUNDLE, b"sealed")
    road.put(BUNDLE, b"sealed")
    first, again = server.asked
    assert first.line == f"PUT /v1/tablets/{hex_fingerprint(PUBLIC)}/{BUNDLE} HTTP/1.1"
    assert (first.body, again) == (b"sealed", first)
    assert set(first.headers) <= {"host", "accept", "accept-encoding", "connection", "user-agent", "content-length"}


@pytest.mark.rule("P72")
def test_an_answer_that_does_not_confirm_what_was_sent_is_no_success(road, server):
    for body in (b"", b"ok", hashlib.sha256(b"other").hexdigest().encode(), bytes(5000)):
        server.says(answer(body))
        assert why(road.put, BUNDLE, b"sealed") == "it did not confirm what was sent"


@pytest.mark.rule("T12")
def test_names_are_ours_or_none_is_believed(road, server):
    server.says(answer(f"{RECEIPT}\n{BUNDLE}\n{RECEIPT}\n".encode()))
    assert road.names() == (BUNDLE, RECEIPT)
    server.says(answer())
    assert road.names() == ()
    for body in (b"<html>", f"{RECEIPT}\n../{RECEIPT}\n".encode(), f"{RECEIPT}\n\n".encode(), b"\xff\xfe"):
        server.says(answer(body))
        assert "not a list of files" in why(road.names)


def test_bytes_are_given_back_as_they_came_even_where_a_packing_is_claimed(road, server):
    packed = gzip.compress(bytes(1_000_000))
    server.says(answer(packed, "200 OK", "content-encoding: gzip"))
    assert road.get(RECEIPT) == packed
    assert server.asked[0].headers["accept-encoding"] == "identity"


@pytest.mark.rule("T12")
def test_a_file_larger_than_its_kind_may_be_is_refused(road, server, monkeypatch):
    name = signature_file(BundleId("a" * 64))
    server.says(answer(bytes(SIGNATURE_LIMIT + 1)))
    with pytest.raises(Tamper) as caught:
        road.get(name)
    assert caught.value.code is Code.BUNDLE_TOO_LARGE
    with pytest.raises(ValueError):
        road.put(name, bytes(SIGNATURE_LIMIT + 1))
    monkeypatch.setattr(https_module, "LIST_LIMIT", 100)
    server.says(answer(f"{RECEIPT}\n".encode() * 2))
    assert "no end" in why(road.names)


@pytest.mark.rule("T12")
@pytest.mark.parametrize("name", ["notes.txt", "../" + BUNDLE, BUNDLE.upper(), "", "names"])
def test_names_that_are_not_ours_are_never_asked_for(road, server, name):
    with pytest.raises(ValueError):
        road.put(name, b"")
    with pytest.raises(ValueError):
        road.get(name)
    assert server.asked == []


def test_an_answer_without_end_is_read_no_further_than_shows_it(road, server):
    sent = []
    over = threading.Event()

    def endless(line, asked):
        line.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n")
        try:
            while True:
                line.sendall(bytes(65536))
                sent.append(65536)
        finally:
            over.set()

    server.script = endless
    with pytest.raises(Tamper):
        road.get(RECEIPT)
    assert over.wait(10)
    assert sum(sent) < 2 * RECEIPT_LIMIT


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("403 Forbidden", "does not know this tablet"),
        ("404 Not Found", "no such file"),
        ("409 Conflict", "lacks the signature"),
        ("413 Content Too Large", "no file of this size"),
        ("422 Unprocessable Content", "not genuine"),
        ("429 Too Many Requests", "wait a while"),
        ("503 Service Unavailable", "not ready"),
        ("500 Internal Server Error", "its answer is 500"),
        ("418 A Teapot", "its answer is 418"),
    ],
)
def test_a_refusal_is_told_in_our_words_never_in_those_of_the_other_end(road, server, status, said):
    server.says(answer(b"call 0800 555 now", status))
    reason = why(road.get, RECEIPT)
    assert said in reason
    assert "0800" not in reason


def test_no_redirect_is_followed(road, server, files):
    with ScriptedServer(files.context()) as elsewhere:
        server.says(answer(b"", "302 Found", f"location: {elsewhere.address}/x"))
        assert "not followed" in why(road.get, RECEIPT)
        assert elsewhere.asked == []


def test_no_proxy_and_no_trust_of_the_environment_is_used(road, server, authority, monkeypatch, tmp_path):
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    server.says(CONFIRMED)
    road.put(BUNDLE, b"sealed")
    believed = tmp_path / "believed.pem"
    believed.write_text(authority.pem)
    monkeypatch.setenv("SSL_CERT_FILE", str(believed))
    assert "not the pinned one" in why(HttpsTransport(server.address, Authority().pem, PUBLIC).names)


@pytest.mark.parametrize(
    ("address", "since", "said"),
    [
        ("127.0.0.1", timedelta(days=-9), "its certificate has ended"),
        ("127.0.0.1", timedelta(days=9), "not valid yet"),
        ("192.0.2.1", timedelta(days=-1), "for another address"),
    ],
)
def test_a_certificate_must_be_of_today_and_of_this_address(authority, tmp_path, address, since, said):
    with ScriptedServer(authority.server(tmp_path, address, since).context()) as wrong:
        assert said in why(HttpsTransport(wrong.address, authority.pem, PUBLIC).put, BUNDLE, b"sealed")
        assert wrong.asked == []


def test_a_certificate_of_another_authority_gets_not_a_byte(server, tmp_path):
    stranger = HttpsTransport(server.address, Authority().pem, PUBLIC)
    assert why(stranger.put, BUNDLE, b"sealed") == "its certificate is not the pinned one"
    assert server.asked == []


def test_the_certificate_of_the_server_itself_can_be_pinned(server, files):
    server.says(CONFIRMED)
    HttpsTransport(server.address, files.pem, PUBLIC).put(BUNDLE, b"sealed")
    assert len(server.asked) == 1


def test_less_than_tls_1_3_is_refused(files, authority):
    with ScriptedServer(files.context(ssl.TLSVersion.TLSv1_2)) as old:
        assert "not TLS 1.3" in why(HttpsTransport(old.address, authority.pem, PUBLIC).names)
        assert old.asked == []


def test_silence_and_dribbling_end_after_the_time_given(server, authority):
    over = threading.Event()
    server.script = lambda line, asked: over.wait(10)
    assert why(HttpsTransport(server.address, authority.pem, PUBLIC, SHORT).names) == "it was too slow"
    over.set()

    def dribble(line, asked):
        line.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n")
        for _ in range(150):  # and leaves, should the tablet still be there
            if left.wait(0.02):
                return
            line.sendall(b"a")

    left = threading.Event()
    server.script = dribble
    patience = Patience(connect=5, silence=5, total=0.4)
    assert why(HttpsTransport(server.address, authority.pem, PUBLIC, patience).names) == "it was too slow"
    left.set()


def test_an_answer_cut_off_is_no_answer(road, server):
    for cut in (b"", b"HTTP/1.1 2", CONFIRMED[:-1], b"\x00" * 300 + b"\r\n\r\n", b"SSH-2.0-other\r\n\r\n"):
        server.says(cut)
        assert why(road.put, BUNDLE, b"sealed") == "its answer was cut off or makes no sense"


def test_nobody_there_and_no_such_name_are_told_apart(authority, files):
    with ScriptedServer(files.context()) as gone:
        address = gone.address
    assert why(HttpsTransport(address, authority.pem, PUBLIC).names) == "it refuses connections"
    assert "cannot be found" in why(HttpsTransport("https://nowhere.invalid", authority.pem, PUBLIC).names)


@pytest.mark.parametrize(
    "address",
    [
        "http://centre.example", "centre.example", "https://", "https://a@centre.example", "https://centre.example/?x",
        "https://centre.example/#x", "https://centre.example:0", "https://centre.example:99999", "https://[::1", "",
        "https://centre .example", "https://c\u00e9ntre.example", "file:///etc/passwd",
    ],
)  # fmt: skip
def test_an_address_that_is_not_plain_https_is_refused(authority, address):
    with pytest.raises(Refusal) as caught:
        HttpsTransport(address, authority.pem, PUBLIC)
    assert caught.value.code is Code.ROAD_UNFIT
    assert "https://centre.example:8443" in sentence(caught.value)


@pytest.mark.parametrize(
    "text", ["", "no certificate", "\ufffd" * 9, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"]
)
def test_a_file_without_a_certificate_is_refused(text):
    with pytest.raises(Refusal) as caught:
        HttpsTransport("https://centre.example", text, PUBLIC)
    assert caught.value.code is Code.ROAD_UNFIT
