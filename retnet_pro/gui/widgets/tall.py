"""A page that may be taller than the screen, and knows whether its end has been seen (rule E02)."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QVBoxLayout, QWidget

from retnet_pro.gui.theme import GRID, Theme
from retnet_pro.gui.widgets.page_bar import PageBar
from retnet_pro.gui.widgets.touch import ARROWS

SLACK_PX = GRID
"""The empty margin at the end of a page need not be seen."""
LAYERS = 3
"""Layouts within each other on one page, each of which asks the one around it anew."""


class TallArea(QScrollArea):
    """Scrolls up and down by finger, keyboard or bar, and emits whether the end has been on screen."""

    end_seen = Signal(bool)

    def __init__(self, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._end_was_seen = False
        port, self._bar = QWidget(), PageBar()  # Qt's own would have to be asked for, which is slow the first time
        self.setViewport(port)
        self.setVerticalScrollBar(self._bar)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar.valueChanged.connect(self._notice)
        self._bar.rangeChanged.connect(self._notice)
        QScroller.grabGesture(port, QScroller.ScrollerGestureType.TouchGesture)

    @property
    def has_more(self) -> bool:
        """Whether something below has not been on screen yet."""
        return not self._end_was_seen

    def wear(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._bar.wear(theme)

    def start_over(self) -> None:
        """Show the top of new content; its end counts as unseen until it has been on screen."""
        _lay_out()
        self._end_was_seen = False
        self._bar.setValue(0)
        self._notice()

    def show_more(self) -> None:
        """Scroll on by most of a screen, so that the last line read stays in sight."""
        self._bar.turn(1)

    def bring_into_sight(self, part: QWidget) -> None:
        """Scroll until a part of the body is on screen."""
        _lay_out()
        self.ensureWidgetVisible(part, 0, 2 * GRID)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the page, which moves between controls with them."""
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again after a change of size."""
        super().resizeEvent(event)
        self._notice()

    def event(self, event: QEvent) -> bool:
        """Look again once a changed layout has settled."""
        settled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._notice()
        return settled

    def _notice(self) -> None:
        bar = self._bar
        if not self._end_was_seen:
            self._end_was_seen = bar.value() >= bar.maximum() - SLACK_PX
        self.end_seen.emit(self._end_was_seen)


def _lay_out() -> None:
    """Lay out what waits for it, layouts within layouts too, before it is asked where something stands."""
    for _ in range(LAYERS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


class TallPage(QWidget):
    """A page whose body scrolls where it is taller than the glass."""

    end_seen = Signal(bool)
    """Whether the end of what is shown has been on screen."""

    area: TallArea
    """The scrolling part."""

    def hold(self, body: QWidget) -> None:
        """Put the body on the page."""
        self.area = TallArea(body)
        self.area.end_seen.connect(self.end_seen)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.area)
