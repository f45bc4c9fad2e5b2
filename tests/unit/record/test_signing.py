"""A signature belongs to one key, one message and one purpose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retnet_pro.record.signing import EVENT_CONTEXT, SigningKey, is_genuine

KEY = SigningKey(bytes(range(32)))


def test_signatures_are_those_of_rfc_8032():
    """Test 2 of section 7.1 of the RFC."""
    key = SigningKey(bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"))
    assert key.public.hex() == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
    assert key.sign(b"\x72").hex() == (
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )


@given(st.binary(max_size=100), st.integers(0, 63), st.integers(0, 7))
def test_only_the_very_signature_of_the_very_message_is_genuine(message, at, bit):
    signature = KEY.sign(message)
    assert is_genuine(KEY.public, message, signature)
    changed = bytearray(signature)
    changed[at] ^= 1 << bit
    assert not is_genuine(KEY.public, message, bytes(changed))
    assert not is_genuine(KEY.public, message + b"\0", signature)
    assert not is_genuine(SigningKey(bytes(32)).public, message, signature)


@pytest.mark.parametrize(
    ("public", "signature"), [(b"", b""), (b"x" * 31, b"y" * 64), (KEY.public, b""), (b"\xff" * 32, b"y" * 64)]
)
def test_what_is_no_key_or_no_signature_is_not_genuine_and_no_crash(public, signature):
    assert not is_genuine(public, b"message", signature)


@pytest.mark.rule("T9")
def test_a_signature_of_an_event_says_that_it_is_one():
    signature = KEY.sign(EVENT_CONTEXT + b"{}")
    assert not is_genuine(KEY.public, b"{}", signature)
    assert EVENT_CONTEXT.endswith(b"\0")


@pytest.mark.rule("T1")
def test_a_key_is_never_printed():
    assert bytes(range(32)).hex() not in f"{KEY!r} {KEY}"


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_a_seed_has_32_bytes(length):
    with pytest.raises(ValueError, match="32"):
        SigningKey(bytes(length))
