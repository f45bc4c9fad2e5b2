"""The commands of the document about HTTPS, run as they stand: an unknown tablet gets its receipt in the end."""

import re
import shlex
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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
from retnet_pro.errors import Code, Refusal, WorldFault
from retnet_pro.record.event import Kind
from retnet_pro.settings import read_settings
from retnet_pro.vault.road import read_road

HOUSE = Path(__file__).resolve().parents[3]
DOCUMENT = (HOUSE / "packaging" / "docs" / "https.md").read_text(encoding="utf-8")
LINES = [line for block in re.findall(r"```sh\n(.*?)```", DOCUMENT, re.DOTALL) for line in block.strip().splitlines()]
OPENSSL, SERVE, TAKE_IN, ROAD, ENROL = LINES
pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes certificates and is not here")
PHRASE = "four calm herons wade"


class Hands:
    """Runs lines of the document, with what the words in capitals stand for."""

    def __init__(self, folder: Path) -> None:
        (folder / "phrase").write_text(f"{PHRASE}\n")
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.words = {
            "HOST": "localhost", "LISTEN": "127.0.0.1", "PORT": str(port), "PRIVATE": str(folder / "server.key"),
            "CERTIFICATE": str(folder / "server.pem"), "CEREMONY": str(folder / "centre"),
            "FIRST": str(folder / "first"), "BOX": str(folder / "centre" / "keys" / "box.key"),
            "PHRASE": str(folder / "phrase"),
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

    @contextmanager
    def serving(self) -> Iterator[None]:
        """Run the server in a process of its own, and stop it as a system does."""
        program = [sys.executable, "-m", "retnet_pro", *self.said(SERVE)[1:]]
        with subprocess.Popen(program, cwd=HOUSE, stderr=subprocess.PIPE, text=True) as running:
            try:
                while not self._answers():
                    assert running.poll() is None, running.communicate()
                yield
            finally:
                running.terminate()
                _, self.log = running.communicate(timeout=60)

    def _answers(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", int(self.words["PORT"])), timeout=1).close()
            return True
        except OSError:
            return False

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


@pytest.mark.rule("T13", "P48", "P72")
def test_the_document_leads_from_an_unknown_tablet_to_its_receipt(hands: Hands) -> None:
    subprocess.run(hands.said(OPENSSL), check=True, capture_output=True)
    assert "https://localhost:" in hands.run(ROAD)
    with hands.serving():
        with pytest.raises(WorldFault) as caught:
            hands.exchange()
        assert caught.value.facts["why"] == "the centre does not know this tablet yet, or has closed it"
        opened = open_site(read_settings(Path(hands.words["FIRST"])), system_clock())
        with opened.log:
            hands.words |= {"DEVICE": opened.founding.device, "FINGERPRINT": f"'{grouped(opened.founding.public)}'"}
            notes = [event.header.note for event in opened.log.events(kinds={Kind.SETTING})]
            assert [note and note["address"] for note in notes] == [f"https://localhost:{hands.words['PORT']}"]
        hands.run(ENROL)
        first = hands.exchange()
        assert first.sent is not None
        assert (first.sent.bundles, first.receipts) == (1, 0)
        assert first.sent.place == f"localhost:{hands.words['PORT']}"
        assert "accepted" in hands.run(TAKE_IN)
        assert hands.exchange().receipts == 1
    assert "box.key opens everything" in hands.log
    assert "put-bundle stored tablet=" in hands.log
    assert "Traceback" not in hands.log


def test_a_road_that_cannot_be_used_is_refused_and_none_stays_set(hands: Hands, tmp_path: Path) -> None:
    (tmp_path / "server.pem").write_text("not a certificate")
    done = CliRunner().invoke(commands, hands.said(ROAD)[1:])
    assert isinstance(done.exception, Refusal)
    assert done.exception.code is Code.ROAD_UNFIT
    assert CliRunner().invoke(commands, [*hands.said(ROAD)[1:6]]).exit_code == 2
    assert "No road over the network is set" in hands.act("site", "road", "--profile", hands.words["FIRST"])
    with pytest.raises(Refusal) as caught:
        hands.exchange()
    assert caught.value.code is Code.ROAD_UNFIT


@pytest.mark.rule("P10")
def test_the_road_can_be_taken_away_and_both_changes_are_written_down(hands: Hands, tmp_path: Path) -> None:
    subprocess.run(hands.said(OPENSSL), check=True, capture_output=True)
    hands.run(ROAD)
    out = ["--by", "coordinator1", "--passphrase-file", hands.words["PHRASE"]]
    assert "No road" in hands.act("site", "road", "--profile", hands.words["FIRST"], "--none", *out)
    opened = open_site(read_settings(Path(hands.words["FIRST"])), system_clock())
    with opened.log:
        assert read_road(opened.log) is None
        notes = [event.header.note for event in opened.log.events(kinds={Kind.SETTING})]
        assert [note and note["address"] is None for note in notes] == [False, True]
