"""The supervisor: keeps exactly one child alive, staff or participant, and passes the tablet between them.

It knows no windows, no log and no key of its own; the hand-over only passes through. If a child dies without a last
word (crash, kill, power button), the lock screen comes up again and staff are told what was interrupted (rule E51).
"""

import subprocess
from collections.abc import Callable, Sequence
from enum import StrEnum

from retnet_pro.app.passage import End, HandOver, Outcome, hear, write_hand_over


class Kind(StrEnum):
    """The kinds of child."""

    STAFF = "staff"
    PARTICIPANT = "participant"


CommandFor = Callable[[Kind], Sequence[str]]
"""How to start a child of a kind."""
TOLD_WHY = frozenset({0, 3, 4, 5})
"""Exit codes of a child that ended on its own and has told the person why; all others are crashes."""
CRASHES_IN_A_ROW = 3
"""Deaths of the staff process without a last word, after which starting it again would only flicker."""


class Supervisor:
    """Runs children one after the other until somebody quits."""

    def __init__(self, command_for: CommandFor) -> None:
        """Take how children are started."""
        self._command_for = command_for
        self.last_exit = 0
        """Exit code of the child that ended last."""

    def run(self) -> int:
        """Return an exit code: 0 after a quit, the child's own when the lock screen cannot be kept alive."""
        crashes = 0
        while crashes < CRASHES_IN_A_ROW:
            outcome = self.child(Kind.STAFF, None)
            if outcome is None:
                if self.last_exit in TOLD_WHY:
                    return self.last_exit
                crashes += 1
                continue
            crashes = 0
            if outcome.end is End.QUIT:
                return 0
            if outcome.hand_over is not None:
                self.child(Kind.PARTICIPANT, outcome.hand_over)
        return self.last_exit or 1

    def child(self, kind: Kind, hand_over: HandOver | None) -> Outcome | None:
        """Run one child to its end; return its last word, or None if it died without one."""
        done = subprocess.run(
            list(self._command_for(kind)),
            input=write_hand_over(hand_over) + "\n" if hand_over else "",
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
        self.last_exit = done.returncode
        return hear(done.stdout)
