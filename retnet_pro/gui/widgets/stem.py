"""The words at the head of a page. It takes the keyboard when a page comes up, so that a screen reader starts there and
no option looks chosen in advance (rule E06).
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from retnet_pro.gui.theme import GRID, Text, Theme
from retnet_pro.gui.widgets.touch import KEYBOARD, draw_ring
from retnet_pro.gui.widgets.words import Words


class Stem(QWidget):
    """A number, if any, and the text beside it."""

    def __init__(self, text_kind: Text, parent: QWidget | None = None, *, bold: bool = True) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self._number = Words(text_kind, self, colour="muted")
        self._words = Words(text_kind, self, bold=bold)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID, GRID, GRID)
        row.setSpacing(2 * GRID)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self._number.hide()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def wear(self, theme: Theme) -> None:
        """Take colours and type from the theme."""
        self._theme = theme
        self._number.wear(theme)
        self._words.wear(theme)

    def say(self, text: str, *, number: str = "", spoken: str = "") -> None:
        """Show the text; `spoken` is read out instead where given."""
        self._number.say(number)
        self._words.say(text)
        self.setAccessibleName(spoken or text)

    def text(self) -> str:
        """Return the words shown."""
        return self._words.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Note that the keyboard is in use."""
        self.window().setProperty(KEYBOARD, True)
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring while the keyboard is in use."""
        if self.hasFocus() and self.window().property(KEYBOARD):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_ring(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), self._theme, "focus")
