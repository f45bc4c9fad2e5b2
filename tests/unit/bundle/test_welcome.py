"""A welcome is believed only as the first tablet signed it, to the byte."""

import json
from dataclasses import replace

import pytest

from retnet_pro.bundle.document import write_signed
from retnet_pro.bundle.sshsig import Namespace
from retnet_pro.bundle.welcome import WELCOME_LIMIT, Welcome, claimed_host, read_welcome, write_welcome
from retnet_pro.errors import Code, Tamper
from retnet_pro.record.event import DeviceId, Sealed
from retnet_pro.record.signing import SigningKey
from retnet_pro.study.model import Mode

KEY = SigningKey(b"h" * 32)
WELCOME = Welcome(
    trial="RETNET-DEMO", site="AB", mode=Mode.DEMO, centre="centre-1", root="SHA256:x", by=DeviceId("AB-1"),
    to=DeviceId("AB-2"), recipient="age1once", site_recipient="age1site", at="2026-11-23T09:00:00.000+00:00",
    sealed=Sealed(b"sealed bytes"),
)  # fmt: skip
FILE = write_welcome(WELCOME, KEY)


def refused(untrusted, public=KEY.public):
    with pytest.raises(Tamper) as caught:
        read_welcome(untrusted, public=public, path="w")
    assert caught.value.code is Code.WELCOME_BROKEN and caught.value.facts["path"] == "w"


def test_what_is_written_is_read_and_names_its_signer():
    assert read_welcome(FILE, public=KEY.public) == WELCOME
    assert claimed_host(FILE) == KEY.public


@pytest.mark.rule("T9")
def test_every_truncation_and_every_changed_byte_is_refused():
    for at in range(len(FILE)):
        refused(FILE[:at])
        refused(FILE[:at] + bytes([FILE[at] ^ 1]) + FILE[at + 1 :])


@pytest.mark.rule("T9")
def test_another_signer_and_a_signature_for_another_purpose_are_refused():
    refused(FILE, SigningKey(b"x" * 32).public)
    line = FILE[: FILE.index(b"\n")]
    for namespace in set(Namespace) - {Namespace.WELCOME}:
        refused(write_signed(json.loads(line), KEY, namespace))


@pytest.mark.rule("T12")
@pytest.mark.parametrize("junk", [b"", b"one line", b"one\ntwo", b"{" * (WELCOME_LIMIT + 1)])
def test_junk_names_no_signer(junk):
    with pytest.raises(Tamper) as caught:
        claimed_host(junk)
    assert caught.value.code is Code.WELCOME_BROKEN


def test_even_a_signed_welcome_must_have_the_agreed_form():
    plain = json.loads(FILE[: FILE.index(b"\n")])
    for change in ({"mode": "play"}, {"sealed": "%%"}, {"sealed": 3}, {"site": ""}, {"more": 1}, {"v": 2}):
        refused(write_signed({**plain, **change}, KEY, Namespace.WELCOME))
    assert read_welcome(write_welcome(replace(WELCOME, site="CD"), KEY), public=KEY.public).site == "CD"
