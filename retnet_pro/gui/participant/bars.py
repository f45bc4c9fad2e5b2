"""The fixed parts of the participant's screen: tools and progress on top, Back and Next below (rules E21, E117)."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from retnet_pro.gui.theme import GRID, Text, Theme, Themed
from retnet_pro.gui.widgets.button import ActionButton, Arrow, Weight
from retnet_pro.gui.widgets.progress import ProgressBar
from retnet_pro.gui.widgets.tool import (
    ToolButton,
    contrast_sign,
    help_sign,
    rest_sign,
    text_size_sign,
)
from retnet_pro.gui.widgets.words import Words


class TopBar(QWidget):
    """Study code and part, progress, and the tools: help, text size, contrast, rest."""

    help_wanted = Signal()
    size_wanted = Signal()
    contrast_wanted = Signal()
    rest_wanted = Signal()

    def __init__(self, subject: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self._subject = Words(Text.BODY, bold=True)
        self._part = Words(Text.BODY, colour="muted")
        self._place = Words(Text.BODY, bold=True)
        self._place.to_the_end()
        self._bar = ProgressBar()
        self._subject.say(subject)
        self.tools = self._build_tools()
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._ways.setContentsMargins(0, 0, 0, 0)
        self._ways.addWidget(self._build_facts(), 1)
        self._ways.addLayout(self._tool_row)

    def wear(self, theme: Theme) -> None:
        """Take colours, type and sizes from the theme."""
        self._theme = theme
        parts: tuple[Themed, ...] = (self._subject, self._part, self._place, self._bar, *self.tools)
        for part in parts:
            part.wear(theme)
        self._ways.setSpacing(2 * GRID)
        self._set_ways()

    def hide_subject(self) -> None:
        """Show neither study code nor part any more."""
        self._subject.say("")
        self._part.say("")

    def show_part(self, text: str) -> None:
        """Show which form this is, and begin its progress."""
        self._part.say(text)
        self._bar.restart()

    def show_place(self, place: int, total: int) -> None:
        """Show how far the form has come (rule E26)."""
        self._place.say(
            QCoreApplication.translate("Participant", "{place} of {total}").format(place=place, total=total)
        )
        self._bar.show_place(place, total)
        self._bar.setVisible(True)

    def hide_place(self) -> None:
        """Show no progress, on pages outside the form."""
        self._place.say("")
        self._bar.setVisible(False)

    def show_rest(self, on: bool) -> None:
        """Offer a rest, or not where there is nothing to rest from."""
        self.tools[-1].setVisible(on)

    @property
    def heard(self) -> str:
        """Where in the sitting the participant is, in words."""
        return ", ".join(words.text() for words in (self._part, self._place) if words.text())

    @property
    def progress(self) -> ProgressBar:
        """The bar."""
        return self._bar

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the tools beside or above, as the width allows."""
        super().resizeEvent(event)
        self._set_ways()

    def _build_facts(self) -> QWidget:
        facts = QWidget()
        line = QHBoxLayout()
        line.setSpacing(2 * GRID)
        line.addWidget(self._subject)
        line.addWidget(self._part, 1)
        line.addWidget(self._place)
        column = QVBoxLayout(facts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addStretch(1)
        column.addLayout(line)
        column.addWidget(self._bar)
        column.addStretch(1)
        return facts

    def _build_tools(self) -> tuple[ToolButton, ...]:
        tools = (
            ToolButton(QCoreApplication.translate("Participant", "Help"), help_sign),
            ToolButton(QCoreApplication.translate("Participant", "Text size"), text_size_sign),
            ToolButton(QCoreApplication.translate("Participant", "Contrast"), contrast_sign),
            ToolButton(QCoreApplication.translate("Participant", "Rest"), rest_sign),
        )
        self._tool_row = QHBoxLayout()
        self._tool_row.setSpacing(GRID)
        wanted = (self.help_wanted, self.size_wanted, self.contrast_wanted, self.rest_wanted)
        for tool, signal in zip(tools, wanted, strict=True):
            tool.clicked.connect(signal)
            policy = QSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            policy.setRetainSizeWhenHidden(True)  # so that Help never moves (rule E117)
            tool.setSizePolicy(policy)
            self._tool_row.addWidget(tool)
        return tools

    def _set_ways(self) -> None:
        """Stand the tools above everything when the facts would be squeezed beside them."""
        self._tool_row.setSpacing(self._theme.gap_px)
        tools = sum(tool.sizeHint().width() for tool in self.tools) + 3 * self._theme.gap_px
        facts = self._theme.px(Text.BODY) * 16
        way = QBoxLayout.Direction.LeftToRight if tools + facts < self.width() else QBoxLayout.Direction.BottomToTop
        if self._ways.direction() != way:
            self._ways.setDirection(way)


class BottomBar(QWidget):
    """Back on the reading side, Next on the other; between them taking the answer back, or the end of the form.

    "I have finished" stands where Next never is, so that nobody finishes by tapping Next once too often (rule E28).
    """

    back_wanted = Signal()
    clear_wanted = Signal()
    finish_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = ActionButton(weight=Weight.OUTLINED)
        self.clear = ActionButton(weight=Weight.QUIET)
        self.finish = ActionButton(weight=Weight.FILLED)
        self.next = ActionButton(weight=Weight.FILLED)
        self._is_on = False
        self._has_more = False
        self._is_showing = False
        self._next_words = QCoreApplication.translate("Participant", "Next")
        self._more_words = QCoreApplication.translate("Participant", "More")
        self.back.say(QCoreApplication.translate("Participant", "Back"), Arrow.BACK)
        self.clear.say(QCoreApplication.translate("Participant", "Clear my answer"))
        self.finish.say(QCoreApplication.translate("Participant", "I have finished"))
        self.next.say(self._next_words, Arrow.ON)
        self.next.keep_room_for(self._next_words, self._more_words)
        policy = self.finish.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        self.finish.setSizePolicy(policy)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.clear)
        row.addWidget(self.finish)
        row.addStretch(1)
        row.addWidget(self.next)
        self.back.clicked.connect(self.back_wanted)
        self.clear.clicked.connect(self.clear_wanted)
        self.finish.clicked.connect(self.finish_wanted)
        self.next.clicked.connect(self.next_wanted)

    def wear(self, theme: Theme) -> None:
        """Take colours, type and sizes from the theme."""
        self._row.setSpacing(max(2 * GRID, theme.gap_px))
        for button in self._all:
            button.wear(theme)

    def offer(self, *, back: bool, clear: bool, on: bool, finish: bool) -> None:
        """Show which of them there are; the places of Back and Next stay."""
        self._is_on = on
        self.back.setVisible(back)
        policy = self.clear.sizePolicy()
        policy.setRetainSizeWhenHidden(not finish)
        self.clear.setSizePolicy(policy)
        self.clear.setVisible(clear)
        self.finish.setVisible(finish)
        self._show_next()

    def offer_more(self, more: bool) -> None:
        """Let Next read "More" while part of the page has not been on screen (rule E02)."""
        self._has_more = more
        self._show_next()

    def let_go(self) -> None:
        """Forget presses under way: they were meant for the page before (rule E24)."""
        for button in self._all:
            button.let_go()

    @property
    def _all(self) -> tuple[ActionButton, ...]:
        return self.back, self.clear, self.finish, self.next

    def _show_next(self) -> None:
        # Showing or hiding Next lays the page out anew, and the page may answer in the middle of it that its end was
        # seen; Qt must not be told to hide what it is just showing.
        if self._is_showing:
            return
        self._is_showing = True
        shown: tuple[bool, bool] | None = None
        while shown != (shown := (self._is_on or self._has_more, self._has_more)):
            self.next.setVisible(shown[0])
            self.next.say(self._more_words if shown[1] else self._next_words, Arrow.DOWN if shown[1] else Arrow.ON)
        self._is_showing = False
