"""Signatures agree with OpenSSH in both directions, and nothing but the exact signature passes."""

import shutil
import subprocess

import pytest

from retnet_pro.bundle.sshsig import (
    Namespace,
    allowed_signers_line,
    is_signed,
    public_line,
    read_public_line,
    sign,
    signer_of,
)
from retnet_pro.record.signing import SigningKey

KEY = SigningKey(b"k" * 32)
OTHER = SigningKey(b"o" * 32)
needs_ssh_keygen = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="ssh-keygen is not installed here")


def run(*words, cwd, stdin=b""):
    return subprocess.run(words, cwd=cwd, input=stdin, capture_output=True, check=False)


@needs_ssh_keygen
@pytest.mark.rule("T9")
@pytest.mark.parametrize("message", [b"", b"x", b"\0" * 100_000])
def test_ssh_keygen_accepts_our_signature_for_its_namespace_only(tmp_path, message):
    (tmp_path / "allowed_signers").write_text(allowed_signers_line("tab-1", (Namespace.BUNDLE,), KEY.public) + "\n")
    (tmp_path / "m.sig").write_bytes(sign(KEY, Namespace.BUNDLE, message))
    line = ["ssh-keygen", "-Y", "verify", "-f", "allowed_signers", "-I", "tab-1", "-n"]
    good = run(*line, Namespace.BUNDLE, "-s", "m.sig", cwd=tmp_path, stdin=message)
    assert good.returncode == 0, good.stderr
    assert run(*line, Namespace.RECEIPT, "-s", "m.sig", cwd=tmp_path, stdin=message).returncode != 0
    assert run(*line, Namespace.BUNDLE, "-s", "m.sig", cwd=tmp_path, stdin=message + b"!").returncode != 0


@needs_ssh_keygen
def test_we_accept_what_ssh_keygen_signs(tmp_path):
    """So the offline root key may be an ordinary OpenSSH key, used without this program."""
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "root", "-f", "root", cwd=tmp_path)
    (tmp_path / "doc").write_bytes(b"a document\n")
    signed = run("ssh-keygen", "-Y", "sign", "-f", "root", "-n", Namespace.PACK, "doc", cwd=tmp_path)
    assert signed.returncode == 0, signed.stderr
    public = read_public_line((tmp_path / "root.pub").read_text())
    armor = (tmp_path / "doc.sig").read_bytes()
    assert is_signed(public, Namespace.PACK, b"a document\n", armor)
    assert signer_of(armor) == public


@pytest.mark.rule("T9", "P03")
def test_only_this_key_this_purpose_and_this_message_pass():
    armor = sign(KEY, Namespace.RECEIPT, b"message")
    assert is_signed(KEY.public, Namespace.RECEIPT, b"message", armor)
    assert not is_signed(OTHER.public, Namespace.RECEIPT, b"message", armor)
    assert not is_signed(KEY.public, Namespace.PACK, b"message", armor)
    assert not is_signed(KEY.public, Namespace.RECEIPT, b"massage", armor)


@pytest.mark.rule("T9")
def test_every_truncation_and_every_changed_byte_is_refused():
    armor = sign(KEY, Namespace.BUNDLE, b"message")
    for at in range(len(armor)):
        assert not is_signed(KEY.public, Namespace.BUNDLE, b"message", armor[:at])
        flipped = armor[:at] + bytes([armor[at] ^ 1]) + armor[at + 1 :]
        assert not is_signed(KEY.public, Namespace.BUNDLE, b"message", flipped)
    for longer in (armor + b"\n", b"\n" + armor, armor.replace(b"\n", b"\r\n"), armor + armor, b"x" * 10_000):
        assert not is_signed(KEY.public, Namespace.BUNDLE, b"message", longer)


def test_the_signer_is_read_from_a_signature_and_from_nothing_else():
    assert signer_of(sign(KEY, Namespace.BUNDLE, b"m")) == KEY.public
    empty = b"-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n"
    for nothing in (b"", empty, empty[:-1], empty.replace(b"\n-", b"\n*\n-"), b"\xff" * 40):
        assert signer_of(nothing) is None


def test_a_public_key_survives_its_one_line_form():
    assert read_public_line(public_line(KEY.public, "tablet one")) == KEY.public
    assert read_public_line(public_line(KEY.public) + "\n") == KEY.public


@pytest.mark.parametrize(
    "line",
    [
        "",
        "ssh-rsa AAAA",
        "ssh-ed25519 " + "A" * 68,
        public_line(KEY.public) + "\nssh-ed25519",
        "x" + public_line(KEY.public),
    ],
)
def test_anything_else_is_no_public_key(line):
    with pytest.raises(ValueError):
        read_public_line(line)


@pytest.mark.parametrize("principal", ["", "a b", 'a"', "a\nb", "a,b", "*"])
def test_a_principal_cannot_break_out_of_its_column(principal):
    with pytest.raises(ValueError):
        allowed_signers_line(principal, (Namespace.BUNDLE,), KEY.public)
