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
    """Starts the next little program of a kind, and notes what each child was told."""

    def __init__(self, folder: Path, staff: Sequence[str], participants: Sequence[str] = ()) -> None:
        self._notes = folder / "notes.txt"
        self._programs = {Kind.STAFF: iter(staff), Kind.PARTICIPANT: iter([*participants, *["pass"] * len(staff)])}

    def command_for(self, kind: Kind) -> Sequence[str]:
        told = f"told = len(sys.stdin.read()); print({kind.value!r}, told, file=open({str(self._notes)!r}, 'a'))"
        program = next(self._programs[kind])
        return [sys.executable, "-S", "-c", f"import sys; {told}\nif told or {kind.value!r} == 'staff': {program}"]

    def told(self) -> list[tuple[str, bool]]:
        """Which kinds of child ended in which order, and whether they were told anything."""
        lines = [line.split() for line in self._notes.read_text().splitlines()]
        return [(kind, int(size) > 0) for kind, size in lines]


def says(word: str) -> str:
    return f"print({word!r})"


DIES = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"


def test_staff_then_participant_then_the_lock_screen_again(tmp_path: Path) -> None:
    theatre = Theatre(tmp_path, [says(HANDED), says(QUIT)], [says(LEFT)])
    assert Supervisor(theatre.command_for).run() == 0
    assert theatre.told() == [("staff", False), ("participant", True), ("staff", False), ("participant", False)]


@pytest.mark.rule("T2", "T3")
def test_the_waiting_process_is_told_nothing_before_the_staff_process_has_ended(tmp_path: Path) -> None:
    theatre = Theatre(tmp_path, ["import time; time.sleep(0.5); " + says(HANDED), says(QUIT)], [says(LEFT)])
    Supervisor(theatre.command_for).run()
    assert theatre.told()[:2] == [("staff", False), ("participant", True)]


@pytest.mark.rule("E51")
def test_a_killed_participant_process_brings_back_the_lock_screen(tmp_path: Path) -> None:
    theatre = Theatre(tmp_path, [says(HANDED), says(QUIT)], [DIES])
    assert Supervisor(theatre.command_for).run() == 0
    assert [kind for kind, _ in theatre.told()][:3] == ["staff", "participant", "staff"]


def test_a_staff_process_that_keeps_dying_is_not_started_for_ever(tmp_path: Path) -> None:
    theatre = Theatre(tmp_path, [DIES] * CRASHES_IN_A_ROW)
    assert Supervisor(theatre.command_for).run() != 0
    assert sum(kind == "staff" for kind, _ in theatre.told()) == CRASHES_IN_A_ROW


def test_one_crash_is_forgiven(tmp_path: Path) -> None:
    theatre = Theatre(tmp_path, [DIES, says(LEFT), DIES, DIES, says(QUIT)])
    assert Supervisor(theatre.command_for).run() == 0


@pytest.mark.parametrize("code", [3, 4, 5])
def test_a_process_that_has_told_why_is_believed(tmp_path: Path, code: int) -> None:
    theatre = Theatre(tmp_path, [f"sys.exit({code})"])
    assert Supervisor(theatre.command_for).run() == code
