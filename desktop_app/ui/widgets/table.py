"""A table with the look of the cards: sortable, copied as tab-separated text, row chosen as a whole."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop_app.ui import theme
from desktop_app.ui.models.rows import RowsModel

_PICTURE = 22


class Table(QTableView):
    """Shows a RowsModel. `chosen` is called with the row that Enter or a double click opens."""

    def __init__(
        self,
        model: RowsModel[Any],
        name: str,
        chosen: Callable[[Any], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = model
        self._chosen = chosen
        model.setParent(self)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFont(theme.figures(self.font()))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(34)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.activated.connect(self._open)

    def fit(self) -> None:
        """Give each column the width of its words, once, from the first rows alone."""
        model = self._rows
        metrics = self.fontMetrics()
        for number, column in enumerate(model.columns[:-1]):
            words = [column.title, *(column.words(row) for row in model.rows[:60])]
            widest = max(metrics.horizontalAdvance(word) for word in words)
            picture = _PICTURE if column.icon is not None else 0
            self.setColumnWidth(number, min(widest + 34 + picture, 380))

    def current(self) -> Any | None:
        """Return the row that is chosen, or None."""
        index = self.currentIndex()
        return self._rows.rows[index.row()] if index.isValid() else None

    def _open(self, index: QModelIndex) -> None:
        if self._chosen is not None and index.isValid():
            self._chosen(self._rows.rows[index.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the chosen rows as tab-separated text."""
        if event.matches(QKeySequence.StandardKey.Copy):
            numbers = sorted({index.row() for index in self.selectedIndexes()})
            lines = ["\t".join(column.words(self._rows.rows[n]) for column in self._rows.columns) for n in numbers]
            QGuiApplication.clipboard().setText("\n".join(lines))
            return
        super().keyPressEvent(event)
