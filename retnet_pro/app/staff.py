"""The staff process: lock screen, login, the desk. It ends with the hand-over, and everything it could open with it."""

import os
import secrets
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from retnet_pro.app.courier import SiteCourier
from retnet_pro.app.keeping import Keeper
from retnet_pro.app.opening import OpenSite, close_site, doorway_of, open_site
from retnet_pro.app.passage import End, HandOver, Outcome, say
from retnet_pro.app.printing import Printer
from retnet_pro.app.sending import SendsByItself
from retnet_pro.app.senses import system_clock
from retnet_pro.app.window import Pane
from retnet_pro.conduct.sitting import Sitting
from retnet_pro.errors import Tamper
from retnet_pro.gui.interface import available, install
from retnet_pro.gui.lane import Lane
from retnet_pro.gui.staff.window import StaffWindow
from retnet_pro.gui.traveller import Traveller
from retnet_pro.instrument.carried import carry
from retnet_pro.instrument.translation import SOURCE_LANGUAGE, STAFF
from retnet_pro.settings import read_settings

BACKUP_PATIENCE_MS = 60_000
"""How long a logout waits for the scheduled backup before the tablet is free again. Choice of this project."""

Shown = Callable[[QWidget], None]


def run(profile: Path | None, on_show: Shown = lambda window: None) -> int:
    """Show the lock screen and what follows, until hand-over or logout; return the exit code."""
    settings = read_settings(profile)
    pane = Pane()
    spoken = settings.language if settings.language in available(settings.words, STAFF) else SOURCE_LANGUAGE
    translator = install(settings.words, spoken)
    clock = system_clock()
    lane = Lane()
    last_word: list[Outcome] = []
    travellers: list[Traveller] = []
    couriers: list[SiteCourier] = []
    patience = QTimer()

    def opened(site: OpenSite) -> None:
        doorway = doorway_of(site)
        keeper = Keeper(site)
        courier, printer = SiteCourier(site, keeper), Printer(clock, settings.words, spoken)
        window = StaffWindow(doorway, courier, printer, site.slots, lane, clock, pane.theme)
        sending = SendsByItself(courier, lane, window.traveller, secrets.SystemRandom().random)
        sending.told.connect(window.look_again)
        sending.begin()
        travellers.append(window.traveller)
        couriers.append(courier)

        def close() -> None:
            sending.stop()
            window.traveller.leave()
            lane.run(lambda: close_site(site), lambda _: pane.application.quit(), pane.fail)

        def end(outcome: Outcome) -> None:
            last_word.append(outcome)
            close()

        def leave() -> None:
            """Back up if it is due: nobody waits now. What was on the screen does not stay there meanwhile."""
            last_word.append(Outcome(End.LEFT))
            window.cover()
            patience.start(BACKUP_PATIENCE_MS)
            sending.stop()
            window.traveller.travel(keeper.back_up_if_due, lambda _: backed_up(), not_backed_up)

        def backed_up() -> None:
            patience.stop()
            close()

        def not_backed_up(error: Exception) -> None:
            patience.stop()
            if isinstance(error, Tamper):
                pane.fail(error)
            else:
                close()  # the failure is kept and shown to whoever logs in next

        def hand_over(sitting: Sitting) -> None:
            founding = site.founding
            end(
                Outcome(
                    End.HANDED_OVER,
                    HandOver(
                        sitting=sitting,
                        profile=settings.profile,
                        device=founding.device,
                        seed=site.device.seed,
                        recipients=site.pen.sealer.recipients,
                        forms=carry(
                            site.library,
                            [(turn.instrument, turn.version, turn.language) for turn in sitting.turns],
                        ),
                    ),
                )
            )

        patience.setSingleShot(True)
        patience.timeout.connect(close)  # that it was not finished is kept since it began, and shown at the next login
        window.handed_over.connect(hand_over)
        window.left.connect(leave)
        window.quit.connect(lambda: end(Outcome(End.QUIT)))
        pane.put_up(window)
        on_show(window)

    lane.run(lambda: open_site(settings, clock), opened, pane.fail)
    pane.application.exec()
    del translator  # Qt translates with it until the last window is gone
    lane.close()
    for one in couriers:
        one.end()  # no half of an open file stays on a stick
    if last_word:
        say(last_word[-1], sys.stdout)
    if any(traveller.is_anything_waiting for traveller in travellers):
        # A thread that waits for a share or a network cannot be interrupted, and nothing of this process waits for it.
        os._exit(pane.code)
    return pane.code


def main() -> None:
    """Run as a child of the supervisor; the argument, if any, is the profile."""
    sys.exit(run(Path(sys.argv[1]) if len(sys.argv) > 1 else None))


if __name__ == "__main__":
    main()
