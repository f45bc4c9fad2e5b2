"""The list of all questions with their answers, each one tap away (rule E27)."""

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QStaticText
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QScroller,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from retnet_pro.answering.actions import GoTo
from retnet_pro.answering.view import ReviewRow, ReviewView
from retnet_pro.gui.theme import GRID, Text, Theme
from retnet_pro.gui.widgets.page_bar import PageBar
from retnet_pro.gui.widgets.stem import Stem
from retnet_pro.gui.widgets.touch import ENTER, KEYBOARD, draw_ring
from retnet_pro.gui.widgets.words import Words, lines_height, set_lines

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class ReviewRows(QAbstractListModel):
    """The rows as Qt's list wants them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[ReviewRow, ...] = ()
        self._spoken = QCoreApplication.translate("Participant", "Question {number}: {text} Your answer: {answer}")
        self.no_answer = QCoreApplication.translate("Participant", "Not answered")

    def take(self, rows: tuple[ReviewRow, ...]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, index: Index) -> ReviewRow:
        """Return the row behind an index."""
        return self._rows[index.row()]

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default; immutable)
        """Return how many rows there are."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the spoken form for screen readers; drawing uses the row itself."""
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken.format(number=row.number, text=row.text, answer=row.answer or self.no_answer)
        return None


class RowPainter(QStyledItemDelegate):
    """Draws a row: number, question, and below it the answer, heavier."""

    def __init__(self, rows: ReviewRows, parent: QListView) -> None:
        super().__init__(parent)
        self._rows = rows
        self._view = parent
        self._theme = Theme()
        self._laid: dict[tuple[int, int], tuple[QStaticText, QStaticText]] = {}

    def wear(self, theme: Theme) -> None:
        """Take colours, type and sizes from the theme."""
        self._theme = theme
        self.forget()

    def forget(self) -> None:
        """Drop laid out lines; the rows or the type changed."""
        self._laid.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the words, at least a touch target."""
        width = self._view.viewport().width()
        question, answer = self._lines(index)
        height = lines_height(question) + lines_height(answer) + 3 * GRID
        return QSize(width, max(self._theme.target_px, height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw number, question and answer, a hairline below, and the ring for the keyboard."""
        colours, row = self._theme.colours, self._rows.row_at(index)
        area: QRect = option.rect
        question, answer = self._lines(index)
        direction, indent = self._view.layoutDirection(), self._indent
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(direction)
        painter.setPen(QPen(colours["divider"], 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        top = area.top() + (area.height() - question.size().height() - answer.size().height()) / 2
        words = QRect(area.left() + indent, area.top(), self._room, area.height())
        left = QStyle.visualRect(direction, area, words).left()
        painter.setFont(self._theme.font(Text.BODY))
        painter.setPen(colours["muted"])
        number = QStyle.visualRect(direction, area, QRect(area.left(), int(top), indent - GRID, int(self._line_px)))
        painter.drawText(number, Qt.AlignmentFlag.AlignRight, f"{row.number}.")
        painter.drawStaticText(QPointF(left, top), question)
        painter.setFont(self._theme.font(Text.BODY, bold=True))
        painter.setPen(colours["ink" if row.answer else "muted"])
        painter.drawStaticText(QPointF(left, top + question.size().height()), answer)
        has_keyboard = self._view.hasFocus() and self._view.window().property(KEYBOARD)
        if has_keyboard and index.row() == self._view.currentIndex().row():
            draw_ring(painter, QRectF(area).adjusted(2, 2, -2, -3), self._theme, "focus")
        painter.restore()

    @property
    def _line_px(self) -> int:
        return QFontMetrics(self._theme.font(Text.BODY)).height()

    @property
    def _indent(self) -> int:
        return self._theme.px(Text.BODY) * 3

    @property
    def _room(self) -> int:
        """Pixels for the words of a row, the same with and without a scroll bar, so that its coming moves nothing."""
        return self._view.width() - self._view.verticalScrollBar().sizeHint().width() - self._indent - GRID

    def _lines(self, index: Index) -> tuple[QStaticText, QStaticText]:
        room = self._room
        key = (index.row(), room)
        if key not in self._laid:
            row = self._rows.row_at(index)
            direction = self._view.layoutDirection()
            self._laid[key] = (
                set_lines(row.text, self._theme.font(Text.BODY), room, direction=direction),
                set_lines(
                    row.answer or self._rows.no_answer,
                    self._theme.font(Text.BODY, bold=True),
                    room,
                    direction=direction,
                ),
            )
        return self._laid[key]


class ReviewList(QListView):
    """The scrolling list; a tap or Enter on a row opens it."""

    opened = Signal(object)
    """The row's `ItemId`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ReviewRows(self)
        self.painter_of_rows = RowPainter(self.rows, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.painter_of_rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.selectionModel().selectionChanged.connect(self._open_selected)
        self.bar = PageBar()
        self.setVerticalScrollBar(self.bar)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row with Enter or Space."""
        self.window().setProperty(KEYBOARD, True)
        if event.key() in (*ENTER, Qt.Key.Key_Space):
            if self.currentIndex().isValid() and not event.isAutoRepeat():
                self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    def selectionCommand(self, _index: Index, _event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """Let neither finger nor keyboard select: only a screen reader does, and that opens the row (rule E115)."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def _open_selected(self, selected: QItemSelection) -> None:
        rows = selected.indexes()
        if rows:
            self.selectionModel().clearSelection()
            self._open(rows[0])

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.row_at(index).item)


class ReviewPage(QWidget):
    """Heading and list."""

    acted = Signal(object)
    end_seen = Signal(bool)
    """Whether the last line is on screen now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Stem(Text.QUESTION)
        self._hint = Words(Text.BODY, colour="muted")
        self._hint.keep_off(GRID)
        self.list = ReviewList()
        self._title.say(QCoreApplication.translate("Participant", "Your answers"))
        self._hint.say(QCoreApplication.translate("Participant", "Tap a line to look at that question again."))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(GRID)
        for part in (self._title, self._hint):
            page.addWidget(part)
        page.addWidget(self.list, 1)
        self.list.opened.connect(lambda item: self.acted.emit(GoTo(item)))
        for moved in (self.list.bar.valueChanged, self.list.bar.rangeChanged):
            moved.connect(lambda: self.end_seen.emit(not self.has_more))

    @property
    def title(self) -> str:
        """The heading."""
        return self._title.text()

    @property
    def has_more(self) -> bool:
        """Whether there are lines below the screen."""
        return self.list.bar.value() < self.list.bar.maximum()

    def show_more(self) -> None:
        """Turn to the next lines, so that nobody needs to drag."""
        self.list.bar.turn(1)

    def wear(self, theme: Theme) -> None:
        """Take colours, type and sizes from the theme."""
        self._title.wear(theme)
        self._hint.wear(theme)
        self.list.bar.wear(theme)
        self.list.painter_of_rows.wear(theme)
        self.list.scheduleDelayedItemsLayout()

    def present(self, view: ReviewView) -> None:
        """Show the rows as a new page."""
        self.list.painter_of_rows.forget()
        self.list.rows.take(view.rows)
        self.list.scrollToTop()
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)
