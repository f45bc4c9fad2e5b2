"""The gate lets in what an enrolled tablet signed, keeps it sealed, and opens nothing."""

import subprocess
import sys

import pytest

from retnet_pro.bundle.container import Bundle
from retnet_pro.bundle.naming import BundleId
from retnet_pro.bundle.receipt import Status
from retnet_pro.bundle.sshsig import Namespace, sign
from retnet_pro.centre.admit import Gate
from retnet_pro.centre.enrol import revoke
from retnet_pro.errors import Code, WorldFault
from retnet_pro.phrases import sentence
from retnet_pro.record.signing import SigningKey


@pytest.fixture
def tablet(bench):
    made = bench.tablet()
    made.session("ses-1")
    return made


def outcomes(bench):
    return {
        admission.bundle: (admission.outcome, admission.fault and admission.fault.code) for admission in bench.gate()
    }


def test_a_bundle_is_kept_as_it_came_and_only_once(bench, tablet):
    bundle = bench.send(tablet)
    assert outcomes(bench) == {bundle.id: (Gate.ADMITTED, None)}
    (kept,) = bench.centre.inbox.folder.iterdir()
    assert kept.read_bytes() == bundle.data
    assert outcomes(bench) == {bundle.id: (Gate.KNOWN, None)}
    bench.open()
    bench.send(tablet)
    assert outcomes(bench) == {bundle.id: (Gate.KNOWN, None)}
    assert len(list(bench.centre.inbox.folder.iterdir())) == 1


@pytest.mark.rule("P48")
def test_an_unknown_tablet_is_turned_away_with_its_fingerprint_and_can_be_enrolled_later(bench):
    stranger = bench.tablet("tab-9", b"s" * 32, enrolled=False)
    stranger.session("ses-1")
    bundle = bench.send(stranger)
    (admission,) = bench.gate()
    assert (admission.outcome, admission.fault.code) == (Gate.TURNED_AWAY, Code.DEVICE_UNKNOWN)
    assert "SHA256:" in sentence(admission.fault)
    assert list(bench.centre.inbox.folder.iterdir()) == []
    bench.tablet("tab-9", b"s" * 32)
    assert outcomes(bench) == {bundle.id: (Gate.ADMITTED, None)}


@pytest.mark.rule("P47")
def test_bundles_of_a_closed_tablet_go_to_quarantine_and_are_never_opened(bench, tablet):
    revoke(bench.store, dev=tablet.dev, at="2026-11-24T01:00:00.000+01:00")
    bundle = bench.send(tablet)
    assert outcomes(bench) == {bundle.id: (Gate.QUARANTINED, Code.DEVICE_REVOKED)}
    assert len(list(bench.centre.quarantine.folder.iterdir())) == 1
    (receipt,) = bench.round()
    assert receipt.status is Status.REFUSED
    assert bench.receipt(bundle, tablet).count == 0
    assert bench.responses() == []


@pytest.mark.rule("T9")
@pytest.mark.parametrize("how", ["missing", "junk", "namespace", "other-bytes", "key"])
def test_a_bundle_without_a_genuine_signature_is_turned_away_before_anything_is_kept(bench, tablet, how):
    bundle = bench.bundle(tablet)
    forged = {
        "missing": None,
        "junk": b"junk",
        "namespace": sign(tablet.key, Namespace.PACK, bundle.data),
        "other-bytes": sign(tablet.key, Namespace.BUNDLE, bundle.data + b"x"),
        "key": sign(SigningKey(b"x" * 32), Namespace.BUNDLE, bundle.data),
    }[how]
    bench.drop.put(f"{bundle.id}.age", bundle.data)
    if forged is not None:
        bench.drop.put(f"{bundle.id}.age.sig", forged)
    code = Code.DEVICE_UNKNOWN if how == "key" else Code.BUNDLE_UNSIGNED
    assert outcomes(bench) == {bundle.id: (Gate.TURNED_AWAY, code)}
    assert list(bench.centre.inbox.folder.iterdir()) == []
    bench.put(bundle)
    assert outcomes(bench) == {bundle.id: (Gate.ADMITTED, None)}


@pytest.mark.rule("T9")
def test_a_truncated_bundle_is_turned_away_and_does_not_block_the_others(bench, tablet):
    good, bad = bench.bundle(tablet, 0, 2), bench.bundle(tablet, 2)
    bench.put(good, Bundle(bad.id, bad.data[:-1], bad.signature))
    assert outcomes(bench) == {
        good.id: (Gate.ADMITTED, None),
        bad.id: (Gate.TURNED_AWAY, Code.BUNDLE_UNSIGNED),
    }


@pytest.mark.rule("T12")
def test_other_things_at_the_meeting_place_are_passed_over(bench, tablet):
    bench.send(tablet)
    (bench.centre.drop / "README.txt").write_text("x")
    (bench.centre.drop / ("f" * 64 + ".receipt")).write_text("x")
    assert len(bench.gate()) == 1


def test_a_transport_that_does_not_keep_limits_is_not_trusted(bench, tablet):
    class Careless:
        def names(self):
            return ("a" * 64 + ".age", "a" * 64 + ".age.sig")

        def get(self, name):
            return bytes(9 * 1024 * 1024)

    bench.drop = Careless()
    assert outcomes(bench) == {BundleId("a" * 64): (Gate.TURNED_AWAY, Code.BUNDLE_TOO_LARGE)}


def test_a_missing_meeting_place_is_one_sentence(bench):
    bench.centre.drop.rmdir()
    with pytest.raises(WorldFault) as caught:
        bench.gate()
    assert "cannot be reached" in sentence(caught.value)


def test_a_receipt_is_posted_only_for_what_lies_there(bench, tablet):
    bundle = bench.send(tablet)
    bench.round()
    names = bench.drop.names()
    assert f"{bundle.id}.receipt" in names
    for name in names:
        (bench.centre.drop / name).unlink()
    bench.round()
    assert bench.drop.names() == ()


@pytest.mark.rule("T3")
def test_the_gate_never_imports_what_opens():
    line = (
        "import sys, retnet_pro.centre.admit, retnet_pro.centre.enrol;print('retnet_pro.record.unseal' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", line], capture_output=True, check=True).stdout == b"False\n"
