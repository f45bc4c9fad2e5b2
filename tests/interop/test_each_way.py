"""What this program seals and signs, ordinary tools open and verify, and the other way round (rules P04, P70).

Each row of the matrix is one pair of a maker and a reader. A third opener that shares no code with this program is
`tests/archive`; the documented command lines are run as they stand in `tests/unit/bundle/test_container.py`.
"""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest

from retnet_pro.bundle.container import make_bundle
from retnet_pro.bundle.sshsig import Namespace, allowed_signers_line, is_signed, read_public_line, sign
from retnet_pro.record.event import Sealed
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey
from retnet_pro.record.unseal import Unsealer
from tests.unit.bundle import conftest as kit

missing = [tool for tool in ("age", "ssh-keygen") if not shutil.which(tool)]
pytestmark = pytest.mark.skipif(bool(missing), reason=f"not installed here: {', '.join(missing)}")

TEXTS = (b"", b"x", "Größe, שלום\n".encode(), bytes(65_536), bytes(range(256)) * 700)
KEY = SigningKey(b"k" * 32)


def run(*words: str, cwd: Path, given: bytes = b"") -> bytes:
    done = subprocess.run(words, cwd=cwd, input=given, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def with_age(folder: Path) -> tuple[Callable[[bytes], bytes], Callable[[bytes], bytes]]:
    """Return how the age program seals to and opens for the centre."""
    (folder / "centre.key").write_text(kit.CENTRE_IDENTITY + "\n")
    return (
        lambda plain: run("age", "-r", kit.CENTRE_RECIPIENT, "-r", kit.SITE_RECIPIENT, cwd=folder, given=plain),
        lambda sealed: run("age", "-d", "-i", "centre.key", cwd=folder, given=sealed),
    )


@pytest.mark.rule("P04", "P70")
def test_sealed_by_one_opened_by_the_other(tmp_path: Path, record_figure) -> None:
    age_seals, age_opens = with_age(tmp_path)
    identity = pyrage.x25519.Identity.from_str(kit.CENTRE_IDENTITY)
    seals = (Sealer([kit.SITE_RECIPIENT, kit.CENTRE_RECIPIENT]).seal, age_seals)
    opens = (
        lambda sealed: Unsealer([kit.CENTRE_IDENTITY]).unseal(Sealed(sealed), what="-"),
        lambda sealed: pyrage.decrypt(sealed, [identity]),
        age_opens,
    )
    pairs = [(plain, opener(sealer(plain))) for plain in TEXTS for sealer in seals for opener in opens]
    wrong = sum(before != after for before, after in pairs)
    record_figure(goal="interop", runs=len(pairs), violations=wrong)
    assert wrong == 0


@pytest.mark.rule("P04", "T9")
def test_signed_by_one_verified_by_the_other(tmp_path: Path, record_figure) -> None:
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "other", "-f", "other", cwd=tmp_path)
    other = read_public_line((tmp_path / "other.pub").read_text())
    lines = (
        allowed_signers_line(name, (Namespace.PACK,), key) for name, key in (("ours", KEY.public), ("other", other))
    )
    (tmp_path / "signers").write_text("\n".join(lines) + "\n")
    good = 0
    for text in TEXTS:
        (tmp_path / "doc").write_bytes(text)
        (tmp_path / "doc.sig").unlink(missing_ok=True)
        run("ssh-keygen", "-q", "-Y", "sign", "-f", "other", "-n", Namespace.PACK, "doc", cwd=tmp_path)
        for name, key, armor in (("ours", KEY.public, sign(KEY, Namespace.PACK, text)), ("other", other, None)):
            signature = (tmp_path / "doc.sig").read_bytes() if armor is None else armor
            (tmp_path / "s").write_bytes(signature)
            verify = ["ssh-keygen", "-Y", "verify", "-f", "signers", "-I", name, "-n", Namespace.PACK, "-s", "s"]
            good += is_signed(key, Namespace.PACK, text, signature)
            good += b"Good" in run(*verify, cwd=tmp_path, given=text)
    record_figure(goal="interop", runs=4 * len(TEXTS), violations=4 * len(TEXTS) - good)
    assert good == 4 * len(TEXTS)


@pytest.mark.rule("P70")
def test_a_whole_bundle_is_the_same_to_every_opener(tmp_path: Path, record_figure) -> None:
    tablet = kit.Tablet()
    tablet.boot()
    tablet.session("ses-1")
    data = make_bundle(tablet.events, **tablet.facts).data
    _, age_opens = with_age(tmp_path)
    ours = Unsealer([kit.CENTRE_IDENTITY]).unseal(Sealed(data), what="-")
    record_figure(goal="interop", runs=1, violations=int(age_opens(data) != ours))
    assert age_opens(data) == ours
