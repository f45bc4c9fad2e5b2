"""The commands about the centre's keys and packs: every wrong turn is one sentence, and nothing half done stays."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from retnet_pro.bundle.fingerprint import grouped
from retnet_pro.centre.folder import open_centre
from retnet_pro.cli import commands
from retnet_pro.errors import Code, RetnetError
from retnet_pro.phrases import sentence

HOUSE = Path(__file__).resolve().parents[3]
WHY = ("--by", "clerk", "--reason", "rehearsed")


def run(*words: object, typed: str = "") -> Result:
    return CliRunner().invoke(commands, [str(word) for word in words], input=typed)


def done(*words: object, typed: str = "") -> str:
    result = run(*words, typed=typed)
    assert result.exit_code == 0, (result.output, result.exception)
    return result.output


def refused(code: Code, *words: object, typed: str = "") -> str:
    result = run(*words, typed=typed)
    assert isinstance(result.exception, RetnetError), (result.output, result.exception)
    assert result.exception.code is code, result.exception
    assert "-." not in sentence(result.exception)
    return sentence(result.exception)


def ceremony(folder: Path, *more: str, typed: str = "y\nPerson One\nPerson Two\ny\n") -> Result:
    return run("centre", "ceremony", folder, "--trial", "T", "--id", "C", *more, typed=typed)


@pytest.fixture
def centre(tmp_path: Path) -> Path:
    done("centre", "found", tmp_path / "centre", "--trial", "T", "--id", "C")
    return tmp_path / "centre"


@pytest.mark.rule("P83")
def test_the_ceremony_asks_and_its_minutes_say_what_was_answered(tmp_path: Path) -> None:
    result = ceremony(tmp_path / "c")
    assert result.exit_code == 0, result.output
    said = PdfReader(tmp_path / "c" / "minutes.pdf").pages[0].extract_text()
    assert "Person One" in said and "Person Two" in said and "no network" in said
    centre = open_centre(tmp_path / "c" / "online")
    assert centre.mode == "study"
    for envelope in ("envelope-1", "envelope-2"):
        secret = (tmp_path / "c" / envelope / "box.key").read_text().strip()
        sheet = PdfReader(tmp_path / "c" / envelope / "sheet.pdf").pages[0].extract_text()
        assert secret in "".join(sheet.split())
        assert secret not in "".join(said.split()) and secret not in result.output
        assert (tmp_path / "c" / envelope / "sheet.pdf").stat().st_mode & 0o777 == 0o600


@pytest.mark.rule("P83")
@pytest.mark.parametrize(
    "typed", ["n\n", "y\nPerson One\nPerson One\n", "y\nPerson One\nPerson Two\nn\n", "y\nPerson One\n"]
)
def test_a_no_or_a_person_missing_ends_the_ceremony_without_keys(tmp_path: Path, typed: str) -> None:
    result = ceremony(tmp_path / "c", typed=typed)
    assert result.exit_code != 0
    assert list(tmp_path.rglob("*.key")) == []


def test_a_ceremony_can_be_driven_by_options_and_says_it_was_a_rehearsal(tmp_path: Path) -> None:
    persons = ("--person", "Person One", "--person", "Person Two")
    result = ceremony(tmp_path / "c", *persons, "--rehearsal", "--expires", "2030-02-03", typed="")
    assert result.exit_code == 0, result.output
    said = PdfReader(tmp_path / "c" / "minutes.pdf").pages[0].extract_text()
    assert "REHEARSAL" in said and "3 Feb 2030" in said
    refused(
        Code.FILE_EXISTS, "centre", "ceremony", tmp_path / "c", "--trial", "T", "--id", "C", "--rehearsal",
        *persons,
    )  # fmt: skip


@pytest.mark.rule("T10")
def test_a_broken_form_is_not_signed(centre: Path, tmp_path: Path) -> None:
    diary = (HOUSE / "forms" / "carcinoid-diary.yaml").read_text("utf-8")
    broken = tmp_path / "carcinoid-diary.yaml"
    broken.write_text(diary.replace("topic:", "tropic:", 1), "utf-8")
    assert "tropic" in refused(Code.PACK_UNFIT, "centre", "sign-pack", centre, "form", broken, *WHY)
    refused(Code.FILE_MISSING, "centre", "sign-pack", centre, "form", tmp_path / "none.yaml", *WHY)
    broken.write_bytes(b"\xff\xfe")
    refused(Code.FILE_UNFIT, "centre", "sign-pack", centre, "form", broken, *WHY)
    renamed = tmp_path / "name with spaces.yaml"
    renamed.write_text(diary, "utf-8")
    refused(Code.FILE_UNFIT, "centre", "sign-pack", centre, "form", renamed, *WHY)
    assert list(open_centre(centre).drop.iterdir()) == []


def test_words_are_signed_for_a_form_that_was_signed_before_and_versions_grow(centre: Path, tmp_path: Path) -> None:
    form, words = tmp_path / "carcinoid-diary.yaml", tmp_path / "en.yaml"
    diary = (HOUSE / "forms" / form.name).read_text("utf-8")
    english = (HOUSE / "translations" / "carcinoid-diary" / "en.yaml").read_text("utf-8")
    form.write_text(diary.replace('version: "1"', 'version: "2"', 1), "utf-8")
    words.write_text(english.replace('instrument_version: "1"', 'instrument_version: "2"'), "utf-8")
    refused(Code.PACK_UNFIT, "wording", "pack", words, "--sign", centre, *WHY)
    assert "version 1" in done("centre", "sign-pack", centre, "form", form, *WHY)
    assert "carcinoid-diary/en, version 1" in done("wording", "pack", words, "--sign", centre, *WHY)
    assert "carcinoid-diary/en, version 2" in done("wording", "pack", words, "--sign", centre, *WHY)


def test_a_staff_pack_needs_a_site_that_can_be_one(centre: Path) -> None:
    refused(Code.FILE_UNFIT, "centre", "sign-staff", centre, "--site", "../x", "--remove", "nurse1", *WHY)
    assert "site AB, version 1" in done("centre", "sign-staff", centre, "--site", "AB", "--remove", "nurse1", *WHY)


@pytest.mark.rule("P47", "P48")
def test_an_unknown_tablet_is_neither_closed_nor_recovered(centre: Path) -> None:
    refused(Code.DEVICE_UNKNOWN, "centre", "revoke", centre, "--device", "AB-1", *WHY)
    words = ("centre", "recover", centre, "--device", "AB-1", "--recipient", "age1x", *WHY)
    refused(Code.DEVICE_UNKNOWN, *words, typed="0000\n")


@pytest.mark.rule("T9")
def test_the_trust_pack_is_renewed_with_the_root_key_only(centre: Path) -> None:
    keys = centre / "keys"
    refused(Code.CENTRE_BROKEN, "centre", "renew-trust", centre, "--root-key", keys / "online.key")
    refused(Code.FILE_MISSING, "centre", "renew-trust", centre, "--root-key", centre / "none.key")
    root = ("--root-key", keys / "root.key")
    said = done("centre", "renew-trust", centre, *root, "--expires", "2030-02-03", "--new-online")
    assert "version 2" in said and "2030-02-03" in said
    assert re.search(r"new online key: ([0-9a-f]{4} ?){16}", said)
    assert "holds 0 responses" in done("centre", "take-in", centre)
    assert len(list(open_centre(centre).drop.glob("*.pack"))) == 1


def test_joining_says_which_words_are_missing(tmp_path: Path) -> None:
    for words in ((), ("--trust", "t", "--finish", "f"), ("--trust", "t"), ("--finish", "f", "--user", "u")):
        result = run("site", "join", "--profile", tmp_path / "p", *words)
        assert result.exit_code == 2 and "give" in result.output.lower()
    refused(Code.FILE_MISSING, "site", "join", "--trust", tmp_path / "none", "--site", "AB")


@pytest.mark.rule("T9")
def test_a_site_is_neither_founded_nor_joined_with_a_foreign_or_expired_trust_pack(
    centre: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RETNET_PRO_KEYSTORE", "file")
    (tmp_path / "phrase").write_text("four calm herons wade\n")
    trust, profile = centre / "trust.pack", tmp_path / "site"
    found = (
        "site", "found", "--profile", profile, "--trust", trust, "--site", "AB", "--user", "co", "--name", "Co",
        "--passphrase-file", tmp_path / "phrase",
    )  # fmt: skip
    join = ("site", "join", "--profile", profile, "--trust", trust, "--site", "AB")
    for words in (found, join):
        assert "not by the key on paper" in refused(Code.PACK_BROKEN, *words, typed=f"{'0' * 64}\n")
    root = open_centre(centre).root
    done("centre", "renew-trust", centre, "--root-key", centre / "keys" / "root.key", "--expires", "2020-01-01")
    for words in (found, join):
        refused(Code.PACK_EXPIRED, *words, "--root", grouped(root))
    assert not profile.exists()
