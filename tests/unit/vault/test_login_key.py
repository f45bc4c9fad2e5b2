"""The key a tablet logs in with: of this device alone, and none of its other secrets (rules T13, P46)."""

import pytest
from cryptography.hazmat.primitives.serialization import load_ssh_private_key, load_ssh_public_key

from retnet_pro.record.signing import SigningKey
from retnet_pro.vault.login_key import login_key

SECRET = bytes(range(32))
pytestmark = pytest.mark.rule("T13", "P46")


def test_both_halves_belong_together_and_come_back_the_same() -> None:
    key = login_key(SECRET)
    assert key.public == login_key(SECRET).public
    private = load_ssh_private_key(key.private.encode(), None)
    assert private.public_key() == load_ssh_public_key(key.public.encode())


def test_it_is_another_one_for_every_secret_and_not_the_secret_itself() -> None:
    assert login_key(SECRET).public != login_key(bytes(32)).public
    own = load_ssh_public_key(login_key(SECRET).public.encode())
    assert own.public_bytes_raw() != SigningKey(SECRET).public


def test_it_prints_no_private_half() -> None:
    assert "PRIVATE" not in repr(login_key(SECRET))
