"""What is sealed can be opened by each recipient alone, with our code and with the age program, and by nobody else."""

import hashlib
import json
import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retnet_pro.errors import Code, Tamper
from retnet_pro.record.seal import PAD, Sealer, sealed_hash, write_payload
from retnet_pro.record.unseal import Unsealer, make_identity

needs_age = pytest.mark.skipif(shutil.which("age") is None, reason="the age program is not installed")
PAYLOAD = {"item": "q1", "value": 3, "text": "Grüße – 你好"}


@pytest.fixture(scope="module")
def pairs():
    return [make_identity() for _ in range(3)]


@pytest.fixture(scope="module")
def sealer(pairs):
    return Sealer([pairs[0][1], pairs[1][1]])


def test_site_and_centre_each_open_it_alone(sealer, pairs):
    sealed = sealer.seal_payload(PAYLOAD)
    for identity, _ in pairs[:2]:
        assert Unsealer([identity]).unseal_payload(sealed, what="it") == PAYLOAD
    assert Unsealer([pairs[2][0], pairs[0][0]]).unseal_payload(sealed, what="it") == PAYLOAD


@pytest.mark.rule("T1")
def test_nobody_else_opens_it_and_the_failure_tells_nothing(sealer, pairs):
    sealed = sealer.seal_payload(PAYLOAD)
    with pytest.raises(Tamper) as raised:
        Unsealer([pairs[2][0]]).unseal(sealed, what="event 3")
    assert raised.value.code is Code.SEAL_BROKEN
    assert str(raised.value) == "seal-broken(what=event 3)"
    # Nothing shorter: two letters stand in this many random bytes once in a hundred runs.
    for disguise in ("Grüße".encode(), json.dumps(PAYLOAD).encode()):
        assert disguise not in sealed


@pytest.mark.rule("T6")
@settings(deadline=None, max_examples=150)
@given(st.integers(0, 100_000), st.integers(0, 7))
def test_a_flipped_bit_never_opens_to_something_else(sealer, pairs, at, bit):
    sealed = bytearray(sealer.seal_payload(PAYLOAD))
    sealed[at % len(sealed)] ^= 1 << bit
    with pytest.raises(Tamper):
        Unsealer([pairs[0][0]]).unseal(bytes(sealed), what="it")


def test_a_cut_or_lengthened_file_does_not_open(sealer, pairs):
    sealed, opener = sealer.seal_payload(PAYLOAD), Unsealer([pairs[0][0]])
    for wrong in (b"", sealed[:-1], sealed[: len(sealed) // 2], sealed + b"x"):
        with pytest.raises(Tamper):
            opener.unseal(wrong, what="it")


def test_sealing_twice_gives_two_files_so_that_equal_answers_cannot_be_told(sealer):
    one, two = sealer.seal_payload(PAYLOAD), sealer.seal_payload(PAYLOAD)
    assert one != two
    assert sealed_hash(one) == hashlib.sha256(one).hexdigest() != sealed_hash(two)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), st.integers() | st.text("äß✓ab"), max_size=5))
def test_padding_hides_the_length_and_changes_nothing(inner):
    padded = write_payload(inner)
    assert len(padded) % PAD == 0
    assert json.loads(padded) == inner


@pytest.mark.rule("T1")
def test_every_short_answer_is_sealed_at_the_same_length():
    """The age file itself varies in length at random, so what is sealed is compared."""
    values = ("1", "7", "by the sea", "x" * 150)
    assert len({len(write_payload({"item": "q1", "value": value})) for value in values}) == 1


@pytest.mark.parametrize("recipients", [[], ["age1nonsense"], [""], ["AGE-SECRET-KEY-1"]])
def test_a_sealer_needs_real_recipients(recipients):
    with pytest.raises(ValueError, match="recipient"):
        Sealer(recipients)


def test_an_unsealer_needs_real_identities(pairs):
    with pytest.raises(ValueError, match="identity") as raised:
        Unsealer([pairs[0][0][:-1]])
    assert pairs[0][0][:-1] not in str(raised.value)


@pytest.mark.parametrize("content", [b"", b"not json", b"[]", b'"text"', b"\xff", b"[" * 50_000])
def test_content_that_is_not_a_payload_is_named_as_such(sealer, pairs, content):
    with pytest.raises(Tamper) as raised:
        Unsealer([pairs[0][0]]).unseal_payload(sealer.seal(content), what="event 3")
    assert raised.value.code is Code.PAYLOAD_BROKEN


@needs_age
@pytest.mark.rule("P04")
def test_the_age_program_opens_what_we_seal(sealer, pairs, tmp_path):
    sealed = sealer.seal_payload(PAYLOAD)
    for identity, _ in pairs[:2]:
        key = tmp_path / "key.txt"
        key.write_text(identity)
        opened = subprocess.run(["age", "-d", "-i", str(key)], input=sealed, capture_output=True, check=True)
        assert opened.stdout == write_payload(PAYLOAD)
    key.write_text(pairs[2][0])
    refused = subprocess.run(["age", "-d", "-i", str(key)], input=sealed, capture_output=True, check=False)
    assert refused.returncode != 0 and refused.stdout == b""


@needs_age
@pytest.mark.rule("P04")
def test_we_open_what_the_age_program_seals(pairs):
    command = ["age", "-r", pairs[0][1], "-r", pairs[1][1]]
    sealed = subprocess.run(command, input=write_payload(PAYLOAD), capture_output=True, check=True).stdout
    assert Unsealer([pairs[1][0]]).unseal_payload(sealed, what="it") == PAYLOAD


@pytest.mark.skipif(shutil.which("age-keygen") is None, reason="the age-keygen program is not installed")
def test_our_identities_are_those_of_the_age_program(pairs):
    told = subprocess.run(["age-keygen", "-y"], input=pairs[0][0], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == pairs[0][1]
