"""Only the centre's own receipt for this tablet counts."""

import json
import shutil
import subprocess
from dataclasses import replace

import pytest

from retnet_pro.bundle.document import write_signed
from retnet_pro.bundle.naming import BundleId
from retnet_pro.bundle.receipt import Receipt, SetAside, Status, verify_receipt, write_receipt
from retnet_pro.bundle.sshsig import Namespace, allowed_signers_line
from retnet_pro.errors import Code, Tamper
from retnet_pro.record.event import DeviceId, EventHash, Head
from retnet_pro.record.signing import SigningKey

ONLINE = SigningKey(b"c" * 32)
RECEIPT = Receipt(
    bundle=BundleId("a" * 64),
    trial="RETNET-DEMO",
    dev=DeviceId("tab-1"),
    upto=9,
    head=EventHash("b" * 64),
    at="2026-11-24T02:00:00.000+01:00",
    status=Status.ACCEPTED,
    count=5,
    set_aside=(SetAside(7, "ses-1", "scores differ"), SetAside(8, None, "x")),
)
WRITTEN = write_receipt(RECEIPT, ONLINE)


def verify(untrusted, public=ONLINE.public, trial="RETNET-DEMO", device="tab-1"):
    return verify_receipt(untrusted, centre_public=public, trial=trial, device=DeviceId(device))


def refused(untrusted, **facts):
    with pytest.raises(Tamper) as caught:
        verify(untrusted, **facts)
    assert caught.value.code is Code.RECEIPT_BROKEN
    return caught.value.facts


@pytest.mark.rule("P72", "T5")
def test_a_receipt_countersigns_the_head_and_names_what_was_set_aside():
    assert verify(WRITTEN) == RECEIPT
    assert verify(WRITTEN).holds == Head(9, EventHash("b" * 64))
    gap = replace(RECEIPT, status=Status.GAP, want=4, why="events are missing")
    assert verify(write_receipt(gap, ONLINE)) == gap


@pytest.mark.rule("T9")
def test_another_signer_trial_or_tablet_is_refused():
    assert "not genuine" in refused(WRITTEN, public=SigningKey(b"x" * 32).public)["why"]
    assert "another tablet" in refused(WRITTEN, trial="OTHER")["why"]
    assert "another tablet" in refused(WRITTEN, device="tab-2")["why"]


@pytest.mark.rule("T9")
def test_a_signature_for_another_purpose_is_refused():
    plain = json.loads(WRITTEN.split(b"\n")[0])
    refused(write_signed(plain, ONLINE, Namespace.PACK))
    refused(write_signed(plain, ONLINE, Namespace.BUNDLE))


@pytest.mark.rule("T9")
def test_every_truncation_and_every_changed_byte_is_refused():
    for at in range(len(WRITTEN)):
        refused(WRITTEN[:at])
        refused(WRITTEN[:at] + bytes([WRITTEN[at] ^ 1]) + WRITTEN[at + 1 :])
    for other in (WRITTEN + b"\n", WRITTEN.split(b"\n")[0], b"\n" + WRITTEN, bytes(9 * 1024 * 1024)):
        refused(other)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("status", "lost"),
        ("upto", -1),
        ("head", "b"),
        ("want", 3),
        ("want", "3"),
        ("why", ""),
        ("set_aside", [{"seq": 1, "ses": None, "why": "x"}]),
        ("set_aside", [[1, None, "x"]]),
        ("set_aside", None),
        ("v", 2),
        ("more", 1),
    ],
)
def test_even_a_signed_receipt_must_have_the_agreed_form(name, value):
    plain = {**json.loads(WRITTEN.split(b"\n")[0]), name: value}
    refused(write_signed(plain, ONLINE, Namespace.RECEIPT))


def test_the_message_names_the_bundle_when_it_can_be_seen():
    assert refused(WRITTEN[:-1])["path"] == "a" * 64 + ".receipt"
    assert refused(b"\xff" * 200)["path"] == "-"


@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="ssh-keygen is not installed here")
def test_ssh_keygen_verifies_a_receipt(tmp_path):
    (tmp_path / "ID.receipt").write_bytes(WRITTEN)
    (tmp_path / "allowed_signers").write_text(
        allowed_signers_line("centre-1", (Namespace.RECEIPT,), ONLINE.public) + "\n"
    )
    lines = (
        "head -n 1 ID.receipt > doc; tail -n +2 ID.receipt > doc.sig;"
        "ssh-keygen -Y verify -f allowed_signers -I centre-1 -n receipt@retnet-pro -s doc.sig < doc"
    )
    done = subprocess.run(["sh", "-c", lines], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
