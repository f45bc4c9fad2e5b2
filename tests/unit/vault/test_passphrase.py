"""What may be used as a passphrase."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retnet_pro.errors import Code, Refusal
from retnet_pro.vault.passphrase import COMMON, MINIMUM, check_passphrase, common_phrases

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


@pytest.mark.parametrize(
    "passphrase",
    [
        "The quick brown fox jumps",
        "Correct Horse Battery Staple!",
        "Th1s is my p4ssw0rd 2026",
        "das ist mein Passwort 1",
        "Fröhliche Weihnachten!!",
        "Froehliche Weihnachten!!",
        "this is my password, this is my password",
        "Ende gut, alles gut. 123",
        "I L0VE Y0U F0REVER",
    ],
)
def test_what_many_people_come_upon_is_refused_in_every_spelling(passphrase):
    with pytest.raises(Refusal) as raised:
        check_passphrase(passphrase, "nurse.demo", "Site 01")
    assert "tried first" in raised.value.facts["why"]


def test_every_phrase_of_the_blocklist_is_refused_with_a_year_behind_it():
    let_through = []
    for phrase in common_phrases():
        try:
            check_passphrase(f"{phrase} 2026", "nurse.demo", "Site 01")
        except Refusal:
            continue
        let_through.append(phrase)
    assert let_through == []
    assert len(common_phrases()) > 250


def test_the_blocklist_is_tidy_and_says_where_it_comes_from():
    lines = COMMON.read_text(encoding="utf-8").splitlines()
    said = " ".join(line for line in lines if line.startswith("#"))
    assert "Put together for this project" in said and "not copied" in said
    phrases = [line for line in lines if not line.startswith("#")]
    assert phrases == sorted(set(phrases))
    assert [
        phrase for phrase in phrases if not phrase.isalpha() or phrase != phrase.casefold() or len(phrase) < 13
    ] == []


def test_a_phrase_of_the_blocklist_inside_a_longer_sentence_is_no_fault():
    check_passphrase("the quick brown fox buys umbrellas", "nurse.demo", "Site 01")


def test_the_bounds_are_fifteen_and_two_hundred_and_fifty_six_characters():
    text = "".join(chr(0x3042 + number % 80) + chr(0x61 + number * 7 % 26) for number in range(200))
    for length, is_fit in ((14, False), (15, True), (256, True), (257, False)):
        try:
            check_passphrase(text[:length], "a", "b")
        except Refusal:
            assert not is_fit, length
        else:
            assert is_fit, length
