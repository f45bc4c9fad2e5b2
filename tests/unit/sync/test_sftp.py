"""SFTP as a road, at a real OpenSSH server: only the pinned host key is believed, a file is there whole or not."""

import os
import stat
from pathlib import Path

import pytest

from retnet_pro.bundle.naming import SIGNATURE_LIMIT, BundleId, bundle_file, receipt_file, signature_file
from retnet_pro.errors import Code, Refusal, Tamper, WorldFault
from retnet_pro.phrases import sentence
from retnet_pro.sync.patience import Patience
from retnet_pro.sync.sftp import SftpTransport
from retnet_pro.vault.login_key import login_key
from tests.drop_server import CutWire, DropServer, make_host_key, needs_sshd

KEY = login_key(bytes(range(32)))
OTHER = login_key(bytes(32))
BUNDLE, RECEIPT = bundle_file(BundleId("a" * 64)), receipt_file(BundleId("b" * 64))
SHORT = Patience(connect=5, silence=5, total=20)
LARGE = os.urandom(200_000)
pytestmark = [needs_sshd, pytest.mark.rule("T13")]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with DropServer(tmp_path_factory.mktemp("sshd"), KEY.public) as running:
        yield running


@pytest.fixture
def drop(server) -> Path:
    for left in server.drop.iterdir():
        left.unlink()
    return server.drop


@pytest.fixture
def road(server, drop) -> SftpTransport:
    return SftpTransport(server.address(), server.host_key, KEY.private, SHORT)


def why(act, *words) -> str:
    """Return why the place could not be reached; the sentence tells it."""
    with pytest.raises(WorldFault) as caught:
        act(*words)
    assert caught.value.code is Code.TRANSPORT_UNREACHABLE
    assert str(caught.value.facts["why"]) in sentence(caught.value)
    return str(caught.value.facts["why"])


@pytest.mark.rule("P72", "T8")
def test_what_is_put_lies_there_whole_and_once(road, drop) -> None:
    road.put(BUNDLE, LARGE)
    road.put(BUNDLE, LARGE)
    assert {one.name: one.read_bytes() for one in drop.iterdir()} == {BUNDLE: LARGE}
    road.put(BUNDLE, b"sealed anew")
    assert {one.name: one.read_bytes() for one in drop.iterdir()} == {BUNDLE: b"sealed anew"}
    road.put(BUNDLE, b"sealed ANEW")
    assert road.get(BUNDLE) == b"sealed ANEW"


def test_what_is_there_already_is_not_written_again(road, drop) -> None:
    (drop / BUNDLE).write_bytes(LARGE)
    before = (drop / BUNDLE).stat().st_ino
    road.put(BUNDLE, LARGE)
    assert (drop / BUNDLE).stat().st_ino == before


@pytest.mark.rule("T12")
def test_only_regular_files_of_our_names_are_seen(road, drop) -> None:
    (drop / RECEIPT).write_bytes(b"receipt")
    (drop / "letter.pdf").write_bytes(b"not ours")
    (drop / f".{BUNDLE}.part").write_bytes(b"half")
    (drop / receipt_file(BundleId("c" * 64))).symlink_to("/etc/passwd")
    (drop / receipt_file(BundleId("d" * 64))).mkdir()
    try:
        assert road.names() == (RECEIPT,)
    finally:
        (drop / receipt_file(BundleId("d" * 64))).rmdir()
    assert road.get(RECEIPT) == b"receipt"


@pytest.mark.rule("T12")
def test_a_file_larger_than_its_name_allows_is_not_taken(road, drop) -> None:
    name = signature_file(BundleId("a" * 64))
    (drop / name).write_bytes(bytes(SIGNATURE_LIMIT + 1))
    with pytest.raises(Tamper) as caught:
        road.get(name)
    assert caught.value.code is Code.BUNDLE_TOO_LARGE
    with pytest.raises(ValueError, match="too many"):
        road.put(name, bytes(SIGNATURE_LIMIT + 1))
    for act in (lambda: road.get("../host_key"), lambda: road.put("passwd", b"")):
        with pytest.raises(ValueError, match="not a name"):
            act()


def test_a_server_with_another_host_key_is_refused_and_told_nothing(server, drop, tmp_path) -> None:
    road = SftpTransport(server.address(), make_host_key(tmp_path / "other"), KEY.private, SHORT)
    assert why(road.put, BUNDLE, b"sealed") == "its host key is not the pinned one"
    assert list(drop.iterdir()) == []


