"""A centre in a folder: made once, secrets for its owner only, opened with ordinary tools."""

import json
import shutil
import stat
import subprocess
from datetime import date

import pytest

from retnet_pro.bundle.packs import read_trust_pack
from retnet_pro.centre.folder import init_centre, open_centre, read_online_key
from retnet_pro.centre.keys import read_identities
from retnet_pro.errors import Code, Refusal, WorldFault
from retnet_pro.study.model import Mode


def make(folder):
    return init_centre(
        folder,
        trial="RETNET-DEMO",
        centre="centre-1",
        mode=Mode.DEMO,
        issued=date(2026, 11, 1),
        expires=date(2027, 11, 1),
        chance=_Chance(),
    )


class _Chance:
    """Different bytes at every call."""

    def __init__(self):
        self.calls = 0

    def __call__(self, size):
        self.calls += 1
        return bytes([self.calls]) * size


def test_what_is_made_is_what_is_opened(tmp_path):
    keys = make(tmp_path / "c")
    centre = open_centre(tmp_path / "c")
    assert (centre.trial, centre.id, centre.mode) == ("RETNET-DEMO", "centre-1", Mode.DEMO)
    assert centre.online == keys.online.public == read_online_key(centre).public
    assert centre.root == keys.root.public != centre.online
    assert read_identities(centre.box)[0] == keys.identity
    assert "AGE-SECRET" not in repr(keys)
    trust = read_trust_pack(centre.trust_pack.read_bytes(), root=centre.root, today=date(2026, 11, 23))
    assert (trust.online, trust.recipient) == (centre.online, centre.recipient)


@pytest.mark.rule("T1")
def test_secrets_are_for_their_owner_only(tmp_path):
    make(tmp_path / "c")
    keys = tmp_path / "c" / "keys"
    assert stat.S_IMODE(keys.stat().st_mode) == 0o700
    assert {path.name: stat.S_IMODE(path.stat().st_mode) for path in keys.iterdir()} == {
        "root.key": 0o600,
        "online.key": 0o600,
        "box.key": 0o600,
    }
    for path in (tmp_path / "c").glob("*.*"):
        assert b"AGE-SECRET" not in path.read_bytes()


def test_a_centre_is_never_overwritten(tmp_path):
    make(tmp_path / "c")
    before = (tmp_path / "c" / "keys" / "box.key").read_bytes()
    with pytest.raises(Refusal) as caught:
        make(tmp_path / "c")
    assert caught.value.code is Code.FILE_EXISTS
    assert (tmp_path / "c" / "keys" / "box.key").read_bytes() == before


@pytest.mark.parametrize("content", [None, "", "[]", "{}", '{"v":1}', "\xff"])
def test_a_folder_without_a_readable_centre_is_named(tmp_path, content):
    if content is not None:
        (tmp_path / "centre.json").write_text(content, encoding="latin-1")
    with pytest.raises(Refusal) as caught:
        open_centre(tmp_path)
    assert caught.value.code is (Code.FILE_MISSING if content is None else Code.CENTRE_BROKEN)


def test_a_disk_that_does_not_give_the_description_back_is_no_missing_centre(tmp_path):
    (tmp_path / "centre.json").mkdir()
    with pytest.raises(WorldFault) as caught:
        open_centre(tmp_path)
    assert caught.value.code is Code.DISK_FAULT


def test_a_wrong_fact_in_the_description_is_not_taken(tmp_path):
    make(tmp_path / "c")
    path = tmp_path / "c" / "centre.json"
    about = json.loads(path.read_text())
    for change in ({"mode": "play"}, {"online": "ssh-rsa x"}, {"trial": ""}, {"more": 1}):
        path.write_text(json.dumps({**about, **change}))
        with pytest.raises(Refusal):
            open_centre(tmp_path / "c")


def test_a_machine_without_the_keys_says_so(tmp_path):
    make(tmp_path / "c")
    centre = open_centre(tmp_path / "c")
    shutil.rmtree(tmp_path / "c" / "keys")
    for read in (read_online_key, lambda centre: read_identities(centre.box)):
        with pytest.raises(Refusal) as caught:
            read(centre)
        assert caught.value.code is Code.FILE_MISSING


@pytest.mark.parametrize("content", ["", "zz", "00"])
def test_a_damaged_online_key_is_named(tmp_path, content):
    make(tmp_path / "c")
    (tmp_path / "c" / "keys" / "online.key").write_text(content)
    with pytest.raises(Refusal) as caught:
        read_online_key(open_centre(tmp_path / "c"))
    assert caught.value.code is Code.CENTRE_BROKEN


@pytest.mark.skipif(not shutil.which("age"), reason="age is not installed here")
def test_the_box_key_is_an_identity_file_of_age(bench, tmp_path):
    tablet = bench.tablet()
    tablet.boot()
    bundle = bench.send(tablet)
    line = ["age", "-d", "-i", str(bench.centre.folder / "keys" / "box.key"), f"{bundle.id}.age"]
    done = subprocess.run(line, cwd=bench.centre.drop, capture_output=True, check=False)
    assert done.returncode == 0 and done.stdout.startswith(b"manifest.json")
