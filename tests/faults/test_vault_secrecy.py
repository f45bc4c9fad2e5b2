"""A stolen tablet yields no answer: nothing on its disk reads as one, and no passphrase opens it without the device.

Looked at are all files of the profile, of the stick, of the temporary and home folders, and what the program says, as
UTF-8, UTF-16, escapes, hex and base64, while the site is open and after. Not looked at: swap, memory (see
`test_participant_process`) and what a disk keeps of files that were deleted. Two things are plain on purpose: a page
that somebody printed into a file, and the centre's own database of opened responses.
"""

import base64
import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from retnet_pro.cli.synthetic import make_trial
from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Role
from retnet_pro.errors import Code, Refusal
from retnet_pro.moment import Moment
from retnet_pro.record.event import DeviceId
from retnet_pro.record.seal import Sealer
from retnet_pro.record.unseal import Unsealer, make_identity
from retnet_pro.study.subject import make_subject
from retnet_pro.vault.keystore import open_keystore
from retnet_pro.vault.log import create_log, open_log
from retnet_pro.vault.slots import SlotBook
from retnet_pro.vault.wrap import Cost
from tests.faults.day import HOUSE

pytestmark = pytest.mark.rule("T1")

CANARY = "canary-answer-7391-éß"
PASSPHRASE = "copper lantern wharf"
CHEAP = Cost(kib=64, passes=1, lanes=1)
DEVICE = DeviceId("device-1")
WRITING = ("O_WRONLY", "O_RDWR", "O_CREAT", "mkdir(", "rename(", "link(")


