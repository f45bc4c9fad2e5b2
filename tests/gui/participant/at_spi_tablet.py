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
from retnet_pro.study.model import Identification
from tests.gui.participant.conftest import COUNT, FOUR, SEVEN, MemoryDesk, make_form, shipped

FASTER = 100
PIN = "2741"


def clock() -> Moment:
    return Moment(datetime.now(UTC), int(time.monotonic() * 1000 * FASTER), "boot")


def main(which: str) -> None:
    application = QApplication(["tablet"])
    home_made = (make_form(FOUR, SEVEN, COUNT, FOUR, na=(4,), today=(3,)),)
    forms, words = shipped() if which == "shipped" else (home_made, ())
    desk, lane = MemoryDesk(forms, clock, words=words, identification=Identification.PIN), Lane()
    window = ParticipantWindow(desk, clock, lane, practice=True, theme=Theme(family="Noto Sans"))
    window.left.connect(application.quit)
    window.resize(1024, 768)
    window.show()
    application.exec()
    lane.close()
    for part, entries in sorted(desk.stored.items()):
        given = (getattr(entry.given, "code", type(entry.given).__name__) for entry in entries)
        print(part, *given)
    print("identified", *desk.identified, *([] if desk.pin != PIN else ["with the PIN"]))
    print("helped", *(f"{who} {why}" for _, who, why in desk.helped))
    print("ended", *desk.reasons, *(why for _, why in desk.whys))
    print("used", *sorted({one for *_, used in desk.finished for one in used}))


if __name__ == "__main__":
    main(sys.argv[1])
