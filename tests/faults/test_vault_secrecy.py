"""A stolen tablet yields no answer: nothing on its disk reads as one, and no passphrase opens it without the device."""

import base64
import os
from datetime import UTC, datetime

import pytest

from retnet_pro.conduct.ports import Person
from retnet_pro.conduct.roles import Role
from retnet_pro.errors import Code, Refusal
from retnet_pro.moment import Moment
from retnet_pro.record.event import DeviceId
from retnet_pro.record.seal import Sealer
from retnet_pro.record.unseal import Unsealer, make_identity
from retnet_pro.vault.keystore import open_keystore
from retnet_pro.vault.log import create_log, open_log
from retnet_pro.vault.slots import SlotBook
from retnet_pro.vault.wrap import Cost

pytestmark = pytest.mark.rule("T1")

CANARY = "canary-answer-7391-éß"
PASSPHRASE = "copper lantern wharf"
CHEAP = Cost(kib=64, passes=1, lanes=1)
DEVICE = DeviceId("device-1")


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
