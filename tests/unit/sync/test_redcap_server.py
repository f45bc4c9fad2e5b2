"""The road to a REDCap server: TLS or this machine, a token that appears nowhere, failures in plain words."""

import pytest

from retnet_pro.errors import Code, Refusal, RetnetError, WorldFault
from retnet_pro.phrases import sentence
from retnet_pro.sync.patience import Patience
from retnet_pro.sync.redcap_server import RedcapServer
from tests.redcap_standin import TOKEN, RedcapProject, running
from tests.roads import Authority, ScriptedServer, answer

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
