"""The faces of the kinds of item: how each is shown and tapped.

A face shows the view it is given and reports an action; it holds no answer. Every kind of item has one (`FACES`).
"""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from retnet_pro.answering.actions import Choose
from retnet_pro.answering.view import OptionView, QuestionView
from retnet_pro.gui.participant.face import Face, OptionPool, Places
from retnet_pro.gui.theme import GRID, RADIUS, Text, Theme
from retnet_pro.gui.widgets.button import ActionButton
from retnet_pro.gui.widgets.option import NumberBox, OptionRow
from retnet_pro.gui.widgets.touch import Touchable
from retnet_pro.gui.widgets.words import Words
from retnet_pro.instrument.model import ItemKind

MANY = 21
"""Up to this many numbers each have a box; of more, the first eleven do and the rest is reached with plus."""
FIRST = 11


class ChoiceFace(Face):
    """A few options in words, as full-width rows of one height, top to bottom (rules E06, E07)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = OptionPool(self, OptionRow)

    def present(self, view: QuestionView) -> None:
        """Show the options, and the form's own "does not apply" as the last."""
        views = (*view.options, *_only(view.not_applicable))
        if self._rows.present(view.item, views, view.text, first=1, total=len(views)):
            self.rearrange()

    def controls(self) -> list[Touchable]:
        """Return the rows."""
        return [*self._rows.shown]

    def places(self, width: int) -> Places:
        """Set the rows below each other, all as high as the highest."""
        height = max((row.height_for(width) for row in self._rows.shown), default=0)
        pitch = height + self.theme.gap_px
        return tuple((row, QRect(0, n * pitch, width, height)) for n, row in enumerate(self._rows.shown))


class NumberFace(Face):
    """Numbers run as the wording says and not as the language reads (rule E134); left to right where it says nothing.

    A scale that turned by itself would be another one than on paper.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._from_right = False

    @property
    def runs_from_right(self) -> bool:
        """Whether the numbers run from right to left."""
        return self._from_right

    def run(self, view: QuestionView) -> bool:
        """Take the direction of this item's numbers; return whether it changed."""
        changed = self._from_right is not view.from_right
        self._from_right = view.from_right
        return changed


