"""Pages that say something and offer at most a few acts: welcome, instructions, skip, rest, help, thanks."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from retnet_pro.gui.theme import GRID, Text, Theme, Themed
from retnet_pro.gui.widgets.button import ActionButton, Weight
from retnet_pro.gui.widgets.stem import Stem
from retnet_pro.gui.widgets.tall import TallPage
from retnet_pro.gui.widgets.touch import ARROWS
from retnet_pro.gui.widgets.words import Words

WIDEST = 760
"""Of running text, in pixels at 100 %."""
PARAGRAPHS = 4
ACTS = 3
"""As many acts most pages have at most; buttons for longer lists are made when they are needed (start-up time)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What such a page shows. Plain text only."""

    title: str
    detail: str = ""
    """Shown large, e.g. the study code."""
    paragraphs: tuple[str, ...] = ()
    acts: tuple[tuple[str, str], ...] = ()
    """(name of the act, words on its button); all look alike unless `first_leads`."""
    first_leads: bool = False
    """Whether the first act is the usual way on and looks so."""
    small: tuple[str, str] | None = None
    """An act for staff, kept small."""


class MessagePage(TallPage):
    """Shows one message; emits the name of the act."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self._message = Message(title="")
        self._title = Stem(Text.TITLE)
        self._detail = Words(Text.HEADLINE, bold=True, colour="accent")
        self._paragraphs = [Words(Text.LEAD) for _ in range(PARAGRAPHS)]
        self._lead = self._button(0, Weight.FILLED)
        self._acts = [self._button(n, Weight.OUTLINED) for n in range(ACTS)]
        self._small = _without_room(ActionButton(weight=Weight.QUIET))
        self._small.clicked.connect(self._report_small)
        self.hold(self._build_body())

    @property
    def message(self) -> Message:
        """What is shown."""
        return self._message

    def buttons(self) -> list[ActionButton]:
        """Return the buttons on screen, in reading order."""
        every = (self._lead, *self._acts, self._small)
        return [button for button in every if not button.isHidden()]

    def wear(self, theme: Theme) -> None:
        """Take colours, type and sizes from the theme."""
        self._theme = theme
        buttons = (self._lead, *self._acts, self._small)
        parts: tuple[Themed, ...] = (self.area, self._title, self._detail, *self._paragraphs, *buttons)
        for part in parts:
            part.wear(theme)
        self._body.setMaximumWidth(theme.scaled(WIDEST))
        self._stack.setSpacing(theme.gap_px)
        self.area.start_over()

    def present(self, message: Message) -> None:
        """Show the message as a new page."""
        self._message = message
        while len(self._acts) < len(message.acts):
            self._add_act()
        for button in (self._lead, *self._acts, self._small):
            button.let_go()
        self._title.say(message.title)
        self._detail.say(message.detail)
        for n, words in enumerate(self._paragraphs):
            words.say(message.paragraphs[n] if n < len(message.paragraphs) else "")
        self._lead.setVisible(message.first_leads)
        for n, button in enumerate(self._acts):
            button.setVisible(n < len(message.acts) and not (n == 0 and message.first_leads))
            button.say(message.acts[n][1] if n < len(message.acts) else "")
        self._lead.say(message.acts[0][1] if message.first_leads else "")
        self._small.setVisible(message.small is not None)
        self._small.say(message.small[1] if message.small else "")
        self.area.start_over()
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the acts with the arrow keys."""
        if event.key() in ARROWS and self.buttons():
            buttons = self.buttons()
            back = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Left)
            at = next((n for n, button in enumerate(buttons) if button.hasFocus()), len(buttons) if back else -1)
            target = buttons[min(max(at + (-1 if back else 1), 0), len(buttons) - 1)]
            target.setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(target, 0, 2 * GRID)
        else:
            super().keyPressEvent(event)

    def _add_act(self) -> None:
        button = self._button(len(self._acts), Weight.OUTLINED)
        button.wear(self._theme)
        self._stack.insertWidget(self._stack.indexOf(self._acts[-1]) + 1, button)
        self._acts.append(button)

    def _button(self, at: int, weight: Weight) -> ActionButton:
        button = ActionButton(weight=weight)
        report: Callable[[], None] = lambda: self.pressed.emit(self._message.acts[at][0])  # noqa: E731
        button.clicked.connect(report)
        return _without_room(button)

    def _report_small(self) -> None:
        if self._message.small is not None:
            self.pressed.emit(self._message.small[0])

    def _build_body(self) -> QWidget:
        holder = QWidget()
        self._body = QWidget()
        self._stack = QVBoxLayout(self._body)
        self._stack.setContentsMargins(0, GRID, 0, GRID)
        self._stack.addStretch(1)
        self._stack.addWidget(self._title)
        for words in (self._detail, *self._paragraphs):
            words.keep_off(GRID)
            self._stack.addWidget(words)
        self._stack.addSpacing(GRID)
        for button in (self._lead, *self._acts):
            self._stack.addWidget(button)
        self._stack.addStretch(2)
        self._stack.addWidget(self._small, 0, Qt.AlignmentFlag.AlignRight)
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(self._body, 1000)
        across.addStretch(1)
        return holder


def _without_room(button: ActionButton) -> ActionButton:
    """Let a button take no room while it is hidden, so that no page is longer than what it shows."""
    policy = button.sizePolicy()
    policy.setRetainSizeWhenHidden(False)
    button.setSizePolicy(policy)
    return button
