"""How a table shows its rows: widths, choice, groups, copies, and a look that is kept over restarts."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop_app.ui import numbers, sheet, theme
from desktop_app.ui.models.arranging import Arrangement
from desktop_app.ui.models.rows import Column, RowsModel
from desktop_app.ui.widgets import table_memory
from desktop_app.ui.widgets.table_cells import CORNER, CellDelegate, Header

_PICTURE = 22
_CELL, _ARROW = 25, 6
_WIDEST, _SPARK = 380, 96
_NARROWEST, _NARROWEST_FIRST = 155, 240  # the first column says what a row is, and is cut last
_MEASURED_ROWS = 60
_KEEP_MS = 400


class TableView(QTableView):
    """Shows a RowsModel. `chosen` is called with the row that Enter or a double click opens.

    `key` names the table where its look is kept. `arranged` follows each change of search, filters or groups.
    """

    arranged = Signal()

    def __init__(
        self,
        model: RowsModel[Any],
        name: str,
        chosen: Callable[[Any], None] | None = None,
        parent: QWidget | None = None,
        *,
        key: str = "",
    ) -> None:
        super().__init__(parent)
        self.rows = model
        self.key = key
        self._chosen = chosen
        self._natural: list[int] = []
        self._fitting = False
        self._before: tuple[str, list[str], int] = ("", [], 0)
        model.setParent(self)
        self.setHorizontalHeader(Header())
        self.setModel(model)
        model.seen = self._seen
        self.setItemDelegate(CellDelegate(self, model.columns, model.line))
        self.setAccessibleName(name)
        self._style()
        self.look = table_memory.recall(key, len(model.columns))
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_MS)
        self._keeping.timeout.connect(self._keep)
        self._recall()
        self.activated.connect(self._open)
        model.modelAboutToBeReset.connect(self._note_choice)
        model.modelReset.connect(self._choose_again)

    def _style(self) -> None:
        self.setFont(theme.figures(self.font()))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(34)

    def _recall(self) -> None:
        """Give the table the look that was kept, and watch for changes of it."""
        header, look = self.horizontalHeader(), self.look
        for place, number in enumerate(look.order):
            header.moveSection(header.visualIndex(number), place)
        for number in look.hidden:
            self.setColumnHidden(number, True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        if look.sort is not None:
            header.setSortIndicator(look.sort[0], table_memory.direction(look.sort[1]))
        self.setSortingEnabled(True)
        if look.group is not None:
            self.rows.arrange(replace(self.rows.asked, group=look.group))
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(lambda *_: self._keeping.start())
        header.sortIndicatorChanged.connect(lambda *_: self._keeping.start())

    def _seen(self) -> tuple[int, int]:
        """Return the first and the last line on the screen."""
        if not self.isVisible():
            return 0, -1
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        return max(first, 0), last if last >= 0 else len(self.rows.lines) - 1

    def _resized(self, column: int, _: int, width: int) -> None:
        if not self._fitting and width > 0 and not self.isColumnHidden(column):
            self.look.widths[column] = width
            self._keeping.start()

    def _keep(self) -> None:
        header, look, asked = self.horizontalHeader(), self.look, self.rows.asked
        look.order = [header.logicalIndex(place) for place in range(look.columns)]
        look.hidden = [number for number in range(look.columns) if self.isColumnHidden(number)]
        look.sort = (asked.sort[0], asked.sort[1] == Qt.SortOrder.DescendingOrder) if asked.sort is not None else None
        look.group = asked.group
        table_memory.keep(self.key, look)

    def arrange(self, **changes: Any) -> None:
        """Change some of search, filters (`kept`) and group; the chosen row stays chosen while it is shown."""
        asked: Arrangement = replace(self.rows.asked, **changes)
        self.rows.arrange(asked)
        if "group" in changes:
            self._keeping.start()
        self.arranged.emit()

    def show_column(self, number: int, shown: bool) -> None:
        """Show or hide a column; the last one stays."""
        if shown or len(self.seen_columns()) > 1:
            self.setColumnHidden(number, not shown)
            self._fit_width()
            self._keeping.start()

    def look_as_usual(self) -> None:
        """Take back every change of the table's look."""
        self._keeping.stop()
        header = self.horizontalHeader()
        for number in range(self.look.columns):
            self.setColumnHidden(number, False)
            header.moveSection(header.visualIndex(number), number)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.look = table_memory.Remembered(self.look.columns)
        self.arrange(search=self.rows.asked.search, kept={}, group=None)
        self._keeping.stop()
        table_memory.forget(self.key)
        self._fit_width()

    def fit(self) -> None:
        """Measure the words of each column, from the first rows alone, and share out the width."""
        model = self.rows
        metrics = self.fontMetrics()
        shown = model.given[:_MEASURED_ROWS]
        self._natural = []
        for column in model.columns:
            if column.spark is not None:
                self._natural.append(_SPARK)
                continue
            words = max((metrics.horizontalAdvance(column.words(row)) for row in shown), default=0)
            words += _PICTURE if column.icon is not None else 0
            title = metrics.horizontalAdvance(column.title) + _ARROW
            self._natural.append(min(max(words, title) + _CELL, _WIDEST))
        self._fit_width()

    def _fit_width(self) -> None:
        """Give figures the width they need; long words give way; what is still too wide scrolls."""
        if not self._natural:
            return
        columns = self.seen_columns()
        wanted = {number: self.look.widths.get(number, self._natural[number]) for number in columns}
        if self.rows.columns[columns[-1]].figures and columns[-1] not in self.look.widths:
            wanted[columns[-1]] += CORNER // 2
        beyond = sum(wanted.values()) - self.viewport().width()
        spare = {number: wanted[number] - _least(number) for number in columns if self._gives(number)}
        spare = {number: room for number, room in spare.items() if room > 0}
        for number, room in spare.items() if beyond > 0 else ():
            wanted[number] -= min(room, -(-beyond * room // sum(spare.values())))
        # Not left to Qt's own stretching, which forgets the scroll bar that comes with the rows.
        wanted[columns[-1]] += max(0, self.viewport().width() - sum(wanted.values()))
        self._fitting = True
        for number, width in wanted.items():
            if self.columnWidth(number) != width:
                self.setColumnWidth(number, width)
        self._fitting = False

    def _gives(self, number: int) -> bool:
        column: Column[Any] = self.rows.columns[number]
        return not column.figures and column.spark is None and number not in self.look.widths

    def seen_columns(self) -> list[int]:
        """Return the numbers of the columns that are not hidden, from left to right."""
        header = self.horizontalHeader()
        order = (header.logicalIndex(place) for place in range(header.count()))
        return [number for number in order if not self.isColumnHidden(number)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new width."""
        super().resizeEvent(event)
        self._fit_width()

    def current(self) -> Any | None:
        """Return the row that is chosen, or None."""
        index = self.currentIndex()
        return self.rows.row_at(index.row()) if index.isValid() else None

    def chosen_rows(self) -> list[Any]:
        """Return all rows that are chosen, from top to bottom."""
        lines = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [row for row in map(self.rows.row_at, lines) if row is not None]

    def choose(self, identity: str) -> bool:
        """Choose the row with an identity; return whether it is shown."""
        line = self.rows.line_of(identity)
        if line >= 0 and self.currentIndex().row() != line:
            self.selectRow(line)
        return line >= 0

    def _note_choice(self) -> None:
        lines = {index.row() for index in self.selectionModel().selectedRows()}
        names = [self.rows.identity_at(line) for line in lines]
        current = self.rows.identity_at(self.currentIndex().row())
        self._before = current, names, self.verticalScrollBar().value()

    def _choose_again(self) -> None:
        """Choose again, after rows came or went, those that are still there."""
        current, names, scrolled = self._before
        lines = [line for line in map(self.rows.line_of, names) if line >= 0]
        here = self.rows.line_of(current) if current else -1
        if here < 0:
            return
        choice = self.selectionModel()
        flags = choice.SelectionFlag
        choice.setCurrentIndex(self.rows.index(here, 0), flags.ClearAndSelect | flags.Rows)
        for line in lines:
            choice.select(self.rows.index(line, 0), flags.Select | flags.Rows)
        self.verticalScrollBar().setValue(scrolled)

    def _open(self, index: QModelIndex) -> None:
        if not index.isValid() or self.rows.fold(index.row()):
            return
        row = self.rows.row_at(index.row())
        if self._chosen is not None and row is not None:
            self._chosen(row)

    def can_open(self) -> bool:
        """Tell whether rows can be opened."""
        return self._chosen is not None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold a group by a click on its heading."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and self.rows.fold(index.row()):
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, fold groups by left and right, open."""
        wide = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_C and event.modifiers() == wide:
            self.copy(titles=True)
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right) and self._fold_by_key(event):
            return
        else:
            super().keyPressEvent(event)

    def _fold_by_key(self, event: QKeyEvent) -> bool:
        line = self.currentIndex().row()
        if not 0 <= line < len(self.rows.lines) or self.rows.row_at(line) is not None:
            return False
        folded = getattr(self.rows.lines[line], "folded", False)
        wanted = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}.get(Qt.Key(event.key()), not folded)
        if wanted != folded:
            self.rows.fold(line)
            self.setCurrentIndex(self.rows.index(line, 0))
        return True

    def cells(self, rows: Sequence[Any], *, titles: bool, exact: bool) -> list[list[str]]:
        """Return rows by the columns that are seen: their words, or `exact` figures for a file."""
        columns = [self.rows.columns[number] for number in self.seen_columns()]
        head = [[column.title for column in columns]] if titles else []
        body = [[exported(column, row) if exact else column.words(row) for column in columns] for row in rows]
        return [*head, *body]

    def copy(self, *, titles: bool = False, everything: bool = False) -> None:
        """Copy the chosen rows as tab-separated text; where none is chosen, or `everything`, all that are shown."""
        rows = self.rows.rows if everything else self.chosen_rows() or self.rows.rows
        QGuiApplication.clipboard().setText(sheet.tab_separated(self.cells(rows, titles=titles, exact=False)))

    def export_csv(self, path: Path) -> None:
        """Write the rows and columns that are shown, in their order, to `path`.

        Raises:
            OSError: it cannot be written.
        """
        sheet.write_rows(path, self.cells(self.rows.rows, titles=True, exact=True), marked=True)


def exported(column: Column[Any], row: Any) -> str:
    """Return the cell of a row for a file: a figure with all its digits, nothing where there is none."""
    words = column.words(row)
    if words == numbers.NONE:
        return ""
    if not column.figures or column.key is None:
        return words
    return sheet.exact(column.key(row)) or words


def _least(number: int) -> int:
    return _NARROWEST if number else _NARROWEST_FIRST
