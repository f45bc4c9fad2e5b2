"""Start the tablet: the supervisor with its real children."""

import sys
from collections.abc import Sequence
from pathlib import Path

from retnet_pro.app.supervisor import Kind, Supervisor


def open_tablet(profile: Path | None) -> int:
    """Run the program on a profile until somebody quits; return the exit code."""

    def command_for(kind: Kind) -> Sequence[str]:
        module = [sys.executable, "-m", f"retnet_pro.app.{kind.value}"]
        return [*module, str(profile)] if kind is Kind.STAFF and profile is not None else module

    return Supervisor(command_for).run()
