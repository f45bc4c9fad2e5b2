"""A manifest has one written form; every other is refused."""

import json
from dataclasses import replace

import pytest

from retnet_pro.bundle.manifest import Listed, Manifest, bundle_id, read_manifest, write_manifest
from retnet_pro.errors import Code, Tamper
from retnet_pro.record.event import EMPTY, DeviceId, EventHash, Head

MANIFEST = Manifest(
    trial="RETNET-DEMO",
    site="S01",
    dev=DeviceId("tab-1"),
    to="centre-1",
    after=Head(4, EventHash("a" * 64)),
    upto=Head(9, EventHash("b" * 64)),
    count=5,
    files=(Listed("events.jsonl", 12, "c" * 64),),
    packs=("d" * 64,),
)
WRITTEN = write_manifest(MANIFEST)


def test_what_is_written_is_read_back():
    assert read_manifest(WRITTEN, path="m") == MANIFEST
    assert json.loads(WRITTEN)["from"] == 5
    assert bundle_id(WRITTEN) == bundle_id(write_manifest(read_manifest(WRITTEN, path="m")))


@pytest.mark.rule("P03", "T9")
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("v", 2),
        ("v", True),
        ("trial", ""),
        ("dev", 1),
        ("from", 0),
        ("from", 10),
        ("from", 5.0),
        ("upto", 10),
        ("count", 4),
        ("count", "5"),
        ("prev", "A" * 64),
        ("head", None),
        ("files", {}),
        ("files", [["events.jsonl", 12]]),
        ("files", [["events.jsonl", -1, "c" * 64]]),
        ("files", ["abc"]),
        ("packs", ["d"]),
        ("packs", [1]),
        ("site", "x" * 501),
    ],
)
def test_any_other_value_is_refused_with_a_reason(name, value):
    changed = {**json.loads(WRITTEN), name: value}
    with pytest.raises(Tamper) as caught:
        read_manifest(json.dumps(changed, separators=(",", ":")).encode(), path="m")
    assert caught.value.code is Code.BUNDLE_BROKEN
    assert caught.value.facts["why"].startswith("manifest: ")


@pytest.mark.rule("T7")
def test_nothing_comes_before_the_first_event():
    first = replace(MANIFEST, after=Head(0, EventHash("a" * 64)), count=9)
    with pytest.raises(Tamper):
        read_manifest(write_manifest(first), path="m")
    assert read_manifest(write_manifest(replace(first, after=EMPTY)), path="m").after == EMPTY


@pytest.mark.parametrize(
    "untrusted",
    [
        b"",
        b"null",
        WRITTEN + b"\n",
        WRITTEN.replace(b":", b": "),
        WRITTEN.replace(b'"v":1', b'"v":1,"v":1'),
        WRITTEN.replace(b'"count":5', b'"count":NaN'),
        WRITTEN.replace(b"S01", b"\xff"),
        WRITTEN.replace(b"S01", b"\\ud800"),
        b"[" * 100_000,
        bytes(2 * 1024 * 1024 + 1),
    ],
)
def test_any_other_form_is_refused(untrusted):
    with pytest.raises(Tamper):
        read_manifest(untrusted, path="m")


def test_every_truncation_is_refused():
    for at in range(len(WRITTEN)):
        with pytest.raises(Tamper):
            read_manifest(WRITTEN[:at], path="m")
