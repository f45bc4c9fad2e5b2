"""A changed dependency cannot enter unseen: everything is pinned by hash, and importing us touches nothing (T15)."""

import base64
import hashlib
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
PINNED = re.compile(r"[A-Za-z0-9._-]+(\[[a-z,]+\])?==[0-9A-Za-z.+!-]+( ;[^\\]*)? \\")
HASHED = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
AUDIT = """
import sys, pkgutil, importlib
seen = []
def hook(name, facts):
    writes = name == "open" and isinstance(facts[1], str) and set(facts[1]) & set("wax+")
    if writes and not str(facts[0]).endswith(".pyc") and "__pycache__" not in str(facts[0]):
        seen.append(f"writes {facts[0]}")
    if name in ("socket.connect", "socket.getaddrinfo", "socket.bind", "subprocess.Popen", "os.system"):
        seen.append(f"{name} {facts}")
sys.addaudithook(hook)
import retnet_pro
count = 0
for found in pkgutil.walk_packages(retnet_pro.__path__, "retnet_pro."):
    if not found.name.endswith("__main__"):
        importlib.import_module(found.name)
        count += 1
print(count, seen)
sys.exit(bool(seen) or count < 200)
"""


@pytest.mark.rule("T15")
def test_every_package_is_pinned_with_hashes() -> None:
    lines = (HOUSE / "packaging" / "requirements.txt").read_text("utf-8").splitlines()
    packages = [line for line in lines if line and not line.startswith((" ", "#"))]
    assert len(packages) > 20
    assert [line for line in packages if not PINNED.fullmatch(line)] == []
    rest = [line for line in lines if line.startswith("    ") and not line.lstrip().startswith("#")]
    assert [line for line in rest if not HASHED.fullmatch(line)] == []
    after = [lines[lines.index(line) + 1] for line in packages]
    assert [line for line in after if not HASHED.fullmatch(line)] == [], "a package without a hash"


@pytest.mark.rule("T15")
@pytest.mark.parametrize(("digest", "code"), [("0" * 64, 1), ("", 0)], ids=["altered", "as listed"])
def test_a_package_whose_hash_differs_is_refused(tmp_path: Path, digest: str, code: int) -> None:
    wheel = tmp_path / "canary-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as made:
        made.writestr("canary.py", "")
        made.writestr("canary-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: canary\nVersion: 1.0\n")
        made.writestr("canary-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        made.writestr("canary-1.0.dist-info/RECORD", "")

    listed = digest or hashlib.sha256(wheel.read_bytes()).hexdigest()
    (tmp_path / "requirements.txt").write_text(f"canary==1.0 --hash=sha256:{listed}\n")
    done = subprocess.run(
        [
            sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--require-hashes",
            "--disable-pip-version-check", "--find-links", str(tmp_path), "--target", str(tmp_path / "into"),
            "-r", str(tmp_path / "requirements.txt"),
        ],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, (tmp_path / "into" / "canary.py").exists()) == (code, code == 0), done.stderr
    assert code == 0 or "DO NOT MATCH THE HASHES" in done.stderr


TAKE_TOOLS = """
say() { :; }
eval "$(sed -n '/^proof_tools()/,/^}/p' "$1")"
proof_tools
"""
NPM = """#!/bin/sh
mkdir package && echo "a tool" >package/tool.js && tar --sort=name --mtime=@0 --owner=0 --group=0 -czf tool.tgz package
echo tool.tgz
"""


@pytest.mark.rule("T15")
@pytest.mark.parametrize("as_listed", [True, False])
def test_a_tool_of_the_tests_whose_hash_differs_is_not_unpacked(tmp_path: Path, as_listed: bool) -> None:
    (tmp_path / "bin").mkdir()
    npm = tmp_path / "bin" / "npm"
    npm.write_text(NPM)
    npm.chmod(0o755)
    subprocess.run(["sh", npm], cwd=tmp_path, check=True, capture_output=True)
    digest = hashlib.sha512((tmp_path / "tool.tgz").read_bytes()).digest() if as_listed else bytes(64)
    (tmp_path / "packaging").mkdir()
    (tmp_path / ".venv").mkdir()
    listed = f"# tools\n@their/tool 1.0 {base64.b64encode(digest).decode()}\n"
    (tmp_path / "packaging" / "proof-tools.txt").write_text(listed)
    done = subprocess.run(
        ["bash", "-euc", TAKE_TOOLS, "-", HOUSE / "packaging" / "prepare"],
        cwd=tmp_path, env={"PATH": f"{npm.parent}:/usr/bin:/bin"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    kept = [one.relative_to(tmp_path / ".venv").as_posix() for one in (tmp_path / ".venv").rglob("*") if one.is_file()]
    assert kept == (["proof-tools/@their/tool-1.0/tool.js"] if as_listed else []), done.stderr
    assert (done.returncode == 0) is as_listed


@pytest.mark.rule("T15", "P104")
def test_importing_the_program_opens_no_connection_starts_no_process_and_writes_no_file() -> None:
    done = subprocess.run([sys.executable, "-B", "-c", AUDIT], cwd=HOUSE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
