"""The lines of ``packaging/docs/sftp.md`` lead a tablet to its receipt over a real OpenSSH server (rule T13)."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from retnet_pro.app.courier import Exchanged, SiteCourier
from retnet_pro.app.keeping import Keeper
from retnet_pro.app.opening import open_site
from retnet_pro.app.senses import new_id, system_clock
from retnet_pro.bundle.fingerprint import grouped
from retnet_pro.centre.folder import open_centre
from retnet_pro.cli import commands
from retnet_pro.conduct.doorway import Doorway
from retnet_pro.conduct.journey import at_once
from retnet_pro.errors import Code, Refusal
from retnet_pro.record.event import Kind
from retnet_pro.settings import read_settings
from retnet_pro.vault.login_key import login_key
from tests.drop_server import DropServer, make_host_key, needs_sshd

HOUSE = Path(__file__).resolve().parents[3]
DOCUMENT = (HOUSE / "packaging" / "docs" / "sftp.md").read_text(encoding="utf-8")
LINES = [line for block in re.findall(r"```sh\n(.*?)```", DOCUMENT, re.DOTALL) for line in block.strip().splitlines()]
FINGERPRINT, LOGIN_KEY, ROAD, TAKE_IN = LINES
PHRASE = "four calm herons wade"
pytestmark = needs_sshd


class Hands:
    """Runs lines of the document, with what the words in capitals stand for."""

    def __init__(self, folder: Path) -> None:
        (folder / "phrase").write_text(f"{PHRASE}\n")
        self.words = {
            "CEREMONY": str(folder / "centre"), "FIRST": str(folder / "first"), "PHRASE": str(folder / "phrase"),
            "BOX": str(folder / "centre" / "keys" / "box.key"),
        }  # fmt: skip

    def said(self, line: str) -> list[str]:
        assert line in LINES
        return shlex.split(re.sub(r"\b[A-Z]{3,}\b", lambda word: self.words.get(word[0], word[0]), line))

    def run(self, line: str) -> str:
        return self.act(*self.said(line)[1:])

    def act(self, *words: str) -> str:
        done = CliRunner().invoke(commands, words)
        assert done.exit_code == 0, (words, done.output, done.exception)
        return done.output

    def exchange(self) -> Exchanged:
        """Press the button of Safe & sent."""
        opened = open_site(read_settings(Path(self.words["FIRST"])), system_clock())
        with opened.log:
            door = Doorway(opened.pen, opened.slots, opened.library, opened.study, opened.founding, new_id)
            desk = door.login("coordinator1", PHRASE)
            return at_once(SiteCourier(opened, Keeper(opened)).exchange(desk))


@pytest.fixture
def hands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hands:
    monkeypatch.setenv("RETNET_PRO_KEYSTORE", "file")
    made = Hands(tmp_path)
    made.act("centre", "found", made.words["CEREMONY"], "--trial", "DEMO-TRIAL", "--id", "C1")
    centre = open_centre(tmp_path / "centre")
    made.act(
        "site", "found", "--profile", made.words["FIRST"], "--trust", str(centre.trust_pack), "--root",
        grouped(centre.root), "--site", "AB", "--user", "coordinator1", "--name", "Coordinator Demo",
        "--passphrase-file", made.words["PHRASE"],
    )  # fmt: skip
    return made


@pytest.mark.rule("T13", "P10", "P72")
def test_the_document_leads_from_a_login_key_to_the_receipt(hands: Hands, tmp_path: Path) -> None:
    line, name, words = hands.run(LOGIN_KEY).splitlines()
    assert name.startswith("Fingerprint: SHA256:") and len(words.removeprefix("  in words: ").split()) == 24
    with DropServer(tmp_path / "sshd", line) as server:
        user = server.address().split("//")[1].split("@")[0]
        host_key = tmp_path / "sshd" / "host_key.pub"
        hands.words |= {
            "ACCOUNT": user, "HOST": "127.0.0.1", "PORT": str(server.port), "HOSTKEY": str(host_key),
        }  # fmt: skip
        meeting_place = tmp_path / "centre" / "drop"
        for pack in meeting_place.iterdir():
            pack.rename(server.drop / pack.name)
        meeting_place.rmdir()
        meeting_place.symlink_to(server.drop)
        assert "SHA256:" in subprocess.run(hands.said(FINGERPRINT), check=True, capture_output=True, text=True).stdout
        assert f"Bundles go to {server.address()}" in hands.run(ROAD)
        first = hands.exchange()
        assert first.sent is not None
        assert (first.sent.bundles, first.receipts) == (1, 0)
        assert first.sent.place == f"127.0.0.1:{server.port}"
        opened = open_site(read_settings(Path(hands.words["FIRST"])), system_clock())
        with opened.log:
            key, device = opened.founding.public, opened.founding.device
            assert line == f"{login_key(opened.device.secret).public} {device}"
            assert login_key(opened.device.secret).private not in repr(login_key(opened.device.secret))
            notes = [event.header.note for event in opened.log.events(kinds={Kind.SETTING})]
        assert [note and note["address"] for note in notes] == [server.address()]
        enrol = ("--device", device, "--site", "AB", "--fingerprint", grouped(key))
        hands.act("centre", "enrol", hands.words["CEREMONY"], *enrol)
        assert "accepted" in hands.run(TAKE_IN)
        assert hands.exchange().receipts == 1
    assert all(path.suffix in (".age", ".sig", ".receipt", ".pack") for path in server.drop.iterdir())


def test_options_that_do_not_go_together_are_refused(hands: Hands, tmp_path: Path) -> None:
    make_host_key(tmp_path / "key")
    (tmp_path / "empty").write_text("")
    site = ("site", "road", "--profile", hands.words["FIRST"])
    drop, key = ("--sftp", "sftp://site@drop.example"), ("--host-key", str(tmp_path / "key.pub"))
    for wrong in (
        drop,
        key,
        (*drop, *key, "--none"),
        ("--sftp", "https://drop.example", *key),
        ("--none", "--login-key"),
    ):
        assert CliRunner().invoke(commands, [*site, *wrong]).exit_code == 2
    done = CliRunner().invoke(commands, [*site, *drop, "--host-key", str(tmp_path / "empty")])
    assert isinstance(done.exception, Refusal)
    assert done.exception.code is Code.ROAD_UNFIT
    assert "No road over the network is set" in hands.act(*site)
