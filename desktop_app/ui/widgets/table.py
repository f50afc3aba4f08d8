"""A table with the look of the cards: what a person does with rows and columns is in its menus."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_app.ui.i18n import tr
from desktop_app.ui.models.rows import RowsModel
from desktop_app.ui.widgets.table_cells import CORNER
from desktop_app.ui.widgets.table_menu import Act, header_menu, row_menu
from desktop_app.ui.widgets.table_view import TableView

__all__ = ["Act", "Table"]


class Table(TableView):
    """A TableView with menus: `acts` stand in that of a row."""

    def __init__(
        self,
        model: RowsModel[Any],
        name: str,
        chosen: Callable[[Any], None] | None = None,
        parent: QWidget | None = None,
        *,
        key: str = "",
        acts: Sequence[Act] = (),
    ) -> None:
        self._corner: QToolButton | None = None
        super().__init__(model, name, chosen, parent, key=key)
        self.acts = tuple(acts)
        self._corner = QToolButton(self)
        self._corner.setText("⋯")
        self._corner.setProperty("role", "corner")
        self._corner.setAccessibleName(tr("Arrange {name}").format(name=name))
        self._corner.setToolTip(tr("Columns, filters, groups, export"))
        self._corner.setFixedSize(QSize(CORNER, CORNER))
        self._corner.clicked.connect(self._open_corner)
        header = self.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_header)

    def updateGeometries(self) -> None:
        """Keep the button in the corner of the header."""
        super().updateGeometries()
        if self._corner is not None:
            header = self.horizontalHeader().geometry()
            self._corner.move(header.right() - CORNER + 1, header.top() + (header.height() - CORNER) // 2)
            self._corner.raise_()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the row, and with the table."""
        index, at = self.indexAt(event.pos()), event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            if index.isValid() and not self.selectionModel().isRowSelected(index.row(), QModelIndex()):
                self.selectRow(index.row())
        elif self.currentIndex().isValid():
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        row_menu(self, self.acts, at)

    def _open_header(self, at: QPoint) -> None:
        header = self.horizontalHeader()
        header_menu(self, header.logicalIndexAt(at), header.mapToGlobal(at))

    def _open_corner(self) -> None:
        if self._corner is not None:
            header_menu(self, -1, self._corner.mapToGlobal(self._corner.rect().bottomLeft()))
