"""A table model over plain rows: columns as data, sorting by their own keys."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from desktop_app.ui import theme

_R = TypeVar("_R")
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column(Generic[_R]):
    """One column: its title, the words of a row, the key to sort by, whether it holds figures.

    `token` gives the colour token of a cell; `tip` its tooltip; `icon` the picture before its words.
    """

    title: str
    words: Callable[[_R], str]
    key: Callable[[_R], Any] | None = None
    figures: bool = False
    token: Callable[[_R], str] | None = None
    tip: Callable[[_R], str] | None = None
    icon: Callable[[_R], QIcon] | None = None


class RowsModel(QAbstractTableModel, Generic[_R]):
    """Rows shown by columns. `identity` tells which row is which between two sets of rows."""

    def __init__(
        self, columns: Sequence[Column[_R]], identity: Callable[[_R], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: list[_R] = []
        self._identity = identity
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    def show_rows(self, rows: Sequence[_R]) -> None:
        """Show `rows`; where they are the same ones in the same order, only what they say is told as changed."""
        ordered = self._in_order(list(rows))
        if [self._identity(row) for row in ordered] == [self._identity(row) for row in self.rows]:
            self.rows = ordered
            if ordered:
                self.dataChanged.emit(self.index(0, 0), self.index(len(ordered) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self.rows = ordered
        self.endResetModel()

    def _in_order(self, rows: list[_R]) -> list[_R]:
        if self._sorted is None:
            return rows
        number, order = self._sorted
        column = self.columns[number]
        key = column.key or column.words
        return sorted(rows, key=key, reverse=order == Qt.SortOrder.DescendingOrder)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        column, row = self.columns[index.column()], self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return column.words(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.ForegroundRole:
                return theme.colour(column.token(row)) if column.token else None
            case Qt.ItemDataRole.DecorationRole:
                return column.icon(row) if column.icon else None
            case Qt.ItemDataRole.ToolTipRole:
                return column.tip(row) if column.tip else column.words(row)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].figures else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 goes back to the given order from the next rows on."""
        self._sorted = None if column < 0 else (column, order)
        if column < 0:
            return
        self.layoutAboutToBeChanged.emit()
        before = {self._identity(row): number for number, row in enumerate(self.rows)}
        self.rows = self._in_order(self.rows)
        moved = {before[self._identity(row)]: number for number, row in enumerate(self.rows)}
        old = self.persistentIndexList()
        self.changePersistentIndexList(old, [self.index(moved[i.row()], i.column()) for i in old])
        self.layoutChanged.emit()
