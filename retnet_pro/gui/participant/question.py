"""The page of one question; the same widgets serve every question of the form."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from retnet_pro.answering.view import QuestionView
from retnet_pro.gui.participant.face import Face
from retnet_pro.gui.participant.faces import FACES
from retnet_pro.gui.theme import GRID, Text, Theme
from retnet_pro.gui.widgets.stem import Stem
from retnet_pro.gui.widgets.tall import TallPage
from retnet_pro.gui.widgets.tool import ToolButton
from retnet_pro.gui.widgets.words import Words
from retnet_pro.instrument.model import ItemId, ItemKind

LOW_MM = 160
"""On a wide screen lower than this the options stand beside the question, so that all are seen at once (rule E02)."""
WIDEST = 1280
"""Lines longer than this are hard to read; in pixels at 100 %."""
NARROW = 560
"""On a page narrower than this a tool beside the question would squeeze its words; in pixels at 100 %."""


class QuestionPage(TallPage):
    """Recall period, number and question, and the face of its kind of item (rules E01, E03)."""

    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self._faces: dict[ItemKind, Face] = {}
        self._face: Face | None = None
        self._shown: tuple[ItemId, int] | None = None
        self._tool: ToolButton | None = None
        self._recall = Words(Text.LEAD, colour="muted")
        self._stem = Stem(Text.QUESTION)
        self.hold(self._build_body())

    @property
    def face(self) -> Face | None:
        """The face on screen."""
        return self._face

    def wear(self, theme: Theme) -> None:
        """Take colours, type and sizes from the theme."""
        self._theme = theme
        self.area.wear(theme)
        self._recall.wear(theme)
        self._stem.wear(theme)
        if self._tool is not None:
            self._tool.wear(theme)
        for face in self._faces.values():
            face.wear(theme)
        self._body.setMaximumWidth(theme.scaled(WIDEST))
        self._panes.setSpacing(2 * GRID)
        self._set_panes()
        self.area.start_over()

    def hold_tool(self, tool: ToolButton) -> None:
        """Keep a tool beside the question, or below it where the words need the width."""
        self._tool = tool
        self._beside.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.setTabOrder(self._stem, tool)

    def present(self, view: QuestionView) -> None:
        """Show the question. Never emits an action by itself."""
        fresh = (view.item, view.place) != self._shown
        self._shown = (view.item, view.place)
        if fresh and self._face is not None:
            self._face.let_go()
        self._recall.say(view.recall)
        self._stem.say(view.text, number=f"{view.number}.", spoken=f"{view.number}. {view.recall} {view.text}")
        face = self._turn_to(view.kind)
        face.setAccessibleName(view.text)
        face.present(view)
        if fresh:
            self.area.start_over()
            self._stem.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Treat the next view as a new page, also when it is the same question."""
        self._shown = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the question into the options with an arrow key."""
        if self._face is not None and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left):
            self._face.step_focus(1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose again between options below and beside the question."""
        super().resizeEvent(event)
        self._set_panes()

    def _build_body(self) -> QWidget:
        holder = QWidget()
        self._body = QWidget()
        words = QVBoxLayout()
        words.setSpacing(0)
        self._recall.keep_off(GRID)
        words.addWidget(self._recall)
        words.addWidget(self._stem)
        words.addStretch(1)
        self._answers = QVBoxLayout()
        self._answers.addStretch(1)
        self._panes = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._body)
        self._panes.setContentsMargins(0, 0, 0, GRID)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(GRID)
        self._beside.addLayout(words, 1)
        self._panes.addLayout(self._beside)
        self._panes.addLayout(self._answers, 1)
        across = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(self._body, 1000)
        across.addStretch(1)
        return holder

    def _turn_to(self, kind: ItemKind) -> Face:
        face = self._faces.get(kind)
        if face is None:
            face = self._faces[kind] = FACES[kind](self._body)
            face.wear(self._theme)
            face.acted.connect(self.acted)
            face.reached.connect(self._bring_into_sight)
            self._answers.insertWidget(0, face)
        if face is not self._face:
            for other in self._faces.values():
                other.setVisible(other is face)
            self._face = face
            self._set_panes()
        return face

    def _bring_into_sight(self, control: QWidget) -> None:
        self.area.ensureWidgetVisible(control, 0, 2 * GRID)

    def _set_panes(self) -> None:
        is_narrow = self.width() < self._theme.scaled(NARROW)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._beside.setDirection(way)
        self._set_answers()

    def _set_answers(self) -> None:
        """Stand the options beside the question on a wide, low screen; boxes and counts need the full width."""
        choice = self._face is self._faces.get(ItemKind.CHOICE)
        beside = choice and self.width() > self.height() and self.window().height() < self._theme.mm(LOW_MM)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._panes.direction() != way:
            self._panes.setDirection(way)
            self._panes.setStretch(0, int(beside))
