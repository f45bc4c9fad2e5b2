"""Reading a question aloud: only where its wording allows it and a voice speaks its language, only when asked for.

It says the page once. A second press, any act on the page and any other page end it at once.
"""

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from retnet_pro.answering.spoken import spoken
from retnet_pro.answering.view import PageView, QuestionView
from retnet_pro.gui.participant.question import QuestionPage
from retnet_pro.gui.participant.voice import Voice
from retnet_pro.gui.theme import GRID, Text
from retnet_pro.gui.widgets.tool import ToolButton, silence_sign, speaker_sign
from retnet_pro.gui.widgets.words import line_width
from retnet_pro.instrument.model import Wording

READ_ALOUD = "read-aloud"
"""How its use is stored with the form (rule E121)."""


class ReadingAloud(QObject):
    """Offers the tool and keeps the voice to the question on screen. Without a voice there is no tool."""

    changed = Signal()
    """The voice begins or ends."""

    def __init__(self, voice: Voice | None, page: QuestionPage, parent: QObject) -> None:
        super().__init__(parent)
        self._voice = voice
        self._language = ""
        self._view: QuestionView | None = None
        self._is_speaking = False
        self.tool: ReadAloudTool | None = None
        if voice is not None:
            self.tool = ReadAloudTool()
            self.tool.clicked.connect(self._press)
            page.hold_tool(self.tool)
            voice.when_silent(self._fall_silent)

    @property
    def is_speaking(self) -> bool:
        """Whether the voice is at it."""
        return self._is_speaking

    def begin(self, wording: Wording) -> None:
        """Offer the tool for this form, or not: its owner must allow it and the voice must speak its language."""
        self.stop()
        if self._voice is not None and self.tool is not None:
            is_offered = wording.read_aloud and self._voice.speaks(wording.language)
            self._language = wording.language if is_offered else ""
            self.tool.setVisible(is_offered)

    def show(self, view: PageView) -> None:
        """Follow the page; on another one than was read the voice ends."""
        question = view if isinstance(view, QuestionView) else None
        if question is None or self._view is None or question.item != self._view.item:
            self.stop()
        self._view = question

    def stop(self) -> None:
        """Fall silent at once."""
        if self._voice is not None and self._is_speaking:
            self._voice.stop()
            self._fall_silent()

    def _press(self) -> None:
        if self._is_speaking:
            self.stop()
        elif self._voice is not None and self._view is not None and self._language:
            self._turn(is_speaking=True)
            self._voice.say(spoken(self._view), self._language)

    def _fall_silent(self) -> None:
        if self._is_speaking:
            self._turn(is_speaking=False)

    def _turn(self, *, is_speaking: bool) -> None:
        self._is_speaking = is_speaking
        if self.tool is not None:
            self.tool.show_speaking(is_speaking)
        self.changed.emit()


class ReadAloudTool(ToolButton):
    """The tool beside the question. It keeps its size, so that nothing moves when the voice begins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._begin = QCoreApplication.translate("Participant", "Read aloud")
        self._end = QCoreApplication.translate("Participant", "Stop reading")
        super().__init__(self._begin, self._draw, parent)
        self._is_speaking = False
        self.setVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_speaking(self, is_speaking: bool) -> None:
        """Show what the next press does, in sign and word, also to a screen reader."""
        self._is_speaking = is_speaking
        words = self._end if is_speaking else self._begin
        self.setText(words)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """Return the room for either word."""
        font = self._theme.font(Text.CAPTION, bold=True)
        widest = max(line_width(words, font) for words in (self._begin, self._end))
        return super().sizeHint().expandedTo(QSize(widest + 2 * GRID, 0))

    def _draw(self, painter: QPainter, square: QRectF) -> None:
        if self._is_speaking:
            silence_sign(painter, square)
            return
        painter.save()
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(2 * square.center().x(), 0)
            painter.scale(-1, 1)
        speaker_sign(painter, square)
        painter.restore()
