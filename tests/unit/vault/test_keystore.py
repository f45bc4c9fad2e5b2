"""The two secrets of a device are kept apart from the data and never shown."""

import os

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

from retnet_pro.errors import Bug, Code, Refusal, WorldFault
from retnet_pro.record.event import DeviceId
from retnet_pro.vault.keystore import FileKeystore, SystemKeystore, open_keystore

DEVICE = DeviceId("a1b2c3")


class MemoryKeyring(KeyringBackend):
    priority = 5

    def __init__(self):
        super().__init__()
        self.items = {}
        self.loses = False
        self.locked = False

    def get_password(self, service, username):
        if self.locked:
            raise KeyringLocked("locked")
        return self.items.get((service, username))

    def set_password(self, service, username, password):
        if not self.loses:
            self.items[service, username] = password

    def delete_password(self, service, username):
        if (service, username) not in self.items:
            raise PasswordDeleteError("not there")
        del self.items[service, username]


class NoKeyring(MemoryKeyring):
    priority = 0


@pytest.fixture
def system():
    before, made = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture(params=["file", "system"])
def keystore(request, system, tmp_path):
    return open_keystore(tmp_path, request.param)


def test_what_was_made_is_loaded(keystore):
    made = keystore.create(DEVICE, os.urandom)
    loaded = keystore.load(DEVICE)
    assert (loaded.seed, loaded.secret) == (made.seed, made.secret)
    assert len(made.seed) == len(made.secret) == 32
    assert made.seed != made.secret


def test_secrets_are_never_printed(keystore):
    made = keystore.create(DEVICE, lambda count: b"S" * count)
    assert "SSS" not in f"{made!r} {made}"


def test_a_missing_secret_says_where_it_was_looked_for(keystore):
    with pytest.raises(Refusal) as raised:
        keystore.load(DEVICE)
    assert raised.value.code is Code.DEVICE_SECRET_MISSING
    assert raised.value.facts["place"]


def test_secrets_are_never_overwritten(keystore):
    made = keystore.create(DEVICE, os.urandom)
    with pytest.raises(Refusal) as raised:
        keystore.create(DEVICE, os.urandom)
    assert raised.value.code is Code.FILE_EXISTS
    assert keystore.load(DEVICE).seed == made.seed


def test_a_device_id_cannot_lead_out_of_the_folder(keystore):
    with pytest.raises(Bug):
        keystore.create(DeviceId("../other"), os.urandom)


def test_the_file_is_for_its_owner_only_also_after_a_careless_copy(tmp_path):
    keystore = FileKeystore(tmp_path)
    keystore.create(DEVICE, os.urandom)
    (file,) = tmp_path.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    file.chmod(0o644)
    keystore.load(DEVICE)
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_damaged_item_is_a_missing_secret(tmp_path, system):
    FileKeystore(tmp_path).create(DEVICE, os.urandom)
    SystemKeystore().create(DEVICE, os.urandom)
    next(tmp_path.iterdir()).write_bytes(b"short")
    for item in ("c2hvcnQ=", "not base64!"):
        system.items["retnet-pro", DEVICE] = item
        with pytest.raises(Refusal):
            SystemKeystore().load(DEVICE)
    with pytest.raises(Refusal):
        FileKeystore(tmp_path).load(DEVICE)


def test_a_disk_that_refuses_is_named(tmp_path):
    with pytest.raises(WorldFault) as raised:
        FileKeystore(tmp_path / "gone").create(DEVICE, os.urandom)
    assert raised.value.code is Code.DISK_FAULT


def test_a_disk_that_does_not_give_the_secret_back_is_no_missing_secret(tmp_path):
    (tmp_path / f"{DEVICE}.device").mkdir()
    with pytest.raises(WorldFault) as raised:
        FileKeystore(tmp_path).load(DEVICE)
    assert raised.value.code is Code.DISK_FAULT


def test_a_keystore_that_forgets_is_not_relied_on(system):
    system.loses = True
    with pytest.raises(WorldFault):
        SystemKeystore().create(DEVICE, os.urandom)


def test_a_locked_keystore_is_a_named_failure(system):
    system.locked = True
    with pytest.raises(Refusal) as raised:
        SystemKeystore().load(DEVICE)
    assert raised.value.code is Code.DEVICE_SECRET_MISSING
    with pytest.raises(WorldFault):
        SystemKeystore().create(DEVICE, os.urandom)


def test_where_the_system_has_none_the_file_is_used_and_says_so(tmp_path, system):
    assert open_keystore(tmp_path, "system").kind == "system"
    keyring.set_keyring(NoKeyring())
    assert open_keystore(tmp_path, "system").kind == "file"
    assert open_keystore(tmp_path, "file").kind == "file"


@pytest.mark.rule("P83", "T1")
def test_what_an_answer_will_be_sealed_to_is_kept_once_and_destroyed(keystore):
    assert keystore.load_once(DEVICE) is None
    keystore.create(DEVICE, os.urandom)
    keystore.keep_once(DEVICE, "AGE-SECRET-KEY-1FIRST")
    keystore.keep_once(DEVICE, "AGE-SECRET-KEY-1SECOND")
    assert keystore.load_once(DEVICE) == "AGE-SECRET-KEY-1SECOND"
    keystore.forget_once(DEVICE)
    keystore.forget_once(DEVICE)
    assert keystore.load_once(DEVICE) is None
    assert len(keystore.load(DEVICE).seed) == 32


@pytest.mark.rule("T1")
def test_its_file_is_for_its_owner_only(tmp_path):
    FileKeystore(tmp_path).keep_once(DEVICE, "AGE-SECRET-KEY-1FIRST")
    (file,) = tmp_path.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_place_that_does_not_keep_it_is_named(tmp_path, system):
    system.loses = True
    for keystore in (SystemKeystore(), FileKeystore(tmp_path / "gone")):
        with pytest.raises(WorldFault) as raised:
            keystore.keep_once(DEVICE, "AGE-SECRET-KEY-1FIRST")
        assert raised.value.code is Code.DISK_FAULT
