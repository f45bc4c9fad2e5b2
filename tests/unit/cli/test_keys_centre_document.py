"""The commands of the document about the centre's keys, run as they stand, from the ceremony to a tablet that moves."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from retnet_pro.app import opening
from retnet_pro.app.opening import open_site
from retnet_pro.app.senses import new_id, system_clock
from retnet_pro.bundle.fingerprint import grouped
from retnet_pro.centre.folder import open_centre
from retnet_pro.cli import commands
from retnet_pro.conduct.doorway import Doorway
from retnet_pro.conduct.export import export
from retnet_pro.conduct.journey import at_once
from retnet_pro.conduct.leaving import leave
from retnet_pro.settings import read_settings
from retnet_pro.sync.folder import FolderTransport

HOUSE = Path(__file__).resolve().parents[3]
DOCUMENT = (HOUSE / "packaging" / "docs" / "keys-centre.md").read_text(encoding="utf-8")
LINES = [line for block in re.findall(r"```sh\n(.*?)```", DOCUMENT, re.DOTALL) for line in block.strip().splitlines()]
PHRASE = "four calm herons wade"


class Road:
    """Runs one line after the other, with what the words in capitals stand for so far."""

    def __init__(self, folder: Path) -> None:
        (folder / "phrase").write_text(f"{PHRASE}\n")
        diary = (HOUSE / "forms" / "carcinoid-diary.yaml").read_text("utf-8")
        form = folder / "carcinoid-diary.yaml"
        form.write_text(diary.replace('version: "1"', 'version: "2"', 1), "utf-8")
        self.folder = folder
        self.words = {
            "CEREMONY": str(folder / "ceremony"),
            "TRIAL": "DEMO-TRIAL",
            "CENTRE": "C1",
            "FIRST": str(folder / "first"),
            "SECOND": str(folder / "second"),
            "PHRASE": str(folder / "phrase"),
            "NAME": "Somebody",
            "WELCOME": str(folder / "welcome"),
            "RECOVERY": str(folder / "recovery.pack"),
            "FORM": str(form),
            "CLERK": "clerk",
            "REASON": "rehearsed",
        }
        self.done: list[str] = []

    def run(self, line: str, typed: str = "") -> str:
        """Run a line of the document and return what it prints."""
        assert line in LINES
        program, *words = shlex.split(re.sub(r"\b[A-Z]{4,}\b", lambda word: self.words[word[0]], line))
        assert program == "retnet-pro"
        done: Result = CliRunner().invoke(commands, words, input=typed)
        assert done.exit_code == 0, (line, done.output, done.exception)
        self.done.append(line)
        return done.output

    def next(self, beginning: str, typed: str = "") -> str:
        """Run the next line of the document, which begins like this."""
        line = LINES[len(self.done)]
        assert line.startswith(f"retnet-pro {beginning}"), line
        return self.run(line, typed)

    def send(self, profile: str, user: str, *, leaves_for: str = "") -> None:
        """Export from a tablet to the meeting place, as its coordinator does on the screen; close it before that."""
        opened = open_site(read_settings(Path(profile)), system_clock())
        with opened.log:
            door = Doorway(opened.pen, opened.slots, opened.library, opened.study, opened.founding, new_id)
            desk = door.login(user, PHRASE)
            if leaves_for:
                leave(desk, leaves_for, "rehearsed", is_forced=True)
            at_once(export(desk, opened.founding, FolderTransport(self.drop), place="folder"))

    @property
    def drop(self) -> Path:
        return open_centre(Path(self.words["CEREMONY"]) / "online").drop

    def pack(self, said: str) -> str:
        """Return the file of the pack a command says it has put at the meeting place."""
        return str(self.drop / re.findall(r"[0-9a-f]{64}\.pack", said)[0])


def value(said: str, name: str) -> str:
    return re.findall(rf"{name}: (.+)", said)[0].strip()


@pytest.fixture
def road(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Road:
    monkeypatch.setenv("RETNET_PRO_KEYSTORE", "file")
    return Road(tmp_path)


@pytest.mark.rule("P47", "P48", "P83", "T9", "T10")
def test_the_commands_in_the_document_work_as_they_stand(road: Road) -> None:
    said = road.next("centre ceremony", typed="y\nPerson One\nPerson Two\ny\n")
    assert "Trying the keys" in said
    centre = open_centre(Path(road.words["CEREMONY"]) / "online")
    road.words["ROOT"] = grouped(centre.root).replace(" ", "")
    assert "holds 0 responses" in road.next("centre take-in")

    said = road.next("site found")
    road.words["DEVICE"] = re.findall(r"as device (\S+)", said)[0]
    road.words["HOST"] = road.words["FINGERPRINT"] = value(said, "this fingerprint").replace(" ", "")
    road.send(road.words["FIRST"], "coordinator1")
    assert "is enrolled" in road.next("centre enrol")

    said = road.next("site join")
    road.words["NEWDEVICE"] = re.findall(r"as device (\S+)\.", said)[0]
    road.words["RECIPIENT"], digits = value(said, "Recipient"), value(said, "Check digits")
    assert digits in road.next("site let-in")
    assert "belongs to site AB" in road.next("site join")

    said = road.next("centre sign-pack")
    road.words["PACK"] = road.pack(said)
    road.next("centre sign-staff")
    assert "carcinoid-diary, version 1, is in force" in road.next("site take-pack")

    said = road.next("site ask-recovery")
    road.words["RECIPIENT"] = value(said, "Recipient")
    road.words["DIGITS"] = value(said, "Check digits").replace(" ", "")
    done = CliRunner().invoke(commands, shlex.split(take_in(road)))
    assert done.exit_code == 0, done.output
    assert "valid for 14 days" in road.next("centre recover")
    assert "Somebody can log in" in road.next("site recover")
    road.send(road.words["FIRST"], "coordinator4")

    said = road.next("centre renew-trust")
    assert "version 2" in said
    road.send(road.words["SECOND"], "coordinator2")
    enrol(road, road.words["SECOND"])
    said = road.next("centre lost")
    assert "STILL OPEN" in said and "Safe here, 0 questionnaires" in said and "Not known here" in said
    assert "is closed since" in road.next("centre revoke")

    road.send(road.words["FIRST"], "coordinator4", leaves_for="CD")
    move_in(road)
    assert "is closed" in road.next("centre transfer")
    assert road.done == LINES

    road.send(road.words["SECOND"], "coordinator2")
    late = CliRunner().invoke(commands, shlex.split(take_in(road)))
    assert late.exit_code == 0 and "quarantine" in late.output and "closed because: rehearsed" in late.output


def take_in(road: Road) -> str:
    return f"centre take-in {road.words['CEREMONY']}/online --box-key {road.words['CEREMONY']}/envelope-1/box.key"


def move_in(road: Road) -> None:
    """Set a tablet up at another site, and let the centre take in what it and the one it was have sent."""
    profile = str(road.folder / "third")
    words = [
        "site", "found", "--profile", profile, "--trust", f"{road.words['CEREMONY']}/online/trust.pack",
        "--root", road.words["ROOT"], "--site", "CD", "--mode", "study", "--user", "coordinator1", "--name", "Somebody",
        "--passphrase-file", road.words["PHRASE"],
    ]  # fmt: skip
    done = CliRunner().invoke(commands, words)
    assert done.exit_code == 0, done.output
    road.send(profile, "coordinator1")
    road.words["MOVED"] = enrol(road, profile, "CD")
    done = CliRunner().invoke(commands, shlex.split(take_in(road)))
    assert done.exit_code == 0, done.output


def enrol(road: Road, profile: str, site: str = "AB") -> str:
    settings = read_settings(Path(profile))
    opened = opening.open_site(settings, system_clock())
    opened.log.close()
    words = [
        "centre", "enrol", f"{road.words['CEREMONY']}/online", "--site", site, "--device", opened.founding.device,
        "--fingerprint", grouped(opened.founding.public),
    ]  # fmt: skip
    done = CliRunner().invoke(commands, words)
    assert done.exit_code == 0, done.output
    return opened.founding.device
