"""The accessibility bus of a desktop, for real: a reader in another process finishes a sitting through it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gui.participant.conftest import HOUSE

HERE = Path(__file__).resolve().parent
SYSTEM_PYTHON = "/usr/bin/python3"
"""The library of the bus comes with the system, for the system's interpreter."""


def has_bus() -> bool:
    """Whether this machine can show a window and has the bus and its library."""
    if not all(map(shutil.which, ("xvfb-run", "dbus-run-session", SYSTEM_PYTHON))):
        return False
    ask = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    return subprocess.run([SYSTEM_PYTHON, "-c", ask], capture_output=True, check=False).returncode == 0


STORY = """
QT_QPA_PLATFORM=xcb "$1" -m tests.gui.participant.at_spi_tablet home-made &
tablet=$!
"$2" -W ignore "$3" $4 || { kill $tablet; exit 1; }
wait $tablet
"""


def hear(*how):
    """Return what the reader heard and what the tablet then stored, line by line."""
    around = os.environ | {"PYTHONPATH": str(HOUSE), "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    bus = ["xvfb-run", "-a", "dbus-run-session", "--", "sh", "-c", STORY, "sh"]
    parts = [sys.executable, SYSTEM_PYTHON, str(HERE / "at_spi_reader.py"), *how]
    done = subprocess.run(
        [*bus, *parts], env=around, cwd=HOUSE, capture_output=True, text=True, check=False, timeout=100
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()


needs_bus = pytest.mark.skipif(
    not has_bus(), reason="needs a virtual display, a message bus and the system's accessibility library"
)


@needs_bus
@pytest.mark.rule("E27", "E58", "E59", "E114", "E115", "E119", "E121")
def test_a_reader_on_the_accessibility_bus_finishes_a_sitting():
    """What it heard of each option is text, state, question and place; what was stored is what it pressed."""
    lines = hear()
    heard = [line for line in lines if line.startswith("heard ") and "Demonstration question" in line]
    assert [line.partition(" Question: ")[0] for line in heard] == [
        "heard Often. not chosen.",
        "heard 3. not chosen.",
        "heard I did not go out. not chosen.",
        "heard Now and then. not chosen.",
    ]
    places = ["Option 3 of 4", "Option 4 of 11", "Option 5 of 5", "Option 2 of 4"]
    assert [line.partition(" | ")[2] for line in heard] == places
    assert lines[-6:] == [
        "asked 5",
        "0 3 Skipped 3 NotApplicable 2",
        "identified pin with the PIN",
        "helped helper-reads sight",
        "ended finished",
        "used screen-reader",
    ]
    assert "Please choose a study PIN / Please enter the same PIN again / First, a short practice" in lines[-7]


@needs_bus
@pytest.mark.rule("E66", "E114")
def test_a_reader_on_the_accessibility_bus_stops_and_says_why():
    lines = hear("stops")
    assert lines[-5:-1] == [
        "0 3",
        "identified pin with the PIN",
        "helped helper-reads sight",
        "ended stopped administrative",
    ]
