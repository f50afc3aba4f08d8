"""A table with the look of the cards, and its menus: what a person does with rows, columns, filters and groups."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QToolButton, QWidget

from desktop_app.ui.i18n import tr
from desktop_app.ui.models.rows import RowsModel
from desktop_app.ui.widgets.table_cells import CORNER
from desktop_app.ui.widgets.table_filter import FilterDialog
from desktop_app.ui.widgets.table_view import TableView


@dataclass(frozen=True, slots=True)
class Act:
    """What can be done with a row, for its context menu; `many` acts are done to each of the chosen rows."""

    words: str
    do: Callable[[Any], object]
    many: bool = False


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


def row_menu(table: TableView, acts: Sequence[Act], at: QPoint) -> None:
    """Show what can be done with the chosen rows, and with the table."""
    menu = _menu(table)
    chosen = table.chosen_rows()
    current = table.current()
    for act in acts if chosen else ():
        if act.many and len(chosen) > 1:
            words = tr("{act} ({count})").format(act=act.words, count=len(chosen))
            menu.addAction(words, partial(_each, act.do, chosen))
        else:
            entry = menu.addAction(act.words, partial(_each, act.do, chosen[:1] if current is None else [current]))
            entry.setEnabled(len(chosen) == 1)
    if not menu.isEmpty():
        menu.addSeparator()
    if chosen:
        menu.addAction(tr("Copy"), QKeySequence(QKeySequence.StandardKey.Copy), table.copy)
        menu.addAction(tr("Copy with titles"), QKeySequence("Ctrl+Shift+C"), partial(table.copy, titles=True))
    _add_table(menu, table)
    menu.popup(at)


def header_menu(table: TableView, column: int, at: QPoint) -> None:
    """Show how the table can be arranged; what concerns a column stands first (-1: none)."""
    menu = _menu(table)
    if column >= 0:
        title = table.rows.columns[column].title
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        menu.addAction(tr("Sort upwards"), partial(table.sortByColumn, column, up))
        menu.addAction(tr("Sort downwards"), partial(table.sortByColumn, column, down))
        menu.addAction(tr("Filter {column}…").format(column=title), partial(_filter, table, column))
        menu.addAction(tr("Group by {column}").format(column=title), partial(table.arrange, group=column))
        hide = menu.addAction(tr("Hide {column}").format(column=title), partial(table.show_column, column, False))
        hide.setEnabled(len(table.seen_columns()) > 1)
        menu.addSeparator()
    _add_table(menu, table)
    menu.popup(at)


def _menu(table: TableView) -> QMenu:
    made = QMenu(table)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.setAccessibleName(tr("Menu of {name}").format(name=table.accessibleName()))
    return made


def _each(do: Callable[[Any], object], rows: Sequence[Any]) -> None:
    for row in rows:
        do(row)


def _filter(table: TableView, column: int) -> None:
    rows = table.rows
    kept = rows.asked.kept
    FilterDialog.ask(rows.columns[column], rows.given, column, kept, lambda now: table.arrange(kept=now), table)


def _add_table(menu: QMenu, table: TableView) -> None:
    """Add what concerns the whole table, each column reachable by the keyboard."""
    asked, columns = table.rows.asked, table.rows.columns
    shown = set(table.seen_columns())
    choice = menu.addMenu(tr("Columns"))
    sorting, filters, groups = (menu.addMenu(words) for words in (tr("Sort by"), tr("Filter by"), tr("Group by")))
    usual = sorting.addAction(tr("Nothing"), partial(table.sortByColumn, -1, Qt.SortOrder.AscendingOrder))
    plain = groups.addAction(tr("Nothing"), partial(table.arrange, group=None))
    for entry, chosen in ((usual, asked.sort is None), (plain, asked.group is None)):
        entry.setCheckable(True)
        entry.setChecked(chosen)
    for number, column in enumerate(columns):
        one = choice.addAction(column.title, partial(table.show_column, number, number not in shown))
        one.setCheckable(True)
        one.setChecked(number in shown)
        one.setEnabled(number not in shown or len(shown) > 1)
        by = sorting.addAction(column.title, partial(_sort, table, number))
        by.setCheckable(True)
        by.setChecked(asked.sort is not None and asked.sort[0] == number)
        some = filters.addAction(column.title + "…", partial(_filter, table, number))
        some.setCheckable(True)
        some.setChecked(number in asked.kept)
        over = groups.addAction(column.title, partial(table.arrange, group=number))
        over.setCheckable(True)
        over.setChecked(asked.group == number)
    if asked.kept:
        menu.addAction(tr("Take back the filters"), partial(table.arrange, kept={}))
    menu.addSeparator()
    menu.addAction(tr("Copy the table"), partial(table.copy, titles=True, everything=True))
    menu.addAction(tr("Save as table (CSV)…"), partial(_export, table))
    menu.addAction(tr("Look as usual"), table.look_as_usual)


def _sort(table: TableView, column: int) -> None:
    """Sort by a column; a second time the other way round."""
    sort = table.rows.asked.sort
    down = sort == (column, Qt.SortOrder.AscendingOrder)
    table.sortByColumn(column, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)


def _export(table: TableView) -> None:
    title = tr("Save as table (CSV)…").rstrip("…")
    name, _ = QFileDialog.getSaveFileName(table, title, f"{table.accessibleName()}.csv", "*.csv")
    if not name:
        return
    try:
        table.export_csv(Path(name))
    except OSError as error:
        box = QMessageBox(QMessageBox.Icon.Warning, title, tr("The file was not written: {why}").format(why=error))
        box.setParent(table, box.windowFlags())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
