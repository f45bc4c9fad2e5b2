"""What may be used as a passphrase."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retnet_pro.errors import Code, Refusal
from retnet_pro.vault.passphrase import MINIMUM, check_passphrase

pytestmark = pytest.mark.rule("P46")


@pytest.mark.parametrize(
    "passphrase",
    [
        "copper lantern wharf",
        "eine ruhige gelbe Laterne",
        "тихий жёлтый фонарь у реки",
        "静かな黄色い灯りが川のほとりに立つ",
        "k7#Vq!z0Lw)pXs2",
        "nurse.demo walks the copper wharf",
    ],
)
def test_a_long_passphrase_needs_no_digit_and_no_sign(passphrase):
    check_passphrase(passphrase, "nurse.demo", "Site 01")


@pytest.mark.parametrize(
    "passphrase",
    [
        "",
        "short but good",
        "aaaaaaaaaaaaaaaaaaaaaa",
        "abcdefghijklmnopqrs",
        "ponmlkjihgfedcbazyxwv",
        "123456789012345678",
        "qwertyuiopasdfghjkl",
        "RETNET-Pro RETNET-Pro",
        "retnet-pro-2026-retnet-pro",
        "nurse.demo nurse.demo 1",
        "Nurse Demo Site 01 !!!!",
        "password password 99",
        "hallo hallo hallo hallo",
        "                              ",
        "x" * 300,
    ],
)
def test_what_is_tried_first_is_refused(passphrase):
    with pytest.raises(Refusal) as raised:
        check_passphrase(passphrase, "nurse.demo", "Site 01")
    assert raised.value.code is Code.WEAK_PASSPHRASE
    assert not passphrase.strip() or passphrase not in str(raised.value)


def test_characters_are_counted_as_a_reader_counts_them():
    text = "ä ö ü é ñ wharf"
    assert len(text) == MINIMUM
    apart = unicodedata.normalize("NFD", text[:-1])
    assert len(apart) > MINIMUM
    with pytest.raises(Refusal):
        check_passphrase(apart, "a", "b")


@given(st.text(max_size=40), st.text(max_size=20), st.text(max_size=20))
def test_any_text_is_either_taken_or_refused(passphrase, user, site):
    try:
        check_passphrase(passphrase, user, site)
    except Refusal as refusal:
        assert refusal.code is Code.WEAK_PASSPHRASE
    else:
        assert len(unicodedata.normalize("NFC", passphrase)) >= MINIMUM
