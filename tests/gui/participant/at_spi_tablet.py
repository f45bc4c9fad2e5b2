"""A participant's window on a real display with the accessibility bus; prints what was stored when the sitting is over.

Its clock runs faster than time, so that a reader need not wait for pages to settle.
"""

import sys
import time
from datetime import UTC, datetime

from PySide6.QtWidgets import QApplication

from retnet_pro.gui.lane import Lane
from retnet_pro.gui.participant.window import ParticipantWindow
from retnet_pro.gui.theme import Theme
from retnet_pro.moment import Moment
from tests.gui.participant.conftest import COUNT, FOUR, SEVEN, MemoryDesk, make_form, shipped

FASTER = 100


def clock() -> Moment:
    return Moment(datetime.now(UTC), int(time.monotonic() * 1000 * FASTER), "boot")


def main(which: str) -> None:
    application = QApplication(["tablet"])
    forms, words = shipped() if which == "shipped" else ((make_form(FOUR, SEVEN, COUNT),), ())
    desk, lane = MemoryDesk(forms, clock, words=words), Lane()
    window = ParticipantWindow(desk, clock, lane, practice=False, theme=Theme(family="Noto Sans"))
    window.left.connect(application.quit)
    window.resize(1024, 768)
    window.show()
    application.exec()
    lane.close()
    for part, entries in sorted(desk.stored.items()):
        print(part, *(getattr(entry.given, "code", "n/a") for entry in entries))
    print("used", *sorted({one for *_, used in desk.finished for one in used}))


if __name__ == "__main__":
    main(sys.argv[1])
