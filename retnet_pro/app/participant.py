"""The participant's process: one sitting, a key that signs, public keys that seal, and nothing that opens.

It is told everything in one line on standard input and says one line at its end. A contract proves that no module it
can reach imports `record.unseal` (rules T2, T3); a test scans its memory.
"""

import sys
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from retnet_pro.app.passage import End, HandOver, Outcome, read_hand_over, say
from retnet_pro.app.senses import APP, system_clock
from retnet_pro.app.speaking import system_voice
from retnet_pro.app.window import Pane
from retnet_pro.conduct.pen import Pen
from retnet_pro.conduct.take import Bedside
from retnet_pro.gui.interface import InterfaceWords, install
from retnet_pro.gui.lane import Lane
from retnet_pro.gui.participant.window import ParticipantWindow
from retnet_pro.instrument.carried import open_carried
from retnet_pro.instrument.translation import INTERFACE
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey
from retnet_pro.settings import Settings, read_settings
from retnet_pro.vault.log import EventLog, open_log

Shown = Callable[[QWidget], None]


def open_bedside(settings: Settings, hand_over: HandOver) -> tuple[Bedside, EventLog]:
    """Open the log and put the bedside together. The log belongs to the thread that calls this."""
    log = open_log(settings.log)
    pen = Pen(
        log,
        device=hand_over.device,
        key=SigningKey(hand_over.seed),
        sealer=Sealer(hand_over.recipients),
        clock=system_clock(),
        app=APP,
    )
    return Bedside(pen, open_carried(hand_over.forms), hand_over.sitting), log


def run(hand_over: HandOver, on_show: Shown = lambda window: None) -> int:
    """Show the sitting until it is over; return the exit code. `on_show` gets the window, for a player or a test."""
    settings = read_settings(hand_over.profile)
    pane = Pane()
    lane = Lane()
    translators: list[InterfaceWords | None] = []  # Qt translates with it until the last window is gone

    def opened(site: tuple[Bedside, EventLog]) -> None:
        bedside, log = site
        translators.append(install(settings.words, bedside.language, INTERFACE))
        window = ParticipantWindow(
            bedside, system_clock(), lane, practice=hand_over.sitting.practice, theme=pane.theme, voice=system_voice()
        )
        window.left.connect(lambda _reason: lane.run(log.close, lambda _: pane.application.quit(), pane.fail))
        kiosk = pane.guard(window)
        window.left.connect(lambda _reason: kiosk.let_go())
        on_show(window)

    lane.run(lambda: open_bedside(settings, hand_over), opened, pane.fail)
    pane.application.exec()
    lane.close()
    say(Outcome(End.LEFT), sys.stdout)
    return pane.code


def main() -> None:
    """Run as a child of the supervisor: wait, with nothing but code loaded, until a sitting comes or none is needed."""
    line = sys.stdin.readline()
    sys.exit(run(read_hand_over(line)) if line.strip() else 0)


if __name__ == "__main__":
    main()