def disguises(text):
    """Return the forms in which a text can lie on a disk."""
    plain = [text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be"), text.encode("unicode_escape")]
    for raw in list(plain):
        plain += [raw.hex().encode(), raw.hex().upper().encode()]
        # Base64 of a text in the middle of something else depends on where it starts: compare what is stable.
        plain += [base64.b64encode(b"\0" * shift + raw)[4:-4] for shift in range(3)]
    return plain


@pytest.fixture
def profile(tmp_path, device):
    """A profile with a canary answer, a slot and a device secret; returns (folder, site identity)."""
    identity, recipient = make_identity()
    sealer = Sealer([recipient])
    keys = open_keystore(tmp_path, "file").create(DEVICE, os.urandom)
    with create_log(tmp_path / "site.db") as log:
        log.append(device.provision())
        book = SlotBook(log, keys.secret, os.urandom, site="S01", cost=CHEAP)
        book.add(Person("nurse.a", "Nurse Demo", Role.NURSE), PASSPHRASE, (identity,))
        for _ in range(20):
            log.append(type(device)(device.key, sealer, identity).answer(log.head(), CANARY))
    return tmp_path, identity


def everything_in(folder):
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_the_search_finds_a_text_in_every_disguise():
    for form in (
        str.encode,
        lambda text: base64.b64encode(b"ab" + text.encode()),
        lambda text: text.encode().hex().encode(),
    ):
        assert any(disguise in b"xyz" + form(CANARY) + b"xyz" for disguise in disguises(CANARY))


@pytest.mark.parametrize("is_open", [True, False])
def test_no_answer_lies_on_the_disk_in_any_form(profile, is_open):
    folder, identity = profile
    if is_open:
        with open_log(folder / "site.db") as log:
            sealed = log.get(3).sealed
            content = everything_in(folder)
    else:
        content, sealed = everything_in(folder), None
    assert [disguise for disguise in disguises(CANARY) if disguise in content] == []
    assert [disguise for disguise in disguises(identity) if disguise in content] == []
    assert [disguise for disguise in disguises(PASSPHRASE) if disguise in content] == []
    if sealed is not None:
        assert CANARY in Unsealer([identity]).unseal(sealed, what="it").decode()


def test_with_the_whole_disk_but_another_device_the_right_passphrase_opens_nothing(profile):
    folder, identity = profile
    now = Moment(datetime(2026, 11, 23, 9, 0, tzinfo=UTC), 0, "boot-1")
    own = open_keystore(folder, "file").load(DEVICE).secret
    with open_log(folder / "site.db") as log:
        for other in (os.urandom(32), own[:-1] + bytes([own[-1] ^ 1])):
            with pytest.raises(Refusal) as raised:
                SlotBook(log, other, os.urandom, cost=CHEAP).unlock("nurse.a", PASSPHRASE, now)
            assert raised.value.code is Code.WRONG_PASSPHRASE
        assert SlotBook(log, own, os.urandom, cost=CHEAP).unlock("nurse.a", PASSPHRASE, now) == (identity,)


CANARY_DAY = Path(__file__).with_name("canary_day.py")
ON_PURPOSE = ("paper.pdf", "centre/centre.sqlite", "centre/centre.sqlite-wal", "centre/keys/box.key")
OWN_SECRETS = ".device"


def found_in(folder, needles):
    """Return (file, which needle) for everything that must not be found and is."""
    found = []
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_file() and name not in ON_PURPOSE:
            content = file.read_bytes()
            found += [(name, needle[:8]) for needle in needles for form in disguises(needle) if form in content]
    return found


def raw_in(folder, secrets):
    """Return the files in which one of these bytes stands as it is, apart from the one that keeps them."""
    files = [file for file in folder.rglob("*") if file.is_file() and file.suffix != OWN_SECRETS]
    return [file.name for file in files for secret in secrets if secret in file.read_bytes()]


@pytest.mark.rule("P46", "P80", "T1")
def test_no_file_of_a_whole_day_tells_a_word_a_code_or_a_key(tmp_path, record_figure):
    house, world = tmp_path / "house", tmp_path / "world"
    places = {"TMPDIR": "tmp", "HOME": "home", "XDG_CACHE_HOME": "cache", "XDG_CONFIG_HOME": "config"}
    for place in places.values():
        (house / place).mkdir(parents=True)
    environment = {
        **os.environ,
        **{name: str(house / place) for name, place in places.items()},
        "PYTHONPATH": str(HOUSE),
    }
    said = (house / "stderr").open("w")
    child = subprocess.Popen(
        [sys.executable, str(CANARY_DAY), str(world), CANARY], cwd=house, env=environment, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said,
    )  # fmt: skip
    with child, said:
        told = json.loads(child.stdout.readline())
        words, secrets = told["words"], told["words"] + told["keys"]
        raw = [bytes.fromhex(key) for key in told["keys"]]
        found = found_in(world, [CANARY, *words]) + found_in(house, [CANARY, *secrets])
        found += [(name, "raw key") for name in raw_in(world, raw) + raw_in(house, raw)]
        child.stdin.close()
        assert child.wait() == 0, (house / "stderr").read_text()
    found += found_in(world, [CANARY, *words]) + found_in(house, [CANARY, *secrets])
    searched = sum(file.is_file() for file in tmp_path.rglob("*"))
    record_figure(goal="secrets", runs=searched, violations=len(found))
    assert found == []
    assert [file for place in places.values() for file in (house / place).rglob("*")] == [], (
        "nothing is left lying about"
    )
    assert any(form in (world / "centre" / "centre.sqlite").read_bytes() for form in disguises(words[-1])), (
        "it can be found"
    )


@pytest.mark.skipif(shutil.which("strace") is None, reason="the Debian package strace is not installed")
def test_the_program_writes_nowhere_but_in_its_own_folders(tmp_path):
    trace, world = tmp_path / "trace", tmp_path / "world"
    done = subprocess.run(
        ["strace", "-f", "-o", str(trace), "-s", "4096", "-e", "trace=openat,open,creat,mkdir,rename,link,symlink",
         "-e", "signal=none", sys.executable, "-B", str(CANARY_DAY), str(world), CANARY],
        env={**os.environ, "PYTHONPATH": str(HOUSE)}, input="", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    writing = [
        line
        for line in trace.read_text().splitlines()
        if any(flag in line for flag in WRITING) and " = -1 " not in line
    ]
    paths = {line.split('"')[1] for line in writing}
    assert any(path.startswith(str(world)) for path in paths)
    assert {path for path in paths if not path.startswith((str(world), "/dev/null"))} == set()
    assert CANARY not in trace.read_text(), "no answer in the name of a file"


def test_the_demonstrations_folder_tells_no_study_code_outside_its_centre(tmp_path):
    world = make_trial(tmp_path / "world", participants=2, months=2, seed=3)
    codes = [make_subject("DEMO", number) for number in (1, 2)]
    kept = [file for file in world.settings.profile.rglob("*") if file.is_file()]
    assert kept
    assert [file.name for file in kept for code in codes for form in disguises(code) if form in file.read_bytes()] == []
