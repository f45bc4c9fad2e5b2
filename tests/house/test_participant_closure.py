"""What a participant's process carries in memory: nothing that opens, nothing of staff, nothing of the centre."""

import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
NEVER = (
    "retnet_pro.record.unseal",
    "retnet_pro.conduct.reading",
    "retnet_pro.conduct.desk",
    "retnet_pro.vault.slots",
    "retnet_pro.vault.keystore",
    "retnet_pro.gui.staff",
    "retnet_pro.report",
    "retnet_pro.exchange",
    "retnet_pro.simulation",
    "retnet_pro.centre",
    "keyring",
    "reportlab",
    "sqlalchemy",
    "numpy",
    "pyqtgraph",
)
LIST = "import importlib, sys; importlib.import_module(sys.argv[1]); print(*sorted(sys.modules), sep='\\n')"


def carried_by(module: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", LIST, module], cwd=HOUSE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


@pytest.mark.rule("T2", "T3")
@pytest.mark.parametrize("module", ["retnet_pro.app.participant", "retnet_pro.gui.participant.window"])
def test_the_participants_process_carries_nothing_that_opens(module: str) -> None:
    carried = carried_by(module)
    assert "retnet_pro.record.seal" in carried or module.startswith("retnet_pro.gui")
    assert carried & set(NEVER) == set()


def test_the_proof_can_fail() -> None:
    assert {"retnet_pro.record.unseal", "retnet_pro.conduct.reading"} <= carried_by("retnet_pro.conduct.desk")
