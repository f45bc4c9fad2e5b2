"""Start the tablet: the supervisor with its real children."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from retnet_pro.app.supervisor import Kind, Supervisor
from retnet_pro.errors import Code, WorldFault

SYSTEM_PACKAGES = "libegl1 libgl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon0 libxcb-cursor0"
"""What Qt needs from Debian or Ubuntu to open windows on a real screen."""


def open_tablet(profile: Path | None) -> int:
    """Run the program on a profile until somebody quits; return the exit code.

    Raises:
        WorldFault: `QT_LIBRARIES_MISSING`.
    """

    def command_for(kind: Kind) -> Sequence[str]:
        module = [sys.executable, "-m", f"retnet_pro.app.{kind.value}"]
        return [*module, str(profile)] if kind is Kind.STAFF and profile is not None else module

    demand_windows()
    return Supervisor(command_for).run()


def demand_windows() -> None:
    """Return if windows can be opened at all. Asks a short-lived process, so that this one stays without them.

    Raises:
        WorldFault: `QT_LIBRARIES_MISSING`, saying what to type.
    """
    asked = subprocess.run(
        [sys.executable, "-c", "import PySide6.QtWidgets"], capture_output=True, text=True, check=False
    )
    if asked.returncode != 0:
        why = (asked.stderr.strip().splitlines() or ["unknown"])[-1]
        raise WorldFault(Code.QT_LIBRARIES_MISSING, why=why, packages=SYSTEM_PACKAGES)
