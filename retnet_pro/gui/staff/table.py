"""Tables of the staff's pages: rows of plain facts, sorted and filtered by Qt, never edited."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from retnet_pro.gui.theme import GRID

ROW_PX = 5 * GRID
BAR_PX = GRID // 2
_Index = QModelIndex | QPersistentModelIndex
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_WHOLE_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_SORT_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its title, what a row says in it and, where that differs, what it sorts by."""

    title: str
    says: Callable[[Any], str]
    sorts: Callable[[Any], Any] | None = None
    is_number: bool = False
    stretches: bool = False
    sign: Callable[[Any], QIcon | None] | None = None
    hint: Callable[[Any], str] | None = None
    width_px: int | None = field(default=None)


class RowsModel(QAbstractTableModel):
    """Rows of facts under columns."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[Any, ...] = ()

    def present(self, rows: Sequence[Any]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def add(self, rows: Sequence[Any]) -> None:
        """Show these rows below the others; what is chosen stays chosen."""
        if rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows = (*self.rows, *rows)
            self.endInsertRows()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        column, row = self.columns[index.column()], self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return column.says(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.DecorationRole:
                return column.sign(row) if column.sign else None
            case Qt.ItemDataRole.ToolTipRole:
                return (column.hint or column.says)(row) or None
            case _ if role == _SORT_ROLE:
                return (column.sorts or column.says)(row)
            case _:
                return None

    def headerData(self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a column."""
        if side is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if side is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            number = self.columns[section].is_number
            return (
                Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
            ) | Qt.AlignmentFlag.AlignVCenter
        return None


class _WholeWords(QStyledItemDelegate):
    """Breaks lines as they are painted: asked for a height, Qt forgets the padding that the style sheet gives.

    Where the keys go in a table is told by a bar before the row as well, because grounds alone differ little.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a cell, and the bar before the chosen row of a table that has the focus."""
        super().paint(painter, option, index)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if index.column() == 0 and is_chosen and option.widget is not None and option.widget.hasFocus():
            bar = QRect(option.rect.left(), option.rect.top(), BAR_PX, option.rect.height())
            painter.fillRect(bar, option.palette.color(QPalette.ColorRole.Text))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        narrower = QStyleOptionViewItem(option)
        narrower.rect = option.rect.adjusted(0, 0, -2 * GRID, 0)
        return super().sizeHint(narrower, index)


class Table(QTableView):
    """A quiet table over a `RowsModel`: whole rows, no grid of boxes, sorting by a click on a title.

    Rows of a table that wraps are as high as their words; one that grows has the height of all its rows as well.
    """

    chosen = Signal(QModelIndex)
    """A row was clicked, or Enter or the space bar was pressed on it."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        *,
        sorts: bool = True,
        wraps: bool = False,
        grows: bool = False,
        row_px: int = ROW_PX,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.rows_model = RowsModel(columns, self)
        self.proxy = QSortFilterProxyModel(self)
        self.proxy.setSourceModel(self.rows_model)
        self.proxy.setSortRole(_SORT_ROLE)
        self.proxy.setFilterKeyColumn(-1)
        self.proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self.proxy)
        self._wraps = wraps or grows
        self._grows = grows
        self._row_px = row_px
        self.setItemDelegate(_WholeWords(self))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._fit)
        self.clicked.connect(self.chosen)
        self._settle(sorts)

    def present(self, rows: Sequence[Any]) -> None:
        """Show these rows; a table that grows takes the height of all of them."""
        self.rows_model.present(rows)
        self._fit()

    def add(self, rows: Sequence[Any]) -> None:
        """Show these rows below the others."""
        first = self.proxy.rowCount()
        self.rows_model.add(rows)
        self._fit(first)

    def row_at(self, index: QModelIndex) -> Any:
        """Return the fact behind a cell."""
        return self.rows_model.rows[self.proxy.mapToSource(index).row()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a row by the keyboard as by a click."""
        if event.key() in _CHOOSING and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show by the row where somebody stands who comes by the keyboard: Qt alone goes there unseen."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY and self.proxy.rowCount():
            here = self.currentIndex() if self.currentIndex().isValid() else self.proxy.index(0, 0)
            self.selectionModel().setCurrentIndex(here, _WHOLE_ROW)

    def _fit(self, first: int = 0) -> None:
        """Give long texts the lines they need at this width, and a growing table the height of all its rows."""
        if not self._wraps:
            return
        rows = range(self.proxy.rowCount())
        for row in rows[first:]:
            self.resizeRowToContents(row)
            self.setRowHeight(row, max(self.rowHeight(row) + 2 * GRID, self._row_px))
        if self._grows:
            header = self.horizontalHeader().sizeHint().height()
            self.setFixedHeight(header + sum(map(self.rowHeight, rows)) + 2 * self.frameWidth() - 1)

    def _settle(self, sorts: bool) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # arrows go through the rows, the tab key goes on to what comes next
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setSortingEnabled(sorts)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(3 * GRID)
        self.verticalHeader().setDefaultSectionSize(self._row_px)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorShown(sorts)
        header.sectionResized.connect(lambda *_: self._soon.start())
        for place, column in enumerate(self.rows_model.columns):
            if column.stretches:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            elif column.width_px is not None:
                header.resizeSection(place, column.width_px)
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        if sorts:
            self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        if self._grows:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
