"""What the faces of all kinds of item share: places for options, arrow keys between them, words for a screen reader."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from retnet_pro.answering.actions import Choose, ChooseNotApplicable
from retnet_pro.answering.view import OptionView, QuestionView
from retnet_pro.gui.theme import Theme
from retnet_pro.gui.widgets.option import Option
from retnet_pro.gui.widgets.touch import Touchable
from retnet_pro.instrument.model import ItemId

Places = tuple[tuple[QWidget, QRect], ...]


class Face(QWidget):
    """What all faces share: a place for options, arrow keys between them, sizes from the width."""

    acted = Signal(object)
    """An `Action`."""
    reached = Signal(QWidget)
    """A control that got the keyboard and must be in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = Theme()
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._say_option = QCoreApplication.translate("Participant", "{option}. {state}. Question: {question}")
        self._say_place = QCoreApplication.translate("Participant", "Option {place} of {total}")
        self._say_chosen = QCoreApplication.translate("Participant", "chosen")
        self._say_open = QCoreApplication.translate("Participant", "not chosen")

    @property
    def runs_from_right(self) -> bool:
        """Whether the parts run from right to left: as the language reads, unless a face knows better (rule E134)."""
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def present(self, view: QuestionView) -> None:
        """Show the item's options and which is chosen."""
        raise NotImplementedError

    def controls(self) -> list[Touchable]:
        """Return what can be touched, in reading order."""
        raise NotImplementedError

    def places(self, width: int) -> Places:
        """Return where every part stands at a width, as read from left to right."""
        raise NotImplementedError

    def wear(self, theme: Theme) -> None:
        """Take colours, type and sizes from the theme."""
        self.theme = theme
        for control in self.findChildren(Touchable):
            control.wear(theme)
        self.rearrange()

    def let_go(self) -> None:
        """Forget presses under way: they were meant for the page before."""
        for control in self.controls():
            control.let_go()

    def rearrange(self) -> None:
        """Lay the parts out anew."""
        self._heights.clear()
        self.updateGeometry()
        self._settle()

    def heightForWidth(self, width: int) -> int:
        """Return the height the parts take at a width."""
        if width not in self._heights:
            self._heights[width] = max((rect.bottom() + 1 for _, rect in self.places(width)), default=0)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return a modest width; the page gives more."""
        width = 6 * self.theme.target_px
        return QSize(width, self.theme.target_px)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest target."""
        return QSize(self.theme.target_px, self.theme.target_px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again for the new width."""
        super().resizeEvent(event)
        self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the options with the arrow keys (rule E115)."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_focus(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            reads_on = (event.key() == Qt.Key.Key_Right) is not self.runs_from_right
            self.step_focus(1 if reads_on else -1)
        else:
            super().keyPressEvent(event)

    def step_focus(self, by: int) -> None:
        """Give the keyboard to the next control; at the ends it stays."""
        controls = self.controls()
        at = next((n for n, control in enumerate(controls) if control.hasFocus()), -1 if by > 0 else len(controls))
        target = controls[min(max(at + by, 0), len(controls) - 1)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self.reached.emit(target)

    def announce(self, option: Option, view: OptionView, spoken: "Spoken") -> None:
        """Bind an option, with its state and its place among the others as words for a screen reader (rule E114)."""
        state = self._say_chosen if view.selected else self._say_open
        option.bind(
            view.text,
            selected=view.selected,
            name=self._say_option.format(option=view.text, state=state, question=spoken.question),
            place=self._say_place.format(place=spoken.place, total=spoken.total),
        )

    def _settle(self) -> None:
        """Put every part at its place, mirrored where they run from right to left."""
        for part, rect in self.places(self.width()):
            x = self.width() - rect.x() - rect.width() if self.runs_from_right else rect.x()
            part.setGeometry(x, rect.y(), rect.width(), rect.height())


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a screen reader says around an option."""

    question: str
    place: int
    total: int


Shape = TypeVar("Shape", bound=Option)


class OptionPool(Generic[Shape]):
    """Options of one shape, made once and used again by every question."""

    def __init__(self, face: Face, make: Callable[[QWidget], Shape]) -> None:
        self._face = face
        self._make = make
        self._made: list[Shape] = []
        self._item = ItemId("")
        self.shown: list[Shape] = []
        self._codes: list[int | None] = []

    def present(self, item: ItemId, views: tuple[OptionView, ...], question: str, *, first: int, total: int) -> bool:
        """Show these options; return whether their number or words changed."""
        while len(self._made) < len(views):
            self._add()
        before = [option.text() for option in self.shown]
        self._item = item
        self._codes = [view.code for view in views]
        self.shown = self._made[: len(views)]
        for option in self._made[len(views) :]:
            option.hide()
        for place, (option, view) in enumerate(zip(self.shown, views, strict=True), start=first):
            self._face.announce(option, view, Spoken(question, place, total))
            option.show()
        return before != [view.text for view in views]

    def _add(self) -> None:
        option = self._make(self._face)
        option.wear(self._face.theme)
        at = len(self._made)
        option.clicked.connect(lambda: self._report(at))
        self._made.append(option)

    def _report(self, at: int) -> None:
        code = self._codes[at]
        self._face.acted.emit(ChooseNotApplicable(self._item) if code is None else Choose(self._item, code))
