"""A pack is believed only after four checks: signer, kind, version, expiry."""

from dataclasses import replace
from datetime import date

import pytest

from retnet_pro.bundle.document import write_signed
from retnet_pro.bundle.fingerprint import fingerprint
from retnet_pro.bundle.packs import (
    PackKind,
    TrustPack,
    claimed_root,
    make_pack,
    make_trust_pack,
    read_pack,
    read_trust_pack,
)
from retnet_pro.bundle.sshsig import Namespace
from retnet_pro.errors import Code, Refusal, RetnetError, Tamper
from retnet_pro.record.signing import SigningKey

ROOT = SigningKey(b"r" * 32)
ONLINE = SigningKey(b"c" * 32)
TRUST = TrustPack(
    trial="RETNET-DEMO",
    centre="centre-1",
    recipient="age1sample",
    online=ONLINE.public,
    version=3,
    issued=date(2026, 11, 1),
    expires=date(2027, 11, 1),
    root=fingerprint(ROOT.public),
)
TODAY = date(2026, 11, 23)
PACK = make_trust_pack(TRUST, ROOT)


def test_the_trust_pack_names_the_centre_and_its_keys():
    assert read_trust_pack(PACK, root=ROOT.public, today=TODAY) == TRUST
    assert claimed_root(PACK) == ROOT.public


@pytest.mark.rule("T9", "T10")
@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"root": ONLINE.public}, Code.PACK_BROKEN),
        ({"at_least": 4}, Code.PACK_BROKEN),
        ({"today": date(2027, 11, 2)}, Code.PACK_EXPIRED),
    ],
)
def test_another_signer_an_older_version_and_an_expired_pack_are_refused(facts, code):
    with pytest.raises(RetnetError) as caught:
        read_trust_pack(PACK, **{"root": ROOT.public, "today": TODAY, "path": "p.pack", **facts})
    assert caught.value.code is code
    assert caught.value.facts["path"] == "p.pack"


def test_the_last_day_and_the_same_version_are_still_good():
    assert read_trust_pack(PACK, root=ROOT.public, today=date(2027, 11, 1), at_least=3) == TRUST


@pytest.mark.rule("T9")
def test_a_pack_of_another_kind_or_purpose_is_refused():
    form = make_pack(PackKind.FORM, 3, {}, ROOT, issued=TRUST.issued, expires=TRUST.expires)
    with pytest.raises(Tamper):
        read_trust_pack(form, root=ROOT.public, today=TODAY)
    plain = {"v": 1, "kind": "form", "version": 3, "issued": "2026-11-01", "expires": "2027-11-01", "body": {}}
    assert write_signed(plain, ROOT, Namespace.PACK) == form
    with pytest.raises(Tamper):
        read_pack(write_signed(plain, ROOT, Namespace.RECEIPT), public=ROOT.public, kind=PackKind.FORM, today=TODAY)


@pytest.mark.rule("T9")
def test_every_truncation_and_every_changed_byte_is_refused():
    for at in range(len(PACK)):
        for other in (PACK[:at], PACK[:at] + bytes([PACK[at] ^ 1]) + PACK[at + 1 :]):
            with pytest.raises(Tamper):
                read_trust_pack(other, root=ROOT.public, today=TODAY)


@pytest.mark.rule("T10")
@pytest.mark.parametrize(
    "change",
    [
        {"kind": "poem"},
        {"version": -1},
        {"version": "3"},
        {"issued": "yesterday"},
        {"expires": None},
        {"body": []},
        {"body": {}},
        {"body": {"v": 1, "trial": "", "centre": "c", "recipient": "r", "online": "x", "root": "y"}},
        {"v": 9},
        {"more": 1},
    ],
)
def test_even_a_signed_pack_must_have_the_agreed_form(change):
    plain = {
        "v": 1,
        "kind": "trust",
        "version": 3,
        "issued": "2026-11-01",
        "expires": "2027-11-01",
        "body": {},
        **change,
    }
    with pytest.raises(Tamper):
        read_trust_pack(write_signed(plain, ROOT, Namespace.PACK), root=ROOT.public, today=TODAY)


def test_a_trust_pack_that_names_another_root_is_neither_made_nor_read():
    lie = replace(TRUST, root=fingerprint(ONLINE.public))
    with pytest.raises(ValueError):
        make_trust_pack(lie, ROOT)
    forged = make_trust_pack(lie, ONLINE)
    with pytest.raises(Tamper):
        read_trust_pack(forged, root=ROOT.public, today=TODAY)


def test_a_signed_pack_whose_online_key_is_no_key_is_refused():
    body = {
        "v": 1,
        "trial": "T",
        "centre": "c",
        "recipient": "r",
        "online": "ssh-rsa x",
        "root": fingerprint(ROOT.public),
    }
    pack = make_pack(PackKind.TRUST, 1, body, ROOT, issued=TRUST.issued, expires=TRUST.expires)
    with pytest.raises(Tamper) as caught:
        read_trust_pack(pack, root=ROOT.public, today=TODAY)
    assert "ssh-ed25519" in caught.value.facts["why"]


@pytest.mark.parametrize("junk", [b"", b"one line", b"one\ntwo", b"\n" * 5000])
def test_no_root_is_claimed_by_junk(junk):
    with pytest.raises(Tamper):
        claimed_root(junk)


def test_a_refused_pack_can_be_mended_only_by_a_new_one():
    with pytest.raises(Refusal):
        read_pack(PACK, public=ROOT.public, kind=PackKind.TRUST, today=date(2030, 1, 1))
