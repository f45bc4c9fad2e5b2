"""The power goes away at any moment of a day: what was said to be safe is there, and nothing is damaged.

Fault model. One real day at a site and its centre (open, log in, enrol, hand over, answer, snapshot, slots renewed,
removed and added, erasure, export, import, receipt, checkpoint, restart, a second site founded) runs under `strace`.
After every single write, sync and change of a name the disk is rebuilt as it may be found: everything that was not yet
synced kept, all of it lost, any part of it, or torn in sectors of 512 bytes; see `tests.faults.power` for what is and
what is not modelled. Every state is opened with the real `open_log`. That the test can fail is shown by planted
defects, each of which it must find.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.faults.day import HOUSE, WHOLE, prepare
from tests.faults.power import CALLS
from tests.faults.sizes import SIZES

STRACE = shutil.which("strace")
pytestmark = pytest.mark.skipif(STRACE is None, reason="the Debian package strace is not installed")
HERE = Path(__file__).resolve().parent
SHORT = ("open", "login", "enrol", "tap", "export", "close")
MANY = 1000
DEFECTS = {
    "sync less": SHORT,
    "sync never": SHORT,
    "plain journal": SHORT,
    "said too early": SHORT,
    "file not synced": SHORT,
    "new folder not synced": ("open", "found", "close"),
}


@dataclass(frozen=True, slots=True)
class Recorded:
    """A day that was recorded: the folder before and after it, and the system calls in between."""

    place: Path

    def look(self, states: int, samples: int, most: int) -> dict[str, Any]:
        """Open the states in two processes and return the sums of what they found."""
        command = [sys.executable, str(HERE / "power_states.py")]
        files = [str(self.place / name) for name in ("before", "after", "trace")]
        workers = [
            subprocess.Popen(
                [*command, *files, str(self.place / f"worker-{number}"), str(number), "2", str(states), str(samples),
                 str(most)],
                stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(HOUSE)},
            )
            for number in range(2)
        ]  # fmt: skip
        found = [json.loads(worker.communicate()[0]) for worker in workers]
        return {key: found[0][key] + found[1][key] for key in found[0]}


def record(place: Path, defect: str, acts: tuple[str, ...], answers: int) -> Recorded:
    """Play a day under strace."""
    prepare(place / "before")
    shutil.copytree(place / "before", place / "after")
    done = subprocess.run(
        [str(STRACE), "-o", str(place / "trace"), "-xx", "-s", "99999999", "-e", f"trace={CALLS}", "-e", "signal=none",
         sys.executable, str(HERE / "recorded_day.py"), str(place / "after"), str(answers), defect, *acts],
        env={**os.environ, "PYTHONPATH": str(HOUSE)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if "ptrace" in done.stderr and "not permitted" in done.stderr:
        pytest.skip("system calls may not be recorded here")
    assert done.returncode == 0, done.stderr
    return Recorded(place)


@pytest.mark.rule("E50", "E54", "P82", "P94")
def test_after_a_power_cut_at_any_write_nothing_acknowledged_is_lost(
    place: Path, record_figure: Callable[..., None]
) -> None:
    recorded = record(place / "whole", "none", WHOLE, SIZES.power_answers)
    found = recorded.look(SIZES.power_states, SIZES.power_samples, MANY)
    record_figure(goal="power-loss states", runs=found["distinct"], violations=len(found["violations"]))
    assert found["violations"] == []
    assert found["states"] >= SIZES.power_states * 0.98
    assert found["distinct"] >= SIZES.power_distinct, "repeats of the same state do not count"
    assert found["samples"] >= SIZES.power_samples // 2


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_planted_defect_is_found(place: Path, defect: str) -> None:
    recorded = record(place / defect.replace(" ", "-"), defect, DEFECTS[defect], 1)
    assert recorded.look(SIZES.mutant_states, 1, 1)["violations"]
