"""Everything but the glass works where Qt is not installed: each module is imported with Qt made unfindable."""

import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
GLASS = ("gui/", "app/", "cli/demonstration/")
"""Rooms that need Qt: the screens, the roots that show them, and the demonstration that plays them offscreen."""
FRESH = """
import importlib, sys

BANNED = {"PySide6", "shiboken6", "pyqtgraph", "qtawesome"}

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in BANNED:
            raise ModuleNotFoundError(f"no {name} here", name=name)

sys.meta_path.insert(0, NoQt())
for name in sys.argv[1:]:
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:
        sys.exit(f"{name}: {error}")
print(len(sys.argv) - 1, "imported")
"""


def core_modules() -> list[str]:
    package = HOUSE / "retnet_pro"
    names = []
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package)
        if not place.as_posix().startswith(GLASS) and path.name != "__main__.py":
            names.append(".".join(("retnet_pro", *place.with_suffix("").parts)).removesuffix(".__init__"))
    return names


def imported(names: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", FRESH, *names], cwd=HOUSE, capture_output=True, text=True, check=False
    )


def test_every_core_module_is_imported_without_qt() -> None:
    names = core_modules()
    assert {"retnet_pro.conduct.desk", "retnet_pro.report.participant", "retnet_pro.cli"} <= set(names)
    done = imported(names)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [str(len(names)), "imported"]


def test_the_proof_can_fail() -> None:
    done = imported(["retnet_pro.gui.words"])
    assert done.returncode != 0
    assert "PySide6" in done.stderr
