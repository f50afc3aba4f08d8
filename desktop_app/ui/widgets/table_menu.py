"""The menus of tables: what can be done with a row, and how columns, filters and groups are arranged."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from desktop_app.ui.i18n import tr
from desktop_app.ui.models.arranging import Arrangement, Column
from desktop_app.ui.widgets.table_filter import FilterDialog


@dataclass(frozen=True, slots=True)
class Act:
    """What can be done with a row, for its context menu; `many` acts are done to each of the chosen rows."""

    words: str
    do: Callable[[Any], object]
    many: bool = False


class Arranged(Protocol):
    """What the menus need of a table, which is a widget."""

    @property
    def arrangement(self) -> tuple[Sequence[Column[Any]], Sequence[Any], Arrangement]:
        """The columns, all rows, and what is asked."""
        ...

    def arrange(self, **changes: Any) -> None:
        """Change some of search, filters (`kept`) and group."""
        ...

    def sortByColumn(self, column: int, order: Qt.SortOrder) -> None:
        """Sort by a column, -1 by none."""
        ...

    def show_column(self, number: int, shown: bool) -> None:
        """Show or hide a column."""
        ...

    def seen_columns(self) -> list[int]:
        """Return the numbers of the columns that are not hidden."""
        ...

    def look_as_usual(self) -> None:
        """Take back every change of the look."""
        ...

    def current(self) -> Any | None:
        """Return the row that is chosen."""
        ...

    def chosen_rows(self) -> list[Any]:
        """Return all rows that are chosen."""
        ...

    def copy(self, *, titles: bool = False, everything: bool = False) -> None:
        """Copy rows as tab-separated text."""
        ...

    def export_csv(self, path: Path) -> None:
        """Write what is shown to `path`."""
        ...


def _widget(table: Arranged) -> QWidget:
    assert isinstance(table, QWidget), "a table is a widget"
    return table


def row_menu(table: Arranged, acts: Sequence[Act], at: QPoint) -> None:
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


def header_menu(table: Arranged, column: int, at: QPoint) -> None:
    """Show how the table can be arranged; what concerns a column stands first (-1: none)."""
    menu = _menu(table)
    if column >= 0:
        title = table.arrangement[0][column].title
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


def _menu(table: Arranged) -> QMenu:
    made = QMenu(_widget(table))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.setAccessibleName(tr("Menu of {name}").format(name=_widget(table).accessibleName()))
    return made


def _each(do: Callable[[Any], object], rows: Sequence[Any]) -> None:
    for row in rows:
        do(row)


def _filter(table: Arranged, column: int) -> None:
    columns, rows, asked = table.arrangement
    FilterDialog.ask(columns[column], rows, column, asked.kept, lambda kept: table.arrange(kept=kept), _widget(table))


def _add_table(menu: QMenu, table: Arranged) -> None:
    """Add what concerns the whole table, each column reachable by the keyboard."""
    columns, _, asked = table.arrangement
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


def _sort(table: Arranged, column: int) -> None:
    """Sort by a column; a second time the other way round."""
    sort = table.arrangement[2].sort
    down = sort == (column, Qt.SortOrder.AscendingOrder)
    table.sortByColumn(column, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)


def _export(table: Arranged) -> None:
    title = tr("Save as table (CSV)…").rstrip("…")
    name, _ = QFileDialog.getSaveFileName(_widget(table), title, f"{_widget(table).accessibleName()}.csv", "*.csv")
    if not name:
        return
    try:
        table.export_csv(Path(name))
    except OSError as error:
        box = QMessageBox(QMessageBox.Icon.Warning, title, tr("The file was not written: {why}").format(why=error))
        box.setParent(_widget(table), box.windowFlags())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
