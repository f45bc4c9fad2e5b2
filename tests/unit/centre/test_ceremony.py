"""The key ceremony: every key where it belongs and nowhere else, and each of them tried."""

import stat
from datetime import date

import pytest

from retnet_pro.bundle.packs import read_trust_pack
from retnet_pro.centre.ceremony import ENVELOPES, SERVER, demand_two, make_apart, try_keys
from retnet_pro.centre.folder import Founded, open_centre, read_online_key
from retnet_pro.centre.keys import BOX, ONLINE, ROOT, read_identities, read_signing_key
from retnet_pro.errors import Code, Refusal, WorldFault
from retnet_pro.phrases import sentence
from retnet_pro.study.model import Mode

TODAY = date(2026, 11, 23)
FOUNDED = Founded(trial="T", centre="C", mode=Mode.STUDY, issued=TODAY, expires=date(2031, 11, 1))


def chance():
    calls = iter(range(1, 100))
    return lambda size: bytes([next(calls)]) * size


@pytest.fixture
def folder(tmp_path):
    make_apart(tmp_path / "c", FOUNDED, chance=chance())
    return tmp_path / "c"


@pytest.mark.rule("T1", "P80")
def test_the_keys_are_apart_from_the_first_moment_on(folder):
    secrets = {path.relative_to(folder).as_posix() for path in folder.rglob("*.key")}
    assert secrets == {
        *(f"{envelope}/{name}" for envelope in ENVELOPES for name in (ROOT, BOX)),
        "online/keys/online.key",
    }
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*.key")} == {0o600}
    for name in ENVELOPES:
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o700
    root, box = ((folder / "envelope-1" / name).read_text().strip() for name in (ROOT, BOX))
    for path in (folder / SERVER).rglob("*"):
        if path.is_file():
            assert root not in path.read_text("utf-8") and box not in path.read_text("utf-8"), path


def test_both_envelopes_hold_the_keys_that_the_trust_pack_names(folder):
    centre = open_centre(folder / SERVER)
    for name in ENVELOPES:
        root = read_signing_key(folder / name / ROOT)
        trust = read_trust_pack(centre.trust_pack.read_bytes(), root=root.public, today=TODAY)
        assert trust.online == read_online_key(centre).public
        assert len(read_identities(folder / name / BOX)) == 1
    assert len(try_keys(folder, TODAY)) == 6


@pytest.mark.rule("P83")
@pytest.mark.parametrize("envelope", ENVELOPES)
@pytest.mark.parametrize("name", [ROOT, BOX])
def test_a_key_that_is_not_what_it_should_be_stops_the_ceremony(folder, tmp_path, envelope, name):
    make_apart(tmp_path / "other", FOUNDED, chance=lambda size: b"z" * size)
    (folder / envelope / name).write_bytes((tmp_path / "other" / envelope / name).read_bytes())
    with pytest.raises(Refusal) as caught:
        try_keys(folder, TODAY)
    assert caught.value.code is Code.CEREMONY_STOPPED


def test_a_wrong_online_key_stops_the_ceremony(folder):
    (folder / SERVER / "keys" / ONLINE).write_text("00" * 32)
    with pytest.raises(Refusal) as caught:
        try_keys(folder, TODAY)
    assert caught.value.code is Code.CEREMONY_STOPPED


def test_nothing_is_overwritten_and_nothing_is_left_of_a_failed_one(folder, tmp_path):
    before = (folder / "envelope-1" / BOX).read_bytes()
    with pytest.raises(Refusal) as caught:
        make_apart(folder, FOUNDED, chance=chance())
    assert caught.value.code is Code.FILE_EXISTS
    assert (folder / "envelope-1" / BOX).read_bytes() == before
    (tmp_path / "file").write_text("x")
    with pytest.raises(WorldFault):
        make_apart(tmp_path / "file" / "c", FOUNDED, chance=chance())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["c", "file"]


@pytest.mark.parametrize(
    "persons",
    [
        (),
        ("One",),
        ("One", "Two", "Three"),
        ("One", " one "),
        ("One", ""),
        ("One", "T\x07wo"),
        ("One", "x" * 101),
    ],
)
def test_a_ceremony_needs_two_different_named_people(persons):
    with pytest.raises(Refusal) as caught:
        demand_two(persons)
    assert caught.value.code is Code.CEREMONY_STOPPED and "begin again" in sentence(caught.value)
    assert demand_two((" Person  One", "Person Two")) == ("Person One", "Person Two")


@pytest.mark.rule("P83")
def test_a_key_can_be_typed_again_from_paper_with_spaces(folder, tmp_path):
    root, box = ((folder / "envelope-1" / name).read_text().strip() for name in (ROOT, BOX))
    for name, secret in ((ROOT, root), (BOX, box)):
        typed = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
        (tmp_path / name).write_text(typed)
    assert read_signing_key(tmp_path / ROOT).public == open_centre(folder / SERVER).root
    assert read_identities(tmp_path / BOX) == (box,)


@pytest.mark.parametrize("content", ["", "# only a remark\n", "AGE-SECRET-KEY-1NONSENSE\n", "\xff"])
def test_a_box_key_that_is_none_is_named(tmp_path, content):
    (tmp_path / BOX).write_text(content, encoding="latin-1")
    with pytest.raises(Refusal) as caught:
        read_identities(tmp_path / BOX)
    assert caught.value.code is Code.CENTRE_BROKEN
