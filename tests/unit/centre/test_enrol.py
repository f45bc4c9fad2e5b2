"""A key is believed only after a person compared its fingerprint."""

import shutil
import subprocess

import pytest

from retnet_pro.bundle.fingerprint import fingerprint, grouped
from retnet_pro.centre.enrol import allowed_signers, applicants, enrol, revoke
from retnet_pro.errors import Code, Refusal
from retnet_pro.record.event import DeviceId
from retnet_pro.record.signing import SigningKey

KEY = SigningKey(b"n" * 32)
AT = "2026-11-24T02:00:00.000+01:00"


def test_unknown_keys_at_the_meeting_place_are_shown_with_their_bundles(bench):
    known, stranger = bench.tablet(), bench.tablet("tab-9", b"s" * 32, enrolled=False)
    known.boot()
    stranger.boot()
    stranger.boot()
    bench.send(known)
    bundles = {bench.send(stranger).id, bench.send(stranger, 1).id}
    (bench.centre.drop / ("e" * 64 + ".age")).write_bytes(b"no signature beside it")
    (applicant,) = applicants(bench.store, bench.drop)
    assert applicant.public == stranger.key.public
    assert applicant.fingerprint == fingerprint(stranger.key.public)
    assert set(applicant.bundles) == bundles


@pytest.mark.rule("P48", "T9")
def test_a_wrong_fingerprint_enrols_nothing(bench):
    with pytest.raises(Refusal) as caught:
        enrol(
            bench.store,
            dev=DeviceId("tab-2"),
            site="S01",
            public=KEY.public,
            typed=fingerprint(SigningKey(b"x" * 32).public),
            at=AT,
        )
    assert caught.value.code is Code.FINGERPRINT_DIFFERS
    with bench.store.reading() as ledger:
        assert ledger.devices() == ()


@pytest.mark.rule("P48")
def test_neither_an_id_nor_a_key_is_enrolled_twice(bench):
    facts = {"site": "S01", "typed": grouped(KEY.public), "at": AT}
    enrol(bench.store, dev=DeviceId("tab-2"), public=KEY.public, **facts)
    other = SigningKey(b"x" * 32).public
    for again in (
        {"dev": DeviceId("tab-3"), "public": KEY.public, **facts},
        {"dev": DeviceId("tab-2"), "public": other, **facts, "typed": grouped(other)},
    ):
        with pytest.raises(Refusal) as caught:
            enrol(bench.store, **again)
        assert caught.value.code is Code.DEVICE_EXISTS
    with bench.store.reading() as ledger:
        assert [device.dev for device in ledger.devices()] == ["tab-2"]


@pytest.mark.rule("P47")
def test_closing_a_tablet_keeps_the_first_time_and_needs_a_known_one(bench):
    tablet = bench.tablet()
    revoke(bench.store, dev=tablet.dev, at=AT)
    revoke(bench.store, dev=tablet.dev, at="2027-01-01T00:00:00.000+01:00")
    with bench.store.reading() as ledger:
        assert ledger.device(tablet.dev).revoked_at == AT
    with pytest.raises(Refusal) as caught:
        revoke(bench.store, dev=DeviceId("nobody"), at=AT)
    assert caught.value.code is Code.DEVICE_UNKNOWN


@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="ssh-keygen is not installed here")
def test_the_list_of_signers_is_the_one_ssh_keygen_takes(bench, tmp_path):
    tablet = bench.tablet()
    bench.tablet("tab-2", b"u" * 32)
    tablet.boot()
    bundle = bench.send(tablet)
    (tmp_path / "allowed_signers").write_text(allowed_signers(bench.store))
    line = ["ssh-keygen", "-Y", "verify", "-f", str(tmp_path / "allowed_signers"), "-n", "bundle@retnet-pro"]
    for who, good in (("tab-1", True), ("tab-2", False)):
        done = subprocess.run(
            [*line, "-I", who, "-s", f"{bundle.id}.age.sig"],
            input=bundle.data,
            cwd=bench.centre.drop,
            capture_output=True,
            check=False,
        )
        assert (done.returncode == 0) is good