class BoxesFace(NumberFace):
    """Equal numbered boxes on one line with words at both ends (rules E09, E10)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = OptionPool(self, NumberBox)
        self._other = OptionPool(self, OptionRow)
        self._low = Words(Text.BODY, self)
        self._high = Words(Text.BODY, self)

    def present(self, view: QuestionView) -> None:
        """Show the boxes, the words at the ends, and "does not apply" below where the form has it."""
        other = _only(view.not_applicable)
        total = len(view.options) + len(other)
        low, high = self._low.text(), self._high.text()
        self._low.say(view.low_label)
        self._high.say(view.high_label)
        changed = self.run(view)
        reads_as_it_runs = self._from_right is (self.layoutDirection() is Qt.LayoutDirection.RightToLeft)
        self._low.to_the_end(not reads_as_it_runs)
        self._high.to_the_end(reads_as_it_runs)
        changed |= self._boxes.present(view.item, view.options, _ends(view), first=1, total=total)
        changed |= self._other.present(view.item, other, view.text, first=total, total=total)
        if changed or (low, high) != (view.low_label, view.high_label):
            self.rearrange()

    def wear(self, theme: Theme) -> None:
        """Take colours, type and sizes from the theme."""
        self._low.wear(theme)
        self._high.wear(theme)
        super().wear(theme)

    def controls(self) -> list[Touchable]:
        """Return the boxes from low to high, then "does not apply"."""
        return [*self._boxes.shown, *self._other.shown]

    def places(self, width: int) -> Places:
        """Set all boxes on one line, the words under the first and the last."""
        boxes = self._boxes.shown
        placed, bottom = _in_lines(self, boxes, width, max(1, len(boxes)), top=0)
        half = width // 2 - GRID
        words = max(self._low.heightForWidth(half), self._high.heightForWidth(half))
        top = bottom + GRID
        ends: Places = (
            (self._low, QRect(0, top, half, words)),
            (self._high, QRect(width - half, top, half, words)),
        )
        return (*placed, *ends, *_other_place(self, self._other, width, top + words))


class CountFace(NumberFace):
    """A whole number: a large display between minus and plus, and a box for each usual number; no slider."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: QuestionView | None = None
        self._display = CountDisplay(self)
        self._fewer = ActionButton(self, kind=Text.TITLE)
        self._more = ActionButton(self, kind=Text.TITLE)
        self._fewer.say("\N{MINUS SIGN}")
        self._more.say("+")
        self._fewer.setAccessibleName(QCoreApplication.translate("Participant", "One less"))
        self._more.setAccessibleName(QCoreApplication.translate("Participant", "One more"))
        self._fewer.clicked.connect(lambda: self._move(-1))
        self._more.clicked.connect(lambda: self._move(+1))
        self._boxes = OptionPool(self, NumberBox)
        self._other = OptionPool(self, OptionRow)

    def present(self, view: QuestionView) -> None:
        """Show the number entered so far, if any."""
        self._view = view
        self._display.show_count(view.count)
        usual = view.options if len(view.options) <= MANY else view.options[:FIRST]
        other = _only(view.not_applicable)
        total = len(usual) + len(other)
        changed = self.run(view)
        changed |= self._boxes.present(view.item, usual, view.text, first=1, total=total)
        if self._other.present(view.item, other, view.text, first=total, total=total) or changed:
            self.rearrange()

    def wear(self, theme: Theme) -> None:
        """Take colours, type and sizes from the theme."""
        self._display.wear(theme)
        super().wear(theme)

    def controls(self) -> list[Touchable]:
        """Return minus and plus, the boxes, then "does not apply"."""
        return [self._fewer, self._more, *self._boxes.shown, *self._other.shown]

    def places(self, width: int) -> Places:
        """Set minus, display and plus on one line in the middle, the boxes in even lines below."""
        gap = self.theme.gap_px
        signs = max(button.minimumSizeHint().width() for button in (self._fewer, self._more))
        side = max(self.theme.target_px, self.theme.px(Text.DISPLAY) * 5 // 4, signs)
        left = max(0, (width - 4 * side - 2 * gap) // 2)
        top_line: Places = (
            (self._fewer, QRect(left, 0, side, side)),
            (self._display, QRect(left + side + gap, 0, 2 * side, side)),
            (self._more, QRect(left + 3 * side + 2 * gap, 0, side, side)),
        )
        boxes = self._boxes.shown
        most = max(1, (width + gap) // (self.theme.target_px + gap))
        lines = max(1, -(-len(boxes) // most))
        placed, bottom = _in_lines(self, boxes, width, max(1, -(-len(boxes) // lines)), top=side + 2 * gap)
        return (*top_line, *placed, *_other_place(self, self._other, width, bottom))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a digit from a keyboard as that number."""
        if self._view is not None and event.text().isdecimal() and not event.isAutoRepeat():
            self._choose(int(event.text()))
        else:
            super().keyPressEvent(event)

    def _move(self, by: int) -> None:
        """Go to the neighbouring number; from nothing, plus starts at one and minus at the smallest."""
        if self._view is None:
            return
        codes = [option.code for option in self._view.options if option.code is not None]
        at = codes.index(self._view.count) + by if self._view.count is not None else int(by > 0 and codes[0] == 0)
        if 0 <= at < len(codes):
            self._choose(codes[at])

    def _choose(self, code: int) -> None:
        if self._view is not None and any(option.code == code for option in self._view.options):
            self.acted.emit(Choose(self._view.item, code))


class CountDisplay(QWidget):
    """The number entered so far, large; empty as long as there is none (rule E08)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self._text = ""

    def wear(self, theme: Theme) -> None:
        """Take colours and type from the theme."""
        self._theme = theme
        self.update()

    def show_count(self, count: int | None) -> None:
        """Show the number, or nothing."""
        self._text = "" if count is None else str(count)
        none_yet = QCoreApplication.translate("Participant", "No number entered")
        entered = QCoreApplication.translate("Participant", "Entered: {count}")
        self.setAccessibleName(none_yet if count is None else entered.format(count=count))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a line to write on, and the number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colours["accent" if self._text else "line"])
        painter.drawRoundedRect(QRectF(0, self.height() - 4, self.width(), 4), RADIUS / 6, RADIUS / 6)
        painter.setPen(self._theme.colours["ink"])
        painter.setFont(self._theme.font(Text.DISPLAY, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


FACES: Mapping[ItemKind, type[Face]] = {
    ItemKind.CHOICE: ChoiceFace,
    ItemKind.BOXES: BoxesFace,
    ItemKind.COUNT: CountFace,
}


def _only(view: OptionView | None) -> tuple[OptionView, ...]:
    return () if view is None else (view,)


def _ends(view: QuestionView) -> str:
    """Return the question with the words at the ends, which give the numbers their meaning when heard."""
    first, last = view.options[0].text, view.options[-1].text
    return f"{view.text} {first}: {view.low_label}. {last}: {view.high_label}."


def _in_lines(face: Face, boxes: list[NumberBox], width: int, per_line: int, *, top: int) -> tuple[Places, int]:
    """Set boxes of one size in lines; return their places and where the last line ends."""
    gap, least = face.theme.gap_px, face.theme.target_px * 2 // 3
    if width < per_line * (least + gap):  # a scale stays on one line (rule E10), if need be with less between
        gap = min(gap, width // (8 * per_line))
    side = max(1, (width - (per_line - 1) * gap) // per_line)
    height = max((box.height_for(side) for box in boxes), default=0)
    placed = tuple(
        (box, QRect(n % per_line * (side + gap), top + n // per_line * (height + face.theme.gap_px), side, height))
        for n, box in enumerate(boxes)
    )
    return placed, max((rect.bottom() + 1 for _, rect in placed), default=top)


def _other_place(face: Face, other: OptionPool[OptionRow], width: int, bottom: int) -> Places:
    top = bottom + 2 * face.theme.gap_px
    return tuple((row, QRect(0, top, width, row.height_for(width))) for row in other.shown)
