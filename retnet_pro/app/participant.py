"""The participant's process: one sitting, a key that signs, public keys that seal, and nothing that opens.

It is told everything in one line on standard input and says one line at its end. A contract proves that no module it
can reach imports `record.unseal` (rules T2, T3); a test scans its memory.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from retnet_pro.app.passage import End, HandOver, Outcome, read_hand_over, say
from retnet_pro.app.senses import APP, system_clock
from retnet_pro.app.window import catch_all, named, show, start_qt, tell
from retnet_pro.conduct.pen import Pen
from retnet_pro.conduct.take import Bedside
from retnet_pro.gui.interface import install
from retnet_pro.gui.lane import Lane
from retnet_pro.gui.participant.window import ParticipantWindow
from retnet_pro.instrument.carried import open_carried
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
    application, theme = start_qt()
    lane = Lane()
    kept: list[QObject] = []
    codes = [0]

    def opened(site: tuple[Bedside, EventLog]) -> None:
        bedside, log = site
        translator = install(settings.words, bedside.language)
        if translator is not None:
            kept.append(translator)
        window = ParticipantWindow(bedside, system_clock(), lane, practice=hand_over.sitting.practice, theme=theme)
        window.left.connect(lambda _reason: lane.run(log.close, lambda _: application.quit(), failed))
        kept.append(window)
        show(window)
        on_show(window)

    def failed(error: Exception) -> None:
        codes[0] = named(error).exit_code
        for window in kept:
            if isinstance(window, QWidget):
                window.hide()
        kept.append(tell(error, theme, application.quit))

    catch_all(failed)
    lane.run(lambda: open_bedside(settings, hand_over), opened, failed)
    application.exec()
    lane.close()
    say(Outcome(End.LEFT), sys.stdout)
    return codes[0]


def main() -> None:
    """Run as a child of the supervisor: wait, with nothing but code loaded, until a sitting comes or none is needed."""
    line = sys.stdin.readline()
    sys.exit(run(read_hand_over(line)) if line.strip() else 0)


if __name__ == "__main__":
    main()
