"""The way by which a coordinator closes this tablet for another site, and the line that says so from then on."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from retnet_pro.conduct.desk import Desk
from retnet_pro.errors import Code, Refusal
from retnet_pro.gui import words
from retnet_pro.gui.staff.banner import gone_banner
from retnet_pro.gui.staff.leaving import LeavingPage
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import Tone
from retnet_pro.gui.staff.safe import SafePage
from retnet_pro.gui.staff.signs import Sign


class LeavingWays(QObject):
    """Holds the page that asks, leads to it from Safe & sent and back, and keeps the line on top of every page."""

    def __init__(
        self,
        room: Room,
        desk: Desk,
        safe: SafePage,
        show: Callable[[Page], None],
        go: Callable[[str], None],
    ) -> None:
        """Take the page it starts from, how a page is shown, and how a place of the rail is opened."""
        super().__init__()
        self._desk = desk
        self._safe = safe
        self._show = show
        self._go = go
        self.page = LeavingPage(room, desk)
        self.banner, self._said = gone_banner(room.theme)
        safe.leaving_asked.connect(self._open)
        self.page.closed.connect(self._closed)
        self.page.left.connect(lambda: go("safe"))
        self.say()

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages on which it is done."""
        return (self.page,)

    def say(self) -> None:
        """Say on every page that nothing is recorded here any more, once that is so."""
        gone = self._desk.pen.gone
        if gone is None:
            return
        self._said.setText(words.sentence(Refusal(Code.DEVICE_LEFT, site=gone.to, at=gone.at[:10])))
        self.banner.show()

    def _open(self) -> None:
        self._show(self.page)
        self.page.open()

    def _closed(self) -> None:
        self.say()
        self._go("safe")
        said = self.tr("This tablet is closed. Send that to the centre and look for the receipt; then it can go.")
        self._safe.notice(said, Sign.GOOD, Tone.ACCENT)
