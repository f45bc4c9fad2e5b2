"""The supervisor, with small programs in place of the window processes."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from retnet_pro.app.passage import write_hand_over
from retnet_pro.app.supervisor import CRASHES_IN_A_ROW, Kind, Supervisor
from tests.unit.app.test_passage import HAND_OVER

LEFT, QUIT = '{"end": "left", "hand_over": null}', '{"end": "quit", "hand_over": null}'
HANDED = json.dumps({"end": "handed-over", "hand_over": write_hand_over(HAND_OVER)})


class Theatre:
    """Starts, for each child, the next little program of a list, and notes what was started with which input."""

    def __init__(self, folder: Path, *programs: str) -> None:
        self._notes = folder / "notes.txt"
        self._programs = iter(programs)

    def command_for(self, kind: Kind) -> Sequence[str]:
        note = f"print({kind.value!r}, len(sys.stdin.read()), file=open({str(self._notes)!r}, 'a'))"
        return [sys.executable, "-S", "-c", f"import sys; {note}; {next(self._programs)}"]

    def started(self) -> list[list[str]]:
        return [line.split() for line in self._notes.read_text().splitlines()]


def says(word: str) -> str:
    return f"print({word!r})"


DIES = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"


def test_staff_then_participant_then_the_lock_screen_again(tmp_path: Path) -> None:
    theatre = Theatre(tmp_path, says(HANDED), says(LEFT), says(QUIT))
    assert Supervisor(theatre.command_for).run() == 0
    kinds = [kind for kind, _ in theatre.started()]
    assert kinds == ["staff", "participant", "staff"]
    given = [int(size) for _, size in theatre.started()]
    assert given[0] == given[2] == 0 and given[1] > 100, "only the participant's process is told anything"


@pytest.mark.rule("E51")
def test_a_killed_participant_process_brings_back_the_lock_screen(tmp_path: Path) -> None:
    theatre = Theatre(tmp_path, says(HANDED), DIES, says(QUIT))
    assert Supervisor(theatre.command_for).run() == 0
    assert [kind for kind, _ in theatre.started()] == ["staff", "participant", "staff"]


def test_a_staff_process_that_keeps_dying_is_not_started_for_ever(tmp_path: Path) -> None:
    theatre = Theatre(tmp_path, *[DIES] * CRASHES_IN_A_ROW)
    assert Supervisor(theatre.command_for).run() != 0
    assert len(theatre.started()) == CRASHES_IN_A_ROW


def test_one_crash_is_forgiven(tmp_path: Path) -> None:
    theatre = Theatre(tmp_path, DIES, says(LEFT), DIES, DIES, says(QUIT))
    assert Supervisor(theatre.command_for).run() == 0


@pytest.mark.parametrize("code", [3, 4, 5])
def test_a_process_that_has_told_why_is_believed(tmp_path: Path, code: int) -> None:
    theatre = Theatre(tmp_path, f"sys.exit({code})")
    assert Supervisor(theatre.command_for).run() == code
