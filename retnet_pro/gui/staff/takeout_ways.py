"""How the page Completion leads whoever may take data out to the page that does it, and back."""

from collections.abc import Callable

from retnet_pro.conduct.desk import Desk
from retnet_pro.conduct.roles import Right
from retnet_pro.gui.staff.completion import CompletionPage
from retnet_pro.gui.staff.house import Courier
from retnet_pro.gui.staff.page import Page, Room
from retnet_pro.gui.staff.pieces import button
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.staff.takeout import TakeOutPage


class TakeOutWays:
    """Knows this way and nothing else; for others than those who may, there is none."""

    def __init__(
        self,
        room: Room,
        desk: Desk,
        courier: Courier,
        completion: CompletionPage,
        *,
        show: Callable[[Page], None],
        back: Callable[[], None],
    ) -> None:
        """Take the page the way starts from, how a page is shown, and how one goes back."""
        self.page = TakeOutPage(room, desk, courier)
        self._show = show
        self.page.left.connect(back)
        if desk.may(Right.TAKE_OUT) and desk.may(Right.SEE_ARM):
            way = button(self.page.title, "completion.takeout", room.theme, sign=Sign.COLLECT)
            way.clicked.connect(self._open)
            completion.acts.insertWidget(0, way)

    def _open(self) -> None:
        self._show(self.page)
        self.page.open()
