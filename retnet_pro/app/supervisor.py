"""The supervisor: passes the tablet between two kinds of child process, staff and participant.

Only one of them ever holds anything. While staff are at work, the next participant's process already waits with its
code loaded, so that the participant does not: it has no key, no log and no sitting until the hand-over, and the staff
process has ended by then. The supervisor knows no windows and no key; the hand-over only passes through. If a child
dies without a last word (crash, kill, power button), the lock screen comes up again and staff are told what was
interrupted (rule E51).
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
Child = subprocess.Popen[str]
TOLD_WHY = frozenset({0, 3, 4, 5})
"""Exit codes of a child that ended on its own and has told the person why; all others are crashes."""
CRASHES_IN_A_ROW = 3
"""Deaths of the staff process without a last word, after which starting it again would only flicker."""


class Supervisor:
    """Runs children until somebody quits."""

    def __init__(self, command_for: CommandFor) -> None:
        """Take how children are started."""
        self._command_for = command_for
        self._waiting: Child | None = None
        self.last_exit = 0
        """Exit code of the child that ended last."""

    def run(self) -> int:
        """Return an exit code: 0 after a quit, the child's own when the lock screen cannot be kept alive."""
        crashes = 0
        try:
            while crashes < CRASHES_IN_A_ROW:
                staff = self._start(Kind.STAFF)
                self._keep_one_waiting()
                outcome = self._finish(staff, None)
                if outcome is None:
                    if self.last_exit in TOLD_WHY:
                        return self.last_exit
                    crashes += 1
                    continue
                crashes = 0
                if outcome.end is End.QUIT:
                    return 0
                if outcome.hand_over is not None:
                    self.hand_over(outcome.hand_over)
            return self.last_exit or 1
        finally:
            self._dismiss()

    def staff(self) -> Outcome | None:
        """Run one staff process to its end; return its last word, or None if it died without one."""
        return self._finish(self._start(Kind.STAFF), None)

    def hand_over(self, hand_over: HandOver) -> Outcome | None:
        """Give a participant's process its sitting and wait until it has ended."""
        self._keep_one_waiting()
        child, self._waiting = self._waiting, None
        assert child is not None
        return self._finish(child, hand_over)

    def _start(self, kind: Kind) -> Child:
        return subprocess.Popen(
            list(self._command_for(kind)), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def _keep_one_waiting(self) -> None:
        if self._waiting is None or self._waiting.poll() is not None:
            self._dismiss()
            self._waiting = self._start(Kind.PARTICIPANT)

    def _finish(self, child: Child, hand_over: HandOver | None) -> Outcome | None:
        said, _ = child.communicate(write_hand_over(hand_over) + "\n" if hand_over else "")
        self.last_exit = child.returncode
        return hear(said)

    def _dismiss(self) -> None:
        """Send the waiting process away: an empty hand-over ends it."""
        child, self._waiting = self._waiting, None
        if child is not None:
            child.communicate("")
