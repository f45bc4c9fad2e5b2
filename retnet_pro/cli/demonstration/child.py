"""A child process of the demonstration: the very process of the program, with a player at its window.

Arguments: which act, and the file of the plot. Everything else is as in the real program: the hand-over on standard
input, the last word on standard output.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QSize, qInstallMessageHandler
from PySide6.QtWidgets import QWidget

from retnet_pro.app.measuring import hush
from retnet_pro.cli.demonstration.plot import Plot, read_plot
from retnet_pro.cli.demonstration.stage import Stage

SITTING = "sitting"
"""The act of the participant; all others are acts of staff."""
TABLET = QSize(1280, 800)


def play_staff(act: str, plot: Plot) -> int:
    """Run the staff process with an act on its window."""
    from retnet_pro.app import staff
    from retnet_pro.cli.demonstration.office import ACTS

    stages: list[Stage] = []

    def shown(window: QWidget) -> None:
        window.resize(TABLET)
        stages.append(Stage(window, plot.pictures, act))
        stages[0].play(ACTS[act](stages[0], plot))

    code = staff.run(plot.profile, shown)
    return 1 if any(stage.failure for stage in stages) else code


def play_participant(plot: Plot) -> int:
    """Run the participant's process with a simulated participant at its window."""
    from retnet_pro.app import participant
    from retnet_pro.app.passage import read_hand_over
    from retnet_pro.cli.demonstration.bedside import Participant
    from retnet_pro.gui.participant.window import ParticipantWindow

    stages: list[Stage] = []

    def shown(window: QWidget) -> None:
        assert isinstance(window, ParticipantWindow)
        window.resize(TABLET)
        stages.append(Stage(window, plot.pictures, SITTING))
        stages[0].play(Participant(stages[0], window, plot).script())

    code = participant.run(read_hand_over(sys.stdin.readline()), shown)
    return 1 if any(stage.failure for stage in stages) else code


def main() -> None:
    """Play one act."""
    qInstallMessageHandler(hush)
    act, plot = sys.argv[1], read_plot(Path(sys.argv[2]))
    sys.exit(play_participant(plot) if act == SITTING else play_staff(act, plot))


if __name__ == "__main__":
    main()
