"""The frame every staff page stands in: a title, one line below it, room for acts, a place for messages, a body."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from retnet_pro.conduct.journey import Journey
from retnet_pro.errors import Tamper
from retnet_pro.gui import words
from retnet_pro.gui.staff.dress import CONTROL_PX
from retnet_pro.gui.staff.errand import Errands
from retnet_pro.gui.staff.pieces import Rank, Tone, Voice, across, button, card, clear, down, mark, text
from retnet_pro.gui.staff.signs import Sign
from retnet_pro.gui.theme import GRID, Theme

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Room:
    """What a page needs to stand in: how to get things done, and how things look."""

    errands: Errands
    theme: Theme


class Page(QWidget):
    """One page. It shows facts it is given and reports what somebody asks for."""

    left = Signal()
    """Somebody goes back to where they came from."""

    def __init__(self, room: Room, title: str, *, name: str, back: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("ground", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.room = room
        self.theme = room.theme
        self._ticket = 0
        self._title = text(title, Voice.TITLE, name=f"{name}.title", wrap=False)
        self._line = text("", Voice.QUIET, name=f"{name}.line")
        self.acts: QHBoxLayout = across(spacing=GRID)
        self._notices = down(spacing=0)
        self.body: QVBoxLayout = down()
        self._lay_out(name, back)

    @property
    def title(self) -> str:
        """What the page is called."""
        return self._title.text()

    def head(self, title: str, line: str) -> None:
        """Set the title and the line below it."""
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))

    def ask(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Get something from the desk; only the newest question of a page is answered."""
        self._ticket += 1
        ticket = self._ticket

        def arrived(result: T) -> None:
            if ticket == self._ticket:
                done(result)

        self.room.errands.run(work, arrived, self.complain)

    def travel(self, start: Callable[[], Journey[T]], done: Callable[[T], None]) -> None:
        """Get something done that waits for a network, a stick or a share; nothing once this page is gone."""

        def arrived(result: T) -> None:
            if isValid(self):
                done(result)

        def broke(error: Exception) -> None:
            if isValid(self):
                self.complain(error)

        self.room.errands.travel(start, arrived, broke)

    def complain(self, error: Exception) -> None:
        """Show a failure in words; what somebody typed stays as it is."""
        if isinstance(error, Tamper):
            self.notice(words.sentence(error), Sign.URGENT, Tone.RED)
        else:
            self.notice(words.sentence(error), Sign.ATTENTION, Tone.AMBER)

    def notice(self, said: str, sign: Sign, tone: Tone) -> None:
        """Show one message above the body, until the next one or until the page is opened again."""
        self.hush()
        line = across(spacing=GRID)
        line.addWidget(mark(sign, self.theme, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(text(said, name=f"{self.objectName()}.notice"), 1)
        self._notices.addWidget(card(line, tone))

    def hush(self) -> None:
        """Take the message away."""
        clear(self._notices)

    def to_top(self) -> None:
        """Show the beginning of the body."""
        self._scroll.verticalScrollBar().setValue(0)

    def _lay_out(self, name: str, back: bool) -> None:
        self._line.hide()
        top = across(spacing=GRID)
        top.setContentsMargins(0, 0, 2 * GRID, 0)
        self._notices.setContentsMargins(0, 0, 2 * GRID, 0)
        if back:
            way_back = button("", f"{name}.back", self.theme, rank=Rank.QUIET, sign=Sign.BACK)
            way_back.setToolTip(self.tr("Back"))
            way_back.setAccessibleName(self.tr("Back"))
            way_back.setFixedWidth(CONTROL_PX)
            way_back.clicked.connect(self.left)
            top.addWidget(way_back)
        titles = down(self._title, self._line, spacing=0)
        top.addLayout(titles, 1)
        top.addLayout(self.acts)
        whole = down(spacing=2 * GRID)
        whole.setContentsMargins(3 * GRID, 2 * GRID, GRID, 0)
        whole.addLayout(top)
        whole.addLayout(self._notices)
        self._scroll = _scrolled(self.body)
        self._scroll.setObjectName(f"{name}.scroll")
        whole.addWidget(self._scroll, 1)
        self.setLayout(whole)


def _scrolled(body: QVBoxLayout) -> QScrollArea:
    inside = QWidget()
    inside.setProperty("ground", True)
    body.setContentsMargins(0, 0, 2 * GRID, 3 * GRID)
    inside.setLayout(body)
    area = QScrollArea()
    area.setProperty("scrolls", True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)

    # The room for the scroll bar is kept free while there is none, so that nothing jumps when it comes.
    def settle(_: int, most: int) -> None:
        body.setContentsMargins(0, 0, GRID if most else 2 * GRID, 3 * GRID)
        # The arrows scroll what has the focus; where there is nothing to scroll, the tab key does not stop.
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus if most else Qt.FocusPolicy.NoFocus)

    area.verticalScrollBar().rangeChanged.connect(settle)
    return area
