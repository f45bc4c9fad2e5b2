"""The page of the study PIN: large keys, digits that can be made visible, and pasting (rules E59, E118)."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from retnet_pro.gui.participant.pin_talk import PinView
from retnet_pro.gui.theme import GRID, Text, Theme, Themed
from retnet_pro.gui.widgets.button import ActionButton, Weight
from retnet_pro.gui.widgets.stem import Stem
from retnet_pro.gui.widgets.tall import TallPage
from retnet_pro.gui.widgets.words import Words
from retnet_pro.record.pin import LEAST, MOST, is_pin

WIDEST = 1000
"""In pixels at 100 %."""
_KEYS = "123456789"
_DOT = "\N{BLACK CIRCLE}"


class PinPage(TallPage):
    """Takes digits and hands them on when the participant says so; forgets them at once."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self._pin = ""
        self._is_open = False
        self._title = Stem(Text.TITLE)
        self._hint = Words(Text.LEAD)
        self._shown = Words(Text.DISPLAY, bold=True, colour="accent")
        self._see = ActionButton(weight=Weight.QUIET)
        self._see.clicked.connect(self._turn_open)
        self.keys = {digit: self._key(digit) for digit in _KEYS + "0"}
        self.delete = ActionButton(weight=Weight.OUTLINED)
        self.done = ActionButton(weight=Weight.FILLED)
        self.delete.say(QCoreApplication.translate("Participant", "Delete"))
        self.done.say(QCoreApplication.translate("Participant", "Done"))
        self.delete.clicked.connect(lambda: self._set(self._pin[:-1]))
        self.done.clicked.connect(self._hand_on)
        self.hold(self._build_body())

    @property
    def see(self) -> ActionButton:
        """The button that shows and hides the digits."""
        return self._see

    @property
    def title(self) -> str:
        """What is asked."""
        return self._title.text()

    def shown(self) -> str:
        """Return what stands on the screen for the digits."""
        return self._shown.text()

    def wear(self, theme: Theme) -> None:
        """Take colours, type and sizes from the theme."""
        self._theme = theme
        parts: tuple[Themed, ...] = (self.area, self._title, self._hint, self._shown, *self._buttons)
        for part in parts:
            part.wear(theme)
        self._body.setMaximumWidth(theme.scaled(WIDEST))
        self._grid.setSpacing(theme.gap_px)
        widest = max(self.delete.sizeHint().width(), self.done.sizeHint().width())
        for column in range(self._grid.columnCount()):
            self._grid.setColumnMinimumWidth(column, widest)  # all digits are as easy to hit
        self._set_panes()
        self.area.start_over()

    def present(self, view: PinView) -> None:
        """Ask, with nothing typed and the digits hidden."""
        for button in self._buttons:
            button.let_go()
        self._title.say(view.title)
        self._hint.say(view.hint)
        self._is_open = False
        self._set("")
        self._set_panes()
        self.area.start_over()
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits, Backspace, Enter and pasting from a keyboard."""
        if event.matches(QKeySequence.StandardKey.Paste):
            pasted = QGuiApplication.clipboard().text().strip()
            if is_pin(pasted):
                self._set(pasted)
        elif event.isAutoRepeat():
            event.accept()
        elif event.text() in self.keys:
            self._add(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self._set(self._pin[:-1])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._hand_on()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose again between keys below and beside the words."""
        super().resizeEvent(event)
        self._set_panes()

    def _set_panes(self) -> None:
        """Stand the keys beside the words where no word, and no PIN, is broken for it (rule E111)."""
        room = min(self.width() - self._theme.target_px, self._theme.scaled(WIDEST))
        keys = self._grid.minimumSize().width()
        beside = self.width() > self.height() and self._words_px() + 3 * GRID + keys <= room
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._panes.direction() != way:
            self._panes.setDirection(way)

    def _words_px(self) -> int:
        """Return the width of what must stand on one line: the longest word, and a PIN of full length."""
        title = QFontMetrics(self._theme.font(Text.TITLE, bold=True))
        shown = QFontMetrics(self._theme.font(Text.DISPLAY, bold=True))
        words = [title.horizontalAdvance(word) for word in self._title.text().split()]
        return max(*words, *(shown.horizontalAdvance(one * MOST) for one in ("0", _DOT))) + 2 * GRID

    @property
    def _buttons(self) -> tuple[ActionButton, ...]:
        return (self._see, *self.keys.values(), self.delete, self.done)

    def _key(self, digit: str) -> ActionButton:
        key = ActionButton(kind=Text.TITLE)
        key.say(digit)
        key.clicked.connect(lambda: self._add(digit))
        return key

    def _add(self, digit: str) -> None:
        if len(self._pin) < MOST:
            self._set(self._pin + digit)

    def _set(self, pin: str) -> None:
        translate = QCoreApplication.translate
        self._pin = pin
        self._shown.say((pin if self._is_open else _DOT * len(pin)) or "\N{EN DASH}")
        self._shown.setAccessibleName(translate("Participant", "{count} digits entered").format(count=len(pin)))
        self._see.say(
            translate("Participant", "Hide the digits")
            if self._is_open
            else translate("Participant", "Show the digits")
        )
        self.done.setVisible(len(pin) >= LEAST)

    def _turn_open(self) -> None:
        self._is_open = not self._is_open
        self._set(self._pin)

    def _hand_on(self) -> None:
        if is_pin(self._pin):
            pin = self._pin
            self._set("")
            self.entered.emit(pin)

    def _build_body(self) -> QWidget:
        holder = QWidget()
        self._body = QWidget()
        words = QVBoxLayout()
        words.setSpacing(GRID)
        for part in (self._title, self._hint, self._shown):
            words.addWidget(part)
        self._hint.keep_off(GRID)
        self._shown.keep_off(GRID)
        words.addWidget(self._see, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        pad = QWidget()
        pad.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # 1 2 3 as on every telephone, right-to-left too
        self._grid = QGridLayout(pad)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for place, digit in enumerate(_KEYS):
            self._grid.addWidget(self.keys[digit], place // 3, place % 3)
        for column, last in enumerate((self.delete, self.keys["0"], self.done)):
            self._grid.addWidget(last, 3, column)
            self._grid.setColumnStretch(column, 1)
        keys = QVBoxLayout()
        keys.addWidget(pad)
        keys.addStretch(1)
        self._panes = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._body)
        self._panes.setContentsMargins(0, GRID, 0, GRID)
        self._panes.setSpacing(3 * GRID)
        self._panes.addLayout(words, 1)
        self._panes.addLayout(keys, 1)
        across = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(self._body, 1000)
        across.addStretch(1)
        return holder
