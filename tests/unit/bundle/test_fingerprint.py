"""Fingerprints are those ssh-keygen prints, and people's spacing does not matter."""

import shutil
import subprocess

import pytest

from retnet_pro.bundle.fingerprint import (
    fingerprint,
    fingerprint_of_line,
    grouped,
    is_same,
    regrouped,
    reworded,
    told,
    worded,
)
from retnet_pro.bundle.sshsig import public_line
from retnet_pro.record.signing import SigningKey

PUBLIC = SigningKey(b"k" * 32).public


@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="ssh-keygen is not installed here")
def test_the_fingerprint_is_the_one_ssh_keygen_prints(tmp_path):
    (tmp_path / "key.pub").write_text(public_line(PUBLIC, "tablet") + "\n")
    shown = subprocess.run(
        ["ssh-keygen", "-l", "-f", "key.pub"], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    assert shown.split()[1] == fingerprint(PUBLIC)


def test_the_grouped_form_has_sixteen_groups_of_four():
    assert [len(group) for group in grouped(PUBLIC).split(" ")] == [4] * 16


@pytest.mark.rule("T9")
def test_both_forms_are_recognised_as_typed_and_other_keys_are_not():
    assert is_same(f" {fingerprint(PUBLIC)}\n", PUBLIC)
    assert is_same(grouped(PUBLIC).upper().replace(" ", "  "), PUBLIC)
    assert not is_same(fingerprint(PUBLIC).lower(), PUBLIC)
    assert not is_same(grouped(PUBLIC)[:-1], PUBLIC)
    assert not is_same("", PUBLIC)
    assert not is_same(fingerprint(SigningKey(b"o" * 32).public), PUBLIC)


def test_a_fingerprint_in_openssh_form_is_regrouped_and_anything_else_is_nothing() -> None:
    public = bytes(range(32))
    assert regrouped(fingerprint(public)) == grouped(public)
    assert [regrouped(other) for other in ("", "SHA256:", "SHA256:AAAA", "not one")] == [""] * 4


@pytest.mark.rule("T9")
def test_words_for_the_telephone_are_those_of_the_published_list_and_name_one_key() -> None:
    zeros = "SHA256:" + "A" * 43
    assert reworded(zeros) == " ".join(["abandon"] * 23 + ["art"]), "a vector of BIP-0039"
    assert len(worded(PUBLIC).split()) == 24
    assert reworded(fingerprint(PUBLIC)) == worded(PUBLIC)
    assert is_same(f"  {worded(PUBLIC).title()}\n", PUBLIC)
    assert not is_same(worded(PUBLIC), SigningKey(b"o" * 32).public)
    assert not is_same(worded(PUBLIC).rpartition(" ")[0], PUBLIC)
    assert told(PUBLIC).splitlines() == [grouped(PUBLIC), f"  in words: {worded(PUBLIC)}"]
    assert [reworded(other) for other in ("", "SHA256:AAAA")] == [""] * 2


def test_a_public_key_in_one_line_has_the_same_name() -> None:
    assert fingerprint_of_line(public_line(PUBLIC, "tablet")) == fingerprint(PUBLIC)
    assert [fingerprint_of_line(other) for other in ("", "ssh-ed25519", "ssh-ed25519 ?")] == [""] * 3