def test_a_login_key_the_server_does_not_know_is_not_let_in(server, drop) -> None:
    road = SftpTransport(server.address(), server.host_key, OTHER.private, SHORT)
    assert why(road.names).startswith("it does not let this tablet in")


@pytest.mark.rule("P72")
@pytest.mark.parametrize("budget", [10, 1_500, 4_000, 8_000, 60_000, 150_000, 199_000])
def test_a_cut_connection_leaves_no_final_name_and_the_next_try_delivers_once(server, drop, budget) -> None:
    with CutWire(server.port) as wire:
        road = SftpTransport(server.address(wire.port), server.host_key, KEY.private, SHORT)
        wire.budget = budget
        why(road.put, BUNDLE, LARGE)
        assert not (drop / BUNDLE).exists()
        wire.budget = None
        road.put(BUNDLE, LARGE)
    assert {one.name: one.read_bytes() for one in drop.iterdir()} == {BUNDLE: LARGE}


def test_a_server_that_cannot_replace_in_one_step_still_takes_a_second_try(tmp_path) -> None:
    with DropServer(tmp_path, KEY.public, "-P posix-rename,fsync") as plain:
        road = SftpTransport(plain.address(), plain.host_key, KEY.private, SHORT)
        road.put(BUNDLE, b"first")
        road.put(BUNDLE, b"second")
        assert {one.name: one.read_bytes() for one in plain.drop.iterdir()} == {BUNDLE: b"second"}


def test_a_folder_that_may_not_be_written_or_is_not_there_is_told(tmp_path) -> None:
    with DropServer(tmp_path, KEY.public, "-R") as locked:
        road = SftpTransport(locked.address(), locked.host_key, KEY.private, SHORT)
        assert why(road.put, BUNDLE, b"sealed") == "the folder may not be read or written by this login"
        assert why(road.get, RECEIPT) == "there is no such file or folder"
        lost = SftpTransport(f"{locked.address()}/nowhere", locked.host_key, KEY.private, SHORT)
        assert why(lost.names) == "there is no such file or folder"


def test_nobody_who_listens_there_is_told(server) -> None:
    with CutWire(server.port) as wire:
        port = wire.port
    assert (
        why(SftpTransport(server.address(port), server.host_key, KEY.private, SHORT).names) == "it refuses connections"
    )
    nowhere = SftpTransport("sftp://site@nowhere.invalid", server.host_key, KEY.private, SHORT)
    assert why(nowhere.names) == "its name cannot be found on this network"


def test_a_server_that_says_nothing_is_too_slow(server) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as mute:
        address = server.address(mute.getsockname()[1])
        hurried = Patience(connect=0.3, silence=0.3, total=0.4)
        said = why(SftpTransport(address, server.host_key, KEY.private, hurried).names)
    assert said in ("it was too slow", "the connection was cut off")


@pytest.mark.parametrize(
    "address",
    ["https://drop.example", "sftp://drop.example", "sftp://site:word@drop.example", "sftp://site@", "sftp://a@b:0/c",
     "sftp://a@b/c?d", "sftp://a@b/ c", "sftp://a@[b", "sftp://ä@b"],
)  # fmt: skip
def test_an_address_that_is_no_sftp_folder_is_refused(address) -> None:
    with pytest.raises(Refusal) as caught:
        SftpTransport(address, KEY.public, KEY.private)
    assert caught.value.code is Code.ROAD_UNFIT


@pytest.mark.parametrize(
    "text",
    ["", "# none\n", "ssh-ed25519", f"{KEY.public}\n{OTHER.public}", "ssh-ed25519 AAAA x y", KEY.public[:40], "\0"],
)
def test_a_text_that_is_not_one_host_key_is_refused(text) -> None:
    with pytest.raises(Refusal) as caught:
        SftpTransport("sftp://site@drop.example", text, KEY.private)
    assert caught.value.code is Code.ROAD_UNFIT


def test_a_line_of_known_hosts_is_as_good(server, drop) -> None:
    line = f"# drop.example SSH-2.0\ndrop.example,192.0.2.1 {server.host_key}"
    SftpTransport(server.address(), line, KEY.private, SHORT).put(BUNDLE, b"sealed")
    assert (drop / BUNDLE).read_bytes() == b"sealed"
    assert stat.S_ISREG((drop / BUNDLE).stat().st_mode)
