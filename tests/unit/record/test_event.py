"""A header survives writing and reading, and nothing else is accepted."""

import hashlib
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retnet_pro.errors import Code, Tamper
from retnet_pro.record.event import (
    GENESIS,
    HEADER_LIMIT,
    SEALED_KINDS,
    Header,
    Kind,
    hash_of,
    read_header,
    write_header,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
HEX64 = st.binary(min_size=32, max_size=32).map(bytes.hex)
WHOLE = st.integers(-(2**63), 2**63)
PLAIN = st.recursive(
    st.none() | st.booleans() | WHOLE | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
TIMES = st.datetimes(timezones=st.timezones()).map(lambda at: at.isoformat(timespec="milliseconds"))
HEADERS = st.builds(
    Header,
    v=st.just(1),
    dev=TEXT,
    seq=st.integers(1, 2**62),
    prev=HEX64,
    kind=st.sampled_from(Kind),
    ses=st.none() | TEXT,
    n=st.none() | WHOLE,
    at=TIMES,
    up=WHOLE,
    boot=TEXT,
    who=TEXT,
    role=TEXT,
    app=TEXT,
    pack=st.none() | TEXT,
    seal=st.none() | HEX64,
    note=st.none() | st.dictionaries(TEXT, PLAIN, max_size=4),
)


def plain(**over):
    header = {
        "v": 1,
        "dev": "device-1",
        "seq": 7,
        "prev": "a" * 64,
        "kind": "answer",
        "ses": "s1",
        "n": 3,
        "at": "2026-11-23T10:02:03.123+01:00",
        "up": 12,
        "boot": "b",
        "who": "participant",
        "role": "participant",
        "app": "0.1.0",
        "pack": "c" * 64,
        "seal": "d" * 64,
        "note": None,
    }
    return {**header, **over}


def as_bytes(document):
    return json.dumps(document, ensure_ascii=False).encode()


def refusal(untrusted_bytes):
    with pytest.raises(Tamper) as raised:
        read_header(untrusted_bytes, path="somewhere")
    assert raised.value.code is Code.EVENT_BROKEN
    assert raised.value.facts["path"] == "somewhere"
    return raised.value.facts["why"]


@given(HEADERS)
def test_what_is_written_is_read_back(header):
    assert read_header(write_header(header)) == header


@given(HEADERS)
def test_what_is_read_is_written_byte_for_byte(header):
    written = write_header(header)
    assert write_header(read_header(written)) == written


@pytest.mark.rule("P04")
def test_the_written_form_is_the_published_one():
    assert write_header(read_header(as_bytes(plain()))).decode() == (
        '{"v":1,"dev":"device-1","seq":7,"prev":"' + "a" * 64 + '","kind":"answer","ses":"s1","n":3,'
        '"at":"2026-11-23T10:02:03.123+01:00","up":12,"boot":"b","who":"participant","role":"participant",'
        '"app":"0.1.0","pack":"' + "c" * 64 + '","seal":"' + "d" * 64 + '","note":null}'
    )


def test_an_event_is_named_by_the_sha_256_of_its_header():
    assert hash_of(b"abc") == hashlib.sha256(b"abc").hexdigest()
    assert len(GENESIS) == 64


@pytest.mark.parametrize("name", list(plain()))
@pytest.mark.parametrize("value", [True, 1.5, [], {"a": 1}, "text", 7, None, -1, "A" * 64, "", 10**400])
def test_a_field_of_the_wrong_type_is_refused_and_a_right_one_is_kept(name, value):
    untrusted = as_bytes(plain(**{name: value}))
    try:
        header = read_header(untrusted)
    except Tamper as tamper:
        assert tamper.code is Code.EVENT_BROKEN
    else:
        assert getattr(header, name) == value
        assert type(value) is not bool and type(value) is not float


@pytest.mark.parametrize("name", list(plain()))
def test_a_missing_field_is_refused(name):
    document = plain()
    del document[name]
    assert refusal(as_bytes(document)) == "unexpected fields"


@pytest.mark.parametrize(
    ("untrusted_bytes", "why"),
    [
        (as_bytes(plain(extra=1)), "unexpected fields"),
        (as_bytes(dict(reversed(plain().items()))), "unexpected fields"),
        (as_bytes([plain()]), "unexpected fields"),
        (as_bytes(plain(v=2)), "format 2, this program knows 1"),
        (as_bytes(plain(seq=0)), "events are counted from 1"),
        (as_bytes(plain(kind="guess")), "unknown kind"),
        (as_bytes(plain(prev="a" * 63)), "prev is not a SHA-256"),
        (as_bytes(plain(seal="D" * 64)), "seal is not a SHA-256"),
        (as_bytes(plain(prev="a" * 64 + "\n")), "prev is not a SHA-256"),
        (as_bytes(plain(at="2026-11-23T10:02:03.123")), "at is not a time with its offset"),
        (as_bytes(plain(at="yesterday")), "at is not a time with its offset"),
        (
            as_bytes(plain(who="X")).replace(b'"X"', b'"\\ud800"'),
            "half a character",
        ),
        (as_bytes(plain()).replace(b'"v"', b'"v": 1, "v"', 1), "not JSON (ValueError)"),
        (as_bytes(plain(note={"k": 1})).replace(b'"k"', b'"k": 1, "k"'), "not JSON (ValueError)"),
        (as_bytes(plain()) + b"x", "not JSON (JSONDecodeError)"),
        (b"\xff", "not JSON (UnicodeDecodeError)"),
        (b"", "not JSON (JSONDecodeError)"),
        (b"[" * 20_000, "not JSON (RecursionError)"),
        (b" " * (HEADER_LIMIT + 1), "header too large"),
    ],
)
@pytest.mark.rule("T10", "P03")
def test_what_is_wrong_with_a_header_is_said(untrusted_bytes, why):
    assert refusal(untrusted_bytes) == why


@pytest.mark.rule("T10")
@given(st.binary(max_size=300))
def test_any_bytes_are_refused_in_our_own_words(untrusted_bytes):
    assert refusal(untrusted_bytes)


@pytest.mark.rule("T10")
def test_a_note_nested_to_the_edge_of_what_can_be_read_is_no_crash():
    before, after = as_bytes(plain(note={"k": "\u0001"})).replace(b"\\u0001", b"\\u0041").split(b"}", 1)
    limit = sys.getrecursionlimit()
    refused = 0
    for depth in range(limit - 200, limit + 1):
        try:
            read_header(before + b',"deep":' + b"[" * depth + b"]" * depth + b"}" + after)
        except Tamper as tamper:
            assert tamper.code is Code.EVENT_BROKEN
            refused += 1
    assert 0 < refused < 201


@pytest.mark.rule("T10")
@given(HEADERS, st.integers(0, 10_000), st.integers(0, 7))
def test_a_flipped_bit_is_refused_or_read_as_something_else(header, at, bit):
    written = bytearray(write_header(header))
    written[at % len(written)] ^= 1 << bit
    try:
        assert read_header(bytes(written)) != header or json.loads(written) == json.loads(write_header(header))
    except Tamper as tamper:
        assert tamper.code is Code.EVENT_BROKEN


@pytest.mark.rule("T1", "P101")
def test_what_participants_say_and_what_is_said_of_them_is_sealed():
    told = {"enrol", "participant.fact", "answer", "amend", "acknowledge", "sign", "erase", "withdraw", "view"}
    sessions = {kind.value for kind in Kind if kind.value.startswith("session.")}
    assert told | sessions <= {kind.value for kind in SEALED_KINDS}
    assert len(sessions) >= 4
