"""What can be touched: the whole rectangle reacts, on release, and sliding off cancels (rules E112, E113).

The focus ring shows while the keyboard is in use and hides at the first touch (rule E115).
"""

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from retnet_pro.gui.theme import RADIUS, Theme

KEYBOARD = "keyboard"
"""Property of the window: whether the last thing used was the keyboard."""
RING_PX = 3
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class Touchable(QAbstractButton):
    """A button that paints itself. It never changes its own checked state: only a view does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents, False)

    def wear(self, theme: Theme) -> None:
        """Take colours, type and sizes from the theme."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def let_go(self) -> None:
        """Forget a press under way: it was meant for the page before (rule E24)."""
        self.setDown(False)

    def hitButton(self, position: QPoint) -> bool:
        """React anywhere in the rectangle."""
        return self.rect().contains(position)

    def nextCheckState(self) -> None:
        """Leave the checked state alone; what is selected is told by the view."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring. The button's own handling is passed by: it would take other options out of the Tab order."""
        QWidget.focusInEvent(self, event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note that the finger is in use."""
        self.window().setProperty(KEYBOARD, False)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Treat Enter like Space, leave arrows to the group around; a held key counts once."""
        self.window().setProperty(KEYBOARD, True)
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(_as_space(event))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Act when Enter or Space is let go."""
        if event.isAutoRepeat():
            event.accept()
        else:
            super().keyReleaseEvent(_as_space(event))

    def shows_ring(self) -> bool:
        """Whether the focus ring is to be drawn."""
        return self.hasFocus() and bool(self.window().property(KEYBOARD))

    def draw_frame(self, painter: QPainter, *, fill: str, edge: str, edge_px: float, ring: str = "focus") -> None:
        """Draw the rounded ground with its border, and the ring inside it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = edge_px / 2
        body = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(self._theme.colours[edge], edge_px))
        painter.setBrush(self._theme.colours[fill])
        painter.drawRoundedRect(body, RADIUS, RADIUS)
        if self.shows_ring():
            draw_ring(painter, QRectF(self.rect()).adjusted(6, 6, -6, -6), self._theme, ring)


def draw_ring(painter: QPainter, around: QRectF, theme: Theme, colour: str) -> None:
    """Draw the focus ring along a rectangle."""
    painter.setPen(QPen(theme.colours[colour], RING_PX))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(around, RADIUS - 4, RADIUS - 4)


def _as_space(event: QKeyEvent) -> QKeyEvent:
    if event.key() not in ENTER:
        return event
    return QKeyEvent(QEvent.Type(event.type()), Qt.Key.Key_Space, event.modifiers(), " ")
