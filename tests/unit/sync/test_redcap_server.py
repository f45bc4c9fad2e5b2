"""The road to a REDCap server: TLS or this machine, a token that appears nowhere, failures in plain words."""

import logging

import pytest
from click.testing import CliRunner

from retnet_pro.cli.redcap import send_redcap
from retnet_pro.errors import Code, Refusal, RetnetError, WorldFault
from retnet_pro.phrases import sentence
from retnet_pro.sync.patience import Patience
from retnet_pro.sync.redcap_server import RedcapServer
from tests.redcap_standin import TOKEN, RedcapProject, running
from tests.roads import DAY, Authority, ScriptedServer, answer

SHORT = Patience(connect=5, silence=0.2, total=5)
ASK = {"content": "version"}


@pytest.fixture(scope="module")
def authority():
    return Authority()


@pytest.fixture
def server(authority, tmp_path):
    with ScriptedServer(authority.server(tmp_path).context()) as running_one:
        yield running_one


@pytest.mark.rule("T13")
@pytest.mark.parametrize(
    "address",
    [
        "http://redcap.example/api/", "http://127.0.0.1.example/api/", "ftp://127.0.0.1/", "https://",
        "https://user:word@redcap.example/api/", "https://redcap.example/api/?token=1", "https://redcap.example/ api",
        "https://redcap.example:0/", "",
    ],
)  # fmt: skip
def test_an_address_without_tls_is_refused_but_on_this_machine(address):
    with pytest.raises(Refusal) as caught:
        RedcapServer(address, TOKEN)
    assert caught.value.code is Code.REDCAP_UNFIT
    RedcapServer("http://localhost:8080/api/", TOKEN)
    RedcapServer("http://[::1]/api/", TOKEN)


@pytest.mark.parametrize("token", ["", "two words", "tok\n", "é"])
def test_a_token_that_is_none_is_refused_and_not_shown(token):
    with pytest.raises(Refusal) as caught:
        RedcapServer("https://redcap.example/api/", token)
    assert not token.strip() or token not in sentence(caught.value)


@pytest.mark.rule("T13")
def test_a_certificate_the_system_does_not_know_is_refused_before_the_token_goes_out(server, authority):
    with pytest.raises(WorldFault) as caught:
        RedcapServer(server.address, TOKEN).post(ASK)
    assert "--certificate" in str(caught.value.facts["why"])
    assert server.asked == []
    server.says(answer(b"14.5.5"))
    assert RedcapServer(server.address, TOKEN, authority.pem).post(ASK) == b"14.5.5"
    with pytest.raises(Refusal):
        RedcapServer(server.address, TOKEN, "no certificate")


def everything(error: BaseException | None) -> str:
    """What a log of the failure with its causes would show."""
    said = ""
    while error is not None:
        said += repr(error) + (sentence(error) if isinstance(error, RetnetError) else "")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return said


def test_a_wrong_token_is_said_and_no_token_is_shown():
    with running(RedcapProject([[]])) as address, pytest.raises(Refusal) as caught:
        RedcapServer(address, "WRONG1", patience=SHORT).post(ASK)
    assert "token is not valid" in str(caught.value.facts["why"]) and "WRONG1" not in everything(caught.value)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (b"HTTP/1.1 302 Found\r\nLocation: https://elsewhere.example/\r\nContent-Length: 0\r\n\r\n", "302"),
        (b"HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n", "500"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx", "cut off"),
        (b"nonsense\r\n\r\n", "cut off"),
    ],
)
def test_what_goes_wrong_is_said_in_plain_words(server, authority, said, why):
    server.says(said)
    with pytest.raises(WorldFault) as caught:
        RedcapServer(server.address, TOKEN, authority.pem, SHORT).post(ASK)
    assert why in str(caught.value.facts["why"]) and TOKEN not in everything(caught.value)


def test_a_server_that_says_nothing_is_not_waited_for(server, authority):
    server.script = lambda line, asked: line.recv(1)
    with pytest.raises(WorldFault) as caught:
        RedcapServer(server.address, TOKEN, authority.pem, SHORT).post(ASK)
    assert caught.value.facts["why"] == "it was too slow"


@pytest.mark.rule("T13")
@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See", "307 Other", "308 Other"])
def test_a_server_that_sends_us_elsewhere_does_not_get_the_token_there(server, authority, tmp_path, status):
    with ScriptedServer(authority.server(tmp_path / "other").context()) as other:
        server.says(answer(b"", status, f"location: {other.address}/api/"))
        with pytest.raises(WorldFault) as caught:
            RedcapServer(server.address, TOKEN, authority.pem, SHORT).post(ASK)
        assert status[:3] in str(caught.value.facts["why"])
        assert other.asked == []
    assert len(server.asked) == 1, "nothing is asked again by itself"


@pytest.mark.rule("T13")
@pytest.mark.parametrize("more", [{"address": "127.0.0.2"}, {"since": -4 * DAY}], ids=["of another host", "expired"])
def test_a_certificate_that_does_not_fit_is_refused_although_its_signer_is_known(authority, tmp_path, more):
    with ScriptedServer(authority.server(tmp_path, **more).context()) as server:
        with pytest.raises(WorldFault) as caught:
            RedcapServer(server.address, TOKEN, authority.pem, SHORT).post(ASK)
        assert "not one that is trusted" in str(caught.value.facts["why"])
        assert server.asked == []


def test_a_request_has_one_end_however_the_server_drags_it_out(server, authority):
    server.script = lambda line, asked: line.recv(1)
    with pytest.raises(WorldFault) as caught:
        RedcapServer(server.address, TOKEN, authority.pem, Patience(connect=5, silence=60, total=0.2)).post(ASK)
    assert caught.value.facts["why"] == "it was too slow"
    assert len(server.asked) == 1


def test_an_answer_without_end_is_not_read_to_its_end(server, authority, monkeypatch):
    monkeypatch.setattr("retnet_pro.sync.redcap_server.ANSWER_LIMIT", 1000)
    server.says(answer(b"x" * 5000))
    with pytest.raises(WorldFault) as caught:
        RedcapServer(server.address, TOKEN, authority.pem, SHORT).post(ASK)
    assert caught.value.facts["why"] == "its answer has no end"


@pytest.mark.rule("T13")
def test_not_even_the_most_talkative_log_has_the_token_or_an_answer(server, authority, caplog):
    caplog.set_level(logging.DEBUG)
    road = RedcapServer(server.address, TOKEN, authority.pem, SHORT)
    server.says(answer(b"14.5.5"), answer(b"", "403 No"))
    road.post({**ASK, "data": "an answer of somebody"})
    with pytest.raises(Refusal):
        road.post(ASK)
    assert TOKEN.encode() in server.asked[0].body and TOKEN not in server.asked[0].line
    assert caplog.records, "the libraries below do speak at this level"
    assert TOKEN not in caplog.text and "of somebody" not in caplog.text and TOKEN not in repr(road)


def test_a_token_that_is_typed_in_is_not_echoed(monkeypatch):
    monkeypatch.delenv("RETNET_PRO_REDCAP_TOKEN", raising=False)
    done = CliRunner().invoke(send_redcap, ["nowhere", "--to", "http://redcap.example/api/"], input=f"{TOKEN}\n")
    assert isinstance(done.exception, Refusal) and "https://" in sentence(done.exception)
    assert "Token of the REDCap project" in done.output and TOKEN not in done.output + everything(done.exception)
